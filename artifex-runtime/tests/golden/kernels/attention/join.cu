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
extern "C" __global__ void __launch_bounds__(64)  join_kernel_f_f32(float const* const __restrict__ v0, float * const __restrict__ v1, float * const __restrict__ v2, __grid_constant__ info_st const info_v185) {
bool inv_return_flag_v190_store = true;
bool * inv_return_flag_v190 = &inv_return_flag_v190_store;uint32_t const v3 = 0;
uint32_t const v4 = info_v185.static_meta[1];
uint32_t const v5 = info_v185.static_meta[2];
uint32_t const v6 = info_v185.scalars_u32[0];
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
bool const v27 = v26 >= v4;
if(v27) {
bool const v28 = false;
*inv_return_flag_v190 = v28;
}
bool const v29 = *inv_return_flag_v190;
if(v29) {
uint32_t const v30 = v26 / v22;
uint32_t const v31 = v26 % v22;
float const v32 = -3.402823470e+38;
float v191_store;
float * v33 = &v191_store;*v33 = v32;
uint32_t const v34 = uint32_t(v6);
uint32_t const v35 = 1;
for(uint32_t v36 = v3; v36 < v34; v36 += v35) {
uint32_t const v37 = v36 * v5;
uint32_t const v38 = v37 + v30;
uint32_t const v39 = 66;
uint32_t const v40 = v38 * v39;
uint32_t const v41 = v40 + v22;
float const* const v42 = &v0[v41];
float const v43 = *v42;
float const v44 = *v33;
float const v45 = max(v44, v43);
*v33 = v45;
}
float const v46 = 0;
float v193_store;
float * v47 = &v193_store;*v47 = v46;
float v194_store;
float * v48 = &v194_store;*v48 = v46;
for(uint32_t v49 = v3; v49 < v34; v49 += v35) {
uint32_t const v50 = v49 * v5;
uint32_t const v51 = v50 + v30;
uint32_t const v52 = 66;
uint32_t const v53 = v51 * v52;
uint32_t const v54 = v53 + v22;
float const* const v55 = &v0[v54];
float const v56 = *v55;
float const v57 = *v33;
float const v58 = v56 - v57;
float const v59 = exp(v58);uint32_t const v60 = v54 + v35;
float const* const v61 = &v0[v60];
float const v62 = *v61;
float const v63 = *v47;
float const v64 = fma(v59, v62, v63);
*v47 = v64;
uint32_t const v65 = v53 + v31;
float const* const v66 = &v0[v65];
float const v67 = *v66;
float const v68 = *v48;
float const v69 = fma(v59, v67, v68);
*v48 = v69;
}
float const v70 = *v47;
bool const v71 = v70 == v46;
float const v72 = *v48;
float const v73 = v72 / v70;
float const v74 = v71 ? v46 : v73;
float * const v75 = &v1[v26];
*v75 = v74;
bool const v76 = v31 == v3;
if(v76) {
float const v77 = *v33;
float const v78 = v77 + v77;
uint32_t const v79 = reinterpret_cast<const uint32_t&>(v70);
int32_t const v80 = int32_t(v79);
int32_t const v81 = 1060439283;
int32_t const v82 = v80 - v81;
int32_t const v83 = 23;
int32_t const v84 = v82 >> v83;
int32_t const v85 = v84 << v83;
int32_t const v86 = v80 - v85;
uint32_t const v87 = uint32_t(v86);
float const v88 = reinterpret_cast<const float&>(v87);
float const v89 = 1;
float const v90 = v88 - v89;
float const v91 = float(v84);
float const v92 = v90 * v90;
float const v93 = 0.0703768358;
float const v94 = -0.115146101;
float const v95 = fma(v93, v90, v94);
float const v96 = 0.116769984;
float const v97 = fma(v95, v90, v96);
float const v98 = -0.12420141;
float const v99 = fma(v97, v90, v98);
float const v100 = 0.142493233;
float const v101 = fma(v99, v90, v100);
float const v102 = -0.166680574;
float const v103 = fma(v101, v90, v102);
float const v104 = 0.200007141;
float const v105 = fma(v103, v90, v104);
float const v106 = -0.24999994;
float const v107 = fma(v105, v90, v106);
float const v108 = 0.333333313;
float const v109 = fma(v107, v90, v108);
float const v110 = v109 * v90;
float const v111 = 2.121944420e-04;
float const v112 = v111 * v91;
float const v113 = -v112;
float const v114 = fma(v110, v92, v113);
float const v115 = -0.5;
float const v116 = fma(v115, v92, v114);
float const v117 = v90 + v116;
float const v118 = 0.693359375;
float const v119 = fma(v118, v91, v117);
float const v120 = v77 + v119;
float const v121 = v71 ? v78 : v120;
float * const v122 = &v2[v30];
*v122 = v121;
}
}
return;
}
