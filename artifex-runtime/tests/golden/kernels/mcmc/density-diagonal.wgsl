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
var<function> inv_return_flag_v113_store: bool= true;
let inv_return_flag_v113 = &inv_return_flag_v113_store;
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
*inv_return_flag_v113 = v36;

}
let v37 = *inv_return_flag_v113;
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
let v45 = f32(0.0);
var<function> v119_store: f32;
let v46 = &v119_store;
*v46 = v45;
for(var v47: u32 = v12; v47 < v38; v47 += v40) {
let v48 = v39 + v47;
let v49 = &(*v11)[v48];
let v50 = *v49;
let v51 = &(*v10)[v47];
let v52 = *v51;
let v53 = v50 - v52;
let v54 = v53 * v53;
let v55 = v38 + v47;
let v56 = &(*v10)[v55];
let v57 = *v56;
let v58 = *v46;
let v59 = fma(v54, v57, v58);
*v46 = v59;

}
let v60 = u32(2);
let v61 = v60 * v38;
let v62 = &(*v10)[v61];
let v63 = *v62;
let v64 = *v46;
let v65 = f32(-0.5);
let v66 = fma(v65, v64, v63);
let v67 = &(*v9)[v34];
*v67 = v66;
for(var v68: u32 = v12; v68 < v38; v68 += v40) {
let v69 = v39 + v68;
let v70 = &(*v11)[v69];
let v71 = *v70;
let v72 = &(*v10)[v68];
let v73 = *v72;
let v74 = v71 - v73;
let v75 = v38 + v68;
let v76 = &(*v10)[v75];
let v77 = *v76;
let v78 = &(*v8)[v69];
let v79 = *v78;
let v80 = -v74;
let v81 = fma(v80, v77, v79);
*v78 = v81;

}

}
return;

}
