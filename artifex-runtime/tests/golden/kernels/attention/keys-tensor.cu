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
uint32_t scalars_u32[18];uint32_t static_meta[8];
};
extern "C" __global__ void __launch_bounds__(256)  keys_kernel_f_f16_s_f16(__half const* const __restrict__ v0, __half const* const __restrict__ v1, __half const* const __restrict__ v2, __half const* const __restrict__ v3, float const* const __restrict__ v4, __half * const __restrict__ v5, __half * const __restrict__ v6, __grid_constant__ info_st const info_v6787) {
extern __shared__ __align__(32) char v7[];uint32_t const v8 = 0;
uint32_t const v9 = info_v6787.static_meta[4];
uint32_t const v10 = info_v6787.scalars_u32[0];
uint32_t const v11 = info_v6787.scalars_u32[1];
uint32_t const v12 = info_v6787.scalars_u32[2];
uint32_t const v13 = info_v6787.scalars_u32[3];
float const v14 = info_v6787.scalars_f32[0];
uint32_t const v15 = threadIdx.x;
uint32_t const v16 = uint32_t(v15);
uint32_t const v17 = 16;
uint32_t const v18 = v16 / v17;
uint32_t const v19 = v16 % v17;
uint32_t const v20 = uint32_t(v12);
uint32_t const v21 = uint32_t(v13);
uint32_t const v22 = uint32_t(v11);
uint32_t const v23 = blockIdx.x;
uint32_t const v24 = uint32_t(v23);
uint32_t const v25 = 64;
uint32_t const v26 = v24 * v25;
uint32_t const v27 = blockIdx.y;
uint32_t const v28 = uint32_t(v27);
uint32_t const v29 = v28 * v22;
uint32_t const v30 = blockIdx.z;
uint32_t const v31 = uint32_t(v30);
uint32_t const v32 = uint32_t(v10);
uint32_t const v33 = v31 * v32;
uint32_t const v34 = v32 / v22;
uint32_t const v35 = v31 * v34;
uint32_t const v36 = v29 / v22;
uint32_t const v37 = v35 + v36;
uint32_t const v38 = v37 * v21;
array<__half, 2560> * const v39 = reinterpret_cast<array<__half, 2560> *>(&v7[0]);
array<__half, 2560> * const v40 = reinterpret_cast<array<__half, 2560> *>(&v7[5120]);
array<float, 4608> * const v41 = reinterpret_cast<array<float, 4608> *>(&v7[10240]);
array<__half, 4608> * const v42 = reinterpret_cast<array<__half, 4608> *>(&v7[28672]);
array<__half, 4608> * const v43 = reinterpret_cast<array<__half, 4608> *>(&v7[37888]);
array<float, 16> v6821_store = {};
array<float, 16> * v44 = &v6821_store;array<float, 16> v6822_store = {};
array<float, 16> * v45 = &v6822_store;float * const v46 = &(*v44)[v8];
float const v47 = 0;
*v46 = v47;
uint32_t const v48 = 1;
float * const v49 = &(*v44)[v48];
*v49 = v47;
uint32_t const v50 = 2;
float * const v51 = &(*v44)[v50];
*v51 = v47;
uint32_t const v52 = 3;
float * const v53 = &(*v44)[v52];
*v53 = v47;
uint32_t const v54 = 4;
float * const v55 = &(*v44)[v54];
*v55 = v47;
uint32_t const v56 = 5;
float * const v57 = &(*v44)[v56];
*v57 = v47;
uint32_t const v58 = 6;
float * const v59 = &(*v44)[v58];
*v59 = v47;
uint32_t const v60 = 7;
float * const v61 = &(*v44)[v60];
*v61 = v47;
uint32_t const v62 = 8;
float * const v63 = &(*v44)[v62];
*v63 = v47;
uint32_t const v64 = 9;
float * const v65 = &(*v44)[v64];
*v65 = v47;
uint32_t const v66 = 10;
float * const v67 = &(*v44)[v66];
*v67 = v47;
uint32_t const v68 = 11;
float * const v69 = &(*v44)[v68];
*v69 = v47;
uint32_t const v70 = 12;
float * const v71 = &(*v44)[v70];
*v71 = v47;
uint32_t const v72 = 13;
float * const v73 = &(*v44)[v72];
*v73 = v47;
uint32_t const v74 = 14;
float * const v75 = &(*v44)[v74];
*v75 = v47;
uint32_t const v76 = 15;
float * const v77 = &(*v44)[v76];
*v77 = v47;
float * const v78 = &(*v45)[v8];
*v78 = v47;
float * const v79 = &(*v45)[v48];
*v79 = v47;
float * const v80 = &(*v45)[v50];
*v80 = v47;
float * const v81 = &(*v45)[v52];
*v81 = v47;
float * const v82 = &(*v45)[v54];
*v82 = v47;
float * const v83 = &(*v45)[v56];
*v83 = v47;
float * const v84 = &(*v45)[v58];
*v84 = v47;
float * const v85 = &(*v45)[v60];
*v85 = v47;
float * const v86 = &(*v45)[v62];
*v86 = v47;
float * const v87 = &(*v45)[v64];
*v87 = v47;
float * const v88 = &(*v45)[v66];
*v88 = v47;
float * const v89 = &(*v45)[v68];
*v89 = v47;
float * const v90 = &(*v45)[v70];
*v90 = v47;
float * const v91 = &(*v45)[v72];
*v91 = v47;
float * const v92 = &(*v45)[v74];
*v92 = v47;
float * const v93 = &(*v45)[v76];
*v93 = v47;
for(uint32_t v94 = v8; v94 < v22; v94 += v48) {
uint32_t const v95 = v29 + v94;
uint32_t const v96 = v33 + v95;
uint32_t const v97 = v96 * v20;
uint32_t const v98 = v95 / v22;
uint32_t const v99 = v35 + v98;
uint32_t const v100 = v99 * v21;
uint32_t const v101 = v20 + v25;
uint32_t const v102 = v101 - v48;
uint32_t const v103 = v102 / v25;
for(uint32_t v104 = v8; v104 < v103; v104 += v48) {
uint32_t const v105 = v104 * v25;
array<float, 16> v6826_store = {};
array<float, 16> * v106 = &v6826_store;array<float, 16> v6827_store = {};
array<float, 16> * v107 = &v6827_store;float * const v108 = &(*v106)[v8];
*v108 = v47;
float * const v109 = &(*v107)[v8];
*v109 = v47;
float * const v110 = &(*v106)[v48];
*v110 = v47;
float * const v111 = &(*v107)[v48];
*v111 = v47;
float * const v112 = &(*v106)[v50];
*v112 = v47;
float * const v113 = &(*v107)[v50];
*v113 = v47;
float * const v114 = &(*v106)[v52];
*v114 = v47;
float * const v115 = &(*v107)[v52];
*v115 = v47;
float * const v116 = &(*v106)[v54];
*v116 = v47;
float * const v117 = &(*v107)[v54];
*v117 = v47;
float * const v118 = &(*v106)[v56];
*v118 = v47;
float * const v119 = &(*v107)[v56];
*v119 = v47;
float * const v120 = &(*v106)[v58];
*v120 = v47;
float * const v121 = &(*v107)[v58];
*v121 = v47;
float * const v122 = &(*v106)[v60];
*v122 = v47;
float * const v123 = &(*v107)[v60];
*v123 = v47;
float * const v124 = &(*v106)[v62];
*v124 = v47;
float * const v125 = &(*v107)[v62];
*v125 = v47;
float * const v126 = &(*v106)[v64];
*v126 = v47;
float * const v127 = &(*v107)[v64];
*v127 = v47;
float * const v128 = &(*v106)[v66];
*v128 = v47;
float * const v129 = &(*v107)[v66];
*v129 = v47;
float * const v130 = &(*v106)[v68];
*v130 = v47;
float * const v131 = &(*v107)[v68];
*v131 = v47;
float * const v132 = &(*v106)[v70];
*v132 = v47;
float * const v133 = &(*v107)[v70];
*v133 = v47;
float * const v134 = &(*v106)[v72];
*v134 = v47;
float * const v135 = &(*v107)[v72];
*v135 = v47;
float * const v136 = &(*v106)[v74];
*v136 = v47;
float * const v137 = &(*v107)[v74];
*v137 = v47;
float * const v138 = &(*v106)[v76];
*v138 = v47;
float * const v139 = &(*v107)[v76];
*v139 = v47;
uint32_t const v140 = v97 + v105;
uint32_t const v141 = v100 + v26;
uint32_t const v142 = v20 - v105;
uint32_t const v143 = v21 - v26;
uint32_t const v144 = 32;
uint32_t const v145 = v16 / v144;
nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> v6828_store; nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> * v146 = &v6828_store;nvcuda::wmma::fill_fragment(*v146, v47);nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> v6829_store; nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> * v147 = &v6829_store;nvcuda::wmma::fill_fragment(*v147, v47);for(uint32_t v148 = v8; v148 < v50; v148 += v48) {
__syncthreads();
uint32_t const v149 = v148 * v144;
uint32_t const v150 = v16 % v144;
uint32_t const v151 = v149 + v150;
__half const v152 = 0;
__half v6831_store;
__half * v153 = &v6831_store;*v153 = v152;
__half v6832_store;
__half * v154 = &v6832_store;*v154 = v152;
bool const v155 = v151 < v25;
if(v155) {
bool const v156 = v145 < v142;
if(v156) {
uint32_t const v157 = v140 + v145;
uint32_t const v158 = v157 * v25;
uint32_t const v159 = v158 + v151;
__half const* const v160 = &v0[v159];
__half const v161 = *v160;
*v153 = v161;
}
bool const v162 = v145 < v143;
if(v162) {
uint32_t const v163 = v141 + v145;
uint32_t const v164 = v163 * v25;
uint32_t const v165 = v164 + v151;
__half const* const v166 = &v1[v165];
__half const v167 = *v166;
*v154 = v167;
}
}
uint32_t const v168 = 40;
uint32_t const v169 = v145 * v168;
uint32_t const v170 = v169 + v150;
__half * const v171 = &(*v39)[v170];
__half const v172 = *v153;
*v171 = v172;
__half * const v173 = &(*v40)[v170];
__half const v174 = *v154;
*v173 = v174;
uint32_t const v175 = 256;
uint32_t const v176 = v16 + v175;
uint32_t const v177 = v176 / v144;
uint32_t const v178 = v176 % v144;
uint32_t const v179 = v149 + v178;
__half v6833_store;
__half * v180 = &v6833_store;*v180 = v152;
__half v6834_store;
__half * v181 = &v6834_store;*v181 = v152;
bool const v182 = v179 < v25;
if(v182) {
bool const v183 = v177 < v142;
if(v183) {
uint32_t const v184 = v140 + v177;
uint32_t const v185 = v184 * v25;
uint32_t const v186 = v185 + v179;
__half const* const v187 = &v0[v186];
__half const v188 = *v187;
*v180 = v188;
}
bool const v189 = v177 < v143;
if(v189) {
uint32_t const v190 = v141 + v177;
uint32_t const v191 = v190 * v25;
uint32_t const v192 = v191 + v179;
__half const* const v193 = &v1[v192];
__half const v194 = *v193;
*v181 = v194;
}
}
uint32_t const v195 = v177 * v168;
uint32_t const v196 = v195 + v178;
__half * const v197 = &(*v39)[v196];
__half const v198 = *v180;
*v197 = v198;
__half * const v199 = &(*v40)[v196];
__half const v200 = *v181;
*v199 = v200;
uint32_t const v201 = 512;
uint32_t const v202 = v16 + v201;
uint32_t const v203 = v202 / v144;
uint32_t const v204 = v202 % v144;
uint32_t const v205 = v149 + v204;
__half v6835_store;
__half * v206 = &v6835_store;*v206 = v152;
__half v6836_store;
__half * v207 = &v6836_store;*v207 = v152;
bool const v208 = v205 < v25;
if(v208) {
bool const v209 = v203 < v142;
if(v209) {
uint32_t const v210 = v140 + v203;
uint32_t const v211 = v210 * v25;
uint32_t const v212 = v211 + v205;
__half const* const v213 = &v0[v212];
__half const v214 = *v213;
*v206 = v214;
}
bool const v215 = v203 < v143;
if(v215) {
uint32_t const v216 = v141 + v203;
uint32_t const v217 = v216 * v25;
uint32_t const v218 = v217 + v205;
__half const* const v219 = &v1[v218];
__half const v220 = *v219;
*v207 = v220;
}
}
uint32_t const v221 = v203 * v168;
uint32_t const v222 = v221 + v204;
__half * const v223 = &(*v39)[v222];
__half const v224 = *v206;
*v223 = v224;
__half * const v225 = &(*v40)[v222];
__half const v226 = *v207;
*v225 = v226;
uint32_t const v227 = 768;
uint32_t const v228 = v16 + v227;
uint32_t const v229 = v228 / v144;
uint32_t const v230 = v228 % v144;
uint32_t const v231 = v149 + v230;
__half v6837_store;
__half * v232 = &v6837_store;*v232 = v152;
__half v6838_store;
__half * v233 = &v6838_store;*v233 = v152;
bool const v234 = v231 < v25;
if(v234) {
bool const v235 = v229 < v142;
if(v235) {
uint32_t const v236 = v140 + v229;
uint32_t const v237 = v236 * v25;
uint32_t const v238 = v237 + v231;
__half const* const v239 = &v0[v238];
__half const v240 = *v239;
*v232 = v240;
}
bool const v241 = v229 < v143;
if(v241) {
uint32_t const v242 = v141 + v229;
uint32_t const v243 = v242 * v25;
uint32_t const v244 = v243 + v231;
__half const* const v245 = &v1[v244];
__half const v246 = *v245;
*v233 = v246;
}
}
uint32_t const v247 = v229 * v168;
uint32_t const v248 = v247 + v230;
__half * const v249 = &(*v39)[v248];
__half const v250 = *v232;
*v249 = v250;
__half * const v251 = &(*v40)[v248];
__half const v252 = *v233;
*v251 = v252;
uint32_t const v253 = 1024;
uint32_t const v254 = v16 + v253;
uint32_t const v255 = v254 / v144;
uint32_t const v256 = v254 % v144;
uint32_t const v257 = v149 + v256;
__half v6839_store;
__half * v258 = &v6839_store;*v258 = v152;
__half v6840_store;
__half * v259 = &v6840_store;*v259 = v152;
bool const v260 = v257 < v25;
if(v260) {
bool const v261 = v255 < v142;
if(v261) {
uint32_t const v262 = v140 + v255;
uint32_t const v263 = v262 * v25;
uint32_t const v264 = v263 + v257;
__half const* const v265 = &v0[v264];
__half const v266 = *v265;
*v258 = v266;
}
bool const v267 = v255 < v143;
if(v267) {
uint32_t const v268 = v141 + v255;
uint32_t const v269 = v268 * v25;
uint32_t const v270 = v269 + v257;
__half const* const v271 = &v1[v270];
__half const v272 = *v271;
*v259 = v272;
}
}
uint32_t const v273 = v255 * v168;
uint32_t const v274 = v273 + v256;
__half * const v275 = &(*v39)[v274];
__half const v276 = *v258;
*v275 = v276;
__half * const v277 = &(*v40)[v274];
__half const v278 = *v259;
*v277 = v278;
uint32_t const v279 = 1280;
uint32_t const v280 = v16 + v279;
uint32_t const v281 = v280 / v144;
uint32_t const v282 = v280 % v144;
uint32_t const v283 = v149 + v282;
__half v6841_store;
__half * v284 = &v6841_store;*v284 = v152;
__half v6842_store;
__half * v285 = &v6842_store;*v285 = v152;
bool const v286 = v283 < v25;
if(v286) {
bool const v287 = v281 < v142;
if(v287) {
uint32_t const v288 = v140 + v281;
uint32_t const v289 = v288 * v25;
uint32_t const v290 = v289 + v283;
__half const* const v291 = &v0[v290];
__half const v292 = *v291;
*v284 = v292;
}
bool const v293 = v281 < v143;
if(v293) {
uint32_t const v294 = v141 + v281;
uint32_t const v295 = v294 * v25;
uint32_t const v296 = v295 + v283;
__half const* const v297 = &v1[v296];
__half const v298 = *v297;
*v285 = v298;
}
}
uint32_t const v299 = v281 * v168;
uint32_t const v300 = v299 + v282;
__half * const v301 = &(*v39)[v300];
__half const v302 = *v284;
*v301 = v302;
__half * const v303 = &(*v40)[v300];
__half const v304 = *v285;
*v303 = v304;
uint32_t const v305 = 1536;
uint32_t const v306 = v16 + v305;
uint32_t const v307 = v306 / v144;
uint32_t const v308 = v306 % v144;
uint32_t const v309 = v149 + v308;
__half v6843_store;
__half * v310 = &v6843_store;*v310 = v152;
__half v6844_store;
__half * v311 = &v6844_store;*v311 = v152;
bool const v312 = v309 < v25;
if(v312) {
bool const v313 = v307 < v142;
if(v313) {
uint32_t const v314 = v140 + v307;
uint32_t const v315 = v314 * v25;
uint32_t const v316 = v315 + v309;
__half const* const v317 = &v0[v316];
__half const v318 = *v317;
*v310 = v318;
}
bool const v319 = v307 < v143;
if(v319) {
uint32_t const v320 = v141 + v307;
uint32_t const v321 = v320 * v25;
uint32_t const v322 = v321 + v309;
__half const* const v323 = &v1[v322];
__half const v324 = *v323;
*v311 = v324;
}
}
uint32_t const v325 = v307 * v168;
uint32_t const v326 = v325 + v308;
__half * const v327 = &(*v39)[v326];
__half const v328 = *v310;
*v327 = v328;
__half * const v329 = &(*v40)[v326];
__half const v330 = *v311;
*v329 = v330;
uint32_t const v331 = 1792;
uint32_t const v332 = v16 + v331;
uint32_t const v333 = v332 / v144;
uint32_t const v334 = v332 % v144;
uint32_t const v335 = v149 + v334;
__half v6845_store;
__half * v336 = &v6845_store;*v336 = v152;
__half v6846_store;
__half * v337 = &v6846_store;*v337 = v152;
bool const v338 = v335 < v25;
if(v338) {
bool const v339 = v333 < v142;
if(v339) {
uint32_t const v340 = v140 + v333;
uint32_t const v341 = v340 * v25;
uint32_t const v342 = v341 + v335;
__half const* const v343 = &v0[v342];
__half const v344 = *v343;
*v336 = v344;
}
bool const v345 = v333 < v143;
if(v345) {
uint32_t const v346 = v141 + v333;
uint32_t const v347 = v346 * v25;
uint32_t const v348 = v347 + v335;
__half const* const v349 = &v1[v348];
__half const v350 = *v349;
*v337 = v350;
}
}
uint32_t const v351 = v333 * v168;
uint32_t const v352 = v351 + v334;
__half * const v353 = &(*v39)[v352];
__half const v354 = *v336;
*v353 = v354;
__half * const v355 = &(*v40)[v352];
__half const v356 = *v337;
*v355 = v356;
__syncthreads();
uint32_t const v357 = v145 * v50;
uint32_t const v358 = v357 / v54;
uint32_t const v359 = 640;
uint32_t const v360 = v358 * v359;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v6847_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v361 = &v6847_store;uint32_t const v362 = 40;
__half * const v363 = &(*v39)[v360];
nvcuda::wmma::load_matrix_sync(*v361, reinterpret_cast<__half *>(v363), v362);uint32_t const v364 = v357 % v54;
uint32_t const v365 = v364 * v359;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> v6848_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> * v366 = &v6848_store;__half * const v367 = &(*v40)[v365];
nvcuda::wmma::load_matrix_sync(*v366, reinterpret_cast<__half *>(v367), v362);nvcuda::wmma::mma_sync(*v146, *v361, *v366, *v146);uint32_t const v368 = v360 + v17;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v6849_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v369 = &v6849_store;__half * const v370 = &(*v39)[v368];
nvcuda::wmma::load_matrix_sync(*v369, reinterpret_cast<__half *>(v370), v362);uint32_t const v371 = v365 + v17;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> v6850_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> * v372 = &v6850_store;__half * const v373 = &(*v40)[v371];
nvcuda::wmma::load_matrix_sync(*v372, reinterpret_cast<__half *>(v373), v362);nvcuda::wmma::mma_sync(*v146, *v369, *v372, *v146);uint32_t const v374 = v357 + v48;
uint32_t const v375 = v374 / v54;
uint32_t const v376 = v375 * v359;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v6851_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v377 = &v6851_store;__half * const v378 = &(*v39)[v376];
nvcuda::wmma::load_matrix_sync(*v377, reinterpret_cast<__half *>(v378), v362);uint32_t const v379 = v374 % v54;
uint32_t const v380 = v379 * v359;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> v6852_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> * v381 = &v6852_store;__half * const v382 = &(*v40)[v380];
nvcuda::wmma::load_matrix_sync(*v381, reinterpret_cast<__half *>(v382), v362);nvcuda::wmma::mma_sync(*v147, *v377, *v381, *v147);uint32_t const v383 = v376 + v17;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v6853_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v384 = &v6853_store;__half * const v385 = &(*v39)[v383];
nvcuda::wmma::load_matrix_sync(*v384, reinterpret_cast<__half *>(v385), v362);uint32_t const v386 = v380 + v17;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> v6854_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> * v387 = &v6854_store;__half * const v388 = &(*v40)[v386];
nvcuda::wmma::load_matrix_sync(*v387, reinterpret_cast<__half *>(v388), v362);nvcuda::wmma::mma_sync(*v147, *v384, *v387, *v147);}
uint32_t const v389 = v145 * v50;
uint32_t const v390 = v389 / v54;
uint32_t const v391 = 1152;
uint32_t const v392 = v390 * v391;
uint32_t const v393 = v389 % v54;
uint32_t const v394 = v393 * v17;
uint32_t const v395 = v392 + v394;
uint32_t const v396 = 72;
float * const v397 = &(*v41)[v395];
nvcuda::wmma::store_matrix_sync(reinterpret_cast<float *>(v397), *v146, v396, nvcuda::wmma::mem_row_major);uint32_t const v398 = v389 + v48;
uint32_t const v399 = v398 / v54;
uint32_t const v400 = v399 * v391;
uint32_t const v401 = v398 % v54;
uint32_t const v402 = v401 * v17;
uint32_t const v403 = v400 + v402;
float * const v404 = &(*v41)[v403];
nvcuda::wmma::store_matrix_sync(reinterpret_cast<float *>(v404), *v147, v396, nvcuda::wmma::mem_row_major);__syncthreads();
uint32_t const v405 = v18 * v54;
uint32_t const v406 = 72;
uint32_t const v407 = v405 * v406;
uint32_t const v408 = v407 + v19;
float * const v409 = &(*v41)[v408];
float const v410 = *v409;
float const v411 = *v108;
float const v412 = v411 + v410;
*v108 = v412;
uint32_t const v413 = v407 + v17;
uint32_t const v414 = v413 + v19;
float * const v415 = &(*v41)[v414];
float const v416 = *v415;
float const v417 = *v110;
float const v418 = v417 + v416;
*v110 = v418;
uint32_t const v419 = v407 + v144;
uint32_t const v420 = v419 + v19;
float * const v421 = &(*v41)[v420];
float const v422 = *v421;
float const v423 = *v112;
float const v424 = v423 + v422;
*v112 = v424;
uint32_t const v425 = 48;
uint32_t const v426 = v407 + v425;
uint32_t const v427 = v426 + v19;
float * const v428 = &(*v41)[v427];
float const v429 = *v428;
float const v430 = *v114;
float const v431 = v430 + v429;
*v114 = v431;
uint32_t const v432 = v405 + v48;
uint32_t const v433 = v432 * v406;
uint32_t const v434 = v433 + v19;
float * const v435 = &(*v41)[v434];
float const v436 = *v435;
float const v437 = *v116;
float const v438 = v437 + v436;
*v116 = v438;
uint32_t const v439 = v433 + v17;
uint32_t const v440 = v439 + v19;
float * const v441 = &(*v41)[v440];
float const v442 = *v441;
float const v443 = *v118;
float const v444 = v443 + v442;
*v118 = v444;
uint32_t const v445 = v433 + v144;
uint32_t const v446 = v445 + v19;
float * const v447 = &(*v41)[v446];
float const v448 = *v447;
float const v449 = *v120;
float const v450 = v449 + v448;
*v120 = v450;
uint32_t const v451 = v433 + v425;
uint32_t const v452 = v451 + v19;
float * const v453 = &(*v41)[v452];
float const v454 = *v453;
float const v455 = *v122;
float const v456 = v455 + v454;
*v122 = v456;
uint32_t const v457 = v405 + v50;
uint32_t const v458 = v457 * v406;
uint32_t const v459 = v458 + v19;
float * const v460 = &(*v41)[v459];
float const v461 = *v460;
float const v462 = *v124;
float const v463 = v462 + v461;
*v124 = v463;
uint32_t const v464 = v458 + v17;
uint32_t const v465 = v464 + v19;
float * const v466 = &(*v41)[v465];
float const v467 = *v466;
float const v468 = *v126;
float const v469 = v468 + v467;
*v126 = v469;
uint32_t const v470 = v458 + v144;
uint32_t const v471 = v470 + v19;
float * const v472 = &(*v41)[v471];
float const v473 = *v472;
float const v474 = *v128;
float const v475 = v474 + v473;
*v128 = v475;
uint32_t const v476 = v458 + v425;
uint32_t const v477 = v476 + v19;
float * const v478 = &(*v41)[v477];
float const v479 = *v478;
float const v480 = *v130;
float const v481 = v480 + v479;
*v130 = v481;
uint32_t const v482 = v405 + v52;
uint32_t const v483 = v482 * v406;
uint32_t const v484 = v483 + v19;
float * const v485 = &(*v41)[v484];
float const v486 = *v485;
float const v487 = *v132;
float const v488 = v487 + v486;
*v132 = v488;
uint32_t const v489 = v483 + v17;
uint32_t const v490 = v489 + v19;
float * const v491 = &(*v41)[v490];
float const v492 = *v491;
float const v493 = *v134;
float const v494 = v493 + v492;
*v134 = v494;
uint32_t const v495 = v483 + v144;
uint32_t const v496 = v495 + v19;
float * const v497 = &(*v41)[v496];
float const v498 = *v497;
float const v499 = *v136;
float const v500 = v499 + v498;
*v136 = v500;
uint32_t const v501 = v483 + v425;
uint32_t const v502 = v501 + v19;
float * const v503 = &(*v41)[v502];
float const v504 = *v503;
float const v505 = *v138;
float const v506 = v505 + v504;
*v138 = v506;
nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> v6855_store; nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> * v507 = &v6855_store;nvcuda::wmma::fill_fragment(*v507, v47);nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> v6856_store; nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> * v508 = &v6856_store;nvcuda::wmma::fill_fragment(*v508, v47);for(uint32_t v509 = v8; v509 < v50; v509 += v48) {
__syncthreads();
uint32_t const v510 = v509 * v144;
uint32_t const v511 = v16 % v144;
uint32_t const v512 = v510 + v511;
__half const v513 = 0;
__half v6858_store;
__half * v514 = &v6858_store;*v514 = v513;
__half v6859_store;
__half * v515 = &v6859_store;*v515 = v513;
bool const v516 = v512 < v25;
if(v516) {
bool const v517 = v145 < v142;
if(v517) {
uint32_t const v518 = v140 + v145;
uint32_t const v519 = v518 * v25;
uint32_t const v520 = v519 + v512;
__half const* const v521 = &v3[v520];
__half const v522 = *v521;
*v514 = v522;
}
bool const v523 = v145 < v143;
if(v523) {
uint32_t const v524 = v141 + v145;
uint32_t const v525 = v524 * v25;
uint32_t const v526 = v525 + v512;
__half const* const v527 = &v2[v526];
__half const v528 = *v527;
*v515 = v528;
}
}
uint32_t const v529 = 40;
uint32_t const v530 = v145 * v529;
uint32_t const v531 = v530 + v511;
__half * const v532 = &(*v39)[v531];
__half const v533 = *v514;
*v532 = v533;
__half * const v534 = &(*v40)[v531];
__half const v535 = *v515;
*v534 = v535;
uint32_t const v536 = 256;
uint32_t const v537 = v16 + v536;
uint32_t const v538 = v537 / v144;
uint32_t const v539 = v537 % v144;
uint32_t const v540 = v510 + v539;
__half v6860_store;
__half * v541 = &v6860_store;*v541 = v513;
__half v6861_store;
__half * v542 = &v6861_store;*v542 = v513;
bool const v543 = v540 < v25;
if(v543) {
bool const v544 = v538 < v142;
if(v544) {
uint32_t const v545 = v140 + v538;
uint32_t const v546 = v545 * v25;
uint32_t const v547 = v546 + v540;
__half const* const v548 = &v3[v547];
__half const v549 = *v548;
*v541 = v549;
}
bool const v550 = v538 < v143;
if(v550) {
uint32_t const v551 = v141 + v538;
uint32_t const v552 = v551 * v25;
uint32_t const v553 = v552 + v540;
__half const* const v554 = &v2[v553];
__half const v555 = *v554;
*v542 = v555;
}
}
uint32_t const v556 = v538 * v529;
uint32_t const v557 = v556 + v539;
__half * const v558 = &(*v39)[v557];
__half const v559 = *v541;
*v558 = v559;
__half * const v560 = &(*v40)[v557];
__half const v561 = *v542;
*v560 = v561;
uint32_t const v562 = 512;
uint32_t const v563 = v16 + v562;
uint32_t const v564 = v563 / v144;
uint32_t const v565 = v563 % v144;
uint32_t const v566 = v510 + v565;
__half v6862_store;
__half * v567 = &v6862_store;*v567 = v513;
__half v6863_store;
__half * v568 = &v6863_store;*v568 = v513;
bool const v569 = v566 < v25;
if(v569) {
bool const v570 = v564 < v142;
if(v570) {
uint32_t const v571 = v140 + v564;
uint32_t const v572 = v571 * v25;
uint32_t const v573 = v572 + v566;
__half const* const v574 = &v3[v573];
__half const v575 = *v574;
*v567 = v575;
}
bool const v576 = v564 < v143;
if(v576) {
uint32_t const v577 = v141 + v564;
uint32_t const v578 = v577 * v25;
uint32_t const v579 = v578 + v566;
__half const* const v580 = &v2[v579];
__half const v581 = *v580;
*v568 = v581;
}
}
uint32_t const v582 = v564 * v529;
uint32_t const v583 = v582 + v565;
__half * const v584 = &(*v39)[v583];
__half const v585 = *v567;
*v584 = v585;
__half * const v586 = &(*v40)[v583];
__half const v587 = *v568;
*v586 = v587;
uint32_t const v588 = 768;
uint32_t const v589 = v16 + v588;
uint32_t const v590 = v589 / v144;
uint32_t const v591 = v589 % v144;
uint32_t const v592 = v510 + v591;
__half v6864_store;
__half * v593 = &v6864_store;*v593 = v513;
__half v6865_store;
__half * v594 = &v6865_store;*v594 = v513;
bool const v595 = v592 < v25;
if(v595) {
bool const v596 = v590 < v142;
if(v596) {
uint32_t const v597 = v140 + v590;
uint32_t const v598 = v597 * v25;
uint32_t const v599 = v598 + v592;
__half const* const v600 = &v3[v599];
__half const v601 = *v600;
*v593 = v601;
}
bool const v602 = v590 < v143;
if(v602) {
uint32_t const v603 = v141 + v590;
uint32_t const v604 = v603 * v25;
uint32_t const v605 = v604 + v592;
__half const* const v606 = &v2[v605];
__half const v607 = *v606;
*v594 = v607;
}
}
uint32_t const v608 = v590 * v529;
uint32_t const v609 = v608 + v591;
__half * const v610 = &(*v39)[v609];
__half const v611 = *v593;
*v610 = v611;
__half * const v612 = &(*v40)[v609];
__half const v613 = *v594;
*v612 = v613;
uint32_t const v614 = 1024;
uint32_t const v615 = v16 + v614;
uint32_t const v616 = v615 / v144;
uint32_t const v617 = v615 % v144;
uint32_t const v618 = v510 + v617;
__half v6866_store;
__half * v619 = &v6866_store;*v619 = v513;
__half v6867_store;
__half * v620 = &v6867_store;*v620 = v513;
bool const v621 = v618 < v25;
if(v621) {
bool const v622 = v616 < v142;
if(v622) {
uint32_t const v623 = v140 + v616;
uint32_t const v624 = v623 * v25;
uint32_t const v625 = v624 + v618;
__half const* const v626 = &v3[v625];
__half const v627 = *v626;
*v619 = v627;
}
bool const v628 = v616 < v143;
if(v628) {
uint32_t const v629 = v141 + v616;
uint32_t const v630 = v629 * v25;
uint32_t const v631 = v630 + v618;
__half const* const v632 = &v2[v631];
__half const v633 = *v632;
*v620 = v633;
}
}
uint32_t const v634 = v616 * v529;
uint32_t const v635 = v634 + v617;
__half * const v636 = &(*v39)[v635];
__half const v637 = *v619;
*v636 = v637;
__half * const v638 = &(*v40)[v635];
__half const v639 = *v620;
*v638 = v639;
uint32_t const v640 = 1280;
uint32_t const v641 = v16 + v640;
uint32_t const v642 = v641 / v144;
uint32_t const v643 = v641 % v144;
uint32_t const v644 = v510 + v643;
__half v6868_store;
__half * v645 = &v6868_store;*v645 = v513;
__half v6869_store;
__half * v646 = &v6869_store;*v646 = v513;
bool const v647 = v644 < v25;
if(v647) {
bool const v648 = v642 < v142;
if(v648) {
uint32_t const v649 = v140 + v642;
uint32_t const v650 = v649 * v25;
uint32_t const v651 = v650 + v644;
__half const* const v652 = &v3[v651];
__half const v653 = *v652;
*v645 = v653;
}
bool const v654 = v642 < v143;
if(v654) {
uint32_t const v655 = v141 + v642;
uint32_t const v656 = v655 * v25;
uint32_t const v657 = v656 + v644;
__half const* const v658 = &v2[v657];
__half const v659 = *v658;
*v646 = v659;
}
}
uint32_t const v660 = v642 * v529;
uint32_t const v661 = v660 + v643;
__half * const v662 = &(*v39)[v661];
__half const v663 = *v645;
*v662 = v663;
__half * const v664 = &(*v40)[v661];
__half const v665 = *v646;
*v664 = v665;
uint32_t const v666 = 1536;
uint32_t const v667 = v16 + v666;
uint32_t const v668 = v667 / v144;
uint32_t const v669 = v667 % v144;
uint32_t const v670 = v510 + v669;
__half v6870_store;
__half * v671 = &v6870_store;*v671 = v513;
__half v6871_store;
__half * v672 = &v6871_store;*v672 = v513;
bool const v673 = v670 < v25;
if(v673) {
bool const v674 = v668 < v142;
if(v674) {
uint32_t const v675 = v140 + v668;
uint32_t const v676 = v675 * v25;
uint32_t const v677 = v676 + v670;
__half const* const v678 = &v3[v677];
__half const v679 = *v678;
*v671 = v679;
}
bool const v680 = v668 < v143;
if(v680) {
uint32_t const v681 = v141 + v668;
uint32_t const v682 = v681 * v25;
uint32_t const v683 = v682 + v670;
__half const* const v684 = &v2[v683];
__half const v685 = *v684;
*v672 = v685;
}
}
uint32_t const v686 = v668 * v529;
uint32_t const v687 = v686 + v669;
__half * const v688 = &(*v39)[v687];
__half const v689 = *v671;
*v688 = v689;
__half * const v690 = &(*v40)[v687];
__half const v691 = *v672;
*v690 = v691;
uint32_t const v692 = 1792;
uint32_t const v693 = v16 + v692;
uint32_t const v694 = v693 / v144;
uint32_t const v695 = v693 % v144;
uint32_t const v696 = v510 + v695;
__half v6872_store;
__half * v697 = &v6872_store;*v697 = v513;
__half v6873_store;
__half * v698 = &v6873_store;*v698 = v513;
bool const v699 = v696 < v25;
if(v699) {
bool const v700 = v694 < v142;
if(v700) {
uint32_t const v701 = v140 + v694;
uint32_t const v702 = v701 * v25;
uint32_t const v703 = v702 + v696;
__half const* const v704 = &v3[v703];
__half const v705 = *v704;
*v697 = v705;
}
bool const v706 = v694 < v143;
if(v706) {
uint32_t const v707 = v141 + v694;
uint32_t const v708 = v707 * v25;
uint32_t const v709 = v708 + v696;
__half const* const v710 = &v2[v709];
__half const v711 = *v710;
*v698 = v711;
}
}
uint32_t const v712 = v694 * v529;
uint32_t const v713 = v712 + v695;
__half * const v714 = &(*v39)[v713];
__half const v715 = *v697;
*v714 = v715;
__half * const v716 = &(*v40)[v713];
__half const v717 = *v698;
*v716 = v717;
__syncthreads();
uint32_t const v718 = 640;
uint32_t const v719 = v390 * v718;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v6874_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v720 = &v6874_store;uint32_t const v721 = 40;
__half * const v722 = &(*v39)[v719];
nvcuda::wmma::load_matrix_sync(*v720, reinterpret_cast<__half *>(v722), v721);uint32_t const v723 = v393 * v718;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> v6875_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> * v724 = &v6875_store;__half * const v725 = &(*v40)[v723];
nvcuda::wmma::load_matrix_sync(*v724, reinterpret_cast<__half *>(v725), v721);nvcuda::wmma::mma_sync(*v507, *v720, *v724, *v507);uint32_t const v726 = v719 + v17;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v6876_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v727 = &v6876_store;__half * const v728 = &(*v39)[v726];
nvcuda::wmma::load_matrix_sync(*v727, reinterpret_cast<__half *>(v728), v721);uint32_t const v729 = v723 + v17;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> v6877_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> * v730 = &v6877_store;__half * const v731 = &(*v40)[v729];
nvcuda::wmma::load_matrix_sync(*v730, reinterpret_cast<__half *>(v731), v721);nvcuda::wmma::mma_sync(*v507, *v727, *v730, *v507);uint32_t const v732 = v399 * v718;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v6878_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v733 = &v6878_store;__half * const v734 = &(*v39)[v732];
nvcuda::wmma::load_matrix_sync(*v733, reinterpret_cast<__half *>(v734), v721);uint32_t const v735 = v401 * v718;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> v6879_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> * v736 = &v6879_store;__half * const v737 = &(*v40)[v735];
nvcuda::wmma::load_matrix_sync(*v736, reinterpret_cast<__half *>(v737), v721);nvcuda::wmma::mma_sync(*v508, *v733, *v736, *v508);uint32_t const v738 = v732 + v17;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> v6880_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::row_major> * v739 = &v6880_store;__half * const v740 = &(*v39)[v738];
nvcuda::wmma::load_matrix_sync(*v739, reinterpret_cast<__half *>(v740), v721);uint32_t const v741 = v735 + v17;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> v6881_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::col_major> * v742 = &v6881_store;__half * const v743 = &(*v40)[v741];
nvcuda::wmma::load_matrix_sync(*v742, reinterpret_cast<__half *>(v743), v721);nvcuda::wmma::mma_sync(*v508, *v739, *v742, *v508);}
nvcuda::wmma::store_matrix_sync(reinterpret_cast<float *>(v397), *v507, v396, nvcuda::wmma::mem_row_major);nvcuda::wmma::store_matrix_sync(reinterpret_cast<float *>(v404), *v508, v396, nvcuda::wmma::mem_row_major);__syncthreads();
float const v744 = *v409;
float const v745 = *v109;
float const v746 = v745 + v744;
*v109 = v746;
float const v747 = *v415;
float const v748 = *v111;
float const v749 = v748 + v747;
*v111 = v749;
float const v750 = *v421;
float const v751 = *v113;
float const v752 = v751 + v750;
*v113 = v752;
float const v753 = *v428;
float const v754 = *v115;
float const v755 = v754 + v753;
*v115 = v755;
float const v756 = *v435;
float const v757 = *v117;
float const v758 = v757 + v756;
*v117 = v758;
float const v759 = *v441;
float const v760 = *v119;
float const v761 = v760 + v759;
*v119 = v761;
float const v762 = *v447;
float const v763 = *v121;
float const v764 = v763 + v762;
*v121 = v764;
float const v765 = *v453;
float const v766 = *v123;
float const v767 = v766 + v765;
*v123 = v767;
float const v768 = *v460;
float const v769 = *v125;
float const v770 = v769 + v768;
*v125 = v770;
float const v771 = *v466;
float const v772 = *v127;
float const v773 = v772 + v771;
*v127 = v773;
float const v774 = *v472;
float const v775 = *v129;
float const v776 = v775 + v774;
*v129 = v776;
float const v777 = *v478;
float const v778 = *v131;
float const v779 = v778 + v777;
*v131 = v779;
float const v780 = *v485;
float const v781 = *v133;
float const v782 = v781 + v780;
*v133 = v782;
float const v783 = *v491;
float const v784 = *v135;
float const v785 = v784 + v783;
*v135 = v785;
float const v786 = *v497;
float const v787 = *v137;
float const v788 = v787 + v786;
*v137 = v788;
float const v789 = *v503;
float const v790 = *v139;
float const v791 = v790 + v789;
*v139 = v791;
uint32_t const v792 = v105 + v405;
uint32_t const v793 = v26 + v19;
float const v794 = *v108;
float const v795 = v794 * v14;
bool const v796 = v792 < v20;
bool const v797 = v793 < v21;
bool const v798 = v796 && v797;
if(v798) {
}
float const v799 = -3.402823470e+38;
float const v800 = v798 ? v795 : v799;
float v6884_store;
float * v801 = &v6884_store;*v801 = v47;
float v6885_store;
float * v802 = &v6885_store;*v802 = v47;
if(v796) {
float const v803 = 1;
float const v804 = *v109;
uint32_t const v805 = v140 + v405;
float const* const v806 = &v4[v805];
float const v807 = *v806;
uint32_t const v808 = v9 / v50;
uint32_t const v809 = v808 + v805;
float const* const v810 = &v4[v809];
float const v811 = *v810;
bool const v812 = v800 == v799;
float const v813 = v800 - v807;
float const v814 = exp(v813);float const v815 = v812 ? v47 : v814;
float const v816 = -v811;
float const v817 = fma(v804, v803, v816);
float const v818 = v815 * v817;
*v801 = v815;
*v802 = v818;
}
float const v819 = *v801;
__half const v820 = __half(v819);
__half * const v821 = &(*v42)[v408];
*v821 = v820;
float const v822 = *v802;
__half const v823 = __half(v822);
__half * const v824 = &(*v43)[v408];
*v824 = v823;
uint32_t const v825 = v17 + v19;
uint32_t const v826 = v26 + v825;
float const v827 = *v110;
float const v828 = v827 * v14;
bool const v829 = v826 < v21;
bool const v830 = v796 && v829;
if(v830) {
}
float const v831 = v830 ? v828 : v799;
float v6889_store;
float * v832 = &v6889_store;*v832 = v47;
float v6890_store;
float * v833 = &v6890_store;*v833 = v47;
if(v796) {
float const v834 = 1;
float const v835 = *v111;
uint32_t const v836 = v140 + v405;
float const* const v837 = &v4[v836];
float const v838 = *v837;
uint32_t const v839 = v9 / v50;
uint32_t const v840 = v839 + v836;
float const* const v841 = &v4[v840];
float const v842 = *v841;
bool const v843 = v831 == v799;
float const v844 = v831 - v838;
float const v845 = exp(v844);float const v846 = v843 ? v47 : v845;
float const v847 = -v842;
float const v848 = fma(v835, v834, v847);
float const v849 = v846 * v848;
*v832 = v846;
*v833 = v849;
}
float const v850 = *v832;
__half const v851 = __half(v850);
uint32_t const v852 = v407 + v825;
__half * const v853 = &(*v42)[v852];
*v853 = v851;
float const v854 = *v833;
__half const v855 = __half(v854);
__half * const v856 = &(*v43)[v852];
*v856 = v855;
uint32_t const v857 = v144 + v19;
uint32_t const v858 = v26 + v857;
float const v859 = *v112;
float const v860 = v859 * v14;
bool const v861 = v858 < v21;
bool const v862 = v796 && v861;
if(v862) {
}
float const v863 = v862 ? v860 : v799;
float v6894_store;
float * v864 = &v6894_store;*v864 = v47;
float v6895_store;
float * v865 = &v6895_store;*v865 = v47;
if(v796) {
float const v866 = 1;
float const v867 = *v113;
uint32_t const v868 = v140 + v405;
float const* const v869 = &v4[v868];
float const v870 = *v869;
uint32_t const v871 = v9 / v50;
uint32_t const v872 = v871 + v868;
float const* const v873 = &v4[v872];
float const v874 = *v873;
bool const v875 = v863 == v799;
float const v876 = v863 - v870;
float const v877 = exp(v876);float const v878 = v875 ? v47 : v877;
float const v879 = -v874;
float const v880 = fma(v867, v866, v879);
float const v881 = v878 * v880;
*v864 = v878;
*v865 = v881;
}
float const v882 = *v864;
__half const v883 = __half(v882);
uint32_t const v884 = v407 + v857;
__half * const v885 = &(*v42)[v884];
*v885 = v883;
float const v886 = *v865;
__half const v887 = __half(v886);
__half * const v888 = &(*v43)[v884];
*v888 = v887;
uint32_t const v889 = v425 + v19;
uint32_t const v890 = v26 + v889;
float const v891 = *v114;
float const v892 = v891 * v14;
bool const v893 = v890 < v21;
bool const v894 = v796 && v893;
if(v894) {
}
float const v895 = v894 ? v892 : v799;
float v6899_store;
float * v896 = &v6899_store;*v896 = v47;
float v6900_store;
float * v897 = &v6900_store;*v897 = v47;
if(v796) {
float const v898 = 1;
float const v899 = *v115;
uint32_t const v900 = v140 + v405;
float const* const v901 = &v4[v900];
float const v902 = *v901;
uint32_t const v903 = v9 / v50;
uint32_t const v904 = v903 + v900;
float const* const v905 = &v4[v904];
float const v906 = *v905;
bool const v907 = v895 == v799;
float const v908 = v895 - v902;
float const v909 = exp(v908);float const v910 = v907 ? v47 : v909;
float const v911 = -v906;
float const v912 = fma(v899, v898, v911);
float const v913 = v910 * v912;
*v896 = v910;
*v897 = v913;
}
float const v914 = *v896;
__half const v915 = __half(v914);
uint32_t const v916 = v407 + v889;
__half * const v917 = &(*v42)[v916];
*v917 = v915;
float const v918 = *v897;
__half const v919 = __half(v918);
__half * const v920 = &(*v43)[v916];
*v920 = v919;
uint32_t const v921 = v105 + v432;
float const v922 = *v116;
float const v923 = v922 * v14;
bool const v924 = v921 < v20;
bool const v925 = v924 && v797;
if(v925) {
}
float const v926 = v925 ? v923 : v799;
float v6904_store;
float * v927 = &v6904_store;*v927 = v47;
float v6905_store;
float * v928 = &v6905_store;*v928 = v47;
if(v924) {
float const v929 = 1;
float const v930 = *v117;
uint32_t const v931 = v140 + v432;
float const* const v932 = &v4[v931];
float const v933 = *v932;
uint32_t const v934 = v9 / v50;
uint32_t const v935 = v934 + v931;
float const* const v936 = &v4[v935];
float const v937 = *v936;
bool const v938 = v926 == v799;
float const v939 = v926 - v933;
float const v940 = exp(v939);float const v941 = v938 ? v47 : v940;
float const v942 = -v937;
float const v943 = fma(v930, v929, v942);
float const v944 = v941 * v943;
*v927 = v941;
*v928 = v944;
}
float const v945 = *v927;
__half const v946 = __half(v945);
__half * const v947 = &(*v42)[v434];
*v947 = v946;
float const v948 = *v928;
__half const v949 = __half(v948);
__half * const v950 = &(*v43)[v434];
*v950 = v949;
float const v951 = *v118;
float const v952 = v951 * v14;
bool const v953 = v924 && v829;
if(v953) {
}
float const v954 = v953 ? v952 : v799;
float v6909_store;
float * v955 = &v6909_store;*v955 = v47;
float v6910_store;
float * v956 = &v6910_store;*v956 = v47;
if(v924) {
float const v957 = 1;
float const v958 = *v119;
uint32_t const v959 = v140 + v432;
float const* const v960 = &v4[v959];
float const v961 = *v960;
uint32_t const v962 = v9 / v50;
uint32_t const v963 = v962 + v959;
float const* const v964 = &v4[v963];
float const v965 = *v964;
bool const v966 = v954 == v799;
float const v967 = v954 - v961;
float const v968 = exp(v967);float const v969 = v966 ? v47 : v968;
float const v970 = -v965;
float const v971 = fma(v958, v957, v970);
float const v972 = v969 * v971;
*v955 = v969;
*v956 = v972;
}
float const v973 = *v955;
__half const v974 = __half(v973);
uint32_t const v975 = v433 + v825;
__half * const v976 = &(*v42)[v975];
*v976 = v974;
float const v977 = *v956;
__half const v978 = __half(v977);
__half * const v979 = &(*v43)[v975];
*v979 = v978;
float const v980 = *v120;
float const v981 = v980 * v14;
bool const v982 = v924 && v861;
if(v982) {
}
float const v983 = v982 ? v981 : v799;
float v6914_store;
float * v984 = &v6914_store;*v984 = v47;
float v6915_store;
float * v985 = &v6915_store;*v985 = v47;
if(v924) {
float const v986 = 1;
float const v987 = *v121;
uint32_t const v988 = v140 + v432;
float const* const v989 = &v4[v988];
float const v990 = *v989;
uint32_t const v991 = v9 / v50;
uint32_t const v992 = v991 + v988;
float const* const v993 = &v4[v992];
float const v994 = *v993;
bool const v995 = v983 == v799;
float const v996 = v983 - v990;
float const v997 = exp(v996);float const v998 = v995 ? v47 : v997;
float const v999 = -v994;
float const v1000 = fma(v987, v986, v999);
float const v1001 = v998 * v1000;
*v984 = v998;
*v985 = v1001;
}
float const v1002 = *v984;
__half const v1003 = __half(v1002);
uint32_t const v1004 = v433 + v857;
__half * const v1005 = &(*v42)[v1004];
*v1005 = v1003;
float const v1006 = *v985;
__half const v1007 = __half(v1006);
__half * const v1008 = &(*v43)[v1004];
*v1008 = v1007;
float const v1009 = *v122;
float const v1010 = v1009 * v14;
bool const v1011 = v924 && v893;
if(v1011) {
}
float const v1012 = v1011 ? v1010 : v799;
float v6919_store;
float * v1013 = &v6919_store;*v1013 = v47;
float v6920_store;
float * v1014 = &v6920_store;*v1014 = v47;
if(v924) {
float const v1015 = 1;
float const v1016 = *v123;
uint32_t const v1017 = v140 + v432;
float const* const v1018 = &v4[v1017];
float const v1019 = *v1018;
uint32_t const v1020 = v9 / v50;
uint32_t const v1021 = v1020 + v1017;
float const* const v1022 = &v4[v1021];
float const v1023 = *v1022;
bool const v1024 = v1012 == v799;
float const v1025 = v1012 - v1019;
float const v1026 = exp(v1025);float const v1027 = v1024 ? v47 : v1026;
float const v1028 = -v1023;
float const v1029 = fma(v1016, v1015, v1028);
float const v1030 = v1027 * v1029;
*v1013 = v1027;
*v1014 = v1030;
}
float const v1031 = *v1013;
__half const v1032 = __half(v1031);
uint32_t const v1033 = v433 + v889;
__half * const v1034 = &(*v42)[v1033];
*v1034 = v1032;
float const v1035 = *v1014;
__half const v1036 = __half(v1035);
__half * const v1037 = &(*v43)[v1033];
*v1037 = v1036;
uint32_t const v1038 = v105 + v457;
float const v1039 = *v124;
float const v1040 = v1039 * v14;
bool const v1041 = v1038 < v20;
bool const v1042 = v1041 && v797;
if(v1042) {
}
float const v1043 = v1042 ? v1040 : v799;
float v6924_store;
float * v1044 = &v6924_store;*v1044 = v47;
float v6925_store;
float * v1045 = &v6925_store;*v1045 = v47;
if(v1041) {
float const v1046 = 1;
float const v1047 = *v125;
uint32_t const v1048 = v140 + v457;
float const* const v1049 = &v4[v1048];
float const v1050 = *v1049;
uint32_t const v1051 = v9 / v50;
uint32_t const v1052 = v1051 + v1048;
float const* const v1053 = &v4[v1052];
float const v1054 = *v1053;
bool const v1055 = v1043 == v799;
float const v1056 = v1043 - v1050;
float const v1057 = exp(v1056);float const v1058 = v1055 ? v47 : v1057;
float const v1059 = -v1054;
float const v1060 = fma(v1047, v1046, v1059);
float const v1061 = v1058 * v1060;
*v1044 = v1058;
*v1045 = v1061;
}
float const v1062 = *v1044;
__half const v1063 = __half(v1062);
__half * const v1064 = &(*v42)[v459];
*v1064 = v1063;
float const v1065 = *v1045;
__half const v1066 = __half(v1065);
__half * const v1067 = &(*v43)[v459];
*v1067 = v1066;
float const v1068 = *v126;
float const v1069 = v1068 * v14;
bool const v1070 = v1041 && v829;
if(v1070) {
}
float const v1071 = v1070 ? v1069 : v799;
float v6929_store;
float * v1072 = &v6929_store;*v1072 = v47;
float v6930_store;
float * v1073 = &v6930_store;*v1073 = v47;
if(v1041) {
float const v1074 = 1;
float const v1075 = *v127;
uint32_t const v1076 = v140 + v457;
float const* const v1077 = &v4[v1076];
float const v1078 = *v1077;
uint32_t const v1079 = v9 / v50;
uint32_t const v1080 = v1079 + v1076;
float const* const v1081 = &v4[v1080];
float const v1082 = *v1081;
bool const v1083 = v1071 == v799;
float const v1084 = v1071 - v1078;
float const v1085 = exp(v1084);float const v1086 = v1083 ? v47 : v1085;
float const v1087 = -v1082;
float const v1088 = fma(v1075, v1074, v1087);
float const v1089 = v1086 * v1088;
*v1072 = v1086;
*v1073 = v1089;
}
float const v1090 = *v1072;
__half const v1091 = __half(v1090);
uint32_t const v1092 = v458 + v825;
__half * const v1093 = &(*v42)[v1092];
*v1093 = v1091;
float const v1094 = *v1073;
__half const v1095 = __half(v1094);
__half * const v1096 = &(*v43)[v1092];
*v1096 = v1095;
float const v1097 = *v128;
float const v1098 = v1097 * v14;
bool const v1099 = v1041 && v861;
if(v1099) {
}
float const v1100 = v1099 ? v1098 : v799;
float v6934_store;
float * v1101 = &v6934_store;*v1101 = v47;
float v6935_store;
float * v1102 = &v6935_store;*v1102 = v47;
if(v1041) {
float const v1103 = 1;
float const v1104 = *v129;
uint32_t const v1105 = v140 + v457;
float const* const v1106 = &v4[v1105];
float const v1107 = *v1106;
uint32_t const v1108 = v9 / v50;
uint32_t const v1109 = v1108 + v1105;
float const* const v1110 = &v4[v1109];
float const v1111 = *v1110;
bool const v1112 = v1100 == v799;
float const v1113 = v1100 - v1107;
float const v1114 = exp(v1113);float const v1115 = v1112 ? v47 : v1114;
float const v1116 = -v1111;
float const v1117 = fma(v1104, v1103, v1116);
float const v1118 = v1115 * v1117;
*v1101 = v1115;
*v1102 = v1118;
}
float const v1119 = *v1101;
__half const v1120 = __half(v1119);
uint32_t const v1121 = v458 + v857;
__half * const v1122 = &(*v42)[v1121];
*v1122 = v1120;
float const v1123 = *v1102;
__half const v1124 = __half(v1123);
__half * const v1125 = &(*v43)[v1121];
*v1125 = v1124;
float const v1126 = *v130;
float const v1127 = v1126 * v14;
bool const v1128 = v1041 && v893;
if(v1128) {
}
float const v1129 = v1128 ? v1127 : v799;
float v6939_store;
float * v1130 = &v6939_store;*v1130 = v47;
float v6940_store;
float * v1131 = &v6940_store;*v1131 = v47;
if(v1041) {
float const v1132 = 1;
float const v1133 = *v131;
uint32_t const v1134 = v140 + v457;
float const* const v1135 = &v4[v1134];
float const v1136 = *v1135;
uint32_t const v1137 = v9 / v50;
uint32_t const v1138 = v1137 + v1134;
float const* const v1139 = &v4[v1138];
float const v1140 = *v1139;
bool const v1141 = v1129 == v799;
float const v1142 = v1129 - v1136;
float const v1143 = exp(v1142);float const v1144 = v1141 ? v47 : v1143;
float const v1145 = -v1140;
float const v1146 = fma(v1133, v1132, v1145);
float const v1147 = v1144 * v1146;
*v1130 = v1144;
*v1131 = v1147;
}
float const v1148 = *v1130;
__half const v1149 = __half(v1148);
uint32_t const v1150 = v458 + v889;
__half * const v1151 = &(*v42)[v1150];
*v1151 = v1149;
float const v1152 = *v1131;
__half const v1153 = __half(v1152);
__half * const v1154 = &(*v43)[v1150];
*v1154 = v1153;
uint32_t const v1155 = v105 + v482;
float const v1156 = *v132;
float const v1157 = v1156 * v14;
bool const v1158 = v1155 < v20;
bool const v1159 = v1158 && v797;
if(v1159) {
}
float const v1160 = v1159 ? v1157 : v799;
float v6944_store;
float * v1161 = &v6944_store;*v1161 = v47;
float v6945_store;
float * v1162 = &v6945_store;*v1162 = v47;
if(v1158) {
float const v1163 = 1;
float const v1164 = *v133;
uint32_t const v1165 = v140 + v482;
float const* const v1166 = &v4[v1165];
float const v1167 = *v1166;
uint32_t const v1168 = v9 / v50;
uint32_t const v1169 = v1168 + v1165;
float const* const v1170 = &v4[v1169];
float const v1171 = *v1170;
bool const v1172 = v1160 == v799;
float const v1173 = v1160 - v1167;
float const v1174 = exp(v1173);float const v1175 = v1172 ? v47 : v1174;
float const v1176 = -v1171;
float const v1177 = fma(v1164, v1163, v1176);
float const v1178 = v1175 * v1177;
*v1161 = v1175;
*v1162 = v1178;
}
float const v1179 = *v1161;
__half const v1180 = __half(v1179);
__half * const v1181 = &(*v42)[v484];
*v1181 = v1180;
float const v1182 = *v1162;
__half const v1183 = __half(v1182);
__half * const v1184 = &(*v43)[v484];
*v1184 = v1183;
float const v1185 = *v134;
float const v1186 = v1185 * v14;
bool const v1187 = v1158 && v829;
if(v1187) {
}
float const v1188 = v1187 ? v1186 : v799;
float v6949_store;
float * v1189 = &v6949_store;*v1189 = v47;
float v6950_store;
float * v1190 = &v6950_store;*v1190 = v47;
if(v1158) {
float const v1191 = 1;
float const v1192 = *v135;
uint32_t const v1193 = v140 + v482;
float const* const v1194 = &v4[v1193];
float const v1195 = *v1194;
uint32_t const v1196 = v9 / v50;
uint32_t const v1197 = v1196 + v1193;
float const* const v1198 = &v4[v1197];
float const v1199 = *v1198;
bool const v1200 = v1188 == v799;
float const v1201 = v1188 - v1195;
float const v1202 = exp(v1201);float const v1203 = v1200 ? v47 : v1202;
float const v1204 = -v1199;
float const v1205 = fma(v1192, v1191, v1204);
float const v1206 = v1203 * v1205;
*v1189 = v1203;
*v1190 = v1206;
}
float const v1207 = *v1189;
__half const v1208 = __half(v1207);
uint32_t const v1209 = v483 + v825;
__half * const v1210 = &(*v42)[v1209];
*v1210 = v1208;
float const v1211 = *v1190;
__half const v1212 = __half(v1211);
__half * const v1213 = &(*v43)[v1209];
*v1213 = v1212;
float const v1214 = *v136;
float const v1215 = v1214 * v14;
bool const v1216 = v1158 && v861;
if(v1216) {
}
float const v1217 = v1216 ? v1215 : v799;
float v6954_store;
float * v1218 = &v6954_store;*v1218 = v47;
float v6955_store;
float * v1219 = &v6955_store;*v1219 = v47;
if(v1158) {
float const v1220 = 1;
float const v1221 = *v137;
uint32_t const v1222 = v140 + v482;
float const* const v1223 = &v4[v1222];
float const v1224 = *v1223;
uint32_t const v1225 = v9 / v50;
uint32_t const v1226 = v1225 + v1222;
float const* const v1227 = &v4[v1226];
float const v1228 = *v1227;
bool const v1229 = v1217 == v799;
float const v1230 = v1217 - v1224;
float const v1231 = exp(v1230);float const v1232 = v1229 ? v47 : v1231;
float const v1233 = -v1228;
float const v1234 = fma(v1221, v1220, v1233);
float const v1235 = v1232 * v1234;
*v1218 = v1232;
*v1219 = v1235;
}
float const v1236 = *v1218;
__half const v1237 = __half(v1236);
uint32_t const v1238 = v483 + v857;
__half * const v1239 = &(*v42)[v1238];
*v1239 = v1237;
float const v1240 = *v1219;
__half const v1241 = __half(v1240);
__half * const v1242 = &(*v43)[v1238];
*v1242 = v1241;
float const v1243 = *v138;
float const v1244 = v1243 * v14;
bool const v1245 = v1158 && v893;
if(v1245) {
}
float const v1246 = v1245 ? v1244 : v799;
float v6959_store;
float * v1247 = &v6959_store;*v1247 = v47;
float v6960_store;
float * v1248 = &v6960_store;*v1248 = v47;
if(v1158) {
float const v1249 = 1;
float const v1250 = *v139;
uint32_t const v1251 = v140 + v482;
float const* const v1252 = &v4[v1251];
float const v1253 = *v1252;
uint32_t const v1254 = v9 / v50;
uint32_t const v1255 = v1254 + v1251;
float const* const v1256 = &v4[v1255];
float const v1257 = *v1256;
bool const v1258 = v1246 == v799;
float const v1259 = v1246 - v1253;
float const v1260 = exp(v1259);float const v1261 = v1258 ? v47 : v1260;
float const v1262 = -v1257;
float const v1263 = fma(v1250, v1249, v1262);
float const v1264 = v1261 * v1263;
*v1247 = v1261;
*v1248 = v1264;
}
float const v1265 = *v1247;
__half const v1266 = __half(v1265);
uint32_t const v1267 = v483 + v889;
__half * const v1268 = &(*v42)[v1267];
*v1268 = v1266;
float const v1269 = *v1248;
__half const v1270 = __half(v1269);
__half * const v1271 = &(*v43)[v1267];
*v1271 = v1270;
__syncthreads();
__syncthreads();
uint32_t const v1272 = v16 % v144;
__half const v1273 = 0;
__half v6962_store;
__half * v1274 = &v6962_store;*v1274 = v1273;
bool const v1275 = v1272 < v25;
bool const v1276 = v145 < v142;
bool const v1277 = v1275 && v1276;
if(v1277) {
uint32_t const v1278 = v140 + v145;
uint32_t const v1279 = v1278 * v25;
uint32_t const v1280 = v1279 + v1272;
__half const* const v1281 = &v3[v1280];
__half const v1282 = *v1281;
*v1274 = v1282;
}
uint32_t const v1283 = 40;
uint32_t const v1284 = v145 * v1283;
uint32_t const v1285 = v1284 + v1272;
__half * const v1286 = &(*v40)[v1285];
__half const v1287 = *v1274;
*v1286 = v1287;
uint32_t const v1288 = 256;
uint32_t const v1289 = v16 + v1288;
uint32_t const v1290 = v1289 / v144;
uint32_t const v1291 = v1289 % v144;
__half v6963_store;
__half * v1292 = &v6963_store;*v1292 = v1273;
bool const v1293 = v1291 < v25;
bool const v1294 = v1290 < v142;
bool const v1295 = v1293 && v1294;
if(v1295) {
uint32_t const v1296 = v140 + v1290;
uint32_t const v1297 = v1296 * v25;
uint32_t const v1298 = v1297 + v1291;
__half const* const v1299 = &v3[v1298];
__half const v1300 = *v1299;
*v1292 = v1300;
}
uint32_t const v1301 = v1290 * v1283;
uint32_t const v1302 = v1301 + v1291;
__half * const v1303 = &(*v40)[v1302];
__half const v1304 = *v1292;
*v1303 = v1304;
uint32_t const v1305 = 512;
uint32_t const v1306 = v16 + v1305;
uint32_t const v1307 = v1306 / v144;
uint32_t const v1308 = v1306 % v144;
__half v6964_store;
__half * v1309 = &v6964_store;*v1309 = v1273;
bool const v1310 = v1308 < v25;
bool const v1311 = v1307 < v142;
bool const v1312 = v1310 && v1311;
if(v1312) {
uint32_t const v1313 = v140 + v1307;
uint32_t const v1314 = v1313 * v25;
uint32_t const v1315 = v1314 + v1308;
__half const* const v1316 = &v3[v1315];
__half const v1317 = *v1316;
*v1309 = v1317;
}
uint32_t const v1318 = v1307 * v1283;
uint32_t const v1319 = v1318 + v1308;
__half * const v1320 = &(*v40)[v1319];
__half const v1321 = *v1309;
*v1320 = v1321;
uint32_t const v1322 = 768;
uint32_t const v1323 = v16 + v1322;
uint32_t const v1324 = v1323 / v144;
uint32_t const v1325 = v1323 % v144;
__half v6965_store;
__half * v1326 = &v6965_store;*v1326 = v1273;
bool const v1327 = v1325 < v25;
bool const v1328 = v1324 < v142;
bool const v1329 = v1327 && v1328;
if(v1329) {
uint32_t const v1330 = v140 + v1324;
uint32_t const v1331 = v1330 * v25;
uint32_t const v1332 = v1331 + v1325;
__half const* const v1333 = &v3[v1332];
__half const v1334 = *v1333;
*v1326 = v1334;
}
uint32_t const v1335 = v1324 * v1283;
uint32_t const v1336 = v1335 + v1325;
__half * const v1337 = &(*v40)[v1336];
__half const v1338 = *v1326;
*v1337 = v1338;
uint32_t const v1339 = 1024;
uint32_t const v1340 = v16 + v1339;
uint32_t const v1341 = v1340 / v144;
uint32_t const v1342 = v1340 % v144;
__half v6966_store;
__half * v1343 = &v6966_store;*v1343 = v1273;
bool const v1344 = v1342 < v25;
bool const v1345 = v1341 < v142;
bool const v1346 = v1344 && v1345;
if(v1346) {
uint32_t const v1347 = v140 + v1341;
uint32_t const v1348 = v1347 * v25;
uint32_t const v1349 = v1348 + v1342;
__half const* const v1350 = &v3[v1349];
__half const v1351 = *v1350;
*v1343 = v1351;
}
uint32_t const v1352 = v1341 * v1283;
uint32_t const v1353 = v1352 + v1342;
__half * const v1354 = &(*v40)[v1353];
__half const v1355 = *v1343;
*v1354 = v1355;
uint32_t const v1356 = 1280;
uint32_t const v1357 = v16 + v1356;
uint32_t const v1358 = v1357 / v144;
uint32_t const v1359 = v1357 % v144;
__half v6967_store;
__half * v1360 = &v6967_store;*v1360 = v1273;
bool const v1361 = v1359 < v25;
bool const v1362 = v1358 < v142;
bool const v1363 = v1361 && v1362;
if(v1363) {
uint32_t const v1364 = v140 + v1358;
uint32_t const v1365 = v1364 * v25;
uint32_t const v1366 = v1365 + v1359;
__half const* const v1367 = &v3[v1366];
__half const v1368 = *v1367;
*v1360 = v1368;
}
uint32_t const v1369 = v1358 * v1283;
uint32_t const v1370 = v1369 + v1359;
__half * const v1371 = &(*v40)[v1370];
__half const v1372 = *v1360;
*v1371 = v1372;
uint32_t const v1373 = 1536;
uint32_t const v1374 = v16 + v1373;
uint32_t const v1375 = v1374 / v144;
uint32_t const v1376 = v1374 % v144;
__half v6968_store;
__half * v1377 = &v6968_store;*v1377 = v1273;
bool const v1378 = v1376 < v25;
bool const v1379 = v1375 < v142;
bool const v1380 = v1378 && v1379;
if(v1380) {
uint32_t const v1381 = v140 + v1375;
uint32_t const v1382 = v1381 * v25;
uint32_t const v1383 = v1382 + v1376;
__half const* const v1384 = &v3[v1383];
__half const v1385 = *v1384;
*v1377 = v1385;
}
uint32_t const v1386 = v1375 * v1283;
uint32_t const v1387 = v1386 + v1376;
__half * const v1388 = &(*v40)[v1387];
__half const v1389 = *v1377;
*v1388 = v1389;
uint32_t const v1390 = 1792;
uint32_t const v1391 = v16 + v1390;
uint32_t const v1392 = v1391 / v144;
uint32_t const v1393 = v1391 % v144;
__half v6969_store;
__half * v1394 = &v6969_store;*v1394 = v1273;
bool const v1395 = v1393 < v25;
bool const v1396 = v1392 < v142;
bool const v1397 = v1395 && v1396;
if(v1397) {
uint32_t const v1398 = v140 + v1392;
uint32_t const v1399 = v1398 * v25;
uint32_t const v1400 = v1399 + v1393;
__half const* const v1401 = &v3[v1400];
__half const v1402 = *v1401;
*v1394 = v1402;
}
uint32_t const v1403 = v1392 * v1283;
uint32_t const v1404 = v1403 + v1393;
__half * const v1405 = &(*v40)[v1404];
__half const v1406 = *v1394;
*v1405 = v1406;
__syncthreads();
uint32_t const v1407 = v145 / v50;
uint32_t const v1408 = v1407 * v17;
uint32_t const v1409 = v145 % v50;
uint32_t const v1410 = v1409 * v17;
nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> v6970_store; nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> * v1411 = &v6970_store;nvcuda::wmma::fill_fragment(*v1411, v47);for(uint32_t v1412 = v8; v1412 < v54; v1412 += v48) {
uint32_t const v1413 = 640;
uint32_t const v1414 = v1412 * v1413;
uint32_t const v1415 = v1414 + v1410;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::row_major> v6972_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::row_major> * v1416 = &v6972_store;uint32_t const v1417 = 40;
__half * const v1418 = &(*v40)[v1415];
nvcuda::wmma::load_matrix_sync(*v1416, reinterpret_cast<__half *>(v1418), v1417);uint32_t const v1419 = v1412 * v391;
uint32_t const v1420 = v1419 + v1408;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::col_major> v6973_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::col_major> * v1421 = &v6973_store;__half * const v1422 = &(*v42)[v1420];
nvcuda::wmma::load_matrix_sync(*v1421, reinterpret_cast<__half *>(v1422), v396);nvcuda::wmma::mma_sync(*v1411, *v1421, *v1416, *v1411);}
uint32_t const v1423 = v1408 * v1283;
uint32_t const v1424 = v1423 + v1410;
uint32_t const v1425 = 40;
float * const v1426 = &(*v41)[v1424];
nvcuda::wmma::store_matrix_sync(reinterpret_cast<float *>(v1426), *v1411, v1425, nvcuda::wmma::mem_row_major);__syncthreads();
uint32_t const v1427 = v405 * v1283;
uint32_t const v1428 = v1427 + v19;
float * const v1429 = &(*v41)[v1428];
float const v1430 = *v1429;
float const v1431 = 1;
float const v1432 = *v78;
float const v1433 = fma(v1430, v1431, v1432);
*v78 = v1433;
uint32_t const v1434 = v1427 + v17;
uint32_t const v1435 = v1434 + v19;
float * const v1436 = &(*v41)[v1435];
float const v1437 = *v1436;
float const v1438 = *v79;
float const v1439 = fma(v1437, v1431, v1438);
*v79 = v1439;
uint32_t const v1440 = v432 * v1283;
uint32_t const v1441 = v1440 + v19;
float * const v1442 = &(*v41)[v1441];
float const v1443 = *v1442;
float const v1444 = *v82;
float const v1445 = fma(v1443, v1431, v1444);
*v82 = v1445;
uint32_t const v1446 = v1440 + v17;
uint32_t const v1447 = v1446 + v19;
float * const v1448 = &(*v41)[v1447];
float const v1449 = *v1448;
float const v1450 = *v83;
float const v1451 = fma(v1449, v1431, v1450);
*v83 = v1451;
uint32_t const v1452 = v457 * v1283;
uint32_t const v1453 = v1452 + v19;
float * const v1454 = &(*v41)[v1453];
float const v1455 = *v1454;
float const v1456 = *v86;
float const v1457 = fma(v1455, v1431, v1456);
*v86 = v1457;
uint32_t const v1458 = v1452 + v17;
uint32_t const v1459 = v1458 + v19;
float * const v1460 = &(*v41)[v1459];
float const v1461 = *v1460;
float const v1462 = *v87;
float const v1463 = fma(v1461, v1431, v1462);
*v87 = v1463;
uint32_t const v1464 = v482 * v1283;
uint32_t const v1465 = v1464 + v19;
float * const v1466 = &(*v41)[v1465];
float const v1467 = *v1466;
float const v1468 = *v90;
float const v1469 = fma(v1467, v1431, v1468);
*v90 = v1469;
uint32_t const v1470 = v1464 + v17;
uint32_t const v1471 = v1470 + v19;
float * const v1472 = &(*v41)[v1471];
float const v1473 = *v1472;
float const v1474 = *v91;
float const v1475 = fma(v1473, v1431, v1474);
*v91 = v1475;
__syncthreads();
uint32_t const v1476 = v144 + v1272;
__half v6974_store;
__half * v1477 = &v6974_store;*v1477 = v1273;
bool const v1478 = v1476 < v25;
bool const v1479 = v1478 && v1276;
if(v1479) {
uint32_t const v1480 = v140 + v145;
uint32_t const v1481 = v1480 * v25;
uint32_t const v1482 = v1481 + v1476;
__half const* const v1483 = &v3[v1482];
__half const v1484 = *v1483;
*v1477 = v1484;
}
__half const v1485 = *v1477;
*v1286 = v1485;
uint32_t const v1486 = v144 + v1291;
__half v6975_store;
__half * v1487 = &v6975_store;*v1487 = v1273;
bool const v1488 = v1486 < v25;
bool const v1489 = v1488 && v1294;
if(v1489) {
uint32_t const v1490 = v140 + v1290;
uint32_t const v1491 = v1490 * v25;
uint32_t const v1492 = v1491 + v1486;
__half const* const v1493 = &v3[v1492];
__half const v1494 = *v1493;
*v1487 = v1494;
}
__half const v1495 = *v1487;
*v1303 = v1495;
uint32_t const v1496 = v144 + v1308;
__half v6976_store;
__half * v1497 = &v6976_store;*v1497 = v1273;
bool const v1498 = v1496 < v25;
bool const v1499 = v1498 && v1311;
if(v1499) {
uint32_t const v1500 = v140 + v1307;
uint32_t const v1501 = v1500 * v25;
uint32_t const v1502 = v1501 + v1496;
__half const* const v1503 = &v3[v1502];
__half const v1504 = *v1503;
*v1497 = v1504;
}
__half const v1505 = *v1497;
*v1320 = v1505;
uint32_t const v1506 = v144 + v1325;
__half v6977_store;
__half * v1507 = &v6977_store;*v1507 = v1273;
bool const v1508 = v1506 < v25;
bool const v1509 = v1508 && v1328;
if(v1509) {
uint32_t const v1510 = v140 + v1324;
uint32_t const v1511 = v1510 * v25;
uint32_t const v1512 = v1511 + v1506;
__half const* const v1513 = &v3[v1512];
__half const v1514 = *v1513;
*v1507 = v1514;
}
__half const v1515 = *v1507;
*v1337 = v1515;
uint32_t const v1516 = v144 + v1342;
__half v6978_store;
__half * v1517 = &v6978_store;*v1517 = v1273;
bool const v1518 = v1516 < v25;
bool const v1519 = v1518 && v1345;
if(v1519) {
uint32_t const v1520 = v140 + v1341;
uint32_t const v1521 = v1520 * v25;
uint32_t const v1522 = v1521 + v1516;
__half const* const v1523 = &v3[v1522];
__half const v1524 = *v1523;
*v1517 = v1524;
}
__half const v1525 = *v1517;
*v1354 = v1525;
uint32_t const v1526 = v144 + v1359;
__half v6979_store;
__half * v1527 = &v6979_store;*v1527 = v1273;
bool const v1528 = v1526 < v25;
bool const v1529 = v1528 && v1362;
if(v1529) {
uint32_t const v1530 = v140 + v1358;
uint32_t const v1531 = v1530 * v25;
uint32_t const v1532 = v1531 + v1526;
__half const* const v1533 = &v3[v1532];
__half const v1534 = *v1533;
*v1527 = v1534;
}
__half const v1535 = *v1527;
*v1371 = v1535;
uint32_t const v1536 = v144 + v1376;
__half v6980_store;
__half * v1537 = &v6980_store;*v1537 = v1273;
bool const v1538 = v1536 < v25;
bool const v1539 = v1538 && v1379;
if(v1539) {
uint32_t const v1540 = v140 + v1375;
uint32_t const v1541 = v1540 * v25;
uint32_t const v1542 = v1541 + v1536;
__half const* const v1543 = &v3[v1542];
__half const v1544 = *v1543;
*v1537 = v1544;
}
__half const v1545 = *v1537;
*v1388 = v1545;
uint32_t const v1546 = v144 + v1393;
__half v6981_store;
__half * v1547 = &v6981_store;*v1547 = v1273;
bool const v1548 = v1546 < v25;
bool const v1549 = v1548 && v1396;
if(v1549) {
uint32_t const v1550 = v140 + v1392;
uint32_t const v1551 = v1550 * v25;
uint32_t const v1552 = v1551 + v1546;
__half const* const v1553 = &v3[v1552];
__half const v1554 = *v1553;
*v1547 = v1554;
}
__half const v1555 = *v1547;
*v1405 = v1555;
__syncthreads();
nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> v6982_store; nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> * v1556 = &v6982_store;nvcuda::wmma::fill_fragment(*v1556, v47);for(uint32_t v1557 = v8; v1557 < v54; v1557 += v48) {
uint32_t const v1558 = 640;
uint32_t const v1559 = v1557 * v1558;
uint32_t const v1560 = v1559 + v1410;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::row_major> v6984_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::row_major> * v1561 = &v6984_store;__half * const v1562 = &(*v40)[v1560];
nvcuda::wmma::load_matrix_sync(*v1561, reinterpret_cast<__half *>(v1562), v1425);uint32_t const v1563 = v1557 * v391;
uint32_t const v1564 = v1563 + v1408;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::col_major> v6985_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::col_major> * v1565 = &v6985_store;__half * const v1566 = &(*v42)[v1564];
nvcuda::wmma::load_matrix_sync(*v1565, reinterpret_cast<__half *>(v1566), v396);nvcuda::wmma::mma_sync(*v1556, *v1565, *v1561, *v1556);}
nvcuda::wmma::store_matrix_sync(reinterpret_cast<float *>(v1426), *v1556, v1425, nvcuda::wmma::mem_row_major);__syncthreads();
float const v1567 = *v1429;
float const v1568 = *v80;
float const v1569 = fma(v1567, v1431, v1568);
*v80 = v1569;
float const v1570 = *v1436;
float const v1571 = *v81;
float const v1572 = fma(v1570, v1431, v1571);
*v81 = v1572;
float const v1573 = *v1442;
float const v1574 = *v84;
float const v1575 = fma(v1573, v1431, v1574);
*v84 = v1575;
float const v1576 = *v1448;
float const v1577 = *v85;
float const v1578 = fma(v1576, v1431, v1577);
*v85 = v1578;
float const v1579 = *v1454;
float const v1580 = *v88;
float const v1581 = fma(v1579, v1431, v1580);
*v88 = v1581;
float const v1582 = *v1460;
float const v1583 = *v89;
float const v1584 = fma(v1582, v1431, v1583);
*v89 = v1584;
float const v1585 = *v1466;
float const v1586 = *v92;
float const v1587 = fma(v1585, v1431, v1586);
*v92 = v1587;
float const v1588 = *v1472;
float const v1589 = *v93;
float const v1590 = fma(v1588, v1431, v1589);
*v93 = v1590;
__syncthreads();
__half v6986_store;
__half * v1591 = &v6986_store;*v1591 = v1273;
if(v1277) {
uint32_t const v1592 = v140 + v145;
uint32_t const v1593 = v1592 * v25;
uint32_t const v1594 = v1593 + v1272;
__half const* const v1595 = &v0[v1594];
__half const v1596 = *v1595;
*v1591 = v1596;
}
__half const v1597 = *v1591;
*v1286 = v1597;
__half v6987_store;
__half * v1598 = &v6987_store;*v1598 = v1273;
if(v1295) {
uint32_t const v1599 = v140 + v1290;
uint32_t const v1600 = v1599 * v25;
uint32_t const v1601 = v1600 + v1291;
__half const* const v1602 = &v0[v1601];
__half const v1603 = *v1602;
*v1598 = v1603;
}
__half const v1604 = *v1598;
*v1303 = v1604;
__half v6988_store;
__half * v1605 = &v6988_store;*v1605 = v1273;
if(v1312) {
uint32_t const v1606 = v140 + v1307;
uint32_t const v1607 = v1606 * v25;
uint32_t const v1608 = v1607 + v1308;
__half const* const v1609 = &v0[v1608];
__half const v1610 = *v1609;
*v1605 = v1610;
}
__half const v1611 = *v1605;
*v1320 = v1611;
__half v6989_store;
__half * v1612 = &v6989_store;*v1612 = v1273;
if(v1329) {
uint32_t const v1613 = v140 + v1324;
uint32_t const v1614 = v1613 * v25;
uint32_t const v1615 = v1614 + v1325;
__half const* const v1616 = &v0[v1615];
__half const v1617 = *v1616;
*v1612 = v1617;
}
__half const v1618 = *v1612;
*v1337 = v1618;
__half v6990_store;
__half * v1619 = &v6990_store;*v1619 = v1273;
if(v1346) {
uint32_t const v1620 = v140 + v1341;
uint32_t const v1621 = v1620 * v25;
uint32_t const v1622 = v1621 + v1342;
__half const* const v1623 = &v0[v1622];
__half const v1624 = *v1623;
*v1619 = v1624;
}
__half const v1625 = *v1619;
*v1354 = v1625;
__half v6991_store;
__half * v1626 = &v6991_store;*v1626 = v1273;
if(v1363) {
uint32_t const v1627 = v140 + v1358;
uint32_t const v1628 = v1627 * v25;
uint32_t const v1629 = v1628 + v1359;
__half const* const v1630 = &v0[v1629];
__half const v1631 = *v1630;
*v1626 = v1631;
}
__half const v1632 = *v1626;
*v1371 = v1632;
__half v6992_store;
__half * v1633 = &v6992_store;*v1633 = v1273;
if(v1380) {
uint32_t const v1634 = v140 + v1375;
uint32_t const v1635 = v1634 * v25;
uint32_t const v1636 = v1635 + v1376;
__half const* const v1637 = &v0[v1636];
__half const v1638 = *v1637;
*v1633 = v1638;
}
__half const v1639 = *v1633;
*v1388 = v1639;
__half v6993_store;
__half * v1640 = &v6993_store;*v1640 = v1273;
if(v1397) {
uint32_t const v1641 = v140 + v1392;
uint32_t const v1642 = v1641 * v25;
uint32_t const v1643 = v1642 + v1393;
__half const* const v1644 = &v0[v1643];
__half const v1645 = *v1644;
*v1640 = v1645;
}
__half const v1646 = *v1640;
*v1405 = v1646;
__syncthreads();
nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> v6994_store; nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> * v1647 = &v6994_store;nvcuda::wmma::fill_fragment(*v1647, v47);for(uint32_t v1648 = v8; v1648 < v54; v1648 += v48) {
uint32_t const v1649 = 640;
uint32_t const v1650 = v1648 * v1649;
uint32_t const v1651 = v1650 + v1410;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::row_major> v6996_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::row_major> * v1652 = &v6996_store;__half * const v1653 = &(*v40)[v1651];
nvcuda::wmma::load_matrix_sync(*v1652, reinterpret_cast<__half *>(v1653), v1425);uint32_t const v1654 = v1648 * v391;
uint32_t const v1655 = v1654 + v1408;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::col_major> v6997_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::col_major> * v1656 = &v6997_store;__half * const v1657 = &(*v43)[v1655];
nvcuda::wmma::load_matrix_sync(*v1656, reinterpret_cast<__half *>(v1657), v396);nvcuda::wmma::mma_sync(*v1647, *v1656, *v1652, *v1647);}
nvcuda::wmma::store_matrix_sync(reinterpret_cast<float *>(v1426), *v1647, v1425, nvcuda::wmma::mem_row_major);__syncthreads();
float const v1658 = *v1429;
float const v1659 = *v46;
float const v1660 = fma(v1658, v14, v1659);
*v46 = v1660;
float const v1661 = *v1436;
float const v1662 = *v49;
float const v1663 = fma(v1661, v14, v1662);
*v49 = v1663;
float const v1664 = *v1442;
float const v1665 = *v55;
float const v1666 = fma(v1664, v14, v1665);
*v55 = v1666;
float const v1667 = *v1448;
float const v1668 = *v57;
float const v1669 = fma(v1667, v14, v1668);
*v57 = v1669;
float const v1670 = *v1454;
float const v1671 = *v63;
float const v1672 = fma(v1670, v14, v1671);
*v63 = v1672;
float const v1673 = *v1460;
float const v1674 = *v65;
float const v1675 = fma(v1673, v14, v1674);
*v65 = v1675;
float const v1676 = *v1466;
float const v1677 = *v71;
float const v1678 = fma(v1676, v14, v1677);
*v71 = v1678;
float const v1679 = *v1472;
float const v1680 = *v73;
float const v1681 = fma(v1679, v14, v1680);
*v73 = v1681;
__syncthreads();
__half v6998_store;
__half * v1682 = &v6998_store;*v1682 = v1273;
if(v1479) {
uint32_t const v1683 = v140 + v145;
uint32_t const v1684 = v1683 * v25;
uint32_t const v1685 = v1684 + v1476;
__half const* const v1686 = &v0[v1685];
__half const v1687 = *v1686;
*v1682 = v1687;
}
__half const v1688 = *v1682;
*v1286 = v1688;
__half v6999_store;
__half * v1689 = &v6999_store;*v1689 = v1273;
if(v1489) {
uint32_t const v1690 = v140 + v1290;
uint32_t const v1691 = v1690 * v25;
uint32_t const v1692 = v1691 + v1486;
__half const* const v1693 = &v0[v1692];
__half const v1694 = *v1693;
*v1689 = v1694;
}
__half const v1695 = *v1689;
*v1303 = v1695;
__half v7000_store;
__half * v1696 = &v7000_store;*v1696 = v1273;
if(v1499) {
uint32_t const v1697 = v140 + v1307;
uint32_t const v1698 = v1697 * v25;
uint32_t const v1699 = v1698 + v1496;
__half const* const v1700 = &v0[v1699];
__half const v1701 = *v1700;
*v1696 = v1701;
}
__half const v1702 = *v1696;
*v1320 = v1702;
__half v7001_store;
__half * v1703 = &v7001_store;*v1703 = v1273;
if(v1509) {
uint32_t const v1704 = v140 + v1324;
uint32_t const v1705 = v1704 * v25;
uint32_t const v1706 = v1705 + v1506;
__half const* const v1707 = &v0[v1706];
__half const v1708 = *v1707;
*v1703 = v1708;
}
__half const v1709 = *v1703;
*v1337 = v1709;
__half v7002_store;
__half * v1710 = &v7002_store;*v1710 = v1273;
if(v1519) {
uint32_t const v1711 = v140 + v1341;
uint32_t const v1712 = v1711 * v25;
uint32_t const v1713 = v1712 + v1516;
__half const* const v1714 = &v0[v1713];
__half const v1715 = *v1714;
*v1710 = v1715;
}
__half const v1716 = *v1710;
*v1354 = v1716;
__half v7003_store;
__half * v1717 = &v7003_store;*v1717 = v1273;
if(v1529) {
uint32_t const v1718 = v140 + v1358;
uint32_t const v1719 = v1718 * v25;
uint32_t const v1720 = v1719 + v1526;
__half const* const v1721 = &v0[v1720];
__half const v1722 = *v1721;
*v1717 = v1722;
}
__half const v1723 = *v1717;
*v1371 = v1723;
__half v7004_store;
__half * v1724 = &v7004_store;*v1724 = v1273;
if(v1539) {
uint32_t const v1725 = v140 + v1375;
uint32_t const v1726 = v1725 * v25;
uint32_t const v1727 = v1726 + v1536;
__half const* const v1728 = &v0[v1727];
__half const v1729 = *v1728;
*v1724 = v1729;
}
__half const v1730 = *v1724;
*v1388 = v1730;
__half v7005_store;
__half * v1731 = &v7005_store;*v1731 = v1273;
if(v1549) {
uint32_t const v1732 = v140 + v1392;
uint32_t const v1733 = v1732 * v25;
uint32_t const v1734 = v1733 + v1546;
__half const* const v1735 = &v0[v1734];
__half const v1736 = *v1735;
*v1731 = v1736;
}
__half const v1737 = *v1731;
*v1405 = v1737;
__syncthreads();
nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> v7006_store; nvcuda::wmma::fragment<nvcuda::wmma::accumulator, 16, 16, 16, float> * v1738 = &v7006_store;nvcuda::wmma::fill_fragment(*v1738, v47);for(uint32_t v1739 = v8; v1739 < v54; v1739 += v48) {
uint32_t const v1740 = 640;
uint32_t const v1741 = v1739 * v1740;
uint32_t const v1742 = v1741 + v1410;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::row_major> v7008_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_b, 16, 16, 16, __half, nvcuda::wmma::row_major> * v1743 = &v7008_store;__half * const v1744 = &(*v40)[v1742];
nvcuda::wmma::load_matrix_sync(*v1743, reinterpret_cast<__half *>(v1744), v1425);uint32_t const v1745 = v1739 * v391;
uint32_t const v1746 = v1745 + v1408;
nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::col_major> v7009_store; nvcuda::wmma::fragment<nvcuda::wmma::matrix_a, 16, 16, 16, __half, nvcuda::wmma::col_major> * v1747 = &v7009_store;__half * const v1748 = &(*v43)[v1746];
nvcuda::wmma::load_matrix_sync(*v1747, reinterpret_cast<__half *>(v1748), v396);nvcuda::wmma::mma_sync(*v1738, *v1747, *v1743, *v1738);}
nvcuda::wmma::store_matrix_sync(reinterpret_cast<float *>(v1426), *v1738, v1425, nvcuda::wmma::mem_row_major);__syncthreads();
float const v1749 = *v1429;
float const v1750 = *v51;
float const v1751 = fma(v1749, v14, v1750);
*v51 = v1751;
float const v1752 = *v1436;
float const v1753 = *v53;
float const v1754 = fma(v1752, v14, v1753);
*v53 = v1754;
float const v1755 = *v1442;
float const v1756 = *v59;
float const v1757 = fma(v1755, v14, v1756);
*v59 = v1757;
float const v1758 = *v1448;
float const v1759 = *v61;
float const v1760 = fma(v1758, v14, v1759);
*v61 = v1760;
float const v1761 = *v1454;
float const v1762 = *v67;
float const v1763 = fma(v1761, v14, v1762);
*v67 = v1763;
float const v1764 = *v1460;
float const v1765 = *v69;
float const v1766 = fma(v1764, v14, v1765);
*v69 = v1766;
float const v1767 = *v1466;
float const v1768 = *v75;
float const v1769 = fma(v1767, v14, v1768);
*v75 = v1769;
float const v1770 = *v1472;
float const v1771 = *v77;
float const v1772 = fma(v1770, v14, v1771);
*v77 = v1772;
__syncthreads();
}
}
uint32_t const v1773 = v18 * v54;
uint32_t const v1774 = v26 + v1773;
bool const v1775 = v1774 < v21;
if(v1775) {
bool const v1776 = v19 < v25;
if(v1776) {
float const v1777 = *v46;
__half const v1778 = __half(v1777);
uint32_t const v1779 = v38 + v1774;
uint32_t const v1780 = v1779 * v25;
uint32_t const v1781 = v1780 + v19;
__half * const v1782 = &v5[v1781];
*v1782 = v1778;
}
uint32_t const v1783 = v17 + v19;
bool const v1784 = v1783 < v25;
if(v1784) {
float const v1785 = *v49;
__half const v1786 = __half(v1785);
uint32_t const v1787 = v38 + v1774;
uint32_t const v1788 = v1787 * v25;
uint32_t const v1789 = v1788 + v1783;
__half * const v1790 = &v5[v1789];
*v1790 = v1786;
}
uint32_t const v1791 = 32;
uint32_t const v1792 = v1791 + v19;
bool const v1793 = v1792 < v25;
if(v1793) {
float const v1794 = *v51;
__half const v1795 = __half(v1794);
uint32_t const v1796 = v38 + v1774;
uint32_t const v1797 = v1796 * v25;
uint32_t const v1798 = v1797 + v1792;
__half * const v1799 = &v5[v1798];
*v1799 = v1795;
}
uint32_t const v1800 = 48;
uint32_t const v1801 = v1800 + v19;
bool const v1802 = v1801 < v25;
if(v1802) {
float const v1803 = *v53;
__half const v1804 = __half(v1803);
uint32_t const v1805 = v38 + v1774;
uint32_t const v1806 = v1805 * v25;
uint32_t const v1807 = v1806 + v1801;
__half * const v1808 = &v5[v1807];
*v1808 = v1804;
}
if(v1776) {
float const v1809 = *v78;
__half const v1810 = __half(v1809);
uint32_t const v1811 = v38 + v1774;
uint32_t const v1812 = v1811 * v25;
uint32_t const v1813 = v1812 + v19;
__half * const v1814 = &v6[v1813];
*v1814 = v1810;
}
if(v1784) {
float const v1815 = *v79;
__half const v1816 = __half(v1815);
uint32_t const v1817 = v38 + v1774;
uint32_t const v1818 = v1817 * v25;
uint32_t const v1819 = v1818 + v1783;
__half * const v1820 = &v6[v1819];
*v1820 = v1816;
}
if(v1793) {
float const v1821 = *v80;
__half const v1822 = __half(v1821);
uint32_t const v1823 = v38 + v1774;
uint32_t const v1824 = v1823 * v25;
uint32_t const v1825 = v1824 + v1792;
__half * const v1826 = &v6[v1825];
*v1826 = v1822;
}
if(v1802) {
float const v1827 = *v81;
__half const v1828 = __half(v1827);
uint32_t const v1829 = v38 + v1774;
uint32_t const v1830 = v1829 * v25;
uint32_t const v1831 = v1830 + v1801;
__half * const v1832 = &v6[v1831];
*v1832 = v1828;
}
}
uint32_t const v1833 = v1774 + v48;
bool const v1834 = v1833 < v21;
if(v1834) {
bool const v1835 = v19 < v25;
if(v1835) {
float const v1836 = *v55;
__half const v1837 = __half(v1836);
uint32_t const v1838 = v38 + v1833;
uint32_t const v1839 = v1838 * v25;
uint32_t const v1840 = v1839 + v19;
__half * const v1841 = &v5[v1840];
*v1841 = v1837;
}
uint32_t const v1842 = v17 + v19;
bool const v1843 = v1842 < v25;
if(v1843) {
float const v1844 = *v57;
__half const v1845 = __half(v1844);
uint32_t const v1846 = v38 + v1833;
uint32_t const v1847 = v1846 * v25;
uint32_t const v1848 = v1847 + v1842;
__half * const v1849 = &v5[v1848];
*v1849 = v1845;
}
uint32_t const v1850 = 32;
uint32_t const v1851 = v1850 + v19;
bool const v1852 = v1851 < v25;
if(v1852) {
float const v1853 = *v59;
__half const v1854 = __half(v1853);
uint32_t const v1855 = v38 + v1833;
uint32_t const v1856 = v1855 * v25;
uint32_t const v1857 = v1856 + v1851;
__half * const v1858 = &v5[v1857];
*v1858 = v1854;
}
uint32_t const v1859 = 48;
uint32_t const v1860 = v1859 + v19;
bool const v1861 = v1860 < v25;
if(v1861) {
float const v1862 = *v61;
__half const v1863 = __half(v1862);
uint32_t const v1864 = v38 + v1833;
uint32_t const v1865 = v1864 * v25;
uint32_t const v1866 = v1865 + v1860;
__half * const v1867 = &v5[v1866];
*v1867 = v1863;
}
if(v1835) {
float const v1868 = *v82;
__half const v1869 = __half(v1868);
uint32_t const v1870 = v38 + v1833;
uint32_t const v1871 = v1870 * v25;
uint32_t const v1872 = v1871 + v19;
__half * const v1873 = &v6[v1872];
*v1873 = v1869;
}
if(v1843) {
float const v1874 = *v83;
__half const v1875 = __half(v1874);
uint32_t const v1876 = v38 + v1833;
uint32_t const v1877 = v1876 * v25;
uint32_t const v1878 = v1877 + v1842;
__half * const v1879 = &v6[v1878];
*v1879 = v1875;
}
if(v1852) {
float const v1880 = *v84;
__half const v1881 = __half(v1880);
uint32_t const v1882 = v38 + v1833;
uint32_t const v1883 = v1882 * v25;
uint32_t const v1884 = v1883 + v1851;
__half * const v1885 = &v6[v1884];
*v1885 = v1881;
}
if(v1861) {
float const v1886 = *v85;
__half const v1887 = __half(v1886);
uint32_t const v1888 = v38 + v1833;
uint32_t const v1889 = v1888 * v25;
uint32_t const v1890 = v1889 + v1860;
__half * const v1891 = &v6[v1890];
*v1891 = v1887;
}
}
uint32_t const v1892 = v1774 + v50;
bool const v1893 = v1892 < v21;
if(v1893) {
bool const v1894 = v19 < v25;
if(v1894) {
float const v1895 = *v63;
__half const v1896 = __half(v1895);
uint32_t const v1897 = v38 + v1892;
uint32_t const v1898 = v1897 * v25;
uint32_t const v1899 = v1898 + v19;
__half * const v1900 = &v5[v1899];
*v1900 = v1896;
}
uint32_t const v1901 = v17 + v19;
bool const v1902 = v1901 < v25;
if(v1902) {
float const v1903 = *v65;
__half const v1904 = __half(v1903);
uint32_t const v1905 = v38 + v1892;
uint32_t const v1906 = v1905 * v25;
uint32_t const v1907 = v1906 + v1901;
__half * const v1908 = &v5[v1907];
*v1908 = v1904;
}
uint32_t const v1909 = 32;
uint32_t const v1910 = v1909 + v19;
bool const v1911 = v1910 < v25;
if(v1911) {
float const v1912 = *v67;
__half const v1913 = __half(v1912);
uint32_t const v1914 = v38 + v1892;
uint32_t const v1915 = v1914 * v25;
uint32_t const v1916 = v1915 + v1910;
__half * const v1917 = &v5[v1916];
*v1917 = v1913;
}
uint32_t const v1918 = 48;
uint32_t const v1919 = v1918 + v19;
bool const v1920 = v1919 < v25;
if(v1920) {
float const v1921 = *v69;
__half const v1922 = __half(v1921);
uint32_t const v1923 = v38 + v1892;
uint32_t const v1924 = v1923 * v25;
uint32_t const v1925 = v1924 + v1919;
__half * const v1926 = &v5[v1925];
*v1926 = v1922;
}
if(v1894) {
float const v1927 = *v86;
__half const v1928 = __half(v1927);
uint32_t const v1929 = v38 + v1892;
uint32_t const v1930 = v1929 * v25;
uint32_t const v1931 = v1930 + v19;
__half * const v1932 = &v6[v1931];
*v1932 = v1928;
}
if(v1902) {
float const v1933 = *v87;
__half const v1934 = __half(v1933);
uint32_t const v1935 = v38 + v1892;
uint32_t const v1936 = v1935 * v25;
uint32_t const v1937 = v1936 + v1901;
__half * const v1938 = &v6[v1937];
*v1938 = v1934;
}
if(v1911) {
float const v1939 = *v88;
__half const v1940 = __half(v1939);
uint32_t const v1941 = v38 + v1892;
uint32_t const v1942 = v1941 * v25;
uint32_t const v1943 = v1942 + v1910;
__half * const v1944 = &v6[v1943];
*v1944 = v1940;
}
if(v1920) {
float const v1945 = *v89;
__half const v1946 = __half(v1945);
uint32_t const v1947 = v38 + v1892;
uint32_t const v1948 = v1947 * v25;
uint32_t const v1949 = v1948 + v1919;
__half * const v1950 = &v6[v1949];
*v1950 = v1946;
}
}
uint32_t const v1951 = v1774 + v52;
bool const v1952 = v1951 < v21;
if(v1952) {
bool const v1953 = v19 < v25;
if(v1953) {
float const v1954 = *v71;
__half const v1955 = __half(v1954);
uint32_t const v1956 = v38 + v1951;
uint32_t const v1957 = v1956 * v25;
uint32_t const v1958 = v1957 + v19;
__half * const v1959 = &v5[v1958];
*v1959 = v1955;
}
uint32_t const v1960 = v17 + v19;
bool const v1961 = v1960 < v25;
if(v1961) {
float const v1962 = *v73;
__half const v1963 = __half(v1962);
uint32_t const v1964 = v38 + v1951;
uint32_t const v1965 = v1964 * v25;
uint32_t const v1966 = v1965 + v1960;
__half * const v1967 = &v5[v1966];
*v1967 = v1963;
}
uint32_t const v1968 = 32;
uint32_t const v1969 = v1968 + v19;
bool const v1970 = v1969 < v25;
if(v1970) {
float const v1971 = *v75;
__half const v1972 = __half(v1971);
uint32_t const v1973 = v38 + v1951;
uint32_t const v1974 = v1973 * v25;
uint32_t const v1975 = v1974 + v1969;
__half * const v1976 = &v5[v1975];
*v1976 = v1972;
}
uint32_t const v1977 = 48;
uint32_t const v1978 = v1977 + v19;
bool const v1979 = v1978 < v25;
if(v1979) {
float const v1980 = *v77;
__half const v1981 = __half(v1980);
uint32_t const v1982 = v38 + v1951;
uint32_t const v1983 = v1982 * v25;
uint32_t const v1984 = v1983 + v1978;
__half * const v1985 = &v5[v1984];
*v1985 = v1981;
}
if(v1953) {
float const v1986 = *v90;
__half const v1987 = __half(v1986);
uint32_t const v1988 = v38 + v1951;
uint32_t const v1989 = v1988 * v25;
uint32_t const v1990 = v1989 + v19;
__half * const v1991 = &v6[v1990];
*v1991 = v1987;
}
if(v1961) {
float const v1992 = *v91;
__half const v1993 = __half(v1992);
uint32_t const v1994 = v38 + v1951;
uint32_t const v1995 = v1994 * v25;
uint32_t const v1996 = v1995 + v1960;
__half * const v1997 = &v6[v1996];
*v1997 = v1993;
}
if(v1970) {
float const v1998 = *v92;
__half const v1999 = __half(v1998);
uint32_t const v2000 = v38 + v1951;
uint32_t const v2001 = v2000 * v25;
uint32_t const v2002 = v2001 + v1969;
__half * const v2003 = &v6[v2002];
*v2003 = v1999;
}
if(v1979) {
float const v2004 = *v93;
__half const v2005 = __half(v2004);
uint32_t const v2006 = v38 + v1951;
uint32_t const v2007 = v2006 * v25;
uint32_t const v2008 = v2007 + v1978;
__half * const v2009 = &v6[v2008];
*v2009 = v2005;
}
}
return;
}
