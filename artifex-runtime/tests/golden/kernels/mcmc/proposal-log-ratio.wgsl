@group(0) @binding(6) var<storage, read_write> v0: array<f32>;
@group(0) @binding(5) var<storage, read_write> v1: array<f32>;
@group(0) @binding(4) var<storage, read_write> v2: array<f32>;
@group(0) @binding(3) var<storage, read_write> v3: array<f32>;
@group(0) @binding(2) var<storage, read_write> v4: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<f32>;
@group(0) @binding(0) var<storage, read_write> v6: array<f32>;
struct info_st { static_meta: array<u32, 8> }
@group(0) @binding(7) var<storage, read> info_var: info_st;
@compute @workgroup_size(64, 1, 1)
fn proposal_log_ratio_kernel(@builtin(workgroup_id) v7: vec8<u32>, @builtin(num_workgroups) v9: vec8<u32>, @builtin(local_invocation_index) v10: u32) {
let v11 = &v0;
let v12 = &v1;
let v13 = &v2;
let v14 = &v3;
let v15 = &v4;
let v16 = &v5;
let v17 = &v6;
var<function> inv_return_flag_v104_store: bool= true;
let inv_return_flag_v104 = &inv_return_flag_v104_store;
let v18 = u32(0);
let v19 = info_var.static_meta[4];
let v20 = info_var.static_meta[5];
let v21 = info_var.static_meta[6];
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
let v42 = v41 >= v21;
if v42 {
let v43 = false;
*inv_return_flag_v104 = v43;

}
let v44 = *inv_return_flag_v104;
if v44 {
let v45 = v41 % v20;
let v46 = &(*v12)[v45];
let v47 = *v46;
let v48 = f32(0.0);
var<function> v112_store: f32;
let v49 = &v112_store;
*v49 = v48;
let v50 = u32(1);
for(var v51: u32 = v18; v51 < v19; v51 += v50) {
let v52 = v41 * v19;
let v53 = v52 + v51;
let v54 = &(*v13)[v51];
let v55 = *v54;
let v56 = v47 * v55;
let v57 = f32(0.25);
let v58 = v56 * v57;
let v59 = &(*v16)[v53];
let v60 = *v59;
let v61 = &(*v14)[v53];
let v62 = *v61;
let v63 = v60 - v62;
let v64 = v60 + v62;
let v65 = &(*v15)[v53];
let v66 = *v65;
let v67 = &(*v17)[v53];
let v68 = *v67;
let v69 = v66 - v68;
let v70 = -v58;
let v71 = fma(v70, v63, v69);
let v72 = *v49;
let v73 = fma(v64, v71, v72);
*v49 = v73;

}
let v74 = f32(-0.5);
let v75 = *v49;
let v76 = v74 * v75;
let v77 = &(*v11)[v41];
*v77 = v76;

}
return;

}
