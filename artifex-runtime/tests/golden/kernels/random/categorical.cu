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
    uint32_t scalars_u32[8];uint32_t static_meta[2];
};
extern "C" __global__ void __launch_bounds__(64)  categorical_kernel_f_f32_i_i32(float const* const __restrict__ v0, int32_t * const __restrict__ v1, __grid_constant__ info_st const info_v360) {
bool inv_return_flag_v370_store = true;
bool * inv_return_flag_v370 = &inv_return_flag_v370_store;uint32_t const v2 = 0;
uint32_t const v3 = info_v360.static_meta[1];
uint32_t const v4 = info_v360.scalars_u32[0];
uint32_t const v5 = info_v360.scalars_u32[1];
uint32_t const v6 = info_v360.scalars_u32[2];
uint32_t const v7 = info_v360.scalars_u32[3];
uint32_t const v8 = info_v360.scalars_u32[4];
uint32_t const v9 = info_v360.scalars_u32[5];
uint32_t const v10 = info_v360.scalars_u32[6];
uint32_t const v11 = blockIdx.z;
uint32_t const v12 = uint32_t(v11);
uint32_t const v13 = gridDim.y;
uint32_t const v14 = uint32_t(v13);
uint32_t const v15 = v12 * v14;
uint32_t const v16 = gridDim.x;
uint32_t const v17 = uint32_t(v16);
uint32_t const v18 = v15 * v17;
uint32_t const v19 = blockIdx.y;
uint32_t const v20 = uint32_t(v19);
uint32_t const v21 = v20 * v17;
uint32_t const v22 = v18 + v21;
uint32_t const v23 = blockIdx.x;
uint32_t const v24 = uint32_t(v23);
uint32_t const v25 = v22 + v24;
uint32_t const v26 = 64;
uint32_t const v27 = v25 * v26;
uint32_t const v28 = threadIdx.x;
uint32_t const v29 = 0;
uint32_t const v30 = 1;
uint32_t const v31 = uint32_t(v28);
uint32_t const v32 = v27 + v31;
bool const v33 = v32 >= v3;
if(v33) {
bool const v34 = false;
*inv_return_flag_v370 = v34;
}
bool const v35 = *inv_return_flag_v370;
if(v35) {
uint32_t const v36 = uint32_t(v10);
uint32_t const v37 = v32 * v36;
float const v38 = 0;
float v371_store;
float * v39 = &v371_store;*v39 = v38;
uint32_t const v40 = 1;
for(uint32_t v41 = v2; v41 < v36; v41 += v40) {
uint32_t const v42 = v37 + v41;
float const* const v43 = &v0[v42];
float const v44 = *v43;
float const v45 = *v39;
float const v46 = v45 + v44;
*v39 = v46;
}
uint32_t const v47 = uint32_t(v32);
uint32_t const v48 = v8 + v47;
bool const v49 = v48 < v47;
uint32_t const v50 = v49 ? v30 : v29;
uint32_t const v51 = v9 + v50;
uint32_t const v52 = 3528531795;
uint32_t const v53 = __umulhi(v48, v52);
uint32_t const v54 = v48 * v52;
uint32_t const v55 = 3449720151;
uint32_t const v56 = __umulhi(v6, v55);
uint32_t const v57 = v6 * v55;
uint32_t const v58 = v56 ^ v51;
uint32_t const v59 = v58 ^ v4;
uint32_t const v60 = v53 ^ v7;
uint32_t const v61 = v60 ^ v5;
uint32_t const v62 = 2654435769;
uint32_t const v63 = v4 + v62;
uint32_t const v64 = 3144134277;
uint32_t const v65 = v5 + v64;
uint32_t const v66 = __umulhi(v59, v52);
uint32_t const v67 = v59 * v52;
uint32_t const v68 = __umulhi(v61, v55);
uint32_t const v69 = v61 * v55;
uint32_t const v70 = v68 ^ v57;
uint32_t const v71 = v70 ^ v63;
uint32_t const v72 = v66 ^ v54;
uint32_t const v73 = v72 ^ v65;
uint32_t const v74 = v63 + v62;
uint32_t const v75 = v65 + v64;
uint32_t const v76 = __umulhi(v71, v52);
uint32_t const v77 = v71 * v52;
uint32_t const v78 = __umulhi(v73, v55);
uint32_t const v79 = v73 * v55;
uint32_t const v80 = v78 ^ v69;
uint32_t const v81 = v80 ^ v74;
uint32_t const v82 = v76 ^ v67;
uint32_t const v83 = v82 ^ v75;
uint32_t const v84 = v74 + v62;
uint32_t const v85 = v75 + v64;
uint32_t const v86 = __umulhi(v81, v52);
uint32_t const v87 = v81 * v52;
uint32_t const v88 = __umulhi(v83, v55);
uint32_t const v89 = v83 * v55;
uint32_t const v90 = v88 ^ v79;
uint32_t const v91 = v90 ^ v84;
uint32_t const v92 = v86 ^ v77;
uint32_t const v93 = v92 ^ v85;
uint32_t const v94 = v84 + v62;
uint32_t const v95 = v85 + v64;
uint32_t const v96 = __umulhi(v91, v52);
uint32_t const v97 = v91 * v52;
uint32_t const v98 = __umulhi(v93, v55);
uint32_t const v99 = v93 * v55;
uint32_t const v100 = v98 ^ v89;
uint32_t const v101 = v100 ^ v94;
uint32_t const v102 = v96 ^ v87;
uint32_t const v103 = v102 ^ v95;
uint32_t const v104 = v94 + v62;
uint32_t const v105 = v95 + v64;
uint32_t const v106 = __umulhi(v101, v52);
uint32_t const v107 = v101 * v52;
uint32_t const v108 = __umulhi(v103, v55);
uint32_t const v109 = v103 * v55;
uint32_t const v110 = v108 ^ v99;
uint32_t const v111 = v110 ^ v104;
uint32_t const v112 = v106 ^ v97;
uint32_t const v113 = v112 ^ v105;
uint32_t const v114 = v104 + v62;
uint32_t const v115 = v105 + v64;
uint32_t const v116 = __umulhi(v111, v52);
uint32_t const v117 = v111 * v52;
uint32_t const v118 = __umulhi(v113, v55);
uint32_t const v119 = v113 * v55;
uint32_t const v120 = v118 ^ v109;
uint32_t const v121 = v120 ^ v114;
uint32_t const v122 = v116 ^ v107;
uint32_t const v123 = v122 ^ v115;
uint32_t const v124 = v114 + v62;
uint32_t const v125 = v115 + v64;
uint32_t const v126 = __umulhi(v121, v52);
uint32_t const v127 = v121 * v52;
uint32_t const v128 = __umulhi(v123, v55);
uint32_t const v129 = v128 ^ v119;
uint32_t const v130 = v129 ^ v124;
uint32_t const v131 = v126 ^ v117;
uint32_t const v132 = v131 ^ v125;
uint32_t const v133 = v124 + v62;
uint32_t const v134 = v125 + v64;
uint32_t const v135 = __umulhi(v130, v52);
uint32_t const v136 = v132 * v55;
uint32_t const v137 = v135 ^ v127;
uint32_t const v138 = v137 ^ v134;
uint32_t const v139 = v133 + v62;
uint32_t const v140 = __umulhi(v138, v55);
uint32_t const v141 = v140 ^ v136;
uint32_t const v142 = v141 ^ v139;
uint32_t const v143 = 8;
uint32_t const v144 = v142 >> v143;
float const v145 = float(v144);
float const v146 = 5.960464480e-08;
float const v147 = v145 * v146;
float const v148 = *v39;
float const v149 = v147 * v148;
uint32_t v379_store;
uint32_t * v150 = &v379_store;*v150 = v2;
float const v151 = *v39;
bool const v152 = v151 > v38;
float const v153 = 3.402823470e+38;
bool const v154 = v151 <= v153;
bool const v155 = v152 && v154;
if(v155) {
float v380_store;
float * v156 = &v380_store;*v156 = v38;
bool const v157 = false;
bool v381_store;
bool * v158 = &v381_store;*v158 = v157;
for(uint32_t v159 = v2; v159 < v36; v159 += v40) {
uint32_t const v160 = v37 + v159;
float const* const v161 = &v0[v160];
float const v162 = *v161;
float const v163 = *v156;
float const v164 = v163 + v162;
*v156 = v164;
bool const v165 = v162 > v38;
bool const v166 = *v158;
bool const v167 = !v166;
bool const v168 = v165 && v167;
if(v168) {
*v150 = v159;
float const v169 = *v156;
bool const v170 = v169 > v149;
*v158 = v170;
}
}
}
uint32_t const v171 = *v150;
int32_t const v172 = int32_t(v171);
int32_t * const v173 = &v1[v32];
*v173 = v172;
}
return;
}
