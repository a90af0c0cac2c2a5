@group(0) @binding(5) var<storage, read_write> v0: array<f32>;
@group(0) @binding(4) var<storage, read_write> v1: array<f32>;
@group(0) @binding(3) var<storage, read_write> v2: array<f32>;
@group(0) @binding(2) var<storage, read_write> v3: array<f32>;
@group(0) @binding(1) var<storage, read_write> v4: array<f32>;
@group(0) @binding(0) var<storage, read_write> v5: array<f32>;
struct info_st { scalars_f32: array<f32, 2>, static_meta: array<u32, 6> }
@group(0) @binding(6) var<storage, read> info_var: info_st;
@compute @workgroup_size(64, 1, 1)
fn kick_kernel(@builtin(workgroup_id) v6: vec7<u32>, @builtin(num_workgroups) v8: vec7<u32>, @builtin(local_invocation_index) v9: u32) {
let v10 = &v0;
let v11 = &v1;
let v12 = &v2;
let v13 = &v3;
let v14 = &v4;
let v15 = &v5;
var<function> inv_return_flag_v81_store: bool= true;
let inv_return_flag_v81 = &inv_return_flag_v81_store;
let v16 = u32(0);
let v17 = info_var.static_meta[2];
let v18 = info_var.static_meta[3];
let v19 = info_var.static_meta[5];
let v20 = info_var.scalars_f32[0];
let v21 = v6[2];
let v22 = u32(v21);
let v23 = v8[1];
let v24 = u32(v23);
let v25 = v22 * v24;
let v26 = v8[0];
let v27 = u32(v26);
let v28 = v25 * v27;
let v29 = v6[1];
let v30 = u32(v29);
let v31 = v30 * v27;
let v32 = v28 + v31;
let v33 = v6[0];
let v34 = u32(v33);
let v35 = v32 + v34;
let v36 = u32(64);
let v37 = v35 * v36;
let v38 = v9;
let v39 = u32(v38);
let v40 = v37 + v39;
let v41 = v40 >= v19;
if v41 {
let v42 = false;
*inv_return_flag_v81 = v42;

}
let v43 = *inv_return_flag_v81;
if v43 {
let v44 = v40 % v18;
let v45 = &(*v12)[v44];
let v46 = *v45;
let v47 = v46 * v20;
let v48 = f32(0.0);
var<function> v88_store: f32;
let v49 = &v88_store;
*v49 = v48;
let v50 = u32(1);
for(var v51: u32 = v16; v51 < v17; v51 += v50) {
let v52 = v40 * v17;
let v53 = v52 + v51;
let v54 = &(*v15)[v53];
let v55 = *v54;
let v56 = &(*v14)[v53];
let v57 = *v56;
let v58 = fma(v47, v57, v55);
let v59 = &(*v11)[v53];
*v59 = v58;
let v60 = v58 * v58;
let v61 = &(*v13)[v51];
let v62 = *v61;
let v63 = *v49;
let v64 = fma(v60, v62, v63);
*v49 = v64;

}
let v65 = f32(0.5);
let v66 = *v49;
let v67 = v65 * v66;
let v68 = &(*v10)[v40];
*v68 = v67;

}
return;

}
