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
extern "C" __global__ void __launch_bounds__(64)  density_kernel(float const* const __restrict__ v0, float const* const __restrict__ v1, float * const __restrict__ v2, float * const __restrict__ v3, __grid_constant__ info_st const info_v166) {
bool inv_return_flag_v173_store = true;
bool * inv_return_flag_v173 = &inv_return_flag_v173_store;uint32_t const v4 = 0;
uint32_t const v5 = info_v166.static_meta[2];
uint32_t const v6 = info_v166.scalars_u32[0];
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
*inv_return_flag_v173 = v28;
}
bool const v29 = *inv_return_flag_v173;
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
float const v39 = 0;
float v175_store;
float * v40 = &v175_store;*v40 = v39;
for(uint32_t v41 = v32; v41 < v30; v41 += v32) {
uint32_t const v42 = v31 + v41;
float const* const v43 = &v0[v42];
float const v44 = *v43;
float const v45 = *v40;
float const v46 = fma(v44, v44, v45);
*v40 = v46;
}
float const* const v47 = &v1[v32];
float const v48 = *v47;
float const* const v49 = &v1[v4];
float const v50 = *v49;
float const v51 = v50 * v38;
uint32_t const v52 = v30 - v32;
float const v53 = float(v52);
float const v54 = v53 * v38;
float const v55 = fma(v51, v38, v54);
float const v56 = -v38;
float const v57 = exp(v56);float const v58 = *v40;
float const v59 = fma(v58, v57, v55);
float const v60 = 0.5;
float const v61 = -0.5;
float const v62 = fma(v61, v59, v48);
float * const v63 = &v2[v26];
*v63 = v62;
float const v64 = *v37;
float const v65 = -v64;
float const v66 = exp(v65);float v177_store;
float * v67 = &v177_store;*v67 = v39;
for(uint32_t v68 = v32; v68 < v30; v68 += v32) {
uint32_t const v69 = v31 + v68;
float const* const v70 = &v0[v69];
float const v71 = *v70;
float const v72 = *v67;
float const v73 = fma(v71, v71, v72);
*v67 = v73;
float * const v74 = &v3[v69];
float const v75 = *v74;
float const v76 = -v71;
float const v77 = fma(v76, v66, v75);
*v74 = v77;
}
float const v78 = *v67;
float const v79 = v60 * v78;
float const v80 = v60 * v53;
float const v81 = -v80;
float const v82 = fma(v79, v66, v81);
float const v83 = *v49;
float const v84 = -v83;
float const v85 = fma(v84, v64, v82);
float const v86 = 1;
float * const v87 = &v3[v31];
float const v88 = *v87;
float const v89 = fma(v86, v85, v88);
*v87 = v89;
}
return;
}
