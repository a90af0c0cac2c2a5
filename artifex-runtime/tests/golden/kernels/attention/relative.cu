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
extern "C" __global__ void __launch_bounds__(64)  relative_kernel_f_f32(float const* const __restrict__ v0, float const* const __restrict__ v1, float const* const __restrict__ v2, float const* const __restrict__ v3, float const* const __restrict__ v4, float const* const __restrict__ v5, float const* const __restrict__ v6, float const* const __restrict__ v7, float * const __restrict__ v8, __grid_constant__ info_st const info_v620) {
bool inv_return_flag_v650_store = true;
bool * inv_return_flag_v650 = &inv_return_flag_v650_store;uint32_t const v9 = 0;
uint32_t const v10 = info_v620.static_meta[4];
uint32_t const v11 = info_v620.static_meta[8];
uint32_t const v12 = info_v620.scalars_u32[0];
uint32_t const v13 = info_v620.scalars_u32[1];
uint32_t const v14 = info_v620.scalars_u32[2];
uint32_t const v15 = info_v620.scalars_u32[3];
float const v16 = info_v620.scalars_f32[0];
uint32_t const v17 = info_v620.scalars_u32[4];
uint32_t const v18 = info_v620.scalars_u32[5];
uint32_t const v19 = info_v620.scalars_u32[6];
uint32_t const v20 = info_v620.scalars_u32[7];
uint32_t const v21 = info_v620.scalars_u32[8];
uint32_t const v22 = info_v620.scalars_u32[9];
uint32_t const v23 = info_v620.scalars_u32[10];
float const v24 = info_v620.scalars_f32[1];
uint32_t const v25 = info_v620.scalars_u32[11];
uint32_t const v26 = info_v620.scalars_u32[12];
uint32_t const v27 = info_v620.scalars_u32[13];
uint32_t const v28 = info_v620.scalars_u32[14];
uint32_t const v29 = info_v620.scalars_u32[15];
uint32_t const v30 = info_v620.scalars_u32[16];
uint32_t const v31 = info_v620.scalars_u32[17];
uint32_t const v32 = blockIdx.z;
uint32_t const v33 = uint32_t(v32);
uint32_t const v34 = gridDim.y;
uint32_t const v35 = uint32_t(v34);
uint32_t const v36 = v33 * v35;
uint32_t const v37 = gridDim.x;
uint32_t const v38 = uint32_t(v37);
uint32_t const v39 = v36 * v38;
uint32_t const v40 = blockIdx.y;
uint32_t const v41 = uint32_t(v40);
uint32_t const v42 = v41 * v38;
uint32_t const v43 = v39 + v42;
uint32_t const v44 = blockIdx.x;
uint32_t const v45 = uint32_t(v44);
uint32_t const v46 = v43 + v45;
uint32_t const v47 = 64;
uint32_t const v48 = v46 * v47;
uint32_t const v49 = threadIdx.x;
uint32_t const v50 = 0;
uint32_t const v51 = 1;
uint32_t const v52 = uint32_t(v49);
uint32_t const v53 = v48 + v52;
bool const v54 = v53 >= v11;
if(v54) {
bool const v55 = false;
*inv_return_flag_v650 = v55;
}
bool const v56 = *inv_return_flag_v650;
if(v56) {
uint32_t const v57 = uint32_t(v21);
uint32_t const v58 = v53 / v57;
uint32_t const v59 = v53 % v57;
uint32_t const v60 = uint32_t(v15);
uint32_t const v61 = uint32_t(v14);
float const v62 = 0;
float v651_store;
float * v63 = &v651_store;*v63 = v62;
uint32_t const v64 = uint32_t(v25);
uint32_t const v65 = 1;
for(uint32_t v66 = v9; v66 < v64; v66 += v65) {
uint32_t const v67 = uint32_t(v12);
uint32_t const v68 = uint32_t(v13);
uint32_t const v69 = v66 * v67;
uint32_t const v70 = v69 + v58;
uint32_t const v71 = v70 * v61;
uint32_t const v72 = v67 / v68;
uint32_t const v73 = v66 * v72;
uint32_t const v74 = v58 / v68;
uint32_t const v75 = v73 + v74;
uint32_t const v76 = v75 * v60;
for(uint32_t v77 = v9; v77 < v61; v77 += v65) {
int32_t const v78 = int32_t(v77);
int32_t const v79 = int32_t(v60);
int32_t const v80 = v78 + v79;
int32_t const v81 = int32_t(v61);
int32_t const v82 = v80 - v81;
int32_t const v83 = int32_t(v59);
uint32_t const v84 = 2;
uint32_t const v85 = v57 / v84;
int32_t const v86 = int32_t(v85);
int32_t const v87 = v83 - v86;
int32_t const v88 = v87 + v82;
int32_t v654_store;
int32_t * v89 = &v654_store;*v89 = v88;
int32_t const v90 = *v89;
int32_t const v91 = 1;
int32_t const v92 = v90 + v91;
int32_t v655_store;
int32_t * v93 = &v655_store;*v93 = v92;
bool const v94 = v59 == v9;
if(v94) {
int32_t const v95 = 0;
*v89 = v95;
}
uint32_t const v96 = v57 - v65;
bool const v97 = v59 == v96;
if(v97) {
*v93 = v79;
}
int32_t const v98 = *v89;
int32_t const v99 = 0;
int32_t const v100 = max(min(v98, v79), v99);
uint32_t const v101 = uint32_t(v100);
int32_t const v102 = *v93;
int32_t const v103 = max(min(v102, v79), v99);
uint32_t const v104 = uint32_t(v103);
for(uint32_t v105 = v101; v105 < v104; v105 += v65) {
int32_t const v106 = int32_t(v105);
int32_t const v107 = v106 - v82;
uint32_t const v108 = 2;
uint32_t const v109 = v21 / v108;
int32_t const v110 = int32_t(v109);
int32_t const v111 = -v110;
int32_t const v112 = max(min(v107, v110), v111);
int32_t const v113 = v112 + v110;
uint32_t const v114 = uint32_t(v113);
bool const v115 = v114 == v59;
if(v115) {
uint32_t const v116 = v71 + v77;
uint32_t const v117 = v76 + v105;
float v657_store;
float * v118 = &v657_store;*v118 = v62;
uint32_t const v119 = 20;
for(uint32_t v120 = v9; v120 < v119; v120 += v65) {
uint32_t const v121 = v116 * v119;
uint32_t const v122 = v121 + v120;
float const* const v123 = &v0[v122];
float const v124 = *v123;
uint32_t const v125 = v117 * v119;
uint32_t const v126 = v125 + v120;
float const* const v127 = &v1[v126];
float const v128 = *v127;
float const v129 = *v118;
float const v130 = fma(v124, v128, v129);
*v118 = v130;
}
float const v131 = *v118;
float const v132 = v131 * v16;
float v659_store;
float * v133 = &v659_store;*v133 = v132;
bool const v134 = v77 < v61;
bool const v135 = v105 < v60;
bool const v136 = v134 && v135;
bool v660_store;
bool * v137 = &v660_store;*v137 = v136;
bool const v138 = *v137;
if(v138) {
bool const v139 = v107 <= v99;
*v137 = v139;
int32_t const v140 = int32_t(v17);
bool const v141 = v107 < v140;
bool const v142 = *v137;
bool const v143 = v142 && v141;
int32_t const v144 = -v107;
bool const v145 = v144 < v140;
bool const v146 = v143 && v145;
*v137 = v146;
bool const v147 = *v137;
bool v661_store;
bool * v148 = &v661_store;if(v147) {
uint32_t const v149 = v66 * v60;
uint32_t const v150 = v149 + v105;
float const* const v151 = &v5[v150];
float const v152 = *v151;
bool const v153 = v152 != v62;
*v148 = v153;
}
 else {
bool const v154 = false;
*v148 = v154;
}
bool const v155 = *v148;
*v137 = v155;
uint32_t const v156 = uint32_t(v18);
uint32_t const v157 = v66 % v156;
uint32_t const v158 = uint32_t(v19);
uint32_t const v159 = v58 % v158;
uint32_t const v160 = uint32_t(v20);
uint32_t const v161 = v77 % v160;
uint32_t const v162 = v157 * v158;
uint32_t const v163 = v162 + v159;
uint32_t const v164 = v163 * v160;
uint32_t const v165 = v164 + v161;
uint32_t const v166 = v165 * v60;
uint32_t const v167 = v166 + v105;
float const* const v168 = &v6[v167];
float const v169 = *v168;
float const v170 = *v133;
float const v171 = v170 + v169;
*v133 = v171;
uint32_t const v172 = v58 * v57;
uint32_t const v173 = v172 + v114;
float const* const v174 = &v7[v173];
float const v175 = *v174;
float const v176 = *v133;
float const v177 = v176 + v175;
*v133 = v177;
}
bool const v178 = *v137;
float const v179 = *v133;
float const v180 = -3.402823470e+38;
float const v181 = v178 ? v179 : v180;
float v662_store;
float * v182 = &v662_store;*v182 = v62;
bool const v183 = v181 != v180;
if(v183) {
float v663_store;
float * v184 = &v663_store;*v184 = v62;
uint32_t const v185 = 24;
for(uint32_t v186 = v9; v186 < v185; v186 += v65) {
uint32_t const v187 = v116 * v185;
uint32_t const v188 = v187 + v186;
float const* const v189 = &v3[v188];
float const v190 = *v189;
uint32_t const v191 = v117 * v185;
uint32_t const v192 = v191 + v186;
float const* const v193 = &v2[v192];
float const v194 = *v193;
float const v195 = *v184;
float const v196 = fma(v190, v194, v195);
*v184 = v196;
}
uint32_t const v197 = 3;
uint32_t const v198 = v60 + v197;
uint32_t const v199 = 4;
uint32_t const v200 = v198 / v199;
uint32_t const v201 = v116 * v200;
uint32_t const v202 = v105 / v199;
uint32_t const v203 = v201 + v202;
uint32_t const v204 = uint32_t(v203);
uint32_t const v205 = v30 + v204;
bool const v206 = v205 < v204;
uint32_t const v207 = v206 ? v51 : v50;
uint32_t const v208 = v31 + v207;
uint32_t const v209 = 3528531795;
uint32_t const v210 = __umulhi(v205, v209);
uint32_t const v211 = v205 * v209;
uint32_t const v212 = 3449720151;
uint32_t const v213 = __umulhi(v28, v212);
uint32_t const v214 = v28 * v212;
uint32_t const v215 = v213 ^ v208;
uint32_t const v216 = v215 ^ v26;
uint32_t const v217 = v210 ^ v29;
uint32_t const v218 = v217 ^ v27;
uint32_t const v219 = 2654435769;
uint32_t const v220 = v26 + v219;
uint32_t const v221 = 3144134277;
uint32_t const v222 = v27 + v221;
uint32_t const v223 = __umulhi(v216, v209);
uint32_t const v224 = v216 * v209;
uint32_t const v225 = __umulhi(v218, v212);
uint32_t const v226 = v218 * v212;
uint32_t const v227 = v225 ^ v214;
uint32_t const v228 = v227 ^ v220;
uint32_t const v229 = v223 ^ v211;
uint32_t const v230 = v229 ^ v222;
uint32_t const v231 = v220 + v219;
uint32_t const v232 = v222 + v221;
uint32_t const v233 = __umulhi(v228, v209);
uint32_t const v234 = v228 * v209;
uint32_t const v235 = __umulhi(v230, v212);
uint32_t const v236 = v230 * v212;
uint32_t const v237 = v235 ^ v226;
uint32_t const v238 = v237 ^ v231;
uint32_t const v239 = v233 ^ v224;
uint32_t const v240 = v239 ^ v232;
uint32_t const v241 = v231 + v219;
uint32_t const v242 = v232 + v221;
uint32_t const v243 = __umulhi(v238, v209);
uint32_t const v244 = v238 * v209;
uint32_t const v245 = __umulhi(v240, v212);
uint32_t const v246 = v240 * v212;
uint32_t const v247 = v245 ^ v236;
uint32_t const v248 = v247 ^ v241;
uint32_t const v249 = v243 ^ v234;
uint32_t const v250 = v249 ^ v242;
uint32_t const v251 = v241 + v219;
uint32_t const v252 = v242 + v221;
uint32_t const v253 = __umulhi(v248, v209);
uint32_t const v254 = v248 * v209;
uint32_t const v255 = __umulhi(v250, v212);
uint32_t const v256 = v250 * v212;
uint32_t const v257 = v255 ^ v246;
uint32_t const v258 = v257 ^ v251;
uint32_t const v259 = v253 ^ v244;
uint32_t const v260 = v259 ^ v252;
uint32_t const v261 = v251 + v219;
uint32_t const v262 = v252 + v221;
uint32_t const v263 = __umulhi(v258, v209);
uint32_t const v264 = v258 * v209;
uint32_t const v265 = __umulhi(v260, v212);
uint32_t const v266 = v260 * v212;
uint32_t const v267 = v265 ^ v256;
uint32_t const v268 = v267 ^ v261;
uint32_t const v269 = v263 ^ v254;
uint32_t const v270 = v269 ^ v262;
uint32_t const v271 = v261 + v219;
uint32_t const v272 = v262 + v221;
uint32_t const v273 = __umulhi(v268, v209);
uint32_t const v274 = v268 * v209;
uint32_t const v275 = __umulhi(v270, v212);
uint32_t const v276 = v270 * v212;
uint32_t const v277 = v275 ^ v266;
uint32_t const v278 = v277 ^ v271;
uint32_t const v279 = v273 ^ v264;
uint32_t const v280 = v279 ^ v272;
uint32_t const v281 = v271 + v219;
uint32_t const v282 = v272 + v221;
uint32_t const v283 = __umulhi(v278, v209);
uint32_t const v284 = v278 * v209;
uint32_t const v285 = __umulhi(v280, v212);
uint32_t const v286 = v280 * v212;
uint32_t const v287 = v285 ^ v276;
uint32_t const v288 = v287 ^ v281;
uint32_t const v289 = v283 ^ v274;
uint32_t const v290 = v289 ^ v282;
uint32_t const v291 = v281 + v219;
uint32_t const v292 = v282 + v221;
uint32_t const v293 = __umulhi(v288, v209);
uint32_t const v294 = v288 * v209;
uint32_t const v295 = __umulhi(v290, v212);
uint32_t const v296 = v290 * v212;
uint32_t const v297 = v295 ^ v286;
uint32_t const v298 = v297 ^ v291;
uint32_t const v299 = v293 ^ v284;
uint32_t const v300 = v299 ^ v292;
uint32_t const v301 = v291 + v219;
uint32_t const v302 = v292 + v221;
uint32_t const v303 = __umulhi(v298, v209);
uint32_t const v304 = v298 * v209;
uint32_t const v305 = __umulhi(v300, v212);
uint32_t const v306 = v300 * v212;
uint32_t const v307 = v305 ^ v296;
uint32_t const v308 = v307 ^ v301;
uint32_t const v309 = v303 ^ v294;
uint32_t const v310 = v309 ^ v302;
uint32_t const v311 = v105 % v199;
bool const v312 = v311 == v9;
uint32_t const v313 = v312 ? v308 : v306;
bool const v314 = v311 == v84;
uint32_t const v315 = v314 ? v310 : v304;
bool const v316 = v311 < v84;
uint32_t const v317 = v316 ? v313 : v315;
bool const v318 = v317 < v22;
bool const v319 = v23 == v51;
bool const v320 = v318 || v319;
float const v321 = v320 ? v24 : v62;
float const* const v322 = &v4[v116];
float const v323 = *v322;
uint32_t const v324 = v10 / v84;
uint32_t const v325 = v324 + v116;
float const* const v326 = &v4[v325];
float const v327 = *v326;
bool const v328 = v181 == v180;
float const v329 = v181 - v323;
float const v330 = exp(v329);float const v331 = v328 ? v62 : v330;
float const v332 = *v184;
float const v333 = -v327;
float const v334 = fma(v332, v321, v333);
float const v335 = v331 * v334;
*v182 = v335;
}
float const v336 = *v63;
float const v337 = *v182;
float const v338 = v336 + v337;
*v63 = v338;
}
}
}
}
float const v339 = *v63;
float * const v340 = &v8[v53];
*v340 = v339;
}
return;
}
