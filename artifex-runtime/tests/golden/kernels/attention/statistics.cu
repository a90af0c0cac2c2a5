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
    uint32_t static_meta[4];
};
extern "C" __global__ void __launch_bounds__(64)  statistics_kernel_f_f32(float const* const __restrict__ v0, float const* const __restrict__ v1, float const* const __restrict__ v2, float * const __restrict__ v3, __grid_constant__ info_st const info_v65) {
bool inv_return_flag_v70_store = true;
bool * inv_return_flag_v70 = &inv_return_flag_v70_store;uint32_t const v4 = 0;
uint32_t const v5 = info_v65.static_meta[2];
uint32_t const v6 = blockIdx.z;
uint32_t const v7 = uint32_t(v6);
uint32_t const v8 = gridDim.y;
uint32_t const v9 = uint32_t(v8);
uint32_t const v10 = v7 * v9;
uint32_t const v11 = gridDim.x;
uint32_t const v12 = uint32_t(v11);
uint32_t const v13 = v10 * v12;
uint32_t const v14 = blockIdx.y;
uint32_t const v15 = uint32_t(v14);
uint32_t const v16 = v15 * v12;
uint32_t const v17 = v13 + v16;
uint32_t const v18 = blockIdx.x;
uint32_t const v19 = uint32_t(v18);
uint32_t const v20 = v17 + v19;
uint32_t const v21 = 64;
uint32_t const v22 = v20 * v21;
uint32_t const v23 = threadIdx.x;
uint32_t const v24 = uint32_t(v23);
uint32_t const v25 = v22 + v24;
bool const v26 = v25 >= v5;
if(v26) {
bool const v27 = false;
*inv_return_flag_v70 = v27;
}
bool const v28 = *inv_return_flag_v70;
if(v28) {
float const v29 = 0;
float v71_store;
float * v30 = &v71_store;*v30 = v29;
uint32_t const v31 = 1;
for(uint32_t v32 = v4; v32 < v21; v32 += v31) {
uint32_t const v33 = v25 * v21;
uint32_t const v34 = v33 + v32;
float const* const v35 = &v0[v34];
float const v36 = *v35;
float const* const v37 = &v1[v34];
float const v38 = *v37;
float const v39 = *v30;
float const v40 = fma(v36, v38, v39);
*v30 = v40;
}
float const* const v41 = &v2[v25];
float const v42 = *v41;
float * const v43 = &v3[v25];
*v43 = v42;
uint32_t const v44 = v5 + v25;
float * const v45 = &v3[v44];
float const v46 = *v30;
*v45 = v46;
}
return;
}
