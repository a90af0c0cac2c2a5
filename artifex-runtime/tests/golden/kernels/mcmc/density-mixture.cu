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
    uint32_t scalars_u32[2];uint32_t static_meta[4];
};
extern "C" __global__ void __launch_bounds__(64)  density_kernel(float const* const __restrict__ v0, float const* const __restrict__ v1, float * const __restrict__ v2, float * const __restrict__ v3, __grid_constant__ info_st const info_v353) {
bool inv_return_flag_v360_store = true;
bool * inv_return_flag_v360 = &inv_return_flag_v360_store;uint32_t const v4 = 0;
uint32_t const v5 = info_v353.static_meta[2];
uint32_t const v6 = info_v353.scalars_u32[0];
uint32_t const v7 = info_v353.scalars_u32[1];
uint32_t const v8 = blockIdx.z;
uint32_t const v9 = uint32_t(v8);
uint32_t const v10 = gridDim.y;
uint32_t const v11 = uint32_t(v10);
uint32_t const v12 = v9 * v11;
uint32_t const v13 = gridDim.x;
uint32_t const v14 = uint32_t(v13);
uint32_t const v15 = v12 * v14;
uint32_t const v16 = blockIdx.y;
uint32_t const v17 = uint32_t(v16);
uint32_t const v18 = v17 * v14;
uint32_t const v19 = v15 + v18;
uint32_t const v20 = blockIdx.x;
uint32_t const v21 = uint32_t(v20);
uint32_t const v22 = v19 + v21;
uint32_t const v23 = 64;
uint32_t const v24 = v22 * v23;
uint32_t const v25 = threadIdx.x;
uint32_t const v26 = uint32_t(v25);
uint32_t const v27 = v24 + v26;
bool const v28 = v27 >= v5;
if(v28) {
bool const v29 = false;
*inv_return_flag_v360 = v29;
}
bool const v30 = *inv_return_flag_v360;
if(v30) {
uint32_t const v31 = uint32_t(v6);
uint32_t const v32 = uint32_t(v7);
uint32_t const v33 = v27 * v31;
uint32_t const v34 = 1;
for(uint32_t v35 = v4; v35 < v31; v35 += v34) {
uint32_t const v36 = v33 + v35;
float * const v37 = &v3[v36];
float const v38 = 0;
*v37 = v38;
}
float const v39 = 0;
float v362_store;
float * v40 = &v362_store;*v40 = v39;
for(uint32_t v41 = v4; v41 < v31; v41 += v34) {
uint32_t const v42 = v33 + v41;
float const* const v43 = &v0[v42];
float const v44 = *v43;
uint32_t const v45 = 2;
uint32_t const v46 = v45 + v41;
float const* const v47 = &v1[v46];
float const v48 = *v47;
float const v49 = v44 - v48;
float const v50 = *v40;
float const v51 = fma(v49, v49, v50);
*v40 = v51;
}
float const* const v52 = &v1[v4];
float const v53 = *v52;
float const* const v54 = &v1[v34];
float const v55 = *v54;
float const v56 = 0.5;
float const v57 = v56 * v55;
float const v58 = *v40;
float const v59 = -v57;
float const v60 = fma(v59, v58, v53);
float v364_store;
float * v61 = &v364_store;*v61 = v60;
float const v62 = 1;
float v365_store;
float * v63 = &v365_store;*v63 = v62;
for(uint32_t v64 = v34; v64 < v32; v64 += v34) {
uint32_t const v65 = 2;
uint32_t const v66 = v31 + v65;
uint32_t const v67 = v64 * v66;
float v367_store;
float * v68 = &v367_store;*v68 = v39;
for(uint32_t v69 = v4; v69 < v31; v69 += v34) {
uint32_t const v70 = v33 + v69;
float const* const v71 = &v0[v70];
float const v72 = *v71;
uint32_t const v73 = v67 + v65;
uint32_t const v74 = v73 + v69;
float const* const v75 = &v1[v74];
float const v76 = *v75;
float const v77 = v72 - v76;
float const v78 = *v68;
float const v79 = fma(v77, v77, v78);
*v68 = v79;
}
float const* const v80 = &v1[v67];
float const v81 = *v80;
uint32_t const v82 = v67 + v34;
float const* const v83 = &v1[v82];
float const v84 = *v83;
float const v85 = v56 * v84;
float const v86 = *v68;
float const v87 = -v85;
float const v88 = fma(v87, v86, v81);
float const v89 = *v61;
float const v90 = max(v89, v88);
float const v91 = v89 - v90;
float const v92 = exp(v91);float const v93 = *v63;
float const v94 = v88 - v90;
float const v95 = exp(v94);float const v96 = fma(v93, v92, v95);
*v63 = v96;
*v61 = v90;
}
float const v97 = *v63;
float const v98 = log(v97);float const v99 = *v61;
float const v100 = v99 + v98;
float * const v101 = &v2[v27];
*v101 = v100;
float v369_store;
float * v102 = &v369_store;*v102 = v39;
for(uint32_t v103 = v4; v103 < v31; v103 += v34) {
uint32_t const v104 = v33 + v103;
float const* const v105 = &v0[v104];
float const v106 = *v105;
uint32_t const v107 = 2;
uint32_t const v108 = v107 + v103;
float const* const v109 = &v1[v108];
float const v110 = *v109;
float const v111 = v106 - v110;
float const v112 = *v102;
float const v113 = fma(v111, v111, v112);
*v102 = v113;
}
float const v114 = *v52;
float const v115 = *v54;
float const v116 = v56 * v115;
float const v117 = *v102;
float const v118 = -v116;
float const v119 = fma(v118, v117, v114);
float v371_store;
float * v120 = &v371_store;*v120 = v119;
float v372_store;
float * v121 = &v372_store;*v121 = v62;
for(uint32_t v122 = v34; v122 < v32; v122 += v34) {
uint32_t const v123 = 2;
uint32_t const v124 = v31 + v123;
uint32_t const v125 = v122 * v124;
float v374_store;
float * v126 = &v374_store;*v126 = v39;
for(uint32_t v127 = v4; v127 < v31; v127 += v34) {
uint32_t const v128 = v33 + v127;
float const* const v129 = &v0[v128];
float const v130 = *v129;
uint32_t const v131 = v125 + v123;
uint32_t const v132 = v131 + v127;
float const* const v133 = &v1[v132];
float const v134 = *v133;
float const v135 = v130 - v134;
float const v136 = *v126;
float const v137 = fma(v135, v135, v136);
*v126 = v137;
}
float const* const v138 = &v1[v125];
float const v139 = *v138;
uint32_t const v140 = v125 + v34;
float const* const v141 = &v1[v140];
float const v142 = *v141;
float const v143 = v56 * v142;
float const v144 = *v126;
float const v145 = -v143;
float const v146 = fma(v145, v144, v139);
float const v147 = *v120;
float const v148 = max(v147, v146);
float const v149 = v147 - v148;
float const v150 = exp(v149);float const v151 = *v121;
float const v152 = v146 - v148;
float const v153 = exp(v152);float const v154 = fma(v151, v150, v153);
*v121 = v154;
*v120 = v148;
}
float const v155 = *v121;
float const v156 = log(v155);float const v157 = *v120;
float const v158 = v157 + v156;
for(uint32_t v159 = v4; v159 < v32; v159 += v34) {
uint32_t const v160 = 2;
uint32_t const v161 = v31 + v160;
uint32_t const v162 = v159 * v161;
float v377_store;
float * v163 = &v377_store;*v163 = v39;
for(uint32_t v164 = v4; v164 < v31; v164 += v34) {
uint32_t const v165 = v33 + v164;
float const* const v166 = &v0[v165];
float const v167 = *v166;
uint32_t const v168 = v162 + v160;
uint32_t const v169 = v168 + v164;
float const* const v170 = &v1[v169];
float const v171 = *v170;
float const v172 = v167 - v171;
float const v173 = *v163;
float const v174 = fma(v172, v172, v173);
*v163 = v174;
}
float const* const v175 = &v1[v162];
float const v176 = *v175;
uint32_t const v177 = v162 + v34;
float const* const v178 = &v1[v177];
float const v179 = *v178;
float const v180 = v56 * v179;
float const v181 = *v163;
float const v182 = -v180;
float const v183 = fma(v182, v181, v176);
float const v184 = v183 - v158;
float const v185 = exp(v184);float const v186 = v185 * v179;
for(uint32_t v187 = v4; v187 < v31; v187 += v34) {
uint32_t const v188 = v162 + v160;
uint32_t const v189 = v188 + v187;
float const* const v190 = &v1[v189];
float const v191 = *v190;
uint32_t const v192 = v33 + v187;
float const* const v193 = &v0[v192];
float const v194 = *v193;
float const v195 = v191 - v194;
float * const v196 = &v3[v192];
float const v197 = *v196;
float const v198 = fma(v186, v195, v197);
*v196 = v198;
}
}
}
return;
}
