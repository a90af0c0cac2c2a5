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
uint32_t scalars_u32[18];uint32_t static_meta[10];
};
extern "C" __global__ void __launch_bounds__(256)  keys_kernel_f_f32_s_f32(float const* const __restrict__ v0, float const* const __restrict__ v1, float const* const __restrict__ v2, float const* const __restrict__ v3, float const* const __restrict__ v4, float const* const __restrict__ v5, float const* const __restrict__ v6, float const* const __restrict__ v7, float * const __restrict__ v8, float * const __restrict__ v9, __grid_constant__ info_st const info_v1224) {
extern __shared__ __align__(4) char v10[];uint32_t const v11 = 0;
uint32_t const v12 = info_v1224.static_meta[4];
uint32_t const v13 = info_v1224.scalars_u32[0];
uint32_t const v14 = info_v1224.scalars_u32[1];
uint32_t const v15 = info_v1224.scalars_u32[2];
uint32_t const v16 = info_v1224.scalars_u32[3];
float const v17 = info_v1224.scalars_f32[0];
uint32_t const v18 = info_v1224.scalars_u32[4];
uint32_t const v19 = info_v1224.scalars_u32[5];
uint32_t const v20 = info_v1224.scalars_u32[6];
uint32_t const v21 = info_v1224.scalars_u32[7];
uint32_t const v22 = info_v1224.scalars_u32[8];
uint32_t const v23 = info_v1224.scalars_u32[9];
uint32_t const v24 = info_v1224.scalars_u32[10];
float const v25 = info_v1224.scalars_f32[1];
uint32_t const v26 = info_v1224.scalars_u32[11];
uint32_t const v27 = info_v1224.scalars_u32[12];
uint32_t const v28 = info_v1224.scalars_u32[13];
uint32_t const v29 = info_v1224.scalars_u32[14];
uint32_t const v30 = info_v1224.scalars_u32[15];
uint32_t const v31 = info_v1224.scalars_u32[16];
uint32_t const v32 = threadIdx.x;
uint32_t const v33 = 0;
uint32_t const v34 = 1;
uint32_t const v35 = uint32_t(v32);
uint32_t const v36 = 16;
uint32_t const v37 = v35 / v36;
uint32_t const v38 = v35 % v36;
uint32_t const v39 = uint32_t(v15);
uint32_t const v40 = uint32_t(v16);
uint32_t const v41 = uint32_t(v14);
uint32_t const v42 = blockIdx.x;
uint32_t const v43 = uint32_t(v42);
uint32_t const v44 = v43 * v36;
uint32_t const v45 = blockIdx.y;
uint32_t const v46 = uint32_t(v45);
uint32_t const v47 = v46 * v41;
uint32_t const v48 = blockIdx.z;
uint32_t const v49 = uint32_t(v48);
uint32_t const v50 = uint32_t(v13);
uint32_t const v51 = v49 * v50;
uint32_t const v52 = v50 / v41;
uint32_t const v53 = v49 * v52;
uint32_t const v54 = v47 / v41;
uint32_t const v55 = v53 + v54;
uint32_t const v56 = v55 * v40;
array<float, 256> * const v57 = reinterpret_cast<array<float, 256> *>(&v10[0]);
array<float, 272> * const v58 = reinterpret_cast<array<float, 272> *>(&v10[1024]);
uint32_t const v59 = 1;
array<float, 256> * const v60 = reinterpret_cast<array<float, 256> *>(&v10[2116]);
array<float, 256> * const v61 = reinterpret_cast<array<float, 256> *>(&v10[3140]);
array<float, 2> v1261_store = {};
array<float, 2> * v62 = &v1261_store;uint32_t const v63 = 2;
array<float, 2> v1262_store = {};
array<float, 2> * v64 = &v1262_store;float * const v65 = &(*v62)[v11];
float const v66 = 0;
*v65 = v66;
float * const v67 = &(*v62)[v59];
*v67 = v66;
float * const v68 = &(*v64)[v11];
*v68 = v66;
float * const v69 = &(*v64)[v59];
*v69 = v66;
for(uint32_t v70 = v11; v70 < v41; v70 += v59) {
uint32_t const v71 = v47 + v70;
uint32_t const v72 = v51 + v71;
uint32_t const v73 = v72 * v39;
uint32_t const v74 = v71 / v41;
uint32_t const v75 = v53 + v74;
uint32_t const v76 = v75 * v40;
uint32_t const v77 = v39 + v36;
uint32_t const v78 = v77 - v59;
uint32_t const v79 = v78 / v36;
for(uint32_t v80 = v11; v80 < v79; v80 += v59) {
uint32_t const v81 = v80 * v36;
int32_t const v82 = int32_t(v16);
int32_t const v83 = int32_t(v15);
int32_t const v84 = v82 - v83;
int32_t const v85 = int32_t(v81);
int32_t const v86 = v85 + v84;
int32_t const v87 = 15;
int32_t const v88 = v86 + v87;
int32_t const v89 = int32_t(v44);
int32_t const v90 = v89 + v87;
bool const v91 = v89 <= v88;
int32_t const v92 = int32_t(v18);
int32_t const v93 = v86 - v90;
bool const v94 = v93 < v92;
bool const v95 = v91 && v94;
if(v95) {
array<float, 1> v1266_store = {};
array<float, 1> * v96 = &v1266_store;array<float, 1> v1267_store = {};
array<float, 1> * v97 = &v1267_store;float * const v98 = &(*v96)[v11];
*v98 = v66;
float * const v99 = &(*v97)[v11];
*v99 = v66;
uint32_t const v100 = v73 + v81;
uint32_t const v101 = v76 + v44;
uint32_t const v102 = v39 - v81;
uint32_t const v103 = v40 - v44;
for(uint32_t v104 = v11; v104 < v63; v104 += v59) {
__syncthreads();
uint32_t const v105 = v104 * v36;
uint32_t const v106 = v105 + v38;
float v1269_store;
float * v107 = &v1269_store;*v107 = v66;
float v1270_store;
float * v108 = &v1270_store;*v108 = v66;
uint32_t const v109 = 20;
bool const v110 = v106 < v109;
if(v110) {
bool const v111 = v37 < v102;
if(v111) {
uint32_t const v112 = v100 + v37;
uint32_t const v113 = v112 * v109;
uint32_t const v114 = v113 + v106;
float const* const v115 = &v0[v114];
float const v116 = *v115;
*v107 = v116;
}
bool const v117 = v37 < v103;
if(v117) {
uint32_t const v118 = v101 + v37;
uint32_t const v119 = v118 * v109;
uint32_t const v120 = v119 + v106;
float const* const v121 = &v1[v120];
float const v122 = *v121;
*v108 = v122;
}
}
float const v123 = *v107;
float * const v124 = &(*v57)[v35];
*v124 = v123;
float const v125 = *v108;
uint32_t const v126 = 17;
uint32_t const v127 = v38 * v126;
uint32_t const v128 = v127 + v37;
float * const v129 = &(*v58)[v128];
*v129 = v125;
__syncthreads();
for(uint32_t v130 = v11; v130 < v36; v130 += v59) {
uint32_t const v131 = v37 * v36;
uint32_t const v132 = v131 + v130;
float * const v133 = &(*v57)[v132];
float const v134 = *v133;
uint32_t const v135 = v130 * v126;
uint32_t const v136 = v135 + v38;
float * const v137 = &(*v58)[v136];
float const v138 = *v137;
float const v139 = *v98;
float const v140 = fma(v134, v138, v139);
*v98 = v140;
}
}
for(uint32_t v141 = v11; v141 < v63; v141 += v59) {
__syncthreads();
uint32_t const v142 = v141 * v36;
uint32_t const v143 = v142 + v38;
float v1273_store;
float * v144 = &v1273_store;*v144 = v66;
float v1274_store;
float * v145 = &v1274_store;*v145 = v66;
uint32_t const v146 = 24;
bool const v147 = v143 < v146;
if(v147) {
bool const v148 = v37 < v102;
if(v148) {
uint32_t const v149 = v100 + v37;
uint32_t const v150 = v149 * v146;
uint32_t const v151 = v150 + v143;
float const* const v152 = &v3[v151];
float const v153 = *v152;
*v144 = v153;
}
bool const v154 = v37 < v103;
if(v154) {
uint32_t const v155 = v101 + v37;
uint32_t const v156 = v155 * v146;
uint32_t const v157 = v156 + v143;
float const* const v158 = &v2[v157];
float const v159 = *v158;
*v145 = v159;
}
}
float const v160 = *v144;
float * const v161 = &(*v57)[v35];
*v161 = v160;
float const v162 = *v145;
uint32_t const v163 = 17;
uint32_t const v164 = v38 * v163;
uint32_t const v165 = v164 + v37;
float * const v166 = &(*v58)[v165];
*v166 = v162;
__syncthreads();
for(uint32_t v167 = v11; v167 < v36; v167 += v59) {
uint32_t const v168 = v37 * v36;
uint32_t const v169 = v168 + v167;
float * const v170 = &(*v57)[v169];
float const v171 = *v170;
uint32_t const v172 = v167 * v163;
uint32_t const v173 = v172 + v38;
float * const v174 = &(*v58)[v173];
float const v175 = *v174;
float const v176 = *v99;
float const v177 = fma(v171, v175, v176);
*v99 = v177;
}
}
uint32_t const v178 = v81 + v37;
uint32_t const v179 = v44 + v38;
float const v180 = *v98;
float const v181 = v180 * v17;
float v1276_store;
float * v182 = &v1276_store;*v182 = v181;
bool const v183 = v178 < v39;
bool const v184 = v179 < v40;
bool const v185 = v183 && v184;
bool v1277_store;
bool * v186 = &v1277_store;*v186 = v185;
bool const v187 = *v186;
if(v187) {
int32_t const v188 = int32_t(v179);
int32_t const v189 = int32_t(v178);
int32_t const v190 = int32_t(v40);
int32_t const v191 = v189 + v190;
int32_t const v192 = int32_t(v39);
int32_t const v193 = v191 - v192;
int32_t const v194 = v188 - v193;
int32_t const v195 = 0;
bool const v196 = v194 <= v195;
*v186 = v196;
bool const v197 = v194 < v92;
bool const v198 = *v186;
bool const v199 = v198 && v197;
int32_t const v200 = -v194;
bool const v201 = v200 < v92;
bool const v202 = v199 && v201;
*v186 = v202;
bool const v203 = *v186;
bool v1278_store;
bool * v204 = &v1278_store;if(v203) {
uint32_t const v205 = v49 * v40;
uint32_t const v206 = v205 + v179;
float const* const v207 = &v5[v206];
float const v208 = *v207;
bool const v209 = v208 != v66;
*v204 = v209;
}
 else {
bool const v210 = false;
*v204 = v210;
}
bool const v211 = *v204;
*v186 = v211;
uint32_t const v212 = uint32_t(v19);
uint32_t const v213 = v49 % v212;
uint32_t const v214 = uint32_t(v20);
uint32_t const v215 = v71 % v214;
uint32_t const v216 = uint32_t(v21);
uint32_t const v217 = v178 % v216;
uint32_t const v218 = v213 * v214;
uint32_t const v219 = v218 + v215;
uint32_t const v220 = v219 * v216;
uint32_t const v221 = v220 + v217;
uint32_t const v222 = v221 * v40;
uint32_t const v223 = v222 + v179;
float const* const v224 = &v6[v223];
float const v225 = *v224;
float const v226 = *v182;
float const v227 = v226 + v225;
*v182 = v227;
uint32_t const v228 = 2;
uint32_t const v229 = v22 / v228;
int32_t const v230 = int32_t(v229);
int32_t const v231 = -v230;
int32_t const v232 = max(min(v194, v230), v231);
int32_t const v233 = v232 + v230;
uint32_t const v234 = uint32_t(v233);
uint32_t const v235 = uint32_t(v22);
uint32_t const v236 = v71 * v235;
uint32_t const v237 = v236 + v234;
float const* const v238 = &v7[v237];
float const v239 = *v238;
float const v240 = *v182;
float const v241 = v240 + v239;
*v182 = v241;
}
bool const v242 = *v186;
float const v243 = *v182;
float const v244 = -3.402823470e+38;
float const v245 = v242 ? v243 : v244;
float v1279_store;
float * v246 = &v1279_store;*v246 = v66;
float v1280_store;
float * v247 = &v1280_store;*v247 = v66;
if(v183) {
uint32_t const v248 = v100 + v37;
uint32_t const v249 = 3;
uint32_t const v250 = v40 + v249;
uint32_t const v251 = 4;
uint32_t const v252 = v250 / v251;
uint32_t const v253 = v248 * v252;
uint32_t const v254 = v179 / v251;
uint32_t const v255 = v253 + v254;
uint32_t const v256 = uint32_t(v255);
uint32_t const v257 = v30 + v256;
bool const v258 = v257 < v256;
uint32_t const v259 = v258 ? v34 : v33;
uint32_t const v260 = v31 + v259;
uint32_t const v261 = 3528531795;
uint32_t const v262 = __umulhi(v257, v261);
uint32_t const v263 = v257 * v261;
uint32_t const v264 = 3449720151;
uint32_t const v265 = __umulhi(v28, v264);
uint32_t const v266 = v28 * v264;
uint32_t const v267 = v265 ^ v260;
uint32_t const v268 = v267 ^ v26;
uint32_t const v269 = v262 ^ v29;
uint32_t const v270 = v269 ^ v27;
uint32_t const v271 = 2654435769;
uint32_t const v272 = v26 + v271;
uint32_t const v273 = 3144134277;
uint32_t const v274 = v27 + v273;
uint32_t const v275 = __umulhi(v268, v261);
uint32_t const v276 = v268 * v261;
uint32_t const v277 = __umulhi(v270, v264);
uint32_t const v278 = v270 * v264;
uint32_t const v279 = v277 ^ v266;
uint32_t const v280 = v279 ^ v272;
uint32_t const v281 = v275 ^ v263;
uint32_t const v282 = v281 ^ v274;
uint32_t const v283 = v272 + v271;
uint32_t const v284 = v274 + v273;
uint32_t const v285 = __umulhi(v280, v261);
uint32_t const v286 = v280 * v261;
uint32_t const v287 = __umulhi(v282, v264);
uint32_t const v288 = v282 * v264;
uint32_t const v289 = v287 ^ v278;
uint32_t const v290 = v289 ^ v283;
uint32_t const v291 = v285 ^ v276;
uint32_t const v292 = v291 ^ v284;
uint32_t const v293 = v283 + v271;
uint32_t const v294 = v284 + v273;
uint32_t const v295 = __umulhi(v290, v261);
uint32_t const v296 = v290 * v261;
uint32_t const v297 = __umulhi(v292, v264);
uint32_t const v298 = v292 * v264;
uint32_t const v299 = v297 ^ v288;
uint32_t const v300 = v299 ^ v293;
uint32_t const v301 = v295 ^ v286;
uint32_t const v302 = v301 ^ v294;
uint32_t const v303 = v293 + v271;
uint32_t const v304 = v294 + v273;
uint32_t const v305 = __umulhi(v300, v261);
uint32_t const v306 = v300 * v261;
uint32_t const v307 = __umulhi(v302, v264);
uint32_t const v308 = v302 * v264;
uint32_t const v309 = v307 ^ v298;
uint32_t const v310 = v309 ^ v303;
uint32_t const v311 = v305 ^ v296;
uint32_t const v312 = v311 ^ v304;
uint32_t const v313 = v303 + v271;
uint32_t const v314 = v304 + v273;
uint32_t const v315 = __umulhi(v310, v261);
uint32_t const v316 = v310 * v261;
uint32_t const v317 = __umulhi(v312, v264);
uint32_t const v318 = v312 * v264;
uint32_t const v319 = v317 ^ v308;
uint32_t const v320 = v319 ^ v313;
uint32_t const v321 = v315 ^ v306;
uint32_t const v322 = v321 ^ v314;
uint32_t const v323 = v313 + v271;
uint32_t const v324 = v314 + v273;
uint32_t const v325 = __umulhi(v320, v261);
uint32_t const v326 = v320 * v261;
uint32_t const v327 = __umulhi(v322, v264);
uint32_t const v328 = v322 * v264;
uint32_t const v329 = v327 ^ v318;
uint32_t const v330 = v329 ^ v323;
uint32_t const v331 = v325 ^ v316;
uint32_t const v332 = v331 ^ v324;
uint32_t const v333 = v323 + v271;
uint32_t const v334 = v324 + v273;
uint32_t const v335 = __umulhi(v330, v261);
uint32_t const v336 = v330 * v261;
uint32_t const v337 = __umulhi(v332, v264);
uint32_t const v338 = v332 * v264;
uint32_t const v339 = v337 ^ v328;
uint32_t const v340 = v339 ^ v333;
uint32_t const v341 = v335 ^ v326;
uint32_t const v342 = v341 ^ v334;
uint32_t const v343 = v333 + v271;
uint32_t const v344 = v334 + v273;
uint32_t const v345 = __umulhi(v340, v261);
uint32_t const v346 = v340 * v261;
uint32_t const v347 = __umulhi(v342, v264);
uint32_t const v348 = v342 * v264;
uint32_t const v349 = v347 ^ v338;
uint32_t const v350 = v349 ^ v343;
uint32_t const v351 = v345 ^ v336;
uint32_t const v352 = v351 ^ v344;
uint32_t const v353 = v343 + v271;
uint32_t const v354 = v344 + v273;
uint32_t const v355 = __umulhi(v350, v261);
uint32_t const v356 = v350 * v261;
uint32_t const v357 = __umulhi(v352, v264);
uint32_t const v358 = v352 * v264;
uint32_t const v359 = v357 ^ v348;
uint32_t const v360 = v359 ^ v353;
uint32_t const v361 = v355 ^ v346;
uint32_t const v362 = v361 ^ v354;
uint32_t const v363 = v179 % v251;
bool const v364 = v363 == v11;
uint32_t const v365 = v364 ? v360 : v358;
bool const v366 = v363 == v63;
uint32_t const v367 = v366 ? v362 : v356;
bool const v368 = v363 < v63;
uint32_t const v369 = v368 ? v365 : v367;
bool const v370 = v369 < v23;
bool const v371 = v24 == v34;
bool const v372 = v370 || v371;
float const v373 = v372 ? v25 : v66;
float const v374 = *v99;
float const* const v375 = &v4[v248];
float const v376 = *v375;
uint32_t const v377 = v12 / v63;
uint32_t const v378 = v377 + v248;
float const* const v379 = &v4[v378];
float const v380 = *v379;
bool const v381 = v245 == v244;
float const v382 = v245 - v376;
float const v383 = exp(v382);float const v384 = v381 ? v66 : v383;
float const v385 = v384 * v373;
float const v386 = -v380;
float const v387 = fma(v374, v373, v386);
float const v388 = v384 * v387;
*v246 = v385;
*v247 = v388;
}
float const v389 = *v246;
uint32_t const v390 = v37 * v36;
uint32_t const v391 = v390 + v38;
float * const v392 = &(*v60)[v391];
*v392 = v389;
float const v393 = *v247;
float * const v394 = &(*v61)[v391];
*v394 = v393;
__syncthreads();
__syncthreads();
float v1288_store;
float * v395 = &v1288_store;*v395 = v66;
uint32_t const v396 = 24;
bool const v397 = v38 < v396;
bool const v398 = v37 < v102;
bool const v399 = v397 && v398;
if(v399) {
uint32_t const v400 = v100 + v37;
uint32_t const v401 = v400 * v396;
uint32_t const v402 = v401 + v38;
float const* const v403 = &v3[v402];
float const v404 = *v403;
*v395 = v404;
}
float const v405 = *v395;
float * const v406 = &(*v58)[v35];
*v406 = v405;
__syncthreads();
for(uint32_t v407 = v11; v407 < v36; v407 += v59) {
uint32_t const v408 = v407 * v36;
uint32_t const v409 = v408 + v38;
float * const v410 = &(*v58)[v409];
float const v411 = *v410;
uint32_t const v412 = v408 + v37;
float * const v413 = &(*v60)[v412];
float const v414 = *v413;
float const v415 = *v68;
float const v416 = fma(v414, v411, v415);
*v68 = v416;
}
__syncthreads();
uint32_t const v417 = v36 + v38;
float v1290_store;
float * v418 = &v1290_store;*v418 = v66;
bool const v419 = v417 < v396;
bool const v420 = v419 && v398;
if(v420) {
uint32_t const v421 = v100 + v37;
uint32_t const v422 = v421 * v396;
uint32_t const v423 = v422 + v417;
float const* const v424 = &v3[v423];
float const v425 = *v424;
*v418 = v425;
}
float const v426 = *v418;
*v406 = v426;
__syncthreads();
for(uint32_t v427 = v11; v427 < v36; v427 += v59) {
uint32_t const v428 = v427 * v36;
uint32_t const v429 = v428 + v38;
float * const v430 = &(*v58)[v429];
float const v431 = *v430;
uint32_t const v432 = v428 + v37;
float * const v433 = &(*v60)[v432];
float const v434 = *v433;
float const v435 = *v69;
float const v436 = fma(v434, v431, v435);
*v69 = v436;
}
__syncthreads();
float v1292_store;
float * v437 = &v1292_store;*v437 = v66;
uint32_t const v438 = 20;
bool const v439 = v38 < v438;
bool const v440 = v439 && v398;
if(v440) {
uint32_t const v441 = v100 + v37;
uint32_t const v442 = v441 * v438;
uint32_t const v443 = v442 + v38;
float const* const v444 = &v0[v443];
float const v445 = *v444;
*v437 = v445;
}
float const v446 = *v437;
float const v447 = v446 * v17;
*v406 = v447;
__syncthreads();
for(uint32_t v448 = v11; v448 < v36; v448 += v59) {
uint32_t const v449 = v448 * v36;
uint32_t const v450 = v449 + v38;
float * const v451 = &(*v58)[v450];
float const v452 = *v451;
uint32_t const v453 = v449 + v37;
float * const v454 = &(*v61)[v453];
float const v455 = *v454;
float const v456 = *v65;
float const v457 = fma(v455, v452, v456);
*v65 = v457;
}
__syncthreads();
float v1294_store;
float * v458 = &v1294_store;*v458 = v66;
bool const v459 = v417 < v438;
bool const v460 = v459 && v398;
if(v460) {
uint32_t const v461 = v100 + v37;
uint32_t const v462 = v461 * v438;
uint32_t const v463 = v462 + v417;
float const* const v464 = &v0[v463];
float const v465 = *v464;
*v458 = v465;
}
float const v466 = *v458;
float const v467 = v466 * v17;
*v406 = v467;
__syncthreads();
for(uint32_t v468 = v11; v468 < v36; v468 += v59) {
uint32_t const v469 = v468 * v36;
uint32_t const v470 = v469 + v38;
float * const v471 = &(*v58)[v470];
float const v472 = *v471;
uint32_t const v473 = v469 + v37;
float * const v474 = &(*v61)[v473];
float const v475 = *v474;
float const v476 = *v67;
float const v477 = fma(v475, v472, v476);
*v67 = v477;
}
__syncthreads();
}
}
}
uint32_t const v478 = v44 + v37;
bool const v479 = v478 < v40;
if(v479) {
uint32_t const v480 = 20;
bool const v481 = v38 < v480;
if(v481) {
float const v482 = *v65;
uint32_t const v483 = v56 + v478;
uint32_t const v484 = v483 * v480;
uint32_t const v485 = v484 + v38;
float * const v486 = &v8[v485];
*v486 = v482;
}
uint32_t const v487 = v36 + v38;
bool const v488 = v487 < v480;
if(v488) {
float const v489 = *v67;
uint32_t const v490 = v56 + v478;
uint32_t const v491 = v490 * v480;
uint32_t const v492 = v491 + v487;
float * const v493 = &v8[v492];
*v493 = v489;
}
uint32_t const v494 = 24;
bool const v495 = v38 < v494;
if(v495) {
float const v496 = *v68;
uint32_t const v497 = v56 + v478;
uint32_t const v498 = v497 * v494;
uint32_t const v499 = v498 + v38;
float * const v500 = &v9[v499];
*v500 = v496;
}
bool const v501 = v487 < v494;
if(v501) {
float const v502 = *v69;
uint32_t const v503 = v56 + v478;
uint32_t const v504 = v503 * v494;
uint32_t const v505 = v504 + v487;
float * const v506 = &v9[v505];
*v506 = v502;
}
}
return;
}
