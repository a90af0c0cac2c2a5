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
    uint32_t scalars_u32[8];uint32_t static_meta[6];
};
extern "C" __global__ void __launch_bounds__(64)  swap_kernel(float const* const __restrict__ v0, float const* const __restrict__ v1, float const* const __restrict__ v2, float * const __restrict__ v3, float * const __restrict__ v4, __grid_constant__ info_st const info_v436) {
bool inv_return_flag_v450_store = true;
bool * inv_return_flag_v450 = &inv_return_flag_v450_store;uint32_t const v5 = 0;
uint32_t const v6 = info_v436.static_meta[1];
uint32_t const v7 = info_v436.static_meta[2];
uint32_t const v8 = info_v436.static_meta[3];
uint32_t const v9 = info_v436.scalars_u32[0];
uint32_t const v10 = info_v436.scalars_u32[1];
uint32_t const v11 = info_v436.scalars_u32[2];
uint32_t const v12 = info_v436.scalars_u32[3];
uint32_t const v13 = info_v436.scalars_u32[4];
uint32_t const v14 = info_v436.scalars_u32[5];
uint32_t const v15 = info_v436.scalars_u32[6];
uint32_t const v16 = info_v436.scalars_u32[7];
uint32_t const v17 = blockIdx.z;
uint32_t const v18 = uint32_t(v17);
uint32_t const v19 = gridDim.y;
uint32_t const v20 = uint32_t(v19);
uint32_t const v21 = v18 * v20;
uint32_t const v22 = gridDim.x;
uint32_t const v23 = uint32_t(v22);
uint32_t const v24 = v21 * v23;
uint32_t const v25 = blockIdx.y;
uint32_t const v26 = uint32_t(v25);
uint32_t const v27 = v26 * v23;
uint32_t const v28 = v24 + v27;
uint32_t const v29 = blockIdx.x;
uint32_t const v30 = uint32_t(v29);
uint32_t const v31 = v28 + v30;
uint32_t const v32 = 64;
uint32_t const v33 = v31 * v32;
uint32_t const v34 = threadIdx.x;
uint32_t const v35 = 0;
uint32_t const v36 = 1;
uint32_t const v37 = uint32_t(v34);
uint32_t const v38 = v33 + v37;
bool const v39 = v38 >= v8;
if(v39) {
bool const v40 = false;
*inv_return_flag_v450 = v40;
}
bool const v41 = *inv_return_flag_v450;
if(v41) {
uint32_t const v42 = uint32_t(v16);
uint32_t const v43 = v38 / v42;
uint32_t const v44 = v43 % v7;
uint32_t const v45 = 2;
uint32_t const v46 = v44 % v45;
uint32_t const v47 = uint32_t(v46);
bool const v48 = v47 == v15;
uint32_t v451_store;
uint32_t * v49 = &v451_store;*v49 = v43;
uint32_t v452_store;
uint32_t * v50 = &v452_store;*v50 = v43;
if(v48) {
uint32_t const v51 = 1;
uint32_t const v52 = v44 + v51;
bool const v53 = v52 < v7;
if(v53) {
uint32_t const v54 = v43 + v51;
*v50 = v54;
}
}
 else {
bool const v55 = v44 > v5;
if(v55) {
uint32_t const v56 = 1;
uint32_t const v57 = v43 - v56;
*v49 = v57;
}
}
float const v58 = 0;
float v453_store;
float * v59 = &v453_store;*v59 = v58;
uint32_t v454_store;
uint32_t * v60 = &v454_store;*v60 = v43;
uint32_t const v61 = *v49;
uint32_t const v62 = *v50;
bool const v63 = v61 != v62;
if(v63) {
uint32_t const v64 = v61 % v7;
float const* const v65 = &v2[v64];
float const v66 = *v65;
uint32_t const v67 = 1;
uint32_t const v68 = v64 + v67;
float const* const v69 = &v2[v68];
float const v70 = *v69;
float const v71 = v66 - v70;
float const* const v72 = &v1[v62];
float const v73 = *v72;
float const* const v74 = &v1[v61];
float const v75 = *v74;
float const v76 = v73 - v75;
float const v77 = v71 * v76;
uint32_t const v78 = reinterpret_cast<const uint32_t&>(v77);
uint32_t const v79 = 2139095040;
uint32_t const v80 = v78 & v79;
bool const v81 = v80 != v79;
bool v455_store;
bool * v82 = &v455_store;if(v81) {
uint32_t const v83 = reinterpret_cast<const uint32_t&>(v73);
uint32_t const v84 = v83 & v79;
bool const v85 = v84 != v79;
*v82 = v85;
}
 else {
bool const v86 = false;
*v82 = v86;
}
float const v87 = min(v77, v58);
bool const v88 = *v82;
float const v89 = -200;
float const v90 = v88 ? v87 : v89;
float const v91 = -104;
bool const v92 = v90 > v91;
float const v93 = exp(v90);float const v94 = v92 ? v93 : v58;
*v59 = v94;
uint32_t const v95 = *v49;
uint32_t const v96 = uint32_t(v95);
uint32_t const v97 = v13 + v96;
bool const v98 = v97 < v96;
uint32_t const v99 = v98 ? v36 : v35;
uint32_t const v100 = v14 + v99;
uint32_t const v101 = 3528531795;
uint32_t const v102 = __umulhi(v97, v101);
uint32_t const v103 = v97 * v101;
uint32_t const v104 = 3449720151;
uint32_t const v105 = __umulhi(v11, v104);
uint32_t const v106 = v11 * v104;
uint32_t const v107 = v105 ^ v100;
uint32_t const v108 = v107 ^ v9;
uint32_t const v109 = v102 ^ v12;
uint32_t const v110 = v109 ^ v10;
uint32_t const v111 = 2654435769;
uint32_t const v112 = v9 + v111;
uint32_t const v113 = 3144134277;
uint32_t const v114 = v10 + v113;
uint32_t const v115 = __umulhi(v108, v101);
uint32_t const v116 = v108 * v101;
uint32_t const v117 = __umulhi(v110, v104);
uint32_t const v118 = v110 * v104;
uint32_t const v119 = v117 ^ v106;
uint32_t const v120 = v119 ^ v112;
uint32_t const v121 = v115 ^ v103;
uint32_t const v122 = v121 ^ v114;
uint32_t const v123 = v112 + v111;
uint32_t const v124 = v114 + v113;
uint32_t const v125 = __umulhi(v120, v101);
uint32_t const v126 = v120 * v101;
uint32_t const v127 = __umulhi(v122, v104);
uint32_t const v128 = v122 * v104;
uint32_t const v129 = v127 ^ v118;
uint32_t const v130 = v129 ^ v123;
uint32_t const v131 = v125 ^ v116;
uint32_t const v132 = v131 ^ v124;
uint32_t const v133 = v123 + v111;
uint32_t const v134 = v124 + v113;
uint32_t const v135 = __umulhi(v130, v101);
uint32_t const v136 = v130 * v101;
uint32_t const v137 = __umulhi(v132, v104);
uint32_t const v138 = v132 * v104;
uint32_t const v139 = v137 ^ v128;
uint32_t const v140 = v139 ^ v133;
uint32_t const v141 = v135 ^ v126;
uint32_t const v142 = v141 ^ v134;
uint32_t const v143 = v133 + v111;
uint32_t const v144 = v134 + v113;
uint32_t const v145 = __umulhi(v140, v101);
uint32_t const v146 = v140 * v101;
uint32_t const v147 = __umulhi(v142, v104);
uint32_t const v148 = v142 * v104;
uint32_t const v149 = v147 ^ v138;
uint32_t const v150 = v149 ^ v143;
uint32_t const v151 = v145 ^ v136;
uint32_t const v152 = v151 ^ v144;
uint32_t const v153 = v143 + v111;
uint32_t const v154 = v144 + v113;
uint32_t const v155 = __umulhi(v150, v101);
uint32_t const v156 = v150 * v101;
uint32_t const v157 = __umulhi(v152, v104);
uint32_t const v158 = v152 * v104;
uint32_t const v159 = v157 ^ v148;
uint32_t const v160 = v159 ^ v153;
uint32_t const v161 = v155 ^ v146;
uint32_t const v162 = v161 ^ v154;
uint32_t const v163 = v153 + v111;
uint32_t const v164 = v154 + v113;
uint32_t const v165 = __umulhi(v160, v101);
uint32_t const v166 = v160 * v101;
uint32_t const v167 = __umulhi(v162, v104);
uint32_t const v168 = v162 * v104;
uint32_t const v169 = v167 ^ v158;
uint32_t const v170 = v169 ^ v163;
uint32_t const v171 = v165 ^ v156;
uint32_t const v172 = v171 ^ v164;
uint32_t const v173 = v163 + v111;
uint32_t const v174 = v164 + v113;
uint32_t const v175 = __umulhi(v170, v101);
uint32_t const v176 = v170 * v101;
uint32_t const v177 = __umulhi(v172, v104);
uint32_t const v178 = v177 ^ v168;
uint32_t const v179 = v178 ^ v173;
uint32_t const v180 = v175 ^ v166;
uint32_t const v181 = v180 ^ v174;
uint32_t const v182 = v173 + v111;
uint32_t const v183 = v174 + v113;
uint32_t const v184 = __umulhi(v179, v101);
uint32_t const v185 = v181 * v104;
uint32_t const v186 = v184 ^ v176;
uint32_t const v187 = v186 ^ v183;
uint32_t const v188 = v182 + v111;
uint32_t const v189 = __umulhi(v187, v104);
uint32_t const v190 = v189 ^ v185;
uint32_t const v191 = v190 ^ v188;
uint32_t const v192 = 8;
uint32_t const v193 = v191 >> v192;
float const v194 = float(v193);
float const v195 = 5.960464480e-08;
float const v196 = v194 * v195;
float const v197 = *v59;
bool const v198 = v196 < v197;
if(v198) {
uint32_t const v199 = *v50;
uint32_t const v200 = v95 + v199;
uint32_t const v201 = v200 - v43;
*v60 = v201;
}
}
uint32_t const v202 = *v60;
uint32_t const v203 = v202 * v42;
uint32_t const v204 = v38 % v42;
uint32_t const v205 = v203 + v204;
float const* const v206 = &v0[v205];
float const v207 = *v206;
float * const v208 = &v3[v38];
*v208 = v207;
bool const v209 = v204 == v5;
if(v209) {
float const* const v210 = &v1[v202];
float const v211 = *v210;
float * const v212 = &v4[v43];
*v212 = v211;
uint32_t const v213 = v6 + v43;
float * const v214 = &v4[v213];
float const v215 = *v59;
*v214 = v215;
}
}
return;
}
