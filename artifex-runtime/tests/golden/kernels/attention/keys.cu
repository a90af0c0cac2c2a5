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

struct info_st {
    float scalars_f32[2];
uint32_t scalars_u32[18];uint32_t static_meta[8];
};
extern "C" __global__ void __launch_bounds__(256)  keys_kernel_f_f32_s_f32(float const* const __restrict__ v0, float const* const __restrict__ v1, float const* const __restrict__ v2, float const* const __restrict__ v3, float const* const __restrict__ v4, float * const __restrict__ v5, float * const __restrict__ v6, __grid_constant__ info_st const info_v5449) {
extern __shared__ __align__(4) char v7[];uint32_t const v8 = 0;
uint32_t const v9 = info_v5449.static_meta[4];
uint32_t const v10 = info_v5449.scalars_u32[0];
uint32_t const v11 = info_v5449.scalars_u32[1];
uint32_t const v12 = info_v5449.scalars_u32[2];
uint32_t const v13 = info_v5449.scalars_u32[3];
float const v14 = info_v5449.scalars_f32[0];
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
array<float, 1024> * const v39 = reinterpret_cast<array<float, 1024> *>(&v7[0]);
array<float, 1040> * const v40 = reinterpret_cast<array<float, 1040> *>(&v7[4096]);
uint32_t const v41 = 1;
array<float, 4096> * const v42 = reinterpret_cast<array<float, 4096> *>(&v7[8260]);
array<float, 4096> * const v43 = reinterpret_cast<array<float, 4096> *>(&v7[24644]);
array<float, 16> v5483_store = {};
array<float, 16> * v44 = &v5483_store;array<float, 16> v5484_store = {};
array<float, 16> * v45 = &v5484_store;float * const v46 = &(*v44)[v8];
float const v47 = 0;
*v46 = v47;
float * const v48 = &(*v44)[v41];
*v48 = v47;
uint32_t const v49 = 2;
float * const v50 = &(*v44)[v49];
*v50 = v47;
uint32_t const v51 = 3;
float * const v52 = &(*v44)[v51];
*v52 = v47;
uint32_t const v53 = 4;
float * const v54 = &(*v44)[v53];
*v54 = v47;
uint32_t const v55 = 5;
float * const v56 = &(*v44)[v55];
*v56 = v47;
uint32_t const v57 = 6;
float * const v58 = &(*v44)[v57];
*v58 = v47;
uint32_t const v59 = 7;
float * const v60 = &(*v44)[v59];
*v60 = v47;
uint32_t const v61 = 8;
float * const v62 = &(*v44)[v61];
*v62 = v47;
uint32_t const v63 = 9;
float * const v64 = &(*v44)[v63];
*v64 = v47;
uint32_t const v65 = 10;
float * const v66 = &(*v44)[v65];
*v66 = v47;
uint32_t const v67 = 11;
float * const v68 = &(*v44)[v67];
*v68 = v47;
uint32_t const v69 = 12;
float * const v70 = &(*v44)[v69];
*v70 = v47;
uint32_t const v71 = 13;
float * const v72 = &(*v44)[v71];
*v72 = v47;
uint32_t const v73 = 14;
float * const v74 = &(*v44)[v73];
*v74 = v47;
uint32_t const v75 = 15;
float * const v76 = &(*v44)[v75];
*v76 = v47;
float * const v77 = &(*v45)[v8];
*v77 = v47;
float * const v78 = &(*v45)[v41];
*v78 = v47;
float * const v79 = &(*v45)[v49];
*v79 = v47;
float * const v80 = &(*v45)[v51];
*v80 = v47;
float * const v81 = &(*v45)[v53];
*v81 = v47;
float * const v82 = &(*v45)[v55];
*v82 = v47;
float * const v83 = &(*v45)[v57];
*v83 = v47;
float * const v84 = &(*v45)[v59];
*v84 = v47;
float * const v85 = &(*v45)[v61];
*v85 = v47;
float * const v86 = &(*v45)[v63];
*v86 = v47;
float * const v87 = &(*v45)[v65];
*v87 = v47;
float * const v88 = &(*v45)[v67];
*v88 = v47;
float * const v89 = &(*v45)[v69];
*v89 = v47;
float * const v90 = &(*v45)[v71];
*v90 = v47;
float * const v91 = &(*v45)[v73];
*v91 = v47;
float * const v92 = &(*v45)[v75];
*v92 = v47;
for(uint32_t v93 = v8; v93 < v22; v93 += v41) {
uint32_t const v94 = v29 + v93;
uint32_t const v95 = v33 + v94;
uint32_t const v96 = v95 * v20;
uint32_t const v97 = v94 / v22;
uint32_t const v98 = v35 + v97;
uint32_t const v99 = v98 * v21;
uint32_t const v100 = v20 + v25;
uint32_t const v101 = v100 - v41;
uint32_t const v102 = v101 / v25;
for(uint32_t v103 = v8; v103 < v102; v103 += v41) {
uint32_t const v104 = v103 * v25;
array<float, 16> v5488_store = {};
array<float, 16> * v105 = &v5488_store;array<float, 16> v5489_store = {};
array<float, 16> * v106 = &v5489_store;float * const v107 = &(*v105)[v8];
*v107 = v47;
float * const v108 = &(*v106)[v8];
*v108 = v47;
float * const v109 = &(*v105)[v41];
*v109 = v47;
float * const v110 = &(*v106)[v41];
*v110 = v47;
float * const v111 = &(*v105)[v49];
*v111 = v47;
float * const v112 = &(*v106)[v49];
*v112 = v47;
float * const v113 = &(*v105)[v51];
*v113 = v47;
float * const v114 = &(*v106)[v51];
*v114 = v47;
float * const v115 = &(*v105)[v53];
*v115 = v47;
float * const v116 = &(*v106)[v53];
*v116 = v47;
float * const v117 = &(*v105)[v55];
*v117 = v47;
float * const v118 = &(*v106)[v55];
*v118 = v47;
float * const v119 = &(*v105)[v57];
*v119 = v47;
float * const v120 = &(*v106)[v57];
*v120 = v47;
float * const v121 = &(*v105)[v59];
*v121 = v47;
float * const v122 = &(*v106)[v59];
*v122 = v47;
float * const v123 = &(*v105)[v61];
*v123 = v47;
float * const v124 = &(*v106)[v61];
*v124 = v47;
float * const v125 = &(*v105)[v63];
*v125 = v47;
float * const v126 = &(*v106)[v63];
*v126 = v47;
float * const v127 = &(*v105)[v65];
*v127 = v47;
float * const v128 = &(*v106)[v65];
*v128 = v47;
float * const v129 = &(*v105)[v67];
*v129 = v47;
float * const v130 = &(*v106)[v67];
*v130 = v47;
float * const v131 = &(*v105)[v69];
*v131 = v47;
float * const v132 = &(*v106)[v69];
*v132 = v47;
float * const v133 = &(*v105)[v71];
*v133 = v47;
float * const v134 = &(*v106)[v71];
*v134 = v47;
float * const v135 = &(*v105)[v73];
*v135 = v47;
float * const v136 = &(*v106)[v73];
*v136 = v47;
float * const v137 = &(*v105)[v75];
*v137 = v47;
float * const v138 = &(*v106)[v75];
*v138 = v47;
uint32_t const v139 = v96 + v104;
uint32_t const v140 = v99 + v26;
uint32_t const v141 = v20 - v104;
uint32_t const v142 = v21 - v26;
for(uint32_t v143 = v8; v143 < v53; v143 += v41) {
__syncthreads();
uint32_t const v144 = v143 * v17;
uint32_t const v145 = v144 + v19;
float v5491_store;
float * v146 = &v5491_store;*v146 = v47;
float v5492_store;
float * v147 = &v5492_store;*v147 = v47;
bool const v148 = v145 < v25;
if(v148) {
bool const v149 = v18 < v141;
if(v149) {
uint32_t const v150 = v139 + v18;
uint32_t const v151 = v150 * v25;
uint32_t const v152 = v151 + v145;
float const* const v153 = &v0[v152];
float const v154 = *v153;
*v146 = v154;
}
bool const v155 = v18 < v142;
if(v155) {
uint32_t const v156 = v140 + v18;
uint32_t const v157 = v156 * v25;
uint32_t const v158 = v157 + v145;
float const* const v159 = &v1[v158];
float const v160 = *v159;
*v147 = v160;
}
}
float const v161 = *v146;
float * const v162 = &(*v39)[v16];
*v162 = v161;
float const v163 = *v147;
uint32_t const v164 = 65;
uint32_t const v165 = v19 * v164;
uint32_t const v166 = v165 + v18;
float * const v167 = &(*v40)[v166];
*v167 = v163;
uint32_t const v168 = 256;
uint32_t const v169 = v16 + v168;
uint32_t const v170 = v169 / v17;
uint32_t const v171 = v169 % v17;
uint32_t const v172 = v144 + v171;
float v5493_store;
float * v173 = &v5493_store;*v173 = v47;
float v5494_store;
float * v174 = &v5494_store;*v174 = v47;
bool const v175 = v172 < v25;
if(v175) {
bool const v176 = v170 < v141;
if(v176) {
uint32_t const v177 = v139 + v170;
uint32_t const v178 = v177 * v25;
uint32_t const v179 = v178 + v172;
float const* const v180 = &v0[v179];
float const v181 = *v180;
*v173 = v181;
}
bool const v182 = v170 < v142;
if(v182) {
uint32_t const v183 = v140 + v170;
uint32_t const v184 = v183 * v25;
uint32_t const v185 = v184 + v172;
float const* const v186 = &v1[v185];
float const v187 = *v186;
*v174 = v187;
}
}
float const v188 = *v173;
float * const v189 = &(*v39)[v169];
*v189 = v188;
float const v190 = *v174;
uint32_t const v191 = v171 * v164;
uint32_t const v192 = v191 + v170;
float * const v193 = &(*v40)[v192];
*v193 = v190;
uint32_t const v194 = 512;
uint32_t const v195 = v16 + v194;
uint32_t const v196 = v195 / v17;
uint32_t const v197 = v195 % v17;
uint32_t const v198 = v144 + v197;
float v5495_store;
float * v199 = &v5495_store;*v199 = v47;
float v5496_store;
float * v200 = &v5496_store;*v200 = v47;
bool const v201 = v198 < v25;
if(v201) {
bool const v202 = v196 < v141;
if(v202) {
uint32_t const v203 = v139 + v196;
uint32_t const v204 = v203 * v25;
uint32_t const v205 = v204 + v198;
float const* const v206 = &v0[v205];
float const v207 = *v206;
*v199 = v207;
}
bool const v208 = v196 < v142;
if(v208) {
uint32_t const v209 = v140 + v196;
uint32_t const v210 = v209 * v25;
uint32_t const v211 = v210 + v198;
float const* const v212 = &v1[v211];
float const v213 = *v212;
*v200 = v213;
}
}
float const v214 = *v199;
float * const v215 = &(*v39)[v195];
*v215 = v214;
float const v216 = *v200;
uint32_t const v217 = v197 * v164;
uint32_t const v218 = v217 + v196;
float * const v219 = &(*v40)[v218];
*v219 = v216;
uint32_t const v220 = 768;
uint32_t const v221 = v16 + v220;
uint32_t const v222 = v221 / v17;
uint32_t const v223 = v221 % v17;
uint32_t const v224 = v144 + v223;
float v5497_store;
float * v225 = &v5497_store;*v225 = v47;
float v5498_store;
float * v226 = &v5498_store;*v226 = v47;
bool const v227 = v224 < v25;
if(v227) {
bool const v228 = v222 < v141;
if(v228) {
uint32_t const v229 = v139 + v222;
uint32_t const v230 = v229 * v25;
uint32_t const v231 = v230 + v224;
float const* const v232 = &v0[v231];
float const v233 = *v232;
*v225 = v233;
}
bool const v234 = v222 < v142;
if(v234) {
uint32_t const v235 = v140 + v222;
uint32_t const v236 = v235 * v25;
uint32_t const v237 = v236 + v224;
float const* const v238 = &v1[v237];
float const v239 = *v238;
*v226 = v239;
}
}
float const v240 = *v225;
float * const v241 = &(*v39)[v221];
*v241 = v240;
float const v242 = *v226;
uint32_t const v243 = v223 * v164;
uint32_t const v244 = v243 + v222;
float * const v245 = &(*v40)[v244];
*v245 = v242;
__syncthreads();
for(uint32_t v246 = v8; v246 < v17; v246 += v41) {
uint32_t const v247 = v18 * v53;
uint32_t const v248 = v247 * v17;
uint32_t const v249 = v248 + v246;
float * const v250 = &(*v39)[v249];
float const v251 = *v250;
uint32_t const v252 = v246 * v164;
uint32_t const v253 = v252 + v19;
float * const v254 = &(*v40)[v253];
float const v255 = *v254;
float const v256 = *v107;
float const v257 = fma(v251, v255, v256);
*v107 = v257;
uint32_t const v258 = v252 + v17;
uint32_t const v259 = v258 + v19;
float * const v260 = &(*v40)[v259];
float const v261 = *v260;
float const v262 = *v109;
float const v263 = fma(v251, v261, v262);
*v109 = v263;
uint32_t const v264 = 32;
uint32_t const v265 = v252 + v264;
uint32_t const v266 = v265 + v19;
float * const v267 = &(*v40)[v266];
float const v268 = *v267;
float const v269 = *v111;
float const v270 = fma(v251, v268, v269);
*v111 = v270;
uint32_t const v271 = 48;
uint32_t const v272 = v252 + v271;
uint32_t const v273 = v272 + v19;
float * const v274 = &(*v40)[v273];
float const v275 = *v274;
float const v276 = *v113;
float const v277 = fma(v251, v275, v276);
*v113 = v277;
uint32_t const v278 = v247 + v41;
uint32_t const v279 = v278 * v17;
uint32_t const v280 = v279 + v246;
float * const v281 = &(*v39)[v280];
float const v282 = *v281;
float const v283 = *v115;
float const v284 = fma(v282, v255, v283);
*v115 = v284;
float const v285 = *v117;
float const v286 = fma(v282, v261, v285);
*v117 = v286;
float const v287 = *v119;
float const v288 = fma(v282, v268, v287);
*v119 = v288;
float const v289 = *v121;
float const v290 = fma(v282, v275, v289);
*v121 = v290;
uint32_t const v291 = v247 + v49;
uint32_t const v292 = v291 * v17;
uint32_t const v293 = v292 + v246;
float * const v294 = &(*v39)[v293];
float const v295 = *v294;
float const v296 = *v123;
float const v297 = fma(v295, v255, v296);
*v123 = v297;
float const v298 = *v125;
float const v299 = fma(v295, v261, v298);
*v125 = v299;
float const v300 = *v127;
float const v301 = fma(v295, v268, v300);
*v127 = v301;
float const v302 = *v129;
float const v303 = fma(v295, v275, v302);
*v129 = v303;
uint32_t const v304 = v247 + v51;
uint32_t const v305 = v304 * v17;
uint32_t const v306 = v305 + v246;
float * const v307 = &(*v39)[v306];
float const v308 = *v307;
float const v309 = *v131;
float const v310 = fma(v308, v255, v309);
*v131 = v310;
float const v311 = *v133;
float const v312 = fma(v308, v261, v311);
*v133 = v312;
float const v313 = *v135;
float const v314 = fma(v308, v268, v313);
*v135 = v314;
float const v315 = *v137;
float const v316 = fma(v308, v275, v315);
*v137 = v316;
}
}
for(uint32_t v317 = v8; v317 < v53; v317 += v41) {
__syncthreads();
uint32_t const v318 = v317 * v17;
uint32_t const v319 = v318 + v19;
float v5501_store;
float * v320 = &v5501_store;*v320 = v47;
float v5502_store;
float * v321 = &v5502_store;*v321 = v47;
bool const v322 = v319 < v25;
if(v322) {
bool const v323 = v18 < v141;
if(v323) {
uint32_t const v324 = v139 + v18;
uint32_t const v325 = v324 * v25;
uint32_t const v326 = v325 + v319;
float const* const v327 = &v3[v326];
float const v328 = *v327;
*v320 = v328;
}
bool const v329 = v18 < v142;
if(v329) {
uint32_t const v330 = v140 + v18;
uint32_t const v331 = v330 * v25;
uint32_t const v332 = v331 + v319;
float const* const v333 = &v2[v332];
float const v334 = *v333;
*v321 = v334;
}
}
float const v335 = *v320;
float * const v336 = &(*v39)[v16];
*v336 = v335;
float const v337 = *v321;
uint32_t const v338 = 65;
uint32_t const v339 = v19 * v338;
uint32_t const v340 = v339 + v18;
float * const v341 = &(*v40)[v340];
*v341 = v337;
uint32_t const v342 = 256;
uint32_t const v343 = v16 + v342;
uint32_t const v344 = v343 / v17;
uint32_t const v345 = v343 % v17;
uint32_t const v346 = v318 + v345;
float v5503_store;
float * v347 = &v5503_store;*v347 = v47;
float v5504_store;
float * v348 = &v5504_store;*v348 = v47;
bool const v349 = v346 < v25;
if(v349) {
bool const v350 = v344 < v141;
if(v350) {
uint32_t const v351 = v139 + v344;
uint32_t const v352 = v351 * v25;
uint32_t const v353 = v352 + v346;
float const* const v354 = &v3[v353];
float const v355 = *v354;
*v347 = v355;
}
bool const v356 = v344 < v142;
if(v356) {
uint32_t const v357 = v140 + v344;
uint32_t const v358 = v357 * v25;
uint32_t const v359 = v358 + v346;
float const* const v360 = &v2[v359];
float const v361 = *v360;
*v348 = v361;
}
}
float const v362 = *v347;
float * const v363 = &(*v39)[v343];
*v363 = v362;
float const v364 = *v348;
uint32_t const v365 = v345 * v338;
uint32_t const v366 = v365 + v344;
float * const v367 = &(*v40)[v366];
*v367 = v364;
uint32_t const v368 = 512;
uint32_t const v369 = v16 + v368;
uint32_t const v370 = v369 / v17;
uint32_t const v371 = v369 % v17;
uint32_t const v372 = v318 + v371;
float v5505_store;
float * v373 = &v5505_store;*v373 = v47;
float v5506_store;
float * v374 = &v5506_store;*v374 = v47;
bool const v375 = v372 < v25;
if(v375) {
bool const v376 = v370 < v141;
if(v376) {
uint32_t const v377 = v139 + v370;
uint32_t const v378 = v377 * v25;
uint32_t const v379 = v378 + v372;
float const* const v380 = &v3[v379];
float const v381 = *v380;
*v373 = v381;
}
bool const v382 = v370 < v142;
if(v382) {
uint32_t const v383 = v140 + v370;
uint32_t const v384 = v383 * v25;
uint32_t const v385 = v384 + v372;
float const* const v386 = &v2[v385];
float const v387 = *v386;
*v374 = v387;
}
}
float const v388 = *v373;
float * const v389 = &(*v39)[v369];
*v389 = v388;
float const v390 = *v374;
uint32_t const v391 = v371 * v338;
uint32_t const v392 = v391 + v370;
float * const v393 = &(*v40)[v392];
*v393 = v390;
uint32_t const v394 = 768;
uint32_t const v395 = v16 + v394;
uint32_t const v396 = v395 / v17;
uint32_t const v397 = v395 % v17;
uint32_t const v398 = v318 + v397;
float v5507_store;
float * v399 = &v5507_store;*v399 = v47;
float v5508_store;
float * v400 = &v5508_store;*v400 = v47;
bool const v401 = v398 < v25;
if(v401) {
bool const v402 = v396 < v141;
if(v402) {
uint32_t const v403 = v139 + v396;
uint32_t const v404 = v403 * v25;
uint32_t const v405 = v404 + v398;
float const* const v406 = &v3[v405];
float const v407 = *v406;
*v399 = v407;
}
bool const v408 = v396 < v142;
if(v408) {
uint32_t const v409 = v140 + v396;
uint32_t const v410 = v409 * v25;
uint32_t const v411 = v410 + v398;
float const* const v412 = &v2[v411];
float const v413 = *v412;
*v400 = v413;
}
}
float const v414 = *v399;
float * const v415 = &(*v39)[v395];
*v415 = v414;
float const v416 = *v400;
uint32_t const v417 = v397 * v338;
uint32_t const v418 = v417 + v396;
float * const v419 = &(*v40)[v418];
*v419 = v416;
__syncthreads();
for(uint32_t v420 = v8; v420 < v17; v420 += v41) {
uint32_t const v421 = v18 * v53;
uint32_t const v422 = v421 * v17;
uint32_t const v423 = v422 + v420;
float * const v424 = &(*v39)[v423];
float const v425 = *v424;
uint32_t const v426 = v420 * v338;
uint32_t const v427 = v426 + v19;
float * const v428 = &(*v40)[v427];
float const v429 = *v428;
float const v430 = *v108;
float const v431 = fma(v425, v429, v430);
*v108 = v431;
uint32_t const v432 = v426 + v17;
uint32_t const v433 = v432 + v19;
float * const v434 = &(*v40)[v433];
float const v435 = *v434;
float const v436 = *v110;
float const v437 = fma(v425, v435, v436);
*v110 = v437;
uint32_t const v438 = 32;
uint32_t const v439 = v426 + v438;
uint32_t const v440 = v439 + v19;
float * const v441 = &(*v40)[v440];
float const v442 = *v441;
float const v443 = *v112;
float const v444 = fma(v425, v442, v443);
*v112 = v444;
uint32_t const v445 = 48;
uint32_t const v446 = v426 + v445;
uint32_t const v447 = v446 + v19;
float * const v448 = &(*v40)[v447];
float const v449 = *v448;
float const v450 = *v114;
float const v451 = fma(v425, v449, v450);
*v114 = v451;
uint32_t const v452 = v421 + v41;
uint32_t const v453 = v452 * v17;
uint32_t const v454 = v453 + v420;
float * const v455 = &(*v39)[v454];
float const v456 = *v455;
float const v457 = *v116;
float const v458 = fma(v456, v429, v457);
*v116 = v458;
float const v459 = *v118;
float const v460 = fma(v456, v435, v459);
*v118 = v460;
float const v461 = *v120;
float const v462 = fma(v456, v442, v461);
*v120 = v462;
float const v463 = *v122;
float const v464 = fma(v456, v449, v463);
*v122 = v464;
uint32_t const v465 = v421 + v49;
uint32_t const v466 = v465 * v17;
uint32_t const v467 = v466 + v420;
float * const v468 = &(*v39)[v467];
float const v469 = *v468;
float const v470 = *v124;
float const v471 = fma(v469, v429, v470);
*v124 = v471;
float const v472 = *v126;
float const v473 = fma(v469, v435, v472);
*v126 = v473;
float const v474 = *v128;
float const v475 = fma(v469, v442, v474);
*v128 = v475;
float const v476 = *v130;
float const v477 = fma(v469, v449, v476);
*v130 = v477;
uint32_t const v478 = v421 + v51;
uint32_t const v479 = v478 * v17;
uint32_t const v480 = v479 + v420;
float * const v481 = &(*v39)[v480];
float const v482 = *v481;
float const v483 = *v132;
float const v484 = fma(v482, v429, v483);
*v132 = v484;
float const v485 = *v134;
float const v486 = fma(v482, v435, v485);
*v134 = v486;
float const v487 = *v136;
float const v488 = fma(v482, v442, v487);
*v136 = v488;
float const v489 = *v138;
float const v490 = fma(v482, v449, v489);
*v138 = v490;
}
}
uint32_t const v491 = v18 * v53;
uint32_t const v492 = v104 + v491;
uint32_t const v493 = v26 + v19;
float const v494 = *v107;
float const v495 = v494 * v14;
bool const v496 = v492 < v20;
bool const v497 = v493 < v21;
bool const v498 = v496 && v497;
if(v498) {
}
float const v499 = -3.402823470e+38;
float const v500 = v498 ? v495 : v499;
float v5512_store;
float * v501 = &v5512_store;*v501 = v47;
float v5513_store;
float * v502 = &v5513_store;*v502 = v47;
if(v496) {
float const v503 = 1;
float const v504 = *v108;
uint32_t const v505 = v139 + v491;
float const* const v506 = &v4[v505];
float const v507 = *v506;
uint32_t const v508 = v9 / v49;
uint32_t const v509 = v508 + v505;
float const* const v510 = &v4[v509];
float const v511 = *v510;
bool const v512 = v500 == v499;
float const v513 = v500 - v507;
float const v514 = exp(v513);float const v515 = v512 ? v47 : v514;
float const v516 = -v511;
float const v517 = fma(v504, v503, v516);
float const v518 = v515 * v517;
*v501 = v515;
*v502 = v518;
}
float const v519 = *v501;
uint32_t const v520 = v491 * v25;
uint32_t const v521 = v520 + v19;
float * const v522 = &(*v42)[v521];
*v522 = v519;
float const v523 = *v502;
float * const v524 = &(*v43)[v521];
*v524 = v523;
uint32_t const v525 = v17 + v19;
uint32_t const v526 = v26 + v525;
float const v527 = *v109;
float const v528 = v527 * v14;
bool const v529 = v526 < v21;
bool const v530 = v496 && v529;
if(v530) {
}
float const v531 = v530 ? v528 : v499;
float v5517_store;
float * v532 = &v5517_store;*v532 = v47;
float v5518_store;
float * v533 = &v5518_store;*v533 = v47;
if(v496) {
float const v534 = 1;
float const v535 = *v110;
uint32_t const v536 = v139 + v491;
float const* const v537 = &v4[v536];
float const v538 = *v537;
uint32_t const v539 = v9 / v49;
uint32_t const v540 = v539 + v536;
float const* const v541 = &v4[v540];
float const v542 = *v541;
bool const v543 = v531 == v499;
float const v544 = v531 - v538;
float const v545 = exp(v544);float const v546 = v543 ? v47 : v545;
float const v547 = -v542;
float const v548 = fma(v535, v534, v547);
float const v549 = v546 * v548;
*v532 = v546;
*v533 = v549;
}
float const v550 = *v532;
uint32_t const v551 = v520 + v525;
float * const v552 = &(*v42)[v551];
*v552 = v550;
float const v553 = *v533;
float * const v554 = &(*v43)[v551];
*v554 = v553;
uint32_t const v555 = 32;
uint32_t const v556 = v555 + v19;
uint32_t const v557 = v26 + v556;
float const v558 = *v111;
float const v559 = v558 * v14;
bool const v560 = v557 < v21;
bool const v561 = v496 && v560;
if(v561) {
}
float const v562 = v561 ? v559 : v499;
float v5522_store;
float * v563 = &v5522_store;*v563 = v47;
float v5523_store;
float * v564 = &v5523_store;*v564 = v47;
if(v496) {
float const v565 = 1;
float const v566 = *v112;
uint32_t const v567 = v139 + v491;
float const* const v568 = &v4[v567];
float const v569 = *v568;
uint32_t const v570 = v9 / v49;
uint32_t const v571 = v570 + v567;
float const* const v572 = &v4[v571];
float const v573 = *v572;
bool const v574 = v562 == v499;
float const v575 = v562 - v569;
float const v576 = exp(v575);float const v577 = v574 ? v47 : v576;
float const v578 = -v573;
float const v579 = fma(v566, v565, v578);
float const v580 = v577 * v579;
*v563 = v577;
*v564 = v580;
}
float const v581 = *v563;
uint32_t const v582 = v520 + v556;
float * const v583 = &(*v42)[v582];
*v583 = v581;
float const v584 = *v564;
float * const v585 = &(*v43)[v582];
*v585 = v584;
uint32_t const v586 = 48;
uint32_t const v587 = v586 + v19;
uint32_t const v588 = v26 + v587;
float const v589 = *v113;
float const v590 = v589 * v14;
bool const v591 = v588 < v21;
bool const v592 = v496 && v591;
if(v592) {
}
float const v593 = v592 ? v590 : v499;
float v5527_store;
float * v594 = &v5527_store;*v594 = v47;
float v5528_store;
float * v595 = &v5528_store;*v595 = v47;
if(v496) {
float const v596 = 1;
float const v597 = *v114;
uint32_t const v598 = v139 + v491;
float const* const v599 = &v4[v598];
float const v600 = *v599;
uint32_t const v601 = v9 / v49;
uint32_t const v602 = v601 + v598;
float const* const v603 = &v4[v602];
float const v604 = *v603;
bool const v605 = v593 == v499;
float const v606 = v593 - v600;
float const v607 = exp(v606);float const v608 = v605 ? v47 : v607;
float const v609 = -v604;
float const v610 = fma(v597, v596, v609);
float const v611 = v608 * v610;
*v594 = v608;
*v595 = v611;
}
float const v612 = *v594;
uint32_t const v613 = v520 + v587;
float * const v614 = &(*v42)[v613];
*v614 = v612;
float const v615 = *v595;
float * const v616 = &(*v43)[v613];
*v616 = v615;
uint32_t const v617 = v491 + v41;
uint32_t const v618 = v104 + v617;
float const v619 = *v115;
float const v620 = v619 * v14;
bool const v621 = v618 < v20;
bool const v622 = v621 && v497;
if(v622) {
}
float const v623 = v622 ? v620 : v499;
float v5532_store;
float * v624 = &v5532_store;*v624 = v47;
float v5533_store;
float * v625 = &v5533_store;*v625 = v47;
if(v621) {
float const v626 = 1;
float const v627 = *v116;
uint32_t const v628 = v139 + v617;
float const* const v629 = &v4[v628];
float const v630 = *v629;
uint32_t const v631 = v9 / v49;
uint32_t const v632 = v631 + v628;
float const* const v633 = &v4[v632];
float const v634 = *v633;
bool const v635 = v623 == v499;
float const v636 = v623 - v630;
float const v637 = exp(v636);float const v638 = v635 ? v47 : v637;
float const v639 = -v634;
float const v640 = fma(v627, v626, v639);
float const v641 = v638 * v640;
*v624 = v638;
*v625 = v641;
}
float const v642 = *v624;
uint32_t const v643 = v617 * v25;
uint32_t const v644 = v643 + v19;
float * const v645 = &(*v42)[v644];
*v645 = v642;
float const v646 = *v625;
float * const v647 = &(*v43)[v644];
*v647 = v646;
float const v648 = *v117;
float const v649 = v648 * v14;
bool const v650 = v621 && v529;
if(v650) {
}
float const v651 = v650 ? v649 : v499;
float v5537_store;
float * v652 = &v5537_store;*v652 = v47;
float v5538_store;
float * v653 = &v5538_store;*v653 = v47;
if(v621) {
float const v654 = 1;
float const v655 = *v118;
uint32_t const v656 = v139 + v617;
float const* const v657 = &v4[v656];
float const v658 = *v657;
uint32_t const v659 = v9 / v49;
uint32_t const v660 = v659 + v656;
float const* const v661 = &v4[v660];
float const v662 = *v661;
bool const v663 = v651 == v499;
float const v664 = v651 - v658;
float const v665 = exp(v664);float const v666 = v663 ? v47 : v665;
float const v667 = -v662;
float const v668 = fma(v655, v654, v667);
float const v669 = v666 * v668;
*v652 = v666;
*v653 = v669;
}
float const v670 = *v652;
uint32_t const v671 = v643 + v525;
float * const v672 = &(*v42)[v671];
*v672 = v670;
float const v673 = *v653;
float * const v674 = &(*v43)[v671];
*v674 = v673;
float const v675 = *v119;
float const v676 = v675 * v14;
bool const v677 = v621 && v560;
if(v677) {
}
float const v678 = v677 ? v676 : v499;
float v5542_store;
float * v679 = &v5542_store;*v679 = v47;
float v5543_store;
float * v680 = &v5543_store;*v680 = v47;
if(v621) {
float const v681 = 1;
float const v682 = *v120;
uint32_t const v683 = v139 + v617;
float const* const v684 = &v4[v683];
float const v685 = *v684;
uint32_t const v686 = v9 / v49;
uint32_t const v687 = v686 + v683;
float const* const v688 = &v4[v687];
float const v689 = *v688;
bool const v690 = v678 == v499;
float const v691 = v678 - v685;
float const v692 = exp(v691);float const v693 = v690 ? v47 : v692;
float const v694 = -v689;
float const v695 = fma(v682, v681, v694);
float const v696 = v693 * v695;
*v679 = v693;
*v680 = v696;
}
float const v697 = *v679;
uint32_t const v698 = v643 + v556;
float * const v699 = &(*v42)[v698];
*v699 = v697;
float const v700 = *v680;
float * const v701 = &(*v43)[v698];
*v701 = v700;
float const v702 = *v121;
float const v703 = v702 * v14;
bool const v704 = v621 && v591;
if(v704) {
}
float const v705 = v704 ? v703 : v499;
float v5547_store;
float * v706 = &v5547_store;*v706 = v47;
float v5548_store;
float * v707 = &v5548_store;*v707 = v47;
if(v621) {
float const v708 = 1;
float const v709 = *v122;
uint32_t const v710 = v139 + v617;
float const* const v711 = &v4[v710];
float const v712 = *v711;
uint32_t const v713 = v9 / v49;
uint32_t const v714 = v713 + v710;
float const* const v715 = &v4[v714];
float const v716 = *v715;
bool const v717 = v705 == v499;
float const v718 = v705 - v712;
float const v719 = exp(v718);float const v720 = v717 ? v47 : v719;
float const v721 = -v716;
float const v722 = fma(v709, v708, v721);
float const v723 = v720 * v722;
*v706 = v720;
*v707 = v723;
}
float const v724 = *v706;
uint32_t const v725 = v643 + v587;
float * const v726 = &(*v42)[v725];
*v726 = v724;
float const v727 = *v707;
float * const v728 = &(*v43)[v725];
*v728 = v727;
uint32_t const v729 = v491 + v49;
uint32_t const v730 = v104 + v729;
float const v731 = *v123;
float const v732 = v731 * v14;
bool const v733 = v730 < v20;
bool const v734 = v733 && v497;
if(v734) {
}
float const v735 = v734 ? v732 : v499;
float v5552_store;
float * v736 = &v5552_store;*v736 = v47;
float v5553_store;
float * v737 = &v5553_store;*v737 = v47;
if(v733) {
float const v738 = 1;
float const v739 = *v124;
uint32_t const v740 = v139 + v729;
float const* const v741 = &v4[v740];
float const v742 = *v741;
uint32_t const v743 = v9 / v49;
uint32_t const v744 = v743 + v740;
float const* const v745 = &v4[v744];
float const v746 = *v745;
bool const v747 = v735 == v499;
float const v748 = v735 - v742;
float const v749 = exp(v748);float const v750 = v747 ? v47 : v749;
float const v751 = -v746;
float const v752 = fma(v739, v738, v751);
float const v753 = v750 * v752;
*v736 = v750;
*v737 = v753;
}
float const v754 = *v736;
uint32_t const v755 = v729 * v25;
uint32_t const v756 = v755 + v19;
float * const v757 = &(*v42)[v756];
*v757 = v754;
float const v758 = *v737;
float * const v759 = &(*v43)[v756];
*v759 = v758;
float const v760 = *v125;
float const v761 = v760 * v14;
bool const v762 = v733 && v529;
if(v762) {
}
float const v763 = v762 ? v761 : v499;
float v5557_store;
float * v764 = &v5557_store;*v764 = v47;
float v5558_store;
float * v765 = &v5558_store;*v765 = v47;
if(v733) {
float const v766 = 1;
float const v767 = *v126;
uint32_t const v768 = v139 + v729;
float const* const v769 = &v4[v768];
float const v770 = *v769;
uint32_t const v771 = v9 / v49;
uint32_t const v772 = v771 + v768;
float const* const v773 = &v4[v772];
float const v774 = *v773;
bool const v775 = v763 == v499;
float const v776 = v763 - v770;
float const v777 = exp(v776);float const v778 = v775 ? v47 : v777;
float const v779 = -v774;
float const v780 = fma(v767, v766, v779);
float const v781 = v778 * v780;
*v764 = v778;
*v765 = v781;
}
float const v782 = *v764;
uint32_t const v783 = v755 + v525;
float * const v784 = &(*v42)[v783];
*v784 = v782;
float const v785 = *v765;
float * const v786 = &(*v43)[v783];
*v786 = v785;
float const v787 = *v127;
float const v788 = v787 * v14;
bool const v789 = v733 && v560;
if(v789) {
}
float const v790 = v789 ? v788 : v499;
float v5562_store;
float * v791 = &v5562_store;*v791 = v47;
float v5563_store;
float * v792 = &v5563_store;*v792 = v47;
if(v733) {
float const v793 = 1;
float const v794 = *v128;
uint32_t const v795 = v139 + v729;
float const* const v796 = &v4[v795];
float const v797 = *v796;
uint32_t const v798 = v9 / v49;
uint32_t const v799 = v798 + v795;
float const* const v800 = &v4[v799];
float const v801 = *v800;
bool const v802 = v790 == v499;
float const v803 = v790 - v797;
float const v804 = exp(v803);float const v805 = v802 ? v47 : v804;
float const v806 = -v801;
float const v807 = fma(v794, v793, v806);
float const v808 = v805 * v807;
*v791 = v805;
*v792 = v808;
}
float const v809 = *v791;
uint32_t const v810 = v755 + v556;
float * const v811 = &(*v42)[v810];
*v811 = v809;
float const v812 = *v792;
float * const v813 = &(*v43)[v810];
*v813 = v812;
float const v814 = *v129;
float const v815 = v814 * v14;
bool const v816 = v733 && v591;
if(v816) {
}
float const v817 = v816 ? v815 : v499;
float v5567_store;
float * v818 = &v5567_store;*v818 = v47;
float v5568_store;
float * v819 = &v5568_store;*v819 = v47;
if(v733) {
float const v820 = 1;
float const v821 = *v130;
uint32_t const v822 = v139 + v729;
float const* const v823 = &v4[v822];
float const v824 = *v823;
uint32_t const v825 = v9 / v49;
uint32_t const v826 = v825 + v822;
float const* const v827 = &v4[v826];
float const v828 = *v827;
bool const v829 = v817 == v499;
float const v830 = v817 - v824;
float const v831 = exp(v830);float const v832 = v829 ? v47 : v831;
float const v833 = -v828;
float const v834 = fma(v821, v820, v833);
float const v835 = v832 * v834;
*v818 = v832;
*v819 = v835;
}
float const v836 = *v818;
uint32_t const v837 = v755 + v587;
float * const v838 = &(*v42)[v837];
*v838 = v836;
float const v839 = *v819;
float * const v840 = &(*v43)[v837];
*v840 = v839;
uint32_t const v841 = v491 + v51;
uint32_t const v842 = v104 + v841;
float const v843 = *v131;
float const v844 = v843 * v14;
bool const v845 = v842 < v20;
bool const v846 = v845 && v497;
if(v846) {
}
float const v847 = v846 ? v844 : v499;
float v5572_store;
float * v848 = &v5572_store;*v848 = v47;
float v5573_store;
float * v849 = &v5573_store;*v849 = v47;
if(v845) {
float const v850 = 1;
float const v851 = *v132;
uint32_t const v852 = v139 + v841;
float const* const v853 = &v4[v852];
float const v854 = *v853;
uint32_t const v855 = v9 / v49;
uint32_t const v856 = v855 + v852;
float const* const v857 = &v4[v856];
float const v858 = *v857;
bool const v859 = v847 == v499;
float const v860 = v847 - v854;
float const v861 = exp(v860);float const v862 = v859 ? v47 : v861;
float const v863 = -v858;
float const v864 = fma(v851, v850, v863);
float const v865 = v862 * v864;
*v848 = v862;
*v849 = v865;
}
float const v866 = *v848;
uint32_t const v867 = v841 * v25;
uint32_t const v868 = v867 + v19;
float * const v869 = &(*v42)[v868];
*v869 = v866;
float const v870 = *v849;
float * const v871 = &(*v43)[v868];
*v871 = v870;
float const v872 = *v133;
float const v873 = v872 * v14;
bool const v874 = v845 && v529;
if(v874) {
}
float const v875 = v874 ? v873 : v499;
float v5577_store;
float * v876 = &v5577_store;*v876 = v47;
float v5578_store;
float * v877 = &v5578_store;*v877 = v47;
if(v845) {
float const v878 = 1;
float const v879 = *v134;
uint32_t const v880 = v139 + v841;
float const* const v881 = &v4[v880];
float const v882 = *v881;
uint32_t const v883 = v9 / v49;
uint32_t const v884 = v883 + v880;
float const* const v885 = &v4[v884];
float const v886 = *v885;
bool const v887 = v875 == v499;
float const v888 = v875 - v882;
float const v889 = exp(v888);float const v890 = v887 ? v47 : v889;
float const v891 = -v886;
float const v892 = fma(v879, v878, v891);
float const v893 = v890 * v892;
*v876 = v890;
*v877 = v893;
}
float const v894 = *v876;
uint32_t const v895 = v867 + v525;
float * const v896 = &(*v42)[v895];
*v896 = v894;
float const v897 = *v877;
float * const v898 = &(*v43)[v895];
*v898 = v897;
float const v899 = *v135;
float const v900 = v899 * v14;
bool const v901 = v845 && v560;
if(v901) {
}
float const v902 = v901 ? v900 : v499;
float v5582_store;
float * v903 = &v5582_store;*v903 = v47;
float v5583_store;
float * v904 = &v5583_store;*v904 = v47;
if(v845) {
float const v905 = 1;
float const v906 = *v136;
uint32_t const v907 = v139 + v841;
float const* const v908 = &v4[v907];
float const v909 = *v908;
uint32_t const v910 = v9 / v49;
uint32_t const v911 = v910 + v907;
float const* const v912 = &v4[v911];
float const v913 = *v912;
bool const v914 = v902 == v499;
float const v915 = v902 - v909;
float const v916 = exp(v915);float const v917 = v914 ? v47 : v916;
float const v918 = -v913;
float const v919 = fma(v906, v905, v918);
float const v920 = v917 * v919;
*v903 = v917;
*v904 = v920;
}
float const v921 = *v903;
uint32_t const v922 = v867 + v556;
float * const v923 = &(*v42)[v922];
*v923 = v921;
float const v924 = *v904;
float * const v925 = &(*v43)[v922];
*v925 = v924;
float const v926 = *v137;
float const v927 = v926 * v14;
bool const v928 = v845 && v591;
if(v928) {
}
float const v929 = v928 ? v927 : v499;
float v5587_store;
float * v930 = &v5587_store;*v930 = v47;
float v5588_store;
float * v931 = &v5588_store;*v931 = v47;
if(v845) {
float const v932 = 1;
float const v933 = *v138;
uint32_t const v934 = v139 + v841;
float const* const v935 = &v4[v934];
float const v936 = *v935;
uint32_t const v937 = v9 / v49;
uint32_t const v938 = v937 + v934;
float const* const v939 = &v4[v938];
float const v940 = *v939;
bool const v941 = v929 == v499;
float const v942 = v929 - v936;
float const v943 = exp(v942);float const v944 = v941 ? v47 : v943;
float const v945 = -v940;
float const v946 = fma(v933, v932, v945);
float const v947 = v944 * v946;
*v930 = v944;
*v931 = v947;
}
float const v948 = *v930;
uint32_t const v949 = v867 + v587;
float * const v950 = &(*v42)[v949];
*v950 = v948;
float const v951 = *v931;
float * const v952 = &(*v43)[v949];
*v952 = v951;
__syncthreads();
__syncthreads();
float v5590_store;
float * v953 = &v5590_store;*v953 = v47;
bool const v954 = v19 < v25;
bool const v955 = v18 < v141;
bool const v956 = v954 && v955;
if(v956) {
uint32_t const v957 = v139 + v18;
uint32_t const v958 = v957 * v25;
uint32_t const v959 = v958 + v19;
float const* const v960 = &v3[v959];
float const v961 = *v960;
*v953 = v961;
}
float const v962 = *v953;
float * const v963 = &(*v40)[v16];
*v963 = v962;
uint32_t const v964 = 256;
uint32_t const v965 = v16 + v964;
uint32_t const v966 = v965 / v17;
uint32_t const v967 = v965 % v17;
float v5591_store;
float * v968 = &v5591_store;*v968 = v47;
bool const v969 = v967 < v25;
bool const v970 = v966 < v141;
bool const v971 = v969 && v970;
if(v971) {
uint32_t const v972 = v139 + v966;
uint32_t const v973 = v972 * v25;
uint32_t const v974 = v973 + v967;
float const* const v975 = &v3[v974];
float const v976 = *v975;
*v968 = v976;
}
float const v977 = *v968;
float * const v978 = &(*v40)[v965];
*v978 = v977;
uint32_t const v979 = 512;
uint32_t const v980 = v16 + v979;
uint32_t const v981 = v980 / v17;
uint32_t const v982 = v980 % v17;
float v5592_store;
float * v983 = &v5592_store;*v983 = v47;
bool const v984 = v982 < v25;
bool const v985 = v981 < v141;
bool const v986 = v984 && v985;
if(v986) {
uint32_t const v987 = v139 + v981;
uint32_t const v988 = v987 * v25;
uint32_t const v989 = v988 + v982;
float const* const v990 = &v3[v989];
float const v991 = *v990;
*v983 = v991;
}
float const v992 = *v983;
float * const v993 = &(*v40)[v980];
*v993 = v992;
uint32_t const v994 = 768;
uint32_t const v995 = v16 + v994;
uint32_t const v996 = v995 / v17;
uint32_t const v997 = v995 % v17;
float v5593_store;
float * v998 = &v5593_store;*v998 = v47;
bool const v999 = v997 < v25;
bool const v1000 = v996 < v141;
bool const v1001 = v999 && v1000;
if(v1001) {
uint32_t const v1002 = v139 + v996;
uint32_t const v1003 = v1002 * v25;
uint32_t const v1004 = v1003 + v997;
float const* const v1005 = &v3[v1004];
float const v1006 = *v1005;
*v998 = v1006;
}
float const v1007 = *v998;
float * const v1008 = &(*v40)[v995];
*v1008 = v1007;
__syncthreads();
for(uint32_t v1009 = v8; v1009 < v25; v1009 += v41) {
uint32_t const v1010 = v1009 * v17;
uint32_t const v1011 = v1010 + v19;
float * const v1012 = &(*v40)[v1011];
float const v1013 = *v1012;
uint32_t const v1014 = v1009 * v25;
uint32_t const v1015 = v1014 + v491;
float * const v1016 = &(*v42)[v1015];
float const v1017 = *v1016;
float const v1018 = *v77;
float const v1019 = fma(v1017, v1013, v1018);
*v77 = v1019;
uint32_t const v1020 = v1014 + v617;
float * const v1021 = &(*v42)[v1020];
float const v1022 = *v1021;
float const v1023 = *v81;
float const v1024 = fma(v1022, v1013, v1023);
*v81 = v1024;
uint32_t const v1025 = v1014 + v729;
float * const v1026 = &(*v42)[v1025];
float const v1027 = *v1026;
float const v1028 = *v85;
float const v1029 = fma(v1027, v1013, v1028);
*v85 = v1029;
uint32_t const v1030 = v1014 + v841;
float * const v1031 = &(*v42)[v1030];
float const v1032 = *v1031;
float const v1033 = *v89;
float const v1034 = fma(v1032, v1013, v1033);
*v89 = v1034;
}
__syncthreads();
float v5595_store;
float * v1035 = &v5595_store;*v1035 = v47;
bool const v1036 = v525 < v25;
bool const v1037 = v1036 && v955;
if(v1037) {
uint32_t const v1038 = v139 + v18;
uint32_t const v1039 = v1038 * v25;
uint32_t const v1040 = v1039 + v525;
float const* const v1041 = &v3[v1040];
float const v1042 = *v1041;
*v1035 = v1042;
}
float const v1043 = *v1035;
*v963 = v1043;
uint32_t const v1044 = v17 + v967;
float v5596_store;
float * v1045 = &v5596_store;*v1045 = v47;
bool const v1046 = v1044 < v25;
bool const v1047 = v1046 && v970;
if(v1047) {
uint32_t const v1048 = v139 + v966;
uint32_t const v1049 = v1048 * v25;
uint32_t const v1050 = v1049 + v1044;
float const* const v1051 = &v3[v1050];
float const v1052 = *v1051;
*v1045 = v1052;
}
float const v1053 = *v1045;
*v978 = v1053;
uint32_t const v1054 = v17 + v982;
float v5597_store;
float * v1055 = &v5597_store;*v1055 = v47;
bool const v1056 = v1054 < v25;
bool const v1057 = v1056 && v985;
if(v1057) {
uint32_t const v1058 = v139 + v981;
uint32_t const v1059 = v1058 * v25;
uint32_t const v1060 = v1059 + v1054;
float const* const v1061 = &v3[v1060];
float const v1062 = *v1061;
*v1055 = v1062;
}
float const v1063 = *v1055;
*v993 = v1063;
uint32_t const v1064 = v17 + v997;
float v5598_store;
float * v1065 = &v5598_store;*v1065 = v47;
bool const v1066 = v1064 < v25;
bool const v1067 = v1066 && v1000;
if(v1067) {
uint32_t const v1068 = v139 + v996;
uint32_t const v1069 = v1068 * v25;
uint32_t const v1070 = v1069 + v1064;
float const* const v1071 = &v3[v1070];
float const v1072 = *v1071;
*v1065 = v1072;
}
float const v1073 = *v1065;
*v1008 = v1073;
__syncthreads();
for(uint32_t v1074 = v8; v1074 < v25; v1074 += v41) {
uint32_t const v1075 = v1074 * v17;
uint32_t const v1076 = v1075 + v19;
float * const v1077 = &(*v40)[v1076];
float const v1078 = *v1077;
uint32_t const v1079 = v1074 * v25;
uint32_t const v1080 = v1079 + v491;
float * const v1081 = &(*v42)[v1080];
float const v1082 = *v1081;
float const v1083 = *v78;
float const v1084 = fma(v1082, v1078, v1083);
*v78 = v1084;
uint32_t const v1085 = v1079 + v617;
float * const v1086 = &(*v42)[v1085];
float const v1087 = *v1086;
float const v1088 = *v82;
float const v1089 = fma(v1087, v1078, v1088);
*v82 = v1089;
uint32_t const v1090 = v1079 + v729;
float * const v1091 = &(*v42)[v1090];
float const v1092 = *v1091;
float const v1093 = *v86;
float const v1094 = fma(v1092, v1078, v1093);
*v86 = v1094;
uint32_t const v1095 = v1079 + v841;
float * const v1096 = &(*v42)[v1095];
float const v1097 = *v1096;
float const v1098 = *v90;
float const v1099 = fma(v1097, v1078, v1098);
*v90 = v1099;
}
__syncthreads();
float v5600_store;
float * v1100 = &v5600_store;*v1100 = v47;
bool const v1101 = v556 < v25;
bool const v1102 = v1101 && v955;
if(v1102) {
uint32_t const v1103 = v139 + v18;
uint32_t const v1104 = v1103 * v25;
uint32_t const v1105 = v1104 + v556;
float const* const v1106 = &v3[v1105];
float const v1107 = *v1106;
*v1100 = v1107;
}
float const v1108 = *v1100;
*v963 = v1108;
uint32_t const v1109 = v555 + v967;
float v5601_store;
float * v1110 = &v5601_store;*v1110 = v47;
bool const v1111 = v1109 < v25;
bool const v1112 = v1111 && v970;
if(v1112) {
uint32_t const v1113 = v139 + v966;
uint32_t const v1114 = v1113 * v25;
uint32_t const v1115 = v1114 + v1109;
float const* const v1116 = &v3[v1115];
float const v1117 = *v1116;
*v1110 = v1117;
}
float const v1118 = *v1110;
*v978 = v1118;
uint32_t const v1119 = v555 + v982;
float v5602_store;
float * v1120 = &v5602_store;*v1120 = v47;
bool const v1121 = v1119 < v25;
bool const v1122 = v1121 && v985;
if(v1122) {
uint32_t const v1123 = v139 + v981;
uint32_t const v1124 = v1123 * v25;
uint32_t const v1125 = v1124 + v1119;
float const* const v1126 = &v3[v1125];
float const v1127 = *v1126;
*v1120 = v1127;
}
float const v1128 = *v1120;
*v993 = v1128;
uint32_t const v1129 = v555 + v997;
float v5603_store;
float * v1130 = &v5603_store;*v1130 = v47;
bool const v1131 = v1129 < v25;
bool const v1132 = v1131 && v1000;
if(v1132) {
uint32_t const v1133 = v139 + v996;
uint32_t const v1134 = v1133 * v25;
uint32_t const v1135 = v1134 + v1129;
float const* const v1136 = &v3[v1135];
float const v1137 = *v1136;
*v1130 = v1137;
}
float const v1138 = *v1130;
*v1008 = v1138;
__syncthreads();
for(uint32_t v1139 = v8; v1139 < v25; v1139 += v41) {
uint32_t const v1140 = v1139 * v17;
uint32_t const v1141 = v1140 + v19;
float * const v1142 = &(*v40)[v1141];
float const v1143 = *v1142;
uint32_t const v1144 = v1139 * v25;
uint32_t const v1145 = v1144 + v491;
float * const v1146 = &(*v42)[v1145];
float const v1147 = *v1146;
float const v1148 = *v79;
float const v1149 = fma(v1147, v1143, v1148);
*v79 = v1149;
uint32_t const v1150 = v1144 + v617;
float * const v1151 = &(*v42)[v1150];
float const v1152 = *v1151;
float const v1153 = *v83;
float const v1154 = fma(v1152, v1143, v1153);
*v83 = v1154;
uint32_t const v1155 = v1144 + v729;
float * const v1156 = &(*v42)[v1155];
float const v1157 = *v1156;
float const v1158 = *v87;
float const v1159 = fma(v1157, v1143, v1158);
*v87 = v1159;
uint32_t const v1160 = v1144 + v841;
float * const v1161 = &(*v42)[v1160];
float const v1162 = *v1161;
float const v1163 = *v91;
float const v1164 = fma(v1162, v1143, v1163);
*v91 = v1164;
}
__syncthreads();
float v5605_store;
float * v1165 = &v5605_store;*v1165 = v47;
bool const v1166 = v587 < v25;
bool const v1167 = v1166 && v955;
if(v1167) {
uint32_t const v1168 = v139 + v18;
uint32_t const v1169 = v1168 * v25;
uint32_t const v1170 = v1169 + v587;
float const* const v1171 = &v3[v1170];
float const v1172 = *v1171;
*v1165 = v1172;
}
float const v1173 = *v1165;
*v963 = v1173;
uint32_t const v1174 = v586 + v967;
float v5606_store;
float * v1175 = &v5606_store;*v1175 = v47;
bool const v1176 = v1174 < v25;
bool const v1177 = v1176 && v970;
if(v1177) {
uint32_t const v1178 = v139 + v966;
uint32_t const v1179 = v1178 * v25;
uint32_t const v1180 = v1179 + v1174;
float const* const v1181 = &v3[v1180];
float const v1182 = *v1181;
*v1175 = v1182;
}
float const v1183 = *v1175;
*v978 = v1183;
uint32_t const v1184 = v586 + v982;
float v5607_store;
float * v1185 = &v5607_store;*v1185 = v47;
bool const v1186 = v1184 < v25;
bool const v1187 = v1186 && v985;
if(v1187) {
uint32_t const v1188 = v139 + v981;
uint32_t const v1189 = v1188 * v25;
uint32_t const v1190 = v1189 + v1184;
float const* const v1191 = &v3[v1190];
float const v1192 = *v1191;
*v1185 = v1192;
}
float const v1193 = *v1185;
*v993 = v1193;
uint32_t const v1194 = v586 + v997;
float v5608_store;
float * v1195 = &v5608_store;*v1195 = v47;
bool const v1196 = v1194 < v25;
bool const v1197 = v1196 && v1000;
if(v1197) {
uint32_t const v1198 = v139 + v996;
uint32_t const v1199 = v1198 * v25;
uint32_t const v1200 = v1199 + v1194;
float const* const v1201 = &v3[v1200];
float const v1202 = *v1201;
*v1195 = v1202;
}
float const v1203 = *v1195;
*v1008 = v1203;
__syncthreads();
for(uint32_t v1204 = v8; v1204 < v25; v1204 += v41) {
uint32_t const v1205 = v1204 * v17;
uint32_t const v1206 = v1205 + v19;
float * const v1207 = &(*v40)[v1206];
float const v1208 = *v1207;
uint32_t const v1209 = v1204 * v25;
uint32_t const v1210 = v1209 + v491;
float * const v1211 = &(*v42)[v1210];
float const v1212 = *v1211;
float const v1213 = *v80;
float const v1214 = fma(v1212, v1208, v1213);
*v80 = v1214;
uint32_t const v1215 = v1209 + v617;
float * const v1216 = &(*v42)[v1215];
float const v1217 = *v1216;
float const v1218 = *v84;
float const v1219 = fma(v1217, v1208, v1218);
*v84 = v1219;
uint32_t const v1220 = v1209 + v729;
float * const v1221 = &(*v42)[v1220];
float const v1222 = *v1221;
float const v1223 = *v88;
float const v1224 = fma(v1222, v1208, v1223);
*v88 = v1224;
uint32_t const v1225 = v1209 + v841;
float * const v1226 = &(*v42)[v1225];
float const v1227 = *v1226;
float const v1228 = *v92;
float const v1229 = fma(v1227, v1208, v1228);
*v92 = v1229;
}
__syncthreads();
float v5610_store;
float * v1230 = &v5610_store;*v1230 = v47;
if(v956) {
uint32_t const v1231 = v139 + v18;
uint32_t const v1232 = v1231 * v25;
uint32_t const v1233 = v1232 + v19;
float const* const v1234 = &v0[v1233];
float const v1235 = *v1234;
*v1230 = v1235;
}
float const v1236 = *v1230;
float const v1237 = v1236 * v14;
*v963 = v1237;
float v5611_store;
float * v1238 = &v5611_store;*v1238 = v47;
if(v971) {
uint32_t const v1239 = v139 + v966;
uint32_t const v1240 = v1239 * v25;
uint32_t const v1241 = v1240 + v967;
float const* const v1242 = &v0[v1241];
float const v1243 = *v1242;
*v1238 = v1243;
}
float const v1244 = *v1238;
float const v1245 = v1244 * v14;
*v978 = v1245;
float v5612_store;
float * v1246 = &v5612_store;*v1246 = v47;
if(v986) {
uint32_t const v1247 = v139 + v981;
uint32_t const v1248 = v1247 * v25;
uint32_t const v1249 = v1248 + v982;
float const* const v1250 = &v0[v1249];
float const v1251 = *v1250;
*v1246 = v1251;
}
float const v1252 = *v1246;
float const v1253 = v1252 * v14;
*v993 = v1253;
float v5613_store;
float * v1254 = &v5613_store;*v1254 = v47;
if(v1001) {
uint32_t const v1255 = v139 + v996;
uint32_t const v1256 = v1255 * v25;
uint32_t const v1257 = v1256 + v997;
float const* const v1258 = &v0[v1257];
float const v1259 = *v1258;
*v1254 = v1259;
}
float const v1260 = *v1254;
float const v1261 = v1260 * v14;
*v1008 = v1261;
__syncthreads();
for(uint32_t v1262 = v8; v1262 < v25; v1262 += v41) {
uint32_t const v1263 = v1262 * v17;
uint32_t const v1264 = v1263 + v19;
float * const v1265 = &(*v40)[v1264];
float const v1266 = *v1265;
uint32_t const v1267 = v1262 * v25;
uint32_t const v1268 = v1267 + v491;
float * const v1269 = &(*v43)[v1268];
float const v1270 = *v1269;
float const v1271 = *v46;
float const v1272 = fma(v1270, v1266, v1271);
*v46 = v1272;
uint32_t const v1273 = v1267 + v617;
float * const v1274 = &(*v43)[v1273];
float const v1275 = *v1274;
float const v1276 = *v54;
float const v1277 = fma(v1275, v1266, v1276);
*v54 = v1277;
uint32_t const v1278 = v1267 + v729;
float * const v1279 = &(*v43)[v1278];
float const v1280 = *v1279;
float const v1281 = *v62;
float const v1282 = fma(v1280, v1266, v1281);
*v62 = v1282;
uint32_t const v1283 = v1267 + v841;
float * const v1284 = &(*v43)[v1283];
float const v1285 = *v1284;
float const v1286 = *v70;
float const v1287 = fma(v1285, v1266, v1286);
*v70 = v1287;
}
__syncthreads();
float v5615_store;
float * v1288 = &v5615_store;*v1288 = v47;
if(v1037) {
uint32_t const v1289 = v139 + v18;
uint32_t const v1290 = v1289 * v25;
uint32_t const v1291 = v1290 + v525;
float const* const v1292 = &v0[v1291];
float const v1293 = *v1292;
*v1288 = v1293;
}
float const v1294 = *v1288;
float const v1295 = v1294 * v14;
*v963 = v1295;
float v5616_store;
float * v1296 = &v5616_store;*v1296 = v47;
if(v1047) {
uint32_t const v1297 = v139 + v966;
uint32_t const v1298 = v1297 * v25;
uint32_t const v1299 = v1298 + v1044;
float const* const v1300 = &v0[v1299];
float const v1301 = *v1300;
*v1296 = v1301;
}
float const v1302 = *v1296;
float const v1303 = v1302 * v14;
*v978 = v1303;
float v5617_store;
float * v1304 = &v5617_store;*v1304 = v47;
if(v1057) {
uint32_t const v1305 = v139 + v981;
uint32_t const v1306 = v1305 * v25;
uint32_t const v1307 = v1306 + v1054;
float const* const v1308 = &v0[v1307];
float const v1309 = *v1308;
*v1304 = v1309;
}
float const v1310 = *v1304;
float const v1311 = v1310 * v14;
*v993 = v1311;
float v5618_store;
float * v1312 = &v5618_store;*v1312 = v47;
if(v1067) {
uint32_t const v1313 = v139 + v996;
uint32_t const v1314 = v1313 * v25;
uint32_t const v1315 = v1314 + v1064;
float const* const v1316 = &v0[v1315];
float const v1317 = *v1316;
*v1312 = v1317;
}
float const v1318 = *v1312;
float const v1319 = v1318 * v14;
*v1008 = v1319;
__syncthreads();
for(uint32_t v1320 = v8; v1320 < v25; v1320 += v41) {
uint32_t const v1321 = v1320 * v17;
uint32_t const v1322 = v1321 + v19;
float * const v1323 = &(*v40)[v1322];
float const v1324 = *v1323;
uint32_t const v1325 = v1320 * v25;
uint32_t const v1326 = v1325 + v491;
float * const v1327 = &(*v43)[v1326];
float const v1328 = *v1327;
float const v1329 = *v48;
float const v1330 = fma(v1328, v1324, v1329);
*v48 = v1330;
uint32_t const v1331 = v1325 + v617;
float * const v1332 = &(*v43)[v1331];
float const v1333 = *v1332;
float const v1334 = *v56;
float const v1335 = fma(v1333, v1324, v1334);
*v56 = v1335;
uint32_t const v1336 = v1325 + v729;
float * const v1337 = &(*v43)[v1336];
float const v1338 = *v1337;
float const v1339 = *v64;
float const v1340 = fma(v1338, v1324, v1339);
*v64 = v1340;
uint32_t const v1341 = v1325 + v841;
float * const v1342 = &(*v43)[v1341];
float const v1343 = *v1342;
float const v1344 = *v72;
float const v1345 = fma(v1343, v1324, v1344);
*v72 = v1345;
}
__syncthreads();
float v5620_store;
float * v1346 = &v5620_store;*v1346 = v47;
if(v1102) {
uint32_t const v1347 = v139 + v18;
uint32_t const v1348 = v1347 * v25;
uint32_t const v1349 = v1348 + v556;
float const* const v1350 = &v0[v1349];
float const v1351 = *v1350;
*v1346 = v1351;
}
float const v1352 = *v1346;
float const v1353 = v1352 * v14;
*v963 = v1353;
float v5621_store;
float * v1354 = &v5621_store;*v1354 = v47;
if(v1112) {
uint32_t const v1355 = v139 + v966;
uint32_t const v1356 = v1355 * v25;
uint32_t const v1357 = v1356 + v1109;
float const* const v1358 = &v0[v1357];
float const v1359 = *v1358;
*v1354 = v1359;
}
float const v1360 = *v1354;
float const v1361 = v1360 * v14;
*v978 = v1361;
float v5622_store;
float * v1362 = &v5622_store;*v1362 = v47;
if(v1122) {
uint32_t const v1363 = v139 + v981;
uint32_t const v1364 = v1363 * v25;
uint32_t const v1365 = v1364 + v1119;
float const* const v1366 = &v0[v1365];
float const v1367 = *v1366;
*v1362 = v1367;
}
float const v1368 = *v1362;
float const v1369 = v1368 * v14;
*v993 = v1369;
float v5623_store;
float * v1370 = &v5623_store;*v1370 = v47;
if(v1132) {
uint32_t const v1371 = v139 + v996;
uint32_t const v1372 = v1371 * v25;
uint32_t const v1373 = v1372 + v1129;
float const* const v1374 = &v0[v1373];
float const v1375 = *v1374;
*v1370 = v1375;
}
float const v1376 = *v1370;
float const v1377 = v1376 * v14;
*v1008 = v1377;
__syncthreads();
for(uint32_t v1378 = v8; v1378 < v25; v1378 += v41) {
uint32_t const v1379 = v1378 * v17;
uint32_t const v1380 = v1379 + v19;
float * const v1381 = &(*v40)[v1380];
float const v1382 = *v1381;
uint32_t const v1383 = v1378 * v25;
uint32_t const v1384 = v1383 + v491;
float * const v1385 = &(*v43)[v1384];
float const v1386 = *v1385;
float const v1387 = *v50;
float const v1388 = fma(v1386, v1382, v1387);
*v50 = v1388;
uint32_t const v1389 = v1383 + v617;
float * const v1390 = &(*v43)[v1389];
float const v1391 = *v1390;
float const v1392 = *v58;
float const v1393 = fma(v1391, v1382, v1392);
*v58 = v1393;
uint32_t const v1394 = v1383 + v729;
float * const v1395 = &(*v43)[v1394];
float const v1396 = *v1395;
float const v1397 = *v66;
float const v1398 = fma(v1396, v1382, v1397);
*v66 = v1398;
uint32_t const v1399 = v1383 + v841;
float * const v1400 = &(*v43)[v1399];
float const v1401 = *v1400;
float const v1402 = *v74;
float const v1403 = fma(v1401, v1382, v1402);
*v74 = v1403;
}
__syncthreads();
float v5625_store;
float * v1404 = &v5625_store;*v1404 = v47;
if(v1167) {
uint32_t const v1405 = v139 + v18;
uint32_t const v1406 = v1405 * v25;
uint32_t const v1407 = v1406 + v587;
float const* const v1408 = &v0[v1407];
float const v1409 = *v1408;
*v1404 = v1409;
}
float const v1410 = *v1404;
float const v1411 = v1410 * v14;
*v963 = v1411;
float v5626_store;
float * v1412 = &v5626_store;*v1412 = v47;
if(v1177) {
uint32_t const v1413 = v139 + v966;
uint32_t const v1414 = v1413 * v25;
uint32_t const v1415 = v1414 + v1174;
float const* const v1416 = &v0[v1415];
float const v1417 = *v1416;
*v1412 = v1417;
}
float const v1418 = *v1412;
float const v1419 = v1418 * v14;
*v978 = v1419;
float v5627_store;
float * v1420 = &v5627_store;*v1420 = v47;
if(v1187) {
uint32_t const v1421 = v139 + v981;
uint32_t const v1422 = v1421 * v25;
uint32_t const v1423 = v1422 + v1184;
float const* const v1424 = &v0[v1423];
float const v1425 = *v1424;
*v1420 = v1425;
}
float const v1426 = *v1420;
float const v1427 = v1426 * v14;
*v993 = v1427;
float v5628_store;
float * v1428 = &v5628_store;*v1428 = v47;
if(v1197) {
uint32_t const v1429 = v139 + v996;
uint32_t const v1430 = v1429 * v25;
uint32_t const v1431 = v1430 + v1194;
float const* const v1432 = &v0[v1431];
float const v1433 = *v1432;
*v1428 = v1433;
}
float const v1434 = *v1428;
float const v1435 = v1434 * v14;
*v1008 = v1435;
__syncthreads();
for(uint32_t v1436 = v8; v1436 < v25; v1436 += v41) {
uint32_t const v1437 = v1436 * v17;
uint32_t const v1438 = v1437 + v19;
float * const v1439 = &(*v40)[v1438];
float const v1440 = *v1439;
uint32_t const v1441 = v1436 * v25;
uint32_t const v1442 = v1441 + v491;
float * const v1443 = &(*v43)[v1442];
float const v1444 = *v1443;
float const v1445 = *v52;
float const v1446 = fma(v1444, v1440, v1445);
*v52 = v1446;
uint32_t const v1447 = v1441 + v617;
float * const v1448 = &(*v43)[v1447];
float const v1449 = *v1448;
float const v1450 = *v60;
float const v1451 = fma(v1449, v1440, v1450);
*v60 = v1451;
uint32_t const v1452 = v1441 + v729;
float * const v1453 = &(*v43)[v1452];
float const v1454 = *v1453;
float const v1455 = *v68;
float const v1456 = fma(v1454, v1440, v1455);
*v68 = v1456;
uint32_t const v1457 = v1441 + v841;
float * const v1458 = &(*v43)[v1457];
float const v1459 = *v1458;
float const v1460 = *v76;
float const v1461 = fma(v1459, v1440, v1460);
*v76 = v1461;
}
__syncthreads();
}
}
uint32_t const v1462 = v18 * v53;
uint32_t const v1463 = v26 + v1462;
bool const v1464 = v1463 < v21;
if(v1464) {
bool const v1465 = v19 < v25;
if(v1465) {
float const v1466 = *v46;
uint32_t const v1467 = v38 + v1463;
uint32_t const v1468 = v1467 * v25;
uint32_t const v1469 = v1468 + v19;
float * const v1470 = &v5[v1469];
*v1470 = v1466;
}
uint32_t const v1471 = v17 + v19;
bool const v1472 = v1471 < v25;
if(v1472) {
float const v1473 = *v48;
uint32_t const v1474 = v38 + v1463;
uint32_t const v1475 = v1474 * v25;
uint32_t const v1476 = v1475 + v1471;
float * const v1477 = &v5[v1476];
*v1477 = v1473;
}
uint32_t const v1478 = 32;
uint32_t const v1479 = v1478 + v19;
bool const v1480 = v1479 < v25;
if(v1480) {
float const v1481 = *v50;
uint32_t const v1482 = v38 + v1463;
uint32_t const v1483 = v1482 * v25;
uint32_t const v1484 = v1483 + v1479;
float * const v1485 = &v5[v1484];
*v1485 = v1481;
}
uint32_t const v1486 = 48;
uint32_t const v1487 = v1486 + v19;
bool const v1488 = v1487 < v25;
if(v1488) {
float const v1489 = *v52;
uint32_t const v1490 = v38 + v1463;
uint32_t const v1491 = v1490 * v25;
uint32_t const v1492 = v1491 + v1487;
float * const v1493 = &v5[v1492];
*v1493 = v1489;
}
if(v1465) {
float const v1494 = *v77;
uint32_t const v1495 = v38 + v1463;
uint32_t const v1496 = v1495 * v25;
uint32_t const v1497 = v1496 + v19;
float * const v1498 = &v6[v1497];
*v1498 = v1494;
}
if(v1472) {
float const v1499 = *v78;
uint32_t const v1500 = v38 + v1463;
uint32_t const v1501 = v1500 * v25;
uint32_t const v1502 = v1501 + v1471;
float * const v1503 = &v6[v1502];
*v1503 = v1499;
}
if(v1480) {
float const v1504 = *v79;
uint32_t const v1505 = v38 + v1463;
uint32_t const v1506 = v1505 * v25;
uint32_t const v1507 = v1506 + v1479;
float * const v1508 = &v6[v1507];
*v1508 = v1504;
}
if(v1488) {
float const v1509 = *v80;
uint32_t const v1510 = v38 + v1463;
uint32_t const v1511 = v1510 * v25;
uint32_t const v1512 = v1511 + v1487;
float * const v1513 = &v6[v1512];
*v1513 = v1509;
}
}
uint32_t const v1514 = v1463 + v41;
bool const v1515 = v1514 < v21;
if(v1515) {
bool const v1516 = v19 < v25;
if(v1516) {
float const v1517 = *v54;
uint32_t const v1518 = v38 + v1514;
uint32_t const v1519 = v1518 * v25;
uint32_t const v1520 = v1519 + v19;
float * const v1521 = &v5[v1520];
*v1521 = v1517;
}
uint32_t const v1522 = v17 + v19;
bool const v1523 = v1522 < v25;
if(v1523) {
float const v1524 = *v56;
uint32_t const v1525 = v38 + v1514;
uint32_t const v1526 = v1525 * v25;
uint32_t const v1527 = v1526 + v1522;
float * const v1528 = &v5[v1527];
*v1528 = v1524;
}
uint32_t const v1529 = 32;
uint32_t const v1530 = v1529 + v19;
bool const v1531 = v1530 < v25;
if(v1531) {
float const v1532 = *v58;
uint32_t const v1533 = v38 + v1514;
uint32_t const v1534 = v1533 * v25;
uint32_t const v1535 = v1534 + v1530;
float * const v1536 = &v5[v1535];
*v1536 = v1532;
}
uint32_t const v1537 = 48;
uint32_t const v1538 = v1537 + v19;
bool const v1539 = v1538 < v25;
if(v1539) {
float const v1540 = *v60;
uint32_t const v1541 = v38 + v1514;
uint32_t const v1542 = v1541 * v25;
uint32_t const v1543 = v1542 + v1538;
float * const v1544 = &v5[v1543];
*v1544 = v1540;
}
if(v1516) {
float const v1545 = *v81;
uint32_t const v1546 = v38 + v1514;
uint32_t const v1547 = v1546 * v25;
uint32_t const v1548 = v1547 + v19;
float * const v1549 = &v6[v1548];
*v1549 = v1545;
}
if(v1523) {
float const v1550 = *v82;
uint32_t const v1551 = v38 + v1514;
uint32_t const v1552 = v1551 * v25;
uint32_t const v1553 = v1552 + v1522;
float * const v1554 = &v6[v1553];
*v1554 = v1550;
}
if(v1531) {
float const v1555 = *v83;
uint32_t const v1556 = v38 + v1514;
uint32_t const v1557 = v1556 * v25;
uint32_t const v1558 = v1557 + v1530;
float * const v1559 = &v6[v1558];
*v1559 = v1555;
}
if(v1539) {
float const v1560 = *v84;
uint32_t const v1561 = v38 + v1514;
uint32_t const v1562 = v1561 * v25;
uint32_t const v1563 = v1562 + v1538;
float * const v1564 = &v6[v1563];
*v1564 = v1560;
}
}
uint32_t const v1565 = v1463 + v49;
bool const v1566 = v1565 < v21;
if(v1566) {
bool const v1567 = v19 < v25;
if(v1567) {
float const v1568 = *v62;
uint32_t const v1569 = v38 + v1565;
uint32_t const v1570 = v1569 * v25;
uint32_t const v1571 = v1570 + v19;
float * const v1572 = &v5[v1571];
*v1572 = v1568;
}
uint32_t const v1573 = v17 + v19;
bool const v1574 = v1573 < v25;
if(v1574) {
float const v1575 = *v64;
uint32_t const v1576 = v38 + v1565;
uint32_t const v1577 = v1576 * v25;
uint32_t const v1578 = v1577 + v1573;
float * const v1579 = &v5[v1578];
*v1579 = v1575;
}
uint32_t const v1580 = 32;
uint32_t const v1581 = v1580 + v19;
bool const v1582 = v1581 < v25;
if(v1582) {
float const v1583 = *v66;
uint32_t const v1584 = v38 + v1565;
uint32_t const v1585 = v1584 * v25;
uint32_t const v1586 = v1585 + v1581;
float * const v1587 = &v5[v1586];
*v1587 = v1583;
}
uint32_t const v1588 = 48;
uint32_t const v1589 = v1588 + v19;
bool const v1590 = v1589 < v25;
if(v1590) {
float const v1591 = *v68;
uint32_t const v1592 = v38 + v1565;
uint32_t const v1593 = v1592 * v25;
uint32_t const v1594 = v1593 + v1589;
float * const v1595 = &v5[v1594];
*v1595 = v1591;
}
if(v1567) {
float const v1596 = *v85;
uint32_t const v1597 = v38 + v1565;
uint32_t const v1598 = v1597 * v25;
uint32_t const v1599 = v1598 + v19;
float * const v1600 = &v6[v1599];
*v1600 = v1596;
}
if(v1574) {
float const v1601 = *v86;
uint32_t const v1602 = v38 + v1565;
uint32_t const v1603 = v1602 * v25;
uint32_t const v1604 = v1603 + v1573;
float * const v1605 = &v6[v1604];
*v1605 = v1601;
}
if(v1582) {
float const v1606 = *v87;
uint32_t const v1607 = v38 + v1565;
uint32_t const v1608 = v1607 * v25;
uint32_t const v1609 = v1608 + v1581;
float * const v1610 = &v6[v1609];
*v1610 = v1606;
}
if(v1590) {
float const v1611 = *v88;
uint32_t const v1612 = v38 + v1565;
uint32_t const v1613 = v1612 * v25;
uint32_t const v1614 = v1613 + v1589;
float * const v1615 = &v6[v1614];
*v1615 = v1611;
}
}
uint32_t const v1616 = v1463 + v51;
bool const v1617 = v1616 < v21;
if(v1617) {
bool const v1618 = v19 < v25;
if(v1618) {
float const v1619 = *v70;
uint32_t const v1620 = v38 + v1616;
uint32_t const v1621 = v1620 * v25;
uint32_t const v1622 = v1621 + v19;
float * const v1623 = &v5[v1622];
*v1623 = v1619;
}
uint32_t const v1624 = v17 + v19;
bool const v1625 = v1624 < v25;
if(v1625) {
float const v1626 = *v72;
uint32_t const v1627 = v38 + v1616;
uint32_t const v1628 = v1627 * v25;
uint32_t const v1629 = v1628 + v1624;
float * const v1630 = &v5[v1629];
*v1630 = v1626;
}
uint32_t const v1631 = 32;
uint32_t const v1632 = v1631 + v19;
bool const v1633 = v1632 < v25;
if(v1633) {
float const v1634 = *v74;
uint32_t const v1635 = v38 + v1616;
uint32_t const v1636 = v1635 * v25;
uint32_t const v1637 = v1636 + v1632;
float * const v1638 = &v5[v1637];
*v1638 = v1634;
}
uint32_t const v1639 = 48;
uint32_t const v1640 = v1639 + v19;
bool const v1641 = v1640 < v25;
if(v1641) {
float const v1642 = *v76;
uint32_t const v1643 = v38 + v1616;
uint32_t const v1644 = v1643 * v25;
uint32_t const v1645 = v1644 + v1640;
float * const v1646 = &v5[v1645];
*v1646 = v1642;
}
if(v1618) {
float const v1647 = *v89;
uint32_t const v1648 = v38 + v1616;
uint32_t const v1649 = v1648 * v25;
uint32_t const v1650 = v1649 + v19;
float * const v1651 = &v6[v1650];
*v1651 = v1647;
}
if(v1625) {
float const v1652 = *v90;
uint32_t const v1653 = v38 + v1616;
uint32_t const v1654 = v1653 * v25;
uint32_t const v1655 = v1654 + v1624;
float * const v1656 = &v6[v1655];
*v1656 = v1652;
}
if(v1633) {
float const v1657 = *v91;
uint32_t const v1658 = v38 + v1616;
uint32_t const v1659 = v1658 * v25;
uint32_t const v1660 = v1659 + v1632;
float * const v1661 = &v6[v1660];
*v1661 = v1657;
}
if(v1641) {
float const v1662 = *v92;
uint32_t const v1663 = v38 + v1616;
uint32_t const v1664 = v1663 * v25;
uint32_t const v1665 = v1664 + v1640;
float * const v1666 = &v6[v1665];
*v1666 = v1662;
}
}
return;
}
