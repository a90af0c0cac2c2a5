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
extern "C" __global__ void __launch_bounds__(256)  forward_kernel_f_f32_s_f32(float const* const __restrict__ v0, float const* const __restrict__ v1, float const* const __restrict__ v2, float * const __restrict__ v3, float * const __restrict__ v4, __grid_constant__ info_st const info_v4470) {
extern __shared__ __align__(4) char v5[];uint32_t const v6 = 0;
uint32_t const v7 = info_v4470.scalars_u32[0];
uint32_t const v8 = info_v4470.scalars_u32[1];
uint32_t const v9 = info_v4470.scalars_u32[2];
uint32_t const v10 = info_v4470.scalars_u32[3];
float const v11 = info_v4470.scalars_f32[0];
uint32_t const v12 = threadIdx.x;
uint32_t const v13 = uint32_t(v12);
uint32_t const v14 = 16;
uint32_t const v15 = v13 / v14;
uint32_t const v16 = v13 % v14;
uint32_t const v17 = uint32_t(v9);
uint32_t const v18 = uint32_t(v10);
uint32_t const v19 = blockIdx.x;
uint32_t const v20 = uint32_t(v19);
uint32_t const v21 = 64;
uint32_t const v22 = v20 * v21;
uint32_t const v23 = blockIdx.z;
uint32_t const v24 = uint32_t(v23);
uint32_t const v25 = blockIdx.y;
uint32_t const v26 = uint32_t(v25);
uint32_t const v27 = uint32_t(v7);
uint32_t const v28 = uint32_t(v8);
uint32_t const v29 = v24 * v27;
uint32_t const v30 = v29 + v26;
uint32_t const v31 = v30 * v17;
uint32_t const v32 = v27 / v28;
uint32_t const v33 = v24 * v32;
uint32_t const v34 = v26 / v28;
uint32_t const v35 = v33 + v34;
uint32_t const v36 = v35 * v18;
array<float, 1024> * const v37 = reinterpret_cast<array<float, 1024> *>(&v5[0]);
array<float, 1040> * const v38 = reinterpret_cast<array<float, 1040> *>(&v5[4096]);
uint32_t const v39 = 1;
array<float, 4096> * const v40 = reinterpret_cast<array<float, 4096> *>(&v5[8260]);
array<float, 1024> * const v41 = reinterpret_cast<array<float, 1024> *>(&v5[24644]);
array<float, 16> v4502_store = {};
array<float, 16> * v42 = &v4502_store;array<float, 4> v4503_store = {};
array<float, 4> * v43 = &v4503_store;uint32_t const v44 = 4;
array<float, 4> v4504_store = {};
array<float, 4> * v45 = &v4504_store;float * const v46 = &(*v43)[v6];
float const v47 = -3.402823470e+38;
*v46 = v47;
float * const v48 = &(*v45)[v6];
float const v49 = 0;
*v48 = v49;
float * const v50 = &(*v42)[v6];
*v50 = v49;
float * const v51 = &(*v42)[v39];
*v51 = v49;
uint32_t const v52 = 2;
float * const v53 = &(*v42)[v52];
*v53 = v49;
uint32_t const v54 = 3;
float * const v55 = &(*v42)[v54];
*v55 = v49;
float * const v56 = &(*v43)[v39];
*v56 = v47;
float * const v57 = &(*v45)[v39];
*v57 = v49;
float * const v58 = &(*v42)[v44];
*v58 = v49;
uint32_t const v59 = 5;
float * const v60 = &(*v42)[v59];
*v60 = v49;
uint32_t const v61 = 6;
float * const v62 = &(*v42)[v61];
*v62 = v49;
uint32_t const v63 = 7;
float * const v64 = &(*v42)[v63];
*v64 = v49;
float * const v65 = &(*v43)[v52];
*v65 = v47;
float * const v66 = &(*v45)[v52];
*v66 = v49;
uint32_t const v67 = 8;
float * const v68 = &(*v42)[v67];
*v68 = v49;
uint32_t const v69 = 9;
float * const v70 = &(*v42)[v69];
*v70 = v49;
uint32_t const v71 = 10;
float * const v72 = &(*v42)[v71];
*v72 = v49;
uint32_t const v73 = 11;
float * const v74 = &(*v42)[v73];
*v74 = v49;
float * const v75 = &(*v43)[v54];
*v75 = v47;
float * const v76 = &(*v45)[v54];
*v76 = v49;
uint32_t const v77 = 12;
float * const v78 = &(*v42)[v77];
*v78 = v49;
uint32_t const v79 = 13;
float * const v80 = &(*v42)[v79];
*v80 = v49;
uint32_t const v81 = 14;
float * const v82 = &(*v42)[v81];
*v82 = v49;
uint32_t const v83 = 15;
float * const v84 = &(*v42)[v83];
*v84 = v49;
uint32_t const v85 = v18 + v21;
uint32_t const v86 = v85 - v39;
uint32_t const v87 = v86 / v21;
for(uint32_t v88 = v6; v88 < v87; v88 += v39) {
uint32_t const v89 = v88 * v21;
array<float, 16> v4507_store = {};
array<float, 16> * v90 = &v4507_store;float * const v91 = &(*v90)[v6];
*v91 = v49;
float * const v92 = &(*v90)[v39];
*v92 = v49;
float * const v93 = &(*v90)[v52];
*v93 = v49;
float * const v94 = &(*v90)[v54];
*v94 = v49;
float * const v95 = &(*v90)[v44];
*v95 = v49;
float * const v96 = &(*v90)[v59];
*v96 = v49;
float * const v97 = &(*v90)[v61];
*v97 = v49;
float * const v98 = &(*v90)[v63];
*v98 = v49;
float * const v99 = &(*v90)[v67];
*v99 = v49;
float * const v100 = &(*v90)[v69];
*v100 = v49;
float * const v101 = &(*v90)[v71];
*v101 = v49;
float * const v102 = &(*v90)[v73];
*v102 = v49;
float * const v103 = &(*v90)[v77];
*v103 = v49;
float * const v104 = &(*v90)[v79];
*v104 = v49;
float * const v105 = &(*v90)[v81];
*v105 = v49;
float * const v106 = &(*v90)[v83];
*v106 = v49;
uint32_t const v107 = v31 + v22;
uint32_t const v108 = v17 - v22;
uint32_t const v109 = v36 + v89;
uint32_t const v110 = v18 - v89;
for(uint32_t v111 = v6; v111 < v44; v111 += v39) {
__syncthreads();
uint32_t const v112 = v111 * v14;
uint32_t const v113 = v112 + v16;
float v4509_store;
float * v114 = &v4509_store;*v114 = v49;
float v4510_store;
float * v115 = &v4510_store;*v115 = v49;
bool const v116 = v113 < v21;
if(v116) {
bool const v117 = v15 < v108;
if(v117) {
uint32_t const v118 = v107 + v15;
uint32_t const v119 = v118 * v21;
uint32_t const v120 = v119 + v113;
float const* const v121 = &v0[v120];
float const v122 = *v121;
*v114 = v122;
}
bool const v123 = v15 < v110;
if(v123) {
uint32_t const v124 = v109 + v15;
uint32_t const v125 = v124 * v21;
uint32_t const v126 = v125 + v113;
float const* const v127 = &v1[v126];
float const v128 = *v127;
*v115 = v128;
}
}
float const v129 = *v114;
float * const v130 = &(*v37)[v13];
*v130 = v129;
float const v131 = *v115;
uint32_t const v132 = 65;
uint32_t const v133 = v16 * v132;
uint32_t const v134 = v133 + v15;
float * const v135 = &(*v38)[v134];
*v135 = v131;
uint32_t const v136 = 256;
uint32_t const v137 = v13 + v136;
uint32_t const v138 = v137 / v14;
uint32_t const v139 = v137 % v14;
uint32_t const v140 = v112 + v139;
float v4511_store;
float * v141 = &v4511_store;*v141 = v49;
float v4512_store;
float * v142 = &v4512_store;*v142 = v49;
bool const v143 = v140 < v21;
if(v143) {
bool const v144 = v138 < v108;
if(v144) {
uint32_t const v145 = v107 + v138;
uint32_t const v146 = v145 * v21;
uint32_t const v147 = v146 + v140;
float const* const v148 = &v0[v147];
float const v149 = *v148;
*v141 = v149;
}
bool const v150 = v138 < v110;
if(v150) {
uint32_t const v151 = v109 + v138;
uint32_t const v152 = v151 * v21;
uint32_t const v153 = v152 + v140;
float const* const v154 = &v1[v153];
float const v155 = *v154;
*v142 = v155;
}
}
float const v156 = *v141;
float * const v157 = &(*v37)[v137];
*v157 = v156;
float const v158 = *v142;
uint32_t const v159 = v139 * v132;
uint32_t const v160 = v159 + v138;
float * const v161 = &(*v38)[v160];
*v161 = v158;
uint32_t const v162 = 512;
uint32_t const v163 = v13 + v162;
uint32_t const v164 = v163 / v14;
uint32_t const v165 = v163 % v14;
uint32_t const v166 = v112 + v165;
float v4513_store;
float * v167 = &v4513_store;*v167 = v49;
float v4514_store;
float * v168 = &v4514_store;*v168 = v49;
bool const v169 = v166 < v21;
if(v169) {
bool const v170 = v164 < v108;
if(v170) {
uint32_t const v171 = v107 + v164;
uint32_t const v172 = v171 * v21;
uint32_t const v173 = v172 + v166;
float const* const v174 = &v0[v173];
float const v175 = *v174;
*v167 = v175;
}
bool const v176 = v164 < v110;
if(v176) {
uint32_t const v177 = v109 + v164;
uint32_t const v178 = v177 * v21;
uint32_t const v179 = v178 + v166;
float const* const v180 = &v1[v179];
float const v181 = *v180;
*v168 = v181;
}
}
float const v182 = *v167;
float * const v183 = &(*v37)[v163];
*v183 = v182;
float const v184 = *v168;
uint32_t const v185 = v165 * v132;
uint32_t const v186 = v185 + v164;
float * const v187 = &(*v38)[v186];
*v187 = v184;
uint32_t const v188 = 768;
uint32_t const v189 = v13 + v188;
uint32_t const v190 = v189 / v14;
uint32_t const v191 = v189 % v14;
uint32_t const v192 = v112 + v191;
float v4515_store;
float * v193 = &v4515_store;*v193 = v49;
float v4516_store;
float * v194 = &v4516_store;*v194 = v49;
bool const v195 = v192 < v21;
if(v195) {
bool const v196 = v190 < v108;
if(v196) {
uint32_t const v197 = v107 + v190;
uint32_t const v198 = v197 * v21;
uint32_t const v199 = v198 + v192;
float const* const v200 = &v0[v199];
float const v201 = *v200;
*v193 = v201;
}
bool const v202 = v190 < v110;
if(v202) {
uint32_t const v203 = v109 + v190;
uint32_t const v204 = v203 * v21;
uint32_t const v205 = v204 + v192;
float const* const v206 = &v1[v205];
float const v207 = *v206;
*v194 = v207;
}
}
float const v208 = *v193;
float * const v209 = &(*v37)[v189];
*v209 = v208;
float const v210 = *v194;
uint32_t const v211 = v191 * v132;
uint32_t const v212 = v211 + v190;
float * const v213 = &(*v38)[v212];
*v213 = v210;
__syncthreads();
for(uint32_t v214 = v6; v214 < v14; v214 += v39) {
uint32_t const v215 = v15 * v44;
uint32_t const v216 = v215 * v14;
uint32_t const v217 = v216 + v214;
float * const v218 = &(*v37)[v217];
float const v219 = *v218;
uint32_t const v220 = v214 * v132;
uint32_t const v221 = v220 + v16;
float * const v222 = &(*v38)[v221];
float const v223 = *v222;
float const v224 = *v91;
float const v225 = fma(v219, v223, v224);
*v91 = v225;
uint32_t const v226 = v220 + v14;
uint32_t const v227 = v226 + v16;
float * const v228 = &(*v38)[v227];
float const v229 = *v228;
float const v230 = *v92;
float const v231 = fma(v219, v229, v230);
*v92 = v231;
uint32_t const v232 = 32;
uint32_t const v233 = v220 + v232;
uint32_t const v234 = v233 + v16;
float * const v235 = &(*v38)[v234];
float const v236 = *v235;
float const v237 = *v93;
float const v238 = fma(v219, v236, v237);
*v93 = v238;
uint32_t const v239 = 48;
uint32_t const v240 = v220 + v239;
uint32_t const v241 = v240 + v16;
float * const v242 = &(*v38)[v241];
float const v243 = *v242;
float const v244 = *v94;
float const v245 = fma(v219, v243, v244);
*v94 = v245;
uint32_t const v246 = v215 + v39;
uint32_t const v247 = v246 * v14;
uint32_t const v248 = v247 + v214;
float * const v249 = &(*v37)[v248];
float const v250 = *v249;
float const v251 = *v95;
float const v252 = fma(v250, v223, v251);
*v95 = v252;
float const v253 = *v96;
float const v254 = fma(v250, v229, v253);
*v96 = v254;
float const v255 = *v97;
float const v256 = fma(v250, v236, v255);
*v97 = v256;
float const v257 = *v98;
float const v258 = fma(v250, v243, v257);
*v98 = v258;
uint32_t const v259 = v215 + v52;
uint32_t const v260 = v259 * v14;
uint32_t const v261 = v260 + v214;
float * const v262 = &(*v37)[v261];
float const v263 = *v262;
float const v264 = *v99;
float const v265 = fma(v263, v223, v264);
*v99 = v265;
float const v266 = *v100;
float const v267 = fma(v263, v229, v266);
*v100 = v267;
float const v268 = *v101;
float const v269 = fma(v263, v236, v268);
*v101 = v269;
float const v270 = *v102;
float const v271 = fma(v263, v243, v270);
*v102 = v271;
uint32_t const v272 = v215 + v54;
uint32_t const v273 = v272 * v14;
uint32_t const v274 = v273 + v214;
float * const v275 = &(*v37)[v274];
float const v276 = *v275;
float const v277 = *v103;
float const v278 = fma(v276, v223, v277);
*v103 = v278;
float const v279 = *v104;
float const v280 = fma(v276, v229, v279);
*v104 = v280;
float const v281 = *v105;
float const v282 = fma(v276, v236, v281);
*v105 = v282;
float const v283 = *v106;
float const v284 = fma(v276, v243, v283);
*v106 = v284;
}
}
uint32_t const v285 = v15 * v44;
uint32_t const v286 = v89 + v16;
float const v287 = *v91;
uint32_t const v288 = v22 + v285;
float const v289 = v287 * v11;
bool const v290 = v288 < v17;
bool const v291 = v286 < v18;
bool const v292 = v290 && v291;
if(v292) {
}
float const v293 = v292 ? v289 : v47;
*v91 = v293;
float const v294 = *v91;
float const v295 = max(v47, v294);
uint32_t const v296 = v89 + v14;
uint32_t const v297 = v296 + v16;
float const v298 = *v92;
float const v299 = v298 * v11;
bool const v300 = v297 < v18;
bool const v301 = v290 && v300;
if(v301) {
}
float const v302 = v301 ? v299 : v47;
*v92 = v302;
float const v303 = *v92;
float const v304 = max(v295, v303);
uint32_t const v305 = 32;
uint32_t const v306 = v89 + v305;
uint32_t const v307 = v306 + v16;
float const v308 = *v93;
float const v309 = v308 * v11;
bool const v310 = v307 < v18;
bool const v311 = v290 && v310;
if(v311) {
}
float const v312 = v311 ? v309 : v47;
*v93 = v312;
float const v313 = *v93;
float const v314 = max(v304, v313);
uint32_t const v315 = 48;
uint32_t const v316 = v89 + v315;
uint32_t const v317 = v316 + v16;
float const v318 = *v94;
float const v319 = v318 * v11;
bool const v320 = v317 < v18;
bool const v321 = v290 && v320;
if(v321) {
}
float const v322 = v321 ? v319 : v47;
*v94 = v322;
float const v323 = *v94;
float const v324 = max(v314, v323);
uint32_t const v325 = v285 * v14;
uint32_t const v326 = v325 + v16;
float * const v327 = &(*v41)[v326];
*v327 = v324;
uint32_t const v328 = v285 + v39;
float const v329 = *v95;
uint32_t const v330 = v22 + v328;
float const v331 = v329 * v11;
bool const v332 = v330 < v17;
bool const v333 = v332 && v291;
if(v333) {
}
float const v334 = v333 ? v331 : v47;
*v95 = v334;
float const v335 = *v95;
float const v336 = max(v47, v335);
float const v337 = *v96;
float const v338 = v337 * v11;
bool const v339 = v332 && v300;
if(v339) {
}
float const v340 = v339 ? v338 : v47;
*v96 = v340;
float const v341 = *v96;
float const v342 = max(v336, v341);
float const v343 = *v97;
float const v344 = v343 * v11;
bool const v345 = v332 && v310;
if(v345) {
}
float const v346 = v345 ? v344 : v47;
*v97 = v346;
float const v347 = *v97;
float const v348 = max(v342, v347);
float const v349 = *v98;
float const v350 = v349 * v11;
bool const v351 = v332 && v320;
if(v351) {
}
float const v352 = v351 ? v350 : v47;
*v98 = v352;
float const v353 = *v98;
float const v354 = max(v348, v353);
uint32_t const v355 = v328 * v14;
uint32_t const v356 = v355 + v16;
float * const v357 = &(*v41)[v356];
*v357 = v354;
uint32_t const v358 = v285 + v52;
float const v359 = *v99;
uint32_t const v360 = v22 + v358;
float const v361 = v359 * v11;
bool const v362 = v360 < v17;
bool const v363 = v362 && v291;
if(v363) {
}
float const v364 = v363 ? v361 : v47;
*v99 = v364;
float const v365 = *v99;
float const v366 = max(v47, v365);
float const v367 = *v100;
float const v368 = v367 * v11;
bool const v369 = v362 && v300;
if(v369) {
}
float const v370 = v369 ? v368 : v47;
*v100 = v370;
float const v371 = *v100;
float const v372 = max(v366, v371);
float const v373 = *v101;
float const v374 = v373 * v11;
bool const v375 = v362 && v310;
if(v375) {
}
float const v376 = v375 ? v374 : v47;
*v101 = v376;
float const v377 = *v101;
float const v378 = max(v372, v377);
float const v379 = *v102;
float const v380 = v379 * v11;
bool const v381 = v362 && v320;
if(v381) {
}
float const v382 = v381 ? v380 : v47;
*v102 = v382;
float const v383 = *v102;
float const v384 = max(v378, v383);
uint32_t const v385 = v358 * v14;
uint32_t const v386 = v385 + v16;
float * const v387 = &(*v41)[v386];
*v387 = v384;
uint32_t const v388 = v285 + v54;
float const v389 = *v103;
uint32_t const v390 = v22 + v388;
float const v391 = v389 * v11;
bool const v392 = v390 < v17;
bool const v393 = v392 && v291;
if(v393) {
}
float const v394 = v393 ? v391 : v47;
*v103 = v394;
float const v395 = *v103;
float const v396 = max(v47, v395);
float const v397 = *v104;
float const v398 = v397 * v11;
bool const v399 = v392 && v300;
if(v399) {
}
float const v400 = v399 ? v398 : v47;
*v104 = v400;
float const v401 = *v104;
float const v402 = max(v396, v401);
float const v403 = *v105;
float const v404 = v403 * v11;
bool const v405 = v392 && v310;
if(v405) {
}
float const v406 = v405 ? v404 : v47;
*v105 = v406;
float const v407 = *v105;
float const v408 = max(v402, v407);
float const v409 = *v106;
float const v410 = v409 * v11;
bool const v411 = v392 && v320;
if(v411) {
}
float const v412 = v411 ? v410 : v47;
*v106 = v412;
float const v413 = *v106;
float const v414 = max(v408, v413);
uint32_t const v415 = v388 * v14;
uint32_t const v416 = v415 + v16;
float * const v417 = &(*v41)[v416];
*v417 = v414;
__syncthreads();
float const v418 = *v46;
float v4554_store;
float * v419 = &v4554_store;*v419 = v418;
for(uint32_t v420 = v6; v420 < v14; v420 += v39) {
uint32_t const v421 = v325 + v420;
float * const v422 = &(*v41)[v421];
float const v423 = *v422;
float const v424 = *v419;
float const v425 = max(v424, v423);
*v419 = v425;
}
float const v426 = *v46;
float const v427 = *v419;
float const v428 = v426 - v427;
float const v429 = exp(v428);*v46 = v427;
float const v430 = *v48;
float const v431 = v430 * v429;
*v48 = v431;
float const v432 = *v50;
float const v433 = v432 * v429;
*v50 = v433;
float const v434 = *v51;
float const v435 = v434 * v429;
*v51 = v435;
float const v436 = *v53;
float const v437 = v436 * v429;
*v53 = v437;
float const v438 = *v55;
float const v439 = v438 * v429;
*v55 = v439;
float const v440 = *v91;
bool const v441 = v440 == v47;
float const v442 = v440 - v427;
float const v443 = exp(v442);float const v444 = v441 ? v49 : v443;
*v91 = v444;
float const v445 = *v92;
bool const v446 = v445 == v47;
float const v447 = v445 - v427;
float const v448 = exp(v447);float const v449 = v446 ? v49 : v448;
*v92 = v449;
float const v450 = *v93;
bool const v451 = v450 == v47;
float const v452 = v450 - v427;
float const v453 = exp(v452);float const v454 = v451 ? v49 : v453;
*v93 = v454;
float const v455 = *v94;
bool const v456 = v455 == v47;
float const v457 = v455 - v427;
float const v458 = exp(v457);float const v459 = v456 ? v49 : v458;
*v94 = v459;
float const v460 = *v56;
float v4556_store;
float * v461 = &v4556_store;*v461 = v460;
for(uint32_t v462 = v6; v462 < v14; v462 += v39) {
uint32_t const v463 = v355 + v462;
float * const v464 = &(*v41)[v463];
float const v465 = *v464;
float const v466 = *v461;
float const v467 = max(v466, v465);
*v461 = v467;
}
float const v468 = *v56;
float const v469 = *v461;
float const v470 = v468 - v469;
float const v471 = exp(v470);*v56 = v469;
float const v472 = *v57;
float const v473 = v472 * v471;
*v57 = v473;
float const v474 = *v58;
float const v475 = v474 * v471;
*v58 = v475;
float const v476 = *v60;
float const v477 = v476 * v471;
*v60 = v477;
float const v478 = *v62;
float const v479 = v478 * v471;
*v62 = v479;
float const v480 = *v64;
float const v481 = v480 * v471;
*v64 = v481;
float const v482 = *v95;
bool const v483 = v482 == v47;
float const v484 = v482 - v469;
float const v485 = exp(v484);float const v486 = v483 ? v49 : v485;
*v95 = v486;
float const v487 = *v96;
bool const v488 = v487 == v47;
float const v489 = v487 - v469;
float const v490 = exp(v489);float const v491 = v488 ? v49 : v490;
*v96 = v491;
float const v492 = *v97;
bool const v493 = v492 == v47;
float const v494 = v492 - v469;
float const v495 = exp(v494);float const v496 = v493 ? v49 : v495;
*v97 = v496;
float const v497 = *v98;
bool const v498 = v497 == v47;
float const v499 = v497 - v469;
float const v500 = exp(v499);float const v501 = v498 ? v49 : v500;
*v98 = v501;
float const v502 = *v65;
float v4558_store;
float * v503 = &v4558_store;*v503 = v502;
for(uint32_t v504 = v6; v504 < v14; v504 += v39) {
uint32_t const v505 = v385 + v504;
float * const v506 = &(*v41)[v505];
float const v507 = *v506;
float const v508 = *v503;
float const v509 = max(v508, v507);
*v503 = v509;
}
float const v510 = *v65;
float const v511 = *v503;
float const v512 = v510 - v511;
float const v513 = exp(v512);*v65 = v511;
float const v514 = *v66;
float const v515 = v514 * v513;
*v66 = v515;
float const v516 = *v68;
float const v517 = v516 * v513;
*v68 = v517;
float const v518 = *v70;
float const v519 = v518 * v513;
*v70 = v519;
float const v520 = *v72;
float const v521 = v520 * v513;
*v72 = v521;
float const v522 = *v74;
float const v523 = v522 * v513;
*v74 = v523;
float const v524 = *v99;
bool const v525 = v524 == v47;
float const v526 = v524 - v511;
float const v527 = exp(v526);float const v528 = v525 ? v49 : v527;
*v99 = v528;
float const v529 = *v100;
bool const v530 = v529 == v47;
float const v531 = v529 - v511;
float const v532 = exp(v531);float const v533 = v530 ? v49 : v532;
*v100 = v533;
float const v534 = *v101;
bool const v535 = v534 == v47;
float const v536 = v534 - v511;
float const v537 = exp(v536);float const v538 = v535 ? v49 : v537;
*v101 = v538;
float const v539 = *v102;
bool const v540 = v539 == v47;
float const v541 = v539 - v511;
float const v542 = exp(v541);float const v543 = v540 ? v49 : v542;
*v102 = v543;
float const v544 = *v75;
float v4560_store;
float * v545 = &v4560_store;*v545 = v544;
for(uint32_t v546 = v6; v546 < v14; v546 += v39) {
uint32_t const v547 = v415 + v546;
float * const v548 = &(*v41)[v547];
float const v549 = *v548;
float const v550 = *v545;
float const v551 = max(v550, v549);
*v545 = v551;
}
float const v552 = *v75;
float const v553 = *v545;
float const v554 = v552 - v553;
float const v555 = exp(v554);*v75 = v553;
float const v556 = *v76;
float const v557 = v556 * v555;
*v76 = v557;
float const v558 = *v78;
float const v559 = v558 * v555;
*v78 = v559;
float const v560 = *v80;
float const v561 = v560 * v555;
*v80 = v561;
float const v562 = *v82;
float const v563 = v562 * v555;
*v82 = v563;
float const v564 = *v84;
float const v565 = v564 * v555;
*v84 = v565;
float const v566 = *v103;
bool const v567 = v566 == v47;
float const v568 = v566 - v553;
float const v569 = exp(v568);float const v570 = v567 ? v49 : v569;
*v103 = v570;
float const v571 = *v104;
bool const v572 = v571 == v47;
float const v573 = v571 - v553;
float const v574 = exp(v573);float const v575 = v572 ? v49 : v574;
*v104 = v575;
float const v576 = *v105;
bool const v577 = v576 == v47;
float const v578 = v576 - v553;
float const v579 = exp(v578);float const v580 = v577 ? v49 : v579;
*v105 = v580;
float const v581 = *v106;
bool const v582 = v581 == v47;
float const v583 = v581 - v553;
float const v584 = exp(v583);float const v585 = v582 ? v49 : v584;
*v106 = v585;
__syncthreads();
float const v586 = *v91;
uint32_t const v587 = v285 * v21;
uint32_t const v588 = v587 + v16;
float * const v589 = &(*v40)[v588];
*v589 = v586;
uint32_t const v590 = v14 + v16;
float const v591 = *v92;
float const v592 = v586 + v591;
uint32_t const v593 = v587 + v590;
float * const v594 = &(*v40)[v593];
*v594 = v591;
uint32_t const v595 = v305 + v16;
float const v596 = *v93;
float const v597 = v592 + v596;
uint32_t const v598 = v587 + v595;
float * const v599 = &(*v40)[v598];
*v599 = v596;
uint32_t const v600 = v315 + v16;
float const v601 = *v94;
float const v602 = v597 + v601;
uint32_t const v603 = v587 + v600;
float * const v604 = &(*v40)[v603];
*v604 = v601;
*v327 = v602;
float const v605 = *v95;
uint32_t const v606 = v328 * v21;
uint32_t const v607 = v606 + v16;
float * const v608 = &(*v40)[v607];
*v608 = v605;
float const v609 = *v96;
float const v610 = v605 + v609;
uint32_t const v611 = v606 + v590;
float * const v612 = &(*v40)[v611];
*v612 = v609;
float const v613 = *v97;
float const v614 = v610 + v613;
uint32_t const v615 = v606 + v595;
float * const v616 = &(*v40)[v615];
*v616 = v613;
float const v617 = *v98;
float const v618 = v614 + v617;
uint32_t const v619 = v606 + v600;
float * const v620 = &(*v40)[v619];
*v620 = v617;
*v357 = v618;
float const v621 = *v99;
uint32_t const v622 = v358 * v21;
uint32_t const v623 = v622 + v16;
float * const v624 = &(*v40)[v623];
*v624 = v621;
float const v625 = *v100;
float const v626 = v621 + v625;
uint32_t const v627 = v622 + v590;
float * const v628 = &(*v40)[v627];
*v628 = v625;
float const v629 = *v101;
float const v630 = v626 + v629;
uint32_t const v631 = v622 + v595;
float * const v632 = &(*v40)[v631];
*v632 = v629;
float const v633 = *v102;
float const v634 = v630 + v633;
uint32_t const v635 = v622 + v600;
float * const v636 = &(*v40)[v635];
*v636 = v633;
*v387 = v634;
float const v637 = *v103;
uint32_t const v638 = v388 * v21;
uint32_t const v639 = v638 + v16;
float * const v640 = &(*v40)[v639];
*v640 = v637;
float const v641 = *v104;
float const v642 = v637 + v641;
uint32_t const v643 = v638 + v590;
float * const v644 = &(*v40)[v643];
*v644 = v641;
float const v645 = *v105;
float const v646 = v642 + v645;
uint32_t const v647 = v638 + v595;
float * const v648 = &(*v40)[v647];
*v648 = v645;
float const v649 = *v106;
float const v650 = v646 + v649;
uint32_t const v651 = v638 + v600;
float * const v652 = &(*v40)[v651];
*v652 = v649;
*v417 = v650;
__syncthreads();
for(uint32_t v653 = v6; v653 < v14; v653 += v39) {
uint32_t const v654 = v325 + v653;
float * const v655 = &(*v41)[v654];
float const v656 = *v655;
float const v657 = *v48;
float const v658 = v657 + v656;
*v48 = v658;
}
for(uint32_t v659 = v6; v659 < v14; v659 += v39) {
uint32_t const v660 = v355 + v659;
float * const v661 = &(*v41)[v660];
float const v662 = *v661;
float const v663 = *v57;
float const v664 = v663 + v662;
*v57 = v664;
}
for(uint32_t v665 = v6; v665 < v14; v665 += v39) {
uint32_t const v666 = v385 + v665;
float * const v667 = &(*v41)[v666];
float const v668 = *v667;
float const v669 = *v66;
float const v670 = v669 + v668;
*v66 = v670;
}
for(uint32_t v671 = v6; v671 < v14; v671 += v39) {
uint32_t const v672 = v415 + v671;
float * const v673 = &(*v41)[v672];
float const v674 = *v673;
float const v675 = *v76;
float const v676 = v675 + v674;
*v76 = v676;
}
__syncthreads();
float v4586_store;
float * v677 = &v4586_store;*v677 = v49;
bool const v678 = v16 < v21;
bool const v679 = v15 < v110;
bool const v680 = v678 && v679;
if(v680) {
uint32_t const v681 = v109 + v15;
uint32_t const v682 = v681 * v21;
uint32_t const v683 = v682 + v16;
float const* const v684 = &v2[v683];
float const v685 = *v684;
*v677 = v685;
}
float const v686 = *v677;
float * const v687 = &(*v38)[v13];
*v687 = v686;
uint32_t const v688 = 256;
uint32_t const v689 = v13 + v688;
uint32_t const v690 = v689 / v14;
uint32_t const v691 = v689 % v14;
float v4587_store;
float * v692 = &v4587_store;*v692 = v49;
bool const v693 = v691 < v21;
bool const v694 = v690 < v110;
bool const v695 = v693 && v694;
if(v695) {
uint32_t const v696 = v109 + v690;
uint32_t const v697 = v696 * v21;
uint32_t const v698 = v697 + v691;
float const* const v699 = &v2[v698];
float const v700 = *v699;
*v692 = v700;
}
float const v701 = *v692;
float * const v702 = &(*v38)[v689];
*v702 = v701;
uint32_t const v703 = 512;
uint32_t const v704 = v13 + v703;
uint32_t const v705 = v704 / v14;
uint32_t const v706 = v704 % v14;
float v4588_store;
float * v707 = &v4588_store;*v707 = v49;
bool const v708 = v706 < v21;
bool const v709 = v705 < v110;
bool const v710 = v708 && v709;
if(v710) {
uint32_t const v711 = v109 + v705;
uint32_t const v712 = v711 * v21;
uint32_t const v713 = v712 + v706;
float const* const v714 = &v2[v713];
float const v715 = *v714;
*v707 = v715;
}
float const v716 = *v707;
float * const v717 = &(*v38)[v704];
*v717 = v716;
uint32_t const v718 = 768;
uint32_t const v719 = v13 + v718;
uint32_t const v720 = v719 / v14;
uint32_t const v721 = v719 % v14;
float v4589_store;
float * v722 = &v4589_store;*v722 = v49;
bool const v723 = v721 < v21;
bool const v724 = v720 < v110;
bool const v725 = v723 && v724;
if(v725) {
uint32_t const v726 = v109 + v720;
uint32_t const v727 = v726 * v21;
uint32_t const v728 = v727 + v721;
float const* const v729 = &v2[v728];
float const v730 = *v729;
*v722 = v730;
}
float const v731 = *v722;
float * const v732 = &(*v38)[v719];
*v732 = v731;
__syncthreads();
for(uint32_t v733 = v6; v733 < v21; v733 += v39) {
uint32_t const v734 = v733 * v14;
uint32_t const v735 = v734 + v16;
float * const v736 = &(*v38)[v735];
float const v737 = *v736;
uint32_t const v738 = v587 + v733;
float * const v739 = &(*v40)[v738];
float const v740 = *v739;
float const v741 = *v50;
float const v742 = fma(v740, v737, v741);
*v50 = v742;
uint32_t const v743 = v606 + v733;
float * const v744 = &(*v40)[v743];
float const v745 = *v744;
float const v746 = *v58;
float const v747 = fma(v745, v737, v746);
*v58 = v747;
uint32_t const v748 = v622 + v733;
float * const v749 = &(*v40)[v748];
float const v750 = *v749;
float const v751 = *v68;
float const v752 = fma(v750, v737, v751);
*v68 = v752;
uint32_t const v753 = v638 + v733;
float * const v754 = &(*v40)[v753];
float const v755 = *v754;
float const v756 = *v78;
float const v757 = fma(v755, v737, v756);
*v78 = v757;
}
__syncthreads();
float v4591_store;
float * v758 = &v4591_store;*v758 = v49;
bool const v759 = v590 < v21;
bool const v760 = v759 && v679;
if(v760) {
uint32_t const v761 = v109 + v15;
uint32_t const v762 = v761 * v21;
uint32_t const v763 = v762 + v590;
float const* const v764 = &v2[v763];
float const v765 = *v764;
*v758 = v765;
}
float const v766 = *v758;
*v687 = v766;
uint32_t const v767 = v14 + v691;
float v4592_store;
float * v768 = &v4592_store;*v768 = v49;
bool const v769 = v767 < v21;
bool const v770 = v769 && v694;
if(v770) {
uint32_t const v771 = v109 + v690;
uint32_t const v772 = v771 * v21;
uint32_t const v773 = v772 + v767;
float const* const v774 = &v2[v773];
float const v775 = *v774;
*v768 = v775;
}
float const v776 = *v768;
*v702 = v776;
uint32_t const v777 = v14 + v706;
float v4593_store;
float * v778 = &v4593_store;*v778 = v49;
bool const v779 = v777 < v21;
bool const v780 = v779 && v709;
if(v780) {
uint32_t const v781 = v109 + v705;
uint32_t const v782 = v781 * v21;
uint32_t const v783 = v782 + v777;
float const* const v784 = &v2[v783];
float const v785 = *v784;
*v778 = v785;
}
float const v786 = *v778;
*v717 = v786;
uint32_t const v787 = v14 + v721;
float v4594_store;
float * v788 = &v4594_store;*v788 = v49;
bool const v789 = v787 < v21;
bool const v790 = v789 && v724;
if(v790) {
uint32_t const v791 = v109 + v720;
uint32_t const v792 = v791 * v21;
uint32_t const v793 = v792 + v787;
float const* const v794 = &v2[v793];
float const v795 = *v794;
*v788 = v795;
}
float const v796 = *v788;
*v732 = v796;
__syncthreads();
for(uint32_t v797 = v6; v797 < v21; v797 += v39) {
uint32_t const v798 = v797 * v14;
uint32_t const v799 = v798 + v16;
float * const v800 = &(*v38)[v799];
float const v801 = *v800;
uint32_t const v802 = v587 + v797;
float * const v803 = &(*v40)[v802];
float const v804 = *v803;
float const v805 = *v51;
float const v806 = fma(v804, v801, v805);
*v51 = v806;
uint32_t const v807 = v606 + v797;
float * const v808 = &(*v40)[v807];
float const v809 = *v808;
float const v810 = *v60;
float const v811 = fma(v809, v801, v810);
*v60 = v811;
uint32_t const v812 = v622 + v797;
float * const v813 = &(*v40)[v812];
float const v814 = *v813;
float const v815 = *v70;
float const v816 = fma(v814, v801, v815);
*v70 = v816;
uint32_t const v817 = v638 + v797;
float * const v818 = &(*v40)[v817];
float const v819 = *v818;
float const v820 = *v80;
float const v821 = fma(v819, v801, v820);
*v80 = v821;
}
__syncthreads();
float v4596_store;
float * v822 = &v4596_store;*v822 = v49;
bool const v823 = v595 < v21;
bool const v824 = v823 && v679;
if(v824) {
uint32_t const v825 = v109 + v15;
uint32_t const v826 = v825 * v21;
uint32_t const v827 = v826 + v595;
float const* const v828 = &v2[v827];
float const v829 = *v828;
*v822 = v829;
}
float const v830 = *v822;
*v687 = v830;
uint32_t const v831 = v305 + v691;
float v4597_store;
float * v832 = &v4597_store;*v832 = v49;
bool const v833 = v831 < v21;
bool const v834 = v833 && v694;
if(v834) {
uint32_t const v835 = v109 + v690;
uint32_t const v836 = v835 * v21;
uint32_t const v837 = v836 + v831;
float const* const v838 = &v2[v837];
float const v839 = *v838;
*v832 = v839;
}
float const v840 = *v832;
*v702 = v840;
uint32_t const v841 = v305 + v706;
float v4598_store;
float * v842 = &v4598_store;*v842 = v49;
bool const v843 = v841 < v21;
bool const v844 = v843 && v709;
if(v844) {
uint32_t const v845 = v109 + v705;
uint32_t const v846 = v845 * v21;
uint32_t const v847 = v846 + v841;
float const* const v848 = &v2[v847];
float const v849 = *v848;
*v842 = v849;
}
float const v850 = *v842;
*v717 = v850;
uint32_t const v851 = v305 + v721;
float v4599_store;
float * v852 = &v4599_store;*v852 = v49;
bool const v853 = v851 < v21;
bool const v854 = v853 && v724;
if(v854) {
uint32_t const v855 = v109 + v720;
uint32_t const v856 = v855 * v21;
uint32_t const v857 = v856 + v851;
float const* const v858 = &v2[v857];
float const v859 = *v858;
*v852 = v859;
}
float const v860 = *v852;
*v732 = v860;
__syncthreads();
for(uint32_t v861 = v6; v861 < v21; v861 += v39) {
uint32_t const v862 = v861 * v14;
uint32_t const v863 = v862 + v16;
float * const v864 = &(*v38)[v863];
float const v865 = *v864;
uint32_t const v866 = v587 + v861;
float * const v867 = &(*v40)[v866];
float const v868 = *v867;
float const v869 = *v53;
float const v870 = fma(v868, v865, v869);
*v53 = v870;
uint32_t const v871 = v606 + v861;
float * const v872 = &(*v40)[v871];
float const v873 = *v872;
float const v874 = *v62;
float const v875 = fma(v873, v865, v874);
*v62 = v875;
uint32_t const v876 = v622 + v861;
float * const v877 = &(*v40)[v876];
float const v878 = *v877;
float const v879 = *v72;
float const v880 = fma(v878, v865, v879);
*v72 = v880;
uint32_t const v881 = v638 + v861;
float * const v882 = &(*v40)[v881];
float const v883 = *v882;
float const v884 = *v82;
float const v885 = fma(v883, v865, v884);
*v82 = v885;
}
__syncthreads();
float v4601_store;
float * v886 = &v4601_store;*v886 = v49;
bool const v887 = v600 < v21;
bool const v888 = v887 && v679;
if(v888) {
uint32_t const v889 = v109 + v15;
uint32_t const v890 = v889 * v21;
uint32_t const v891 = v890 + v600;
float const* const v892 = &v2[v891];
float const v893 = *v892;
*v886 = v893;
}
float const v894 = *v886;
*v687 = v894;
uint32_t const v895 = v315 + v691;
float v4602_store;
float * v896 = &v4602_store;*v896 = v49;
bool const v897 = v895 < v21;
bool const v898 = v897 && v694;
if(v898) {
uint32_t const v899 = v109 + v690;
uint32_t const v900 = v899 * v21;
uint32_t const v901 = v900 + v895;
float const* const v902 = &v2[v901];
float const v903 = *v902;
*v896 = v903;
}
float const v904 = *v896;
*v702 = v904;
uint32_t const v905 = v315 + v706;
float v4603_store;
float * v906 = &v4603_store;*v906 = v49;
bool const v907 = v905 < v21;
bool const v908 = v907 && v709;
if(v908) {
uint32_t const v909 = v109 + v705;
uint32_t const v910 = v909 * v21;
uint32_t const v911 = v910 + v905;
float const* const v912 = &v2[v911];
float const v913 = *v912;
*v906 = v913;
}
float const v914 = *v906;
*v717 = v914;
uint32_t const v915 = v315 + v721;
float v4604_store;
float * v916 = &v4604_store;*v916 = v49;
bool const v917 = v915 < v21;
bool const v918 = v917 && v724;
if(v918) {
uint32_t const v919 = v109 + v720;
uint32_t const v920 = v919 * v21;
uint32_t const v921 = v920 + v915;
float const* const v922 = &v2[v921];
float const v923 = *v922;
*v916 = v923;
}
float const v924 = *v916;
*v732 = v924;
__syncthreads();
for(uint32_t v925 = v6; v925 < v21; v925 += v39) {
uint32_t const v926 = v925 * v14;
uint32_t const v927 = v926 + v16;
float * const v928 = &(*v38)[v927];
float const v929 = *v928;
uint32_t const v930 = v587 + v925;
float * const v931 = &(*v40)[v930];
float const v932 = *v931;
float const v933 = *v55;
float const v934 = fma(v932, v929, v933);
*v55 = v934;
uint32_t const v935 = v606 + v925;
float * const v936 = &(*v40)[v935];
float const v937 = *v936;
float const v938 = *v64;
float const v939 = fma(v937, v929, v938);
*v64 = v939;
uint32_t const v940 = v622 + v925;
float * const v941 = &(*v40)[v940];
float const v942 = *v941;
float const v943 = *v74;
float const v944 = fma(v942, v929, v943);
*v74 = v944;
uint32_t const v945 = v638 + v925;
float * const v946 = &(*v40)[v945];
float const v947 = *v946;
float const v948 = *v84;
float const v949 = fma(v947, v929, v948);
*v84 = v949;
}
}
uint32_t const v950 = v15 * v44;
uint32_t const v951 = v22 + v950;
bool const v952 = v951 < v17;
if(v952) {
float const v953 = *v48;
bool const v954 = v953 == v49;
float const v955 = 1;
float const v956 = v955 / v953;
float const v957 = v954 ? v49 : v956;
bool const v958 = v16 < v21;
if(v958) {
float const v959 = *v50;
float const v960 = v959 * v957;
uint32_t const v961 = v31 + v951;
uint32_t const v962 = v961 * v21;
uint32_t const v963 = v962 + v16;
float * const v964 = &v3[v963];
*v964 = v960;
}
uint32_t const v965 = v14 + v16;
bool const v966 = v965 < v21;
if(v966) {
float const v967 = *v51;
float const v968 = v967 * v957;
uint32_t const v969 = v31 + v951;
uint32_t const v970 = v969 * v21;
uint32_t const v971 = v970 + v965;
float * const v972 = &v3[v971];
*v972 = v968;
}
uint32_t const v973 = 32;
uint32_t const v974 = v973 + v16;
bool const v975 = v974 < v21;
if(v975) {
float const v976 = *v53;
float const v977 = v976 * v957;
uint32_t const v978 = v31 + v951;
uint32_t const v979 = v978 * v21;
uint32_t const v980 = v979 + v974;
float * const v981 = &v3[v980];
*v981 = v977;
}
uint32_t const v982 = 48;
uint32_t const v983 = v982 + v16;
bool const v984 = v983 < v21;
if(v984) {
float const v985 = *v55;
float const v986 = v985 * v957;
uint32_t const v987 = v31 + v951;
uint32_t const v988 = v987 * v21;
uint32_t const v989 = v988 + v983;
float * const v990 = &v3[v989];
*v990 = v986;
}
bool const v991 = v16 == v6;
if(v991) {
float const v992 = *v46;
float const v993 = v992 + v992;
uint32_t const v994 = reinterpret_cast<const uint32_t&>(v953);
int32_t const v995 = int32_t(v994);
int32_t const v996 = 1060439283;
int32_t const v997 = v995 - v996;
int32_t const v998 = 23;
int32_t const v999 = v997 >> v998;
int32_t const v1000 = v999 << v998;
int32_t const v1001 = v995 - v1000;
uint32_t const v1002 = uint32_t(v1001);
float const v1003 = reinterpret_cast<const float&>(v1002);
float const v1004 = v1003 - v955;
float const v1005 = float(v999);
float const v1006 = v1004 * v1004;
float const v1007 = 0.0703768358;
float const v1008 = -0.115146101;
float const v1009 = fma(v1007, v1004, v1008);
float const v1010 = 0.116769984;
float const v1011 = fma(v1009, v1004, v1010);
float const v1012 = -0.12420141;
float const v1013 = fma(v1011, v1004, v1012);
float const v1014 = 0.142493233;
float const v1015 = fma(v1013, v1004, v1014);
float const v1016 = -0.166680574;
float const v1017 = fma(v1015, v1004, v1016);
float const v1018 = 0.200007141;
float const v1019 = fma(v1017, v1004, v1018);
float const v1020 = -0.24999994;
float const v1021 = fma(v1019, v1004, v1020);
float const v1022 = 0.333333313;
float const v1023 = fma(v1021, v1004, v1022);
float const v1024 = v1023 * v1004;
float const v1025 = 2.121944420e-04;
float const v1026 = v1025 * v1005;
float const v1027 = -v1026;
float const v1028 = fma(v1024, v1006, v1027);
float const v1029 = -0.5;
float const v1030 = fma(v1029, v1006, v1028);
float const v1031 = v1004 + v1030;
float const v1032 = 0.693359375;
float const v1033 = fma(v1032, v1005, v1031);
float const v1034 = v992 + v1033;
float const v1035 = v954 ? v993 : v1034;
uint32_t const v1036 = v31 + v951;
float * const v1037 = &v4[v1036];
*v1037 = v1035;
}
}
uint32_t const v1038 = v951 + v39;
bool const v1039 = v1038 < v17;
if(v1039) {
float const v1040 = *v57;
bool const v1041 = v1040 == v49;
float const v1042 = 1;
float const v1043 = v1042 / v1040;
float const v1044 = v1041 ? v49 : v1043;
bool const v1045 = v16 < v21;
if(v1045) {
float const v1046 = *v58;
float const v1047 = v1046 * v1044;
uint32_t const v1048 = v31 + v1038;
uint32_t const v1049 = v1048 * v21;
uint32_t const v1050 = v1049 + v16;
float * const v1051 = &v3[v1050];
*v1051 = v1047;
}
uint32_t const v1052 = v14 + v16;
bool const v1053 = v1052 < v21;
if(v1053) {
float const v1054 = *v60;
float const v1055 = v1054 * v1044;
uint32_t const v1056 = v31 + v1038;
uint32_t const v1057 = v1056 * v21;
uint32_t const v1058 = v1057 + v1052;
float * const v1059 = &v3[v1058];
*v1059 = v1055;
}
uint32_t const v1060 = 32;
uint32_t const v1061 = v1060 + v16;
bool const v1062 = v1061 < v21;
if(v1062) {
float const v1063 = *v62;
float const v1064 = v1063 * v1044;
uint32_t const v1065 = v31 + v1038;
uint32_t const v1066 = v1065 * v21;
uint32_t const v1067 = v1066 + v1061;
float * const v1068 = &v3[v1067];
*v1068 = v1064;
}
uint32_t const v1069 = 48;
uint32_t const v1070 = v1069 + v16;
bool const v1071 = v1070 < v21;
if(v1071) {
float const v1072 = *v64;
float const v1073 = v1072 * v1044;
uint32_t const v1074 = v31 + v1038;
uint32_t const v1075 = v1074 * v21;
uint32_t const v1076 = v1075 + v1070;
float * const v1077 = &v3[v1076];
*v1077 = v1073;
}
bool const v1078 = v16 == v6;
if(v1078) {
float const v1079 = *v56;
float const v1080 = v1079 + v1079;
uint32_t const v1081 = reinterpret_cast<const uint32_t&>(v1040);
int32_t const v1082 = int32_t(v1081);
int32_t const v1083 = 1060439283;
int32_t const v1084 = v1082 - v1083;
int32_t const v1085 = 23;
int32_t const v1086 = v1084 >> v1085;
int32_t const v1087 = v1086 << v1085;
int32_t const v1088 = v1082 - v1087;
uint32_t const v1089 = uint32_t(v1088);
float const v1090 = reinterpret_cast<const float&>(v1089);
float const v1091 = v1090 - v1042;
float const v1092 = float(v1086);
float const v1093 = v1091 * v1091;
float const v1094 = 0.0703768358;
float const v1095 = -0.115146101;
float const v1096 = fma(v1094, v1091, v1095);
float const v1097 = 0.116769984;
float const v1098 = fma(v1096, v1091, v1097);
float const v1099 = -0.12420141;
float const v1100 = fma(v1098, v1091, v1099);
float const v1101 = 0.142493233;
float const v1102 = fma(v1100, v1091, v1101);
float const v1103 = -0.166680574;
float const v1104 = fma(v1102, v1091, v1103);
float const v1105 = 0.200007141;
float const v1106 = fma(v1104, v1091, v1105);
float const v1107 = -0.24999994;
float const v1108 = fma(v1106, v1091, v1107);
float const v1109 = 0.333333313;
float const v1110 = fma(v1108, v1091, v1109);
float const v1111 = v1110 * v1091;
float const v1112 = 2.121944420e-04;
float const v1113 = v1112 * v1092;
float const v1114 = -v1113;
float const v1115 = fma(v1111, v1093, v1114);
float const v1116 = -0.5;
float const v1117 = fma(v1116, v1093, v1115);
float const v1118 = v1091 + v1117;
float const v1119 = 0.693359375;
float const v1120 = fma(v1119, v1092, v1118);
float const v1121 = v1079 + v1120;
float const v1122 = v1041 ? v1080 : v1121;
uint32_t const v1123 = v31 + v1038;
float * const v1124 = &v4[v1123];
*v1124 = v1122;
}
}
uint32_t const v1125 = v951 + v52;
bool const v1126 = v1125 < v17;
if(v1126) {
float const v1127 = *v66;
bool const v1128 = v1127 == v49;
float const v1129 = 1;
float const v1130 = v1129 / v1127;
float const v1131 = v1128 ? v49 : v1130;
bool const v1132 = v16 < v21;
if(v1132) {
float const v1133 = *v68;
float const v1134 = v1133 * v1131;
uint32_t const v1135 = v31 + v1125;
uint32_t const v1136 = v1135 * v21;
uint32_t const v1137 = v1136 + v16;
float * const v1138 = &v3[v1137];
*v1138 = v1134;
}
uint32_t const v1139 = v14 + v16;
bool const v1140 = v1139 < v21;
if(v1140) {
float const v1141 = *v70;
float const v1142 = v1141 * v1131;
uint32_t const v1143 = v31 + v1125;
uint32_t const v1144 = v1143 * v21;
uint32_t const v1145 = v1144 + v1139;
float * const v1146 = &v3[v1145];
*v1146 = v1142;
}
uint32_t const v1147 = 32;
uint32_t const v1148 = v1147 + v16;
bool const v1149 = v1148 < v21;
if(v1149) {
float const v1150 = *v72;
float const v1151 = v1150 * v1131;
uint32_t const v1152 = v31 + v1125;
uint32_t const v1153 = v1152 * v21;
uint32_t const v1154 = v1153 + v1148;
float * const v1155 = &v3[v1154];
*v1155 = v1151;
}
uint32_t const v1156 = 48;
uint32_t const v1157 = v1156 + v16;
bool const v1158 = v1157 < v21;
if(v1158) {
float const v1159 = *v74;
float const v1160 = v1159 * v1131;
uint32_t const v1161 = v31 + v1125;
uint32_t const v1162 = v1161 * v21;
uint32_t const v1163 = v1162 + v1157;
float * const v1164 = &v3[v1163];
*v1164 = v1160;
}
bool const v1165 = v16 == v6;
if(v1165) {
float const v1166 = *v65;
float const v1167 = v1166 + v1166;
uint32_t const v1168 = reinterpret_cast<const uint32_t&>(v1127);
int32_t const v1169 = int32_t(v1168);
int32_t const v1170 = 1060439283;
int32_t const v1171 = v1169 - v1170;
int32_t const v1172 = 23;
int32_t const v1173 = v1171 >> v1172;
int32_t const v1174 = v1173 << v1172;
int32_t const v1175 = v1169 - v1174;
uint32_t const v1176 = uint32_t(v1175);
float const v1177 = reinterpret_cast<const float&>(v1176);
float const v1178 = v1177 - v1129;
float const v1179 = float(v1173);
float const v1180 = v1178 * v1178;
float const v1181 = 0.0703768358;
float const v1182 = -0.115146101;
float const v1183 = fma(v1181, v1178, v1182);
float const v1184 = 0.116769984;
float const v1185 = fma(v1183, v1178, v1184);
float const v1186 = -0.12420141;
float const v1187 = fma(v1185, v1178, v1186);
float const v1188 = 0.142493233;
float const v1189 = fma(v1187, v1178, v1188);
float const v1190 = -0.166680574;
float const v1191 = fma(v1189, v1178, v1190);
float const v1192 = 0.200007141;
float const v1193 = fma(v1191, v1178, v1192);
float const v1194 = -0.24999994;
float const v1195 = fma(v1193, v1178, v1194);
float const v1196 = 0.333333313;
float const v1197 = fma(v1195, v1178, v1196);
float const v1198 = v1197 * v1178;
float const v1199 = 2.121944420e-04;
float const v1200 = v1199 * v1179;
float const v1201 = -v1200;
float const v1202 = fma(v1198, v1180, v1201);
float const v1203 = -0.5;
float const v1204 = fma(v1203, v1180, v1202);
float const v1205 = v1178 + v1204;
float const v1206 = 0.693359375;
float const v1207 = fma(v1206, v1179, v1205);
float const v1208 = v1166 + v1207;
float const v1209 = v1128 ? v1167 : v1208;
uint32_t const v1210 = v31 + v1125;
float * const v1211 = &v4[v1210];
*v1211 = v1209;
}
}
uint32_t const v1212 = v951 + v54;
bool const v1213 = v1212 < v17;
if(v1213) {
float const v1214 = *v76;
bool const v1215 = v1214 == v49;
float const v1216 = 1;
float const v1217 = v1216 / v1214;
float const v1218 = v1215 ? v49 : v1217;
bool const v1219 = v16 < v21;
if(v1219) {
float const v1220 = *v78;
float const v1221 = v1220 * v1218;
uint32_t const v1222 = v31 + v1212;
uint32_t const v1223 = v1222 * v21;
uint32_t const v1224 = v1223 + v16;
float * const v1225 = &v3[v1224];
*v1225 = v1221;
}
uint32_t const v1226 = v14 + v16;
bool const v1227 = v1226 < v21;
if(v1227) {
float const v1228 = *v80;
float const v1229 = v1228 * v1218;
uint32_t const v1230 = v31 + v1212;
uint32_t const v1231 = v1230 * v21;
uint32_t const v1232 = v1231 + v1226;
float * const v1233 = &v3[v1232];
*v1233 = v1229;
}
uint32_t const v1234 = 32;
uint32_t const v1235 = v1234 + v16;
bool const v1236 = v1235 < v21;
if(v1236) {
float const v1237 = *v82;
float const v1238 = v1237 * v1218;
uint32_t const v1239 = v31 + v1212;
uint32_t const v1240 = v1239 * v21;
uint32_t const v1241 = v1240 + v1235;
float * const v1242 = &v3[v1241];
*v1242 = v1238;
}
uint32_t const v1243 = 48;
uint32_t const v1244 = v1243 + v16;
bool const v1245 = v1244 < v21;
if(v1245) {
float const v1246 = *v84;
float const v1247 = v1246 * v1218;
uint32_t const v1248 = v31 + v1212;
uint32_t const v1249 = v1248 * v21;
uint32_t const v1250 = v1249 + v1244;
float * const v1251 = &v3[v1250];
*v1251 = v1247;
}
bool const v1252 = v16 == v6;
if(v1252) {
float const v1253 = *v75;
float const v1254 = v1253 + v1253;
uint32_t const v1255 = reinterpret_cast<const uint32_t&>(v1214);
int32_t const v1256 = int32_t(v1255);
int32_t const v1257 = 1060439283;
int32_t const v1258 = v1256 - v1257;
int32_t const v1259 = 23;
int32_t const v1260 = v1258 >> v1259;
int32_t const v1261 = v1260 << v1259;
int32_t const v1262 = v1256 - v1261;
uint32_t const v1263 = uint32_t(v1262);
float const v1264 = reinterpret_cast<const float&>(v1263);
float const v1265 = v1264 - v1216;
float const v1266 = float(v1260);
float const v1267 = v1265 * v1265;
float const v1268 = 0.0703768358;
float const v1269 = -0.115146101;
float const v1270 = fma(v1268, v1265, v1269);
float const v1271 = 0.116769984;
float const v1272 = fma(v1270, v1265, v1271);
float const v1273 = -0.12420141;
float const v1274 = fma(v1272, v1265, v1273);
float const v1275 = 0.142493233;
float const v1276 = fma(v1274, v1265, v1275);
float const v1277 = -0.166680574;
float const v1278 = fma(v1276, v1265, v1277);
float const v1279 = 0.200007141;
float const v1280 = fma(v1278, v1265, v1279);
float const v1281 = -0.24999994;
float const v1282 = fma(v1280, v1265, v1281);
float const v1283 = 0.333333313;
float const v1284 = fma(v1282, v1265, v1283);
float const v1285 = v1284 * v1265;
float const v1286 = 2.121944420e-04;
float const v1287 = v1286 * v1266;
float const v1288 = -v1287;
float const v1289 = fma(v1285, v1267, v1288);
float const v1290 = -0.5;
float const v1291 = fma(v1290, v1267, v1289);
float const v1292 = v1265 + v1291;
float const v1293 = 0.693359375;
float const v1294 = fma(v1293, v1266, v1292);
float const v1295 = v1253 + v1294;
float const v1296 = v1215 ? v1254 : v1295;
uint32_t const v1297 = v31 + v1212;
float * const v1298 = &v4[v1297];
*v1298 = v1296;
}
}
return;
}
