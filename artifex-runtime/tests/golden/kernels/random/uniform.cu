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
extern "C" __global__ void __launch_bounds__(64)  random_kernel_f_f32(float * const __restrict__ v0, __grid_constant__ info_st const info_v353) {
bool inv_return_flag_v364_store = true;
bool * inv_return_flag_v364 = &inv_return_flag_v364_store;uint32_t const v1 = info_v353.static_meta[0];
uint32_t const v2 = info_v353.scalars_u32[0];
uint32_t const v3 = info_v353.scalars_u32[1];
uint32_t const v4 = info_v353.scalars_u32[2];
uint32_t const v5 = info_v353.scalars_u32[3];
uint32_t const v6 = info_v353.scalars_u32[4];
uint32_t const v7 = info_v353.scalars_u32[5];
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
uint32_t const v26 = 0;
uint32_t const v27 = 1;
uint32_t const v28 = uint32_t(v25);
uint32_t const v29 = v24 + v28;
uint32_t const v30 = 4;
uint32_t const v31 = v29 * v30;
bool const v32 = v31 >= v1;
if(v32) {
bool const v33 = false;
*inv_return_flag_v364 = v33;
}
bool const v34 = *inv_return_flag_v364;
if(v34) {
uint32_t const v35 = uint32_t(v29);
uint32_t const v36 = v6 + v35;
bool const v37 = v36 < v35;
uint32_t const v38 = v37 ? v27 : v26;
uint32_t const v39 = v7 + v38;
uint32_t const v40 = 3528531795;
uint32_t const v41 = __umulhi(v36, v40);
uint32_t const v42 = v36 * v40;
uint32_t const v43 = 3449720151;
uint32_t const v44 = __umulhi(v4, v43);
uint32_t const v45 = v4 * v43;
uint32_t const v46 = v44 ^ v39;
uint32_t const v47 = v46 ^ v2;
uint32_t const v48 = v41 ^ v5;
uint32_t const v49 = v48 ^ v3;
uint32_t const v50 = 2654435769;
uint32_t const v51 = v2 + v50;
uint32_t const v52 = 3144134277;
uint32_t const v53 = v3 + v52;
uint32_t const v54 = __umulhi(v47, v40);
uint32_t const v55 = v47 * v40;
uint32_t const v56 = __umulhi(v49, v43);
uint32_t const v57 = v49 * v43;
uint32_t const v58 = v56 ^ v45;
uint32_t const v59 = v58 ^ v51;
uint32_t const v60 = v54 ^ v42;
uint32_t const v61 = v60 ^ v53;
uint32_t const v62 = v51 + v50;
uint32_t const v63 = v53 + v52;
uint32_t const v64 = __umulhi(v59, v40);
uint32_t const v65 = v59 * v40;
uint32_t const v66 = __umulhi(v61, v43);
uint32_t const v67 = v61 * v43;
uint32_t const v68 = v66 ^ v57;
uint32_t const v69 = v68 ^ v62;
uint32_t const v70 = v64 ^ v55;
uint32_t const v71 = v70 ^ v63;
uint32_t const v72 = v62 + v50;
uint32_t const v73 = v63 + v52;
uint32_t const v74 = __umulhi(v69, v40);
uint32_t const v75 = v69 * v40;
uint32_t const v76 = __umulhi(v71, v43);
uint32_t const v77 = v71 * v43;
uint32_t const v78 = v76 ^ v67;
uint32_t const v79 = v78 ^ v72;
uint32_t const v80 = v74 ^ v65;
uint32_t const v81 = v80 ^ v73;
uint32_t const v82 = v72 + v50;
uint32_t const v83 = v73 + v52;
uint32_t const v84 = __umulhi(v79, v40);
uint32_t const v85 = v79 * v40;
uint32_t const v86 = __umulhi(v81, v43);
uint32_t const v87 = v81 * v43;
uint32_t const v88 = v86 ^ v77;
uint32_t const v89 = v88 ^ v82;
uint32_t const v90 = v84 ^ v75;
uint32_t const v91 = v90 ^ v83;
uint32_t const v92 = v82 + v50;
uint32_t const v93 = v83 + v52;
uint32_t const v94 = __umulhi(v89, v40);
uint32_t const v95 = v89 * v40;
uint32_t const v96 = __umulhi(v91, v43);
uint32_t const v97 = v91 * v43;
uint32_t const v98 = v96 ^ v87;
uint32_t const v99 = v98 ^ v92;
uint32_t const v100 = v94 ^ v85;
uint32_t const v101 = v100 ^ v93;
uint32_t const v102 = v92 + v50;
uint32_t const v103 = v93 + v52;
uint32_t const v104 = __umulhi(v99, v40);
uint32_t const v105 = v99 * v40;
uint32_t const v106 = __umulhi(v101, v43);
uint32_t const v107 = v101 * v43;
uint32_t const v108 = v106 ^ v97;
uint32_t const v109 = v108 ^ v102;
uint32_t const v110 = v104 ^ v95;
uint32_t const v111 = v110 ^ v103;
uint32_t const v112 = v102 + v50;
uint32_t const v113 = v103 + v52;
uint32_t const v114 = __umulhi(v109, v40);
uint32_t const v115 = v109 * v40;
uint32_t const v116 = __umulhi(v111, v43);
uint32_t const v117 = v111 * v43;
uint32_t const v118 = v116 ^ v107;
uint32_t const v119 = v118 ^ v112;
uint32_t const v120 = v114 ^ v105;
uint32_t const v121 = v120 ^ v113;
uint32_t const v122 = v112 + v50;
uint32_t const v123 = v113 + v52;
uint32_t const v124 = __umulhi(v119, v40);
uint32_t const v125 = v119 * v40;
uint32_t const v126 = __umulhi(v121, v43);
uint32_t const v127 = v121 * v43;
uint32_t const v128 = v126 ^ v117;
uint32_t const v129 = v128 ^ v122;
uint32_t const v130 = v124 ^ v115;
uint32_t const v131 = v130 ^ v123;
uint32_t const v132 = v122 + v50;
uint32_t const v133 = v123 + v52;
uint32_t const v134 = __umulhi(v129, v40);
uint32_t const v135 = v129 * v40;
uint32_t const v136 = __umulhi(v131, v43);
uint32_t const v137 = v131 * v43;
uint32_t const v138 = v136 ^ v127;
uint32_t const v139 = v138 ^ v132;
uint32_t const v140 = v134 ^ v125;
uint32_t const v141 = v140 ^ v133;
uint32_t const v142 = 8;
uint32_t const v143 = v139 >> v142;
float const v144 = float(v143);
float const v145 = 5.960464480e-08;
float const v146 = v144 * v145;
uint32_t const v147 = v137 >> v142;
float const v148 = float(v147);
float const v149 = v148 * v145;
uint32_t const v150 = v141 >> v142;
float const v151 = float(v150);
float const v152 = v151 * v145;
uint32_t const v153 = v135 >> v142;
float const v154 = float(v153);
float const v155 = v154 * v145;
float * const v156 = &v0[v31];
*v156 = v146;
uint32_t const v157 = 1;
uint32_t const v158 = v31 + v157;
bool const v159 = v158 < v1;
if(v159) {
float * const v160 = &v0[v158];
*v160 = v149;
}
uint32_t const v161 = 2;
uint32_t const v162 = v31 + v161;
bool const v163 = v162 < v1;
if(v163) {
float * const v164 = &v0[v162];
*v164 = v152;
}
uint32_t const v165 = 3;
uint32_t const v166 = v31 + v165;
bool const v167 = v166 < v1;
if(v167) {
float * const v168 = &v0[v166];
*v168 = v155;
}
}
return;
}
