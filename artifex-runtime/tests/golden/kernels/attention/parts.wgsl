var<workgroup> shared_v63: array<f32, 1024>;
var<workgroup> shared_v67: array<f32, 64>;
@group(0) @binding(3) var<storage, read_write> v0: array<f32>;
@group(0) @binding(2) var<storage, read_write> v1: array<f32>;
@group(0) @binding(1) var<storage, read_write> v2: array<f32>;
@group(0) @binding(0) var<storage, read_write> v3: array<f32>;
struct info_st { scalars_f32: array<f32, 2>, scalars_u32: array<u32, 12>, static_meta: array<u32, 4> }
@group(0) @binding(4) var<storage, read> info_var: info_st;
@compute @workgroup_size(256, 1, 1)
fn parts_kernel_f_f32(@builtin(local_invocation_index) v4: u32, @builtin(workgroup_id) v5: vec6<u32>, @builtin(num_workgroups) v7: vec6<u32>) {
let v8 = &v0;
let v9 = &v1;
let v10 = &v2;
let v11 = &v3;
let v12 = u32(0);
let v13 = info_var.scalars_u32[0];
let v14 = info_var.scalars_u32[1];
let v15 = info_var.scalars_u32[2];
let v16 = info_var.scalars_u32[3];
let v17 = info_var.scalars_f32[0];
let v18 = info_var.scalars_u32[11];
let v19 = v4;
let v20 = u32(v19);
let v21 = u32(16);
let v22 = v20 / v21;
let v23 = v20 % v21;
let v24 = u32(v18);
let v25 = u32(v15);
let v26 = u32(v16);
let v27 = v5[0];
let v28 = u32(v27);
let v29 = v28 / v25;
let v30 = v28 % v25;
let v31 = v5[2];
let v32 = u32(v31);
let v33 = v5[1];
let v34 = u32(v33);
let v35 = u32(v13);
let v36 = u32(v14);
let v37 = v32 * v35;
let v38 = v37 + v34;
let v39 = v38 * v25;
let v40 = v35 / v36;
let v41 = v32 * v40;
let v42 = v34 / v36;
let v43 = v41 + v42;
let v44 = v43 * v26;
let v45 = v39 + v30;
let v46 = &shared_v63;
let v47 = &shared_v67;
let v48 = u32(64);
var<function> v1082_store: array<f32, 4>= array<f32, 4>();
let v49 = &v1082_store;
let v50 = u32(4);
let v51 = &(*v49)[v12];
let v52 = f32(0.0);
*v51 = v52;
let v53 = u32(1);
let v54 = &(*v49)[v53];
*v54 = v52;
let v55 = u32(2);
let v56 = &(*v49)[v55];
*v56 = v52;
let v57 = u32(3);
let v58 = &(*v49)[v57];
*v58 = v52;
let v59 = f32(-3.4028234663852886e38);
var<function> v1083_store: f32;
let v60 = &v1083_store;
*v60 = v59;
var<function> v1084_store: f32;
let v61 = &v1084_store;
*v61 = v52;
let v62 = v26 + v48;
let v63 = v62 - v53;
let v64 = v63 / v48;
let v65 = v64 - v29;
let v66 = v65 + v24;
let v67 = v66 - v53;
let v68 = v67 / v24;
for(var v69: u32 = v12; v69 < v68; v69 += v53) {
let v70 = v69 * v24;
let v71 = v29 + v70;
let v72 = v71 * v48;
let v73 = true;
var<function> v1086_store: bool;
let v74 = &v1086_store;
*v74 = v73;
let v75 = *v74;
if v75 {
var<function> v1087_store: f32;
let v76 = &v1087_store;
*v76 = v52;
let v77 = v72 + v22;
let v78 = v77 < v26;
if v78 {
for(var v79: u32 = v12; v79 < v50; v79 += v53) {
let v80 = v79 * v21;
let v81 = v80 + v23;
let v82 = v81 < v48;
if v82 {
let v83 = v45 * v48;
let v84 = v83 + v81;
let v85 = &(*v11)[v84];
let v86 = *v85;
let v87 = v44 + v72;
let v88 = v87 + v22;
let v89 = v88 * v48;
let v90 = v89 + v81;
let v91 = &(*v10)[v90];
let v92 = *v91;
let v93 = *v76;
let v94 = fma(v86, v92, v93);
*v76 = v94;

}

}

}
let v95 = v22 * v21;
let v96 = v95 + v23;
let v97 = &(*v46)[v96];
let v98 = *v76;
*v97 = v98;
let v99 = v21 + v22;
var<function> v1089_store: f32;
let v100 = &v1089_store;
*v100 = v52;
let v101 = v72 + v99;
let v102 = v101 < v26;
if v102 {
for(var v103: u32 = v12; v103 < v50; v103 += v53) {
let v104 = v103 * v21;
let v105 = v104 + v23;
let v106 = v105 < v48;
if v106 {
let v107 = v45 * v48;
let v108 = v107 + v105;
let v109 = &(*v11)[v108];
let v110 = *v109;
let v111 = v44 + v72;
let v112 = v111 + v99;
let v113 = v112 * v48;
let v114 = v113 + v105;
let v115 = &(*v10)[v114];
let v116 = *v115;
let v117 = *v100;
let v118 = fma(v110, v116, v117);
*v100 = v118;

}

}

}
let v119 = v99 * v21;
let v120 = v119 + v23;
let v121 = &(*v46)[v120];
let v122 = *v100;
*v121 = v122;
let v123 = u32(32);
let v124 = v123 + v22;
var<function> v1091_store: f32;
let v125 = &v1091_store;
*v125 = v52;
let v126 = v72 + v124;
let v127 = v126 < v26;
if v127 {
for(var v128: u32 = v12; v128 < v50; v128 += v53) {
let v129 = v128 * v21;
let v130 = v129 + v23;
let v131 = v130 < v48;
if v131 {
let v132 = v45 * v48;
let v133 = v132 + v130;
let v134 = &(*v11)[v133];
let v135 = *v134;
let v136 = v44 + v72;
let v137 = v136 + v124;
let v138 = v137 * v48;
let v139 = v138 + v130;
let v140 = &(*v10)[v139];
let v141 = *v140;
let v142 = *v125;
let v143 = fma(v135, v141, v142);
*v125 = v143;

}

}

}
let v144 = v124 * v21;
let v145 = v144 + v23;
let v146 = &(*v46)[v145];
let v147 = *v125;
*v146 = v147;
let v148 = u32(48);
let v149 = v148 + v22;
var<function> v1093_store: f32;
let v150 = &v1093_store;
*v150 = v52;
let v151 = v72 + v149;
let v152 = v151 < v26;
if v152 {
for(var v153: u32 = v12; v153 < v50; v153 += v53) {
let v154 = v153 * v21;
let v155 = v154 + v23;
let v156 = v155 < v48;
if v156 {
let v157 = v45 * v48;
let v158 = v157 + v155;
let v159 = &(*v11)[v158];
let v160 = *v159;
let v161 = v44 + v72;
let v162 = v161 + v149;
let v163 = v162 * v48;
let v164 = v163 + v155;
let v165 = &(*v10)[v164];
let v166 = *v165;
let v167 = *v150;
let v168 = fma(v160, v166, v167);
*v150 = v168;

}

}

}
let v169 = v149 * v21;
let v170 = v169 + v23;
let v171 = &(*v46)[v170];
let v172 = *v150;
*v171 = v172;
workgroupBarrier();
let v173 = v20 < v48;
if v173 {
var<function> v1095_store: f32;
let v174 = &v1095_store;
*v174 = v52;
for(var v175: u32 = v12; v175 < v21; v175 += v53) {
let v176 = v20 * v21;
let v177 = v176 + v175;
let v178 = &(*v46)[v177];
let v179 = *v178;
let v180 = *v174;
let v181 = v180 + v179;
*v174 = v181;

}
let v182 = v72 + v20;
let v183 = *v174;
let v184 = v183 * v17;
var<function> v1097_store: f32;
let v185 = &v1097_store;
*v185 = v184;
let v186 = v30 < v25;
let v187 = v182 < v26;
let v188 = v186 && v187;
var<function> v1098_store: bool;
let v189 = &v1098_store;
*v189 = v188;
let v190 = *v189;
if v190 {

}
let v191 = *v185;
let v192 = select(v59, v191, v190);
let v193 = &(*v47)[v20];
*v193 = v192;

}
workgroupBarrier();
var<function> v1099_store: f32;
let v194 = &v1099_store;
let v195 = *v60;
*v194 = v195;
for(var v196: u32 = v12; v196 < v48; v196 += v53) {
let v197 = &(*v47)[v196];
let v198 = *v197;
let v199 = *v194;
let v200 = max(v199, v198);
*v194 = v200;

}
let v201 = *v60;
let v202 = *v194;
let v203 = v201 - v202;
let v204 = exp(v203);
*v60 = v202;
let v205 = *v61;
let v206 = v205 * v204;
*v61 = v206;
let v207 = *v51;
let v208 = v207 * v204;
*v51 = v208;
let v209 = *v54;
let v210 = v209 * v204;
*v54 = v210;
let v211 = *v56;
let v212 = v211 * v204;
*v56 = v212;
let v213 = *v58;
let v214 = v213 * v204;
*v58 = v214;
let v215 = &(*v47)[v22];
let v216 = *v215;
let v217 = v216 == v59;
let v218 = *v194;
let v219 = v216 - v218;
let v220 = exp(v219);
let v221 = select(v220, v52, v217);
let v222 = *v61;
let v223 = v222 + v221;
*v61 = v223;
if v78 {
let v224 = v23 < v48;
if v224 {
let v225 = v44 + v72;
let v226 = v225 + v22;
let v227 = v226 * v48;
let v228 = v227 + v23;
let v229 = &(*v9)[v228];
let v230 = *v229;
let v231 = *v51;
let v232 = fma(v221, v230, v231);
*v51 = v232;

}
let v233 = v21 + v23;
let v234 = v233 < v48;
if v234 {
let v235 = v44 + v72;
let v236 = v235 + v22;
let v237 = v236 * v48;
let v238 = v237 + v233;
let v239 = &(*v9)[v238];
let v240 = *v239;
let v241 = *v54;
let v242 = fma(v221, v240, v241);
*v54 = v242;

}
let v243 = v123 + v23;
let v244 = v243 < v48;
if v244 {
let v245 = v44 + v72;
let v246 = v245 + v22;
let v247 = v246 * v48;
let v248 = v247 + v243;
let v249 = &(*v9)[v248];
let v250 = *v249;
let v251 = *v56;
let v252 = fma(v221, v250, v251);
*v56 = v252;

}
let v253 = v148 + v23;
let v254 = v253 < v48;
if v254 {
let v255 = v44 + v72;
let v256 = v255 + v22;
let v257 = v256 * v48;
let v258 = v257 + v253;
let v259 = &(*v9)[v258];
let v260 = *v259;
let v261 = *v58;
let v262 = fma(v221, v260, v261);
*v58 = v262;

}

}
let v263 = &(*v47)[v99];
let v264 = *v263;
let v265 = v264 == v59;
let v266 = *v194;
let v267 = v264 - v266;
let v268 = exp(v267);
let v269 = select(v268, v52, v265);
let v270 = *v61;
let v271 = v270 + v269;
*v61 = v271;
if v102 {
let v272 = v23 < v48;
if v272 {
let v273 = v44 + v72;
let v274 = v273 + v99;
let v275 = v274 * v48;
let v276 = v275 + v23;
let v277 = &(*v9)[v276];
let v278 = *v277;
let v279 = *v51;
let v280 = fma(v269, v278, v279);
*v51 = v280;

}
let v281 = v21 + v23;
let v282 = v281 < v48;
if v282 {
let v283 = v44 + v72;
let v284 = v283 + v99;
let v285 = v284 * v48;
let v286 = v285 + v281;
let v287 = &(*v9)[v286];
let v288 = *v287;
let v289 = *v54;
let v290 = fma(v269, v288, v289);
*v54 = v290;

}
let v291 = v123 + v23;
let v292 = v291 < v48;
if v292 {
let v293 = v44 + v72;
let v294 = v293 + v99;
let v295 = v294 * v48;
let v296 = v295 + v291;
let v297 = &(*v9)[v296];
let v298 = *v297;
let v299 = *v56;
let v300 = fma(v269, v298, v299);
*v56 = v300;

}
let v301 = v148 + v23;
let v302 = v301 < v48;
if v302 {
let v303 = v44 + v72;
let v304 = v303 + v99;
let v305 = v304 * v48;
let v306 = v305 + v301;
let v307 = &(*v9)[v306];
let v308 = *v307;
let v309 = *v58;
let v310 = fma(v269, v308, v309);
*v58 = v310;

}

}
let v311 = &(*v47)[v124];
let v312 = *v311;
let v313 = v312 == v59;
let v314 = *v194;
let v315 = v312 - v314;
let v316 = exp(v315);
let v317 = select(v316, v52, v313);
let v318 = *v61;
let v319 = v318 + v317;
*v61 = v319;
if v127 {
let v320 = v23 < v48;
if v320 {
let v321 = v44 + v72;
let v322 = v321 + v124;
let v323 = v322 * v48;
let v324 = v323 + v23;
let v325 = &(*v9)[v324];
let v326 = *v325;
let v327 = *v51;
let v328 = fma(v317, v326, v327);
*v51 = v328;

}
let v329 = v21 + v23;
let v330 = v329 < v48;
if v330 {
let v331 = v44 + v72;
let v332 = v331 + v124;
let v333 = v332 * v48;
let v334 = v333 + v329;
let v335 = &(*v9)[v334];
let v336 = *v335;
let v337 = *v54;
let v338 = fma(v317, v336, v337);
*v54 = v338;

}
let v339 = v123 + v23;
let v340 = v339 < v48;
if v340 {
let v341 = v44 + v72;
let v342 = v341 + v124;
let v343 = v342 * v48;
let v344 = v343 + v339;
let v345 = &(*v9)[v344];
let v346 = *v345;
let v347 = *v56;
let v348 = fma(v317, v346, v347);
*v56 = v348;

}
let v349 = v148 + v23;
let v350 = v349 < v48;
if v350 {
let v351 = v44 + v72;
let v352 = v351 + v124;
let v353 = v352 * v48;
let v354 = v353 + v349;
let v355 = &(*v9)[v354];
let v356 = *v355;
let v357 = *v58;
let v358 = fma(v317, v356, v357);
*v58 = v358;

}

}
let v359 = &(*v47)[v149];
let v360 = *v359;
let v361 = v360 == v59;
let v362 = *v194;
let v363 = v360 - v362;
let v364 = exp(v363);
let v365 = select(v364, v52, v361);
let v366 = *v61;
let v367 = v366 + v365;
*v61 = v367;
if v152 {
let v368 = v23 < v48;
if v368 {
let v369 = v44 + v72;
let v370 = v369 + v149;
let v371 = v370 * v48;
let v372 = v371 + v23;
let v373 = &(*v9)[v372];
let v374 = *v373;
let v375 = *v51;
let v376 = fma(v365, v374, v375);
*v51 = v376;

}
let v377 = v21 + v23;
let v378 = v377 < v48;
if v378 {
let v379 = v44 + v72;
let v380 = v379 + v149;
let v381 = v380 * v48;
let v382 = v381 + v377;
let v383 = &(*v9)[v382];
let v384 = *v383;
let v385 = *v54;
let v386 = fma(v365, v384, v385);
*v54 = v386;

}
let v387 = v123 + v23;
let v388 = v387 < v48;
if v388 {
let v389 = v44 + v72;
let v390 = v389 + v149;
let v391 = v390 * v48;
let v392 = v391 + v387;
let v393 = &(*v9)[v392];
let v394 = *v393;
let v395 = *v56;
let v396 = fma(v365, v394, v395);
*v56 = v396;

}
let v397 = v148 + v23;
let v398 = v397 < v48;
if v398 {
let v399 = v44 + v72;
let v400 = v399 + v149;
let v401 = v400 * v48;
let v402 = v401 + v397;
let v403 = &(*v9)[v402];
let v404 = *v403;
let v405 = *v58;
let v406 = fma(v365, v404, v405);
*v58 = v406;

}

}
workgroupBarrier();

}

}
let v407 = v35 * v25;
let v408 = v7[2];
let v409 = u32(v408);
let v410 = v407 * v409;
let v411 = v29 * v410;
let v412 = v411 + v45;
let v413 = u32(66);
let v414 = v412 * v413;
workgroupBarrier();
let v415 = *v51;
let v416 = &(*v46)[v20];
*v416 = v415;
workgroupBarrier();
let v417 = v22 == v12;
if v417 {
var<function> v1101_store: f32;
let v418 = &v1101_store;
*v418 = v52;
for(var v419: u32 = v12; v419 < v21; v419 += v53) {
let v420 = v419 * v21;
let v421 = v420 + v23;
let v422 = &(*v46)[v421];
let v423 = *v422;
let v424 = *v418;
let v425 = v424 + v423;
*v418 = v425;

}
let v426 = v23 < v48;
if v426 {
let v427 = v414 + v23;
let v428 = &(*v8)[v427];
let v429 = *v418;
*v428 = v429;

}

}
workgroupBarrier();
let v430 = *v54;
*v416 = v430;
workgroupBarrier();
if v417 {
var<function> v1103_store: f32;
let v431 = &v1103_store;
*v431 = v52;
for(var v432: u32 = v12; v432 < v21; v432 += v53) {
let v433 = v432 * v21;
let v434 = v433 + v23;
let v435 = &(*v46)[v434];
let v436 = *v435;
let v437 = *v431;
let v438 = v437 + v436;
*v431 = v438;

}
let v439 = v21 + v23;
let v440 = v439 < v48;
if v440 {
let v441 = v414 + v439;
let v442 = &(*v8)[v441];
let v443 = *v431;
*v442 = v443;

}

}
workgroupBarrier();
let v444 = *v56;
*v416 = v444;
workgroupBarrier();
if v417 {
var<function> v1105_store: f32;
let v445 = &v1105_store;
*v445 = v52;
for(var v446: u32 = v12; v446 < v21; v446 += v53) {
let v447 = v446 * v21;
let v448 = v447 + v23;
let v449 = &(*v46)[v448];
let v450 = *v449;
let v451 = *v445;
let v452 = v451 + v450;
*v445 = v452;

}
let v453 = u32(32);
let v454 = v453 + v23;
let v455 = v454 < v48;
if v455 {
let v456 = v414 + v454;
let v457 = &(*v8)[v456];
let v458 = *v445;
*v457 = v458;

}

}
workgroupBarrier();
let v459 = *v58;
*v416 = v459;
workgroupBarrier();
if v417 {
var<function> v1107_store: f32;
let v460 = &v1107_store;
*v460 = v52;
for(var v461: u32 = v12; v461 < v21; v461 += v53) {
let v462 = v461 * v21;
let v463 = v462 + v23;
let v464 = &(*v46)[v463];
let v465 = *v464;
let v466 = *v460;
let v467 = v466 + v465;
*v460 = v467;

}
let v468 = u32(48);
let v469 = v468 + v23;
let v470 = v469 < v48;
if v470 {
let v471 = v414 + v469;
let v472 = &(*v8)[v471];
let v473 = *v460;
*v472 = v473;

}

}
workgroupBarrier();
let v474 = *v61;
*v416 = v474;
workgroupBarrier();
if v417 {
var<function> v1109_store: f32;
let v475 = &v1109_store;
*v475 = v52;
for(var v476: u32 = v12; v476 < v21; v476 += v53) {
let v477 = v476 * v21;
let v478 = v477 + v23;
let v479 = &(*v46)[v478];
let v480 = *v479;
let v481 = *v475;
let v482 = v481 + v480;
*v475 = v482;

}
let v483 = v23 == v12;
if v483 {
let v484 = v414 + v48;
let v485 = &(*v8)[v484];
let v486 = *v60;
*v485 = v486;
let v487 = v484 + v53;
let v488 = &(*v8)[v487];
let v489 = *v475;
*v488 = v489;

}

}
return;

}
