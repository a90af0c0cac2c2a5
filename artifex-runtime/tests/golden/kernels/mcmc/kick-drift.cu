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
    float scalars_f32[2];uint32_t static_meta[8];
};
extern "C" __global__ void __launch_bounds__(64)  kick_drift_kernel(float const* const __restrict__ v0, float const* const __restrict__ v1, float const* const __restrict__ v2, float const* const __restrict__ v3, float const* const __restrict__ v4, float * const __restrict__ v5, float * const __restrict__ v6, __grid_constant__ info_st const info_v79) {
bool inv_return_flag_v88_store = true;
bool * inv_return_flag_v88 = &inv_return_flag_v88_store;uint32_t const v7 = info_v79.static_meta[3];
uint32_t const v8 = info_v79.static_meta[4];
uint32_t const v9 = info_v79.static_meta[5];
float const v10 = info_v79.scalars_f32[0];
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
uint32_t const v29 = uint32_t(v28);
uint32_t const v30 = v27 + v29;
bool const v31 = v30 >= v9;
if(v31) {
bool const v32 = false;
*inv_return_flag_v88 = v32;
}
bool const v33 = *inv_return_flag_v88;
if(v33) {
uint32_t const v34 = v30 / v7;
uint32_t const v35 = v34 % v8;
float const* const v36 = &v4[v35];
float const v37 = *v36;
float const* const v38 = &v1[v30];
float const v39 = *v38;
float const v40 = v37 * v10;
float const* const v41 = &v2[v30];
float const v42 = *v41;
float const v43 = fma(v40, v42, v39);
float * const v44 = &v6[v30];
*v44 = v43;
float const* const v45 = &v0[v30];
float const v46 = *v45;
uint32_t const v47 = v30 % v7;
float const* const v48 = &v3[v47];
float const v49 = *v48;
float const v50 = v37 * v49;
float const v51 = fma(v50, v43, v46);
float * const v52 = &v5[v30];
*v52 = v51;
}
return;
}
