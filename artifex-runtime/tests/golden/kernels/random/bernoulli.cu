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
uint32_t scalars_u32[8];uint32_t static_meta[2];
};
extern "C" __global__ void __launch_bounds__(64)  random_kernel_f_f32(float * const __restrict__ v0, __grid_constant__ info_st const info_v357) {
bool inv_return_flag_v368_store = true;
bool * inv_return_flag_v368 = &inv_return_flag_v368_store;uint32_t const v1 = info_v357.static_meta[0];
uint32_t const v2 = info_v357.scalars_u32[0];
uint32_t const v3 = info_v357.scalars_u32[1];
uint32_t const v4 = info_v357.scalars_u32[2];
uint32_t const v5 = info_v357.scalars_u32[3];
uint32_t const v6 = info_v357.scalars_u32[4];
uint32_t const v7 = info_v357.scalars_u32[5];
uint32_t const v8 = info_v357.scalars_u32[6];
uint32_t const v9 = info_v357.scalars_u32[7];
float const v10 = info_v357.scalars_f32[0];
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
uint32_t const v33 = 4;
uint32_t const v34 = v32 * v33;
bool const v35 = v34 >= v1;
if(v35) {
bool const v36 = false;
*inv_return_flag_v368 = v36;
}
bool const v37 = *inv_return_flag_v368;
if(v37) {
uint32_t const v38 = uint32_t(v32);
uint32_t const v39 = v6 + v38;
bool const v40 = v39 < v38;
uint32_t const v41 = v40 ? v30 : v29;
uint32_t const v42 = v7 + v41;
uint32_t const v43 = 3528531795;
uint32_t const v44 = __umulhi(v39, v43);
uint32_t const v45 = v39 * v43;
uint32_t const v46 = 3449720151;
uint32_t const v47 = __umulhi(v4, v46);
uint32_t const v48 = v4 * v46;
uint32_t const v49 = v47 ^ v42;
uint32_t const v50 = v49 ^ v2;
uint32_t const v51 = v44 ^ v5;
uint32_t const v52 = v51 ^ v3;
uint32_t const v53 = 2654435769;
uint32_t const v54 = v2 + v53;
uint32_t const v55 = 3144134277;
uint32_t const v56 = v3 + v55;
uint32_t const v57 = __umulhi(v50, v43);
uint32_t const v58 = v50 * v43;
uint32_t const v59 = __umulhi(v52, v46);
uint32_t const v60 = v52 * v46;
uint32_t const v61 = v59 ^ v48;
uint32_t const v62 = v61 ^ v54;
uint32_t const v63 = v57 ^ v45;
uint32_t const v64 = v63 ^ v56;
uint32_t const v65 = v54 + v53;
uint32_t const v66 = v56 + v55;
uint32_t const v67 = __umulhi(v62, v43);
uint32_t const v68 = v62 * v43;
uint32_t const v69 = __umulhi(v64, v46);
uint32_t const v70 = v64 * v46;
uint32_t const v71 = v69 ^ v60;
uint32_t const v72 = v71 ^ v65;
uint32_t const v73 = v67 ^ v58;
uint32_t const v74 = v73 ^ v66;
uint32_t const v75 = v65 + v53;
uint32_t const v76 = v66 + v55;
uint32_t const v77 = __umulhi(v72, v43);
uint32_t const v78 = v72 * v43;
uint32_t const v79 = __umulhi(v74, v46);
uint32_t const v80 = v74 * v46;
uint32_t const v81 = v79 ^ v70;
uint32_t const v82 = v81 ^ v75;
uint32_t const v83 = v77 ^ v68;
uint32_t const v84 = v83 ^ v76;
uint32_t const v85 = v75 + v53;
uint32_t const v86 = v76 + v55;
uint32_t const v87 = __umulhi(v82, v43);
uint32_t const v88 = v82 * v43;
uint32_t const v89 = __umulhi(v84, v46);
uint32_t const v90 = v84 * v46;
uint32_t const v91 = v89 ^ v80;
uint32_t const v92 = v91 ^ v85;
uint32_t const v93 = v87 ^ v78;
uint32_t const v94 = v93 ^ v86;
uint32_t const v95 = v85 + v53;
uint32_t const v96 = v86 + v55;
uint32_t const v97 = __umulhi(v92, v43);
uint32_t const v98 = v92 * v43;
uint32_t const v99 = __umulhi(v94, v46);
uint32_t const v100 = v94 * v46;
uint32_t const v101 = v99 ^ v90;
uint32_t const v102 = v101 ^ v95;
uint32_t const v103 = v97 ^ v88;
uint32_t const v104 = v103 ^ v96;
uint32_t const v105 = v95 + v53;
uint32_t const v106 = v96 + v55;
uint32_t const v107 = __umulhi(v102, v43);
uint32_t const v108 = v102 * v43;
uint32_t const v109 = __umulhi(v104, v46);
uint32_t const v110 = v104 * v46;
uint32_t const v111 = v109 ^ v100;
uint32_t const v112 = v111 ^ v105;
uint32_t const v113 = v107 ^ v98;
uint32_t const v114 = v113 ^ v106;
uint32_t const v115 = v105 + v53;
uint32_t const v116 = v106 + v55;
uint32_t const v117 = __umulhi(v112, v43);
uint32_t const v118 = v112 * v43;
uint32_t const v119 = __umulhi(v114, v46);
uint32_t const v120 = v114 * v46;
uint32_t const v121 = v119 ^ v110;
uint32_t const v122 = v121 ^ v115;
uint32_t const v123 = v117 ^ v108;
uint32_t const v124 = v123 ^ v116;
uint32_t const v125 = v115 + v53;
uint32_t const v126 = v116 + v55;
uint32_t const v127 = __umulhi(v122, v43);
uint32_t const v128 = v122 * v43;
uint32_t const v129 = __umulhi(v124, v46);
uint32_t const v130 = v124 * v46;
uint32_t const v131 = v129 ^ v120;
uint32_t const v132 = v131 ^ v125;
uint32_t const v133 = v127 ^ v118;
uint32_t const v134 = v133 ^ v126;
uint32_t const v135 = v125 + v53;
uint32_t const v136 = v126 + v55;
uint32_t const v137 = __umulhi(v132, v43);
uint32_t const v138 = v132 * v43;
uint32_t const v139 = __umulhi(v134, v46);
uint32_t const v140 = v134 * v46;
uint32_t const v141 = v139 ^ v130;
uint32_t const v142 = v141 ^ v135;
uint32_t const v143 = v137 ^ v128;
uint32_t const v144 = v143 ^ v136;
bool const v145 = v142 < v8;
bool const v146 = v9 == v30;
bool const v147 = v145 || v146;
float const v148 = 0;
float const v149 = v147 ? v10 : v148;
bool const v150 = v140 < v8;
bool const v151 = v150 || v146;
float const v152 = v151 ? v10 : v148;
bool const v153 = v144 < v8;
bool const v154 = v153 || v146;
float const v155 = v154 ? v10 : v148;
bool const v156 = v138 < v8;
bool const v157 = v156 || v146;
float const v158 = v157 ? v10 : v148;
float * const v159 = &v0[v34];
*v159 = v149;
uint32_t const v160 = 1;
uint32_t const v161 = v34 + v160;
bool const v162 = v161 < v1;
if(v162) {
float * const v163 = &v0[v161];
*v163 = v152;
}
uint32_t const v164 = 2;
uint32_t const v165 = v34 + v164;
bool const v166 = v165 < v1;
if(v166) {
float * const v167 = &v0[v165];
*v167 = v155;
}
uint32_t const v168 = 3;
uint32_t const v169 = v34 + v168;
bool const v170 = v169 < v1;
if(v170) {
float * const v171 = &v0[v169];
*v171 = v158;
}
}
return;
}
