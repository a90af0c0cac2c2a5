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
uint32_t scalars_u32[12];uint32_t static_meta[4];
};
extern "C" __global__ void __launch_bounds__(256)  parts_kernel_f_f32(float const* const __restrict__ v0, float const* const __restrict__ v1, float const* const __restrict__ v2, float * const __restrict__ v3, __grid_constant__ info_st const info_v1075) {
extern __shared__ __align__(4) char v4[];uint32_t const v5 = 0;
uint32_t const v6 = info_v1075.scalars_u32[0];
uint32_t const v7 = info_v1075.scalars_u32[1];
uint32_t const v8 = info_v1075.scalars_u32[2];
uint32_t const v9 = info_v1075.scalars_u32[3];
float const v10 = info_v1075.scalars_f32[0];
uint32_t const v11 = info_v1075.scalars_u32[11];
uint32_t const v12 = threadIdx.x;
uint32_t const v13 = uint32_t(v12);
uint32_t const v14 = 16;
uint32_t const v15 = v13 / v14;
uint32_t const v16 = v13 % v14;
uint32_t const v17 = uint32_t(v11);
uint32_t const v18 = uint32_t(v8);
uint32_t const v19 = uint32_t(v9);
uint32_t const v20 = blockIdx.x;
uint32_t const v21 = uint32_t(v20);
uint32_t const v22 = v21 / v18;
uint32_t const v23 = v21 % v18;
uint32_t const v24 = blockIdx.z;
uint32_t const v25 = uint32_t(v24);
uint32_t const v26 = blockIdx.y;
uint32_t const v27 = uint32_t(v26);
uint32_t const v28 = uint32_t(v6);
uint32_t const v29 = uint32_t(v7);
uint32_t const v30 = v25 * v28;
uint32_t const v31 = v30 + v27;
uint32_t const v32 = v31 * v18;
uint32_t const v33 = v28 / v29;
uint32_t const v34 = v25 * v33;
uint32_t const v35 = v27 / v29;
uint32_t const v36 = v34 + v35;
uint32_t const v37 = v36 * v19;
uint32_t const v38 = v32 + v23;
array<float, 1024> * const v39 = reinterpret_cast<array<float, 1024> *>(&v4[0]);
array<float, 64> * const v40 = reinterpret_cast<array<float, 64> *>(&v4[4096]);
uint32_t const v41 = 64;
array<float, 4> v1098_store = {};
array<float, 4> * v42 = &v1098_store;uint32_t const v43 = 4;
float * const v44 = &(*v42)[v5];
float const v45 = 0;
*v44 = v45;
uint32_t const v46 = 1;
float * const v47 = &(*v42)[v46];
*v47 = v45;
uint32_t const v48 = 2;
float * const v49 = &(*v42)[v48];
*v49 = v45;
uint32_t const v50 = 3;
float * const v51 = &(*v42)[v50];
*v51 = v45;
float const v52 = -3.402823470e+38;
float v1099_store;
float * v53 = &v1099_store;*v53 = v52;
float v1100_store;
float * v54 = &v1100_store;*v54 = v45;
uint32_t const v55 = v19 + v41;
uint32_t const v56 = v55 - v46;
uint32_t const v57 = v56 / v41;
uint32_t const v58 = v57 - v22;
uint32_t const v59 = v58 + v17;
uint32_t const v60 = v59 - v46;
uint32_t const v61 = v60 / v17;
for(uint32_t v62 = v5; v62 < v61; v62 += v46) {
uint32_t const v63 = v62 * v17;
uint32_t const v64 = v22 + v63;
uint32_t const v65 = v64 * v41;
float v1103_store;
float * v66 = &v1103_store;*v66 = v45;
uint32_t const v67 = v65 + v15;
bool const v68 = v67 < v19;
if(v68) {
for(uint32_t v69 = v5; v69 < v43; v69 += v46) {
uint32_t const v70 = v69 * v14;
uint32_t const v71 = v70 + v16;
bool const v72 = v71 < v41;
if(v72) {
uint32_t const v73 = v38 * v41;
uint32_t const v74 = v73 + v71;
float const* const v75 = &v0[v74];
float const v76 = *v75;
uint32_t const v77 = v37 + v65;
uint32_t const v78 = v77 + v15;
uint32_t const v79 = v78 * v41;
uint32_t const v80 = v79 + v71;
float const* const v81 = &v1[v80];
float const v82 = *v81;
float const v83 = *v66;
float const v84 = fma(v76, v82, v83);
*v66 = v84;
}
}
}
uint32_t const v85 = v15 * v14;
uint32_t const v86 = v85 + v16;
float * const v87 = &(*v39)[v86];
float const v88 = *v66;
*v87 = v88;
uint32_t const v89 = v14 + v15;
float v1105_store;
float * v90 = &v1105_store;*v90 = v45;
uint32_t const v91 = v65 + v89;
bool const v92 = v91 < v19;
if(v92) {
for(uint32_t v93 = v5; v93 < v43; v93 += v46) {
uint32_t const v94 = v93 * v14;
uint32_t const v95 = v94 + v16;
bool const v96 = v95 < v41;
if(v96) {
uint32_t const v97 = v38 * v41;
uint32_t const v98 = v97 + v95;
float const* const v99 = &v0[v98];
float const v100 = *v99;
uint32_t const v101 = v37 + v65;
uint32_t const v102 = v101 + v89;
uint32_t const v103 = v102 * v41;
uint32_t const v104 = v103 + v95;
float const* const v105 = &v1[v104];
float const v106 = *v105;
float const v107 = *v90;
float const v108 = fma(v100, v106, v107);
*v90 = v108;
}
}
}
uint32_t const v109 = v89 * v14;
uint32_t const v110 = v109 + v16;
float * const v111 = &(*v39)[v110];
float const v112 = *v90;
*v111 = v112;
uint32_t const v113 = 32;
uint32_t const v114 = v113 + v15;
float v1107_store;
float * v115 = &v1107_store;*v115 = v45;
uint32_t const v116 = v65 + v114;
bool const v117 = v116 < v19;
if(v117) {
for(uint32_t v118 = v5; v118 < v43; v118 += v46) {
uint32_t const v119 = v118 * v14;
uint32_t const v120 = v119 + v16;
bool const v121 = v120 < v41;
if(v121) {
uint32_t const v122 = v38 * v41;
uint32_t const v123 = v122 + v120;
float const* const v124 = &v0[v123];
float const v125 = *v124;
uint32_t const v126 = v37 + v65;
uint32_t const v127 = v126 + v114;
uint32_t const v128 = v127 * v41;
uint32_t const v129 = v128 + v120;
float const* const v130 = &v1[v129];
float const v131 = *v130;
float const v132 = *v115;
float const v133 = fma(v125, v131, v132);
*v115 = v133;
}
}
}
uint32_t const v134 = v114 * v14;
uint32_t const v135 = v134 + v16;
float * const v136 = &(*v39)[v135];
float const v137 = *v115;
*v136 = v137;
uint32_t const v138 = 48;
uint32_t const v139 = v138 + v15;
float v1109_store;
float * v140 = &v1109_store;*v140 = v45;
uint32_t const v141 = v65 + v139;
bool const v142 = v141 < v19;
if(v142) {
for(uint32_t v143 = v5; v143 < v43; v143 += v46) {
uint32_t const v144 = v143 * v14;
uint32_t const v145 = v144 + v16;
bool const v146 = v145 < v41;
if(v146) {
uint32_t const v147 = v38 * v41;
uint32_t const v148 = v147 + v145;
float const* const v149 = &v0[v148];
float const v150 = *v149;
uint32_t const v151 = v37 + v65;
uint32_t const v152 = v151 + v139;
uint32_t const v153 = v152 * v41;
uint32_t const v154 = v153 + v145;
float const* const v155 = &v1[v154];
float const v156 = *v155;
float const v157 = *v140;
float const v158 = fma(v150, v156, v157);
*v140 = v158;
}
}
}
uint32_t const v159 = v139 * v14;
uint32_t const v160 = v159 + v16;
float * const v161 = &(*v39)[v160];
float const v162 = *v140;
*v161 = v162;
__syncthreads();
bool const v163 = v13 < v41;
if(v163) {
float v1111_store;
float * v164 = &v1111_store;*v164 = v45;
for(uint32_t v165 = v5; v165 < v14; v165 += v46) {
uint32_t const v166 = v13 * v14;
uint32_t const v167 = v166 + v165;
float * const v168 = &(*v39)[v167];
float const v169 = *v168;
float const v170 = *v164;
float const v171 = v170 + v169;
*v164 = v171;
}
uint32_t const v172 = v65 + v13;
float const v173 = *v164;
float const v174 = v173 * v10;
bool const v175 = v23 < v18;
bool const v176 = v172 < v19;
bool const v177 = v175 && v176;
if(v177) {
}
float const v178 = v177 ? v174 : v52;
float * const v179 = &(*v40)[v13];
*v179 = v178;
}
__syncthreads();
float v1115_store;
float * v180 = &v1115_store;float const v181 = *v53;
*v180 = v181;
for(uint32_t v182 = v5; v182 < v41; v182 += v46) {
float * const v183 = &(*v40)[v182];
float const v184 = *v183;
float const v185 = *v180;
float const v186 = max(v185, v184);
*v180 = v186;
}
float const v187 = *v180;
float const v188 = v181 - v187;
float const v189 = exp(v188);*v53 = v187;
float const v190 = *v54;
float const v191 = v190 * v189;
*v54 = v191;
float const v192 = *v44;
float const v193 = v192 * v189;
*v44 = v193;
float const v194 = *v47;
float const v195 = v194 * v189;
*v47 = v195;
float const v196 = *v49;
float const v197 = v196 * v189;
*v49 = v197;
float const v198 = *v51;
float const v199 = v198 * v189;
*v51 = v199;
float * const v200 = &(*v40)[v15];
float const v201 = *v200;
bool const v202 = v201 == v52;
float const v203 = v201 - v187;
float const v204 = exp(v203);float const v205 = v202 ? v45 : v204;
float const v206 = *v54;
float const v207 = v206 + v205;
*v54 = v207;
if(v68) {
bool const v208 = v16 < v41;
if(v208) {
uint32_t const v209 = v37 + v65;
uint32_t const v210 = v209 + v15;
uint32_t const v211 = v210 * v41;
uint32_t const v212 = v211 + v16;
float const* const v213 = &v2[v212];
float const v214 = *v213;
float const v215 = *v44;
float const v216 = fma(v205, v214, v215);
*v44 = v216;
}
uint32_t const v217 = v14 + v16;
bool const v218 = v217 < v41;
if(v218) {
uint32_t const v219 = v37 + v65;
uint32_t const v220 = v219 + v15;
uint32_t const v221 = v220 * v41;
uint32_t const v222 = v221 + v217;
float const* const v223 = &v2[v222];
float const v224 = *v223;
float const v225 = *v47;
float const v226 = fma(v205, v224, v225);
*v47 = v226;
}
uint32_t const v227 = v113 + v16;
bool const v228 = v227 < v41;
if(v228) {
uint32_t const v229 = v37 + v65;
uint32_t const v230 = v229 + v15;
uint32_t const v231 = v230 * v41;
uint32_t const v232 = v231 + v227;
float const* const v233 = &v2[v232];
float const v234 = *v233;
float const v235 = *v49;
float const v236 = fma(v205, v234, v235);
*v49 = v236;
}
uint32_t const v237 = v138 + v16;
bool const v238 = v237 < v41;
if(v238) {
uint32_t const v239 = v37 + v65;
uint32_t const v240 = v239 + v15;
uint32_t const v241 = v240 * v41;
uint32_t const v242 = v241 + v237;
float const* const v243 = &v2[v242];
float const v244 = *v243;
float const v245 = *v51;
float const v246 = fma(v205, v244, v245);
*v51 = v246;
}
}
float * const v247 = &(*v40)[v89];
float const v248 = *v247;
bool const v249 = v248 == v52;
float const v250 = v248 - v187;
float const v251 = exp(v250);float const v252 = v249 ? v45 : v251;
float const v253 = *v54;
float const v254 = v253 + v252;
*v54 = v254;
if(v92) {
bool const v255 = v16 < v41;
if(v255) {
uint32_t const v256 = v37 + v65;
uint32_t const v257 = v256 + v89;
uint32_t const v258 = v257 * v41;
uint32_t const v259 = v258 + v16;
float const* const v260 = &v2[v259];
float const v261 = *v260;
float const v262 = *v44;
float const v263 = fma(v252, v261, v262);
*v44 = v263;
}
uint32_t const v264 = v14 + v16;
bool const v265 = v264 < v41;
if(v265) {
uint32_t const v266 = v37 + v65;
uint32_t const v267 = v266 + v89;
uint32_t const v268 = v267 * v41;
uint32_t const v269 = v268 + v264;
float const* const v270 = &v2[v269];
float const v271 = *v270;
float const v272 = *v47;
float const v273 = fma(v252, v271, v272);
*v47 = v273;
}
uint32_t const v274 = v113 + v16;
bool const v275 = v274 < v41;
if(v275) {
uint32_t const v276 = v37 + v65;
uint32_t const v277 = v276 + v89;
uint32_t const v278 = v277 * v41;
uint32_t const v279 = v278 + v274;
float const* const v280 = &v2[v279];
float const v281 = *v280;
float const v282 = *v49;
float const v283 = fma(v252, v281, v282);
*v49 = v283;
}
uint32_t const v284 = v138 + v16;
bool const v285 = v284 < v41;
if(v285) {
uint32_t const v286 = v37 + v65;
uint32_t const v287 = v286 + v89;
uint32_t const v288 = v287 * v41;
uint32_t const v289 = v288 + v284;
float const* const v290 = &v2[v289];
float const v291 = *v290;
float const v292 = *v51;
float const v293 = fma(v252, v291, v292);
*v51 = v293;
}
}
float * const v294 = &(*v40)[v114];
float const v295 = *v294;
bool const v296 = v295 == v52;
float const v297 = v295 - v187;
float const v298 = exp(v297);float const v299 = v296 ? v45 : v298;
float const v300 = *v54;
float const v301 = v300 + v299;
*v54 = v301;
if(v117) {
bool const v302 = v16 < v41;
if(v302) {
uint32_t const v303 = v37 + v65;
uint32_t const v304 = v303 + v114;
uint32_t const v305 = v304 * v41;
uint32_t const v306 = v305 + v16;
float const* const v307 = &v2[v306];
float const v308 = *v307;
float const v309 = *v44;
float const v310 = fma(v299, v308, v309);
*v44 = v310;
}
uint32_t const v311 = v14 + v16;
bool const v312 = v311 < v41;
if(v312) {
uint32_t const v313 = v37 + v65;
uint32_t const v314 = v313 + v114;
uint32_t const v315 = v314 * v41;
uint32_t const v316 = v315 + v311;
float const* const v317 = &v2[v316];
float const v318 = *v317;
float const v319 = *v47;
float const v320 = fma(v299, v318, v319);
*v47 = v320;
}
uint32_t const v321 = v113 + v16;
bool const v322 = v321 < v41;
if(v322) {
uint32_t const v323 = v37 + v65;
uint32_t const v324 = v323 + v114;
uint32_t const v325 = v324 * v41;
uint32_t const v326 = v325 + v321;
float const* const v327 = &v2[v326];
float const v328 = *v327;
float const v329 = *v49;
float const v330 = fma(v299, v328, v329);
*v49 = v330;
}
uint32_t const v331 = v138 + v16;
bool const v332 = v331 < v41;
if(v332) {
uint32_t const v333 = v37 + v65;
uint32_t const v334 = v333 + v114;
uint32_t const v335 = v334 * v41;
uint32_t const v336 = v335 + v331;
float const* const v337 = &v2[v336];
float const v338 = *v337;
float const v339 = *v51;
float const v340 = fma(v299, v338, v339);
*v51 = v340;
}
}
float * const v341 = &(*v40)[v139];
float const v342 = *v341;
bool const v343 = v342 == v52;
float const v344 = v342 - v187;
float const v345 = exp(v344);float const v346 = v343 ? v45 : v345;
float const v347 = *v54;
float const v348 = v347 + v346;
*v54 = v348;
if(v142) {
bool const v349 = v16 < v41;
if(v349) {
uint32_t const v350 = v37 + v65;
uint32_t const v351 = v350 + v139;
uint32_t const v352 = v351 * v41;
uint32_t const v353 = v352 + v16;
float const* const v354 = &v2[v353];
float const v355 = *v354;
float const v356 = *v44;
float const v357 = fma(v346, v355, v356);
*v44 = v357;
}
uint32_t const v358 = v14 + v16;
bool const v359 = v358 < v41;
if(v359) {
uint32_t const v360 = v37 + v65;
uint32_t const v361 = v360 + v139;
uint32_t const v362 = v361 * v41;
uint32_t const v363 = v362 + v358;
float const* const v364 = &v2[v363];
float const v365 = *v364;
float const v366 = *v47;
float const v367 = fma(v346, v365, v366);
*v47 = v367;
}
uint32_t const v368 = v113 + v16;
bool const v369 = v368 < v41;
if(v369) {
uint32_t const v370 = v37 + v65;
uint32_t const v371 = v370 + v139;
uint32_t const v372 = v371 * v41;
uint32_t const v373 = v372 + v368;
float const* const v374 = &v2[v373];
float const v375 = *v374;
float const v376 = *v49;
float const v377 = fma(v346, v375, v376);
*v49 = v377;
}
uint32_t const v378 = v138 + v16;
bool const v379 = v378 < v41;
if(v379) {
uint32_t const v380 = v37 + v65;
uint32_t const v381 = v380 + v139;
uint32_t const v382 = v381 * v41;
uint32_t const v383 = v382 + v378;
float const* const v384 = &v2[v383];
float const v385 = *v384;
float const v386 = *v51;
float const v387 = fma(v346, v385, v386);
*v51 = v387;
}
}
__syncthreads();
}
uint32_t const v388 = v28 * v18;
uint32_t const v389 = gridDim.z;
uint32_t const v390 = uint32_t(v389);
uint32_t const v391 = v388 * v390;
uint32_t const v392 = v22 * v391;
uint32_t const v393 = v392 + v38;
uint32_t const v394 = 66;
uint32_t const v395 = v393 * v394;
__syncthreads();
float const v396 = *v44;
float * const v397 = &(*v39)[v13];
*v397 = v396;
__syncthreads();
bool const v398 = v15 == v5;
if(v398) {
float v1117_store;
float * v399 = &v1117_store;*v399 = v45;
for(uint32_t v400 = v5; v400 < v14; v400 += v46) {
uint32_t const v401 = v400 * v14;
uint32_t const v402 = v401 + v16;
float * const v403 = &(*v39)[v402];
float const v404 = *v403;
float const v405 = *v399;
float const v406 = v405 + v404;
*v399 = v406;
}
bool const v407 = v16 < v41;
if(v407) {
uint32_t const v408 = v395 + v16;
float * const v409 = &v3[v408];
float const v410 = *v399;
*v409 = v410;
}
}
__syncthreads();
float const v411 = *v47;
*v397 = v411;
__syncthreads();
if(v398) {
float v1119_store;
float * v412 = &v1119_store;*v412 = v45;
for(uint32_t v413 = v5; v413 < v14; v413 += v46) {
uint32_t const v414 = v413 * v14;
uint32_t const v415 = v414 + v16;
float * const v416 = &(*v39)[v415];
float const v417 = *v416;
float const v418 = *v412;
float const v419 = v418 + v417;
*v412 = v419;
}
uint32_t const v420 = v14 + v16;
bool const v421 = v420 < v41;
if(v421) {
uint32_t const v422 = v395 + v420;
float * const v423 = &v3[v422];
float const v424 = *v412;
*v423 = v424;
}
}
__syncthreads();
float const v425 = *v49;
*v397 = v425;
__syncthreads();
if(v398) {
float v1121_store;
float * v426 = &v1121_store;*v426 = v45;
for(uint32_t v427 = v5; v427 < v14; v427 += v46) {
uint32_t const v428 = v427 * v14;
uint32_t const v429 = v428 + v16;
float * const v430 = &(*v39)[v429];
float const v431 = *v430;
float const v432 = *v426;
float const v433 = v432 + v431;
*v426 = v433;
}
uint32_t const v434 = 32;
uint32_t const v435 = v434 + v16;
bool const v436 = v435 < v41;
if(v436) {
uint32_t const v437 = v395 + v435;
float * const v438 = &v3[v437];
float const v439 = *v426;
*v438 = v439;
}
}
__syncthreads();
float const v440 = *v51;
*v397 = v440;
__syncthreads();
if(v398) {
float v1123_store;
float * v441 = &v1123_store;*v441 = v45;
for(uint32_t v442 = v5; v442 < v14; v442 += v46) {
uint32_t const v443 = v442 * v14;
uint32_t const v444 = v443 + v16;
float * const v445 = &(*v39)[v444];
float const v446 = *v445;
float const v447 = *v441;
float const v448 = v447 + v446;
*v441 = v448;
}
uint32_t const v449 = 48;
uint32_t const v450 = v449 + v16;
bool const v451 = v450 < v41;
if(v451) {
uint32_t const v452 = v395 + v450;
float * const v453 = &v3[v452];
float const v454 = *v441;
*v453 = v454;
}
}
__syncthreads();
float const v455 = *v54;
*v397 = v455;
__syncthreads();
if(v398) {
float v1125_store;
float * v456 = &v1125_store;*v456 = v45;
for(uint32_t v457 = v5; v457 < v14; v457 += v46) {
uint32_t const v458 = v457 * v14;
uint32_t const v459 = v458 + v16;
float * const v460 = &(*v39)[v459];
float const v461 = *v460;
float const v462 = *v456;
float const v463 = v462 + v461;
*v456 = v463;
}
bool const v464 = v16 == v5;
if(v464) {
uint32_t const v465 = v395 + v41;
float * const v466 = &v3[v465];
float const v467 = *v53;
*v466 = v467;
uint32_t const v468 = v465 + v46;
float * const v469 = &v3[v468];
float const v470 = *v456;
*v469 = v470;
}
}
return;
}
