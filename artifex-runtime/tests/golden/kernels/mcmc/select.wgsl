@group(0) @binding(6) var<storage, read_write> v0: array<f32>;
@group(0) @binding(5) var<storage, read_write> v1: array<f32>;
@group(0) @binding(4) var<storage, read_write> v2: array<f32>;
@group(0) @binding(3) var<storage, read_write> v3: array<f32>;
@group(0) @binding(2) var<storage, read_write> v4: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<f32>;
@group(0) @binding(0) var<storage, read_write> v6: array<f32>;
struct info_st { scalars_u32: array<u32, 2>, static_meta: array<u32, 8> }
@group(0) @binding(7) var<storage, read> info_var: info_st;
@compute @workgroup_size(64, 1, 1)
fn select_kernel(@builtin(workgroup_id) v7: vec8<u32>, @builtin(num_workgroups) v9: vec8<u32>, @builtin(local_invocation_index) v10: u32) {
let v11 = &v0;
let v12 = &v1;
let v13 = &v2;
let v14 = &v3;
let v15 = &v4;
let v16 = &v5;
let v17 = &v6;
var<function> inv_return_flag_v74_store: bool= true;
let inv_return_flag_v74 = &inv_return_flag_v74_store;
let v18 = info_var.static_meta[5];
let v19 = info_var.scalars_u32[0];
let v20 = v7[2];
let v21 = u32(v20);
let v22 = v9[1];
let v23 = u32(v22);
let v24 = v21 * v23;
let v25 = v9[0];
let v26 = u32(v25);
let v27 = v24 * v26;
let v28 = v7[1];
let v29 = u32(v28);
let v30 = v29 * v26;
let v31 = v27 + v30;
let v32 = v7[0];
let v33 = u32(v32);
let v34 = v31 + v33;
let v35 = u32(64);
let v36 = v34 * v35;
let v37 = v10;
let v38 = u32(v37);
let v39 = v36 + v38;
let v40 = v39 >= v18;
if v40 {
let v41 = false;
*inv_return_flag_v74 = v41;

}
let v42 = *inv_return_flag_v74;
if v42 {
let v43 = u32(v19);
let v44 = v39 / v43;
let v45 = &(*v13)[v44];
let v46 = *v45;
let v47 = f32(0.0);
let v48 = v46 != v47;
let v49 = &(*v16)[v39];
let v50 = *v49;
let v51 = &(*v17)[v39];
let v52 = *v51;
let v53 = select(v52, v50, v48);
let v54 = &(*v12)[v39];
*v54 = v53;
let v55 = &(*v14)[v39];
let v56 = *v55;
let v57 = &(*v15)[v39];
let v58 = *v57;
let v59 = select(v58, v56, v48);
let v60 = &(*v11)[v39];
*v60 = v59;

}
return;

}
