var<workgroup> shared_v90: array<f32, 256>;
var<workgroup> shared_v94: array<f32, 272>;
var<workgroup> shared_v98: array<f32, 1>;
var<workgroup> shared_v102: array<f32, 256>;
var<workgroup> shared_v106: array<f32, 256>;
@group(0) @binding(9) var<storage, read_write> v0: array<f32>;
@group(0) @binding(8) var<storage, read_write> v1: array<f32>;
@group(0) @binding(7) var<storage, read_write> v2: array<f32>;
@group(0) @binding(6) var<storage, read_write> v3: array<f32>;
@group(0) @binding(5) var<storage, read_write> v4: array<f32>;
@group(0) @binding(4) var<storage, read_write> v5: array<f32>;
@group(0) @binding(3) var<storage, read_write> v6: array<f32>;
@group(0) @binding(2) var<storage, read_write> v7: array<f32>;
@group(0) @binding(1) var<storage, read_write> v8: array<f32>;
@group(0) @binding(0) var<storage, read_write> v9: array<f32>;
struct info_st { scalars_f32: array<f32, 2>, scalars_u32: array<u32, 18>, static_meta: array<u32, 10> }
@group(0) @binding(10) var<storage, read> info_var: info_st;
@compute @workgroup_size(256, 1, 1)
fn keys_kernel_f_f32_s_f32(@builtin(local_invocation_index) v10: u32, @builtin(workgroup_id) v11: vec12<u32>) {
let v13 = &v0;
let v14 = &v1;
let v15 = &v2;
let v16 = &v3;
let v17 = &v4;
let v18 = &v5;
let v19 = &v6;
let v20 = &v7;
let v21 = &v8;
let v22 = &v9;
let v23 = u32(0);
let v24 = info_var.static_meta[4];
let v25 = info_var.scalars_u32[0];
let v26 = info_var.scalars_u32[1];
let v27 = info_var.scalars_u32[2];
let v28 = info_var.scalars_u32[3];
let v29 = info_var.scalars_f32[0];
let v30 = info_var.scalars_u32[4];
let v31 = info_var.scalars_u32[5];
let v32 = info_var.scalars_u32[6];
let v33 = info_var.scalars_u32[7];
let v34 = info_var.scalars_u32[8];
let v35 = info_var.scalars_u32[9];
let v36 = info_var.scalars_u32[10];
let v37 = info_var.scalars_f32[1];
let v38 = info_var.scalars_u32[11];
let v39 = info_var.scalars_u32[12];
let v40 = info_var.scalars_u32[13];
let v41 = info_var.scalars_u32[14];
let v42 = info_var.scalars_u32[15];
let v43 = info_var.scalars_u32[16];
let v44 = v10;
let v45 = u32(v44);
let v46 = u32(16);
let v47 = v45 / v46;
let v48 = v45 % v46;
let v49 = u32(v27);
let v50 = u32(v28);
let v51 = u32(v26);
let v52 = v11[0];
let v53 = u32(v52);
let v54 = v53 * v46;
let v55 = v11[1];
let v56 = u32(v55);
let v57 = v56 * v51;
let v58 = v11[2];
let v59 = u32(v58);
let v60 = u32(v25);
let v61 = v59 * v60;
let v62 = v60 / v51;
let v63 = v59 * v62;
let v64 = v57 / v51;
let v65 = v63 + v64;
let v66 = v65 * v50;
let v67 = &shared_v90;
let v68 = &shared_v94;
let v69 = u32(1);
let v70 = &shared_v102;
let v71 = &shared_v106;
var<function> v1240_store: array<f32, 2>= array<f32, 2>();
let v72 = &v1240_store;
let v73 = u32(2);
var<function> v1241_store: array<f32, 2>= array<f32, 2>();
let v74 = &v1241_store;
let v75 = &(*v72)[v23];
let v76 = f32(0.0);
*v75 = v76;
let v77 = &(*v72)[v69];
*v77 = v76;
let v78 = &(*v74)[v23];
*v78 = v76;
let v79 = &(*v74)[v69];
*v79 = v76;
for(var v80: u32 = v23; v80 < v51; v80 += v69) {
let v81 = v57 + v80;
let v82 = v61 + v81;
let v83 = v82 * v49;
let v84 = v81 / v51;
let v85 = v63 + v84;
let v86 = v85 * v50;
let v87 = v49 + v46;
let v88 = v87 - v69;
let v89 = v88 / v46;
for(var v90: u32 = v23; v90 < v89; v90 += v69) {
let v91 = v90 * v46;
let v92 = i32(v28);
let v93 = i32(v27);
let v94 = v92 - v93;
let v95 = i32(v91);
let v96 = v95 + v94;
let v97 = i32(15);
let v98 = v96 + v97;
let v99 = i32(v54);
let v100 = v99 + v97;
let v101 = true;
var<function> v1244_store: bool;
let v102 = &v1244_store;
*v102 = v101;
let v103 = v99 <= v98;
*v102 = v103;
let v104 = i32(v30);
let v105 = v96 - v100;
let v106 = v105 < v104;
let v107 = *v102;
let v108 = v107 && v106;
*v102 = v108;
let v109 = *v102;
if v109 {
var<function> v1245_store: array<f32, 1>= array<f32, 1>();
let v110 = &v1245_store;
var<function> v1246_store: array<f32, 1>= array<f32, 1>();
let v111 = &v1246_store;
let v112 = &(*v110)[v23];
*v112 = v76;
let v113 = &(*v111)[v23];
*v113 = v76;
let v114 = v83 + v91;
let v115 = v86 + v54;
let v116 = v49 - v91;
let v117 = v50 - v54;
for(var v118: u32 = v23; v118 < v73; v118 += v69) {
workgroupBarrier();
let v119 = v118 * v46;
let v120 = v119 + v48;
var<function> v1248_store: f32;
let v121 = &v1248_store;
*v121 = v76;
var<function> v1249_store: f32;
let v122 = &v1249_store;
*v122 = v76;
let v123 = u32(20);
let v124 = v120 < v123;
if v124 {
let v125 = v47 < v116;
if v125 {
let v126 = v114 + v47;
let v127 = v126 * v123;
let v128 = v127 + v120;
let v129 = &(*v22)[v128];
let v130 = *v129;
*v121 = v130;

}
let v131 = v47 < v117;
if v131 {
let v132 = v115 + v47;
let v133 = v132 * v123;
let v134 = v133 + v120;
let v135 = &(*v21)[v134];
let v136 = *v135;
*v122 = v136;

}

}
let v137 = *v121;
let v138 = &(*v67)[v45];
*v138 = v137;
let v139 = *v122;
let v140 = u32(17);
let v141 = v48 * v140;
let v142 = v141 + v47;
let v143 = &(*v68)[v142];
*v143 = v139;
workgroupBarrier();
for(var v144: u32 = v23; v144 < v46; v144 += v69) {
let v145 = v47 * v46;
let v146 = v145 + v144;
let v147 = &(*v67)[v146];
let v148 = *v147;
let v149 = v144 * v140;
let v150 = v149 + v48;
let v151 = &(*v68)[v150];
let v152 = *v151;
let v153 = *v112;
let v154 = fma(v148, v152, v153);
*v112 = v154;

}

}
for(var v155: u32 = v23; v155 < v73; v155 += v69) {
workgroupBarrier();
let v156 = v155 * v46;
let v157 = v156 + v48;
var<function> v1252_store: f32;
let v158 = &v1252_store;
*v158 = v76;
var<function> v1253_store: f32;
let v159 = &v1253_store;
*v159 = v76;
let v160 = u32(24);
let v161 = v157 < v160;
if v161 {
let v162 = v47 < v116;
if v162 {
let v163 = v114 + v47;
let v164 = v163 * v160;
let v165 = v164 + v157;
let v166 = &(*v19)[v165];
let v167 = *v166;
*v158 = v167;

}
let v168 = v47 < v117;
if v168 {
let v169 = v115 + v47;
let v170 = v169 * v160;
let v171 = v170 + v157;
let v172 = &(*v20)[v171];
let v173 = *v172;
*v159 = v173;

}

}
let v174 = *v158;
let v175 = &(*v67)[v45];
*v175 = v174;
let v176 = *v159;
let v177 = u32(17);
let v178 = v48 * v177;
let v179 = v178 + v47;
let v180 = &(*v68)[v179];
*v180 = v176;
workgroupBarrier();
for(var v181: u32 = v23; v181 < v46; v181 += v69) {
let v182 = v47 * v46;
let v183 = v182 + v181;
let v184 = &(*v67)[v183];
let v185 = *v184;
let v186 = v181 * v177;
let v187 = v186 + v48;
let v188 = &(*v68)[v187];
let v189 = *v188;
let v190 = *v113;
let v191 = fma(v185, v189, v190);
*v113 = v191;

}

}
let v192 = v91 + v47;
let v193 = v54 + v48;
let v194 = *v112;
let v195 = v194 * v29;
var<function> v1255_store: f32;
let v196 = &v1255_store;
*v196 = v195;
let v197 = v192 < v49;
let v198 = v193 < v50;
let v199 = v197 && v198;
var<function> v1256_store: bool;
let v200 = &v1256_store;
*v200 = v199;
let v201 = *v200;
if v201 {
let v202 = i32(v193);
let v203 = i32(v192);
let v204 = i32(v50);
let v205 = v203 + v204;
let v206 = i32(v49);
let v207 = v205 - v206;
let v208 = v202 - v207;
let v209 = i32(0);
let v210 = v208 <= v209;
*v200 = v210;
let v211 = v208 < v104;
let v212 = *v200;
let v213 = v212 && v211;
let v214 = -v208;
let v215 = v214 < v104;
let v216 = v213 && v215;
*v200 = v216;
let v217 = *v200;
var<function> v1257_store: bool;
let v218 = &v1257_store;
if v217 {
let v219 = v59 * v50;
let v220 = v219 + v193;
let v221 = &(*v17)[v220];
let v222 = *v221;
let v223 = v222 != v76;
*v218 = v223;

} else {
let v224 = false;
*v218 = v224;

}
let v225 = *v218;
*v200 = v225;
let v226 = u32(v31);
let v227 = v59 % v226;
let v228 = u32(v32);
let v229 = v81 % v228;
let v230 = u32(v33);
let v231 = v192 % v230;
let v232 = v227 * v228;
let v233 = v232 + v229;
let v234 = v233 * v230;
let v235 = v234 + v231;
let v236 = v235 * v50;
let v237 = v236 + v193;
let v238 = &(*v16)[v237];
let v239 = *v238;
let v240 = *v196;
let v241 = v240 + v239;
*v196 = v241;
let v242 = u32(2);
let v243 = v34 / v242;
let v244 = i32(v243);
let v245 = -v244;
let v246 = clamp(v208, v245, v244);
let v247 = v246 + v244;
let v248 = u32(v247);
let v249 = u32(v34);
let v250 = v81 * v249;
let v251 = v250 + v248;
let v252 = &(*v15)[v251];
let v253 = *v252;
let v254 = *v196;
let v255 = v254 + v253;
*v196 = v255;

}
let v256 = *v200;
let v257 = *v196;
let v258 = f32(-3.4028234663852886e38);
let v259 = select(v258, v257, v256);
var<function> v1258_store: f32;
let v260 = &v1258_store;
*v260 = v76;
var<function> v1259_store: f32;
let v261 = &v1259_store;
*v261 = v76;
if v197 {
let v262 = f32(1.0);
var<function> v1260_store: f32;
let v263 = &v1260_store;
*v263 = v262;
let v264 = v114 + v47;
let v265 = u32(3);
let v266 = v50 + v265;
let v267 = u32(4);
let v268 = v266 / v267;
let v269 = v264 * v268;
let v270 = v193 / v267;
let v271 = v269 + v270;
let v272 = u32(v271);
let v273 = v42 + v272;
let v274 = v273 < v272;
let v275 = u32(1);
let v276 = u32(0);
let v277 = select(v276, v275, v274);
let v278 = v43 + v277;
var<function> v1261_store: u32;
let v279 = &v1261_store;
*v279 = v273;
var<function> v1262_store: u32;
let v280 = &v1262_store;
*v280 = v278;
var<function> v1263_store: u32;
let v281 = &v1263_store;
*v281 = v40;
var<function> v1264_store: u32;
let v282 = &v1264_store;
*v282 = v41;
var<function> v1265_store: u32;
let v283 = &v1265_store;
*v283 = v38;
var<function> v1266_store: u32;
let v284 = &v1266_store;
*v284 = v39;
let v285 = *v279;
let v286 = u32(3528531795);
let v287 = u64(32);
let v288 = u64(v285);
let v289 = u64(3528531795);
let v290 = v288 * v289;
let v291 = v290 >> u32(v287);
let v292 = u32(bitcast<u64>(v291));
let v293 = v285 * v286;
let v294 = *v281;
let v295 = u32(3449720151);
let v296 = u64(v294);
let v297 = u64(3449720151);
let v298 = v296 * v297;
let v299 = v298 >> u32(v287);
let v300 = u32(bitcast<u64>(v299));
let v301 = v294 * v295;
let v302 = *v280;
let v303 = v300 ^ v302;
let v304 = *v283;
let v305 = v303 ^ v304;
*v279 = v305;
*v280 = v301;
let v306 = *v282;
let v307 = v292 ^ v306;
let v308 = *v284;
let v309 = v307 ^ v308;
*v281 = v309;
*v282 = v293;
let v310 = *v283;
let v311 = u32(2654435769);
let v312 = v310 + v311;
*v283 = v312;
let v313 = *v284;
let v314 = u32(3144134277);
let v315 = v313 + v314;
*v284 = v315;
let v316 = *v279;
let v317 = u64(v316);
let v318 = v317 * v289;
let v319 = v318 >> u32(v287);
let v320 = u32(bitcast<u64>(v319));
let v321 = v316 * v286;
let v322 = *v281;
let v323 = u64(v322);
let v324 = v323 * v297;
let v325 = v324 >> u32(v287);
let v326 = u32(bitcast<u64>(v325));
let v327 = v322 * v295;
let v328 = *v280;
let v329 = v326 ^ v328;
let v330 = *v283;
let v331 = v329 ^ v330;
*v279 = v331;
*v280 = v327;
let v332 = *v282;
let v333 = v320 ^ v332;
let v334 = *v284;
let v335 = v333 ^ v334;
*v281 = v335;
*v282 = v321;
let v336 = *v283;
let v337 = v336 + v311;
*v283 = v337;
let v338 = *v284;
let v339 = v338 + v314;
*v284 = v339;
let v340 = *v279;
let v341 = u64(v340);
let v342 = v341 * v289;
let v343 = v342 >> u32(v287);
let v344 = u32(bitcast<u64>(v343));
let v345 = v340 * v286;
let v346 = *v281;
let v347 = u64(v346);
let v348 = v347 * v297;
let v349 = v348 >> u32(v287);
let v350 = u32(bitcast<u64>(v349));
let v351 = v346 * v295;
let v352 = *v280;
let v353 = v350 ^ v352;
let v354 = *v283;
let v355 = v353 ^ v354;
*v279 = v355;
*v280 = v351;
let v356 = *v282;
let v357 = v344 ^ v356;
let v358 = *v284;
let v359 = v357 ^ v358;
*v281 = v359;
*v282 = v345;
let v360 = *v283;
let v361 = v360 + v311;
*v283 = v361;
let v362 = *v284;
let v363 = v362 + v314;
*v284 = v363;
let v364 = *v279;
let v365 = u64(v364);
let v366 = v365 * v289;
let v367 = v366 >> u32(v287);
let v368 = u32(bitcast<u64>(v367));
let v369 = v364 * v286;
let v370 = *v281;
let v371 = u64(v370);
let v372 = v371 * v297;
let v373 = v372 >> u32(v287);
let v374 = u32(bitcast<u64>(v373));
let v375 = v370 * v295;
let v376 = *v280;
let v377 = v374 ^ v376;
let v378 = *v283;
let v379 = v377 ^ v378;
*v279 = v379;
*v280 = v375;
let v380 = *v282;
let v381 = v368 ^ v380;
let v382 = *v284;
let v383 = v381 ^ v382;
*v281 = v383;
*v282 = v369;
let v384 = *v283;
let v385 = v384 + v311;
*v283 = v385;
let v386 = *v284;
let v387 = v386 + v314;
*v284 = v387;
let v388 = *v279;
let v389 = u64(v388);
let v390 = v389 * v289;
let v391 = v390 >> u32(v287);
let v392 = u32(bitcast<u64>(v391));
let v393 = v388 * v286;
let v394 = *v281;
let v395 = u64(v394);
let v396 = v395 * v297;
let v397 = v396 >> u32(v287);
let v398 = u32(bitcast<u64>(v397));
let v399 = v394 * v295;
let v400 = *v280;
let v401 = v398 ^ v400;
let v402 = *v283;
let v403 = v401 ^ v402;
*v279 = v403;
*v280 = v399;
let v404 = *v282;
let v405 = v392 ^ v404;
let v406 = *v284;
let v407 = v405 ^ v406;
*v281 = v407;
*v282 = v393;
let v408 = *v283;
let v409 = v408 + v311;
*v283 = v409;
let v410 = *v284;
let v411 = v410 + v314;
*v284 = v411;
let v412 = *v279;
let v413 = u64(v412);
let v414 = v413 * v289;
let v415 = v414 >> u32(v287);
let v416 = u32(bitcast<u64>(v415));
let v417 = v412 * v286;
let v418 = *v281;
let v419 = u64(v418);
let v420 = v419 * v297;
let v421 = v420 >> u32(v287);
let v422 = u32(bitcast<u64>(v421));
let v423 = v418 * v295;
let v424 = *v280;
let v425 = v422 ^ v424;
let v426 = *v283;
let v427 = v425 ^ v426;
*v279 = v427;
*v280 = v423;
let v428 = *v282;
let v429 = v416 ^ v428;
let v430 = *v284;
let v431 = v429 ^ v430;
*v281 = v431;
*v282 = v417;
let v432 = *v283;
let v433 = v432 + v311;
*v283 = v433;
let v434 = *v284;
let v435 = v434 + v314;
*v284 = v435;
let v436 = *v279;
let v437 = u64(v436);
let v438 = v437 * v289;
let v439 = v438 >> u32(v287);
let v440 = u32(bitcast<u64>(v439));
let v441 = v436 * v286;
let v442 = *v281;
let v443 = u64(v442);
let v444 = v443 * v297;
let v445 = v444 >> u32(v287);
let v446 = u32(bitcast<u64>(v445));
let v447 = v442 * v295;
let v448 = *v280;
let v449 = v446 ^ v448;
let v450 = *v283;
let v451 = v449 ^ v450;
*v279 = v451;
*v280 = v447;
let v452 = *v282;
let v453 = v440 ^ v452;
let v454 = *v284;
let v455 = v453 ^ v454;
*v281 = v455;
*v282 = v441;
let v456 = *v283;
let v457 = v456 + v311;
*v283 = v457;
let v458 = *v284;
let v459 = v458 + v314;
*v284 = v459;
let v460 = *v279;
let v461 = u64(v460);
let v462 = v461 * v289;
let v463 = v462 >> u32(v287);
let v464 = u32(bitcast<u64>(v463));
let v465 = v460 * v286;
let v466 = *v281;
let v467 = u64(v466);
let v468 = v467 * v297;
let v469 = v468 >> u32(v287);
let v470 = u32(bitcast<u64>(v469));
let v471 = v466 * v295;
let v472 = *v280;
let v473 = v470 ^ v472;
let v474 = *v283;
let v475 = v473 ^ v474;
*v279 = v475;
*v280 = v471;
let v476 = *v282;
let v477 = v464 ^ v476;
let v478 = *v284;
let v479 = v477 ^ v478;
*v281 = v479;
*v282 = v465;
let v480 = *v283;
let v481 = v480 + v311;
*v283 = v481;
let v482 = *v284;
let v483 = v482 + v314;
*v284 = v483;
let v484 = *v279;
let v485 = u64(v484);
let v486 = v485 * v289;
let v487 = v486 >> u32(v287);
let v488 = u32(bitcast<u64>(v487));
let v489 = v484 * v286;
let v490 = *v281;
let v491 = u64(v490);
let v492 = v491 * v297;
let v493 = v492 >> u32(v287);
let v494 = u32(bitcast<u64>(v493));
let v495 = v490 * v295;
let v496 = *v280;
let v497 = v494 ^ v496;
let v498 = *v283;
let v499 = v497 ^ v498;
*v279 = v499;
*v280 = v495;
let v500 = *v282;
let v501 = v488 ^ v500;
let v502 = *v284;
let v503 = v501 ^ v502;
*v281 = v503;
*v282 = v489;
let v504 = *v283;
let v505 = v504 + v311;
*v283 = v505;
let v506 = *v284;
let v507 = v506 + v314;
*v284 = v507;
let v508 = *v279;
let v509 = u64(v508);
let v510 = v509 * v289;
let v511 = v510 >> u32(v287);
let v512 = u32(bitcast<u64>(v511));
let v513 = v508 * v286;
let v514 = *v281;
let v515 = u64(v514);
let v516 = v515 * v297;
let v517 = v516 >> u32(v287);
let v518 = u32(bitcast<u64>(v517));
let v519 = v514 * v295;
let v520 = *v280;
let v521 = v518 ^ v520;
let v522 = *v283;
let v523 = v521 ^ v522;
*v279 = v523;
*v280 = v519;
let v524 = *v282;
let v525 = v512 ^ v524;
let v526 = *v284;
let v527 = v525 ^ v526;
*v281 = v527;
*v282 = v513;
let v528 = *v283;
let v529 = v528 + v311;
*v283 = v529;
let v530 = *v284;
let v531 = v530 + v314;
*v284 = v531;
let v532 = v193 % v267;
let v533 = v532 == v23;
let v534 = *v279;
let v535 = *v280;
let v536 = select(v535, v534, v533);
let v537 = v532 == v73;
let v538 = *v281;
let v539 = *v282;
let v540 = select(v539, v538, v537);
let v541 = v532 < v73;
let v542 = select(v540, v536, v541);
let v543 = v542 < v35;
let v544 = v36 == v275;
let v545 = v543 || v544;
let v546 = select(v76, v37, v545);
*v263 = v546;
let v547 = *v113;
let v548 = &(*v18)[v264];
let v549 = *v548;
let v550 = v24 / v73;
let v551 = v550 + v264;
let v552 = &(*v18)[v551];
let v553 = *v552;
let v554 = v259 == v258;
let v555 = v259 - v549;
let v556 = exp(v555);
let v557 = select(v556, v76, v554);
let v558 = *v263;
let v559 = v557 * v558;
let v560 = -v553;
let v561 = fma(v547, v558, v560);
let v562 = v557 * v561;
*v260 = v559;
*v261 = v562;

}
let v563 = *v260;
let v564 = v47 * v46;
let v565 = v564 + v48;
let v566 = &(*v70)[v565];
*v566 = v563;
let v567 = *v261;
let v568 = &(*v71)[v565];
*v568 = v567;
workgroupBarrier();
workgroupBarrier();
var<function> v1387_store: f32;
let v569 = &v1387_store;
*v569 = v76;
let v570 = u32(24);
let v571 = v48 < v570;
let v572 = v47 < v116;
let v573 = v571 && v572;
if v573 {
let v574 = v114 + v47;
let v575 = v574 * v570;
let v576 = v575 + v48;
let v577 = &(*v19)[v576];
let v578 = *v577;
*v569 = v578;

}
let v579 = *v569;
let v580 = &(*v68)[v45];
*v580 = v579;
workgroupBarrier();
for(var v581: u32 = v23; v581 < v46; v581 += v69) {
let v582 = v581 * v46;
let v583 = v582 + v48;
let v584 = &(*v68)[v583];
let v585 = *v584;
let v586 = v582 + v47;
let v587 = &(*v70)[v586];
let v588 = *v587;
let v589 = *v78;
let v590 = fma(v588, v585, v589);
*v78 = v590;

}
workgroupBarrier();
let v591 = v46 + v48;
var<function> v1389_store: f32;
let v592 = &v1389_store;
*v592 = v76;
let v593 = v591 < v570;
let v594 = v593 && v572;
if v594 {
let v595 = v114 + v47;
let v596 = v595 * v570;
let v597 = v596 + v591;
let v598 = &(*v19)[v597];
let v599 = *v598;
*v592 = v599;

}
let v600 = *v592;
*v580 = v600;
workgroupBarrier();
for(var v601: u32 = v23; v601 < v46; v601 += v69) {
let v602 = v601 * v46;
let v603 = v602 + v48;
let v604 = &(*v68)[v603];
let v605 = *v604;
let v606 = v602 + v47;
let v607 = &(*v70)[v606];
let v608 = *v607;
let v609 = *v79;
let v610 = fma(v608, v605, v609);
*v79 = v610;

}
workgroupBarrier();
var<function> v1391_store: f32;
let v611 = &v1391_store;
*v611 = v76;
let v612 = u32(20);
let v613 = v48 < v612;
let v614 = v613 && v572;
if v614 {
let v615 = v114 + v47;
let v616 = v615 * v612;
let v617 = v616 + v48;
let v618 = &(*v22)[v617];
let v619 = *v618;
*v611 = v619;

}
let v620 = *v611;
let v621 = v620 * v29;
*v580 = v621;
workgroupBarrier();
for(var v622: u32 = v23; v622 < v46; v622 += v69) {
let v623 = v622 * v46;
let v624 = v623 + v48;
let v625 = &(*v68)[v624];
let v626 = *v625;
let v627 = v623 + v47;
let v628 = &(*v71)[v627];
let v629 = *v628;
let v630 = *v75;
let v631 = fma(v629, v626, v630);
*v75 = v631;

}
workgroupBarrier();
var<function> v1393_store: f32;
let v632 = &v1393_store;
*v632 = v76;
let v633 = v591 < v612;
let v634 = v633 && v572;
if v634 {
let v635 = v114 + v47;
let v636 = v635 * v612;
let v637 = v636 + v591;
let v638 = &(*v22)[v637];
let v639 = *v638;
*v632 = v639;

}
let v640 = *v632;
let v641 = v640 * v29;
*v580 = v641;
workgroupBarrier();
for(var v642: u32 = v23; v642 < v46; v642 += v69) {
let v643 = v642 * v46;
let v644 = v643 + v48;
let v645 = &(*v68)[v644];
let v646 = *v645;
let v647 = v643 + v47;
let v648 = &(*v71)[v647];
let v649 = *v648;
let v650 = *v77;
let v651 = fma(v649, v646, v650);
*v77 = v651;

}
workgroupBarrier();

}

}

}
let v652 = v54 + v47;
let v653 = v652 < v50;
if v653 {
let v654 = u32(20);
let v655 = v48 < v654;
if v655 {
let v656 = *v75;
let v657 = v66 + v652;
let v658 = v657 * v654;
let v659 = v658 + v48;
let v660 = &(*v14)[v659];
*v660 = v656;

}
let v661 = v46 + v48;
let v662 = v661 < v654;
if v662 {
let v663 = *v77;
let v664 = v66 + v652;
let v665 = v664 * v654;
let v666 = v665 + v661;
let v667 = &(*v14)[v666];
*v667 = v663;

}
let v668 = u32(24);
let v669 = v48 < v668;
if v669 {
let v670 = *v78;
let v671 = v66 + v652;
let v672 = v671 * v668;
let v673 = v672 + v48;
let v674 = &(*v13)[v673];
*v674 = v670;

}
let v675 = v661 < v668;
if v675 {
let v676 = *v79;
let v677 = v66 + v652;
let v678 = v677 * v668;
let v679 = v678 + v661;
let v680 = &(*v13)[v679];
*v680 = v676;

}

}
return;

}
