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
struct alignas(16) float_4 { float i_0; float i_1; float i_2; float i_3; };

struct info_st {
    uint32_t scalars_u32[8];uint32_t static_meta[6];
};
extern "C" __global__ void __launch_bounds__(64)  mix_kernel_f_f32_n_4(float_4 const* const __restrict__ v0, float_4 const* const __restrict__ v1, float const* const __restrict__ v2, float const* const __restrict__ v3, float_4 * const __restrict__ v4, float_4 const* const __restrict__ v5, __grid_constant__ info_st const info_v149) {
bool inv_return_flag_v164_store = true;
bool * inv_return_flag_v164 = &inv_return_flag_v164_store;uint32_t const v6 = info_v149.scalars_u32[6];
uint32_t const v7 = info_v149.scalars_u32[7];
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
uint32_t const v26 = uint32_t(v25);
uint32_t const v27 = v24 + v26;
uint32_t const v28 = 4;
uint32_t const v29 = v27 * v28;
uint32_t const v30 = uint32_t(v6);
bool const v31 = v29 >= v30;
if(v31) {
bool const v32 = false;
*inv_return_flag_v164 = v32;
}
bool const v33 = *inv_return_flag_v164;
if(v33) {
uint32_t const v34 = v29 / v28;
float_4 const* const v35 = &v0[v34];
float_4 const v36 = *v35;
float const v37 = v36.i_0;
float const v38 = v36.i_1;
float const v39 = v36.i_2;
float const v40 = v36.i_3;
float_4 const* const v41 = &v1[v34];
float_4 const v42 = *v41;
float const v43 = v42.i_0;
float const v44 = v42.i_1;
float const v45 = v42.i_2;
float const v46 = v42.i_3;
uint32_t const v47 = uint32_t(v7);
uint32_t const v48 = 1;
uint32_t const v49 = v30 - v48;
uint32_t const v50 = v49 / v47;
uint32_t const v51 = v29 / v47;
bool const v52 = v51 < v50;
uint32_t const v53 = v52 ? v51 : v50;
float const* const v54 = &v2[v51];
float const v55 = *v54;
float const* const v56 = &v3[v51];
float const v57 = *v56;
float const v58 = v57 * v43;
float const v59 = fma(v55, v37, v58);
float const* const v60 = &v2[v53];
float const v61 = *v60;
float const* const v62 = &v3[v53];
float const v63 = *v62;
float const v64 = v63 * v44;
float const v65 = fma(v61, v38, v64);
float const v66 = v63 * v45;
float const v67 = fma(v61, v39, v66);
float const v68 = v63 * v46;
float const v69 = fma(v61, v40, v68);
float_4 const v70 = float_4{v59, v59, v59, v59};
float_4 const v71 = {v70.i_0, v65, v70.i_2, v70.i_3};
float_4 const v72 = {v71.i_0, v71.i_1, v67, v71.i_3};
float_4 const v73 = {v72.i_0, v72.i_1, v72.i_2, v69};
float_4 * const v74 = &v4[v34];
*v74 = v73;
}
return;
}
