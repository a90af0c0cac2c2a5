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
extern "C" __global__ void __launch_bounds__(64)  density_kernel(float const* const __restrict__ v0, float const* const __restrict__ v1, float * const __restrict__ v2, float * const __restrict__ v3, __grid_constant__ info_st const info_v113) {
bool inv_return_flag_v120_store = true;
bool * inv_return_flag_v120 = &inv_return_flag_v120_store;uint32_t const v4 = 0;
uint32_t const v5 = info_v113.static_meta[2];
uint32_t const v6 = info_v113.scalars_u32[0];
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
*inv_return_flag_v120 = v28;
}
bool const v29 = *inv_return_flag_v120;
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
float const v37 = 0;
float v122_store;
float * v38 = &v122_store;*v38 = v37;
for(uint32_t v39 = v4; v39 < v30; v39 += v32) {
uint32_t const v40 = v31 + v39;
float const* const v41 = &v0[v40];
float const v42 = *v41;
float const* const v43 = &v1[v39];
float const v44 = *v43;
float const v45 = v42 - v44;
float const v46 = v45 * v45;
uint32_t const v47 = v30 + v39;
float const* const v48 = &v1[v47];
float const v49 = *v48;
float const v50 = *v38;
float const v51 = fma(v46, v49, v50);
*v38 = v51;
}
uint32_t const v52 = 2;
uint32_t const v53 = v52 * v30;
float const* const v54 = &v1[v53];
float const v55 = *v54;
float const v56 = *v38;
float const v57 = -0.5;
float const v58 = fma(v57, v56, v55);
float * const v59 = &v2[v26];
*v59 = v58;
for(uint32_t v60 = v4; v60 < v30; v60 += v32) {
uint32_t const v61 = v31 + v60;
float const* const v62 = &v0[v61];
float const v63 = *v62;
float const* const v64 = &v1[v60];
float const v65 = *v64;
float const v66 = v63 - v65;
uint32_t const v67 = v30 + v60;
float const* const v68 = &v1[v67];
float const v69 = *v68;
float * const v70 = &v3[v61];
float const v71 = *v70;
float const v72 = -v66;
float const v73 = fma(v72, v69, v71);
*v70 = v73;
}
}
return;
}
