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
    float scalars_f32[2];uint32_t static_meta[6];
};
extern "C" __global__ void __launch_bounds__(64)  kick_kernel(float const* const __restrict__ v0, float const* const __restrict__ v1, float const* const __restrict__ v2, float const* const __restrict__ v3, float * const __restrict__ v4, float * const __restrict__ v5, __grid_constant__ info_st const info_v81) {
bool inv_return_flag_v89_store = true;
bool * inv_return_flag_v89 = &inv_return_flag_v89_store;uint32_t const v6 = 0;
uint32_t const v7 = info_v81.static_meta[2];
uint32_t const v8 = info_v81.static_meta[3];
uint32_t const v9 = info_v81.static_meta[5];
float const v10 = info_v81.scalars_f32[0];
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
*inv_return_flag_v89 = v32;
}
bool const v33 = *inv_return_flag_v89;
if(v33) {
uint32_t const v34 = v30 % v8;
float const* const v35 = &v3[v34];
float const v36 = *v35;
float const v37 = v36 * v10;
float const v38 = 0;
float v90_store;
float * v39 = &v90_store;*v39 = v38;
uint32_t const v40 = 1;
for(uint32_t v41 = v6; v41 < v7; v41 += v40) {
uint32_t const v42 = v30 * v7;
uint32_t const v43 = v42 + v41;
float const* const v44 = &v0[v43];
float const v45 = *v44;
float const* const v46 = &v1[v43];
float const v47 = *v46;
float const v48 = fma(v37, v47, v45);
float * const v49 = &v4[v43];
*v49 = v48;
float const v50 = v48 * v48;
float const* const v51 = &v2[v41];
float const v52 = *v51;
float const v53 = *v39;
float const v54 = fma(v50, v52, v53);
*v39 = v54;
}
float const v55 = 0.5;
float const v56 = *v39;
float const v57 = v55 * v56;
float * const v58 = &v5[v30];
*v58 = v57;
}
return;
}
