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
extern "C" __global__ void __launch_bounds__(64)  density_kernel(float const* const __restrict__ v0, float const* const __restrict__ v1, float * const __restrict__ v2, float * const __restrict__ v3, __grid_constant__ info_st const info_v192) {
bool inv_return_flag_v199_store = true;
bool * inv_return_flag_v199 = &inv_return_flag_v199_store;uint32_t const v4 = 0;
uint32_t const v5 = info_v192.static_meta[2];
uint32_t const v6 = info_v192.scalars_u32[0];
uint32_t const v7 = blockIdx.z;
uint32_t const v8 = uint32_t(v7);
uint32_t const v9 = gridDim.y;
uint32_t const v10 = uint32_t(v9);
uint32_t const v11 = v8 * v10;
uint32_t const v12 = gridDim.x;
uint32_t const v13 = uint32_t(v12);
uint32_t const v14 = v11 * v13;
uint32_t const v15 = blockIdx.y;
uint32_t const v16 = uint32_t(v15);
uint32_t const v17 = v16 * v13;
uint32_t const v18 = v14 + v17;
uint32_t const v19 = blockIdx.x;
uint32_t const v20 = uint32_t(v19);
uint32_t const v21 = v18 + v20;
uint32_t const v22 = 64;
uint32_t const v23 = v21 * v22;
uint32_t const v24 = threadIdx.x;
uint32_t const v25 = uint32_t(v24);
uint32_t const v26 = v23 + v25;
bool const v27 = v26 >= v5;
if(v27) {
bool const v28 = false;
*inv_return_flag_v199 = v28;
}
bool const v29 = *inv_return_flag_v199;
if(v29) {
uint32_t const v30 = uint32_t(v6);
uint32_t const v31 = v26 * v30;
uint32_t const v32 = 1;
for(uint32_t v33 = v4; v33 < v30; v33 += v32) {
uint32_t const v34 = v31 + v33;
float * const v35 = &v3[v34];
float const v36 = 0;
*v35 = v36;
}
float const* const v37 = &v0[v31];
float const v38 = *v37;
uint32_t const v39 = v31 + v32;
float const* const v40 = &v0[v39];
float const v41 = *v40;
float const* const v42 = &v1[v32];
float const v43 = *v42;
uint32_t const v44 = 2;
float const* const v45 = &v1[v44];
float const v46 = *v45;
float const v47 = -v46;
float const v48 = fma(v38, v38, v47);
float const v49 = -v43;
float const v50 = fma(v49, v48, v41);
float const* const v51 = &v1[v4];
float const v52 = *v51;
float const v53 = v52 * v38;
float const v54 = v50 * v50;
float const v55 = fma(v53, v38, v54);
float v201_store;
float * v56 = &v201_store;*v56 = v55;
for(uint32_t v57 = v44; v57 < v30; v57 += v32) {
uint32_t const v58 = v31 + v57;
float const* const v59 = &v0[v58];
float const v60 = *v59;
float const v61 = *v56;
float const v62 = fma(v60, v60, v61);
*v56 = v62;
}
uint32_t const v63 = 3;
float const* const v64 = &v1[v63];
float const v65 = *v64;
float const v66 = *v56;
float const v67 = -0.5;
float const v68 = fma(v67, v66, v65);
float * const v69 = &v2[v26];
*v69 = v68;
float const v70 = *v37;
float const v71 = *v40;
float const v72 = *v42;
float const v73 = *v45;
float const v74 = -v73;
float const v75 = fma(v70, v70, v74);
float const v76 = -v72;
float const v77 = fma(v76, v75, v71);
float const v78 = 2;
float const v79 = v78 * v72;
float const v80 = v79 * v70;
float const v81 = *v51;
float const v82 = v81 * v70;
float const v83 = -v82;
float const v84 = fma(v80, v77, v83);
float const v85 = 1;
float * const v86 = &v3[v31];
float const v87 = *v86;
float const v88 = fma(v85, v84, v87);
*v86 = v88;
float * const v89 = &v3[v39];
float const v90 = *v89;
float const v91 = -1;
float const v92 = fma(v91, v77, v90);
*v89 = v92;
for(uint32_t v93 = v44; v93 < v30; v93 += v32) {
uint32_t const v94 = v31 + v93;
float const* const v95 = &v0[v94];
float const v96 = *v95;
float * const v97 = &v3[v94];
float const v98 = *v97;
float const v99 = fma(v91, v96, v98);
*v97 = v99;
}
}
return;
}
