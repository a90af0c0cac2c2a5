@group(0) @binding(5) var<storage, read_write> v0: array<vec1<f32>>;
@group(0) @binding(4) var<storage, read_write> v2: array<vec1<f32>>;
@group(0) @binding(3) var<storage, read_write> v3: array<f32>;
@group(0) @binding(2) var<storage, read_write> v4: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<vec1<f32>>;
@group(0) @binding(0) var<storage, read_write> v6: array<vec1<f32>>;
struct info_st { scalars_u32: array<u32, 8>, static_meta: array<u32, 6> }
@group(0) @binding(6) var<storage, read> info_var: info_st;
@compute @workgroup_size(64, 1, 1)
fn mix_kernel_f_f32_n_4(@builtin(workgroup_id) v7: vec8<u32>, @builtin(num_workgroups) v9: vec8<u32>, @builtin(local_invocation_index) v10: u32) {
let v11 = &v0;
let v12 = &v2;
let v13 = &v3;
let v14 = &v4;
let v15 = &v5;
let v16 = &v6;
var<function> inv_return_flag_v149_store: bool= true;
let inv_return_flag_v149 = &inv_return_flag_v149_store;
let v17 = info_var.scalars_u32[6];
let v18 = info_var.scalars_u32[7];
let v19 = v7[2];
let v20 = u32(v19);
let v21 = v9[1];
let v22 = u32(v21);
let v23 = v20 * v22;
let v24 = v9[0];
let v25 = u32(v24);
let v26 = v23 * v25;
let v27 = v7[1];
let v28 = u32(v27);
let v29 = v28 * v25;
let v30 = v26 + v29;
let v31 = v7[0];
let v32 = u32(v31);
let v33 = v30 + v32;
let v34 = u32(64);
let v35 = v33 * v34;
let v36 = v10;
let v37 = u32(v36);
let v38 = v35 + v37;
let v39 = u32(4);
let v40 = v38 * v39;
let v41 = u32(v17);
let v42 = v40 >= v41;
if v42 {
let v43 = false;
*inv_return_flag_v149 = v43;

}
let v44 = *inv_return_flag_v149;
if v44 {
let v45 = v40 / v39;
let v46 = &(*v16)[v45];
let v47 = *v46;
let v48 = v47[0];
let v49 = v47[1];
let v50 = v47[2];
let v51 = v47[3];
let v52 = &(*v15)[v45];
let v53 = *v52;
let v54 = v53[0];
let v55 = v53[1];
let v56 = v53[2];
let v57 = v53[3];
let v58 = u32(v18);
let v59 = u32(1);
let v60 = v41 - v59;
let v61 = v60 / v58;
let v62 = v40 / v58;
let v63 = v62 < v61;
let v64 = select(v61, v62, v63);
let v65 = &(*v14)[v62];
let v66 = *v65;
let v67 = &(*v13)[v62];
let v68 = *v67;
let v69 = v68 * v54;
let v70 = fma(v66, v48, v69);
let v71 = &(*v14)[v64];
let v72 = *v71;
let v73 = &(*v13)[v64];
let v74 = *v73;
let v75 = v74 * v55;
let v76 = fma(v72, v49, v75);
let v77 = v74 * v56;
let v78 = fma(v72, v50, v77);
let v79 = v74 * v57;
let v80 = fma(v72, v51, v79);
let v81 = vec1<f32>(v70);
var<function> v156_store: vec1<f32>;
let v82 = &v156_store;
*v82 = v81;
let v83 = *v82;
let v84 = vec1<f32>(v83[0], v76, v83[2], v83[3]);
*v82 = v84;
let v85 = *v82;
let v86 = vec1<f32>(v85[0], v85[1], v78, v85[3]);
*v82 = v86;
let v87 = *v82;
let v88 = vec1<f32>(v87[0], v87[1], v87[2], v80);
*v82 = v88;
let v89 = &(*v12)[v45];
let v90 = *v82;
*v89 = v90;

}
return;

}
