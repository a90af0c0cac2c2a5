typedef unsigned int uint32_t;
typedef unsigned char uint8_t;
typedef unsigned short uint16_t;
typedef unsigned long long int uint64_t;
typedef signed char int8_t;
typedef signed short int16_t;
typedef signed int int32_t;
typedef signed long long int int64_t;

template <typename T, size_t N>
struct array {
    T data[N];
    __device__ T& operator[](size_t i) { return data[i]; }
    __device__ const T& operator[](size_t i) const { return data[i]; }
};


typedef struct CUtensorMap_st {
alignas(128) unsigned long long int opaque[16];
} CUtensorMap;
#include <mma.h>
#include <cuda_fp16.h>

struct info_st {
    float scalars_f32[2];
uint32_t scalars_u32[18];uint32_t static_meta[6];
};
extern "C" __global__ void __launch_bounds__(256)  queries_kernel_f_f16_s_f16(__half const* const __restrict__ v0, __half const* const __restrict__ v1, __half const* const __restrict__ v2, __half const* const __restrict__ v3, float const* const __restrict__ v4, __half * const __restrict__ v5, __grid_constant__ info_st const info_v5338) {
extern __shared__ __align__(32) char v6[];uint32_t const v7 = 0;
uint32_t const v8 = info_v5338.static_meta[4];
uint32_t const v9 = info_v5338.scalars_u32[0];
uint32_t const v10 = info_v5338.scalars_u32[1];
uint32_t const v11 = info_v5338.scalars_u32[2];
uint32_t const v12 = info_v5338.scalars_u32[3];
float const v13 = info_v5338.scalars_f32[0];
uint32_t const v14 = threadIdx.x;
uint32_t const v15 = uint32_t(v14);
uint32_t const v16 = 16;
uint32_t const v17 = v15 / v16;
uint32_t const v18 = v15 % v16;
uint32_t const v19 = uint32_t(v11);
uint32_t const v20 = uint32_t(v12);
uint32_t const v21 = blockIdx.x;
uint32_t const v22 = uint32_t(v21);
uint32_t const v23 = 64;
uint32_t const v24 = v22 * v23;
uint32_t const v25 = blockIdx.z;
uint32_t const v26 = uint32_t(v25);
uint32_t const v27 = blockIdx.y;
uint32_t const v28 = uint32_t(v27);
uint32_t const v29 = uint32_t(v9);
uint32_t const v30 = uint32_t(v10);
uint32_t const v31 = v26 * v29;
uint32_t const v32 = v31 + v28;
uint32_t const v33 = v32 * v19;
uint32_t const v34 = v29 / v30;
uint32_t const v35 = v26 * v34;
uint32_t const v36 = v28 / v30;
uint32_t const v37 = v35 + v36;
uint32_t const v38 = v37 * v20;
array<__half, 2560> * const v39 = reinterpret_cast<array<__half, 2560> *>(&v6[0]);
array<__half, 2560> * const v40 = reinterpret_cast<array<__half, 2560> *>(&v6[5120]);
array<float, 4608> * const v41 = reinterpret_cast<array<float, 4608> *>(&v6[10240]);
array<__half, 4608> * const v42 = reinterpret_cast<array<__half, 4608> *>(&v6[28672]);
array<__half, 4608> * const v43 = reinterpret_cast<array<__half, 4608> *>(&v6[37888]);
array<float, 16> v5371_store = {};
array<float, 16> * v44 = &v5371_store;float * const v45 = &(*v44)[v7];
float const v46 = 0;
*v45 = v46;
uint32_t const v47 = 1;
float * const v48 = &(*v44)[v47];
*v48 = v46;
uint32_t const v49 = 2;
float * const v50 = &(*v44)[v49];
*v50 = v46;
uint32_t const v51 = 3;
float * const v52 = &(*v44)[v51];
*v52 = v46;
uint32_t const v53 = 4;
float * const v54 = &(*v44)[v53];
*v54 = v46;
uint32_t const v55 = 5;
float * const v56 = &(*v44)[v55];
*v56 = v46;
uint32_t const v57 = 6;
float * const v58 = &(*v44)[v57];
*v58 = v46;
uint32_t const v59 = 7;
float * const v60 = &(*v44)[v59];
*v60 = v46;
uint32_t const v61 = 8;
float * const v62 = &(*v44)[v61];
*v62 = v46;
uint32_t const v63 = 9;
float * const v64 = &(*v44)[v63];
*v64 = v46;
uint32_t const v65 = 10;
float * const v66 = &(*v44)[v65];
*v66 = v46;
uint32_t const v67 = 11;
float * const v68 = &(*v44)[v67];
*v68 = v46;
uint32_t const v69 = 12;
float * const v70 = &(*v44)[v69];
*v70 = v46;
uint32_t const v71 = 13;
float * const v72 = &(*v44)[v71];
*v72 = v46;
uint32_t const v73 = 14;
float * const v74 = &(*v44)[v73];
*v74 = v46;
uint32_t const v75 = 15;
float * const v76 = &(*v44)[v75];
*v76 = v46;
uint32_t const v77 = v20 + v23;
uint32_t const v78 = v77 - v47;
uint32_t const v79 = v78 / v23;
for(uint32_t v80 = v7; v80 < v79; v80 += v47) {
uint32_t const v81 = v80 * v23;
array<float, 16> v5374_store = {};
array<float, 16> * v82 = &v5374_store;array<float, 16> v5375_store = {};
array<float, 16> * v83 = &v5375_store;float * const v84 = &(*v82)[v7];
*v84 = v46;
float * const v85 = &(*v83)[v7];
*v85 = v46;
float * const v86 = &(*v82)[v47];
*v86 = v46;
float * const v87 = &(*v83)[v47];
*v87 = v46;
float * const v88 = &(*v82)[v49];
*v88 = v46;
float * const v89 = &(*v83)[v49];
*v89 = v46;
float * const v90 = &(*v82)[v51];
*v90 = v46;
float * const v91 = &(*v83)[v51];
*v91 = v46;
float * const v92 = &(*v82)[v53];
*v92 = v46;
float * const v93 = &(*v83)[v53];
*v93 = v46;
float * const v94 = &(*v82)[v55];
*v94 = v46;
float * const v95 = &(*v83)[v55];
*v95 = v46;
float * const v96 = &(*v82)[v57];
*v96 = v46;
float * const v97 = &(*v83)[v57];
*v97 = v46;
float * const v98 = &(*v82)[v59];
*v98 = v46;
float * const v99 = &(*v83)[v59];
*v99 = v46;
float * const v100 = &(*v82)[v61];
*v100 = v46;
float * const v101 = &(*v83)[v61];
*v101 = v46;
float * const v102 = &(*v82)[v63];
*v102 = v46;
float * const v103 = &(*v83)[v63];
*v103 = v46;
float * const v104 = &(*v82)[v65];
*v104 = v46;
float * const v105 = &(*v83)[v65];
*v105 = v46;
float * const v106 = &(*v82)[v67];
*v106 = v46;
float * const v107 = &(*v83)[v67];
*v107 = v46;
float * const v108 = &(*v82)[v69];
*v108 = v46;
float * const v109 = &(*v83)[v69];
*v109 = v46;
float * const v110 = &(*v82)[v71];
*v110 = v46;
float * const v111 = &(*v83)[v71];
*v111 = v46;
float * const v112 = &(*v82)[v73];
*v112 = v46;
float * const v113 = &(*v83)[v73];
*v113 = v46;
float * const v114 = &(*v82)[v75];
*v114 = v46;
float * const v115 = &(*v83)[v75];
*v115 = v46;
uint32_t const v116 = v33 + v24;
uint32_t const v117 = v38 + v81;
uint32_t const v118 = v19 - v24;
uint32_t const v119 = v20 - v81;
uint32_t const v120 = 32;
uint32_t const v121 = v15 / v120;
nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> v5376_store; nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> * v122 = &v5376_store;nvcuda::wmma::fill_fragment(*v122, v46);nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> v5377_store; nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> * v123 = &v5377_store;nvcuda::wmma::fill_fragment(*v123, v46);for(uint32_t v124 = v7; v124 < v49; v124 += v47) {
__syncthreads();
uint32_t const v125 = v124 * v120;
uint32_t const v126 = v15 % v120;
uint32_t const v127 = v125 + v126;
__half const v128 = 0;
__half v5379_store;
__half * v129 = &v5379_store;*v129 = v128;
__half v5380_store;
__half * v130 = &v5380_store;*v130 = v128;
bool const v131 = v127 < v23;
if(v131) {
bool const v132 = v121 < v118;
if(v132) {
uint32_t const v133 = v116 + v121;
uint32_t const v134 = v133 * v23;
uint32_t const v135 = v134 + v127;
__half const* const v136 = &v0[v135];
__half const v137 = *v136;
*v129 = v137;
}
bool const v138 = v121 < v119;
if(v138) {
uint32_t const v139 = v117 + v121;
uint32_t const v140 = v139 * v23;
uint32_t const v141 = v140 + v127;
__half const* const v142 = &v1[v141];
__half const v143 = *v142;
*v130 = v143;
}
}
uint32_t const v144 = 40;
uint32_t const v145 = v121 * v144;
uint32_t const v146 = v145 + v126;
__half * const v147 = &(*v39)[v146];
__half const v148 = *v129;
*v147 = v148;
__half * const v149 = &(*v40)[v146];
__half const v150 = *v130;
*v149 = v150;
uint32_t const v151 = 256;
uint32_t const v152 = v15 + v151;
uint32_t const v153 = v152 / v120;
uint32_t const v154 = v152 % v120;
uint32_t const v155 = v125 + v154;
__half v5381_store;
__half * v156 = &v5381_store;*v156 = v128;
__half v5382_store;
__half * v157 = &v5382_store;*v157 = v128;
bool const v158 = v155 < v23;
if(v158) {
bool const v159 = v153 < v118;
if(v159) {
uint32_t const v160 = v116 + v153;
uint32_t const v161 = v160 * v23;
uint32_t const v162 = v161 + v155;
__half const* const v163 = &v0[v162];
__half const v164 = *v163;
*v156 = v164;
}
bool const v165 = v153 < v119;
if(v165) {
uint32_t const v166 = v117 + v153;
uint32_t const v167 = v166 * v23;
uint32_t const v168 = v167 + v155;
__half const* const v169 = &v1[v168];
__half const v170 = *v169;
*v157 = v170;
}
}
uint32_t const v171 = v153 * v144;
uint32_t const v172 = v171 + v154;
__half * const v173 = &(*v39)[v172];
__half const v174 = *v156;
*v173 = v174;
__half * const v175 = &(*v40)[v172];
__half const v176 = *v157;
*v175 = v176;
uint32_t const v177 = 512;
uint32_t const v178 = v15 + v177;
uint32_t const v179 = v178 / v120;
uint32_t const v180 = v178 % v120;
uint32_t const v181 = v125 + v180;
__half v5383_store;
__half * v182 = &v5383_store;*v182 = v128;
__half v5384_store;
__half * v183 = &v5384_store;*v183 = v128;
bool const v184 = v181 < v23;
if(v184) {
bool const v185 = v179 < v118;
if(v185) {
uint32_t const v186 = v116 + v179;
uint32_t const v187 = v186 * v23;
uint32_t const v188 = v187 + v181;
__half const* const v189 = &v0[v188];
__half const v190 = *v189;
*v182 = v190;
}
bool const v191 = v179 < v119;
if(v191) {
uint32_t const v192 = v117 + v179;
uint32_t const v193 = v192 * v23;
uint32_t const v194 = v193 + v181;
__half const* const v195 = &v1[v194];
__half const v196 = *v195;
*v183 = v196;
}
}
uint32_t const v197 = v179 * v144;
uint32_t const v198 = v197 + v180;
__half * const v199 = &(*v39)[v198];
__half const v200 = *v182;
*v199 = v200;
__half * const v201 = &(*v40)[v198];
__half const v202 = *v183;
*v201 = v202;
uint32_t const v203 = 768;
uint32_t const v204 = v15 + v203;
uint32_t const v205 = v204 / v120;
uint32_t const v206 = v204 % v120;
uint32_t const v207 = v125 + v206;
__half v5385_store;
__half * v208 = &v5385_store;*v208 = v128;
__half v5386_store;
__half * v209 = &v5386_store;*v209 = v128;
bool const v210 = v207 < v23;
if(v210) {
bool const v211 = v205 < v118;
if(v211) {
uint32_t const v212 = v116 + v205;
uint32_t const v213 = v212 * v23;
uint32_t const v214 = v213 + v207;
__half const* const v215 = &v0[v214];
__half const v216 = *v215;
*v208 = v216;
}
bool const v217 = v205 < v119;
if(v217) {
uint32_t const v218 = v117 + v205;
uint32_t const v219 = v218 * v23;
uint32_t const v220 = v219 + v207;
__half const* const v221 = &v1[v220];
__half const v222 = *v221;
*v209 = v222;
}
}
uint32_t const v223 = v205 * v144;
uint32_t const v224 = v223 + v206;
__half * const v225 = &(*v39)[v224];
__half const v226 = *v208;
*v225 = v226;
__half * const v227 = &(*v40)[v224];
__half const v228 = *v209;
*v227 = v228;
uint32_t const v229 = 1024;
uint32_t const v230 = v15 + v229;
uint32_t const v231 = v230 / v120;
uint32_t const v232 = v230 % v120;
uint32_t const v233 = v125 + v232;
__half v5387_store;
__half * v234 = &v5387_store;*v234 = v128;
__half v5388_store;
__half * v235 = &v5388_store;*v235 = v128;
bool const v236 = v233 < v23;
if(v236) {
bool const v237 = v231 < v118;
if(v237) {
uint32_t const v238 = v116 + v231;
uint32_t const v239 = v238 * v23;
uint32_t const v240 = v239 + v233;
__half const* const v241 = &v0[v240];
__half const v242 = *v241;
*v234 = v242;
}
bool const v243 = v231 < v119;
if(v243) {
uint32_t const v244 = v117 + v231;
uint32_t const v245 = v244 * v23;
uint32_t const v246 = v245 + v233;
__half const* const v247 = &v1[v246];
__half const v248 = *v247;
*v235 = v248;
}
}
uint32_t const v249 = v231 * v144;
uint32_t const v250 = v249 + v232;
__half * const v251 = &(*v39)[v250];
__half const v252 = *v234;
*v251 = v252;
__half * const v253 = &(*v40)[v250];
__half const v254 = *v235;
*v253 = v254;
uint32_t const v255 = 1280;
uint32_t const v256 = v15 + v255;
uint32_t const v257 = v256 / v120;
uint32_t const v258 = v256 % v120;
uint32_t const v259 = v125 + v258;
__half v5389_store;
__half * v260 = &v5389_store;*v260 = v128;
__half v5390_store;
__half * v261 = &v5390_store;*v261 = v128;
bool const v262 = v259 < v23;
if(v262) {
bool const v263 = v257 < v118;
if(v263) {
uint32_t const v264 = v116 + v257;
uint32_t const v265 = v264 * v23;
uint32_t const v266 = v265 + v259;
__half const* const v267 = &v0[v266];
__half const v268 = *v267;
*v260 = v268;
}
bool const v269 = v257 < v119;
if(v269) {
uint32_t const v270 = v117 + v257;
uint32_t const v271 = v270 * v23;
uint32_t const v272 = v271 + v259;
__half const* const v273 = &v1[v272];
__half const v274 = *v273;
*v261 = v274;
}
}
uint32_t const v275 = v257 * v144;
uint32_t const v276 = v275 + v258;
__half * const v277 = &(*v39)[v276];
__half const v278 = *v260;
*v277 = v278;
__half * const v279 = &(*v40)[v276];
__half const v280 = *v261;
*v279 = v280;
uint32_t const v281 = 1536;
uint32_t const v282 = v15 + v281;
uint32_t const v283 = v282 / v120;
uint32_t const v284 = v282 % v120;
uint32_t const v285 = v125 + v284;
__half v5391_store;
__half * v286 = &v5391_store;*v286 = v128;
__half v5392_store;
__half * v287 = &v5392_store;*v287 = v128;
bool const v288 = v285 < v23;
if(v288) {
bool const v289 = v283 < v118;
if(v289) {
uint32_t const v290 = v116 + v283;
uint32_t const v291 = v290 * v23;
uint32_t const v292 = v291 + v285;
__half const* const v293 = &v0[v292];
__half const v294 = *v293;
*v286 = v294;
}
bool const v295 = v283 < v119;
if(v295) {
uint32_t const v296 = v117 + v283;
uint32_t const v297 = v296 * v23;
uint32_t const v298 = v297 + v285;
__half const* const v299 = &v1[v298];
__half const v300 = *v299;
*v287 = v300;
}
}
uint32_t const v301 = v283 * v144;
uint32_t const v302 = v301 + v284;
__half * const v303 = &(*v39)[v302];
__half const v304 = *v286;
*v303 = v304;
__half * const v305 = &(*v40)[v302];
__half const v306 = *v287;
*v305 = v306;
uint32_t const v307 = 1792;
uint32_t const v308 = v15 + v307;
uint32_t const v309 = v308 / v120;
uint32_t const v310 = v308 % v120;
uint32_t const v311 = v125 + v310;
__half v5393_store;
__half * v312 = &v5393_store;*v312 = v128;
__half v5394_store;
__half * v313 = &v5394_store;*v313 = v128;
bool const v314 = v311 < v23;
if(v314) {
bool const v315 = v309 < v118;
if(v315) {
uint32_t const v316 = v116 + v309;
uint32_t const v317 = v316 * v23;
uint32_t const v318 = v317 + v311;
__half const* const v319 = &v0[v318];
__half const v320 = *v319;
*v312 = v320;
}
bool const v321 = v309 < v119;
if(v321) {
uint32_t const v322 = v117 + v309;
uint32_t const v323 = v322 * v23;
uint32_t const v324 = v323 + v311;
__half const* const v325 = &v1[v324];
__half const v326 = *v325;
*v313 = v326;
}
}
uint32_t const v327 = v309 * v144;
uint32_t const v328 = v327 + v310;
__half * const v329 = &(*v39)[v328];
__half const v330 = *v312;
*v329 = v330;
__half * const v331 = &(*v40)[v328];
__half const v332 = *v313;
*v331 = v332;
__syncthreads();
uint32_t const v333 = v121 * v49;
uint32_t const v334 = v333 / v53;
uint32_t const v335 = 640;
uint32_t const v336 = v334 * v335;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v5395_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v337 = &v5395_store;uint32_t const v338 = 40;
__half * const v339 = &(*v39)[v336];
nvcuda::wmma::load_matrix_sync(*v337, reinterpret_cast<__half *>(v339), v338);uint32_t const v340 = v333 % v53;
uint32_t const v341 = v340 * v335;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> v5396_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> * v342 = &v5396_store;__half * const v343 = &(*v40)[v341];
nvcuda::wmma::load_matrix_sync(*v342, reinterpret_cast<__half *>(v343), v338);nvcuda::wmma::mma_sync(*v122, *v337, *v342, *v122);uint32_t const v344 = v336 + v16;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v5397_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v345 = &v5397_store;__half * const v346 = &(*v39)[v344];
nvcuda::wmma::load_matrix_sync(*v345, reinterpret_cast<__half *>(v346), v338);uint32_t const v347 = v341 + v16;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> v5398_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> * v348 = &v5398_store;__half * const v349 = &(*v40)[v347];
nvcuda::wmma::load_matrix_sync(*v348, reinterpret_cast<__half *>(v349), v338);nvcuda::wmma::mma_sync(*v122, *v345, *v348, *v122);uint32_t const v350 = v333 + v47;
uint32_t const v351 = v350 / v53;
uint32_t const v352 = v351 * v335;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v5399_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v353 = &v5399_store;__half * const v354 = &(*v39)[v352];
nvcuda::wmma::load_matrix_sync(*v353, reinterpret_cast<__half *>(v354), v338);uint32_t const v355 = v350 % v53;
uint32_t const v356 = v355 * v335;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> v5400_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> * v357 = &v5400_store;__half * const v358 = &(*v40)[v356];
nvcuda::wmma::load_matrix_sync(*v357, reinterpret_cast<__half *>(v358), v338);nvcuda::wmma::mma_sync(*v123, *v353, *v357, *v123);uint32_t const v359 = v352 + v16;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v5401_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v360 = &v5401_store;__half * const v361 = &(*v39)[v359];
nvcuda::wmma::load_matrix_sync(*v360, reinterpret_cast<__half *>(v361), v338);uint32_t const v362 = v356 + v16;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> v5402_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> * v363 = &v5402_store;__half * const v364 = &(*v40)[v362];
nvcuda::wmma::load_matrix_sync(*v363, reinterpret_cast<__half *>(v364), v338);nvcuda::wmma::mma_sync(*v123, *v360, *v363, *v123);}
uint32_t const v365 = v121 * v49;
uint32_t const v366 = v365 / v53;
uint32_t const v367 = 1152;
uint32_t const v368 = v366 * v367;
uint32_t const v369 = v365 % v53;
uint32_t const v370 = v369 * v16;
uint32_t const v371 = v368 + v370;
uint32_t const v372 = 72;
float * const v373 = &(*v41)[v371];
nvcuda::wmma::store_matrix_sync(reinterpret_cast<float *>(v373), *v122, v372, nvcuda::wmma::mem_row_major);uint32_t const v374 = v365 + v47;
uint32_t const v375 = v374 / v53;
uint32_t const v376 = v375 * v367;
uint32_t const v377 = v374 % v53;
uint32_t const v378 = v377 * v16;
uint32_t const v379 = v376 + v378;
float * const v380 = &(*v41)[v379];
nvcuda::wmma::store_matrix_sync(reinterpret_cast<float *>(v380), *v123, v372, nvcuda::wmma::mem_row_major);__syncthreads();
uint32_t const v381 = v17 * v53;
uint32_t const v382 = 72;
uint32_t const v383 = v381 * v382;
uint32_t const v384 = v383 + v18;
float * const v385 = &(*v41)[v384];
float const v386 = *v385;
float const v387 = *v84;
float const v388 = v387 + v386;
*v84 = v388;
uint32_t const v389 = v383 + v16;
uint32_t const v390 = v389 + v18;
float * const v391 = &(*v41)[v390];
float const v392 = *v391;
float const v393 = *v86;
float const v394 = v393 + v392;
*v86 = v394;
uint32_t const v395 = v383 + v120;
uint32_t const v396 = v395 + v18;
float * const v397 = &(*v41)[v396];
float const v398 = *v397;
float const v399 = *v88;
float const v400 = v399 + v398;
*v88 = v400;
uint32_t const v401 = 48;
uint32_t const v402 = v383 + v401;
uint32_t const v403 = v402 + v18;
float * const v404 = &(*v41)[v403];
float const v405 = *v404;
float const v406 = *v90;
float const v407 = v406 + v405;
*v90 = v407;
uint32_t const v408 = v381 + v47;
uint32_t const v409 = v408 * v382;
uint32_t const v410 = v409 + v18;
float * const v411 = &(*v41)[v410];
float const v412 = *v411;
float const v413 = *v92;
float const v414 = v413 + v412;
*v92 = v414;
uint32_t const v415 = v409 + v16;
uint32_t const v416 = v415 + v18;
float * const v417 = &(*v41)[v416];
float const v418 = *v417;
float const v419 = *v94;
float const v420 = v419 + v418;
*v94 = v420;
uint32_t const v421 = v409 + v120;
uint32_t const v422 = v421 + v18;
float * const v423 = &(*v41)[v422];
float const v424 = *v423;
float const v425 = *v96;
float const v426 = v425 + v424;
*v96 = v426;
uint32_t const v427 = v409 + v401;
uint32_t const v428 = v427 + v18;
float * const v429 = &(*v41)[v428];
float const v430 = *v429;
float const v431 = *v98;
float const v432 = v431 + v430;
*v98 = v432;
uint32_t const v433 = v381 + v49;
uint32_t const v434 = v433 * v382;
uint32_t const v435 = v434 + v18;
float * const v436 = &(*v41)[v435];
float const v437 = *v436;
float const v438 = *v100;
float const v439 = v438 + v437;
*v100 = v439;
uint32_t const v440 = v434 + v16;
uint32_t const v441 = v440 + v18;
float * const v442 = &(*v41)[v441];
float const v443 = *v442;
float const v444 = *v102;
float const v445 = v444 + v443;
*v102 = v445;
uint32_t const v446 = v434 + v120;
uint32_t const v447 = v446 + v18;
float * const v448 = &(*v41)[v447];
float const v449 = *v448;
float const v450 = *v104;
float const v451 = v450 + v449;
*v104 = v451;
uint32_t const v452 = v434 + v401;
uint32_t const v453 = v452 + v18;
float * const v454 = &(*v41)[v453];
float const v455 = *v454;
float const v456 = *v106;
float const v457 = v456 + v455;
*v106 = v457;
uint32_t const v458 = v381 + v51;
uint32_t const v459 = v458 * v382;
uint32_t const v460 = v459 + v18;
float * const v461 = &(*v41)[v460];
float const v462 = *v461;
float const v463 = *v108;
float const v464 = v463 + v462;
*v108 = v464;
uint32_t const v465 = v459 + v16;
uint32_t const v466 = v465 + v18;
float * const v467 = &(*v41)[v466];
float const v468 = *v467;
float const v469 = *v110;
float const v470 = v469 + v468;
*v110 = v470;
uint32_t const v471 = v459 + v120;
uint32_t const v472 = v471 + v18;
float * const v473 = &(*v41)[v472];
float const v474 = *v473;
float const v475 = *v112;
float const v476 = v475 + v474;
*v112 = v476;
uint32_t const v477 = v459 + v401;
uint32_t const v478 = v477 + v18;
float * const v479 = &(*v41)[v478];
float const v480 = *v479;
float const v481 = *v114;
float const v482 = v481 + v480;
*v114 = v482;
nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> v5403_store; nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> * v483 = &v5403_store;nvcuda::wmma::fill_fragment(*v483, v46);nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> v5404_store; nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> * v484 = &v5404_store;nvcuda::wmma::fill_fragment(*v484, v46);for(uint32_t v485 = v7; v485 < v49; v485 += v47) {
__syncthreads();
uint32_t const v486 = v485 * v120;
uint32_t const v487 = v15 % v120;
uint32_t const v488 = v486 + v487;
__half const v489 = 0;
__half v5406_store;
__half * v490 = &v5406_store;*v490 = v489;
__half v5407_store;
__half * v491 = &v5407_store;*v491 = v489;
bool const v492 = v488 < v23;
if(v492) {
bool const v493 = v121 < v118;
if(v493) {
uint32_t const v494 = v116 + v121;
uint32_t const v495 = v494 * v23;
uint32_t const v496 = v495 + v488;
__half const* const v497 = &v3[v496];
__half const v498 = *v497;
*v490 = v498;
}
bool const v499 = v121 < v119;
if(v499) {
uint32_t const v500 = v117 + v121;
uint32_t const v501 = v500 * v23;
uint32_t const v502 = v501 + v488;
__half const* const v503 = &v2[v502];
__half const v504 = *v503;
*v491 = v504;
}
}
uint32_t const v505 = 40;
uint32_t const v506 = v121 * v505;
uint32_t const v507 = v506 + v487;
__half * const v508 = &(*v39)[v507];
__half const v509 = *v490;
*v508 = v509;
__half * const v510 = &(*v40)[v507];
__half const v511 = *v491;
*v510 = v511;
uint32_t const v512 = 256;
uint32_t const v513 = v15 + v512;
uint32_t const v514 = v513 / v120;
uint32_t const v515 = v513 % v120;
uint32_t const v516 = v486 + v515;
__half v5408_store;
__half * v517 = &v5408_store;*v517 = v489;
__half v5409_store;
__half * v518 = &v5409_store;*v518 = v489;
bool const v519 = v516 < v23;
if(v519) {
bool const v520 = v514 < v118;
if(v520) {
uint32_t const v521 = v116 + v514;
uint32_t const v522 = v521 * v23;
uint32_t const v523 = v522 + v516;
__half const* const v524 = &v3[v523];
__half const v525 = *v524;
*v517 = v525;
}
bool const v526 = v514 < v119;
if(v526) {
uint32_t const v527 = v117 + v514;
uint32_t const v528 = v527 * v23;
uint32_t const v529 = v528 + v516;
__half const* const v530 = &v2[v529];
__half const v531 = *v530;
*v518 = v531;
}
}
uint32_t const v532 = v514 * v505;
uint32_t const v533 = v532 + v515;
__half * const v534 = &(*v39)[v533];
__half const v535 = *v517;
*v534 = v535;
__half * const v536 = &(*v40)[v533];
__half const v537 = *v518;
*v536 = v537;
uint32_t const v538 = 512;
uint32_t const v539 = v15 + v538;
uint32_t const v540 = v539 / v120;
uint32_t const v541 = v539 % v120;
uint32_t const v542 = v486 + v541;
__half v5410_store;
__half * v543 = &v5410_store;*v543 = v489;
__half v5411_store;
__half * v544 = &v5411_store;*v544 = v489;
bool const v545 = v542 < v23;
if(v545) {
bool const v546 = v540 < v118;
if(v546) {
uint32_t const v547 = v116 + v540;
uint32_t const v548 = v547 * v23;
uint32_t const v549 = v548 + v542;
__half const* const v550 = &v3[v549];
__half const v551 = *v550;
*v543 = v551;
}
bool const v552 = v540 < v119;
if(v552) {
uint32_t const v553 = v117 + v540;
uint32_t const v554 = v553 * v23;
uint32_t const v555 = v554 + v542;
__half const* const v556 = &v2[v555];
__half const v557 = *v556;
*v544 = v557;
}
}
uint32_t const v558 = v540 * v505;
uint32_t const v559 = v558 + v541;
__half * const v560 = &(*v39)[v559];
__half const v561 = *v543;
*v560 = v561;
__half * const v562 = &(*v40)[v559];
__half const v563 = *v544;
*v562 = v563;
uint32_t const v564 = 768;
uint32_t const v565 = v15 + v564;
uint32_t const v566 = v565 / v120;
uint32_t const v567 = v565 % v120;
uint32_t const v568 = v486 + v567;
__half v5412_store;
__half * v569 = &v5412_store;*v569 = v489;
__half v5413_store;
__half * v570 = &v5413_store;*v570 = v489;
bool const v571 = v568 < v23;
if(v571) {
bool const v572 = v566 < v118;
if(v572) {
uint32_t const v573 = v116 + v566;
uint32_t const v574 = v573 * v23;
uint32_t const v575 = v574 + v568;
__half const* const v576 = &v3[v575];
__half const v577 = *v576;
*v569 = v577;
}
bool const v578 = v566 < v119;
if(v578) {
uint32_t const v579 = v117 + v566;
uint32_t const v580 = v579 * v23;
uint32_t const v581 = v580 + v568;
__half const* const v582 = &v2[v581];
__half const v583 = *v582;
*v570 = v583;
}
}
uint32_t const v584 = v566 * v505;
uint32_t const v585 = v584 + v567;
__half * const v586 = &(*v39)[v585];
__half const v587 = *v569;
*v586 = v587;
__half * const v588 = &(*v40)[v585];
__half const v589 = *v570;
*v588 = v589;
uint32_t const v590 = 1024;
uint32_t const v591 = v15 + v590;
uint32_t const v592 = v591 / v120;
uint32_t const v593 = v591 % v120;
uint32_t const v594 = v486 + v593;
__half v5414_store;
__half * v595 = &v5414_store;*v595 = v489;
__half v5415_store;
__half * v596 = &v5415_store;*v596 = v489;
bool const v597 = v594 < v23;
if(v597) {
bool const v598 = v592 < v118;
if(v598) {
uint32_t const v599 = v116 + v592;
uint32_t const v600 = v599 * v23;
uint32_t const v601 = v600 + v594;
__half const* const v602 = &v3[v601];
__half const v603 = *v602;
*v595 = v603;
}
bool const v604 = v592 < v119;
if(v604) {
uint32_t const v605 = v117 + v592;
uint32_t const v606 = v605 * v23;
uint32_t const v607 = v606 + v594;
__half const* const v608 = &v2[v607];
__half const v609 = *v608;
*v596 = v609;
}
}
uint32_t const v610 = v592 * v505;
uint32_t const v611 = v610 + v593;
__half * const v612 = &(*v39)[v611];
__half const v613 = *v595;
*v612 = v613;
__half * const v614 = &(*v40)[v611];
__half const v615 = *v596;
*v614 = v615;
uint32_t const v616 = 1280;
uint32_t const v617 = v15 + v616;
uint32_t const v618 = v617 / v120;
uint32_t const v619 = v617 % v120;
uint32_t const v620 = v486 + v619;
__half v5416_store;
__half * v621 = &v5416_store;*v621 = v489;
__half v5417_store;
__half * v622 = &v5417_store;*v622 = v489;
bool const v623 = v620 < v23;
if(v623) {
bool const v624 = v618 < v118;
if(v624) {
uint32_t const v625 = v116 + v618;
uint32_t const v626 = v625 * v23;
uint32_t const v627 = v626 + v620;
__half const* const v628 = &v3[v627];
__half const v629 = *v628;
*v621 = v629;
}
bool const v630 = v618 < v119;
if(v630) {
uint32_t const v631 = v117 + v618;
uint32_t const v632 = v631 * v23;
uint32_t const v633 = v632 + v620;
__half const* const v634 = &v2[v633];
__half const v635 = *v634;
*v622 = v635;
}
}
uint32_t const v636 = v618 * v505;
uint32_t const v637 = v636 + v619;
__half * const v638 = &(*v39)[v637];
__half const v639 = *v621;
*v638 = v639;
__half * const v640 = &(*v40)[v637];
__half const v641 = *v622;
*v640 = v641;
uint32_t const v642 = 1536;
uint32_t const v643 = v15 + v642;
uint32_t const v644 = v643 / v120;
uint32_t const v645 = v643 % v120;
uint32_t const v646 = v486 + v645;
__half v5418_store;
__half * v647 = &v5418_store;*v647 = v489;
__half v5419_store;
__half * v648 = &v5419_store;*v648 = v489;
bool const v649 = v646 < v23;
if(v649) {
bool const v650 = v644 < v118;
if(v650) {
uint32_t const v651 = v116 + v644;
uint32_t const v652 = v651 * v23;
uint32_t const v653 = v652 + v646;
__half const* const v654 = &v3[v653];
__half const v655 = *v654;
*v647 = v655;
}
bool const v656 = v644 < v119;
if(v656) {
uint32_t const v657 = v117 + v644;
uint32_t const v658 = v657 * v23;
uint32_t const v659 = v658 + v646;
__half const* const v660 = &v2[v659];
__half const v661 = *v660;
*v648 = v661;
}
}
uint32_t const v662 = v644 * v505;
uint32_t const v663 = v662 + v645;
__half * const v664 = &(*v39)[v663];
__half const v665 = *v647;
*v664 = v665;
__half * const v666 = &(*v40)[v663];
__half const v667 = *v648;
*v666 = v667;
uint32_t const v668 = 1792;
uint32_t const v669 = v15 + v668;
uint32_t const v670 = v669 / v120;
uint32_t const v671 = v669 % v120;
uint32_t const v672 = v486 + v671;
__half v5420_store;
__half * v673 = &v5420_store;*v673 = v489;
__half v5421_store;
__half * v674 = &v5421_store;*v674 = v489;
bool const v675 = v672 < v23;
if(v675) {
bool const v676 = v670 < v118;
if(v676) {
uint32_t const v677 = v116 + v670;
uint32_t const v678 = v677 * v23;
uint32_t const v679 = v678 + v672;
__half const* const v680 = &v3[v679];
__half const v681 = *v680;
*v673 = v681;
}
bool const v682 = v670 < v119;
if(v682) {
uint32_t const v683 = v117 + v670;
uint32_t const v684 = v683 * v23;
uint32_t const v685 = v684 + v672;
__half const* const v686 = &v2[v685];
__half const v687 = *v686;
*v674 = v687;
}
}
uint32_t const v688 = v670 * v505;
uint32_t const v689 = v688 + v671;
__half * const v690 = &(*v39)[v689];
__half const v691 = *v673;
*v690 = v691;
__half * const v692 = &(*v40)[v689];
__half const v693 = *v674;
*v692 = v693;
__syncthreads();
uint32_t const v694 = 640;
uint32_t const v695 = v366 * v694;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v5422_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v696 = &v5422_store;uint32_t const v697 = 40;
__half * const v698 = &(*v39)[v695];
nvcuda::wmma::load_matrix_sync(*v696, reinterpret_cast<__half *>(v698), v697);uint32_t const v699 = v369 * v694;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> v5423_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> * v700 = &v5423_store;__half * const v701 = &(*v40)[v699];
nvcuda::wmma::load_matrix_sync(*v700, reinterpret_cast<__half *>(v701), v697);nvcuda::wmma::mma_sync(*v483, *v696, *v700, *v483);uint32_t const v702 = v695 + v16;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v5424_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v703 = &v5424_store;__half * const v704 = &(*v39)[v702];
nvcuda::wmma::load_matrix_sync(*v703, reinterpret_cast<__half *>(v704), v697);uint32_t const v705 = v699 + v16;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> v5425_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> * v706 = &v5425_store;__half * const v707 = &(*v40)[v705];
nvcuda::wmma::load_matrix_sync(*v706, reinterpret_cast<__half *>(v707), v697);nvcuda::wmma::mma_sync(*v483, *v703, *v706, *v483);uint32_t const v708 = v375 * v694;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v5426_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v709 = &v5426_store;__half * const v710 = &(*v39)[v708];
nvcuda::wmma::load_matrix_sync(*v709, reinterpret_cast<__half *>(v710), v697);uint32_t const v711 = v377 * v694;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> v5427_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> * v712 = &v5427_store;__half * const v713 = &(*v40)[v711];
nvcuda::wmma::load_matrix_sync(*v712, reinterpret_cast<__half *>(v713), v697);nvcuda::wmma::mma_sync(*v484, *v709, *v712, *v484);uint32_t const v714 = v708 + v16;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v5428_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v715 = &v5428_store;__half * const v716 = &(*v39)[v714];
nvcuda::wmma::load_matrix_sync(*v715, reinterpret_cast<__half *>(v716), v697);uint32_t const v717 = v711 + v16;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> v5429_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> * v718 = &v5429_store;__half * const v719 = &(*v40)[v717];
nvcuda::wmma::load_matrix_sync(*v718, reinterpret_cast<__half *>(v719), v697);nvcuda::wmma::mma_sync(*v484, *v715, *v718, *v484);}
nvcuda::wmma::store_matrix_sync(reinterpret_cast<float *>(v373), *v483, v372, nvcuda::wmma::mem_row_major);nvcuda::wmma::store_matrix_sync(reinterpret_cast<float *>(v380), *v484, v372, nvcuda::wmma::mem_row_major);__syncthreads();
float const v720 = *v385;
float const v721 = *v85;
float const v722 = v721 + v720;
*v85 = v722;
float const v723 = *v391;
float const v724 = *v87;
float const v725 = v724 + v723;
*v87 = v725;
float const v726 = *v397;
float const v727 = *v89;
float const v728 = v727 + v726;
*v89 = v728;
float const v729 = *v404;
float const v730 = *v91;
float const v731 = v730 + v729;
*v91 = v731;
float const v732 = *v411;
float const v733 = *v93;
float const v734 = v733 + v732;
*v93 = v734;
float const v735 = *v417;
float const v736 = *v95;
float const v737 = v736 + v735;
*v95 = v737;
float const v738 = *v423;
float const v739 = *v97;
float const v740 = v739 + v738;
*v97 = v740;
float const v741 = *v429;
float const v742 = *v99;
float const v743 = v742 + v741;
*v99 = v743;
float const v744 = *v436;
float const v745 = *v101;
float const v746 = v745 + v744;
*v101 = v746;
float const v747 = *v442;
float const v748 = *v103;
float const v749 = v748 + v747;
*v103 = v749;
float const v750 = *v448;
float const v751 = *v105;
float const v752 = v751 + v750;
*v105 = v752;
float const v753 = *v454;
float const v754 = *v107;
float const v755 = v754 + v753;
*v107 = v755;
float const v756 = *v461;
float const v757 = *v109;
float const v758 = v757 + v756;
*v109 = v758;
float const v759 = *v467;
float const v760 = *v111;
float const v761 = v760 + v759;
*v111 = v761;
float const v762 = *v473;
float const v763 = *v113;
float const v764 = v763 + v762;
*v113 = v764;
float const v765 = *v479;
float const v766 = *v115;
float const v767 = v766 + v765;
*v115 = v767;
uint32_t const v768 = v24 + v381;
uint32_t const v769 = v81 + v18;
float const v770 = *v84;
float const v771 = v770 * v13;
bool const v772 = v768 < v19;
bool const v773 = v769 < v20;
bool const v774 = v772 && v773;
if(v774) {
}
float const v775 = -3.402823470e+38;
float const v776 = v774 ? v771 : v775;
float v5432_store;
float * v777 = &v5432_store;*v777 = v46;
float v5433_store;
float * v778 = &v5433_store;*v778 = v46;
if(v772) {
float const v779 = 1;
float const v780 = *v85;
uint32_t const v781 = v116 + v381;
float const* const v782 = &v4[v781];
float const v783 = *v782;
uint32_t const v784 = v8 / v49;
uint32_t const v785 = v784 + v781;
float const* const v786 = &v4[v785];
float const v787 = *v786;
bool const v788 = v776 == v775;
float const v789 = v776 - v783;
float const v790 = exp(v789);float const v791 = v788 ? v46 : v790;
float const v792 = -v787;
float const v793 = fma(v780, v779, v792);
float const v794 = v791 * v793;
*v777 = v791;
*v778 = v794;
}
float const v795 = *v777;
__half const v796 = __half(v795);
__half * const v797 = &(*v42)[v384];
*v797 = v796;
float const v798 = *v778;
__half const v799 = __half(v798);
__half * const v800 = &(*v43)[v384];
*v800 = v799;
uint32_t const v801 = v16 + v18;
uint32_t const v802 = v81 + v801;
float const v803 = *v86;
float const v804 = v803 * v13;
bool const v805 = v802 < v20;
bool const v806 = v772 && v805;
if(v806) {
}
float const v807 = v806 ? v804 : v775;
float v5437_store;
float * v808 = &v5437_store;*v808 = v46;
float v5438_store;
float * v809 = &v5438_store;*v809 = v46;
if(v772) {
float const v810 = 1;
float const v811 = *v87;
uint32_t const v812 = v116 + v381;
float const* const v813 = &v4[v812];
float const v814 = *v813;
uint32_t const v815 = v8 / v49;
uint32_t const v816 = v815 + v812;
float const* const v817 = &v4[v816];
float const v818 = *v817;
bool const v819 = v807 == v775;
float const v820 = v807 - v814;
float const v821 = exp(v820);float const v822 = v819 ? v46 : v821;
float const v823 = -v818;
float const v824 = fma(v811, v810, v823);
float const v825 = v822 * v824;
*v808 = v822;
*v809 = v825;
}
float const v826 = *v808;
__half const v827 = __half(v826);
uint32_t const v828 = v383 + v801;
__half * const v829 = &(*v42)[v828];
*v829 = v827;
float const v830 = *v809;
__half const v831 = __half(v830);
__half * const v832 = &(*v43)[v828];
*v832 = v831;
uint32_t const v833 = v120 + v18;
uint32_t const v834 = v81 + v833;
float const v835 = *v88;
float const v836 = v835 * v13;
bool const v837 = v834 < v20;
bool const v838 = v772 && v837;
if(v838) {
}
float const v839 = v838 ? v836 : v775;
float v5442_store;
float * v840 = &v5442_store;*v840 = v46;
float v5443_store;
float * v841 = &v5443_store;*v841 = v46;
if(v772) {
float const v842 = 1;
float const v843 = *v89;
uint32_t const v844 = v116 + v381;
float const* const v845 = &v4[v844];
float const v846 = *v845;
uint32_t const v847 = v8 / v49;
uint32_t const v848 = v847 + v844;
float const* const v849 = &v4[v848];
float const v850 = *v849;
bool const v851 = v839 == v775;
float const v852 = v839 - v846;
float const v853 = exp(v852);float const v854 = v851 ? v46 : v853;
float const v855 = -v850;
float const v856 = fma(v843, v842, v855);
float const v857 = v854 * v856;
*v840 = v854;
*v841 = v857;
}
float const v858 = *v840;
__half const v859 = __half(v858);
uint32_t const v860 = v383 + v833;
__half * const v861 = &(*v42)[v860];
*v861 = v859;
float const v862 = *v841;
__half const v863 = __half(v862);
__half * const v864 = &(*v43)[v860];
*v864 = v863;
uint32_t const v865 = v401 + v18;
uint32_t const v866 = v81 + v865;
float const v867 = *v90;
float const v868 = v867 * v13;
bool const v869 = v866 < v20;
bool const v870 = v772 && v869;
if(v870) {
}
float const v871 = v870 ? v868 : v775;
float v5447_store;
float * v872 = &v5447_store;*v872 = v46;
float v5448_store;
float * v873 = &v5448_store;*v873 = v46;
if(v772) {
float const v874 = 1;
float const v875 = *v91;
uint32_t const v876 = v116 + v381;
float const* const v877 = &v4[v876];
float const v878 = *v877;
uint32_t const v879 = v8 / v49;
uint32_t const v880 = v879 + v876;
float const* const v881 = &v4[v880];
float const v882 = *v881;
bool const v883 = v871 == v775;
float const v884 = v871 - v878;
float const v885 = exp(v884);float const v886 = v883 ? v46 : v885;
float const v887 = -v882;
float const v888 = fma(v875, v874, v887);
float const v889 = v886 * v888;
*v872 = v886;
*v873 = v889;
}
float const v890 = *v872;
__half const v891 = __half(v890);
uint32_t const v892 = v383 + v865;
__half * const v893 = &(*v42)[v892];
*v893 = v891;
float const v894 = *v873;
__half const v895 = __half(v894);
__half * const v896 = &(*v43)[v892];
*v896 = v895;
uint32_t const v897 = v24 + v408;
float const v898 = *v92;
float const v899 = v898 * v13;
bool const v900 = v897 < v19;
bool const v901 = v900 && v773;
if(v901) {
}
float const v902 = v901 ? v899 : v775;
float v5452_store;
float * v903 = &v5452_store;*v903 = v46;
float v5453_store;
float * v904 = &v5453_store;*v904 = v46;
if(v900) {
float const v905 = 1;
float const v906 = *v93;
uint32_t const v907 = v116 + v408;
float const* const v908 = &v4[v907];
float const v909 = *v908;
uint32_t const v910 = v8 / v49;
uint32_t const v911 = v910 + v907;
float const* const v912 = &v4[v911];
float const v913 = *v912;
bool const v914 = v902 == v775;
float const v915 = v902 - v909;
float const v916 = exp(v915);float const v917 = v914 ? v46 : v916;
float const v918 = -v913;
float const v919 = fma(v906, v905, v918);
float const v920 = v917 * v919;
*v903 = v917;
*v904 = v920;
}
float const v921 = *v903;
__half const v922 = __half(v921);
__half * const v923 = &(*v42)[v410];
*v923 = v922;
float const v924 = *v904;
__half const v925 = __half(v924);
__half * const v926 = &(*v43)[v410];
*v926 = v925;
float const v927 = *v94;
float const v928 = v927 * v13;
bool const v929 = v900 && v805;
if(v929) {
}
float const v930 = v929 ? v928 : v775;
float v5457_store;
float * v931 = &v5457_store;*v931 = v46;
float v5458_store;
float * v932 = &v5458_store;*v932 = v46;
if(v900) {
float const v933 = 1;
float const v934 = *v95;
uint32_t const v935 = v116 + v408;
float const* const v936 = &v4[v935];
float const v937 = *v936;
uint32_t const v938 = v8 / v49;
uint32_t const v939 = v938 + v935;
float const* const v940 = &v4[v939];
float const v941 = *v940;
bool const v942 = v930 == v775;
float const v943 = v930 - v937;
float const v944 = exp(v943);float const v945 = v942 ? v46 : v944;
float const v946 = -v941;
float const v947 = fma(v934, v933, v946);
float const v948 = v945 * v947;
*v931 = v945;
*v932 = v948;
}
float const v949 = *v931;
__half const v950 = __half(v949);
uint32_t const v951 = v409 + v801;
__half * const v952 = &(*v42)[v951];
*v952 = v950;
float const v953 = *v932;
__half const v954 = __half(v953);
__half * const v955 = &(*v43)[v951];
*v955 = v954;
float const v956 = *v96;
float const v957 = v956 * v13;
bool const v958 = v900 && v837;
if(v958) {
}
float const v959 = v958 ? v957 : v775;
float v5462_store;
float * v960 = &v5462_store;*v960 = v46;
float v5463_store;
float * v961 = &v5463_store;*v961 = v46;
if(v900) {
float const v962 = 1;
float const v963 = *v97;
uint32_t const v964 = v116 + v408;
float const* const v965 = &v4[v964];
float const v966 = *v965;
uint32_t const v967 = v8 / v49;
uint32_t const v968 = v967 + v964;
float const* const v969 = &v4[v968];
float const v970 = *v969;
bool const v971 = v959 == v775;
float const v972 = v959 - v966;
float const v973 = exp(v972);float const v974 = v971 ? v46 : v973;
float const v975 = -v970;
float const v976 = fma(v963, v962, v975);
float const v977 = v974 * v976;
*v960 = v974;
*v961 = v977;
}
float const v978 = *v960;
__half const v979 = __half(v978);
uint32_t const v980 = v409 + v833;
__half * const v981 = &(*v42)[v980];
*v981 = v979;
float const v982 = *v961;
__half const v983 = __half(v982);
__half * const v984 = &(*v43)[v980];
*v984 = v983;
float const v985 = *v98;
float const v986 = v985 * v13;
bool const v987 = v900 && v869;
if(v987) {
}
float const v988 = v987 ? v986 : v775;
float v5467_store;
float * v989 = &v5467_store;*v989 = v46;
float v5468_store;
float * v990 = &v5468_store;*v990 = v46;
if(v900) {
float const v991 = 1;
float const v992 = *v99;
uint32_t const v993 = v116 + v408;
float const* const v994 = &v4[v993];
float const v995 = *v994;
uint32_t const v996 = v8 / v49;
uint32_t const v997 = v996 + v993;
float const* const v998 = &v4[v997];
float const v999 = *v998;
bool const v1000 = v988 == v775;
float const v1001 = v988 - v995;
float const v1002 = exp(v1001);float const v1003 = v1000 ? v46 : v1002;
float const v1004 = -v999;
float const v1005 = fma(v992, v991, v1004);
float const v1006 = v1003 * v1005;
*v989 = v1003;
*v990 = v1006;
}
float const v1007 = *v989;
__half const v1008 = __half(v1007);
uint32_t const v1009 = v409 + v865;
__half * const v1010 = &(*v42)[v1009];
*v1010 = v1008;
float const v1011 = *v990;
__half const v1012 = __half(v1011);
__half * const v1013 = &(*v43)[v1009];
*v1013 = v1012;
uint32_t const v1014 = v24 + v433;
float const v1015 = *v100;
float const v1016 = v1015 * v13;
bool const v1017 = v1014 < v19;
bool const v1018 = v1017 && v773;
if(v1018) {
}
float const v1019 = v1018 ? v1016 : v775;
float v5472_store;
float * v1020 = &v5472_store;*v1020 = v46;
float v5473_store;
float * v1021 = &v5473_store;*v1021 = v46;
if(v1017) {
float const v1022 = 1;
float const v1023 = *v101;
uint32_t const v1024 = v116 + v433;
float const* const v1025 = &v4[v1024];
float const v1026 = *v1025;
uint32_t const v1027 = v8 / v49;
uint32_t const v1028 = v1027 + v1024;
float const* const v1029 = &v4[v1028];
float const v1030 = *v1029;
bool const v1031 = v1019 == v775;
float const v1032 = v1019 - v1026;
float const v1033 = exp(v1032);float const v1034 = v1031 ? v46 : v1033;
float const v1035 = -v1030;
float const v1036 = fma(v1023, v1022, v1035);
float const v1037 = v1034 * v1036;
*v1020 = v1034;
*v1021 = v1037;
}
float const v1038 = *v1020;
__half const v1039 = __half(v1038);
__half * const v1040 = &(*v42)[v435];
*v1040 = v1039;
float const v1041 = *v1021;
__half const v1042 = __half(v1041);
__half * const v1043 = &(*v43)[v435];
*v1043 = v1042;
float const v1044 = *v102;
float const v1045 = v1044 * v13;
bool const v1046 = v1017 && v805;
if(v1046) {
}
float const v1047 = v1046 ? v1045 : v775;
float v5477_store;
float * v1048 = &v5477_store;*v1048 = v46;
float v5478_store;
float * v1049 = &v5478_store;*v1049 = v46;
if(v1017) {
float const v1050 = 1;
float const v1051 = *v103;
uint32_t const v1052 = v116 + v433;
float const* const v1053 = &v4[v1052];
float const v1054 = *v1053;
uint32_t const v1055 = v8 / v49;
uint32_t const v1056 = v1055 + v1052;
float const* const v1057 = &v4[v1056];
float const v1058 = *v1057;
bool const v1059 = v1047 == v775;
float const v1060 = v1047 - v1054;
float const v1061 = exp(v1060);float const v1062 = v1059 ? v46 : v1061;
float const v1063 = -v1058;
float const v1064 = fma(v1051, v1050, v1063);
float const v1065 = v1062 * v1064;
*v1048 = v1062;
*v1049 = v1065;
}
float const v1066 = *v1048;
__half const v1067 = __half(v1066);
uint32_t const v1068 = v434 + v801;
__half * const v1069 = &(*v42)[v1068];
*v1069 = v1067;
float const v1070 = *v1049;
__half const v1071 = __half(v1070);
__half * const v1072 = &(*v43)[v1068];
*v1072 = v1071;
float const v1073 = *v104;
float const v1074 = v1073 * v13;
bool const v1075 = v1017 && v837;
if(v1075) {
}
float const v1076 = v1075 ? v1074 : v775;
float v5482_store;
float * v1077 = &v5482_store;*v1077 = v46;
float v5483_store;
float * v1078 = &v5483_store;*v1078 = v46;
if(v1017) {
float const v1079 = 1;
float const v1080 = *v105;
uint32_t const v1081 = v116 + v433;
float const* const v1082 = &v4[v1081];
float const v1083 = *v1082;
uint32_t const v1084 = v8 / v49;
uint32_t const v1085 = v1084 + v1081;
float const* const v1086 = &v4[v1085];
float const v1087 = *v1086;
bool const v1088 = v1076 == v775;
float const v1089 = v1076 - v1083;
float const v1090 = exp(v1089);float const v1091 = v1088 ? v46 : v1090;
float const v1092 = -v1087;
float const v1093 = fma(v1080, v1079, v1092);
float const v1094 = v1091 * v1093;
*v1077 = v1091;
*v1078 = v1094;
}
float const v1095 = *v1077;
__half const v1096 = __half(v1095);
uint32_t const v1097 = v434 + v833;
__half * const v1098 = &(*v42)[v1097];
*v1098 = v1096;
float const v1099 = *v1078;
__half const v1100 = __half(v1099);
__half * const v1101 = &(*v43)[v1097];
*v1101 = v1100;
float const v1102 = *v106;
float const v1103 = v1102 * v13;
bool const v1104 = v1017 && v869;
if(v1104) {
}
float const v1105 = v1104 ? v1103 : v775;
float v5487_store;
float * v1106 = &v5487_store;*v1106 = v46;
float v5488_store;
float * v1107 = &v5488_store;*v1107 = v46;
if(v1017) {
float const v1108 = 1;
float const v1109 = *v107;
uint32_t const v1110 = v116 + v433;
float const* const v1111 = &v4[v1110];
float const v1112 = *v1111;
uint32_t const v1113 = v8 / v49;
uint32_t const v1114 = v1113 + v1110;
float const* const v1115 = &v4[v1114];
float const v1116 = *v1115;
bool const v1117 = v1105 == v775;
float const v1118 = v1105 - v1112;
float const v1119 = exp(v1118);float const v1120 = v1117 ? v46 : v1119;
float const v1121 = -v1116;
float const v1122 = fma(v1109, v1108, v1121);
float const v1123 = v1120 * v1122;
*v1106 = v1120;
*v1107 = v1123;
}
float const v1124 = *v1106;
__half const v1125 = __half(v1124);
uint32_t const v1126 = v434 + v865;
__half * const v1127 = &(*v42)[v1126];
*v1127 = v1125;
float const v1128 = *v1107;
__half const v1129 = __half(v1128);
__half * const v1130 = &(*v43)[v1126];
*v1130 = v1129;
uint32_t const v1131 = v24 + v458;
float const v1132 = *v108;
float const v1133 = v1132 * v13;
bool const v1134 = v1131 < v19;
bool const v1135 = v1134 && v773;
if(v1135) {
}
float const v1136 = v1135 ? v1133 : v775;
float v5492_store;
float * v1137 = &v5492_store;*v1137 = v46;
float v5493_store;
float * v1138 = &v5493_store;*v1138 = v46;
if(v1134) {
float const v1139 = 1;
float const v1140 = *v109;
uint32_t const v1141 = v116 + v458;
float const* const v1142 = &v4[v1141];
float const v1143 = *v1142;
uint32_t const v1144 = v8 / v49;
uint32_t const v1145 = v1144 + v1141;
float const* const v1146 = &v4[v1145];
float const v1147 = *v1146;
bool const v1148 = v1136 == v775;
float const v1149 = v1136 - v1143;
float const v1150 = exp(v1149);float const v1151 = v1148 ? v46 : v1150;
float const v1152 = -v1147;
float const v1153 = fma(v1140, v1139, v1152);
float const v1154 = v1151 * v1153;
*v1137 = v1151;
*v1138 = v1154;
}
float const v1155 = *v1137;
__half const v1156 = __half(v1155);
__half * const v1157 = &(*v42)[v460];
*v1157 = v1156;
float const v1158 = *v1138;
__half const v1159 = __half(v1158);
__half * const v1160 = &(*v43)[v460];
*v1160 = v1159;
float const v1161 = *v110;
float const v1162 = v1161 * v13;
bool const v1163 = v1134 && v805;
if(v1163) {
}
float const v1164 = v1163 ? v1162 : v775;
float v5497_store;
float * v1165 = &v5497_store;*v1165 = v46;
float v5498_store;
float * v1166 = &v5498_store;*v1166 = v46;
if(v1134) {
float const v1167 = 1;
float const v1168 = *v111;
uint32_t const v1169 = v116 + v458;
float const* const v1170 = &v4[v1169];
float const v1171 = *v1170;
uint32_t const v1172 = v8 / v49;
uint32_t const v1173 = v1172 + v1169;
float const* const v1174 = &v4[v1173];
float const v1175 = *v1174;
bool const v1176 = v1164 == v775;
float const v1177 = v1164 - v1171;
float const v1178 = exp(v1177);float const v1179 = v1176 ? v46 : v1178;
float const v1180 = -v1175;
float const v1181 = fma(v1168, v1167, v1180);
float const v1182 = v1179 * v1181;
*v1165 = v1179;
*v1166 = v1182;
}
float const v1183 = *v1165;
__half const v1184 = __half(v1183);
uint32_t const v1185 = v459 + v801;
__half * const v1186 = &(*v42)[v1185];
*v1186 = v1184;
float const v1187 = *v1166;
__half const v1188 = __half(v1187);
__half * const v1189 = &(*v43)[v1185];
*v1189 = v1188;
float const v1190 = *v112;
float const v1191 = v1190 * v13;
bool const v1192 = v1134 && v837;
if(v1192) {
}
float const v1193 = v1192 ? v1191 : v775;
float v5502_store;
float * v1194 = &v5502_store;*v1194 = v46;
float v5503_store;
float * v1195 = &v5503_store;*v1195 = v46;
if(v1134) {
float const v1196 = 1;
float const v1197 = *v113;
uint32_t const v1198 = v116 + v458;
float const* const v1199 = &v4[v1198];
float const v1200 = *v1199;
uint32_t const v1201 = v8 / v49;
uint32_t const v1202 = v1201 + v1198;
float const* const v1203 = &v4[v1202];
float const v1204 = *v1203;
bool const v1205 = v1193 == v775;
float const v1206 = v1193 - v1200;
float const v1207 = exp(v1206);float const v1208 = v1205 ? v46 : v1207;
float const v1209 = -v1204;
float const v1210 = fma(v1197, v1196, v1209);
float const v1211 = v1208 * v1210;
*v1194 = v1208;
*v1195 = v1211;
}
float const v1212 = *v1194;
__half const v1213 = __half(v1212);
uint32_t const v1214 = v459 + v833;
__half * const v1215 = &(*v42)[v1214];
*v1215 = v1213;
float const v1216 = *v1195;
__half const v1217 = __half(v1216);
__half * const v1218 = &(*v43)[v1214];
*v1218 = v1217;
float const v1219 = *v114;
float const v1220 = v1219 * v13;
bool const v1221 = v1134 && v869;
if(v1221) {
}
float const v1222 = v1221 ? v1220 : v775;
float v5507_store;
float * v1223 = &v5507_store;*v1223 = v46;
float v5508_store;
float * v1224 = &v5508_store;*v1224 = v46;
if(v1134) {
float const v1225 = 1;
float const v1226 = *v115;
uint32_t const v1227 = v116 + v458;
float const* const v1228 = &v4[v1227];
float const v1229 = *v1228;
uint32_t const v1230 = v8 / v49;
uint32_t const v1231 = v1230 + v1227;
float const* const v1232 = &v4[v1231];
float const v1233 = *v1232;
bool const v1234 = v1222 == v775;
float const v1235 = v1222 - v1229;
float const v1236 = exp(v1235);float const v1237 = v1234 ? v46 : v1236;
float const v1238 = -v1233;
float const v1239 = fma(v1226, v1225, v1238);
float const v1240 = v1237 * v1239;
*v1223 = v1237;
*v1224 = v1240;
}
float const v1241 = *v1223;
__half const v1242 = __half(v1241);
uint32_t const v1243 = v459 + v865;
__half * const v1244 = &(*v42)[v1243];
*v1244 = v1242;
float const v1245 = *v1224;
__half const v1246 = __half(v1245);
__half * const v1247 = &(*v43)[v1243];
*v1247 = v1246;
__syncthreads();
__syncthreads();
uint32_t const v1248 = v15 % v120;
__half const v1249 = 0;
__half v5510_store;
__half * v1250 = &v5510_store;*v1250 = v1249;
bool const v1251 = v1248 < v23;
bool const v1252 = v121 < v119;
bool const v1253 = v1251 && v1252;
if(v1253) {
uint32_t const v1254 = v117 + v121;
uint32_t const v1255 = v1254 * v23;
uint32_t const v1256 = v1255 + v1248;
__half const* const v1257 = &v1[v1256];
__half const v1258 = *v1257;
*v1250 = v1258;
}
uint32_t const v1259 = 40;
uint32_t const v1260 = v121 * v1259;
uint32_t const v1261 = v1260 + v1248;
__half * const v1262 = &(*v40)[v1261];
__half const v1263 = *v1250;
*v1262 = v1263;
uint32_t const v1264 = 256;
uint32_t const v1265 = v15 + v1264;
uint32_t const v1266 = v1265 / v120;
uint32_t const v1267 = v1265 % v120;
__half v5511_store;
__half * v1268 = &v5511_store;*v1268 = v1249;
bool const v1269 = v1267 < v23;
bool const v1270 = v1266 < v119;
bool const v1271 = v1269 && v1270;
if(v1271) {
uint32_t const v1272 = v117 + v1266;
uint32_t const v1273 = v1272 * v23;
uint32_t const v1274 = v1273 + v1267;
__half const* const v1275 = &v1[v1274];
__half const v1276 = *v1275;
*v1268 = v1276;
}
uint32_t const v1277 = v1266 * v1259;
uint32_t const v1278 = v1277 + v1267;
__half * const v1279 = &(*v40)[v1278];
__half const v1280 = *v1268;
*v1279 = v1280;
uint32_t const v1281 = 512;
uint32_t const v1282 = v15 + v1281;
uint32_t const v1283 = v1282 / v120;
uint32_t const v1284 = v1282 % v120;
__half v5512_store;
__half * v1285 = &v5512_store;*v1285 = v1249;
bool const v1286 = v1284 < v23;
bool const v1287 = v1283 < v119;
bool const v1288 = v1286 && v1287;
if(v1288) {
uint32_t const v1289 = v117 + v1283;
uint32_t const v1290 = v1289 * v23;
uint32_t const v1291 = v1290 + v1284;
__half const* const v1292 = &v1[v1291];
__half const v1293 = *v1292;
*v1285 = v1293;
}
uint32_t const v1294 = v1283 * v1259;
uint32_t const v1295 = v1294 + v1284;
__half * const v1296 = &(*v40)[v1295];
__half const v1297 = *v1285;
*v1296 = v1297;
uint32_t const v1298 = 768;
uint32_t const v1299 = v15 + v1298;
uint32_t const v1300 = v1299 / v120;
uint32_t const v1301 = v1299 % v120;
__half v5513_store;
__half * v1302 = &v5513_store;*v1302 = v1249;
bool const v1303 = v1301 < v23;
bool const v1304 = v1300 < v119;
bool const v1305 = v1303 && v1304;
if(v1305) {
uint32_t const v1306 = v117 + v1300;
uint32_t const v1307 = v1306 * v23;
uint32_t const v1308 = v1307 + v1301;
__half const* const v1309 = &v1[v1308];
__half const v1310 = *v1309;
*v1302 = v1310;
}
uint32_t const v1311 = v1300 * v1259;
uint32_t const v1312 = v1311 + v1301;
__half * const v1313 = &(*v40)[v1312];
__half const v1314 = *v1302;
*v1313 = v1314;
uint32_t const v1315 = 1024;
uint32_t const v1316 = v15 + v1315;
uint32_t const v1317 = v1316 / v120;
uint32_t const v1318 = v1316 % v120;
__half v5514_store;
__half * v1319 = &v5514_store;*v1319 = v1249;
bool const v1320 = v1318 < v23;
bool const v1321 = v1317 < v119;
bool const v1322 = v1320 && v1321;
if(v1322) {
uint32_t const v1323 = v117 + v1317;
uint32_t const v1324 = v1323 * v23;
uint32_t const v1325 = v1324 + v1318;
__half const* const v1326 = &v1[v1325];
__half const v1327 = *v1326;
*v1319 = v1327;
}
uint32_t const v1328 = v1317 * v1259;
uint32_t const v1329 = v1328 + v1318;
__half * const v1330 = &(*v40)[v1329];
__half const v1331 = *v1319;
*v1330 = v1331;
uint32_t const v1332 = 1280;
uint32_t const v1333 = v15 + v1332;
uint32_t const v1334 = v1333 / v120;
uint32_t const v1335 = v1333 % v120;
__half v5515_store;
__half * v1336 = &v5515_store;*v1336 = v1249;
bool const v1337 = v1335 < v23;
bool const v1338 = v1334 < v119;
bool const v1339 = v1337 && v1338;
if(v1339) {
uint32_t const v1340 = v117 + v1334;
uint32_t const v1341 = v1340 * v23;
uint32_t const v1342 = v1341 + v1335;
__half const* const v1343 = &v1[v1342];
__half const v1344 = *v1343;
*v1336 = v1344;
}
uint32_t const v1345 = v1334 * v1259;
uint32_t const v1346 = v1345 + v1335;
__half * const v1347 = &(*v40)[v1346];
__half const v1348 = *v1336;
*v1347 = v1348;
uint32_t const v1349 = 1536;
uint32_t const v1350 = v15 + v1349;
uint32_t const v1351 = v1350 / v120;
uint32_t const v1352 = v1350 % v120;
__half v5516_store;
__half * v1353 = &v5516_store;*v1353 = v1249;
bool const v1354 = v1352 < v23;
bool const v1355 = v1351 < v119;
bool const v1356 = v1354 && v1355;
if(v1356) {
uint32_t const v1357 = v117 + v1351;
uint32_t const v1358 = v1357 * v23;
uint32_t const v1359 = v1358 + v1352;
__half const* const v1360 = &v1[v1359];
__half const v1361 = *v1360;
*v1353 = v1361;
}
uint32_t const v1362 = v1351 * v1259;
uint32_t const v1363 = v1362 + v1352;
__half * const v1364 = &(*v40)[v1363];
__half const v1365 = *v1353;
*v1364 = v1365;
uint32_t const v1366 = 1792;
uint32_t const v1367 = v15 + v1366;
uint32_t const v1368 = v1367 / v120;
uint32_t const v1369 = v1367 % v120;
__half v5517_store;
__half * v1370 = &v5517_store;*v1370 = v1249;
bool const v1371 = v1369 < v23;
bool const v1372 = v1368 < v119;
bool const v1373 = v1371 && v1372;
if(v1373) {
uint32_t const v1374 = v117 + v1368;
uint32_t const v1375 = v1374 * v23;
uint32_t const v1376 = v1375 + v1369;
__half const* const v1377 = &v1[v1376];
__half const v1378 = *v1377;
*v1370 = v1378;
}
uint32_t const v1379 = v1368 * v1259;
uint32_t const v1380 = v1379 + v1369;
__half * const v1381 = &(*v40)[v1380];
__half const v1382 = *v1370;
*v1381 = v1382;
__syncthreads();
uint32_t const v1383 = v121 / v49;
uint32_t const v1384 = v1383 * v16;
uint32_t const v1385 = v121 % v49;
uint32_t const v1386 = v1385 * v16;
nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> v5518_store; nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> * v1387 = &v5518_store;nvcuda::wmma::fill_fragment(*v1387, v46);for(uint32_t v1388 = v7; v1388 < v53; v1388 += v47) {
uint32_t const v1389 = 640;
uint32_t const v1390 = v1388 * v1389;
uint32_t const v1391 = v1390 + v1386;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::row_major> v5520_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::row_major> * v1392 = &v5520_store;uint32_t const v1393 = 40;
__half * const v1394 = &(*v40)[v1391];
nvcuda::wmma::load_matrix_sync(*v1392, reinterpret_cast<__half *>(v1394), v1393);uint32_t const v1395 = v1384 * v382;
uint32_t const v1396 = v1388 * v16;
uint32_t const v1397 = v1395 + v1396;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v5521_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v1398 = &v5521_store;__half * const v1399 = &(*v43)[v1397];
nvcuda::wmma::load_matrix_sync(*v1398, reinterpret_cast<__half *>(v1399), v372);nvcuda::wmma::mma_sync(*v1387, *v1398, *v1392, *v1387);}
uint32_t const v1400 = v1384 * v1259;
uint32_t const v1401 = v1400 + v1386;
uint32_t const v1402 = 40;
float * const v1403 = &(*v41)[v1401];
nvcuda::wmma::store_matrix_sync(reinterpret_cast<float *>(v1403), *v1387, v1402, nvcuda::wmma::mem_row_major);__syncthreads();
uint32_t const v1404 = v381 * v1259;
uint32_t const v1405 = v1404 + v18;
float * const v1406 = &(*v41)[v1405];
float const v1407 = *v1406;
float const v1408 = *v45;
float const v1409 = fma(v1407, v13, v1408);
*v45 = v1409;
uint32_t const v1410 = v1404 + v16;
uint32_t const v1411 = v1410 + v18;
float * const v1412 = &(*v41)[v1411];
float const v1413 = *v1412;
float const v1414 = *v48;
float const v1415 = fma(v1413, v13, v1414);
*v48 = v1415;
uint32_t const v1416 = v408 * v1259;
uint32_t const v1417 = v1416 + v18;
float * const v1418 = &(*v41)[v1417];
float const v1419 = *v1418;
float const v1420 = *v54;
float const v1421 = fma(v1419, v13, v1420);
*v54 = v1421;
uint32_t const v1422 = v1416 + v16;
uint32_t const v1423 = v1422 + v18;
float * const v1424 = &(*v41)[v1423];
float const v1425 = *v1424;
float const v1426 = *v56;
float const v1427 = fma(v1425, v13, v1426);
*v56 = v1427;
uint32_t const v1428 = v433 * v1259;
uint32_t const v1429 = v1428 + v18;
float * const v1430 = &(*v41)[v1429];
float const v1431 = *v1430;
float const v1432 = *v62;
float const v1433 = fma(v1431, v13, v1432);
*v62 = v1433;
uint32_t const v1434 = v1428 + v16;
uint32_t const v1435 = v1434 + v18;
float * const v1436 = &(*v41)[v1435];
float const v1437 = *v1436;
float const v1438 = *v64;
float const v1439 = fma(v1437, v13, v1438);
*v64 = v1439;
uint32_t const v1440 = v458 * v1259;
uint32_t const v1441 = v1440 + v18;
float * const v1442 = &(*v41)[v1441];
float const v1443 = *v1442;
float const v1444 = *v70;
float const v1445 = fma(v1443, v13, v1444);
*v70 = v1445;
uint32_t const v1446 = v1440 + v16;
uint32_t const v1447 = v1446 + v18;
float * const v1448 = &(*v41)[v1447];
float const v1449 = *v1448;
float const v1450 = *v72;
float const v1451 = fma(v1449, v13, v1450);
*v72 = v1451;
__syncthreads();
uint32_t const v1452 = v120 + v1248;
__half v5522_store;
__half * v1453 = &v5522_store;*v1453 = v1249;
bool const v1454 = v1452 < v23;
bool const v1455 = v1454 && v1252;
if(v1455) {
uint32_t const v1456 = v117 + v121;
uint32_t const v1457 = v1456 * v23;
uint32_t const v1458 = v1457 + v1452;
__half const* const v1459 = &v1[v1458];
__half const v1460 = *v1459;
*v1453 = v1460;
}
__half const v1461 = *v1453;
*v1262 = v1461;
uint32_t const v1462 = v120 + v1267;
__half v5523_store;
__half * v1463 = &v5523_store;*v1463 = v1249;
bool const v1464 = v1462 < v23;
bool const v1465 = v1464 && v1270;
if(v1465) {
uint32_t const v1466 = v117 + v1266;
uint32_t const v1467 = v1466 * v23;
uint32_t const v1468 = v1467 + v1462;
__half const* const v1469 = &v1[v1468];
__half const v1470 = *v1469;
*v1463 = v1470;
}
__half const v1471 = *v1463;
*v1279 = v1471;
uint32_t const v1472 = v120 + v1284;
__half v5524_store;
__half * v1473 = &v5524_store;*v1473 = v1249;
bool const v1474 = v1472 < v23;
bool const v1475 = v1474 && v1287;
if(v1475) {
uint32_t const v1476 = v117 + v1283;
uint32_t const v1477 = v1476 * v23;
uint32_t const v1478 = v1477 + v1472;
__half const* const v1479 = &v1[v1478];
__half const v1480 = *v1479;
*v1473 = v1480;
}
__half const v1481 = *v1473;
*v1296 = v1481;
uint32_t const v1482 = v120 + v1301;
__half v5525_store;
__half * v1483 = &v5525_store;*v1483 = v1249;
bool const v1484 = v1482 < v23;
bool const v1485 = v1484 && v1304;
if(v1485) {
uint32_t const v1486 = v117 + v1300;
uint32_t const v1487 = v1486 * v23;
uint32_t const v1488 = v1487 + v1482;
__half const* const v1489 = &v1[v1488];
__half const v1490 = *v1489;
*v1483 = v1490;
}
__half const v1491 = *v1483;
*v1313 = v1491;
uint32_t const v1492 = v120 + v1318;
__half v5526_store;
__half * v1493 = &v5526_store;*v1493 = v1249;
bool const v1494 = v1492 < v23;
bool const v1495 = v1494 && v1321;
if(v1495) {
uint32_t const v1496 = v117 + v1317;
uint32_t const v1497 = v1496 * v23;
uint32_t const v1498 = v1497 + v1492;
__half const* const v1499 = &v1[v1498];
__half const v1500 = *v1499;
*v1493 = v1500;
}
__half const v1501 = *v1493;
*v1330 = v1501;
uint32_t const v1502 = v120 + v1335;
__half v5527_store;
__half * v1503 = &v5527_store;*v1503 = v1249;
bool const v1504 = v1502 < v23;
bool const v1505 = v1504 && v1338;
if(v1505) {
uint32_t const v1506 = v117 + v1334;
uint32_t const v1507 = v1506 * v23;
uint32_t const v1508 = v1507 + v1502;
__half const* const v1509 = &v1[v1508];
__half const v1510 = *v1509;
*v1503 = v1510;
}
__half const v1511 = *v1503;
*v1347 = v1511;
uint32_t const v1512 = v120 + v1352;
__half v5528_store;
__half * v1513 = &v5528_store;*v1513 = v1249;
bool const v1514 = v1512 < v23;
bool const v1515 = v1514 && v1355;
if(v1515) {
uint32_t const v1516 = v117 + v1351;
uint32_t const v1517 = v1516 * v23;
uint32_t const v1518 = v1517 + v1512;
__half const* const v1519 = &v1[v1518];
__half const v1520 = *v1519;
*v1513 = v1520;
}
__half const v1521 = *v1513;
*v1364 = v1521;
uint32_t const v1522 = v120 + v1369;
__half v5529_store;
__half * v1523 = &v5529_store;*v1523 = v1249;
bool const v1524 = v1522 < v23;
bool const v1525 = v1524 && v1372;
if(v1525) {
uint32_t const v1526 = v117 + v1368;
uint32_t const v1527 = v1526 * v23;
uint32_t const v1528 = v1527 + v1522;
__half const* const v1529 = &v1[v1528];
__half const v1530 = *v1529;
*v1523 = v1530;
}
__half const v1531 = *v1523;
*v1381 = v1531;
__syncthreads();
nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> v5530_store; nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> * v1532 = &v5530_store;nvcuda::wmma::fill_fragment(*v1532, v46);for(uint32_t v1533 = v7; v1533 < v53; v1533 += v47) {
uint32_t const v1534 = 640;
uint32_t const v1535 = v1533 * v1534;
uint32_t const v1536 = v1535 + v1386;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::row_major> v5532_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::row_major> * v1537 = &v5532_store;__half * const v1538 = &(*v40)[v1536];
nvcuda::wmma::load_matrix_sync(*v1537, reinterpret_cast<__half *>(v1538), v1402);uint32_t const v1539 = v1384 * v382;
uint32_t const v1540 = v1533 * v16;
uint32_t const v1541 = v1539 + v1540;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v5533_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v1542 = &v5533_store;__half * const v1543 = &(*v43)[v1541];
nvcuda::wmma::load_matrix_sync(*v1542, reinterpret_cast<__half *>(v1543), v372);nvcuda::wmma::mma_sync(*v1532, *v1542, *v1537, *v1532);}
nvcuda::wmma::store_matrix_sync(reinterpret_cast<float *>(v1403), *v1532, v1402, nvcuda::wmma::mem_row_major);__syncthreads();
float const v1544 = *v1406;
float const v1545 = *v50;
float const v1546 = fma(v1544, v13, v1545);
*v50 = v1546;
float const v1547 = *v1412;
float const v1548 = *v52;
float const v1549 = fma(v1547, v13, v1548);
*v52 = v1549;
float const v1550 = *v1418;
float const v1551 = *v58;
float const v1552 = fma(v1550, v13, v1551);
*v58 = v1552;
float const v1553 = *v1424;
float const v1554 = *v60;
float const v1555 = fma(v1553, v13, v1554);
*v60 = v1555;
float const v1556 = *v1430;
float const v1557 = *v66;
float const v1558 = fma(v1556, v13, v1557);
*v66 = v1558;
float const v1559 = *v1436;
float const v1560 = *v68;
float const v1561 = fma(v1559, v13, v1560);
*v68 = v1561;
float const v1562 = *v1442;
float const v1563 = *v74;
float const v1564 = fma(v1562, v13, v1563);
*v74 = v1564;
float const v1565 = *v1448;
float const v1566 = *v76;
float const v1567 = fma(v1565, v13, v1566);
*v76 = v1567;
__syncthreads();
}
uint32_t const v1568 = v17 * v53;
uint32_t const v1569 = v24 + v1568;
bool const v1570 = v1569 < v19;
bool const v1571 = v18 < v23;
bool const v1572 = v1570 && v1571;
if(v1572) {
float const v1573 = *v45;
__half const v1574 = __half(v1573);
uint32_t const v1575 = v33 + v1569;
uint32_t const v1576 = v1575 * v23;
uint32_t const v1577 = v1576 + v18;
__half * const v1578 = &v5[v1577];
*v1578 = v1574;
}
uint32_t const v1579 = v16 + v18;
bool const v1580 = v1579 < v23;
bool const v1581 = v1570 && v1580;
if(v1581) {
float const v1582 = *v48;
__half const v1583 = __half(v1582);
uint32_t const v1584 = v33 + v1569;
uint32_t const v1585 = v1584 * v23;
uint32_t const v1586 = v1585 + v1579;
__half * const v1587 = &v5[v1586];
*v1587 = v1583;
}
uint32_t const v1588 = 32;
uint32_t const v1589 = v1588 + v18;
bool const v1590 = v1589 < v23;
bool const v1591 = v1570 && v1590;
if(v1591) {
float const v1592 = *v50;
__half const v1593 = __half(v1592);
uint32_t const v1594 = v33 + v1569;
uint32_t const v1595 = v1594 * v23;
uint32_t const v1596 = v1595 + v1589;
__half * const v1597 = &v5[v1596];
*v1597 = v1593;
}
uint32_t const v1598 = 48;
uint32_t const v1599 = v1598 + v18;
bool const v1600 = v1599 < v23;
bool const v1601 = v1570 && v1600;
if(v1601) {
float const v1602 = *v52;
__half const v1603 = __half(v1602);
uint32_t const v1604 = v33 + v1569;
uint32_t const v1605 = v1604 * v23;
uint32_t const v1606 = v1605 + v1599;
__half * const v1607 = &v5[v1606];
*v1607 = v1603;
}
uint32_t const v1608 = v1569 + v47;
bool const v1609 = v1608 < v19;
bool const v1610 = v1609 && v1571;
if(v1610) {
float const v1611 = *v54;
__half const v1612 = __half(v1611);
uint32_t const v1613 = v33 + v1608;
uint32_t const v1614 = v1613 * v23;
uint32_t const v1615 = v1614 + v18;
__half * const v1616 = &v5[v1615];
*v1616 = v1612;
}
bool const v1617 = v1609 && v1580;
if(v1617) {
float const v1618 = *v56;
__half const v1619 = __half(v1618);
uint32_t const v1620 = v33 + v1608;
uint32_t const v1621 = v1620 * v23;
uint32_t const v1622 = v1621 + v1579;
__half * const v1623 = &v5[v1622];
*v1623 = v1619;
}
bool const v1624 = v1609 && v1590;
if(v1624) {
float const v1625 = *v58;
__half const v1626 = __half(v1625);
uint32_t const v1627 = v33 + v1608;
uint32_t const v1628 = v1627 * v23;
uint32_t const v1629 = v1628 + v1589;
__half * const v1630 = &v5[v1629];
*v1630 = v1626;
}
bool const v1631 = v1609 && v1600;
if(v1631) {
float const v1632 = *v60;
__half const v1633 = __half(v1632);
uint32_t const v1634 = v33 + v1608;
uint32_t const v1635 = v1634 * v23;
uint32_t const v1636 = v1635 + v1599;
__half * const v1637 = &v5[v1636];
*v1637 = v1633;
}
uint32_t const v1638 = v1569 + v49;
bool const v1639 = v1638 < v19;
bool const v1640 = v1639 && v1571;
if(v1640) {
float const v1641 = *v62;
__half const v1642 = __half(v1641);
uint32_t const v1643 = v33 + v1638;
uint32_t const v1644 = v1643 * v23;
uint32_t const v1645 = v1644 + v18;
__half * const v1646 = &v5[v1645];
*v1646 = v1642;
}
bool const v1647 = v1639 && v1580;
if(v1647) {
float const v1648 = *v64;
__half const v1649 = __half(v1648);
uint32_t const v1650 = v33 + v1638;
uint32_t const v1651 = v1650 * v23;
uint32_t const v1652 = v1651 + v1579;
__half * const v1653 = &v5[v1652];
*v1653 = v1649;
}
bool const v1654 = v1639 && v1590;
if(v1654) {
float const v1655 = *v66;
__half const v1656 = __half(v1655);
uint32_t const v1657 = v33 + v1638;
uint32_t const v1658 = v1657 * v23;
uint32_t const v1659 = v1658 + v1589;
__half * const v1660 = &v5[v1659];
*v1660 = v1656;
}
bool const v1661 = v1639 && v1600;
if(v1661) {
float const v1662 = *v68;
__half const v1663 = __half(v1662);
uint32_t const v1664 = v33 + v1638;
uint32_t const v1665 = v1664 * v23;
uint32_t const v1666 = v1665 + v1599;
__half * const v1667 = &v5[v1666];
*v1667 = v1663;
}
uint32_t const v1668 = v1569 + v51;
bool const v1669 = v1668 < v19;
bool const v1670 = v1669 && v1571;
if(v1670) {
float const v1671 = *v70;
__half const v1672 = __half(v1671);
uint32_t const v1673 = v33 + v1668;
uint32_t const v1674 = v1673 * v23;
uint32_t const v1675 = v1674 + v18;
__half * const v1676 = &v5[v1675];
*v1676 = v1672;
}
bool const v1677 = v1669 && v1580;
if(v1677) {
float const v1678 = *v72;
__half const v1679 = __half(v1678);
uint32_t const v1680 = v33 + v1668;
uint32_t const v1681 = v1680 * v23;
uint32_t const v1682 = v1681 + v1579;
__half * const v1683 = &v5[v1682];
*v1683 = v1679;
}
bool const v1684 = v1669 && v1590;
if(v1684) {
float const v1685 = *v74;
__half const v1686 = __half(v1685);
uint32_t const v1687 = v33 + v1668;
uint32_t const v1688 = v1687 * v23;
uint32_t const v1689 = v1688 + v1589;
__half * const v1690 = &v5[v1689];
*v1690 = v1686;
}
bool const v1691 = v1669 && v1600;
if(v1691) {
float const v1692 = *v76;
__half const v1693 = __half(v1692);
uint32_t const v1694 = v33 + v1668;
uint32_t const v1695 = v1694 * v23;
uint32_t const v1696 = v1695 + v1599;
__half * const v1697 = &v5[v1696];
*v1697 = v1693;
}
return;
}
