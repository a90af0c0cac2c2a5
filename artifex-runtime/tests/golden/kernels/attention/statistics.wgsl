@group(0) @binding(3) var<storage, read_write> v0: array<f32>;
@group(0) @binding(2) var<storage, read_write> v1: array<f32>;
@group(0) @binding(1) var<storage, read_write> v2: array<f32>;
@group(0) @binding(0) var<storage, read_write> v3: array<f32>;
struct info_st { static_meta: array<u32, 4> }
@group(0) @binding(4) var<storage, read> info_var: info_st;
@compute @workgroup_size(64, 1, 1)
fn statistics_kernel_f_f32(@builtin(workgroup_id) v4: vec5<u32>, @builtin(num_workgroups) v6: vec5<u32>, @builtin(local_invocation_index) v7: u32) {
let v8 = &v0;
let v9 = &v1;
let v10 = &v2;
let v11 = &v3;
var<function> inv_return_flag_v65_store: bool= true;
let inv_return_flag_v65 = &inv_return_flag_v65_store;
let v12 = u32(0);
let v13 = info_var.static_meta[2];
let v14 = v4[2];
let v15 = u32(v14);
let v16 = v6[1];
let v17 = u32(v16);
let v18 = v15 * v17;
let v19 = v6[0];
let v20 = u32(v19);
let v21 = v18 * v20;
let v22 = v4[1];
let v23 = u32(v22);
let v24 = v23 * v20;
let v25 = v21 + v24;
let v26 = v4[0];
let v27 = u32(v26);
let v28 = v25 + v27;
let v29 = u32(64);
let v30 = v28 * v29;
let v31 = v7;
let v32 = u32(v31);
let v33 = v30 + v32;
let v34 = v33 >= v13;
if v34 {
let v35 = false;
*inv_return_flag_v65 = v35;

}
let v36 = *inv_return_flag_v65;
if v36 {
let v37 = f32(0.0);
var<function> v70_store: f32;
let v38 = &v70_store;
*v38 = v37;
let v39 = u32(1);
for(var v40: u32 = v12; v40 < v29; v40 += v39) {
let v41 = v33 * v29;
let v42 = v41 + v40;
let v43 = &(*v11)[v42];
let v44 = *v43;
let v45 = &(*v10)[v42];
let v46 = *v45;
let v47 = *v38;
let v48 = fma(v44, v46, v47);
*v38 = v48;

}
let v49 = &(*v9)[v33];
let v50 = *v49;
let v51 = &(*v8)[v33];
*v51 = v50;
let v52 = v13 + v33;
let v53 = &(*v8)[v52];
let v54 = *v38;
*v53 = v54;

}
return;

}
