var<workgroup> shared_v72: array<f32, 1024>;
var<workgroup> shared_v76: array<f32, 1040>;
var<workgroup> shared_v80: array<f32, 1>;
var<workgroup> shared_v84: array<f32, 4096>;
var<workgroup> shared_v88: array<f32, 4096>;
@group(0) @binding(5) var<storage, read_write> v0: array<f32>;
@group(0) @binding(4) var<storage, read_write> v1: array<f32>;
@group(0) @binding(3) var<storage, read_write> v2: array<f32>;
@group(0) @binding(2) var<storage, read_write> v3: array<f32>;
@group(0) @binding(1) var<storage, read_write> v4: array<f32>;
@group(0) @binding(0) var<storage, read_write> v5: array<f32>;
struct info_st { scalars_f32: array<f32, 2>, scalars_u32: array<u32, 18>, static_meta: array<u32, 6> }
@group(0) @binding(6) var<storage, read> info_var: info_st;
@compute @workgroup_size(256, 1, 1)
fn queries_kernel_f_f32_s_f32(@builtin(local_invocation_index) v6: u32, @builtin(workgroup_id) v7: vec8<u32>) {
let v9 = &v0;
let v10 = &v1;
let v11 = &v2;
let v12 = &v3;
let v13 = &v4;
let v14 = &v5;
let v15 = u32(0);
let v16 = info_var.static_meta[4];
let v17 = info_var.scalars_u32[0];
let v18 = info_var.scalars_u32[1];
let v19 = info_var.scalars_u32[2];
let v20 = info_var.scalars_u32[3];
let v21 = info_var.scalars_f32[0];
let v22 = v6;
let v23 = u32(v22);
let v24 = u32(16);
let v25 = v23 / v24;
let v26 = v23 % v24;
let v27 = u32(v19);
let v28 = u32(v20);
let v29 = v7[0];
let v30 = u32(v29);
let v31 = u32(64);
let v32 = v30 * v31;
let v33 = v7[2];
let v34 = u32(v33);
let v35 = v7[1];
let v36 = u32(v35);
let v37 = u32(v17);
let v38 = u32(v18);
let v39 = v34 * v37;
let v40 = v39 + v36;
let v41 = v40 * v27;
let v42 = v37 / v38;
let v43 = v34 * v42;
let v44 = v36 / v38;
let v45 = v43 + v44;
let v46 = v45 * v28;
let v47 = &shared_v72;
let v48 = &shared_v76;
let v49 = u32(1);
let v50 = &shared_v84;
let v51 = &shared_v88;
var<function> v4202_store: array<f32, 16>= array<f32, 16>();
let v52 = &v4202_store;
let v53 = &(*v52)[v15];
let v54 = f32(0.0);
*v53 = v54;
let v55 = &(*v52)[v49];
*v55 = v54;
let v56 = u32(2);
let v57 = &(*v52)[v56];
*v57 = v54;
let v58 = u32(3);
let v59 = &(*v52)[v58];
*v59 = v54;
let v60 = u32(4);
let v61 = &(*v52)[v60];
*v61 = v54;
let v62 = u32(5);
let v63 = &(*v52)[v62];
*v63 = v54;
let v64 = u32(6);
let v65 = &(*v52)[v64];
*v65 = v54;
let v66 = u32(7);
let v67 = &(*v52)[v66];
*v67 = v54;
let v68 = u32(8);
let v69 = &(*v52)[v68];
*v69 = v54;
let v70 = u32(9);
let v71 = &(*v52)[v70];
*v71 = v54;
let v72 = u32(10);
let v73 = &(*v52)[v72];
*v73 = v54;
let v74 = u32(11);
let v75 = &(*v52)[v74];
*v75 = v54;
let v76 = u32(12);
let v77 = &(*v52)[v76];
*v77 = v54;
let v78 = u32(13);
let v79 = &(*v52)[v78];
*v79 = v54;
let v80 = u32(14);
let v81 = &(*v52)[v80];
*v81 = v54;
let v82 = u32(15);
let v83 = &(*v52)[v82];
*v83 = v54;
let v84 = v28 + v31;
let v85 = v84 - v49;
let v86 = v85 / v31;
for(var v87: u32 = v15; v87 < v86; v87 += v49) {
let v88 = v87 * v31;
let v89 = true;
var<function> v4204_store: bool;
let v90 = &v4204_store;
*v90 = v89;
let v91 = *v90;
if v91 {
var<function> v4205_store: array<f32, 16>= array<f32, 16>();
let v92 = &v4205_store;
var<function> v4206_store: array<f32, 16>= array<f32, 16>();
let v93 = &v4206_store;
let v94 = &(*v92)[v15];
*v94 = v54;
let v95 = &(*v93)[v15];
*v95 = v54;
let v96 = &(*v92)[v49];
*v96 = v54;
let v97 = &(*v93)[v49];
*v97 = v54;
let v98 = &(*v92)[v56];
*v98 = v54;
let v99 = &(*v93)[v56];
*v99 = v54;
let v100 = &(*v92)[v58];
*v100 = v54;
let v101 = &(*v93)[v58];
*v101 = v54;
let v102 = &(*v92)[v60];
*v102 = v54;
let v103 = &(*v93)[v60];
*v103 = v54;
let v104 = &(*v92)[v62];
*v104 = v54;
let v105 = &(*v93)[v62];
*v105 = v54;
let v106 = &(*v92)[v64];
*v106 = v54;
let v107 = &(*v93)[v64];
*v107 = v54;
let v108 = &(*v92)[v66];
*v108 = v54;
let v109 = &(*v93)[v66];
*v109 = v54;
let v110 = &(*v92)[v68];
*v110 = v54;
let v111 = &(*v93)[v68];
*v111 = v54;
let v112 = &(*v92)[v70];
*v112 = v54;
let v113 = &(*v93)[v70];
*v113 = v54;
let v114 = &(*v92)[v72];
*v114 = v54;
let v115 = &(*v93)[v72];
*v115 = v54;
let v116 = &(*v92)[v74];
*v116 = v54;
let v117 = &(*v93)[v74];
*v117 = v54;
let v118 = &(*v92)[v76];
*v118 = v54;
let v119 = &(*v93)[v76];
*v119 = v54;
let v120 = &(*v92)[v78];
*v120 = v54;
let v121 = &(*v93)[v78];
*v121 = v54;
let v122 = &(*v92)[v80];
*v122 = v54;
let v123 = &(*v93)[v80];
*v123 = v54;
let v124 = &(*v92)[v82];
*v124 = v54;
let v125 = &(*v93)[v82];
*v125 = v54;
let v126 = v41 + v32;
let v127 = v46 + v88;
let v128 = v27 - v32;
let v129 = v28 - v88;
for(var v130: u32 = v15; v130 < v60; v130 += v49) {
workgroupBarrier();
let v131 = v130 * v24;
let v132 = v131 + v26;
var<function> v4208_store: f32;
let v133 = &v4208_store;
*v133 = v54;
var<function> v4209_store: f32;
let v134 = &v4209_store;
*v134 = v54;
let v135 = v132 < v31;
if v135 {
let v136 = v25 < v128;
if v136 {
let v137 = v126 + v25;
let v138 = v137 * v31;
let v139 = v138 + v132;
let v140 = &(*v14)[v139];
let v141 = *v140;
*v133 = v141;

}
let v142 = v25 < v129;
if v142 {
let v143 = v127 + v25;
let v144 = v143 * v31;
let v145 = v144 + v132;
let v146 = &(*v13)[v145];
let v147 = *v146;
*v134 = v147;

}

}
let v148 = *v133;
let v149 = &(*v47)[v23];
*v149 = v148;
let v150 = *v134;
let v151 = u32(65);
let v152 = v26 * v151;
let v153 = v152 + v25;
let v154 = &(*v48)[v153];
*v154 = v150;
let v155 = u32(256);
let v156 = v23 + v155;
let v157 = v156 / v24;
let v158 = v156 % v24;
let v159 = v131 + v158;
var<function> v4210_store: f32;
let v160 = &v4210_store;
*v160 = v54;
var<function> v4211_store: f32;
let v161 = &v4211_store;
*v161 = v54;
let v162 = v159 < v31;
if v162 {
let v163 = v157 < v128;
if v163 {
let v164 = v126 + v157;
let v165 = v164 * v31;
let v166 = v165 + v159;
let v167 = &(*v14)[v166];
let v168 = *v167;
*v160 = v168;

}
let v169 = v157 < v129;
if v169 {
let v170 = v127 + v157;
let v171 = v170 * v31;
let v172 = v171 + v159;
let v173 = &(*v13)[v172];
let v174 = *v173;
*v161 = v174;

}

}
let v175 = *v160;
let v176 = &(*v47)[v156];
*v176 = v175;
let v177 = *v161;
let v178 = v158 * v151;
let v179 = v178 + v157;
let v180 = &(*v48)[v179];
*v180 = v177;
let v181 = u32(512);
let v182 = v23 + v181;
let v183 = v182 / v24;
let v184 = v182 % v24;
let v185 = v131 + v184;
var<function> v4212_store: f32;
let v186 = &v4212_store;
*v186 = v54;
var<function> v4213_store: f32;
let v187 = &v4213_store;
*v187 = v54;
let v188 = v185 < v31;
if v188 {
let v189 = v183 < v128;
if v189 {
let v190 = v126 + v183;
let v191 = v190 * v31;
let v192 = v191 + v185;
let v193 = &(*v14)[v192];
let v194 = *v193;
*v186 = v194;

}
let v195 = v183 < v129;
if v195 {
let v196 = v127 + v183;
let v197 = v196 * v31;
let v198 = v197 + v185;
let v199 = &(*v13)[v198];
let v200 = *v199;
*v187 = v200;

}

}
let v201 = *v186;
let v202 = &(*v47)[v182];
*v202 = v201;
let v203 = *v187;
let v204 = v184 * v151;
let v205 = v204 + v183;
let v206 = &(*v48)[v205];
*v206 = v203;
let v207 = u32(768);
let v208 = v23 + v207;
let v209 = v208 / v24;
let v210 = v208 % v24;
let v211 = v131 + v210;
var<function> v4214_store: f32;
let v212 = &v4214_store;
*v212 = v54;
var<function> v4215_store: f32;
let v213 = &v4215_store;
*v213 = v54;
let v214 = v211 < v31;
if v214 {
let v215 = v209 < v128;
if v215 {
let v216 = v126 + v209;
let v217 = v216 * v31;
let v218 = v217 + v211;
let v219 = &(*v14)[v218];
let v220 = *v219;
*v212 = v220;

}
let v221 = v209 < v129;
if v221 {
let v222 = v127 + v209;
let v223 = v222 * v31;
let v224 = v223 + v211;
let v225 = &(*v13)[v224];
let v226 = *v225;
*v213 = v226;

}

}
let v227 = *v212;
let v228 = &(*v47)[v208];
*v228 = v227;
let v229 = *v213;
let v230 = v210 * v151;
let v231 = v230 + v209;
let v232 = &(*v48)[v231];
*v232 = v229;
workgroupBarrier();
for(var v233: u32 = v15; v233 < v24; v233 += v49) {
let v234 = v25 * v60;
let v235 = v234 * v24;
let v236 = v235 + v233;
let v237 = &(*v47)[v236];
let v238 = *v237;
let v239 = v233 * v151;
let v240 = v239 + v26;
let v241 = &(*v48)[v240];
let v242 = *v241;
let v243 = *v94;
let v244 = fma(v238, v242, v243);
*v94 = v244;
let v245 = v239 + v24;
let v246 = v245 + v26;
let v247 = &(*v48)[v246];
let v248 = *v247;
let v249 = *v96;
let v250 = fma(v238, v248, v249);
*v96 = v250;
let v251 = u32(32);
let v252 = v239 + v251;
let v253 = v252 + v26;
let v254 = &(*v48)[v253];
let v255 = *v254;
let v256 = *v98;
let v257 = fma(v238, v255, v256);
*v98 = v257;
let v258 = u32(48);
let v259 = v239 + v258;
let v260 = v259 + v26;
let v261 = &(*v48)[v260];
let v262 = *v261;
let v263 = *v100;
let v264 = fma(v238, v262, v263);
*v100 = v264;
let v265 = v234 + v49;
let v266 = v265 * v24;
let v267 = v266 + v233;
let v268 = &(*v47)[v267];
let v269 = *v268;
let v270 = *v102;
let v271 = fma(v269, v242, v270);
*v102 = v271;
let v272 = *v104;
let v273 = fma(v269, v248, v272);
*v104 = v273;
let v274 = *v106;
let v275 = fma(v269, v255, v274);
*v106 = v275;
let v276 = *v108;
let v277 = fma(v269, v262, v276);
*v108 = v277;
let v278 = v234 + v56;
let v279 = v278 * v24;
let v280 = v279 + v233;
let v281 = &(*v47)[v280];
let v282 = *v281;
let v283 = *v110;
let v284 = fma(v282, v242, v283);
*v110 = v284;
let v285 = *v112;
let v286 = fma(v282, v248, v285);
*v112 = v286;
let v287 = *v114;
let v288 = fma(v282, v255, v287);
*v114 = v288;
let v289 = *v116;
let v290 = fma(v282, v262, v289);
*v116 = v290;
let v291 = v234 + v58;
let v292 = v291 * v24;
let v293 = v292 + v233;
let v294 = &(*v47)[v293];
let v295 = *v294;
let v296 = *v118;
let v297 = fma(v295, v242, v296);
*v118 = v297;
let v298 = *v120;
let v299 = fma(v295, v248, v298);
*v120 = v299;
let v300 = *v122;
let v301 = fma(v295, v255, v300);
*v122 = v301;
let v302 = *v124;
let v303 = fma(v295, v262, v302);
*v124 = v303;

}

}
for(var v304: u32 = v15; v304 < v60; v304 += v49) {
workgroupBarrier();
let v305 = v304 * v24;
let v306 = v305 + v26;
var<function> v4218_store: f32;
let v307 = &v4218_store;
*v307 = v54;
var<function> v4219_store: f32;
let v308 = &v4219_store;
*v308 = v54;
let v309 = v306 < v31;
if v309 {
let v310 = v25 < v128;
if v310 {
let v311 = v126 + v25;
let v312 = v311 * v31;
let v313 = v312 + v306;
let v314 = &(*v11)[v313];
let v315 = *v314;
*v307 = v315;

}
let v316 = v25 < v129;
if v316 {
let v317 = v127 + v25;
let v318 = v317 * v31;
let v319 = v318 + v306;
let v320 = &(*v12)[v319];
let v321 = *v320;
*v308 = v321;

}

}
let v322 = *v307;
let v323 = &(*v47)[v23];
*v323 = v322;
let v324 = *v308;
let v325 = u32(65);
let v326 = v26 * v325;
let v327 = v326 + v25;
let v328 = &(*v48)[v327];
*v328 = v324;
let v329 = u32(256);
let v330 = v23 + v329;
let v331 = v330 / v24;
let v332 = v330 % v24;
let v333 = v305 + v332;
var<function> v4220_store: f32;
let v334 = &v4220_store;
*v334 = v54;
var<function> v4221_store: f32;
let v335 = &v4221_store;
*v335 = v54;
let v336 = v333 < v31;
if v336 {
let v337 = v331 < v128;
if v337 {
let v338 = v126 + v331;
let v339 = v338 * v31;
let v340 = v339 + v333;
let v341 = &(*v11)[v340];
let v342 = *v341;
*v334 = v342;

}
let v343 = v331 < v129;
if v343 {
let v344 = v127 + v331;
let v345 = v344 * v31;
let v346 = v345 + v333;
let v347 = &(*v12)[v346];
let v348 = *v347;
*v335 = v348;

}

}
let v349 = *v334;
let v350 = &(*v47)[v330];
*v350 = v349;
let v351 = *v335;
let v352 = v332 * v325;
let v353 = v352 + v331;
let v354 = &(*v48)[v353];
*v354 = v351;
let v355 = u32(512);
let v356 = v23 + v355;
let v357 = v356 / v24;
let v358 = v356 % v24;
let v359 = v305 + v358;
var<function> v4222_store: f32;
let v360 = &v4222_store;
*v360 = v54;
var<function> v4223_store: f32;
let v361 = &v4223_store;
*v361 = v54;
let v362 = v359 < v31;
if v362 {
let v363 = v357 < v128;
if v363 {
let v364 = v126 + v357;
let v365 = v364 * v31;
let v366 = v365 + v359;
let v367 = &(*v11)[v366];
let v368 = *v367;
*v360 = v368;

}
let v369 = v357 < v129;
if v369 {
let v370 = v127 + v357;
let v371 = v370 * v31;
let v372 = v371 + v359;
let v373 = &(*v12)[v372];
let v374 = *v373;
*v361 = v374;

}

}
let v375 = *v360;
let v376 = &(*v47)[v356];
*v376 = v375;
let v377 = *v361;
let v378 = v358 * v325;
let v379 = v378 + v357;
let v380 = &(*v48)[v379];
*v380 = v377;
let v381 = u32(768);
let v382 = v23 + v381;
let v383 = v382 / v24;
let v384 = v382 % v24;
let v385 = v305 + v384;
var<function> v4224_store: f32;
let v386 = &v4224_store;
*v386 = v54;
var<function> v4225_store: f32;
let v387 = &v4225_store;
*v387 = v54;
let v388 = v385 < v31;
if v388 {
let v389 = v383 < v128;
if v389 {
let v390 = v126 + v383;
let v391 = v390 * v31;
let v392 = v391 + v385;
let v393 = &(*v11)[v392];
let v394 = *v393;
*v386 = v394;

}
let v395 = v383 < v129;
if v395 {
let v396 = v127 + v383;
let v397 = v396 * v31;
let v398 = v397 + v385;
let v399 = &(*v12)[v398];
let v400 = *v399;
*v387 = v400;

}

}
let v401 = *v386;
let v402 = &(*v47)[v382];
*v402 = v401;
let v403 = *v387;
let v404 = v384 * v325;
let v405 = v404 + v383;
let v406 = &(*v48)[v405];
*v406 = v403;
workgroupBarrier();
for(var v407: u32 = v15; v407 < v24; v407 += v49) {
let v408 = v25 * v60;
let v409 = v408 * v24;
let v410 = v409 + v407;
let v411 = &(*v47)[v410];
let v412 = *v411;
let v413 = v407 * v325;
let v414 = v413 + v26;
let v415 = &(*v48)[v414];
let v416 = *v415;
let v417 = *v95;
let v418 = fma(v412, v416, v417);
*v95 = v418;
let v419 = v413 + v24;
let v420 = v419 + v26;
let v421 = &(*v48)[v420];
let v422 = *v421;
let v423 = *v97;
let v424 = fma(v412, v422, v423);
*v97 = v424;
let v425 = u32(32);
let v426 = v413 + v425;
let v427 = v426 + v26;
let v428 = &(*v48)[v427];
let v429 = *v428;
let v430 = *v99;
let v431 = fma(v412, v429, v430);
*v99 = v431;
let v432 = u32(48);
let v433 = v413 + v432;
let v434 = v433 + v26;
let v435 = &(*v48)[v434];
let v436 = *v435;
let v437 = *v101;
let v438 = fma(v412, v436, v437);
*v101 = v438;
let v439 = v408 + v49;
let v440 = v439 * v24;
let v441 = v440 + v407;
let v442 = &(*v47)[v441];
let v443 = *v442;
let v444 = *v103;
let v445 = fma(v443, v416, v444);
*v103 = v445;
let v446 = *v105;
let v447 = fma(v443, v422, v446);
*v105 = v447;
let v448 = *v107;
let v449 = fma(v443, v429, v448);
*v107 = v449;
let v450 = *v109;
let v451 = fma(v443, v436, v450);
*v109 = v451;
let v452 = v408 + v56;
let v453 = v452 * v24;
let v454 = v453 + v407;
let v455 = &(*v47)[v454];
let v456 = *v455;
let v457 = *v111;
let v458 = fma(v456, v416, v457);
*v111 = v458;
let v459 = *v113;
let v460 = fma(v456, v422, v459);
*v113 = v460;
let v461 = *v115;
let v462 = fma(v456, v429, v461);
*v115 = v462;
let v463 = *v117;
let v464 = fma(v456, v436, v463);
*v117 = v464;
let v465 = v408 + v58;
let v466 = v465 * v24;
let v467 = v466 + v407;
let v468 = &(*v47)[v467];
let v469 = *v468;
let v470 = *v119;
let v471 = fma(v469, v416, v470);
*v119 = v471;
let v472 = *v121;
let v473 = fma(v469, v422, v472);
*v121 = v473;
let v474 = *v123;
let v475 = fma(v469, v429, v474);
*v123 = v475;
let v476 = *v125;
let v477 = fma(v469, v436, v476);
*v125 = v477;

}

}
let v478 = v25 * v60;
let v479 = v32 + v478;
let v480 = v88 + v26;
let v481 = *v94;
let v482 = v481 * v21;
var<function> v4227_store: f32;
let v483 = &v4227_store;
*v483 = v482;
let v484 = v479 < v27;
let v485 = v480 < v28;
let v486 = v484 && v485;
var<function> v4228_store: bool;
let v487 = &v4228_store;
*v487 = v486;
let v488 = *v487;
if v488 {

}
let v489 = *v483;
let v490 = f32(-3.4028234663852886e38);
let v491 = select(v490, v489, v488);
var<function> v4229_store: f32;
let v492 = &v4229_store;
*v492 = v54;
var<function> v4230_store: f32;
let v493 = &v4230_store;
*v493 = v54;
if v484 {
let v494 = f32(1.0);
var<function> v4231_store: f32;
let v495 = &v4231_store;
*v495 = v494;
let v496 = *v95;
let v497 = v126 + v478;
let v498 = &(*v10)[v497];
let v499 = *v498;
let v500 = v16 / v56;
let v501 = v500 + v497;
let v502 = &(*v10)[v501];
let v503 = *v502;
let v504 = v491 == v490;
let v505 = v491 - v499;
let v506 = exp(v505);
let v507 = select(v506, v54, v504);
let v508 = *v495;
let v509 = v507 * v508;
let v510 = -v503;
let v511 = fma(v496, v508, v510);
let v512 = v507 * v511;
*v492 = v509;
*v493 = v512;

}
let v513 = *v492;
let v514 = v478 * v31;
let v515 = v514 + v26;
let v516 = &(*v50)[v515];
*v516 = v513;
let v517 = *v493;
let v518 = &(*v51)[v515];
*v518 = v517;
let v519 = v24 + v26;
let v520 = v88 + v519;
let v521 = *v96;
let v522 = v521 * v21;
var<function> v4232_store: f32;
let v523 = &v4232_store;
*v523 = v522;
let v524 = v520 < v28;
let v525 = v484 && v524;
var<function> v4233_store: bool;
let v526 = &v4233_store;
*v526 = v525;
let v527 = *v526;
if v527 {

}
let v528 = *v523;
let v529 = select(v490, v528, v527);
var<function> v4234_store: f32;
let v530 = &v4234_store;
*v530 = v54;
var<function> v4235_store: f32;
let v531 = &v4235_store;
*v531 = v54;
if v484 {
let v532 = f32(1.0);
var<function> v4236_store: f32;
let v533 = &v4236_store;
*v533 = v532;
let v534 = *v97;
let v535 = v126 + v478;
let v536 = &(*v10)[v535];
let v537 = *v536;
let v538 = v16 / v56;
let v539 = v538 + v535;
let v540 = &(*v10)[v539];
let v541 = *v540;
let v542 = v529 == v490;
let v543 = v529 - v537;
let v544 = exp(v543);
let v545 = select(v544, v54, v542);
let v546 = *v533;
let v547 = v545 * v546;
let v548 = -v541;
let v549 = fma(v534, v546, v548);
let v550 = v545 * v549;
*v530 = v547;
*v531 = v550;

}
let v551 = *v530;
let v552 = v514 + v519;
let v553 = &(*v50)[v552];
*v553 = v551;
let v554 = *v531;
let v555 = &(*v51)[v552];
*v555 = v554;
let v556 = u32(32);
let v557 = v556 + v26;
let v558 = v88 + v557;
let v559 = *v98;
let v560 = v559 * v21;
var<function> v4237_store: f32;
let v561 = &v4237_store;
*v561 = v560;
let v562 = v558 < v28;
let v563 = v484 && v562;
var<function> v4238_store: bool;
let v564 = &v4238_store;
*v564 = v563;
let v565 = *v564;
if v565 {

}
let v566 = *v561;
let v567 = select(v490, v566, v565);
var<function> v4239_store: f32;
let v568 = &v4239_store;
*v568 = v54;
var<function> v4240_store: f32;
let v569 = &v4240_store;
*v569 = v54;
if v484 {
let v570 = f32(1.0);
var<function> v4241_store: f32;
let v571 = &v4241_store;
*v571 = v570;
let v572 = *v99;
let v573 = v126 + v478;
let v574 = &(*v10)[v573];
let v575 = *v574;
let v576 = v16 / v56;
let v577 = v576 + v573;
let v578 = &(*v10)[v577];
let v579 = *v578;
let v580 = v567 == v490;
let v581 = v567 - v575;
let v582 = exp(v581);
let v583 = select(v582, v54, v580);
let v584 = *v571;
let v585 = v583 * v584;
let v586 = -v579;
let v587 = fma(v572, v584, v586);
let v588 = v583 * v587;
*v568 = v585;
*v569 = v588;

}
let v589 = *v568;
let v590 = v514 + v557;
let v591 = &(*v50)[v590];
*v591 = v589;
let v592 = *v569;
let v593 = &(*v51)[v590];
*v593 = v592;
let v594 = u32(48);
let v595 = v594 + v26;
let v596 = v88 + v595;
let v597 = *v100;
let v598 = v597 * v21;
var<function> v4242_store: f32;
let v599 = &v4242_store;
*v599 = v598;
let v600 = v596 < v28;
let v601 = v484 && v600;
var<function> v4243_store: bool;
let v602 = &v4243_store;
*v602 = v601;
let v603 = *v602;
if v603 {

}
let v604 = *v599;
let v605 = select(v490, v604, v603);
var<function> v4244_store: f32;
let v606 = &v4244_store;
*v606 = v54;
var<function> v4245_store: f32;
let v607 = &v4245_store;
*v607 = v54;
if v484 {
let v608 = f32(1.0);
var<function> v4246_store: f32;
let v609 = &v4246_store;
*v609 = v608;
let v610 = *v101;
let v611 = v126 + v478;
let v612 = &(*v10)[v611];
let v613 = *v612;
let v614 = v16 / v56;
let v615 = v614 + v611;
let v616 = &(*v10)[v615];
let v617 = *v616;
let v618 = v605 == v490;
let v619 = v605 - v613;
let v620 = exp(v619);
let v621 = select(v620, v54, v618);
let v622 = *v609;
let v623 = v621 * v622;
let v624 = -v617;
let v625 = fma(v610, v622, v624);
let v626 = v621 * v625;
*v606 = v623;
*v607 = v626;

}
let v627 = *v606;
let v628 = v514 + v595;
let v629 = &(*v50)[v628];
*v629 = v627;
let v630 = *v607;
let v631 = &(*v51)[v628];
*v631 = v630;
let v632 = v478 + v49;
let v633 = v32 + v632;
let v634 = *v102;
let v635 = v634 * v21;
var<function> v4247_store: f32;
let v636 = &v4247_store;
*v636 = v635;
let v637 = v633 < v27;
let v638 = v637 && v485;
var<function> v4248_store: bool;
let v639 = &v4248_store;
*v639 = v638;
let v640 = *v639;
if v640 {

}
let v641 = *v636;
let v642 = select(v490, v641, v640);
var<function> v4249_store: f32;
let v643 = &v4249_store;
*v643 = v54;
var<function> v4250_store: f32;
let v644 = &v4250_store;
*v644 = v54;
if v637 {
let v645 = f32(1.0);
var<function> v4251_store: f32;
let v646 = &v4251_store;
*v646 = v645;
let v647 = *v103;
let v648 = v126 + v632;
let v649 = &(*v10)[v648];
let v650 = *v649;
let v651 = v16 / v56;
let v652 = v651 + v648;
let v653 = &(*v10)[v652];
let v654 = *v653;
let v655 = v642 == v490;
let v656 = v642 - v650;
let v657 = exp(v656);
let v658 = select(v657, v54, v655);
let v659 = *v646;
let v660 = v658 * v659;
let v661 = -v654;
let v662 = fma(v647, v659, v661);
let v663 = v658 * v662;
*v643 = v660;
*v644 = v663;

}
let v664 = *v643;
let v665 = v632 * v31;
let v666 = v665 + v26;
let v667 = &(*v50)[v666];
*v667 = v664;
let v668 = *v644;
let v669 = &(*v51)[v666];
*v669 = v668;
let v670 = *v104;
let v671 = v670 * v21;
var<function> v4252_store: f32;
let v672 = &v4252_store;
*v672 = v671;
let v673 = v637 && v524;
var<function> v4253_store: bool;
let v674 = &v4253_store;
*v674 = v673;
let v675 = *v674;
if v675 {

}
let v676 = *v672;
let v677 = select(v490, v676, v675);
var<function> v4254_store: f32;
let v678 = &v4254_store;
*v678 = v54;
var<function> v4255_store: f32;
let v679 = &v4255_store;
*v679 = v54;
if v637 {
let v680 = f32(1.0);
var<function> v4256_store: f32;
let v681 = &v4256_store;
*v681 = v680;
let v682 = *v105;
let v683 = v126 + v632;
let v684 = &(*v10)[v683];
let v685 = *v684;
let v686 = v16 / v56;
let v687 = v686 + v683;
let v688 = &(*v10)[v687];
let v689 = *v688;
let v690 = v677 == v490;
let v691 = v677 - v685;
let v692 = exp(v691);
let v693 = select(v692, v54, v690);
let v694 = *v681;
let v695 = v693 * v694;
let v696 = -v689;
let v697 = fma(v682, v694, v696);
let v698 = v693 * v697;
*v678 = v695;
*v679 = v698;

}
let v699 = *v678;
let v700 = v665 + v519;
let v701 = &(*v50)[v700];
*v701 = v699;
let v702 = *v679;
let v703 = &(*v51)[v700];
*v703 = v702;
let v704 = *v106;
let v705 = v704 * v21;
var<function> v4257_store: f32;
let v706 = &v4257_store;
*v706 = v705;
let v707 = v637 && v562;
var<function> v4258_store: bool;
let v708 = &v4258_store;
*v708 = v707;
let v709 = *v708;
if v709 {

}
let v710 = *v706;
let v711 = select(v490, v710, v709);
var<function> v4259_store: f32;
let v712 = &v4259_store;
*v712 = v54;
var<function> v4260_store: f32;
let v713 = &v4260_store;
*v713 = v54;
if v637 {
let v714 = f32(1.0);
var<function> v4261_store: f32;
let v715 = &v4261_store;
*v715 = v714;
let v716 = *v107;
let v717 = v126 + v632;
let v718 = &(*v10)[v717];
let v719 = *v718;
let v720 = v16 / v56;
let v721 = v720 + v717;
let v722 = &(*v10)[v721];
let v723 = *v722;
let v724 = v711 == v490;
let v725 = v711 - v719;
let v726 = exp(v725);
let v727 = select(v726, v54, v724);
let v728 = *v715;
let v729 = v727 * v728;
let v730 = -v723;
let v731 = fma(v716, v728, v730);
let v732 = v727 * v731;
*v712 = v729;
*v713 = v732;

}
let v733 = *v712;
let v734 = v665 + v557;
let v735 = &(*v50)[v734];
*v735 = v733;
let v736 = *v713;
let v737 = &(*v51)[v734];
*v737 = v736;
let v738 = *v108;
let v739 = v738 * v21;
var<function> v4262_store: f32;
let v740 = &v4262_store;
*v740 = v739;
let v741 = v637 && v600;
var<function> v4263_store: bool;
let v742 = &v4263_store;
*v742 = v741;
let v743 = *v742;
if v743 {

}
let v744 = *v740;
let v745 = select(v490, v744, v743);
var<function> v4264_store: f32;
let v746 = &v4264_store;
*v746 = v54;
var<function> v4265_store: f32;
let v747 = &v4265_store;
*v747 = v54;
if v637 {
let v748 = f32(1.0);
var<function> v4266_store: f32;
let v749 = &v4266_store;
*v749 = v748;
let v750 = *v109;
let v751 = v126 + v632;
let v752 = &(*v10)[v751];
let v753 = *v752;
let v754 = v16 / v56;
let v755 = v754 + v751;
let v756 = &(*v10)[v755];
let v757 = *v756;
let v758 = v745 == v490;
let v759 = v745 - v753;
let v760 = exp(v759);
let v761 = select(v760, v54, v758);
let v762 = *v749;
let v763 = v761 * v762;
let v764 = -v757;
let v765 = fma(v750, v762, v764);
let v766 = v761 * v765;
*v746 = v763;
*v747 = v766;

}
let v767 = *v746;
let v768 = v665 + v595;
let v769 = &(*v50)[v768];
*v769 = v767;
let v770 = *v747;
let v771 = &(*v51)[v768];
*v771 = v770;
let v772 = v478 + v56;
let v773 = v32 + v772;
let v774 = *v110;
let v775 = v774 * v21;
var<function> v4267_store: f32;
let v776 = &v4267_store;
*v776 = v775;
let v777 = v773 < v27;
let v778 = v777 && v485;
var<function> v4268_store: bool;
let v779 = &v4268_store;
*v779 = v778;
let v780 = *v779;
if v780 {

}
let v781 = *v776;
let v782 = select(v490, v781, v780);
var<function> v4269_store: f32;
let v783 = &v4269_store;
*v783 = v54;
var<function> v4270_store: f32;
let v784 = &v4270_store;
*v784 = v54;
if v777 {
let v785 = f32(1.0);
var<function> v4271_store: f32;
let v786 = &v4271_store;
*v786 = v785;
let v787 = *v111;
let v788 = v126 + v772;
let v789 = &(*v10)[v788];
let v790 = *v789;
let v791 = v16 / v56;
let v792 = v791 + v788;
let v793 = &(*v10)[v792];
let v794 = *v793;
let v795 = v782 == v490;
let v796 = v782 - v790;
let v797 = exp(v796);
let v798 = select(v797, v54, v795);
let v799 = *v786;
let v800 = v798 * v799;
let v801 = -v794;
let v802 = fma(v787, v799, v801);
let v803 = v798 * v802;
*v783 = v800;
*v784 = v803;

}
let v804 = *v783;
let v805 = v772 * v31;
let v806 = v805 + v26;
let v807 = &(*v50)[v806];
*v807 = v804;
let v808 = *v784;
let v809 = &(*v51)[v806];
*v809 = v808;
let v810 = *v112;
let v811 = v810 * v21;
var<function> v4272_store: f32;
let v812 = &v4272_store;
*v812 = v811;
let v813 = v777 && v524;
var<function> v4273_store: bool;
let v814 = &v4273_store;
*v814 = v813;
let v815 = *v814;
if v815 {

}
let v816 = *v812;
let v817 = select(v490, v816, v815);
var<function> v4274_store: f32;
let v818 = &v4274_store;
*v818 = v54;
var<function> v4275_store: f32;
let v819 = &v4275_store;
*v819 = v54;
if v777 {
let v820 = f32(1.0);
var<function> v4276_store: f32;
let v821 = &v4276_store;
*v821 = v820;
let v822 = *v113;
let v823 = v126 + v772;
let v824 = &(*v10)[v823];
let v825 = *v824;
let v826 = v16 / v56;
let v827 = v826 + v823;
let v828 = &(*v10)[v827];
let v829 = *v828;
let v830 = v817 == v490;
let v831 = v817 - v825;
let v832 = exp(v831);
let v833 = select(v832, v54, v830);
let v834 = *v821;
let v835 = v833 * v834;
let v836 = -v829;
let v837 = fma(v822, v834, v836);
let v838 = v833 * v837;
*v818 = v835;
*v819 = v838;

}
let v839 = *v818;
let v840 = v805 + v519;
let v841 = &(*v50)[v840];
*v841 = v839;
let v842 = *v819;
let v843 = &(*v51)[v840];
*v843 = v842;
let v844 = *v114;
let v845 = v844 * v21;
var<function> v4277_store: f32;
let v846 = &v4277_store;
*v846 = v845;
let v847 = v777 && v562;
var<function> v4278_store: bool;
let v848 = &v4278_store;
*v848 = v847;
let v849 = *v848;
if v849 {

}
let v850 = *v846;
let v851 = select(v490, v850, v849);
var<function> v4279_store: f32;
let v852 = &v4279_store;
*v852 = v54;
var<function> v4280_store: f32;
let v853 = &v4280_store;
*v853 = v54;
if v777 {
let v854 = f32(1.0);
var<function> v4281_store: f32;
let v855 = &v4281_store;
*v855 = v854;
let v856 = *v115;
let v857 = v126 + v772;
let v858 = &(*v10)[v857];
let v859 = *v858;
let v860 = v16 / v56;
let v861 = v860 + v857;
let v862 = &(*v10)[v861];
let v863 = *v862;
let v864 = v851 == v490;
let v865 = v851 - v859;
let v866 = exp(v865);
let v867 = select(v866, v54, v864);
let v868 = *v855;
let v869 = v867 * v868;
let v870 = -v863;
let v871 = fma(v856, v868, v870);
let v872 = v867 * v871;
*v852 = v869;
*v853 = v872;

}
let v873 = *v852;
let v874 = v805 + v557;
let v875 = &(*v50)[v874];
*v875 = v873;
let v876 = *v853;
let v877 = &(*v51)[v874];
*v877 = v876;
let v878 = *v116;
let v879 = v878 * v21;
var<function> v4282_store: f32;
let v880 = &v4282_store;
*v880 = v879;
let v881 = v777 && v600;
var<function> v4283_store: bool;
let v882 = &v4283_store;
*v882 = v881;
let v883 = *v882;
if v883 {

}
let v884 = *v880;
let v885 = select(v490, v884, v883);
var<function> v4284_store: f32;
let v886 = &v4284_store;
*v886 = v54;
var<function> v4285_store: f32;
let v887 = &v4285_store;
*v887 = v54;
if v777 {
let v888 = f32(1.0);
var<function> v4286_store: f32;
let v889 = &v4286_store;
*v889 = v888;
let v890 = *v117;
let v891 = v126 + v772;
let v892 = &(*v10)[v891];
let v893 = *v892;
let v894 = v16 / v56;
let v895 = v894 + v891;
let v896 = &(*v10)[v895];
let v897 = *v896;
let v898 = v885 == v490;
let v899 = v885 - v893;
let v900 = exp(v899);
let v901 = select(v900, v54, v898);
let v902 = *v889;
let v903 = v901 * v902;
let v904 = -v897;
let v905 = fma(v890, v902, v904);
let v906 = v901 * v905;
*v886 = v903;
*v887 = v906;

}
let v907 = *v886;
let v908 = v805 + v595;
let v909 = &(*v50)[v908];
*v909 = v907;
let v910 = *v887;
let v911 = &(*v51)[v908];
*v911 = v910;
let v912 = v478 + v58;
let v913 = v32 + v912;
let v914 = *v118;
let v915 = v914 * v21;
var<function> v4287_store: f32;
let v916 = &v4287_store;
*v916 = v915;
let v917 = v913 < v27;
let v918 = v917 && v485;
var<function> v4288_store: bool;
let v919 = &v4288_store;
*v919 = v918;
let v920 = *v919;
if v920 {

}
let v921 = *v916;
let v922 = select(v490, v921, v920);
var<function> v4289_store: f32;
let v923 = &v4289_store;
*v923 = v54;
var<function> v4290_store: f32;
let v924 = &v4290_store;
*v924 = v54;
if v917 {
let v925 = f32(1.0);
var<function> v4291_store: f32;
let v926 = &v4291_store;
*v926 = v925;
let v927 = *v119;
let v928 = v126 + v912;
let v929 = &(*v10)[v928];
let v930 = *v929;
let v931 = v16 / v56;
let v932 = v931 + v928;
let v933 = &(*v10)[v932];
let v934 = *v933;
let v935 = v922 == v490;
let v936 = v922 - v930;
let v937 = exp(v936);
let v938 = select(v937, v54, v935);
let v939 = *v926;
let v940 = v938 * v939;
let v941 = -v934;
let v942 = fma(v927, v939, v941);
let v943 = v938 * v942;
*v923 = v940;
*v924 = v943;

}
let v944 = *v923;
let v945 = v912 * v31;
let v946 = v945 + v26;
let v947 = &(*v50)[v946];
*v947 = v944;
let v948 = *v924;
let v949 = &(*v51)[v946];
*v949 = v948;
let v950 = *v120;
let v951 = v950 * v21;
var<function> v4292_store: f32;
let v952 = &v4292_store;
*v952 = v951;
let v953 = v917 && v524;
var<function> v4293_store: bool;
let v954 = &v4293_store;
*v954 = v953;
let v955 = *v954;
if v955 {

}
let v956 = *v952;
let v957 = select(v490, v956, v955);
var<function> v4294_store: f32;
let v958 = &v4294_store;
*v958 = v54;
var<function> v4295_store: f32;
let v959 = &v4295_store;
*v959 = v54;
if v917 {
let v960 = f32(1.0);
var<function> v4296_store: f32;
let v961 = &v4296_store;
*v961 = v960;
let v962 = *v121;
let v963 = v126 + v912;
let v964 = &(*v10)[v963];
let v965 = *v964;
let v966 = v16 / v56;
let v967 = v966 + v963;
let v968 = &(*v10)[v967];
let v969 = *v968;
let v970 = v957 == v490;
let v971 = v957 - v965;
let v972 = exp(v971);
let v973 = select(v972, v54, v970);
let v974 = *v961;
let v975 = v973 * v974;
let v976 = -v969;
let v977 = fma(v962, v974, v976);
let v978 = v973 * v977;
*v958 = v975;
*v959 = v978;

}
let v979 = *v958;
let v980 = v945 + v519;
let v981 = &(*v50)[v980];
*v981 = v979;
let v982 = *v959;
let v983 = &(*v51)[v980];
*v983 = v982;
let v984 = *v122;
let v985 = v984 * v21;
var<function> v4297_store: f32;
let v986 = &v4297_store;
*v986 = v985;
let v987 = v917 && v562;
var<function> v4298_store: bool;
let v988 = &v4298_store;
*v988 = v987;
let v989 = *v988;
if v989 {

}
let v990 = *v986;
let v991 = select(v490, v990, v989);
var<function> v4299_store: f32;
let v992 = &v4299_store;
*v992 = v54;
var<function> v4300_store: f32;
let v993 = &v4300_store;
*v993 = v54;
if v917 {
let v994 = f32(1.0);
var<function> v4301_store: f32;
let v995 = &v4301_store;
*v995 = v994;
let v996 = *v123;
let v997 = v126 + v912;
let v998 = &(*v10)[v997];
let v999 = *v998;
let v1000 = v16 / v56;
let v1001 = v1000 + v997;
let v1002 = &(*v10)[v1001];
let v1003 = *v1002;
let v1004 = v991 == v490;
let v1005 = v991 - v999;
let v1006 = exp(v1005);
let v1007 = select(v1006, v54, v1004);
let v1008 = *v995;
let v1009 = v1007 * v1008;
let v1010 = -v1003;
let v1011 = fma(v996, v1008, v1010);
let v1012 = v1007 * v1011;
*v992 = v1009;
*v993 = v1012;

}
let v1013 = *v992;
let v1014 = v945 + v557;
let v1015 = &(*v50)[v1014];
*v1015 = v1013;
let v1016 = *v993;
let v1017 = &(*v51)[v1014];
*v1017 = v1016;
let v1018 = *v124;
let v1019 = v1018 * v21;
var<function> v4302_store: f32;
let v1020 = &v4302_store;
*v1020 = v1019;
let v1021 = v917 && v600;
var<function> v4303_store: bool;
let v1022 = &v4303_store;
*v1022 = v1021;
let v1023 = *v1022;
if v1023 {

}
let v1024 = *v1020;
let v1025 = select(v490, v1024, v1023);
var<function> v4304_store: f32;
let v1026 = &v4304_store;
*v1026 = v54;
var<function> v4305_store: f32;
let v1027 = &v4305_store;
*v1027 = v54;
if v917 {
let v1028 = f32(1.0);
var<function> v4306_store: f32;
let v1029 = &v4306_store;
*v1029 = v1028;
let v1030 = *v125;
let v1031 = v126 + v912;
let v1032 = &(*v10)[v1031];
let v1033 = *v1032;
let v1034 = v16 / v56;
let v1035 = v1034 + v1031;
let v1036 = &(*v10)[v1035];
let v1037 = *v1036;
let v1038 = v1025 == v490;
let v1039 = v1025 - v1033;
let v1040 = exp(v1039);
let v1041 = select(v1040, v54, v1038);
let v1042 = *v1029;
let v1043 = v1041 * v1042;
let v1044 = -v1037;
let v1045 = fma(v1030, v1042, v1044);
let v1046 = v1041 * v1045;
*v1026 = v1043;
*v1027 = v1046;

}
let v1047 = *v1026;
let v1048 = v945 + v595;
let v1049 = &(*v50)[v1048];
*v1049 = v1047;
let v1050 = *v1027;
let v1051 = &(*v51)[v1048];
*v1051 = v1050;
workgroupBarrier();
workgroupBarrier();
var<function> v4307_store: f32;
let v1052 = &v4307_store;
*v1052 = v54;
let v1053 = v26 < v31;
let v1054 = v25 < v129;
let v1055 = v1053 && v1054;
if v1055 {
let v1056 = v127 + v25;
let v1057 = v1056 * v31;
let v1058 = v1057 + v26;
let v1059 = &(*v13)[v1058];
let v1060 = *v1059;
*v1052 = v1060;

}
let v1061 = *v1052;
let v1062 = v1061 * v21;
let v1063 = &(*v48)[v23];
*v1063 = v1062;
let v1064 = u32(256);
let v1065 = v23 + v1064;
let v1066 = v1065 / v24;
let v1067 = v1065 % v24;
var<function> v4308_store: f32;
let v1068 = &v4308_store;
*v1068 = v54;
let v1069 = v1067 < v31;
let v1070 = v1066 < v129;
let v1071 = v1069 && v1070;
if v1071 {
let v1072 = v127 + v1066;
let v1073 = v1072 * v31;
let v1074 = v1073 + v1067;
let v1075 = &(*v13)[v1074];
let v1076 = *v1075;
*v1068 = v1076;

}
let v1077 = *v1068;
let v1078 = v1077 * v21;
let v1079 = &(*v48)[v1065];
*v1079 = v1078;
let v1080 = u32(512);
let v1081 = v23 + v1080;
let v1082 = v1081 / v24;
let v1083 = v1081 % v24;
var<function> v4309_store: f32;
let v1084 = &v4309_store;
*v1084 = v54;
let v1085 = v1083 < v31;
let v1086 = v1082 < v129;
let v1087 = v1085 && v1086;
if v1087 {
let v1088 = v127 + v1082;
let v1089 = v1088 * v31;
let v1090 = v1089 + v1083;
let v1091 = &(*v13)[v1090];
let v1092 = *v1091;
*v1084 = v1092;

}
let v1093 = *v1084;
let v1094 = v1093 * v21;
let v1095 = &(*v48)[v1081];
*v1095 = v1094;
let v1096 = u32(768);
let v1097 = v23 + v1096;
let v1098 = v1097 / v24;
let v1099 = v1097 % v24;
var<function> v4310_store: f32;
let v1100 = &v4310_store;
*v1100 = v54;
let v1101 = v1099 < v31;
let v1102 = v1098 < v129;
let v1103 = v1101 && v1102;
if v1103 {
let v1104 = v127 + v1098;
let v1105 = v1104 * v31;
let v1106 = v1105 + v1099;
let v1107 = &(*v13)[v1106];
let v1108 = *v1107;
*v1100 = v1108;

}
let v1109 = *v1100;
let v1110 = v1109 * v21;
let v1111 = &(*v48)[v1097];
*v1111 = v1110;
workgroupBarrier();
for(var v1112: u32 = v15; v1112 < v31; v1112 += v49) {
let v1113 = v1112 * v24;
let v1114 = v1113 + v26;
let v1115 = &(*v48)[v1114];
let v1116 = *v1115;
let v1117 = v514 + v1112;
let v1118 = &(*v51)[v1117];
let v1119 = *v1118;
let v1120 = *v53;
let v1121 = fma(v1119, v1116, v1120);
*v53 = v1121;
let v1122 = v665 + v1112;
let v1123 = &(*v51)[v1122];
let v1124 = *v1123;
let v1125 = *v61;
let v1126 = fma(v1124, v1116, v1125);
*v61 = v1126;
let v1127 = v805 + v1112;
let v1128 = &(*v51)[v1127];
let v1129 = *v1128;
let v1130 = *v69;
let v1131 = fma(v1129, v1116, v1130);
*v69 = v1131;
let v1132 = v945 + v1112;
let v1133 = &(*v51)[v1132];
let v1134 = *v1133;
let v1135 = *v77;
let v1136 = fma(v1134, v1116, v1135);
*v77 = v1136;

}
workgroupBarrier();
var<function> v4312_store: f32;
let v1137 = &v4312_store;
*v1137 = v54;
let v1138 = v519 < v31;
let v1139 = v1138 && v1054;
if v1139 {
let v1140 = v127 + v25;
let v1141 = v1140 * v31;
let v1142 = v1141 + v519;
let v1143 = &(*v13)[v1142];
let v1144 = *v1143;
*v1137 = v1144;

}
let v1145 = *v1137;
let v1146 = v1145 * v21;
*v1063 = v1146;
let v1147 = v24 + v1067;
var<function> v4313_store: f32;
let v1148 = &v4313_store;
*v1148 = v54;
let v1149 = v1147 < v31;
let v1150 = v1149 && v1070;
if v1150 {
let v1151 = v127 + v1066;
let v1152 = v1151 * v31;
let v1153 = v1152 + v1147;
let v1154 = &(*v13)[v1153];
let v1155 = *v1154;
*v1148 = v1155;

}
let v1156 = *v1148;
let v1157 = v1156 * v21;
*v1079 = v1157;
let v1158 = v24 + v1083;
var<function> v4314_store: f32;
let v1159 = &v4314_store;
*v1159 = v54;
let v1160 = v1158 < v31;
let v1161 = v1160 && v1086;
if v1161 {
let v1162 = v127 + v1082;
let v1163 = v1162 * v31;
let v1164 = v1163 + v1158;
let v1165 = &(*v13)[v1164];
let v1166 = *v1165;
*v1159 = v1166;

}
let v1167 = *v1159;
let v1168 = v1167 * v21;
*v1095 = v1168;
let v1169 = v24 + v1099;
var<function> v4315_store: f32;
let v1170 = &v4315_store;
*v1170 = v54;
let v1171 = v1169 < v31;
let v1172 = v1171 && v1102;
if v1172 {
let v1173 = v127 + v1098;
let v1174 = v1173 * v31;
let v1175 = v1174 + v1169;
let v1176 = &(*v13)[v1175];
let v1177 = *v1176;
*v1170 = v1177;

}
let v1178 = *v1170;
let v1179 = v1178 * v21;
*v1111 = v1179;
workgroupBarrier();
for(var v1180: u32 = v15; v1180 < v31; v1180 += v49) {
let v1181 = v1180 * v24;
let v1182 = v1181 + v26;
let v1183 = &(*v48)[v1182];
let v1184 = *v1183;
let v1185 = v514 + v1180;
let v1186 = &(*v51)[v1185];
let v1187 = *v1186;
let v1188 = *v55;
let v1189 = fma(v1187, v1184, v1188);
*v55 = v1189;
let v1190 = v665 + v1180;
let v1191 = &(*v51)[v1190];
let v1192 = *v1191;
let v1193 = *v63;
let v1194 = fma(v1192, v1184, v1193);
*v63 = v1194;
let v1195 = v805 + v1180;
let v1196 = &(*v51)[v1195];
let v1197 = *v1196;
let v1198 = *v71;
let v1199 = fma(v1197, v1184, v1198);
*v71 = v1199;
let v1200 = v945 + v1180;
let v1201 = &(*v51)[v1200];
let v1202 = *v1201;
let v1203 = *v79;
let v1204 = fma(v1202, v1184, v1203);
*v79 = v1204;

}
workgroupBarrier();
var<function> v4317_store: f32;
let v1205 = &v4317_store;
*v1205 = v54;
let v1206 = v557 < v31;
let v1207 = v1206 && v1054;
if v1207 {
let v1208 = v127 + v25;
let v1209 = v1208 * v31;
let v1210 = v1209 + v557;
let v1211 = &(*v13)[v1210];
let v1212 = *v1211;
*v1205 = v1212;

}
let v1213 = *v1205;
let v1214 = v1213 * v21;
*v1063 = v1214;
let v1215 = v556 + v1067;
var<function> v4318_store: f32;
let v1216 = &v4318_store;
*v1216 = v54;
let v1217 = v1215 < v31;
let v1218 = v1217 && v1070;
if v1218 {
let v1219 = v127 + v1066;
let v1220 = v1219 * v31;
let v1221 = v1220 + v1215;
let v1222 = &(*v13)[v1221];
let v1223 = *v1222;
*v1216 = v1223;

}
let v1224 = *v1216;
let v1225 = v1224 * v21;
*v1079 = v1225;
let v1226 = v556 + v1083;
var<function> v4319_store: f32;
let v1227 = &v4319_store;
*v1227 = v54;
let v1228 = v1226 < v31;
let v1229 = v1228 && v1086;
if v1229 {
let v1230 = v127 + v1082;
let v1231 = v1230 * v31;
let v1232 = v1231 + v1226;
let v1233 = &(*v13)[v1232];
let v1234 = *v1233;
*v1227 = v1234;

}
let v1235 = *v1227;
let v1236 = v1235 * v21;
*v1095 = v1236;
let v1237 = v556 + v1099;
var<function> v4320_store: f32;
let v1238 = &v4320_store;
*v1238 = v54;
let v1239 = v1237 < v31;
let v1240 = v1239 && v1102;
if v1240 {
let v1241 = v127 + v1098;
let v1242 = v1241 * v31;
let v1243 = v1242 + v1237;
let v1244 = &(*v13)[v1243];
let v1245 = *v1244;
*v1238 = v1245;

}
let v1246 = *v1238;
let v1247 = v1246 * v21;
*v1111 = v1247;
workgroupBarrier();
for(var v1248: u32 = v15; v1248 < v31; v1248 += v49) {
let v1249 = v1248 * v24;
let v1250 = v1249 + v26;
let v1251 = &(*v48)[v1250];
let v1252 = *v1251;
let v1253 = v514 + v1248;
let v1254 = &(*v51)[v1253];
let v1255 = *v1254;
let v1256 = *v57;
let v1257 = fma(v1255, v1252, v1256);
*v57 = v1257;
let v1258 = v665 + v1248;
let v1259 = &(*v51)[v1258];
let v1260 = *v1259;
let v1261 = *v65;
let v1262 = fma(v1260, v1252, v1261);
*v65 = v1262;
let v1263 = v805 + v1248;
let v1264 = &(*v51)[v1263];
let v1265 = *v1264;
let v1266 = *v73;
let v1267 = fma(v1265, v1252, v1266);
*v73 = v1267;
let v1268 = v945 + v1248;
let v1269 = &(*v51)[v1268];
let v1270 = *v1269;
let v1271 = *v81;
let v1272 = fma(v1270, v1252, v1271);
*v81 = v1272;

}
workgroupBarrier();
var<function> v4322_store: f32;
let v1273 = &v4322_store;
*v1273 = v54;
let v1274 = v595 < v31;
let v1275 = v1274 && v1054;
if v1275 {
let v1276 = v127 + v25;
let v1277 = v1276 * v31;
let v1278 = v1277 + v595;
let v1279 = &(*v13)[v1278];
let v1280 = *v1279;
*v1273 = v1280;

}
let v1281 = *v1273;
let v1282 = v1281 * v21;
*v1063 = v1282;
let v1283 = v594 + v1067;
var<function> v4323_store: f32;
let v1284 = &v4323_store;
*v1284 = v54;
let v1285 = v1283 < v31;
let v1286 = v1285 && v1070;
if v1286 {
let v1287 = v127 + v1066;
let v1288 = v1287 * v31;
let v1289 = v1288 + v1283;
let v1290 = &(*v13)[v1289];
let v1291 = *v1290;
*v1284 = v1291;

}
let v1292 = *v1284;
let v1293 = v1292 * v21;
*v1079 = v1293;
let v1294 = v594 + v1083;
var<function> v4324_store: f32;
let v1295 = &v4324_store;
*v1295 = v54;
let v1296 = v1294 < v31;
let v1297 = v1296 && v1086;
if v1297 {
let v1298 = v127 + v1082;
let v1299 = v1298 * v31;
let v1300 = v1299 + v1294;
let v1301 = &(*v13)[v1300];
let v1302 = *v1301;
*v1295 = v1302;

}
let v1303 = *v1295;
let v1304 = v1303 * v21;
*v1095 = v1304;
let v1305 = v594 + v1099;
var<function> v4325_store: f32;
let v1306 = &v4325_store;
*v1306 = v54;
let v1307 = v1305 < v31;
let v1308 = v1307 && v1102;
if v1308 {
let v1309 = v127 + v1098;
let v1310 = v1309 * v31;
let v1311 = v1310 + v1305;
let v1312 = &(*v13)[v1311];
let v1313 = *v1312;
*v1306 = v1313;

}
let v1314 = *v1306;
let v1315 = v1314 * v21;
*v1111 = v1315;
workgroupBarrier();
for(var v1316: u32 = v15; v1316 < v31; v1316 += v49) {
let v1317 = v1316 * v24;
let v1318 = v1317 + v26;
let v1319 = &(*v48)[v1318];
let v1320 = *v1319;
let v1321 = v514 + v1316;
let v1322 = &(*v51)[v1321];
let v1323 = *v1322;
let v1324 = *v59;
let v1325 = fma(v1323, v1320, v1324);
*v59 = v1325;
let v1326 = v665 + v1316;
let v1327 = &(*v51)[v1326];
let v1328 = *v1327;
let v1329 = *v67;
let v1330 = fma(v1328, v1320, v1329);
*v67 = v1330;
let v1331 = v805 + v1316;
let v1332 = &(*v51)[v1331];
let v1333 = *v1332;
let v1334 = *v75;
let v1335 = fma(v1333, v1320, v1334);
*v75 = v1335;
let v1336 = v945 + v1316;
let v1337 = &(*v51)[v1336];
let v1338 = *v1337;
let v1339 = *v83;
let v1340 = fma(v1338, v1320, v1339);
*v83 = v1340;

}
workgroupBarrier();

}

}
let v1341 = v25 * v60;
let v1342 = v32 + v1341;
let v1343 = v1342 < v27;
let v1344 = v26 < v31;
let v1345 = v1343 && v1344;
if v1345 {
let v1346 = *v53;
let v1347 = v41 + v1342;
let v1348 = v1347 * v31;
let v1349 = v1348 + v26;
let v1350 = &(*v9)[v1349];
*v1350 = v1346;

}
let v1351 = v24 + v26;
let v1352 = v1351 < v31;
let v1353 = v1343 && v1352;
if v1353 {
let v1354 = *v55;
let v1355 = v41 + v1342;
let v1356 = v1355 * v31;
let v1357 = v1356 + v1351;
let v1358 = &(*v9)[v1357];
*v1358 = v1354;

}
let v1359 = u32(32);
let v1360 = v1359 + v26;
let v1361 = v1360 < v31;
let v1362 = v1343 && v1361;
if v1362 {
let v1363 = *v57;
let v1364 = v41 + v1342;
let v1365 = v1364 * v31;
let v1366 = v1365 + v1360;
let v1367 = &(*v9)[v1366];
*v1367 = v1363;

}
let v1368 = u32(48);
let v1369 = v1368 + v26;
let v1370 = v1369 < v31;
let v1371 = v1343 && v1370;
if v1371 {
let v1372 = *v59;
let v1373 = v41 + v1342;
let v1374 = v1373 * v31;
let v1375 = v1374 + v1369;
let v1376 = &(*v9)[v1375];
*v1376 = v1372;

}
let v1377 = v1342 + v49;
let v1378 = v1377 < v27;
let v1379 = v1378 && v1344;
if v1379 {
let v1380 = *v61;
let v1381 = v41 + v1377;
let v1382 = v1381 * v31;
let v1383 = v1382 + v26;
let v1384 = &(*v9)[v1383];
*v1384 = v1380;

}
let v1385 = v1378 && v1352;
if v1385 {
let v1386 = *v63;
let v1387 = v41 + v1377;
let v1388 = v1387 * v31;
let v1389 = v1388 + v1351;
let v1390 = &(*v9)[v1389];
*v1390 = v1386;

}
let v1391 = v1378 && v1361;
if v1391 {
let v1392 = *v65;
let v1393 = v41 + v1377;
let v1394 = v1393 * v31;
let v1395 = v1394 + v1360;
let v1396 = &(*v9)[v1395];
*v1396 = v1392;

}
let v1397 = v1378 && v1370;
if v1397 {
let v1398 = *v67;
let v1399 = v41 + v1377;
let v1400 = v1399 * v31;
let v1401 = v1400 + v1369;
let v1402 = &(*v9)[v1401];
*v1402 = v1398;

}
let v1403 = v1342 + v56;
let v1404 = v1403 < v27;
let v1405 = v1404 && v1344;
if v1405 {
let v1406 = *v69;
let v1407 = v41 + v1403;
let v1408 = v1407 * v31;
let v1409 = v1408 + v26;
let v1410 = &(*v9)[v1409];
*v1410 = v1406;

}
let v1411 = v1404 && v1352;
if v1411 {
let v1412 = *v71;
let v1413 = v41 + v1403;
let v1414 = v1413 * v31;
let v1415 = v1414 + v1351;
let v1416 = &(*v9)[v1415];
*v1416 = v1412;

}
let v1417 = v1404 && v1361;
if v1417 {
let v1418 = *v73;
let v1419 = v41 + v1403;
let v1420 = v1419 * v31;
let v1421 = v1420 + v1360;
let v1422 = &(*v9)[v1421];
*v1422 = v1418;

}
let v1423 = v1404 && v1370;
if v1423 {
let v1424 = *v75;
let v1425 = v41 + v1403;
let v1426 = v1425 * v31;
let v1427 = v1426 + v1369;
let v1428 = &(*v9)[v1427];
*v1428 = v1424;

}
let v1429 = v1342 + v58;
let v1430 = v1429 < v27;
let v1431 = v1430 && v1344;
if v1431 {
let v1432 = *v77;
let v1433 = v41 + v1429;
let v1434 = v1433 * v31;
let v1435 = v1434 + v26;
let v1436 = &(*v9)[v1435];
*v1436 = v1432;

}
let v1437 = v1430 && v1352;
if v1437 {
let v1438 = *v79;
let v1439 = v41 + v1429;
let v1440 = v1439 * v31;
let v1441 = v1440 + v1351;
let v1442 = &(*v9)[v1441];
*v1442 = v1438;

}
let v1443 = v1430 && v1361;
if v1443 {
let v1444 = *v81;
let v1445 = v41 + v1429;
let v1446 = v1445 * v31;
let v1447 = v1446 + v1360;
let v1448 = &(*v9)[v1447];
*v1448 = v1444;

}
let v1449 = v1430 && v1370;
if v1449 {
let v1450 = *v83;
let v1451 = v41 + v1429;
let v1452 = v1451 * v31;
let v1453 = v1452 + v1369;
let v1454 = &(*v9)[v1453];
*v1454 = v1450;

}
return;

}
