@group(0) @binding(3) var<storage, read_write> v0: array<f32>;
@group(0) @binding(2) var<storage, read_write> v1: array<f32>;
@group(0) @binding(1) var<storage, read_write> v2: array<f32>;
@group(0) @binding(0) var<storage, read_write> v3: array<f32>;
struct info_st { scalars_u32: array<u32, 2>, static_meta: array<u32, 4> }
@group(0) @binding(4) var<storage, read> info_var: info_st;
@compute @workgroup_size(64, 1, 1)
fn density_kernel(@builtin(workgroup_id) v4: vec5<u32>, @builtin(num_workgroups) v6: vec5<u32>, @builtin(local_invocation_index) v7: u32) {
let v8 = &v0;
let v9 = &v1;
let v10 = &v2;
let v11 = &v3;
var<function> inv_return_flag_v166_store: bool= true;
let inv_return_flag_v166 = &inv_return_flag_v166_store;
let v12 = u32(0);
let v13 = info_var.static_meta[2];
let v14 = info_var.scalars_u32[0];
let v15 = v4[2];
let v16 = u32(v15);
let v17 = v6[1];
let v18 = u32(v17);
let v19 = v16 * v18;
let v20 = v6[0];
let v21 = u32(v20);
let v22 = v19 * v21;
let v23 = v4[1];
let v24 = u32(v23);
let v25 = v24 * v21;
let v26 = v22 + v25;
let v27 = v4[0];
let v28 = u32(v27);
let v29 = v26 + v28;
let v30 = u32(64);
let v31 = v29 * v30;
let v32 = v7;
let v33 = u32(v32);
let v34 = v31 + v33;
let v35 = v34 >= v13;
if v35 {
let v36 = false;
*inv_return_flag_v166 = v36;

}
let v37 = *inv_return_flag_v166;
if v37 {
let v38 = u32(v14);
let v39 = v34 * v38;
let v40 = u32(1);
for(var v41: u32 = v12; v41 < v38; v41 += v40) {
let v42 = v39 + v41;
let v43 = &(*v8)[v42];
let v44 = f32(0.0);
*v43 = v44;

}
let v45 = &(*v11)[v39];
let v46 = *v45;
let v47 = f32(0.0);
var<function> v172_store: f32;
let v48 = &v172_store;
*v48 = v47;
for(var v49: u32 = v40; v49 < v38; v49 += v40) {
let v50 = v39 + v49;
let v51 = &(*v11)[v50];
let v52 = *v51;
let v53 = *v48;
let v54 = fma(v52, v52, v53);
*v48 = v54;

}
let v55 = &(*v10)[v40];
let v56 = *v55;
let v57 = &(*v10)[v12];
let v58 = *v57;
let v59 = v58 * v46;
let v60 = v38 - v40;
let v61 = f32(v60);
let v62 = v61 * v46;
let v63 = fma(v59, v46, v62);
let v64 = -v46;
let v65 = exp(v64);
let v66 = *v48;
let v67 = fma(v66, v65, v63);
let v68 = f32(0.5);
let v69 = f32(-0.5);
let v70 = fma(v69, v67, v56);
let v71 = &(*v9)[v34];
*v71 = v70;
let v72 = *v45;
let v73 = -v72;
let v74 = exp(v73);
var<function> v174_store: f32;
let v75 = &v174_store;
*v75 = v47;
for(var v76: u32 = v40; v76 < v38; v76 += v40) {
let v77 = v39 + v76;
let v78 = &(*v11)[v77];
let v79 = *v78;
let v80 = *v75;
let v81 = fma(v79, v79, v80);
*v75 = v81;
let v82 = &(*v8)[v77];
let v83 = *v82;
let v84 = -v79;
let v85 = fma(v84, v74, v83);
*v82 = v85;

}
let v86 = *v75;
let v87 = v68 * v86;
let v88 = v68 * v61;
let v89 = -v88;
let v90 = fma(v87, v74, v89);
let v91 = *v57;
let v92 = -v91;
let v93 = fma(v92, v72, v90);
let v94 = f32(1.0);
let v95 = &(*v8)[v39];
let v96 = *v95;
let v97 = fma(v94, v93, v96);
*v95 = v97;

}
return;

}
