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
    uint32_t scalars_u32[2];uint32_t static_meta[8];
};
extern "C" __global__ void __launch_bounds__(64)  select_kernel(float const* const __restrict__ v0, float const* const __restrict__ v1, float const* const __restrict__ v2, float const* const __restrict__ v3, float const* const __restrict__ v4, float * const __restrict__ v5, float * const __restrict__ v6, __grid_constant__ info_st const info_v74) {
bool inv_return_flag_v83_store = true;
bool * inv_return_flag_v83 = &inv_return_flag_v83_store;uint32_t const v7 = info_v74.static_meta[5];
uint32_t const v8 = info_v74.scalars_u32[0];
uint32_t const v9 = blockIdx.z;
uint32_t const v10 = uint32_t(v9);
uint32_t const v11 = gridDim.y;
uint32_t const v12 = uint32_t(v11);
uint32_t const v13 = v10 * v12;
uint32_t const v14 = gridDim.x;
uint32_t const v15 = uint32_t(v14);
uint32_t const v16 = v13 * v15;
uint32_t const v17 = blockIdx.y;
uint32_t const v18 = uint32_t(v17);
uint32_t const v19 = v18 * v15;
uint32_t const v20 = v16 + v19;
uint32_t const v21 = blockIdx.x;
uint32_t const v22 = uint32_t(v21);
uint32_t const v23 = v20 + v22;
uint32_t const v24 = 64;
uint32_t const v25 = v23 * v24;
uint32_t const v26 = threadIdx.x;
uint32_t const v27 = uint32_t(v26);
uint32_t const v28 = v25 + v27;
bool const v29 = v28 >= v7;
if(v29) {
bool const v30 = false;
*inv_return_flag_v83 = v30;
}
bool const v31 = *inv_return_flag_v83;
if(v31) {
uint32_t const v32 = uint32_t(v8);
uint32_t const v33 = v28 / v32;
float const* const v34 = &v4[v33];
float const v35 = *v34;
float const v36 = 0;
bool const v37 = v35 != v36;
float const* const v38 = &v1[v28];
float const v39 = *v38;
float const* const v40 = &v0[v28];
float const v41 = *v40;
float const v42 = v37 ? v39 : v41;
float * const v43 = &v5[v28];
*v43 = v42;
float const* const v44 = &v3[v28];
float const v45 = *v44;
float const* const v46 = &v2[v28];
float const v47 = *v46;
float const v48 = v37 ? v45 : v47;
float * const v49 = &v6[v28];
*v49 = v48;
}
return;
}
