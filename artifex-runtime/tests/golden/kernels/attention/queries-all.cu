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
extern "C" __global__ void __launch_bounds__(256)  queries_kernel_f_f32_s_f32(float const* const __restrict__ v0, float const* const __restrict__ v1, float const* const __restrict__ v2, float const* const __restrict__ v3, float const* const __restrict__ v4, float const* const __restrict__ v5, float const* const __restrict__ v6, float const* const __restrict__ v7, float * const __restrict__ v8, __grid_constant__ info_st const info_v1016) {
extern __shared__ __align__(4) char v9[];uint32_t const v10 = 0;
uint32_t const v11 = info_v1016.static_meta[4];
uint32_t const v12 = info_v1016.scalars_u32[0];
uint32_t const v13 = info_v1016.scalars_u32[1];
uint32_t const v14 = info_v1016.scalars_u32[2];
uint32_t const v15 = info_v1016.scalars_u32[3];
float const v16 = info_v1016.scalars_f32[0];
uint32_t const v17 = info_v1016.scalars_u32[4];
uint32_t const v18 = info_v1016.scalars_u32[5];
uint32_t const v19 = info_v1016.scalars_u32[6];
uint32_t const v20 = info_v1016.scalars_u32[7];
uint32_t const v21 = info_v1016.scalars_u32[8];
uint32_t const v22 = info_v1016.scalars_u32[9];
uint32_t const v23 = info_v1016.scalars_u32[10];
float const v24 = info_v1016.scalars_f32[1];
uint32_t const v25 = info_v1016.scalars_u32[11];
uint32_t const v26 = info_v1016.scalars_u32[12];
uint32_t const v27 = info_v1016.scalars_u32[13];
uint32_t const v28 = info_v1016.scalars_u32[14];
uint32_t const v29 = info_v1016.scalars_u32[15];
uint32_t const v30 = info_v1016.scalars_u32[16];
uint32_t const v31 = threadIdx.x;
uint32_t const v32 = 0;
uint32_t const v33 = 1;
uint32_t const v34 = uint32_t(v31);
uint32_t const v35 = 16;
uint32_t const v36 = v34 / v35;
uint32_t const v37 = v34 % v35;
uint32_t const v38 = uint32_t(v14);
uint32_t const v39 = uint32_t(v15);
uint32_t const v40 = blockIdx.x;
uint32_t const v41 = uint32_t(v40);
uint32_t const v42 = v41 * v35;
uint32_t const v43 = blockIdx.z;
uint32_t const v44 = uint32_t(v43);
uint32_t const v45 = blockIdx.y;
uint32_t const v46 = uint32_t(v45);
uint32_t const v47 = uint32_t(v12);
uint32_t const v48 = uint32_t(v13);
uint32_t const v49 = v44 * v47;
uint32_t const v50 = v49 + v46;
uint32_t const v51 = v50 * v38;
uint32_t const v52 = v47 / v48;
uint32_t const v53 = v44 * v52;
uint32_t const v54 = v46 / v48;
uint32_t const v55 = v53 + v54;
uint32_t const v56 = v55 * v39;
array<float, 256> * const v57 = reinterpret_cast<array<float, 256> *>(&v9[0]);
array<float, 272> * const v58 = reinterpret_cast<array<float, 272> *>(&v9[1024]);
uint32_t const v59 = 1;
array<float, 256> * const v60 = reinterpret_cast<array<float, 256> *>(&v9[2116]);
array<float, 256> * const v61 = reinterpret_cast<array<float, 256> *>(&v9[3140]);
array<float, 2> v1052_store = {};
array<float, 2> * v62 = &v1052_store;uint32_t const v63 = 2;
float * const v64 = &(*v62)[v10];
float const v65 = 0;
*v64 = v65;
float * const v66 = &(*v62)[v59];
*v66 = v65;
uint32_t const v67 = v39 + v35;
uint32_t const v68 = v67 - v59;
uint32_t const v69 = v68 / v35;
for(uint32_t v70 = v10; v70 < v69; v70 += v59) {
uint32_t const v71 = v70 * v35;
int32_t const v72 = int32_t(v15);
int32_t const v73 = int32_t(v14);
int32_t const v74 = v72 - v73;
int32_t const v75 = int32_t(v42);
int32_t const v76 = v75 + v74;
int32_t const v77 = 15;
int32_t const v78 = v76 + v77;
int32_t const v79 = int32_t(v71);
int32_t const v80 = v79 + v77;
bool const v81 = v79 <= v78;
int32_t const v82 = int32_t(v17);
int32_t const v83 = v76 - v80;
bool const v84 = v83 < v82;
bool const v85 = v81 && v84;
if(v85) {
array<float, 1> v1055_store = {};
array<float, 1> * v86 = &v1055_store;array<float, 1> v1056_store = {};
array<float, 1> * v87 = &v1056_store;float * const v88 = &(*v86)[v10];
*v88 = v65;
float * const v89 = &(*v87)[v10];
*v89 = v65;
uint32_t const v90 = v51 + v42;
uint32_t const v91 = v56 + v71;
uint32_t const v92 = v38 - v42;
uint32_t const v93 = v39 - v71;
for(uint32_t v94 = v10; v94 < v63; v94 += v59) {
__syncthreads();
uint32_t const v95 = v94 * v35;
uint32_t const v96 = v95 + v37;
float v1058_store;
float * v97 = &v1058_store;*v97 = v65;
float v1059_store;
float * v98 = &v1059_store;*v98 = v65;
uint32_t const v99 = 20;
bool const v100 = v96 < v99;
if(v100) {
bool const v101 = v36 < v92;
if(v101) {
uint32_t const v102 = v90 + v36;
uint32_t const v103 = v102 * v99;
uint32_t const v104 = v103 + v96;
float const* const v105 = &v0[v104];
float const v106 = *v105;
*v97 = v106;
}
bool const v107 = v36 < v93;
if(v107) {
uint32_t const v108 = v91 + v36;
uint32_t const v109 = v108 * v99;
uint32_t const v110 = v109 + v96;
float const* const v111 = &v1[v110];
float const v112 = *v111;
*v98 = v112;
}
}
float const v113 = *v97;
float * const v114 = &(*v57)[v34];
*v114 = v113;
float const v115 = *v98;
uint32_t const v116 = 17;
uint32_t const v117 = v37 * v116;
uint32_t const v118 = v117 + v36;
float * const v119 = &(*v58)[v118];
*v119 = v115;
__syncthreads();
for(uint32_t v120 = v10; v120 < v35; v120 += v59) {
uint32_t const v121 = v36 * v35;
uint32_t const v122 = v121 + v120;
float * const v123 = &(*v57)[v122];
float const v124 = *v123;
uint32_t const v125 = v120 * v116;
uint32_t const v126 = v125 + v37;
float * const v127 = &(*v58)[v126];
float const v128 = *v127;
float const v129 = *v88;
float const v130 = fma(v124, v128, v129);
*v88 = v130;
}
}
for(uint32_t v131 = v10; v131 < v63; v131 += v59) {
__syncthreads();
uint32_t const v132 = v131 * v35;
uint32_t const v133 = v132 + v37;
float v1062_store;
float * v134 = &v1062_store;*v134 = v65;
float v1063_store;
float * v135 = &v1063_store;*v135 = v65;
uint32_t const v136 = 24;
bool const v137 = v133 < v136;
if(v137) {
bool const v138 = v36 < v92;
if(v138) {
uint32_t const v139 = v90 + v36;
uint32_t const v140 = v139 * v136;
uint32_t const v141 = v140 + v133;
float const* const v142 = &v3[v141];
float const v143 = *v142;
*v134 = v143;
}
bool const v144 = v36 < v93;
if(v144) {
uint32_t const v145 = v91 + v36;
uint32_t const v146 = v145 * v136;
uint32_t const v147 = v146 + v133;
float const* const v148 = &v2[v147];
float const v149 = *v148;
*v135 = v149;
}
}
float const v150 = *v134;
float * const v151 = &(*v57)[v34];
*v151 = v150;
float const v152 = *v135;
uint32_t const v153 = 17;
uint32_t const v154 = v37 * v153;
uint32_t const v155 = v154 + v36;
float * const v156 = &(*v58)[v155];
*v156 = v152;
__syncthreads();
for(uint32_t v157 = v10; v157 < v35; v157 += v59) {
uint32_t const v158 = v36 * v35;
uint32_t const v159 = v158 + v157;
float * const v160 = &(*v57)[v159];
float const v161 = *v160;
uint32_t const v162 = v157 * v153;
uint32_t const v163 = v162 + v37;
float * const v164 = &(*v58)[v163];
float const v165 = *v164;
float const v166 = *v89;
float const v167 = fma(v161, v165, v166);
*v89 = v167;
}
}
uint32_t const v168 = v42 + v36;
uint32_t const v169 = v71 + v37;
float const v170 = *v88;
float const v171 = v170 * v16;
float v1065_store;
float * v172 = &v1065_store;*v172 = v171;
bool const v173 = v168 < v38;
bool const v174 = v169 < v39;
bool const v175 = v173 && v174;
bool v1066_store;
bool * v176 = &v1066_store;*v176 = v175;
bool const v177 = *v176;
if(v177) {
int32_t const v178 = int32_t(v169);
int32_t const v179 = int32_t(v168);
int32_t const v180 = int32_t(v39);
int32_t const v181 = v179 + v180;
int32_t const v182 = int32_t(v38);
int32_t const v183 = v181 - v182;
int32_t const v184 = v178 - v183;
int32_t const v185 = 0;
bool const v186 = v184 <= v185;
*v176 = v186;
bool const v187 = v184 < v82;
bool const v188 = *v176;
bool const v189 = v188 && v187;
int32_t const v190 = -v184;
bool const v191 = v190 < v82;
bool const v192 = v189 && v191;
*v176 = v192;
bool const v193 = *v176;
bool v1067_store;
bool * v194 = &v1067_store;if(v193) {
uint32_t const v195 = v44 * v39;
uint32_t const v196 = v195 + v169;
float const* const v197 = &v5[v196];
float const v198 = *v197;
bool const v199 = v198 != v65;
*v194 = v199;
}
 else {
bool const v200 = false;
*v194 = v200;
}
bool const v201 = *v194;
*v176 = v201;
uint32_t const v202 = uint32_t(v18);
uint32_t const v203 = v44 % v202;
uint32_t const v204 = uint32_t(v19);
uint32_t const v205 = v46 % v204;
uint32_t const v206 = uint32_t(v20);
uint32_t const v207 = v168 % v206;
uint32_t const v208 = v203 * v204;
uint32_t const v209 = v208 + v205;
uint32_t const v210 = v209 * v206;
uint32_t const v211 = v210 + v207;
uint32_t const v212 = v211 * v39;
uint32_t const v213 = v212 + v169;
float const* const v214 = &v6[v213];
float const v215 = *v214;
float const v216 = *v172;
float const v217 = v216 + v215;
*v172 = v217;
uint32_t const v218 = 2;
uint32_t const v219 = v21 / v218;
int32_t const v220 = int32_t(v219);
int32_t const v221 = -v220;
int32_t const v222 = max(min(v184, v220), v221);
int32_t const v223 = v222 + v220;
uint32_t const v224 = uint32_t(v223);
uint32_t const v225 = uint32_t(v21);
uint32_t const v226 = v46 * v225;
uint32_t const v227 = v226 + v224;
float const* const v228 = &v7[v227];
float const v229 = *v228;
float const v230 = *v172;
float const v231 = v230 + v229;
*v172 = v231;
}
bool const v232 = *v176;
float const v233 = *v172;
float const v234 = -3.402823470e+38;
float const v235 = v232 ? v233 : v234;
float v1068_store;
float * v236 = &v1068_store;*v236 = v65;
float v1069_store;
float * v237 = &v1069_store;*v237 = v65;
if(v173) {
uint32_t const v238 = v90 + v36;
uint32_t const v239 = 3;
uint32_t const v240 = v39 + v239;
uint32_t const v241 = 4;
uint32_t const v242 = v240 / v241;
uint32_t const v243 = v238 * v242;
uint32_t const v244 = v169 / v241;
uint32_t const v245 = v243 + v244;
uint32_t const v246 = uint32_t(v245);
uint32_t const v247 = v29 + v246;
bool const v248 = v247 < v246;
uint32_t const v249 = v248 ? v33 : v32;
uint32_t const v250 = v30 + v249;
uint32_t const v251 = 3528531795;
uint32_t const v252 = __umulhi(v247, v251);
uint32_t const v253 = v247 * v251;
uint32_t const v254 = 3449720151;
uint32_t const v255 = __umulhi(v27, v254);
uint32_t const v256 = v27 * v254;
uint32_t const v257 = v255 ^ v250;
uint32_t const v258 = v257 ^ v25;
uint32_t const v259 = v252 ^ v28;
uint32_t const v260 = v259 ^ v26;
uint32_t const v261 = 2654435769;
uint32_t const v262 = v25 + v261;
uint32_t const v263 = 3144134277;
uint32_t const v264 = v26 + v263;
uint32_t const v265 = __umulhi(v258, v251);
uint32_t const v266 = v258 * v251;
uint32_t const v267 = __umulhi(v260, v254);
uint32_t const v268 = v260 * v254;
uint32_t const v269 = v267 ^ v256;
uint32_t const v270 = v269 ^ v262;
uint32_t const v271 = v265 ^ v253;
uint32_t const v272 = v271 ^ v264;
uint32_t const v273 = v262 + v261;
uint32_t const v274 = v264 + v263;
uint32_t const v275 = __umulhi(v270, v251);
uint32_t const v276 = v270 * v251;
uint32_t const v277 = __umulhi(v272, v254);
uint32_t const v278 = v272 * v254;
uint32_t const v279 = v277 ^ v268;
uint32_t const v280 = v279 ^ v273;
uint32_t const v281 = v275 ^ v266;
uint32_t const v282 = v281 ^ v274;
uint32_t const v283 = v273 + v261;
uint32_t const v284 = v274 + v263;
uint32_t const v285 = __umulhi(v280, v251);
uint32_t const v286 = v280 * v251;
uint32_t const v287 = __umulhi(v282, v254);
uint32_t const v288 = v282 * v254;
uint32_t const v289 = v287 ^ v278;
uint32_t const v290 = v289 ^ v283;
uint32_t const v291 = v285 ^ v276;
uint32_t const v292 = v291 ^ v284;
uint32_t const v293 = v283 + v261;
uint32_t const v294 = v284 + v263;
uint32_t const v295 = __umulhi(v290, v251);
uint32_t const v296 = v290 * v251;
uint32_t const v297 = __umulhi(v292, v254);
uint32_t const v298 = v292 * v254;
uint32_t const v299 = v297 ^ v288;
uint32_t const v300 = v299 ^ v293;
uint32_t const v301 = v295 ^ v286;
uint32_t const v302 = v301 ^ v294;
uint32_t const v303 = v293 + v261;
uint32_t const v304 = v294 + v263;
uint32_t const v305 = __umulhi(v300, v251);
uint32_t const v306 = v300 * v251;
uint32_t const v307 = __umulhi(v302, v254);
uint32_t const v308 = v302 * v254;
uint32_t const v309 = v307 ^ v298;
uint32_t const v310 = v309 ^ v303;
uint32_t const v311 = v305 ^ v296;
uint32_t const v312 = v311 ^ v304;
uint32_t const v313 = v303 + v261;
uint32_t const v314 = v304 + v263;
uint32_t const v315 = __umulhi(v310, v251);
uint32_t const v316 = v310 * v251;
uint32_t const v317 = __umulhi(v312, v254);
uint32_t const v318 = v312 * v254;
uint32_t const v319 = v317 ^ v308;
uint32_t const v320 = v319 ^ v313;
uint32_t const v321 = v315 ^ v306;
uint32_t const v322 = v321 ^ v314;
uint32_t const v323 = v313 + v261;
uint32_t const v324 = v314 + v263;
uint32_t const v325 = __umulhi(v320, v251);
uint32_t const v326 = v320 * v251;
uint32_t const v327 = __umulhi(v322, v254);
uint32_t const v328 = v322 * v254;
uint32_t const v329 = v327 ^ v318;
uint32_t const v330 = v329 ^ v323;
uint32_t const v331 = v325 ^ v316;
uint32_t const v332 = v331 ^ v324;
uint32_t const v333 = v323 + v261;
uint32_t const v334 = v324 + v263;
uint32_t const v335 = __umulhi(v330, v251);
uint32_t const v336 = v330 * v251;
uint32_t const v337 = __umulhi(v332, v254);
uint32_t const v338 = v332 * v254;
uint32_t const v339 = v337 ^ v328;
uint32_t const v340 = v339 ^ v333;
uint32_t const v341 = v335 ^ v326;
uint32_t const v342 = v341 ^ v334;
uint32_t const v343 = v333 + v261;
uint32_t const v344 = v334 + v263;
uint32_t const v345 = __umulhi(v340, v251);
uint32_t const v346 = v340 * v251;
uint32_t const v347 = __umulhi(v342, v254);
uint32_t const v348 = v342 * v254;
uint32_t const v349 = v347 ^ v338;
uint32_t const v350 = v349 ^ v343;
uint32_t const v351 = v345 ^ v336;
uint32_t const v352 = v351 ^ v344;
uint32_t const v353 = v169 % v241;
bool const v354 = v353 == v10;
uint32_t const v355 = v354 ? v350 : v348;
bool const v356 = v353 == v63;
uint32_t const v357 = v356 ? v352 : v346;
bool const v358 = v353 < v63;
uint32_t const v359 = v358 ? v355 : v357;
bool const v360 = v359 < v22;
bool const v361 = v23 == v33;
bool const v362 = v360 || v361;
float const v363 = v362 ? v24 : v65;
float const v364 = *v89;
float const* const v365 = &v4[v238];
float const v366 = *v365;
uint32_t const v367 = v11 / v63;
uint32_t const v368 = v367 + v238;
float const* const v369 = &v4[v368];
float const v370 = *v369;
bool const v371 = v235 == v234;
float const v372 = v235 - v366;
float const v373 = exp(v372);float const v374 = v371 ? v65 : v373;
float const v375 = v374 * v363;
float const v376 = -v370;
float const v377 = fma(v364, v363, v376);
float const v378 = v374 * v377;
*v236 = v375;
*v237 = v378;
}
float const v379 = *v236;
uint32_t const v380 = v36 * v35;
uint32_t const v381 = v380 + v37;
float * const v382 = &(*v60)[v381];
*v382 = v379;
float const v383 = *v237;
float * const v384 = &(*v61)[v381];
*v384 = v383;
__syncthreads();
__syncthreads();
float v1077_store;
float * v385 = &v1077_store;*v385 = v65;
uint32_t const v386 = 20;
bool const v387 = v37 < v386;
bool const v388 = v36 < v93;
bool const v389 = v387 && v388;
if(v389) {
uint32_t const v390 = v91 + v36;
uint32_t const v391 = v390 * v386;
uint32_t const v392 = v391 + v37;
float const* const v393 = &v1[v392];
float const v394 = *v393;
*v385 = v394;
}
float const v395 = *v385;
float const v396 = v395 * v16;
float * const v397 = &(*v58)[v34];
*v397 = v396;
__syncthreads();
for(uint32_t v398 = v10; v398 < v35; v398 += v59) {
uint32_t const v399 = v398 * v35;
uint32_t const v400 = v399 + v37;
float * const v401 = &(*v58)[v400];
float const v402 = *v401;
uint32_t const v403 = v380 + v398;
float * const v404 = &(*v61)[v403];
float const v405 = *v404;
float const v406 = *v64;
float const v407 = fma(v405, v402, v406);
*v64 = v407;
}
__syncthreads();
uint32_t const v408 = v35 + v37;
float v1079_store;
float * v409 = &v1079_store;*v409 = v65;
bool const v410 = v408 < v386;
bool const v411 = v410 && v388;
if(v411) {
uint32_t const v412 = v91 + v36;
uint32_t const v413 = v412 * v386;
uint32_t const v414 = v413 + v408;
float const* const v415 = &v1[v414];
float const v416 = *v415;
*v409 = v416;
}
float const v417 = *v409;
float const v418 = v417 * v16;
*v397 = v418;
__syncthreads();
for(uint32_t v419 = v10; v419 < v35; v419 += v59) {
uint32_t const v420 = v419 * v35;
uint32_t const v421 = v420 + v37;
float * const v422 = &(*v58)[v421];
float const v423 = *v422;
uint32_t const v424 = v380 + v419;
float * const v425 = &(*v61)[v424];
float const v426 = *v425;
float const v427 = *v66;
float const v428 = fma(v426, v423, v427);
*v66 = v428;
}
__syncthreads();
}
}
uint32_t const v429 = v42 + v36;
bool const v430 = v429 < v38;
uint32_t const v431 = 20;
bool const v432 = v37 < v431;
bool const v433 = v430 && v432;
if(v433) {
float const v434 = *v64;
uint32_t const v435 = v51 + v429;
uint32_t const v436 = v435 * v431;
uint32_t const v437 = v436 + v37;
float * const v438 = &v8[v437];
*v438 = v434;
}
uint32_t const v439 = v35 + v37;
bool const v440 = v439 < v431;
bool const v441 = v430 && v440;
if(v441) {
float const v442 = *v66;
uint32_t const v443 = v51 + v429;
uint32_t const v444 = v443 * v431;
uint32_t const v445 = v444 + v439;
float * const v446 = &v8[v445];
*v446 = v442;
}
return;
}
