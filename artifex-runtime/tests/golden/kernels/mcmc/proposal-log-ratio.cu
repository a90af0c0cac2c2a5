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
    uint32_t static_meta[8];
};
extern "C" __global__ void __launch_bounds__(64)  proposal_log_ratio_kernel(float const* const __restrict__ v0, float const* const __restrict__ v1, float const* const __restrict__ v2, float const* const __restrict__ v3, float const* const __restrict__ v4, float const* const __restrict__ v5, float * const __restrict__ v6, __grid_constant__ info_st const info_v104) {
bool inv_return_flag_v112_store = true;
bool * inv_return_flag_v112 = &inv_return_flag_v112_store;uint32_t const v7 = 0;
uint32_t const v8 = info_v104.static_meta[4];
uint32_t const v9 = info_v104.static_meta[5];
uint32_t const v10 = info_v104.static_meta[6];
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
bool const v31 = v30 >= v10;
if(v31) {
bool const v32 = false;
*inv_return_flag_v112 = v32;
}
bool const v33 = *inv_return_flag_v112;
if(v33) {
uint32_t const v34 = v30 % v9;
float const* const v35 = &v5[v34];
float const v36 = *v35;
float const v37 = 0;
float v113_store;
float * v38 = &v113_store;*v38 = v37;
uint32_t const v39 = 1;
for(uint32_t v40 = v7; v40 < v8; v40 += v39) {
uint32_t const v41 = v30 * v8;
uint32_t const v42 = v41 + v40;
float const* const v43 = &v4[v40];
float const v44 = *v43;
float const v45 = v36 * v44;
float const v46 = 0.25;
float const v47 = v45 * v46;
float const* const v48 = &v1[v42];
float const v49 = *v48;
float const* const v50 = &v3[v42];
float const v51 = *v50;
float const v52 = v49 - v51;
float const v53 = v49 + v51;
float const* const v54 = &v2[v42];
float const v55 = *v54;
float const* const v56 = &v0[v42];
float const v57 = *v56;
float const v58 = v55 - v57;
float const v59 = -v47;
float const v60 = fma(v59, v52, v58);
float const v61 = *v38;
float const v62 = fma(v53, v60, v61);
*v38 = v62;
}
float const v63 = -0.5;
float const v64 = *v38;
float const v65 = v63 * v64;
float * const v66 = &v6[v30];
*v66 = v65;
}
return;
}
