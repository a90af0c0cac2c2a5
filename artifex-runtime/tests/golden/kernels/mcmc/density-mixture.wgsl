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
var<function> inv_return_flag_v353_store: bool= true;
let inv_return_flag_v353 = &inv_return_flag_v353_store;
let v12 = u32(0);
let v13 = info_var.static_meta[2];
let v14 = info_var.scalars_u32[0];
let v15 = info_var.scalars_u32[1];
let v16 = v4[2];
let v17 = u32(v16);
let v18 = v6[1];
let v19 = u32(v18);
let v20 = v17 * v19;
let v21 = v6[0];
let v22 = u32(v21);
let v23 = v20 * v22;
let v24 = v4[1];
let v25 = u32(v24);
let v26 = v25 * v22;
let v27 = v23 + v26;
let v28 = v4[0];
let v29 = u32(v28);
let v30 = v27 + v29;
let v31 = u32(64);
let v32 = v30 * v31;
let v33 = v7;
let v34 = u32(v33);
let v35 = v32 + v34;
let v36 = v35 >= v13;
if v36 {
let v37 = false;
*inv_return_flag_v353 = v37;

}
let v38 = *inv_return_flag_v353;
if v38 {
let v39 = u32(v14);
let v40 = u32(v15);
let v41 = v35 * v39;
let v42 = u32(1);
for(var v43: u32 = v12; v43 < v39; v43 += v42) {
let v44 = v41 + v43;
let v45 = &(*v8)[v44];
let v46 = f32(0.0);
*v45 = v46;

}
let v47 = f32(0.0);
var<function> v359_store: f32;
let v48 = &v359_store;
*v48 = v47;
for(var v49: u32 = v12; v49 < v39; v49 += v42) {
let v50 = v41 + v49;
let v51 = &(*v11)[v50];
let v52 = *v51;
let v53 = u32(2);
let v54 = v53 + v49;
let v55 = &(*v10)[v54];
let v56 = *v55;
let v57 = v52 - v56;
let v58 = *v48;
let v59 = fma(v57, v57, v58);
*v48 = v59;

}
let v60 = &(*v10)[v12];
let v61 = *v60;
let v62 = &(*v10)[v42];
let v63 = *v62;
let v64 = f32(0.5);
let v65 = v64 * v63;
let v66 = *v48;
let v67 = -v65;
let v68 = fma(v67, v66, v61);
var<function> v361_store: f32;
let v69 = &v361_store;
*v69 = v68;
let v70 = f32(1.0);
var<function> v362_store: f32;
let v71 = &v362_store;
*v71 = v70;
for(var v72: u32 = v42; v72 < v40; v72 += v42) {
let v73 = u32(2);
let v74 = v39 + v73;
let v75 = v72 * v74;
var<function> v364_store: f32;
let v76 = &v364_store;
*v76 = v47;
for(var v77: u32 = v12; v77 < v39; v77 += v42) {
let v78 = v41 + v77;
let v79 = &(*v11)[v78];
let v80 = *v79;
let v81 = v75 + v73;
let v82 = v81 + v77;
let v83 = &(*v10)[v82];
let v84 = *v83;
let v85 = v80 - v84;
let v86 = *v76;
let v87 = fma(v85, v85, v86);
*v76 = v87;

}
let v88 = &(*v10)[v75];
let v89 = *v88;
let v90 = v75 + v42;
let v91 = &(*v10)[v90];
let v92 = *v91;
let v93 = v64 * v92;
let v94 = *v76;
let v95 = -v93;
let v96 = fma(v95, v94, v89);
let v97 = *v69;
let v98 = max(v97, v96);
let v99 = v97 - v98;
let v100 = exp(v99);
let v101 = *v71;
let v102 = v96 - v98;
let v103 = exp(v102);
let v104 = fma(v101, v100, v103);
*v71 = v104;
*v69 = v98;

}
let v105 = *v71;
let v106 = log(v105);
let v107 = *v69;
let v108 = v107 + v106;
let v109 = &(*v9)[v35];
*v109 = v108;
var<function> v366_store: f32;
let v110 = &v366_store;
*v110 = v47;
for(var v111: u32 = v12; v111 < v39; v111 += v42) {
let v112 = v41 + v111;
let v113 = &(*v11)[v112];
let v114 = *v113;
let v115 = u32(2);
let v116 = v115 + v111;
let v117 = &(*v10)[v116];
let v118 = *v117;
let v119 = v114 - v118;
let v120 = *v110;
let v121 = fma(v119, v119, v120);
*v110 = v121;

}
let v122 = *v60;
let v123 = *v62;
let v124 = v64 * v123;
let v125 = *v110;
let v126 = -v124;
let v127 = fma(v126, v125, v122);
var<function> v368_store: f32;
let v128 = &v368_store;
*v128 = v127;
var<function> v369_store: f32;
let v129 = &v369_store;
*v129 = v70;
for(var v130: u32 = v42; v130 < v40; v130 += v42) {
let v131 = u32(2);
let v132 = v39 + v131;
let v133 = v130 * v132;
var<function> v371_store: f32;
let v134 = &v371_store;
*v134 = v47;
for(var v135: u32 = v12; v135 < v39; v135 += v42) {
let v136 = v41 + v135;
let v137 = &(*v11)[v136];
let v138 = *v137;
let v139 = v133 + v131;
let v140 = v139 + v135;
let v141 = &(*v10)[v140];
let v142 = *v141;
let v143 = v138 - v142;
let v144 = *v134;
let v145 = fma(v143, v143, v144);
*v134 = v145;

}
let v146 = &(*v10)[v133];
let v147 = *v146;
let v148 = v133 + v42;
let v149 = &(*v10)[v148];
let v150 = *v149;
let v151 = v64 * v150;
let v152 = *v134;
let v153 = -v151;
let v154 = fma(v153, v152, v147);
let v155 = *v128;
let v156 = max(v155, v154);
let v157 = v155 - v156;
let v158 = exp(v157);
let v159 = *v129;
let v160 = v154 - v156;
let v161 = exp(v160);
let v162 = fma(v159, v158, v161);
*v129 = v162;
*v128 = v156;

}
let v163 = *v129;
let v164 = log(v163);
let v165 = *v128;
let v166 = v165 + v164;
for(var v167: u32 = v12; v167 < v40; v167 += v42) {
let v168 = u32(2);
let v169 = v39 + v168;
let v170 = v167 * v169;
var<function> v374_store: f32;
let v171 = &v374_store;
*v171 = v47;
for(var v172: u32 = v12; v172 < v39; v172 += v42) {
let v173 = v41 + v172;
let v174 = &(*v11)[v173];
let v175 = *v174;
let v176 = v170 + v168;
let v177 = v176 + v172;
let v178 = &(*v10)[v177];
let v179 = *v178;
let v180 = v175 - v179;
let v181 = *v171;
let v182 = fma(v180, v180, v181);
*v171 = v182;

}
let v183 = &(*v10)[v170];
let v184 = *v183;
let v185 = v170 + v42;
let v186 = &(*v10)[v185];
let v187 = *v186;
let v188 = v64 * v187;
let v189 = *v171;
let v190 = -v188;
let v191 = fma(v190, v189, v184);
let v192 = v191 - v166;
let v193 = exp(v192);
let v194 = v193 * v187;
for(var v195: u32 = v12; v195 < v39; v195 += v42) {
let v196 = v170 + v168;
let v197 = v196 + v195;
let v198 = &(*v10)[v197];
let v199 = *v198;
let v200 = v41 + v195;
let v201 = &(*v11)[v200];
let v202 = *v201;
let v203 = v199 - v202;
let v204 = &(*v8)[v200];
let v205 = *v204;
let v206 = fma(v194, v203, v205);
*v204 = v206;

}

}

}
return;

}
