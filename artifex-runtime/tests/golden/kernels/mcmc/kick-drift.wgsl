@group(0) @binding(6) var<storage, read_write> v0: array<f32>;
@group(0) @binding(5) var<storage, read_write> v1: array<f32>;
@group(0) @binding(4) var<storage, read_write> v2: array<f32>;
@group(0) @binding(3) var<storage, read_write> v3: array<f32>;
@group(0) @binding(2) var<storage, read_write> v4: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<f32>;
@group(0) @binding(0) var<storage, read_write> v6: array<f32>;
struct info_st { scalars_f32: array<f32, 2>, static_meta: array<u32, 8> }
@group(0) @binding(7) var<storage, read> info_var: info_st;
@compute @workgroup_size(64, 1, 1)
fn kick_drift_kernel(@builtin(workgroup_id) v7: vec8<u32>, @builtin(num_workgroups) v9: vec8<u32>, @builtin(local_invocation_index) v10: u32) {
let v11 = &v0;
let v12 = &v1;
let v13 = &v2;
let v14 = &v3;
let v15 = &v4;
let v16 = &v5;
let v17 = &v6;
var<function> inv_return_flag_v79_store: bool= true;
let inv_return_flag_v79 = &inv_return_flag_v79_store;
let v18 = info_var.static_meta[3];
let v19 = info_var.static_meta[4];
let v20 = info_var.static_meta[5];
let v21 = info_var.scalars_f32[0];
let v22 = v7[2];
let v23 = u32(v22);
let v24 = v9[1];
let v25 = u32(v24);
let v26 = v23 * v25;
let v27 = v9[0];
let v28 = u32(v27);
let v29 = v26 * v28;
let v30 = v7[1];
let v31 = u32(v30);
let v32 = v31 * v28;
let v33 = v29 + v32;
let v34 = v7[0];
let v35 = u32(v34);
let v36 = v33 + v35;
let v37 = u32(64);
let v38 = v36 * v37;
let v39 = v10;
let v40 = u32(v39);
let v41 = v38 + v40;
let v42 = v41 >= v20;
if v42 {
let v43 = false;
*inv_return_flag_v79 = v43;

}
let v44 = *inv_return_flag_v79;
if v44 {
let v45 = v41 / v18;
let v46 = v45 % v19;
let v47 = &(*v13)[v46];
let v48 = *v47;
let v49 = &(*v16)[v41];
let v50 = *v49;
let v51 = v48 * v21;
let v52 = &(*v15)[v41];
let v53 = *v52;
let v54 = fma(v51, v53, v50);
let v55 = &(*v11)[v41];
*v55 = v54;
let v56 = &(*v17)[v41];
let v57 = *v56;
let v58 = v41 % v18;
let v59 = &(*v14)[v58];
let v60 = *v59;
let v61 = v48 * v60;
let v62 = fma(v61, v54, v57);
let v63 = &(*v12)[v41];
*v63 = v62;

}
return;

}
