@group(0) @binding(2) var<storage, read_write> v0: array<f32>;
@group(0) @binding(1) var<storage, read_write> v1: array<f32>;
@group(0) @binding(0) var<storage, read_write> v2: array<f32>;
struct info_st { scalars_u32: array<u32, 2>, static_meta: array<u32, 4> }
@group(0) @binding(3) var<storage, read> info_var: info_st;
@compute @workgroup_size(64, 1, 1)
fn join_kernel_f_f32(@builtin(workgroup_id) v3: vec4<u32>, @builtin(num_workgroups) v5: vec4<u32>, @builtin(local_invocation_index) v6: u32) {
let v7 = &v0;
let v8 = &v1;
let v9 = &v2;
var<function> inv_return_flag_v185_store: bool= true;
let inv_return_flag_v185 = &inv_return_flag_v185_store;
let v10 = u32(0);
let v11 = info_var.static_meta[1];
let v12 = info_var.static_meta[2];
let v13 = info_var.scalars_u32[0];
let v14 = v3[2];
let v15 = u32(v14);
let v16 = v5[1];
let v17 = u32(v16);
let v18 = v15 * v17;
let v19 = v5[0];
let v20 = u32(v19);
let v21 = v18 * v20;
let v22 = v3[1];
let v23 = u32(v22);
let v24 = v23 * v20;
let v25 = v21 + v24;
let v26 = v3[0];
let v27 = u32(v26);
let v28 = v25 + v27;
let v29 = u32(64);
let v30 = v28 * v29;
let v31 = v6;
let v32 = u32(v31);
let v33 = v30 + v32;
let v34 = v33 >= v11;
if v34 {
let v35 = false;
*inv_return_flag_v185 = v35;

}
let v36 = *inv_return_flag_v185;
if v36 {
let v37 = v33 / v29;
let v38 = v33 % v29;
let v39 = f32(-3.4028234663852886e38);
var<function> v189_store: f32;
let v40 = &v189_store;
*v40 = v39;
let v41 = u32(v13);
let v42 = u32(1);
for(var v43: u32 = v10; v43 < v41; v43 += v42) {
let v44 = v43 * v12;
let v45 = v44 + v37;
let v46 = u32(66);
let v47 = v45 * v46;
let v48 = v47 + v29;
let v49 = &(*v9)[v48];
let v50 = *v49;
let v51 = *v40;
let v52 = max(v51, v50);
*v40 = v52;

}
let v53 = f32(0.0);
var<function> v191_store: f32;
let v54 = &v191_store;
*v54 = v53;
var<function> v192_store: f32;
let v55 = &v192_store;
*v55 = v53;
for(var v56: u32 = v10; v56 < v41; v56 += v42) {
let v57 = v56 * v12;
let v58 = v57 + v37;
let v59 = u32(66);
let v60 = v58 * v59;
let v61 = v60 + v29;
let v62 = &(*v9)[v61];
let v63 = *v62;
let v64 = *v40;
let v65 = v63 - v64;
let v66 = exp(v65);
let v67 = v61 + v42;
let v68 = &(*v9)[v67];
let v69 = *v68;
let v70 = *v54;
let v71 = fma(v66, v69, v70);
*v54 = v71;
let v72 = v60 + v38;
let v73 = &(*v9)[v72];
let v74 = *v73;
let v75 = *v55;
let v76 = fma(v66, v74, v75);
*v55 = v76;

}
let v77 = *v54;
let v78 = v77 == v53;
let v79 = *v55;
let v80 = v79 / v77;
let v81 = select(v80, v53, v78);
let v82 = &(*v8)[v33];
*v82 = v81;
let v83 = v38 == v10;
if v83 {
let v84 = *v40;
let v85 = v84 + v84;
let v86 = bitcast<u32>(v77);
let v87 = i32(v86);
let v88 = i32(1060439283);
let v89 = v87 - v88;
let v90 = i32(23);
let v91 = v89 >> u32(v90);
let v92 = v91 << u32(v90);
let v93 = v87 - v92;
let v94 = u32(v93);
let v95 = bitcast<f32>(v94);
let v96 = f32(1.0);
let v97 = v95 - v96;
let v98 = f32(v91);
let v99 = v97 * v97;
let v100 = f32(0.07037683576345444);
var<function> v194_store: f32;
let v101 = &v194_store;
*v101 = v100;
let v102 = *v101;
let v103 = f32(-0.11514610052108765);
let v104 = fma(v102, v97, v103);
*v101 = v104;
let v105 = *v101;
let v106 = f32(0.11676998436450958);
let v107 = fma(v105, v97, v106);
*v101 = v107;
let v108 = *v101;
let v109 = f32(-0.12420140951871872);
let v110 = fma(v108, v97, v109);
*v101 = v110;
let v111 = *v101;
let v112 = f32(0.14249323308467865);
let v113 = fma(v111, v97, v112);
*v101 = v113;
let v114 = *v101;
let v115 = f32(-0.16668057441711426);
let v116 = fma(v114, v97, v115);
*v101 = v116;
let v117 = *v101;
let v118 = f32(0.2000071406364441);
let v119 = fma(v117, v97, v118);
*v101 = v119;
let v120 = *v101;
let v121 = f32(-0.24999994039535522);
let v122 = fma(v120, v97, v121);
*v101 = v122;
let v123 = *v101;
let v124 = f32(0.3333333134651184);
let v125 = fma(v123, v97, v124);
*v101 = v125;
let v126 = *v101;
let v127 = v126 * v97;
let v128 = f32(0.00021219444170128554);
let v129 = v128 * v98;
let v130 = -v129;
let v131 = fma(v127, v99, v130);
let v132 = f32(-0.5);
let v133 = fma(v132, v99, v131);
let v134 = v97 + v133;
let v135 = f32(0.693359375);
let v136 = fma(v135, v98, v134);
let v137 = *v40;
let v138 = v137 + v136;
let v139 = select(v138, v85, v78);
let v140 = &(*v7)[v37];
*v140 = v139;

}

}
return;

}
