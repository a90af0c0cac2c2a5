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
uint32_t scalars_u32[18];uint32_t static_meta[6];
};
extern "C" __global__ void __launch_bounds__(256)  queries_kernel_f_f32_s_f32(float const* const __restrict__ v0, float const* const __restrict__ v1, float const* const __restrict__ v2, float const* const __restrict__ v3, float const* const __restrict__ v4, float * const __restrict__ v5, __grid_constant__ info_st const info_v4190) {
extern __shared__ __align__(4) char v6[];uint32_t const v7 = 0;
uint32_t const v8 = info_v4190.static_meta[4];
uint32_t const v9 = info_v4190.scalars_u32[0];
uint32_t const v10 = info_v4190.scalars_u32[1];
uint32_t const v11 = info_v4190.scalars_u32[2];
uint32_t const v12 = info_v4190.scalars_u32[3];
float const v13 = info_v4190.scalars_f32[0];
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
array<float, 1024> * const v39 = reinterpret_cast<array<float, 1024> *>(&v6[0]);
array<float, 1040> * const v40 = reinterpret_cast<array<float, 1040> *>(&v6[4096]);
uint32_t const v41 = 1;
array<float, 4096> * const v42 = reinterpret_cast<array<float, 4096> *>(&v6[8260]);
array<float, 4096> * const v43 = reinterpret_cast<array<float, 4096> *>(&v6[24644]);
array<float, 16> v4223_store = {};
array<float, 16> * v44 = &v4223_store;float * const v45 = &(*v44)[v7];
float const v46 = 0;
*v45 = v46;
float * const v47 = &(*v44)[v41];
*v47 = v46;
uint32_t const v48 = 2;
float * const v49 = &(*v44)[v48];
*v49 = v46;
uint32_t const v50 = 3;
float * const v51 = &(*v44)[v50];
*v51 = v46;
uint32_t const v52 = 4;
float * const v53 = &(*v44)[v52];
*v53 = v46;
uint32_t const v54 = 5;
float * const v55 = &(*v44)[v54];
*v55 = v46;
uint32_t const v56 = 6;
float * const v57 = &(*v44)[v56];
*v57 = v46;
uint32_t const v58 = 7;
float * const v59 = &(*v44)[v58];
*v59 = v46;
uint32_t const v60 = 8;
float * const v61 = &(*v44)[v60];
*v61 = v46;
uint32_t const v62 = 9;
float * const v63 = &(*v44)[v62];
*v63 = v46;
uint32_t const v64 = 10;
float * const v65 = &(*v44)[v64];
*v65 = v46;
uint32_t const v66 = 11;
float * const v67 = &(*v44)[v66];
*v67 = v46;
uint32_t const v68 = 12;
float * const v69 = &(*v44)[v68];
*v69 = v46;
uint32_t const v70 = 13;
float * const v71 = &(*v44)[v70];
*v71 = v46;
uint32_t const v72 = 14;
float * const v73 = &(*v44)[v72];
*v73 = v46;
uint32_t const v74 = 15;
float * const v75 = &(*v44)[v74];
*v75 = v46;
uint32_t const v76 = v20 + v23;
uint32_t const v77 = v76 - v41;
uint32_t const v78 = v77 / v23;
for(uint32_t v79 = v7; v79 < v78; v79 += v41) {
uint32_t const v80 = v79 * v23;
array<float, 16> v4226_store = {};
array<float, 16> * v81 = &v4226_store;array<float, 16> v4227_store = {};
array<float, 16> * v82 = &v4227_store;float * const v83 = &(*v81)[v7];
*v83 = v46;
float * const v84 = &(*v82)[v7];
*v84 = v46;
float * const v85 = &(*v81)[v41];
*v85 = v46;
float * const v86 = &(*v82)[v41];
*v86 = v46;
float * const v87 = &(*v81)[v48];
*v87 = v46;
float * const v88 = &(*v82)[v48];
*v88 = v46;
float * const v89 = &(*v81)[v50];
*v89 = v46;
float * const v90 = &(*v82)[v50];
*v90 = v46;
float * const v91 = &(*v81)[v52];
*v91 = v46;
float * const v92 = &(*v82)[v52];
*v92 = v46;
float * const v93 = &(*v81)[v54];
*v93 = v46;
float * const v94 = &(*v82)[v54];
*v94 = v46;
float * const v95 = &(*v81)[v56];
*v95 = v46;
float * const v96 = &(*v82)[v56];
*v96 = v46;
float * const v97 = &(*v81)[v58];
*v97 = v46;
float * const v98 = &(*v82)[v58];
*v98 = v46;
float * const v99 = &(*v81)[v60];
*v99 = v46;
float * const v100 = &(*v82)[v60];
*v100 = v46;
float * const v101 = &(*v81)[v62];
*v101 = v46;
float * const v102 = &(*v82)[v62];
*v102 = v46;
float * const v103 = &(*v81)[v64];
*v103 = v46;
float * const v104 = &(*v82)[v64];
*v104 = v46;
float * const v105 = &(*v81)[v66];
*v105 = v46;
float * const v106 = &(*v82)[v66];
*v106 = v46;
float * const v107 = &(*v81)[v68];
*v107 = v46;
float * const v108 = &(*v82)[v68];
*v108 = v46;
float * const v109 = &(*v81)[v70];
*v109 = v46;
float * const v110 = &(*v82)[v70];
*v110 = v46;
float * const v111 = &(*v81)[v72];
*v111 = v46;
float * const v112 = &(*v82)[v72];
*v112 = v46;
float * const v113 = &(*v81)[v74];
*v113 = v46;
float * const v114 = &(*v82)[v74];
*v114 = v46;
uint32_t const v115 = v33 + v24;
uint32_t const v116 = v38 + v80;
uint32_t const v117 = v19 - v24;
uint32_t const v118 = v20 - v80;
for(uint32_t v119 = v7; v119 < v52; v119 += v41) {
__syncthreads();
uint32_t const v120 = v119 * v16;
uint32_t const v121 = v120 + v18;
float v4229_store;
float * v122 = &v4229_store;*v122 = v46;
float v4230_store;
float * v123 = &v4230_store;*v123 = v46;
bool const v124 = v121 < v23;
if(v124) {
bool const v125 = v17 < v117;
if(v125) {
uint32_t const v126 = v115 + v17;
uint32_t const v127 = v126 * v23;
uint32_t const v128 = v127 + v121;
float const* const v129 = &v0[v128];
float const v130 = *v129;
*v122 = v130;
}
bool const v131 = v17 < v118;
if(v131) {
uint32_t const v132 = v116 + v17;
uint32_t const v133 = v132 * v23;
uint32_t const v134 = v133 + v121;
float const* const v135 = &v1[v134];
float const v136 = *v135;
*v123 = v136;
}
}
float const v137 = *v122;
float * const v138 = &(*v39)[v15];
*v138 = v137;
float const v139 = *v123;
uint32_t const v140 = 65;
uint32_t const v141 = v18 * v140;
uint32_t const v142 = v141 + v17;
float * const v143 = &(*v40)[v142];
*v143 = v139;
uint32_t const v144 = 256;
uint32_t const v145 = v15 + v144;
uint32_t const v146 = v145 / v16;
uint32_t const v147 = v145 % v16;
uint32_t const v148 = v120 + v147;
float v4231_store;
float * v149 = &v4231_store;*v149 = v46;
float v4232_store;
float * v150 = &v4232_store;*v150 = v46;
bool const v151 = v148 < v23;
if(v151) {
bool const v152 = v146 < v117;
if(v152) {
uint32_t const v153 = v115 + v146;
uint32_t const v154 = v153 * v23;
uint32_t const v155 = v154 + v148;
float const* const v156 = &v0[v155];
float const v157 = *v156;
*v149 = v157;
}
bool const v158 = v146 < v118;
if(v158) {
uint32_t const v159 = v116 + v146;
uint32_t const v160 = v159 * v23;
uint32_t const v161 = v160 + v148;
float const* const v162 = &v1[v161];
float const v163 = *v162;
*v150 = v163;
}
}
float const v164 = *v149;
float * const v165 = &(*v39)[v145];
*v165 = v164;
float const v166 = *v150;
uint32_t const v167 = v147 * v140;
uint32_t const v168 = v167 + v146;
float * const v169 = &(*v40)[v168];
*v169 = v166;
uint32_t const v170 = 512;
uint32_t const v171 = v15 + v170;
uint32_t const v172 = v171 / v16;
uint32_t const v173 = v171 % v16;
uint32_t const v174 = v120 + v173;
float v4233_store;
float * v175 = &v4233_store;*v175 = v46;
float v4234_store;
float * v176 = &v4234_store;*v176 = v46;
bool const v177 = v174 < v23;
if(v177) {
bool const v178 = v172 < v117;
if(v178) {
uint32_t const v179 = v115 + v172;
uint32_t const v180 = v179 * v23;
uint32_t const v181 = v180 + v174;
float const* const v182 = &v0[v181];
float const v183 = *v182;
*v175 = v183;
}
bool const v184 = v172 < v118;
if(v184) {
uint32_t const v185 = v116 + v172;
uint32_t const v186 = v185 * v23;
uint32_t const v187 = v186 + v174;
float const* const v188 = &v1[v187];
float const v189 = *v188;
*v176 = v189;
}
}
float const v190 = *v175;
float * const v191 = &(*v39)[v171];
*v191 = v190;
float const v192 = *v176;
uint32_t const v193 = v173 * v140;
uint32_t const v194 = v193 + v172;
float * const v195 = &(*v40)[v194];
*v195 = v192;
uint32_t const v196 = 768;
uint32_t const v197 = v15 + v196;
uint32_t const v198 = v197 / v16;
uint32_t const v199 = v197 % v16;
uint32_t const v200 = v120 + v199;
float v4235_store;
float * v201 = &v4235_store;*v201 = v46;
float v4236_store;
float * v202 = &v4236_store;*v202 = v46;
bool const v203 = v200 < v23;
if(v203) {
bool const v204 = v198 < v117;
if(v204) {
uint32_t const v205 = v115 + v198;
uint32_t const v206 = v205 * v23;
uint32_t const v207 = v206 + v200;
float const* const v208 = &v0[v207];
float const v209 = *v208;
*v201 = v209;
}
bool const v210 = v198 < v118;
if(v210) {
uint32_t const v211 = v116 + v198;
uint32_t const v212 = v211 * v23;
uint32_t const v213 = v212 + v200;
float const* const v214 = &v1[v213];
float const v215 = *v214;
*v202 = v215;
}
}
float const v216 = *v201;
float * const v217 = &(*v39)[v197];
*v217 = v216;
float const v218 = *v202;
uint32_t const v219 = v199 * v140;
uint32_t const v220 = v219 + v198;
float * const v221 = &(*v40)[v220];
*v221 = v218;
__syncthreads();
for(uint32_t v222 = v7; v222 < v16; v222 += v41) {
uint32_t const v223 = v17 * v52;
uint32_t const v224 = v223 * v16;
uint32_t const v225 = v224 + v222;
float * const v226 = &(*v39)[v225];
float const v227 = *v226;
uint32_t const v228 = v222 * v140;
uint32_t const v229 = v228 + v18;
float * const v230 = &(*v40)[v229];
float const v231 = *v230;
float const v232 = *v83;
float const v233 = fma(v227, v231, v232);
*v83 = v233;
uint32_t const v234 = v228 + v16;
uint32_t const v235 = v234 + v18;
float * const v236 = &(*v40)[v235];
float const v237 = *v236;
float const v238 = *v85;
float const v239 = fma(v227, v237, v238);
*v85 = v239;
uint32_t const v240 = 32;
uint32_t const v241 = v228 + v240;
uint32_t const v242 = v241 + v18;
float * const v243 = &(*v40)[v242];
float const v244 = *v243;
float const v245 = *v87;
float const v246 = fma(v227, v244, v245);
*v87 = v246;
uint32_t const v247 = 48;
uint32_t const v248 = v228 + v247;
uint32_t const v249 = v248 + v18;
float * const v250 = &(*v40)[v249];
float const v251 = *v250;
float const v252 = *v89;
float const v253 = fma(v227, v251, v252);
*v89 = v253;
uint32_t const v254 = v223 + v41;
uint32_t const v255 = v254 * v16;
uint32_t const v256 = v255 + v222;
float * const v257 = &(*v39)[v256];
float const v258 = *v257;
float const v259 = *v91;
float const v260 = fma(v258, v231, v259);
*v91 = v260;
float const v261 = *v93;
float const v262 = fma(v258, v237, v261);
*v93 = v262;
float const v263 = *v95;
float const v264 = fma(v258, v244, v263);
*v95 = v264;
float const v265 = *v97;
float const v266 = fma(v258, v251, v265);
*v97 = v266;
uint32_t const v267 = v223 + v48;
uint32_t const v268 = v267 * v16;
uint32_t const v269 = v268 + v222;
float * const v270 = &(*v39)[v269];
float const v271 = *v270;
float const v272 = *v99;
float const v273 = fma(v271, v231, v272);
*v99 = v273;
float const v274 = *v101;
float const v275 = fma(v271, v237, v274);
*v101 = v275;
float const v276 = *v103;
float const v277 = fma(v271, v244, v276);
*v103 = v277;
float const v278 = *v105;
float const v279 = fma(v271, v251, v278);
*v105 = v279;
uint32_t const v280 = v223 + v50;
uint32_t const v281 = v280 * v16;
uint32_t const v282 = v281 + v222;
float * const v283 = &(*v39)[v282];
float const v284 = *v283;
float const v285 = *v107;
float const v286 = fma(v284, v231, v285);
*v107 = v286;
float const v287 = *v109;
float const v288 = fma(v284, v237, v287);
*v109 = v288;
float const v289 = *v111;
float const v290 = fma(v284, v244, v289);
*v111 = v290;
float const v291 = *v113;
float const v292 = fma(v284, v251, v291);
*v113 = v292;
}
}
for(uint32_t v293 = v7; v293 < v52; v293 += v41) {
__syncthreads();
uint32_t const v294 = v293 * v16;
uint32_t const v295 = v294 + v18;
float v4239_store;
float * v296 = &v4239_store;*v296 = v46;
float v4240_store;
float * v297 = &v4240_store;*v297 = v46;
bool const v298 = v295 < v23;
if(v298) {
bool const v299 = v17 < v117;
if(v299) {
uint32_t const v300 = v115 + v17;
uint32_t const v301 = v300 * v23;
uint32_t const v302 = v301 + v295;
float const* const v303 = &v3[v302];
float const v304 = *v303;
*v296 = v304;
}
bool const v305 = v17 < v118;
if(v305) {
uint32_t const v306 = v116 + v17;
uint32_t const v307 = v306 * v23;
uint32_t const v308 = v307 + v295;
float const* const v309 = &v2[v308];
float const v310 = *v309;
*v297 = v310;
}
}
float const v311 = *v296;
float * const v312 = &(*v39)[v15];
*v312 = v311;
float const v313 = *v297;
uint32_t const v314 = 65;
uint32_t const v315 = v18 * v314;
uint32_t const v316 = v315 + v17;
float * const v317 = &(*v40)[v316];
*v317 = v313;
uint32_t const v318 = 256;
uint32_t const v319 = v15 + v318;
uint32_t const v320 = v319 / v16;
uint32_t const v321 = v319 % v16;
uint32_t const v322 = v294 + v321;
float v4241_store;
float * v323 = &v4241_store;*v323 = v46;
float v4242_store;
float * v324 = &v4242_store;*v324 = v46;
bool const v325 = v322 < v23;
if(v325) {
bool const v326 = v320 < v117;
if(v326) {
uint32_t const v327 = v115 + v320;
uint32_t const v328 = v327 * v23;
uint32_t const v329 = v328 + v322;
float const* const v330 = &v3[v329];
float const v331 = *v330;
*v323 = v331;
}
bool const v332 = v320 < v118;
if(v332) {
uint32_t const v333 = v116 + v320;
uint32_t const v334 = v333 * v23;
uint32_t const v335 = v334 + v322;
float const* const v336 = &v2[v335];
float const v337 = *v336;
*v324 = v337;
}
}
float const v338 = *v323;
float * const v339 = &(*v39)[v319];
*v339 = v338;
float const v340 = *v324;
uint32_t const v341 = v321 * v314;
uint32_t const v342 = v341 + v320;
float * const v343 = &(*v40)[v342];
*v343 = v340;
uint32_t const v344 = 512;
uint32_t const v345 = v15 + v344;
uint32_t const v346 = v345 / v16;
uint32_t const v347 = v345 % v16;
uint32_t const v348 = v294 + v347;
float v4243_store;
float * v349 = &v4243_store;*v349 = v46;
float v4244_store;
float * v350 = &v4244_store;*v350 = v46;
bool const v351 = v348 < v23;
if(v351) {
bool const v352 = v346 < v117;
if(v352) {
uint32_t const v353 = v115 + v346;
uint32_t const v354 = v353 * v23;
uint32_t const v355 = v354 + v348;
float const* const v356 = &v3[v355];
float const v357 = *v356;
*v349 = v357;
}
bool const v358 = v346 < v118;
if(v358) {
uint32_t const v359 = v116 + v346;
uint32_t const v360 = v359 * v23;
uint32_t const v361 = v360 + v348;
float const* const v362 = &v2[v361];
float const v363 = *v362;
*v350 = v363;
}
}
float const v364 = *v349;
float * const v365 = &(*v39)[v345];
*v365 = v364;
float const v366 = *v350;
uint32_t const v367 = v347 * v314;
uint32_t const v368 = v367 + v346;
float * const v369 = &(*v40)[v368];
*v369 = v366;
uint32_t const v370 = 768;
uint32_t const v371 = v15 + v370;
uint32_t const v372 = v371 / v16;
uint32_t const v373 = v371 % v16;
uint32_t const v374 = v294 + v373;
float v4245_store;
float * v375 = &v4245_store;*v375 = v46;
float v4246_store;
float * v376 = &v4246_store;*v376 = v46;
bool const v377 = v374 < v23;
if(v377) {
bool const v378 = v372 < v117;
if(v378) {
uint32_t const v379 = v115 + v372;
uint32_t const v380 = v379 * v23;
uint32_t const v381 = v380 + v374;
float const* const v382 = &v3[v381];
float const v383 = *v382;
*v375 = v383;
}
bool const v384 = v372 < v118;
if(v384) {
uint32_t const v385 = v116 + v372;
uint32_t const v386 = v385 * v23;
uint32_t const v387 = v386 + v374;
float const* const v388 = &v2[v387];
float const v389 = *v388;
*v376 = v389;
}
}
float const v390 = *v375;
float * const v391 = &(*v39)[v371];
*v391 = v390;
float const v392 = *v376;
uint32_t const v393 = v373 * v314;
uint32_t const v394 = v393 + v372;
float * const v395 = &(*v40)[v394];
*v395 = v392;
__syncthreads();
for(uint32_t v396 = v7; v396 < v16; v396 += v41) {
uint32_t const v397 = v17 * v52;
uint32_t const v398 = v397 * v16;
uint32_t const v399 = v398 + v396;
float * const v400 = &(*v39)[v399];
float const v401 = *v400;
uint32_t const v402 = v396 * v314;
uint32_t const v403 = v402 + v18;
float * const v404 = &(*v40)[v403];
float const v405 = *v404;
float const v406 = *v84;
float const v407 = fma(v401, v405, v406);
*v84 = v407;
uint32_t const v408 = v402 + v16;
uint32_t const v409 = v408 + v18;
float * const v410 = &(*v40)[v409];
float const v411 = *v410;
float const v412 = *v86;
float const v413 = fma(v401, v411, v412);
*v86 = v413;
uint32_t const v414 = 32;
uint32_t const v415 = v402 + v414;
uint32_t const v416 = v415 + v18;
float * const v417 = &(*v40)[v416];
float const v418 = *v417;
float const v419 = *v88;
float const v420 = fma(v401, v418, v419);
*v88 = v420;
uint32_t const v421 = 48;
uint32_t const v422 = v402 + v421;
uint32_t const v423 = v422 + v18;
float * const v424 = &(*v40)[v423];
float const v425 = *v424;
float const v426 = *v90;
float const v427 = fma(v401, v425, v426);
*v90 = v427;
uint32_t const v428 = v397 + v41;
uint32_t const v429 = v428 * v16;
uint32_t const v430 = v429 + v396;
float * const v431 = &(*v39)[v430];
float const v432 = *v431;
float const v433 = *v92;
float const v434 = fma(v432, v405, v433);
*v92 = v434;
float const v435 = *v94;
float const v436 = fma(v432, v411, v435);
*v94 = v436;
float const v437 = *v96;
float const v438 = fma(v432, v418, v437);
*v96 = v438;
float const v439 = *v98;
float const v440 = fma(v432, v425, v439);
*v98 = v440;
uint32_t const v441 = v397 + v48;
uint32_t const v442 = v441 * v16;
uint32_t const v443 = v442 + v396;
float * const v444 = &(*v39)[v443];
float const v445 = *v444;
float const v446 = *v100;
float const v447 = fma(v445, v405, v446);
*v100 = v447;
float const v448 = *v102;
float const v449 = fma(v445, v411, v448);
*v102 = v449;
float const v450 = *v104;
float const v451 = fma(v445, v418, v450);
*v104 = v451;
float const v452 = *v106;
float const v453 = fma(v445, v425, v452);
*v106 = v453;
uint32_t const v454 = v397 + v50;
uint32_t const v455 = v454 * v16;
uint32_t const v456 = v455 + v396;
float * const v457 = &(*v39)[v456];
float const v458 = *v457;
float const v459 = *v108;
float const v460 = fma(v458, v405, v459);
*v108 = v460;
float const v461 = *v110;
float const v462 = fma(v458, v411, v461);
*v110 = v462;
float const v463 = *v112;
float const v464 = fma(v458, v418, v463);
*v112 = v464;
float const v465 = *v114;
float const v466 = fma(v458, v425, v465);
*v114 = v466;
}
}
uint32_t const v467 = v17 * v52;
uint32_t const v468 = v24 + v467;
uint32_t const v469 = v80 + v18;
float const v470 = *v83;
float const v471 = v470 * v13;
bool const v472 = v468 < v19;
bool const v473 = v469 < v20;
bool const v474 = v472 && v473;
if(v474) {
}
float const v475 = -3.402823470e+38;
float const v476 = v474 ? v471 : v475;
float v4250_store;
float * v477 = &v4250_store;*v477 = v46;
float v4251_store;
float * v478 = &v4251_store;*v478 = v46;
if(v472) {
float const v479 = 1;
float const v480 = *v84;
uint32_t const v481 = v115 + v467;
float const* const v482 = &v4[v481];
float const v483 = *v482;
uint32_t const v484 = v8 / v48;
uint32_t const v485 = v484 + v481;
float const* const v486 = &v4[v485];
float const v487 = *v486;
bool const v488 = v476 == v475;
float const v489 = v476 - v483;
float const v490 = exp(v489);float const v491 = v488 ? v46 : v490;
float const v492 = -v487;
float const v493 = fma(v480, v479, v492);
float const v494 = v491 * v493;
*v477 = v491;
*v478 = v494;
}
float const v495 = *v477;
uint32_t const v496 = v467 * v23;
uint32_t const v497 = v496 + v18;
float * const v498 = &(*v42)[v497];
*v498 = v495;
float const v499 = *v478;
float * const v500 = &(*v43)[v497];
*v500 = v499;
uint32_t const v501 = v16 + v18;
uint32_t const v502 = v80 + v501;
float const v503 = *v85;
float const v504 = v503 * v13;
bool const v505 = v502 < v20;
bool const v506 = v472 && v505;
if(v506) {
}
float const v507 = v506 ? v504 : v475;
float v4255_store;
float * v508 = &v4255_store;*v508 = v46;
float v4256_store;
float * v509 = &v4256_store;*v509 = v46;
if(v472) {
float const v510 = 1;
float const v511 = *v86;
uint32_t const v512 = v115 + v467;
float const* const v513 = &v4[v512];
float const v514 = *v513;
uint32_t const v515 = v8 / v48;
uint32_t const v516 = v515 + v512;
float const* const v517 = &v4[v516];
float const v518 = *v517;
bool const v519 = v507 == v475;
float const v520 = v507 - v514;
float const v521 = exp(v520);float const v522 = v519 ? v46 : v521;
float const v523 = -v518;
float const v524 = fma(v511, v510, v523);
float const v525 = v522 * v524;
*v508 = v522;
*v509 = v525;
}
float const v526 = *v508;
uint32_t const v527 = v496 + v501;
float * const v528 = &(*v42)[v527];
*v528 = v526;
float const v529 = *v509;
float * const v530 = &(*v43)[v527];
*v530 = v529;
uint32_t const v531 = 32;
uint32_t const v532 = v531 + v18;
uint32_t const v533 = v80 + v532;
float const v534 = *v87;
float const v535 = v534 * v13;
bool const v536 = v533 < v20;
bool const v537 = v472 && v536;
if(v537) {
}
float const v538 = v537 ? v535 : v475;
float v4260_store;
float * v539 = &v4260_store;*v539 = v46;
float v4261_store;
float * v540 = &v4261_store;*v540 = v46;
if(v472) {
float const v541 = 1;
float const v542 = *v88;
uint32_t const v543 = v115 + v467;
float const* const v544 = &v4[v543];
float const v545 = *v544;
uint32_t const v546 = v8 / v48;
uint32_t const v547 = v546 + v543;
float const* const v548 = &v4[v547];
float const v549 = *v548;
bool const v550 = v538 == v475;
float const v551 = v538 - v545;
float const v552 = exp(v551);float const v553 = v550 ? v46 : v552;
float const v554 = -v549;
float const v555 = fma(v542, v541, v554);
float const v556 = v553 * v555;
*v539 = v553;
*v540 = v556;
}
float const v557 = *v539;
uint32_t const v558 = v496 + v532;
float * const v559 = &(*v42)[v558];
*v559 = v557;
float const v560 = *v540;
float * const v561 = &(*v43)[v558];
*v561 = v560;
uint32_t const v562 = 48;
uint32_t const v563 = v562 + v18;
uint32_t const v564 = v80 + v563;
float const v565 = *v89;
float const v566 = v565 * v13;
bool const v567 = v564 < v20;
bool const v568 = v472 && v567;
if(v568) {
}
float const v569 = v568 ? v566 : v475;
float v4265_store;
float * v570 = &v4265_store;*v570 = v46;
float v4266_store;
float * v571 = &v4266_store;*v571 = v46;
if(v472) {
float const v572 = 1;
float const v573 = *v90;
uint32_t const v574 = v115 + v467;
float const* const v575 = &v4[v574];
float const v576 = *v575;
uint32_t const v577 = v8 / v48;
uint32_t const v578 = v577 + v574;
float const* const v579 = &v4[v578];
float const v580 = *v579;
bool const v581 = v569 == v475;
float const v582 = v569 - v576;
float const v583 = exp(v582);float const v584 = v581 ? v46 : v583;
float const v585 = -v580;
float const v586 = fma(v573, v572, v585);
float const v587 = v584 * v586;
*v570 = v584;
*v571 = v587;
}
float const v588 = *v570;
uint32_t const v589 = v496 + v563;
float * const v590 = &(*v42)[v589];
*v590 = v588;
float const v591 = *v571;
float * const v592 = &(*v43)[v589];
*v592 = v591;
uint32_t const v593 = v467 + v41;
uint32_t const v594 = v24 + v593;
float const v595 = *v91;
float const v596 = v595 * v13;
bool const v597 = v594 < v19;
bool const v598 = v597 && v473;
if(v598) {
}
float const v599 = v598 ? v596 : v475;
float v4270_store;
float * v600 = &v4270_store;*v600 = v46;
float v4271_store;
float * v601 = &v4271_store;*v601 = v46;
if(v597) {
float const v602 = 1;
float const v603 = *v92;
uint32_t const v604 = v115 + v593;
float const* const v605 = &v4[v604];
float const v606 = *v605;
uint32_t const v607 = v8 / v48;
uint32_t const v608 = v607 + v604;
float const* const v609 = &v4[v608];
float const v610 = *v609;
bool const v611 = v599 == v475;
float const v612 = v599 - v606;
float const v613 = exp(v612);float const v614 = v611 ? v46 : v613;
float const v615 = -v610;
float const v616 = fma(v603, v602, v615);
float const v617 = v614 * v616;
*v600 = v614;
*v601 = v617;
}
float const v618 = *v600;
uint32_t const v619 = v593 * v23;
uint32_t const v620 = v619 + v18;
float * const v621 = &(*v42)[v620];
*v621 = v618;
float const v622 = *v601;
float * const v623 = &(*v43)[v620];
*v623 = v622;
float const v624 = *v93;
float const v625 = v624 * v13;
bool const v626 = v597 && v505;
if(v626) {
}
float const v627 = v626 ? v625 : v475;
float v4275_store;
float * v628 = &v4275_store;*v628 = v46;
float v4276_store;
float * v629 = &v4276_store;*v629 = v46;
if(v597) {
float const v630 = 1;
float const v631 = *v94;
uint32_t const v632 = v115 + v593;
float const* const v633 = &v4[v632];
float const v634 = *v633;
uint32_t const v635 = v8 / v48;
uint32_t const v636 = v635 + v632;
float const* const v637 = &v4[v636];
float const v638 = *v637;
bool const v639 = v627 == v475;
float const v640 = v627 - v634;
float const v641 = exp(v640);float const v642 = v639 ? v46 : v641;
float const v643 = -v638;
float const v644 = fma(v631, v630, v643);
float const v645 = v642 * v644;
*v628 = v642;
*v629 = v645;
}
float const v646 = *v628;
uint32_t const v647 = v619 + v501;
float * const v648 = &(*v42)[v647];
*v648 = v646;
float const v649 = *v629;
float * const v650 = &(*v43)[v647];
*v650 = v649;
float const v651 = *v95;
float const v652 = v651 * v13;
bool const v653 = v597 && v536;
if(v653) {
}
float const v654 = v653 ? v652 : v475;
float v4280_store;
float * v655 = &v4280_store;*v655 = v46;
float v4281_store;
float * v656 = &v4281_store;*v656 = v46;
if(v597) {
float const v657 = 1;
float const v658 = *v96;
uint32_t const v659 = v115 + v593;
float const* const v660 = &v4[v659];
float const v661 = *v660;
uint32_t const v662 = v8 / v48;
uint32_t const v663 = v662 + v659;
float const* const v664 = &v4[v663];
float const v665 = *v664;
bool const v666 = v654 == v475;
float const v667 = v654 - v661;
float const v668 = exp(v667);float const v669 = v666 ? v46 : v668;
float const v670 = -v665;
float const v671 = fma(v658, v657, v670);
float const v672 = v669 * v671;
*v655 = v669;
*v656 = v672;
}
float const v673 = *v655;
uint32_t const v674 = v619 + v532;
float * const v675 = &(*v42)[v674];
*v675 = v673;
float const v676 = *v656;
float * const v677 = &(*v43)[v674];
*v677 = v676;
float const v678 = *v97;
float const v679 = v678 * v13;
bool const v680 = v597 && v567;
if(v680) {
}
float const v681 = v680 ? v679 : v475;
float v4285_store;
float * v682 = &v4285_store;*v682 = v46;
float v4286_store;
float * v683 = &v4286_store;*v683 = v46;
if(v597) {
float const v684 = 1;
float const v685 = *v98;
uint32_t const v686 = v115 + v593;
float const* const v687 = &v4[v686];
float const v688 = *v687;
uint32_t const v689 = v8 / v48;
uint32_t const v690 = v689 + v686;
float const* const v691 = &v4[v690];
float const v692 = *v691;
bool const v693 = v681 == v475;
float const v694 = v681 - v688;
float const v695 = exp(v694);float const v696 = v693 ? v46 : v695;
float const v697 = -v692;
float const v698 = fma(v685, v684, v697);
float const v699 = v696 * v698;
*v682 = v696;
*v683 = v699;
}
float const v700 = *v682;
uint32_t const v701 = v619 + v563;
float * const v702 = &(*v42)[v701];
*v702 = v700;
float const v703 = *v683;
float * const v704 = &(*v43)[v701];
*v704 = v703;
uint32_t const v705 = v467 + v48;
uint32_t const v706 = v24 + v705;
float const v707 = *v99;
float const v708 = v707 * v13;
bool const v709 = v706 < v19;
bool const v710 = v709 && v473;
if(v710) {
}
float const v711 = v710 ? v708 : v475;
float v4290_store;
float * v712 = &v4290_store;*v712 = v46;
float v4291_store;
float * v713 = &v4291_store;*v713 = v46;
if(v709) {
float const v714 = 1;
float const v715 = *v100;
uint32_t const v716 = v115 + v705;
float const* const v717 = &v4[v716];
float const v718 = *v717;
uint32_t const v719 = v8 / v48;
uint32_t const v720 = v719 + v716;
float const* const v721 = &v4[v720];
float const v722 = *v721;
bool const v723 = v711 == v475;
float const v724 = v711 - v718;
float const v725 = exp(v724);float const v726 = v723 ? v46 : v725;
float const v727 = -v722;
float const v728 = fma(v715, v714, v727);
float const v729 = v726 * v728;
*v712 = v726;
*v713 = v729;
}
float const v730 = *v712;
uint32_t const v731 = v705 * v23;
uint32_t const v732 = v731 + v18;
float * const v733 = &(*v42)[v732];
*v733 = v730;
float const v734 = *v713;
float * const v735 = &(*v43)[v732];
*v735 = v734;
float const v736 = *v101;
float const v737 = v736 * v13;
bool const v738 = v709 && v505;
if(v738) {
}
float const v739 = v738 ? v737 : v475;
float v4295_store;
float * v740 = &v4295_store;*v740 = v46;
float v4296_store;
float * v741 = &v4296_store;*v741 = v46;
if(v709) {
float const v742 = 1;
float const v743 = *v102;
uint32_t const v744 = v115 + v705;
float const* const v745 = &v4[v744];
float const v746 = *v745;
uint32_t const v747 = v8 / v48;
uint32_t const v748 = v747 + v744;
float const* const v749 = &v4[v748];
float const v750 = *v749;
bool const v751 = v739 == v475;
float const v752 = v739 - v746;
float const v753 = exp(v752);float const v754 = v751 ? v46 : v753;
float const v755 = -v750;
float const v756 = fma(v743, v742, v755);
float const v757 = v754 * v756;
*v740 = v754;
*v741 = v757;
}
float const v758 = *v740;
uint32_t const v759 = v731 + v501;
float * const v760 = &(*v42)[v759];
*v760 = v758;
float const v761 = *v741;
float * const v762 = &(*v43)[v759];
*v762 = v761;
float const v763 = *v103;
float const v764 = v763 * v13;
bool const v765 = v709 && v536;
if(v765) {
}
float const v766 = v765 ? v764 : v475;
float v4300_store;
float * v767 = &v4300_store;*v767 = v46;
float v4301_store;
float * v768 = &v4301_store;*v768 = v46;
if(v709) {
float const v769 = 1;
float const v770 = *v104;
uint32_t const v771 = v115 + v705;
float const* const v772 = &v4[v771];
float const v773 = *v772;
uint32_t const v774 = v8 / v48;
uint32_t const v775 = v774 + v771;
float const* const v776 = &v4[v775];
float const v777 = *v776;
bool const v778 = v766 == v475;
float const v779 = v766 - v773;
float const v780 = exp(v779);float const v781 = v778 ? v46 : v780;
float const v782 = -v777;
float const v783 = fma(v770, v769, v782);
float const v784 = v781 * v783;
*v767 = v781;
*v768 = v784;
}
float const v785 = *v767;
uint32_t const v786 = v731 + v532;
float * const v787 = &(*v42)[v786];
*v787 = v785;
float const v788 = *v768;
float * const v789 = &(*v43)[v786];
*v789 = v788;
float const v790 = *v105;
float const v791 = v790 * v13;
bool const v792 = v709 && v567;
if(v792) {
}
float const v793 = v792 ? v791 : v475;
float v4305_store;
float * v794 = &v4305_store;*v794 = v46;
float v4306_store;
float * v795 = &v4306_store;*v795 = v46;
if(v709) {
float const v796 = 1;
float const v797 = *v106;
uint32_t const v798 = v115 + v705;
float const* const v799 = &v4[v798];
float const v800 = *v799;
uint32_t const v801 = v8 / v48;
uint32_t const v802 = v801 + v798;
float const* const v803 = &v4[v802];
float const v804 = *v803;
bool const v805 = v793 == v475;
float const v806 = v793 - v800;
float const v807 = exp(v806);float const v808 = v805 ? v46 : v807;
float const v809 = -v804;
float const v810 = fma(v797, v796, v809);
float const v811 = v808 * v810;
*v794 = v808;
*v795 = v811;
}
float const v812 = *v794;
uint32_t const v813 = v731 + v563;
float * const v814 = &(*v42)[v813];
*v814 = v812;
float const v815 = *v795;
float * const v816 = &(*v43)[v813];
*v816 = v815;
uint32_t const v817 = v467 + v50;
uint32_t const v818 = v24 + v817;
float const v819 = *v107;
float const v820 = v819 * v13;
bool const v821 = v818 < v19;
bool const v822 = v821 && v473;
if(v822) {
}
float const v823 = v822 ? v820 : v475;
float v4310_store;
float * v824 = &v4310_store;*v824 = v46;
float v4311_store;
float * v825 = &v4311_store;*v825 = v46;
if(v821) {
float const v826 = 1;
float const v827 = *v108;
uint32_t const v828 = v115 + v817;
float const* const v829 = &v4[v828];
float const v830 = *v829;
uint32_t const v831 = v8 / v48;
uint32_t const v832 = v831 + v828;
float const* const v833 = &v4[v832];
float const v834 = *v833;
bool const v835 = v823 == v475;
float const v836 = v823 - v830;
float const v837 = exp(v836);float const v838 = v835 ? v46 : v837;
float const v839 = -v834;
float const v840 = fma(v827, v826, v839);
float const v841 = v838 * v840;
*v824 = v838;
*v825 = v841;
}
float const v842 = *v824;
uint32_t const v843 = v817 * v23;
uint32_t const v844 = v843 + v18;
float * const v845 = &(*v42)[v844];
*v845 = v842;
float const v846 = *v825;
float * const v847 = &(*v43)[v844];
*v847 = v846;
float const v848 = *v109;
float const v849 = v848 * v13;
bool const v850 = v821 && v505;
if(v850) {
}
float const v851 = v850 ? v849 : v475;
float v4315_store;
float * v852 = &v4315_store;*v852 = v46;
float v4316_store;
float * v853 = &v4316_store;*v853 = v46;
if(v821) {
float const v854 = 1;
float const v855 = *v110;
uint32_t const v856 = v115 + v817;
float const* const v857 = &v4[v856];
float const v858 = *v857;
uint32_t const v859 = v8 / v48;
uint32_t const v860 = v859 + v856;
float const* const v861 = &v4[v860];
float const v862 = *v861;
bool const v863 = v851 == v475;
float const v864 = v851 - v858;
float const v865 = exp(v864);float const v866 = v863 ? v46 : v865;
float const v867 = -v862;
float const v868 = fma(v855, v854, v867);
float const v869 = v866 * v868;
*v852 = v866;
*v853 = v869;
}
float const v870 = *v852;
uint32_t const v871 = v843 + v501;
float * const v872 = &(*v42)[v871];
*v872 = v870;
float const v873 = *v853;
float * const v874 = &(*v43)[v871];
*v874 = v873;
float const v875 = *v111;
float const v876 = v875 * v13;
bool const v877 = v821 && v536;
if(v877) {
}
float const v878 = v877 ? v876 : v475;
float v4320_store;
float * v879 = &v4320_store;*v879 = v46;
float v4321_store;
float * v880 = &v4321_store;*v880 = v46;
if(v821) {
float const v881 = 1;
float const v882 = *v112;
uint32_t const v883 = v115 + v817;
float const* const v884 = &v4[v883];
float const v885 = *v884;
uint32_t const v886 = v8 / v48;
uint32_t const v887 = v886 + v883;
float const* const v888 = &v4[v887];
float const v889 = *v888;
bool const v890 = v878 == v475;
float const v891 = v878 - v885;
float const v892 = exp(v891);float const v893 = v890 ? v46 : v892;
float const v894 = -v889;
float const v895 = fma(v882, v881, v894);
float const v896 = v893 * v895;
*v879 = v893;
*v880 = v896;
}
float const v897 = *v879;
uint32_t const v898 = v843 + v532;
float * const v899 = &(*v42)[v898];
*v899 = v897;
float const v900 = *v880;
float * const v901 = &(*v43)[v898];
*v901 = v900;
float const v902 = *v113;
float const v903 = v902 * v13;
bool const v904 = v821 && v567;
if(v904) {
}
float const v905 = v904 ? v903 : v475;
float v4325_store;
float * v906 = &v4325_store;*v906 = v46;
float v4326_store;
float * v907 = &v4326_store;*v907 = v46;
if(v821) {
float const v908 = 1;
float const v909 = *v114;
uint32_t const v910 = v115 + v817;
float const* const v911 = &v4[v910];
float const v912 = *v911;
uint32_t const v913 = v8 / v48;
uint32_t const v914 = v913 + v910;
float const* const v915 = &v4[v914];
float const v916 = *v915;
bool const v917 = v905 == v475;
float const v918 = v905 - v912;
float const v919 = exp(v918);float const v920 = v917 ? v46 : v919;
float const v921 = -v916;
float const v922 = fma(v909, v908, v921);
float const v923 = v920 * v922;
*v906 = v920;
*v907 = v923;
}
float const v924 = *v906;
uint32_t const v925 = v843 + v563;
float * const v926 = &(*v42)[v925];
*v926 = v924;
float const v927 = *v907;
float * const v928 = &(*v43)[v925];
*v928 = v927;
__syncthreads();
__syncthreads();
float v4328_store;
float * v929 = &v4328_store;*v929 = v46;
bool const v930 = v18 < v23;
bool const v931 = v17 < v118;
bool const v932 = v930 && v931;
if(v932) {
uint32_t const v933 = v116 + v17;
uint32_t const v934 = v933 * v23;
uint32_t const v935 = v934 + v18;
float const* const v936 = &v1[v935];
float const v937 = *v936;
*v929 = v937;
}
float const v938 = *v929;
float const v939 = v938 * v13;
float * const v940 = &(*v40)[v15];
*v940 = v939;
uint32_t const v941 = 256;
uint32_t const v942 = v15 + v941;
uint32_t const v943 = v942 / v16;
uint32_t const v944 = v942 % v16;
float v4329_store;
float * v945 = &v4329_store;*v945 = v46;
bool const v946 = v944 < v23;
bool const v947 = v943 < v118;
bool const v948 = v946 && v947;
if(v948) {
uint32_t const v949 = v116 + v943;
uint32_t const v950 = v949 * v23;
uint32_t const v951 = v950 + v944;
float const* const v952 = &v1[v951];
float const v953 = *v952;
*v945 = v953;
}
float const v954 = *v945;
float const v955 = v954 * v13;
float * const v956 = &(*v40)[v942];
*v956 = v955;
uint32_t const v957 = 512;
uint32_t const v958 = v15 + v957;
uint32_t const v959 = v958 / v16;
uint32_t const v960 = v958 % v16;
float v4330_store;
float * v961 = &v4330_store;*v961 = v46;
bool const v962 = v960 < v23;
bool const v963 = v959 < v118;
bool const v964 = v962 && v963;
if(v964) {
uint32_t const v965 = v116 + v959;
uint32_t const v966 = v965 * v23;
uint32_t const v967 = v966 + v960;
float const* const v968 = &v1[v967];
float const v969 = *v968;
*v961 = v969;
}
float const v970 = *v961;
float const v971 = v970 * v13;
float * const v972 = &(*v40)[v958];
*v972 = v971;
uint32_t const v973 = 768;
uint32_t const v974 = v15 + v973;
uint32_t const v975 = v974 / v16;
uint32_t const v976 = v974 % v16;
float v4331_store;
float * v977 = &v4331_store;*v977 = v46;
bool const v978 = v976 < v23;
bool const v979 = v975 < v118;
bool const v980 = v978 && v979;
if(v980) {
uint32_t const v981 = v116 + v975;
uint32_t const v982 = v981 * v23;
uint32_t const v983 = v982 + v976;
float const* const v984 = &v1[v983];
float const v985 = *v984;
*v977 = v985;
}
float const v986 = *v977;
float const v987 = v986 * v13;
float * const v988 = &(*v40)[v974];
*v988 = v987;
__syncthreads();
for(uint32_t v989 = v7; v989 < v23; v989 += v41) {
uint32_t const v990 = v989 * v16;
uint32_t const v991 = v990 + v18;
float * const v992 = &(*v40)[v991];
float const v993 = *v992;
uint32_t const v994 = v496 + v989;
float * const v995 = &(*v43)[v994];
float const v996 = *v995;
float const v997 = *v45;
float const v998 = fma(v996, v993, v997);
*v45 = v998;
uint32_t const v999 = v619 + v989;
float * const v1000 = &(*v43)[v999];
float const v1001 = *v1000;
float const v1002 = *v53;
float const v1003 = fma(v1001, v993, v1002);
*v53 = v1003;
uint32_t const v1004 = v731 + v989;
float * const v1005 = &(*v43)[v1004];
float const v1006 = *v1005;
float const v1007 = *v61;
float const v1008 = fma(v1006, v993, v1007);
*v61 = v1008;
uint32_t const v1009 = v843 + v989;
float * const v1010 = &(*v43)[v1009];
float const v1011 = *v1010;
float const v1012 = *v69;
float const v1013 = fma(v1011, v993, v1012);
*v69 = v1013;
}
__syncthreads();
float v4333_store;
float * v1014 = &v4333_store;*v1014 = v46;
bool const v1015 = v501 < v23;
bool const v1016 = v1015 && v931;
if(v1016) {
uint32_t const v1017 = v116 + v17;
uint32_t const v1018 = v1017 * v23;
uint32_t const v1019 = v1018 + v501;
float const* const v1020 = &v1[v1019];
float const v1021 = *v1020;
*v1014 = v1021;
}
float const v1022 = *v1014;
float const v1023 = v1022 * v13;
*v940 = v1023;
uint32_t const v1024 = v16 + v944;
float v4334_store;
float * v1025 = &v4334_store;*v1025 = v46;
bool const v1026 = v1024 < v23;
bool const v1027 = v1026 && v947;
if(v1027) {
uint32_t const v1028 = v116 + v943;
uint32_t const v1029 = v1028 * v23;
uint32_t const v1030 = v1029 + v1024;
float const* const v1031 = &v1[v1030];
float const v1032 = *v1031;
*v1025 = v1032;
}
float const v1033 = *v1025;
float const v1034 = v1033 * v13;
*v956 = v1034;
uint32_t const v1035 = v16 + v960;
float v4335_store;
float * v1036 = &v4335_store;*v1036 = v46;
bool const v1037 = v1035 < v23;
bool const v1038 = v1037 && v963;
if(v1038) {
uint32_t const v1039 = v116 + v959;
uint32_t const v1040 = v1039 * v23;
uint32_t const v1041 = v1040 + v1035;
float const* const v1042 = &v1[v1041];
float const v1043 = *v1042;
*v1036 = v1043;
}
float const v1044 = *v1036;
float const v1045 = v1044 * v13;
*v972 = v1045;
uint32_t const v1046 = v16 + v976;
float v4336_store;
float * v1047 = &v4336_store;*v1047 = v46;
bool const v1048 = v1046 < v23;
bool const v1049 = v1048 && v979;
if(v1049) {
uint32_t const v1050 = v116 + v975;
uint32_t const v1051 = v1050 * v23;
uint32_t const v1052 = v1051 + v1046;
float const* const v1053 = &v1[v1052];
float const v1054 = *v1053;
*v1047 = v1054;
}
float const v1055 = *v1047;
float const v1056 = v1055 * v13;
*v988 = v1056;
__syncthreads();
for(uint32_t v1057 = v7; v1057 < v23; v1057 += v41) {
uint32_t const v1058 = v1057 * v16;
uint32_t const v1059 = v1058 + v18;
float * const v1060 = &(*v40)[v1059];
float const v1061 = *v1060;
uint32_t const v1062 = v496 + v1057;
float * const v1063 = &(*v43)[v1062];
float const v1064 = *v1063;
float const v1065 = *v47;
float const v1066 = fma(v1064, v1061, v1065);
*v47 = v1066;
uint32_t const v1067 = v619 + v1057;
float * const v1068 = &(*v43)[v1067];
float const v1069 = *v1068;
float const v1070 = *v55;
float const v1071 = fma(v1069, v1061, v1070);
*v55 = v1071;
uint32_t const v1072 = v731 + v1057;
float * const v1073 = &(*v43)[v1072];
float const v1074 = *v1073;
float const v1075 = *v63;
float const v1076 = fma(v1074, v1061, v1075);
*v63 = v1076;
uint32_t const v1077 = v843 + v1057;
float * const v1078 = &(*v43)[v1077];
float const v1079 = *v1078;
float const v1080 = *v71;
float const v1081 = fma(v1079, v1061, v1080);
*v71 = v1081;
}
__syncthreads();
float v4338_store;
float * v1082 = &v4338_store;*v1082 = v46;
bool const v1083 = v532 < v23;
bool const v1084 = v1083 && v931;
if(v1084) {
uint32_t const v1085 = v116 + v17;
uint32_t const v1086 = v1085 * v23;
uint32_t const v1087 = v1086 + v532;
float const* const v1088 = &v1[v1087];
float const v1089 = *v1088;
*v1082 = v1089;
}
float const v1090 = *v1082;
float const v1091 = v1090 * v13;
*v940 = v1091;
uint32_t const v1092 = v531 + v944;
float v4339_store;
float * v1093 = &v4339_store;*v1093 = v46;
bool const v1094 = v1092 < v23;
bool const v1095 = v1094 && v947;
if(v1095) {
uint32_t const v1096 = v116 + v943;
uint32_t const v1097 = v1096 * v23;
uint32_t const v1098 = v1097 + v1092;
float const* const v1099 = &v1[v1098];
float const v1100 = *v1099;
*v1093 = v1100;
}
float const v1101 = *v1093;
float const v1102 = v1101 * v13;
*v956 = v1102;
uint32_t const v1103 = v531 + v960;
float v4340_store;
float * v1104 = &v4340_store;*v1104 = v46;
bool const v1105 = v1103 < v23;
bool const v1106 = v1105 && v963;
if(v1106) {
uint32_t const v1107 = v116 + v959;
uint32_t const v1108 = v1107 * v23;
uint32_t const v1109 = v1108 + v1103;
float const* const v1110 = &v1[v1109];
float const v1111 = *v1110;
*v1104 = v1111;
}
float const v1112 = *v1104;
float const v1113 = v1112 * v13;
*v972 = v1113;
uint32_t const v1114 = v531 + v976;
float v4341_store;
float * v1115 = &v4341_store;*v1115 = v46;
bool const v1116 = v1114 < v23;
bool const v1117 = v1116 && v979;
if(v1117) {
uint32_t const v1118 = v116 + v975;
uint32_t const v1119 = v1118 * v23;
uint32_t const v1120 = v1119 + v1114;
float const* const v1121 = &v1[v1120];
float const v1122 = *v1121;
*v1115 = v1122;
}
float const v1123 = *v1115;
float const v1124 = v1123 * v13;
*v988 = v1124;
__syncthreads();
for(uint32_t v1125 = v7; v1125 < v23; v1125 += v41) {
uint32_t const v1126 = v1125 * v16;
uint32_t const v1127 = v1126 + v18;
float * const v1128 = &(*v40)[v1127];
float const v1129 = *v1128;
uint32_t const v1130 = v496 + v1125;
float * const v1131 = &(*v43)[v1130];
float const v1132 = *v1131;
float const v1133 = *v49;
float const v1134 = fma(v1132, v1129, v1133);
*v49 = v1134;
uint32_t const v1135 = v619 + v1125;
float * const v1136 = &(*v43)[v1135];
float const v1137 = *v1136;
float const v1138 = *v57;
float const v1139 = fma(v1137, v1129, v1138);
*v57 = v1139;
uint32_t const v1140 = v731 + v1125;
float * const v1141 = &(*v43)[v1140];
float const v1142 = *v1141;
float const v1143 = *v65;
float const v1144 = fma(v1142, v1129, v1143);
*v65 = v1144;
uint32_t const v1145 = v843 + v1125;
float * const v1146 = &(*v43)[v1145];
float const v1147 = *v1146;
float const v1148 = *v73;
float const v1149 = fma(v1147, v1129, v1148);
*v73 = v1149;
}
__syncthreads();
float v4343_store;
float * v1150 = &v4343_store;*v1150 = v46;
bool const v1151 = v563 < v23;
bool const v1152 = v1151 && v931;
if(v1152) {
uint32_t const v1153 = v116 + v17;
uint32_t const v1154 = v1153 * v23;
uint32_t const v1155 = v1154 + v563;
float const* const v1156 = &v1[v1155];
float const v1157 = *v1156;
*v1150 = v1157;
}
float const v1158 = *v1150;
float const v1159 = v1158 * v13;
*v940 = v1159;
uint32_t const v1160 = v562 + v944;
float v4344_store;
float * v1161 = &v4344_store;*v1161 = v46;
bool const v1162 = v1160 < v23;
bool const v1163 = v1162 && v947;
if(v1163) {
uint32_t const v1164 = v116 + v943;
uint32_t const v1165 = v1164 * v23;
uint32_t const v1166 = v1165 + v1160;
float const* const v1167 = &v1[v1166];
float const v1168 = *v1167;
*v1161 = v1168;
}
float const v1169 = *v1161;
float const v1170 = v1169 * v13;
*v956 = v1170;
uint32_t const v1171 = v562 + v960;
float v4345_store;
float * v1172 = &v4345_store;*v1172 = v46;
bool const v1173 = v1171 < v23;
bool const v1174 = v1173 && v963;
if(v1174) {
uint32_t const v1175 = v116 + v959;
uint32_t const v1176 = v1175 * v23;
uint32_t const v1177 = v1176 + v1171;
float const* const v1178 = &v1[v1177];
float const v1179 = *v1178;
*v1172 = v1179;
}
float const v1180 = *v1172;
float const v1181 = v1180 * v13;
*v972 = v1181;
uint32_t const v1182 = v562 + v976;
float v4346_store;
float * v1183 = &v4346_store;*v1183 = v46;
bool const v1184 = v1182 < v23;
bool const v1185 = v1184 && v979;
if(v1185) {
uint32_t const v1186 = v116 + v975;
uint32_t const v1187 = v1186 * v23;
uint32_t const v1188 = v1187 + v1182;
float const* const v1189 = &v1[v1188];
float const v1190 = *v1189;
*v1183 = v1190;
}
float const v1191 = *v1183;
float const v1192 = v1191 * v13;
*v988 = v1192;
__syncthreads();
for(uint32_t v1193 = v7; v1193 < v23; v1193 += v41) {
uint32_t const v1194 = v1193 * v16;
uint32_t const v1195 = v1194 + v18;
float * const v1196 = &(*v40)[v1195];
float const v1197 = *v1196;
uint32_t const v1198 = v496 + v1193;
float * const v1199 = &(*v43)[v1198];
float const v1200 = *v1199;
float const v1201 = *v51;
float const v1202 = fma(v1200, v1197, v1201);
*v51 = v1202;
uint32_t const v1203 = v619 + v1193;
float * const v1204 = &(*v43)[v1203];
float const v1205 = *v1204;
float const v1206 = *v59;
float const v1207 = fma(v1205, v1197, v1206);
*v59 = v1207;
uint32_t const v1208 = v731 + v1193;
float * const v1209 = &(*v43)[v1208];
float const v1210 = *v1209;
float const v1211 = *v67;
float const v1212 = fma(v1210, v1197, v1211);
*v67 = v1212;
uint32_t const v1213 = v843 + v1193;
float * const v1214 = &(*v43)[v1213];
float const v1215 = *v1214;
float const v1216 = *v75;
float const v1217 = fma(v1215, v1197, v1216);
*v75 = v1217;
}
__syncthreads();
}
uint32_t const v1218 = v17 * v52;
uint32_t const v1219 = v24 + v1218;
bool const v1220 = v1219 < v19;
bool const v1221 = v18 < v23;
bool const v1222 = v1220 && v1221;
if(v1222) {
float const v1223 = *v45;
uint32_t const v1224 = v33 + v1219;
uint32_t const v1225 = v1224 * v23;
uint32_t const v1226 = v1225 + v18;
float * const v1227 = &v5[v1226];
*v1227 = v1223;
}
uint32_t const v1228 = v16 + v18;
bool const v1229 = v1228 < v23;
bool const v1230 = v1220 && v1229;
if(v1230) {
float const v1231 = *v47;
uint32_t const v1232 = v33 + v1219;
uint32_t const v1233 = v1232 * v23;
uint32_t const v1234 = v1233 + v1228;
float * const v1235 = &v5[v1234];
*v1235 = v1231;
}
uint32_t const v1236 = 32;
uint32_t const v1237 = v1236 + v18;
bool const v1238 = v1237 < v23;
bool const v1239 = v1220 && v1238;
if(v1239) {
float const v1240 = *v49;
uint32_t const v1241 = v33 + v1219;
uint32_t const v1242 = v1241 * v23;
uint32_t const v1243 = v1242 + v1237;
float * const v1244 = &v5[v1243];
*v1244 = v1240;
}
uint32_t const v1245 = 48;
uint32_t const v1246 = v1245 + v18;
bool const v1247 = v1246 < v23;
bool const v1248 = v1220 && v1247;
if(v1248) {
float const v1249 = *v51;
uint32_t const v1250 = v33 + v1219;
uint32_t const v1251 = v1250 * v23;
uint32_t const v1252 = v1251 + v1246;
float * const v1253 = &v5[v1252];
*v1253 = v1249;
}
uint32_t const v1254 = v1219 + v41;
bool const v1255 = v1254 < v19;
bool const v1256 = v1255 && v1221;
if(v1256) {
float const v1257 = *v53;
uint32_t const v1258 = v33 + v1254;
uint32_t const v1259 = v1258 * v23;
uint32_t const v1260 = v1259 + v18;
float * const v1261 = &v5[v1260];
*v1261 = v1257;
}
bool const v1262 = v1255 && v1229;
if(v1262) {
float const v1263 = *v55;
uint32_t const v1264 = v33 + v1254;
uint32_t const v1265 = v1264 * v23;
uint32_t const v1266 = v1265 + v1228;
float * const v1267 = &v5[v1266];
*v1267 = v1263;
}
bool const v1268 = v1255 && v1238;
if(v1268) {
float const v1269 = *v57;
uint32_t const v1270 = v33 + v1254;
uint32_t const v1271 = v1270 * v23;
uint32_t const v1272 = v1271 + v1237;
float * const v1273 = &v5[v1272];
*v1273 = v1269;
}
bool const v1274 = v1255 && v1247;
if(v1274) {
float const v1275 = *v59;
uint32_t const v1276 = v33 + v1254;
uint32_t const v1277 = v1276 * v23;
uint32_t const v1278 = v1277 + v1246;
float * const v1279 = &v5[v1278];
*v1279 = v1275;
}
uint32_t const v1280 = v1219 + v48;
bool const v1281 = v1280 < v19;
bool const v1282 = v1281 && v1221;
if(v1282) {
float const v1283 = *v61;
uint32_t const v1284 = v33 + v1280;
uint32_t const v1285 = v1284 * v23;
uint32_t const v1286 = v1285 + v18;
float * const v1287 = &v5[v1286];
*v1287 = v1283;
}
bool const v1288 = v1281 && v1229;
if(v1288) {
float const v1289 = *v63;
uint32_t const v1290 = v33 + v1280;
uint32_t const v1291 = v1290 * v23;
uint32_t const v1292 = v1291 + v1228;
float * const v1293 = &v5[v1292];
*v1293 = v1289;
}
bool const v1294 = v1281 && v1238;
if(v1294) {
float const v1295 = *v65;
uint32_t const v1296 = v33 + v1280;
uint32_t const v1297 = v1296 * v23;
uint32_t const v1298 = v1297 + v1237;
float * const v1299 = &v5[v1298];
*v1299 = v1295;
}
bool const v1300 = v1281 && v1247;
if(v1300) {
float const v1301 = *v67;
uint32_t const v1302 = v33 + v1280;
uint32_t const v1303 = v1302 * v23;
uint32_t const v1304 = v1303 + v1246;
float * const v1305 = &v5[v1304];
*v1305 = v1301;
}
uint32_t const v1306 = v1219 + v50;
bool const v1307 = v1306 < v19;
bool const v1308 = v1307 && v1221;
if(v1308) {
float const v1309 = *v69;
uint32_t const v1310 = v33 + v1306;
uint32_t const v1311 = v1310 * v23;
uint32_t const v1312 = v1311 + v18;
float * const v1313 = &v5[v1312];
*v1313 = v1309;
}
bool const v1314 = v1307 && v1229;
if(v1314) {
float const v1315 = *v71;
uint32_t const v1316 = v33 + v1306;
uint32_t const v1317 = v1316 * v23;
uint32_t const v1318 = v1317 + v1228;
float * const v1319 = &v5[v1318];
*v1319 = v1315;
}
bool const v1320 = v1307 && v1238;
if(v1320) {
float const v1321 = *v73;
uint32_t const v1322 = v33 + v1306;
uint32_t const v1323 = v1322 * v23;
uint32_t const v1324 = v1323 + v1237;
float * const v1325 = &v5[v1324];
*v1325 = v1321;
}
bool const v1326 = v1307 && v1247;
if(v1326) {
float const v1327 = *v75;
uint32_t const v1328 = v33 + v1306;
uint32_t const v1329 = v1328 * v23;
uint32_t const v1330 = v1329 + v1246;
float * const v1331 = &v5[v1330];
*v1331 = v1327;
}
return;
}
