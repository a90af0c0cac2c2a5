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
var<function> inv_return_flag_v192_store: bool= true;
let inv_return_flag_v192 = &inv_return_flag_v192_store;
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
*inv_return_flag_v192 = v36;

}
let v37 = *inv_return_flag_v192;
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
let v47 = v39 + v40;
let v48 = &(*v11)[v47];
let v49 = *v48;
let v50 = &(*v10)[v40];
let v51 = *v50;
let v52 = u32(2);
let v53 = &(*v10)[v52];
let v54 = *v53;
let v55 = -v54;
let v56 = fma(v46, v46, v55);
let v57 = -v51;
let v58 = fma(v57, v56, v49);
let v59 = &(*v10)[v12];
let v60 = *v59;
let v61 = v60 * v46;
let v62 = v58 * v58;
let v63 = fma(v61, v46, v62);
var<function> v198_store: f32;
let v64 = &v198_store;
*v64 = v63;
for(var v65: u32 = v52; v65 < v38; v65 += v40) {
let v66 = v39 + v65;
let v67 = &(*v11)[v66];
let v68 = *v67;
let v69 = *v64;
let v70 = fma(v68, v68, v69);
*v64 = v70;

}
let v71 = u32(3);
let v72 = &(*v10)[v71];
let v73 = *v72;
let v74 = *v64;
let v75 = f32(-0.5);
let v76 = fma(v75, v74, v73);
let v77 = &(*v9)[v34];
*v77 = v76;
let v78 = *v45;
let v79 = *v48;
let v80 = *v50;
let v81 = *v53;
let v82 = -v81;
let v83 = fma(v78, v78, v82);
let v84 = -v80;
let v85 = fma(v84, v83, v79);
let v86 = f32(2.0);
let v87 = v86 * v80;
let v88 = v87 * v78;
let v89 = *v59;
let v90 = v89 * v78;
let v91 = -v90;
let v92 = fma(v88, v85, v91);
let v93 = f32(1.0);
let v94 = &(*v8)[v39];
let v95 = *v94;
let v96 = fma(v93, v92, v95);
*v94 = v96;
let v97 = &(*v8)[v47];
let v98 = *v97;
let v99 = f32(-1.0);
let v100 = fma(v99, v85, v98);
*v97 = v100;
for(var v101: u32 = v52; v101 < v38; v101 += v40) {
let v102 = v39 + v101;
let v103 = &(*v11)[v102];
let v104 = *v103;
let v105 = &(*v8)[v102];
let v106 = *v105;
let v107 = fma(v99, v104, v106);
*v105 = v107;

}

}
return;

}
