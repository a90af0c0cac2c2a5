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
extern "C" __global__ void __launch_bounds__(64)  density_kernel(float const* const __restrict__ v0, float const* const __restrict__ v1, float * const __restrict__ v2, float * const __restrict__ v3, __grid_constant__ info_st const info_v149) {
bool inv_return_flag_v156_store = true;
bool * inv_return_flag_v156 = &inv_return_flag_v156_store;uint32_t const v4 = 0;
uint32_t const v5 = info_v149.static_meta[2];
uint32_t const v6 = info_v149.scalars_u32[0];
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
*inv_return_flag_v156 = v28;
}
bool const v29 = *inv_return_flag_v156;
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
float v158_store;
float * v38 = &v158_store;*v38 = v37;
for(uint32_t v39 = v4; v39 < v30; v39 += v32) {
uint32_t const v40 = v31 + v39;
float const* const v41 = &v0[v40];
float const v42 = *v41;
float const* const v43 = &v1[v39];
float const v44 = *v43;
float const v45 = v42 - v44;
uint32_t const v46 = v39 * v30;
uint32_t const v47 = v30 + v46;
float v160_store;
float * v48 = &v160_store;*v48 = v37;
for(uint32_t v49 = v4; v49 < v30; v49 += v32) {
uint32_t const v50 = v47 + v49;
float const* const v51 = &v1[v50];
float const v52 = *v51;
uint32_t const v53 = v31 + v49;
float const* const v54 = &v0[v53];
float const v55 = *v54;
float const* const v56 = &v1[v49];
float const v57 = *v56;
float const v58 = v55 - v57;
float const v59 = *v48;
float const v60 = fma(v52, v58, v59);
*v48 = v60;
}
float const v61 = *v48;
float const v62 = *v38;
float const v63 = fma(v45, v61, v62);
*v38 = v63;
}
uint32_t const v64 = v30 * v30;
uint32_t const v65 = v30 + v64;
float const* const v66 = &v1[v65];
float const v67 = *v66;
float const v68 = *v38;
float const v69 = -0.5;
float const v70 = fma(v69, v68, v67);
float * const v71 = &v2[v26];
*v71 = v70;
for(uint32_t v72 = v4; v72 < v30; v72 += v32) {
uint32_t const v73 = v72 * v30;
uint32_t const v74 = v30 + v73;
float v163_store;
float * v75 = &v163_store;*v75 = v37;
for(uint32_t v76 = v4; v76 < v30; v76 += v32) {
uint32_t const v77 = v74 + v76;
float const* const v78 = &v1[v77];
float const v79 = *v78;
uint32_t const v80 = v31 + v76;
float const* const v81 = &v0[v80];
float const v82 = *v81;
float const* const v83 = &v1[v76];
float const v84 = *v83;
float const v85 = v82 - v84;
float const v86 = *v75;
float const v87 = fma(v79, v85, v86);
*v75 = v87;
}
float const v88 = *v75;
uint32_t const v89 = v31 + v72;
float * const v90 = &v3[v89];
float const v91 = *v90;
float const v92 = -1;
float const v93 = fma(v92, v88, v91);
*v90 = v93;
}
}
return;
}
