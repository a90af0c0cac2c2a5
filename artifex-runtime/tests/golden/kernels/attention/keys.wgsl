var<workgroup> shared_v78: array<f32, 1024>;
var<workgroup> shared_v82: array<f32, 1040>;
var<workgroup> shared_v86: array<f32, 1>;
var<workgroup> shared_v90: array<f32, 4096>;
var<workgroup> shared_v94: array<f32, 4096>;
@group(0) @binding(6) var<storage, read_write> v0: array<f32>;
@group(0) @binding(5) var<storage, read_write> v1: array<f32>;
@group(0) @binding(4) var<storage, read_write> v2: array<f32>;
@group(0) @binding(3) var<storage, read_write> v3: array<f32>;
@group(0) @binding(2) var<storage, read_write> v4: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<f32>;
@group(0) @binding(0) var<storage, read_write> v6: array<f32>;
struct info_st { scalars_f32: array<f32, 2>, scalars_u32: array<u32, 18>, static_meta: array<u32, 8> }
@group(0) @binding(7) var<storage, read> info_var: info_st;
@compute @workgroup_size(256, 1, 1)
fn keys_kernel_f_f32_s_f32(@builtin(local_invocation_index) v7: u32, @builtin(workgroup_id) v8: vec9<u32>) {
let v10 = &v0;
let v11 = &v1;
let v12 = &v2;
let v13 = &v3;
let v14 = &v4;
let v15 = &v5;
let v16 = &v6;
let v17 = u32(0);
let v18 = info_var.static_meta[4];
let v19 = info_var.scalars_u32[0];
let v20 = info_var.scalars_u32[1];
let v21 = info_var.scalars_u32[2];
let v22 = info_var.scalars_u32[3];
let v23 = info_var.scalars_f32[0];
let v24 = v7;
let v25 = u32(v24);
let v26 = u32(16);
let v27 = v25 / v26;
let v28 = v25 % v26;
let v29 = u32(v21);
let v30 = u32(v22);
let v31 = u32(v20);
let v32 = v8[0];
let v33 = u32(v32);
let v34 = u32(64);
let v35 = v33 * v34;
let v36 = v8[1];
let v37 = u32(v36);
let v38 = v37 * v31;
let v39 = v8[2];
let v40 = u32(v39);
let v41 = u32(v19);
let v42 = v40 * v41;
let v43 = v41 / v31;
let v44 = v40 * v43;
let v45 = v38 / v31;
let v46 = v44 + v45;
let v47 = v46 * v30;
let v48 = &shared_v78;
let v49 = &shared_v82;
let v50 = u32(1);
let v51 = &shared_v90;
let v52 = &shared_v94;
var<function> v5462_store: array<f32, 16>= array<f32, 16>();
let v53 = &v5462_store;
var<function> v5463_store: array<f32, 16>= array<f32, 16>();
let v54 = &v5463_store;
let v55 = &(*v53)[v17];
let v56 = f32(0.0);
*v55 = v56;
let v57 = &(*v53)[v50];
*v57 = v56;
let v58 = u32(2);
let v59 = &(*v53)[v58];
*v59 = v56;
let v60 = u32(3);
let v61 = &(*v53)[v60];
*v61 = v56;
let v62 = u32(4);
let v63 = &(*v53)[v62];
*v63 = v56;
let v64 = u32(5);
let v65 = &(*v53)[v64];
*v65 = v56;
let v66 = u32(6);
let v67 = &(*v53)[v66];
*v67 = v56;
let v68 = u32(7);
let v69 = &(*v53)[v68];
*v69 = v56;
let v70 = u32(8);
let v71 = &(*v53)[v70];
*v71 = v56;
let v72 = u32(9);
let v73 = &(*v53)[v72];
*v73 = v56;
let v74 = u32(10);
let v75 = &(*v53)[v74];
*v75 = v56;
let v76 = u32(11);
let v77 = &(*v53)[v76];
*v77 = v56;
let v78 = u32(12);
let v79 = &(*v53)[v78];
*v79 = v56;
let v80 = u32(13);
let v81 = &(*v53)[v80];
*v81 = v56;
let v82 = u32(14);
let v83 = &(*v53)[v82];
*v83 = v56;
let v84 = u32(15);
let v85 = &(*v53)[v84];
*v85 = v56;
let v86 = &(*v54)[v17];
*v86 = v56;
let v87 = &(*v54)[v50];
*v87 = v56;
let v88 = &(*v54)[v58];
*v88 = v56;
let v89 = &(*v54)[v60];
*v89 = v56;
let v90 = &(*v54)[v62];
*v90 = v56;
let v91 = &(*v54)[v64];
*v91 = v56;
let v92 = &(*v54)[v66];
*v92 = v56;
let v93 = &(*v54)[v68];
*v93 = v56;
let v94 = &(*v54)[v70];
*v94 = v56;
let v95 = &(*v54)[v72];
*v95 = v56;
let v96 = &(*v54)[v74];
*v96 = v56;
let v97 = &(*v54)[v76];
*v97 = v56;
let v98 = &(*v54)[v78];
*v98 = v56;
let v99 = &(*v54)[v80];
*v99 = v56;
let v100 = &(*v54)[v82];
*v100 = v56;
let v101 = &(*v54)[v84];
*v101 = v56;
for(var v102: u32 = v17; v102 < v31; v102 += v50) {
let v103 = v38 + v102;
let v104 = v42 + v103;
let v105 = v104 * v29;
let v106 = v103 / v31;
let v107 = v44 + v106;
let v108 = v107 * v30;
let v109 = v29 + v34;
let v110 = v109 - v50;
let v111 = v110 / v34;
for(var v112: u32 = v17; v112 < v111; v112 += v50) {
let v113 = v112 * v34;
let v114 = true;
var<function> v5466_store: bool;
let v115 = &v5466_store;
*v115 = v114;
let v116 = *v115;
if v116 {
var<function> v5467_store: array<f32, 16>= array<f32, 16>();
let v117 = &v5467_store;
var<function> v5468_store: array<f32, 16>= array<f32, 16>();
let v118 = &v5468_store;
let v119 = &(*v117)[v17];
*v119 = v56;
let v120 = &(*v118)[v17];
*v120 = v56;
let v121 = &(*v117)[v50];
*v121 = v56;
let v122 = &(*v118)[v50];
*v122 = v56;
let v123 = &(*v117)[v58];
*v123 = v56;
let v124 = &(*v118)[v58];
*v124 = v56;
let v125 = &(*v117)[v60];
*v125 = v56;
let v126 = &(*v118)[v60];
*v126 = v56;
let v127 = &(*v117)[v62];
*v127 = v56;
let v128 = &(*v118)[v62];
*v128 = v56;
let v129 = &(*v117)[v64];
*v129 = v56;
let v130 = &(*v118)[v64];
*v130 = v56;
let v131 = &(*v117)[v66];
*v131 = v56;
let v132 = &(*v118)[v66];
*v132 = v56;
let v133 = &(*v117)[v68];
*v133 = v56;
let v134 = &(*v118)[v68];
*v134 = v56;
let v135 = &(*v117)[v70];
*v135 = v56;
let v136 = &(*v118)[v70];
*v136 = v56;
let v137 = &(*v117)[v72];
*v137 = v56;
let v138 = &(*v118)[v72];
*v138 = v56;
let v139 = &(*v117)[v74];
*v139 = v56;
let v140 = &(*v118)[v74];
*v140 = v56;
let v141 = &(*v117)[v76];
*v141 = v56;
let v142 = &(*v118)[v76];
*v142 = v56;
let v143 = &(*v117)[v78];
*v143 = v56;
let v144 = &(*v118)[v78];
*v144 = v56;
let v145 = &(*v117)[v80];
*v145 = v56;
let v146 = &(*v118)[v80];
*v146 = v56;
let v147 = &(*v117)[v82];
*v147 = v56;
let v148 = &(*v118)[v82];
*v148 = v56;
let v149 = &(*v117)[v84];
*v149 = v56;
let v150 = &(*v118)[v84];
*v150 = v56;
let v151 = v105 + v113;
let v152 = v108 + v35;
let v153 = v29 - v113;
let v154 = v30 - v35;
for(var v155: u32 = v17; v155 < v62; v155 += v50) {
workgroupBarrier();
let v156 = v155 * v26;
let v157 = v156 + v28;
var<function> v5470_store: f32;
let v158 = &v5470_store;
*v158 = v56;
var<function> v5471_store: f32;
let v159 = &v5471_store;
*v159 = v56;
let v160 = v157 < v34;
if v160 {
let v161 = v27 < v153;
if v161 {
let v162 = v151 + v27;
let v163 = v162 * v34;
let v164 = v163 + v157;
let v165 = &(*v16)[v164];
let v166 = *v165;
*v158 = v166;

}
let v167 = v27 < v154;
if v167 {
let v168 = v152 + v27;
let v169 = v168 * v34;
let v170 = v169 + v157;
let v171 = &(*v15)[v170];
let v172 = *v171;
*v159 = v172;

}

}
let v173 = *v158;
let v174 = &(*v48)[v25];
*v174 = v173;
let v175 = *v159;
let v176 = u32(65);
let v177 = v28 * v176;
let v178 = v177 + v27;
let v179 = &(*v49)[v178];
*v179 = v175;
let v180 = u32(256);
let v181 = v25 + v180;
let v182 = v181 / v26;
let v183 = v181 % v26;
let v184 = v156 + v183;
var<function> v5472_store: f32;
let v185 = &v5472_store;
*v185 = v56;
var<function> v5473_store: f32;
let v186 = &v5473_store;
*v186 = v56;
let v187 = v184 < v34;
if v187 {
let v188 = v182 < v153;
if v188 {
let v189 = v151 + v182;
let v190 = v189 * v34;
let v191 = v190 + v184;
let v192 = &(*v16)[v191];
let v193 = *v192;
*v185 = v193;

}
let v194 = v182 < v154;
if v194 {
let v195 = v152 + v182;
let v196 = v195 * v34;
let v197 = v196 + v184;
let v198 = &(*v15)[v197];
let v199 = *v198;
*v186 = v199;

}

}
let v200 = *v185;
let v201 = &(*v48)[v181];
*v201 = v200;
let v202 = *v186;
let v203 = v183 * v176;
let v204 = v203 + v182;
let v205 = &(*v49)[v204];
*v205 = v202;
let v206 = u32(512);
let v207 = v25 + v206;
let v208 = v207 / v26;
let v209 = v207 % v26;
let v210 = v156 + v209;
var<function> v5474_store: f32;
let v211 = &v5474_store;
*v211 = v56;
var<function> v5475_store: f32;
let v212 = &v5475_store;
*v212 = v56;
let v213 = v210 < v34;
if v213 {
let v214 = v208 < v153;
if v214 {
let v215 = v151 + v208;
let v216 = v215 * v34;
let v217 = v216 + v210;
let v218 = &(*v16)[v217];
let v219 = *v218;
*v211 = v219;

}
let v220 = v208 < v154;
if v220 {
let v221 = v152 + v208;
let v222 = v221 * v34;
let v223 = v222 + v210;
let v224 = &(*v15)[v223];
let v225 = *v224;
*v212 = v225;

}

}
let v226 = *v211;
let v227 = &(*v48)[v207];
*v227 = v226;
let v228 = *v212;
let v229 = v209 * v176;
let v230 = v229 + v208;
let v231 = &(*v49)[v230];
*v231 = v228;
let v232 = u32(768);
let v233 = v25 + v232;
let v234 = v233 / v26;
let v235 = v233 % v26;
let v236 = v156 + v235;
var<function> v5476_store: f32;
let v237 = &v5476_store;
*v237 = v56;
var<function> v5477_store: f32;
let v238 = &v5477_store;
*v238 = v56;
let v239 = v236 < v34;
if v239 {
let v240 = v234 < v153;
if v240 {
let v241 = v151 + v234;
let v242 = v241 * v34;
let v243 = v242 + v236;
let v244 = &(*v16)[v243];
let v245 = *v244;
*v237 = v245;

}
let v246 = v234 < v154;
if v246 {
let v247 = v152 + v234;
let v248 = v247 * v34;
let v249 = v248 + v236;
let v250 = &(*v15)[v249];
let v251 = *v250;
*v238 = v251;

}

}
let v252 = *v237;
let v253 = &(*v48)[v233];
*v253 = v252;
let v254 = *v238;
let v255 = v235 * v176;
let v256 = v255 + v234;
let v257 = &(*v49)[v256];
*v257 = v254;
workgroupBarrier();
for(var v258: u32 = v17; v258 < v26; v258 += v50) {
let v259 = v27 * v62;
let v260 = v259 * v26;
let v261 = v260 + v258;
let v262 = &(*v48)[v261];
let v263 = *v262;
let v264 = v258 * v176;
let v265 = v264 + v28;
let v266 = &(*v49)[v265];
let v267 = *v266;
let v268 = *v119;
let v269 = fma(v263, v267, v268);
*v119 = v269;
let v270 = v264 + v26;
let v271 = v270 + v28;
let v272 = &(*v49)[v271];
let v273 = *v272;
let v274 = *v121;
let v275 = fma(v263, v273, v274);
*v121 = v275;
let v276 = u32(32);
let v277 = v264 + v276;
let v278 = v277 + v28;
let v279 = &(*v49)[v278];
let v280 = *v279;
let v281 = *v123;
let v282 = fma(v263, v280, v281);
*v123 = v282;
let v283 = u32(48);
let v284 = v264 + v283;
let v285 = v284 + v28;
let v286 = &(*v49)[v285];
let v287 = *v286;
let v288 = *v125;
let v289 = fma(v263, v287, v288);
*v125 = v289;
let v290 = v259 + v50;
let v291 = v290 * v26;
let v292 = v291 + v258;
let v293 = &(*v48)[v292];
let v294 = *v293;
let v295 = *v127;
let v296 = fma(v294, v267, v295);
*v127 = v296;
let v297 = *v129;
let v298 = fma(v294, v273, v297);
*v129 = v298;
let v299 = *v131;
let v300 = fma(v294, v280, v299);
*v131 = v300;
let v301 = *v133;
let v302 = fma(v294, v287, v301);
*v133 = v302;
let v303 = v259 + v58;
let v304 = v303 * v26;
let v305 = v304 + v258;
let v306 = &(*v48)[v305];
let v307 = *v306;
let v308 = *v135;
let v309 = fma(v307, v267, v308);
*v135 = v309;
let v310 = *v137;
let v311 = fma(v307, v273, v310);
*v137 = v311;
let v312 = *v139;
let v313 = fma(v307, v280, v312);
*v139 = v313;
let v314 = *v141;
let v315 = fma(v307, v287, v314);
*v141 = v315;
let v316 = v259 + v60;
let v317 = v316 * v26;
let v318 = v317 + v258;
let v319 = &(*v48)[v318];
let v320 = *v319;
let v321 = *v143;
let v322 = fma(v320, v267, v321);
*v143 = v322;
let v323 = *v145;
let v324 = fma(v320, v273, v323);
*v145 = v324;
let v325 = *v147;
let v326 = fma(v320, v280, v325);
*v147 = v326;
let v327 = *v149;
let v328 = fma(v320, v287, v327);
*v149 = v328;

}

}
for(var v329: u32 = v17; v329 < v62; v329 += v50) {
workgroupBarrier();
let v330 = v329 * v26;
let v331 = v330 + v28;
var<function> v5480_store: f32;
let v332 = &v5480_store;
*v332 = v56;
var<function> v5481_store: f32;
let v333 = &v5481_store;
*v333 = v56;
let v334 = v331 < v34;
if v334 {
let v335 = v27 < v153;
if v335 {
let v336 = v151 + v27;
let v337 = v336 * v34;
let v338 = v337 + v331;
let v339 = &(*v13)[v338];
let v340 = *v339;
*v332 = v340;

}
let v341 = v27 < v154;
if v341 {
let v342 = v152 + v27;
let v343 = v342 * v34;
let v344 = v343 + v331;
let v345 = &(*v14)[v344];
let v346 = *v345;
*v333 = v346;

}

}
let v347 = *v332;
let v348 = &(*v48)[v25];
*v348 = v347;
let v349 = *v333;
let v350 = u32(65);
let v351 = v28 * v350;
let v352 = v351 + v27;
let v353 = &(*v49)[v352];
*v353 = v349;
let v354 = u32(256);
let v355 = v25 + v354;
let v356 = v355 / v26;
let v357 = v355 % v26;
let v358 = v330 + v357;
var<function> v5482_store: f32;
let v359 = &v5482_store;
*v359 = v56;
var<function> v5483_store: f32;
let v360 = &v5483_store;
*v360 = v56;
let v361 = v358 < v34;
if v361 {
let v362 = v356 < v153;
if v362 {
let v363 = v151 + v356;
let v364 = v363 * v34;
let v365 = v364 + v358;
let v366 = &(*v13)[v365];
let v367 = *v366;
*v359 = v367;

}
let v368 = v356 < v154;
if v368 {
let v369 = v152 + v356;
let v370 = v369 * v34;
let v371 = v370 + v358;
let v372 = &(*v14)[v371];
let v373 = *v372;
*v360 = v373;

}

}
let v374 = *v359;
let v375 = &(*v48)[v355];
*v375 = v374;
let v376 = *v360;
let v377 = v357 * v350;
let v378 = v377 + v356;
let v379 = &(*v49)[v378];
*v379 = v376;
let v380 = u32(512);
let v381 = v25 + v380;
let v382 = v381 / v26;
let v383 = v381 % v26;
let v384 = v330 + v383;
var<function> v5484_store: f32;
let v385 = &v5484_store;
*v385 = v56;
var<function> v5485_store: f32;
let v386 = &v5485_store;
*v386 = v56;
let v387 = v384 < v34;
if v387 {
let v388 = v382 < v153;
if v388 {
let v389 = v151 + v382;
let v390 = v389 * v34;
let v391 = v390 + v384;
let v392 = &(*v13)[v391];
let v393 = *v392;
*v385 = v393;

}
let v394 = v382 < v154;
if v394 {
let v395 = v152 + v382;
let v396 = v395 * v34;
let v397 = v396 + v384;
let v398 = &(*v14)[v397];
let v399 = *v398;
*v386 = v399;

}

}
let v400 = *v385;
let v401 = &(*v48)[v381];
*v401 = v400;
let v402 = *v386;
let v403 = v383 * v350;
let v404 = v403 + v382;
let v405 = &(*v49)[v404];
*v405 = v402;
let v406 = u32(768);
let v407 = v25 + v406;
let v408 = v407 / v26;
let v409 = v407 % v26;
let v410 = v330 + v409;
var<function> v5486_store: f32;
let v411 = &v5486_store;
*v411 = v56;
var<function> v5487_store: f32;
let v412 = &v5487_store;
*v412 = v56;
let v413 = v410 < v34;
if v413 {
let v414 = v408 < v153;
if v414 {
let v415 = v151 + v408;
let v416 = v415 * v34;
let v417 = v416 + v410;
let v418 = &(*v13)[v417];
let v419 = *v418;
*v411 = v419;

}
let v420 = v408 < v154;
if v420 {
let v421 = v152 + v408;
let v422 = v421 * v34;
let v423 = v422 + v410;
let v424 = &(*v14)[v423];
let v425 = *v424;
*v412 = v425;

}

}
let v426 = *v411;
let v427 = &(*v48)[v407];
*v427 = v426;
let v428 = *v412;
let v429 = v409 * v350;
let v430 = v429 + v408;
let v431 = &(*v49)[v430];
*v431 = v428;
workgroupBarrier();
for(var v432: u32 = v17; v432 < v26; v432 += v50) {
let v433 = v27 * v62;
let v434 = v433 * v26;
let v435 = v434 + v432;
let v436 = &(*v48)[v435];
let v437 = *v436;
let v438 = v432 * v350;
let v439 = v438 + v28;
let v440 = &(*v49)[v439];
let v441 = *v440;
let v442 = *v120;
let v443 = fma(v437, v441, v442);
*v120 = v443;
let v444 = v438 + v26;
let v445 = v444 + v28;
let v446 = &(*v49)[v445];
let v447 = *v446;
let v448 = *v122;
let v449 = fma(v437, v447, v448);
*v122 = v449;
let v450 = u32(32);
let v451 = v438 + v450;
let v452 = v451 + v28;
let v453 = &(*v49)[v452];
let v454 = *v453;
let v455 = *v124;
let v456 = fma(v437, v454, v455);
*v124 = v456;
let v457 = u32(48);
let v458 = v438 + v457;
let v459 = v458 + v28;
let v460 = &(*v49)[v459];
let v461 = *v460;
let v462 = *v126;
let v463 = fma(v437, v461, v462);
*v126 = v463;
let v464 = v433 + v50;
let v465 = v464 * v26;
let v466 = v465 + v432;
let v467 = &(*v48)[v466];
let v468 = *v467;
let v469 = *v128;
let v470 = fma(v468, v441, v469);
*v128 = v470;
let v471 = *v130;
let v472 = fma(v468, v447, v471);
*v130 = v472;
let v473 = *v132;
let v474 = fma(v468, v454, v473);
*v132 = v474;
let v475 = *v134;
let v476 = fma(v468, v461, v475);
*v134 = v476;
let v477 = v433 + v58;
let v478 = v477 * v26;
let v479 = v478 + v432;
let v480 = &(*v48)[v479];
let v481 = *v480;
let v482 = *v136;
let v483 = fma(v481, v441, v482);
*v136 = v483;
let v484 = *v138;
let v485 = fma(v481, v447, v484);
*v138 = v485;
let v486 = *v140;
let v487 = fma(v481, v454, v486);
*v140 = v487;
let v488 = *v142;
let v489 = fma(v481, v461, v488);
*v142 = v489;
let v490 = v433 + v60;
let v491 = v490 * v26;
let v492 = v491 + v432;
let v493 = &(*v48)[v492];
let v494 = *v493;
let v495 = *v144;
let v496 = fma(v494, v441, v495);
*v144 = v496;
let v497 = *v146;
let v498 = fma(v494, v447, v497);
*v146 = v498;
let v499 = *v148;
let v500 = fma(v494, v454, v499);
*v148 = v500;
let v501 = *v150;
let v502 = fma(v494, v461, v501);
*v150 = v502;

}

}
let v503 = v27 * v62;
let v504 = v113 + v503;
let v505 = v35 + v28;
let v506 = *v119;
let v507 = v506 * v23;
var<function> v5489_store: f32;
let v508 = &v5489_store;
*v508 = v507;
let v509 = v504 < v29;
let v510 = v505 < v30;
let v511 = v509 && v510;
var<function> v5490_store: bool;
let v512 = &v5490_store;
*v512 = v511;
let v513 = *v512;
if v513 {

}
let v514 = *v508;
let v515 = f32(-3.4028234663852886e38);
let v516 = select(v515, v514, v513);
var<function> v5491_store: f32;
let v517 = &v5491_store;
*v517 = v56;
var<function> v5492_store: f32;
let v518 = &v5492_store;
*v518 = v56;
if v509 {
let v519 = f32(1.0);
var<function> v5493_store: f32;
let v520 = &v5493_store;
*v520 = v519;
let v521 = *v120;
let v522 = v151 + v503;
let v523 = &(*v12)[v522];
let v524 = *v523;
let v525 = v18 / v58;
let v526 = v525 + v522;
let v527 = &(*v12)[v526];
let v528 = *v527;
let v529 = v516 == v515;
let v530 = v516 - v524;
let v531 = exp(v530);
let v532 = select(v531, v56, v529);
let v533 = *v520;
let v534 = v532 * v533;
let v535 = -v528;
let v536 = fma(v521, v533, v535);
let v537 = v532 * v536;
*v517 = v534;
*v518 = v537;

}
let v538 = *v517;
let v539 = v503 * v34;
let v540 = v539 + v28;
let v541 = &(*v51)[v540];
*v541 = v538;
let v542 = *v518;
let v543 = &(*v52)[v540];
*v543 = v542;
let v544 = v26 + v28;
let v545 = v35 + v544;
let v546 = *v121;
let v547 = v546 * v23;
var<function> v5494_store: f32;
let v548 = &v5494_store;
*v548 = v547;
let v549 = v545 < v30;
let v550 = v509 && v549;
var<function> v5495_store: bool;
let v551 = &v5495_store;
*v551 = v550;
let v552 = *v551;
if v552 {

}
let v553 = *v548;
let v554 = select(v515, v553, v552);
var<function> v5496_store: f32;
let v555 = &v5496_store;
*v555 = v56;
var<function> v5497_store: f32;
let v556 = &v5497_store;
*v556 = v56;
if v509 {
let v557 = f32(1.0);
var<function> v5498_store: f32;
let v558 = &v5498_store;
*v558 = v557;
let v559 = *v122;
let v560 = v151 + v503;
let v561 = &(*v12)[v560];
let v562 = *v561;
let v563 = v18 / v58;
let v564 = v563 + v560;
let v565 = &(*v12)[v564];
let v566 = *v565;
let v567 = v554 == v515;
let v568 = v554 - v562;
let v569 = exp(v568);
let v570 = select(v569, v56, v567);
let v571 = *v558;
let v572 = v570 * v571;
let v573 = -v566;
let v574 = fma(v559, v571, v573);
let v575 = v570 * v574;
*v555 = v572;
*v556 = v575;

}
let v576 = *v555;
let v577 = v539 + v544;
let v578 = &(*v51)[v577];
*v578 = v576;
let v579 = *v556;
let v580 = &(*v52)[v577];
*v580 = v579;
let v581 = u32(32);
let v582 = v581 + v28;
let v583 = v35 + v582;
let v584 = *v123;
let v585 = v584 * v23;
var<function> v5499_store: f32;
let v586 = &v5499_store;
*v586 = v585;
let v587 = v583 < v30;
let v588 = v509 && v587;
var<function> v5500_store: bool;
let v589 = &v5500_store;
*v589 = v588;
let v590 = *v589;
if v590 {

}
let v591 = *v586;
let v592 = select(v515, v591, v590);
var<function> v5501_store: f32;
let v593 = &v5501_store;
*v593 = v56;
var<function> v5502_store: f32;
let v594 = &v5502_store;
*v594 = v56;
if v509 {
let v595 = f32(1.0);
var<function> v5503_store: f32;
let v596 = &v5503_store;
*v596 = v595;
let v597 = *v124;
let v598 = v151 + v503;
let v599 = &(*v12)[v598];
let v600 = *v599;
let v601 = v18 / v58;
let v602 = v601 + v598;
let v603 = &(*v12)[v602];
let v604 = *v603;
let v605 = v592 == v515;
let v606 = v592 - v600;
let v607 = exp(v606);
let v608 = select(v607, v56, v605);
let v609 = *v596;
let v610 = v608 * v609;
let v611 = -v604;
let v612 = fma(v597, v609, v611);
let v613 = v608 * v612;
*v593 = v610;
*v594 = v613;

}
let v614 = *v593;
let v615 = v539 + v582;
let v616 = &(*v51)[v615];
*v616 = v614;
let v617 = *v594;
let v618 = &(*v52)[v615];
*v618 = v617;
let v619 = u32(48);
let v620 = v619 + v28;
let v621 = v35 + v620;
let v622 = *v125;
let v623 = v622 * v23;
var<function> v5504_store: f32;
let v624 = &v5504_store;
*v624 = v623;
let v625 = v621 < v30;
let v626 = v509 && v625;
var<function> v5505_store: bool;
let v627 = &v5505_store;
*v627 = v626;
let v628 = *v627;
if v628 {

}
let v629 = *v624;
let v630 = select(v515, v629, v628);
var<function> v5506_store: f32;
let v631 = &v5506_store;
*v631 = v56;
var<function> v5507_store: f32;
let v632 = &v5507_store;
*v632 = v56;
if v509 {
let v633 = f32(1.0);
var<function> v5508_store: f32;
let v634 = &v5508_store;
*v634 = v633;
let v635 = *v126;
let v636 = v151 + v503;
let v637 = &(*v12)[v636];
let v638 = *v637;
let v639 = v18 / v58;
let v640 = v639 + v636;
let v641 = &(*v12)[v640];
let v642 = *v641;
let v643 = v630 == v515;
let v644 = v630 - v638;
let v645 = exp(v644);
let v646 = select(v645, v56, v643);
let v647 = *v634;
let v648 = v646 * v647;
let v649 = -v642;
let v650 = fma(v635, v647, v649);
let v651 = v646 * v650;
*v631 = v648;
*v632 = v651;

}
let v652 = *v631;
let v653 = v539 + v620;
let v654 = &(*v51)[v653];
*v654 = v652;
let v655 = *v632;
let v656 = &(*v52)[v653];
*v656 = v655;
let v657 = v503 + v50;
let v658 = v113 + v657;
let v659 = *v127;
let v660 = v659 * v23;
var<function> v5509_store: f32;
let v661 = &v5509_store;
*v661 = v660;
let v662 = v658 < v29;
let v663 = v662 && v510;
var<function> v5510_store: bool;
let v664 = &v5510_store;
*v664 = v663;
let v665 = *v664;
if v665 {

}
let v666 = *v661;
let v667 = select(v515, v666, v665);
var<function> v5511_store: f32;
let v668 = &v5511_store;
*v668 = v56;
var<function> v5512_store: f32;
let v669 = &v5512_store;
*v669 = v56;
if v662 {
let v670 = f32(1.0);
var<function> v5513_store: f32;
let v671 = &v5513_store;
*v671 = v670;
let v672 = *v128;
let v673 = v151 + v657;
let v674 = &(*v12)[v673];
let v675 = *v674;
let v676 = v18 / v58;
let v677 = v676 + v673;
let v678 = &(*v12)[v677];
let v679 = *v678;
let v680 = v667 == v515;
let v681 = v667 - v675;
let v682 = exp(v681);
let v683 = select(v682, v56, v680);
let v684 = *v671;
let v685 = v683 * v684;
let v686 = -v679;
let v687 = fma(v672, v684, v686);
let v688 = v683 * v687;
*v668 = v685;
*v669 = v688;

}
let v689 = *v668;
let v690 = v657 * v34;
let v691 = v690 + v28;
let v692 = &(*v51)[v691];
*v692 = v689;
let v693 = *v669;
let v694 = &(*v52)[v691];
*v694 = v693;
let v695 = *v129;
let v696 = v695 * v23;
var<function> v5514_store: f32;
let v697 = &v5514_store;
*v697 = v696;
let v698 = v662 && v549;
var<function> v5515_store: bool;
let v699 = &v5515_store;
*v699 = v698;
let v700 = *v699;
if v700 {

}
let v701 = *v697;
let v702 = select(v515, v701, v700);
var<function> v5516_store: f32;
let v703 = &v5516_store;
*v703 = v56;
var<function> v5517_store: f32;
let v704 = &v5517_store;
*v704 = v56;
if v662 {
let v705 = f32(1.0);
var<function> v5518_store: f32;
let v706 = &v5518_store;
*v706 = v705;
let v707 = *v130;
let v708 = v151 + v657;
let v709 = &(*v12)[v708];
let v710 = *v709;
let v711 = v18 / v58;
let v712 = v711 + v708;
let v713 = &(*v12)[v712];
let v714 = *v713;
let v715 = v702 == v515;
let v716 = v702 - v710;
let v717 = exp(v716);
let v718 = select(v717, v56, v715);
let v719 = *v706;
let v720 = v718 * v719;
let v721 = -v714;
let v722 = fma(v707, v719, v721);
let v723 = v718 * v722;
*v703 = v720;
*v704 = v723;

}
let v724 = *v703;
let v725 = v690 + v544;
let v726 = &(*v51)[v725];
*v726 = v724;
let v727 = *v704;
let v728 = &(*v52)[v725];
*v728 = v727;
let v729 = *v131;
let v730 = v729 * v23;
var<function> v5519_store: f32;
let v731 = &v5519_store;
*v731 = v730;
let v732 = v662 && v587;
var<function> v5520_store: bool;
let v733 = &v5520_store;
*v733 = v732;
let v734 = *v733;
if v734 {

}
let v735 = *v731;
let v736 = select(v515, v735, v734);
var<function> v5521_store: f32;
let v737 = &v5521_store;
*v737 = v56;
var<function> v5522_store: f32;
let v738 = &v5522_store;
*v738 = v56;
if v662 {
let v739 = f32(1.0);
var<function> v5523_store: f32;
let v740 = &v5523_store;
*v740 = v739;
let v741 = *v132;
let v742 = v151 + v657;
let v743 = &(*v12)[v742];
let v744 = *v743;
let v745 = v18 / v58;
let v746 = v745 + v742;
let v747 = &(*v12)[v746];
let v748 = *v747;
let v749 = v736 == v515;
let v750 = v736 - v744;
let v751 = exp(v750);
let v752 = select(v751, v56, v749);
let v753 = *v740;
let v754 = v752 * v753;
let v755 = -v748;
let v756 = fma(v741, v753, v755);
let v757 = v752 * v756;
*v737 = v754;
*v738 = v757;

}
let v758 = *v737;
let v759 = v690 + v582;
let v760 = &(*v51)[v759];
*v760 = v758;
let v761 = *v738;
let v762 = &(*v52)[v759];
*v762 = v761;
let v763 = *v133;
let v764 = v763 * v23;
var<function> v5524_store: f32;
let v765 = &v5524_store;
*v765 = v764;
let v766 = v662 && v625;
var<function> v5525_store: bool;
let v767 = &v5525_store;
*v767 = v766;
let v768 = *v767;
if v768 {

}
let v769 = *v765;
let v770 = select(v515, v769, v768);
var<function> v5526_store: f32;
let v771 = &v5526_store;
*v771 = v56;
var<function> v5527_store: f32;
let v772 = &v5527_store;
*v772 = v56;
if v662 {
let v773 = f32(1.0);
var<function> v5528_store: f32;
let v774 = &v5528_store;
*v774 = v773;
let v775 = *v134;
let v776 = v151 + v657;
let v777 = &(*v12)[v776];
let v778 = *v777;
let v779 = v18 / v58;
let v780 = v779 + v776;
let v781 = &(*v12)[v780];
let v782 = *v781;
let v783 = v770 == v515;
let v784 = v770 - v778;
let v785 = exp(v784);
let v786 = select(v785, v56, v783);
let v787 = *v774;
let v788 = v786 * v787;
let v789 = -v782;
let v790 = fma(v775, v787, v789);
let v791 = v786 * v790;
*v771 = v788;
*v772 = v791;

}
let v792 = *v771;
let v793 = v690 + v620;
let v794 = &(*v51)[v793];
*v794 = v792;
let v795 = *v772;
let v796 = &(*v52)[v793];
*v796 = v795;
let v797 = v503 + v58;
let v798 = v113 + v797;
let v799 = *v135;
let v800 = v799 * v23;
var<function> v5529_store: f32;
let v801 = &v5529_store;
*v801 = v800;
let v802 = v798 < v29;
let v803 = v802 && v510;
var<function> v5530_store: bool;
let v804 = &v5530_store;
*v804 = v803;
let v805 = *v804;
if v805 {

}
let v806 = *v801;
let v807 = select(v515, v806, v805);
var<function> v5531_store: f32;
let v808 = &v5531_store;
*v808 = v56;
var<function> v5532_store: f32;
let v809 = &v5532_store;
*v809 = v56;
if v802 {
let v810 = f32(1.0);
var<function> v5533_store: f32;
let v811 = &v5533_store;
*v811 = v810;
let v812 = *v136;
let v813 = v151 + v797;
let v814 = &(*v12)[v813];
let v815 = *v814;
let v816 = v18 / v58;
let v817 = v816 + v813;
let v818 = &(*v12)[v817];
let v819 = *v818;
let v820 = v807 == v515;
let v821 = v807 - v815;
let v822 = exp(v821);
let v823 = select(v822, v56, v820);
let v824 = *v811;
let v825 = v823 * v824;
let v826 = -v819;
let v827 = fma(v812, v824, v826);
let v828 = v823 * v827;
*v808 = v825;
*v809 = v828;

}
let v829 = *v808;
let v830 = v797 * v34;
let v831 = v830 + v28;
let v832 = &(*v51)[v831];
*v832 = v829;
let v833 = *v809;
let v834 = &(*v52)[v831];
*v834 = v833;
let v835 = *v137;
let v836 = v835 * v23;
var<function> v5534_store: f32;
let v837 = &v5534_store;
*v837 = v836;
let v838 = v802 && v549;
var<function> v5535_store: bool;
let v839 = &v5535_store;
*v839 = v838;
let v840 = *v839;
if v840 {

}
let v841 = *v837;
let v842 = select(v515, v841, v840);
var<function> v5536_store: f32;
let v843 = &v5536_store;
*v843 = v56;
var<function> v5537_store: f32;
let v844 = &v5537_store;
*v844 = v56;
if v802 {
let v845 = f32(1.0);
var<function> v5538_store: f32;
let v846 = &v5538_store;
*v846 = v845;
let v847 = *v138;
let v848 = v151 + v797;
let v849 = &(*v12)[v848];
let v850 = *v849;
let v851 = v18 / v58;
let v852 = v851 + v848;
let v853 = &(*v12)[v852];
let v854 = *v853;
let v855 = v842 == v515;
let v856 = v842 - v850;
let v857 = exp(v856);
let v858 = select(v857, v56, v855);
let v859 = *v846;
let v860 = v858 * v859;
let v861 = -v854;
let v862 = fma(v847, v859, v861);
let v863 = v858 * v862;
*v843 = v860;
*v844 = v863;

}
let v864 = *v843;
let v865 = v830 + v544;
let v866 = &(*v51)[v865];
*v866 = v864;
let v867 = *v844;
let v868 = &(*v52)[v865];
*v868 = v867;
let v869 = *v139;
let v870 = v869 * v23;
var<function> v5539_store: f32;
let v871 = &v5539_store;
*v871 = v870;
let v872 = v802 && v587;
var<function> v5540_store: bool;
let v873 = &v5540_store;
*v873 = v872;
let v874 = *v873;
if v874 {

}
let v875 = *v871;
let v876 = select(v515, v875, v874);
var<function> v5541_store: f32;
let v877 = &v5541_store;
*v877 = v56;
var<function> v5542_store: f32;
let v878 = &v5542_store;
*v878 = v56;
if v802 {
let v879 = f32(1.0);
var<function> v5543_store: f32;
let v880 = &v5543_store;
*v880 = v879;
let v881 = *v140;
let v882 = v151 + v797;
let v883 = &(*v12)[v882];
let v884 = *v883;
let v885 = v18 / v58;
let v886 = v885 + v882;
let v887 = &(*v12)[v886];
let v888 = *v887;
let v889 = v876 == v515;
let v890 = v876 - v884;
let v891 = exp(v890);
let v892 = select(v891, v56, v889);
let v893 = *v880;
let v894 = v892 * v893;
let v895 = -v888;
let v896 = fma(v881, v893, v895);
let v897 = v892 * v896;
*v877 = v894;
*v878 = v897;

}
let v898 = *v877;
let v899 = v830 + v582;
let v900 = &(*v51)[v899];
*v900 = v898;
let v901 = *v878;
let v902 = &(*v52)[v899];
*v902 = v901;
let v903 = *v141;
let v904 = v903 * v23;
var<function> v5544_store: f32;
let v905 = &v5544_store;
*v905 = v904;
let v906 = v802 && v625;
var<function> v5545_store: bool;
let v907 = &v5545_store;
*v907 = v906;
let v908 = *v907;
if v908 {

}
let v909 = *v905;
let v910 = select(v515, v909, v908);
var<function> v5546_store: f32;
let v911 = &v5546_store;
*v911 = v56;
var<function> v5547_store: f32;
let v912 = &v5547_store;
*v912 = v56;
if v802 {
let v913 = f32(1.0);
var<function> v5548_store: f32;
let v914 = &v5548_store;
*v914 = v913;
let v915 = *v142;
let v916 = v151 + v797;
let v917 = &(*v12)[v916];
let v918 = *v917;
let v919 = v18 / v58;
let v920 = v919 + v916;
let v921 = &(*v12)[v920];
let v922 = *v921;
let v923 = v910 == v515;
let v924 = v910 - v918;
let v925 = exp(v924);
let v926 = select(v925, v56, v923);
let v927 = *v914;
let v928 = v926 * v927;
let v929 = -v922;
let v930 = fma(v915, v927, v929);
let v931 = v926 * v930;
*v911 = v928;
*v912 = v931;

}
let v932 = *v911;
let v933 = v830 + v620;
let v934 = &(*v51)[v933];
*v934 = v932;
let v935 = *v912;
let v936 = &(*v52)[v933];
*v936 = v935;
let v937 = v503 + v60;
let v938 = v113 + v937;
let v939 = *v143;
let v940 = v939 * v23;
var<function> v5549_store: f32;
let v941 = &v5549_store;
*v941 = v940;
let v942 = v938 < v29;
let v943 = v942 && v510;
var<function> v5550_store: bool;
let v944 = &v5550_store;
*v944 = v943;
let v945 = *v944;
if v945 {

}
let v946 = *v941;
let v947 = select(v515, v946, v945);
var<function> v5551_store: f32;
let v948 = &v5551_store;
*v948 = v56;
var<function> v5552_store: f32;
let v949 = &v5552_store;
*v949 = v56;
if v942 {
let v950 = f32(1.0);
var<function> v5553_store: f32;
let v951 = &v5553_store;
*v951 = v950;
let v952 = *v144;
let v953 = v151 + v937;
let v954 = &(*v12)[v953];
let v955 = *v954;
let v956 = v18 / v58;
let v957 = v956 + v953;
let v958 = &(*v12)[v957];
let v959 = *v958;
let v960 = v947 == v515;
let v961 = v947 - v955;
let v962 = exp(v961);
let v963 = select(v962, v56, v960);
let v964 = *v951;
let v965 = v963 * v964;
let v966 = -v959;
let v967 = fma(v952, v964, v966);
let v968 = v963 * v967;
*v948 = v965;
*v949 = v968;

}
let v969 = *v948;
let v970 = v937 * v34;
let v971 = v970 + v28;
let v972 = &(*v51)[v971];
*v972 = v969;
let v973 = *v949;
let v974 = &(*v52)[v971];
*v974 = v973;
let v975 = *v145;
let v976 = v975 * v23;
var<function> v5554_store: f32;
let v977 = &v5554_store;
*v977 = v976;
let v978 = v942 && v549;
var<function> v5555_store: bool;
let v979 = &v5555_store;
*v979 = v978;
let v980 = *v979;
if v980 {

}
let v981 = *v977;
let v982 = select(v515, v981, v980);
var<function> v5556_store: f32;
let v983 = &v5556_store;
*v983 = v56;
var<function> v5557_store: f32;
let v984 = &v5557_store;
*v984 = v56;
if v942 {
let v985 = f32(1.0);
var<function> v5558_store: f32;
let v986 = &v5558_store;
*v986 = v985;
let v987 = *v146;
let v988 = v151 + v937;
let v989 = &(*v12)[v988];
let v990 = *v989;
let v991 = v18 / v58;
let v992 = v991 + v988;
let v993 = &(*v12)[v992];
let v994 = *v993;
let v995 = v982 == v515;
let v996 = v982 - v990;
let v997 = exp(v996);
let v998 = select(v997, v56, v995);
let v999 = *v986;
let v1000 = v998 * v999;
let v1001 = -v994;
let v1002 = fma(v987, v999, v1001);
let v1003 = v998 * v1002;
*v983 = v1000;
*v984 = v1003;

}
let v1004 = *v983;
let v1005 = v970 + v544;
let v1006 = &(*v51)[v1005];
*v1006 = v1004;
let v1007 = *v984;
let v1008 = &(*v52)[v1005];
*v1008 = v1007;
let v1009 = *v147;
let v1010 = v1009 * v23;
var<function> v5559_store: f32;
let v1011 = &v5559_store;
*v1011 = v1010;
let v1012 = v942 && v587;
var<function> v5560_store: bool;
let v1013 = &v5560_store;
*v1013 = v1012;
let v1014 = *v1013;
if v1014 {

}
let v1015 = *v1011;
let v1016 = select(v515, v1015, v1014);
var<function> v5561_store: f32;
let v1017 = &v5561_store;
*v1017 = v56;
var<function> v5562_store: f32;
let v1018 = &v5562_store;
*v1018 = v56;
if v942 {
let v1019 = f32(1.0);
var<function> v5563_store: f32;
let v1020 = &v5563_store;
*v1020 = v1019;
let v1021 = *v148;
let v1022 = v151 + v937;
let v1023 = &(*v12)[v1022];
let v1024 = *v1023;
let v1025 = v18 / v58;
let v1026 = v1025 + v1022;
let v1027 = &(*v12)[v1026];
let v1028 = *v1027;
let v1029 = v1016 == v515;
let v1030 = v1016 - v1024;
let v1031 = exp(v1030);
let v1032 = select(v1031, v56, v1029);
let v1033 = *v1020;
let v1034 = v1032 * v1033;
let v1035 = -v1028;
let v1036 = fma(v1021, v1033, v1035);
let v1037 = v1032 * v1036;
*v1017 = v1034;
*v1018 = v1037;

}
let v1038 = *v1017;
let v1039 = v970 + v582;
let v1040 = &(*v51)[v1039];
*v1040 = v1038;
let v1041 = *v1018;
let v1042 = &(*v52)[v1039];
*v1042 = v1041;
let v1043 = *v149;
let v1044 = v1043 * v23;
var<function> v5564_store: f32;
let v1045 = &v5564_store;
*v1045 = v1044;
let v1046 = v942 && v625;
var<function> v5565_store: bool;
let v1047 = &v5565_store;
*v1047 = v1046;
let v1048 = *v1047;
if v1048 {

}
let v1049 = *v1045;
let v1050 = select(v515, v1049, v1048);
var<function> v5566_store: f32;
let v1051 = &v5566_store;
*v1051 = v56;
var<function> v5567_store: f32;
let v1052 = &v5567_store;
*v1052 = v56;
if v942 {
let v1053 = f32(1.0);
var<function> v5568_store: f32;
let v1054 = &v5568_store;
*v1054 = v1053;
let v1055 = *v150;
let v1056 = v151 + v937;
let v1057 = &(*v12)[v1056];
let v1058 = *v1057;
let v1059 = v18 / v58;
let v1060 = v1059 + v1056;
let v1061 = &(*v12)[v1060];
let v1062 = *v1061;
let v1063 = v1050 == v515;
let v1064 = v1050 - v1058;
let v1065 = exp(v1064);
let v1066 = select(v1065, v56, v1063);
let v1067 = *v1054;
let v1068 = v1066 * v1067;
let v1069 = -v1062;
let v1070 = fma(v1055, v1067, v1069);
let v1071 = v1066 * v1070;
*v1051 = v1068;
*v1052 = v1071;

}
let v1072 = *v1051;
let v1073 = v970 + v620;
let v1074 = &(*v51)[v1073];
*v1074 = v1072;
let v1075 = *v1052;
let v1076 = &(*v52)[v1073];
*v1076 = v1075;
workgroupBarrier();
workgroupBarrier();
var<function> v5569_store: f32;
let v1077 = &v5569_store;
*v1077 = v56;
let v1078 = v28 < v34;
let v1079 = v27 < v153;
let v1080 = v1078 && v1079;
if v1080 {
let v1081 = v151 + v27;
let v1082 = v1081 * v34;
let v1083 = v1082 + v28;
let v1084 = &(*v13)[v1083];
let v1085 = *v1084;
*v1077 = v1085;

}
let v1086 = *v1077;
let v1087 = &(*v49)[v25];
*v1087 = v1086;
let v1088 = u32(256);
let v1089 = v25 + v1088;
let v1090 = v1089 / v26;
let v1091 = v1089 % v26;
var<function> v5570_store: f32;
let v1092 = &v5570_store;
*v1092 = v56;
let v1093 = v1091 < v34;
let v1094 = v1090 < v153;
let v1095 = v1093 && v1094;
if v1095 {
let v1096 = v151 + v1090;
let v1097 = v1096 * v34;
let v1098 = v1097 + v1091;
let v1099 = &(*v13)[v1098];
let v1100 = *v1099;
*v1092 = v1100;

}
let v1101 = *v1092;
let v1102 = &(*v49)[v1089];
*v1102 = v1101;
let v1103 = u32(512);
let v1104 = v25 + v1103;
let v1105 = v1104 / v26;
let v1106 = v1104 % v26;
var<function> v5571_store: f32;
let v1107 = &v5571_store;
*v1107 = v56;
let v1108 = v1106 < v34;
let v1109 = v1105 < v153;
let v1110 = v1108 && v1109;
if v1110 {
let v1111 = v151 + v1105;
let v1112 = v1111 * v34;
let v1113 = v1112 + v1106;
let v1114 = &(*v13)[v1113];
let v1115 = *v1114;
*v1107 = v1115;

}
let v1116 = *v1107;
let v1117 = &(*v49)[v1104];
*v1117 = v1116;
let v1118 = u32(768);
let v1119 = v25 + v1118;
let v1120 = v1119 / v26;
let v1121 = v1119 % v26;
var<function> v5572_store: f32;
let v1122 = &v5572_store;
*v1122 = v56;
let v1123 = v1121 < v34;
let v1124 = v1120 < v153;
let v1125 = v1123 && v1124;
if v1125 {
let v1126 = v151 + v1120;
let v1127 = v1126 * v34;
let v1128 = v1127 + v1121;
let v1129 = &(*v13)[v1128];
let v1130 = *v1129;
*v1122 = v1130;

}
let v1131 = *v1122;
let v1132 = &(*v49)[v1119];
*v1132 = v1131;
workgroupBarrier();
for(var v1133: u32 = v17; v1133 < v34; v1133 += v50) {
let v1134 = v1133 * v26;
let v1135 = v1134 + v28;
let v1136 = &(*v49)[v1135];
let v1137 = *v1136;
let v1138 = v1133 * v34;
let v1139 = v1138 + v503;
let v1140 = &(*v51)[v1139];
let v1141 = *v1140;
let v1142 = *v86;
let v1143 = fma(v1141, v1137, v1142);
*v86 = v1143;
let v1144 = v1138 + v657;
let v1145 = &(*v51)[v1144];
let v1146 = *v1145;
let v1147 = *v90;
let v1148 = fma(v1146, v1137, v1147);
*v90 = v1148;
let v1149 = v1138 + v797;
let v1150 = &(*v51)[v1149];
let v1151 = *v1150;
let v1152 = *v94;
let v1153 = fma(v1151, v1137, v1152);
*v94 = v1153;
let v1154 = v1138 + v937;
let v1155 = &(*v51)[v1154];
let v1156 = *v1155;
let v1157 = *v98;
let v1158 = fma(v1156, v1137, v1157);
*v98 = v1158;

}
workgroupBarrier();
var<function> v5574_store: f32;
let v1159 = &v5574_store;
*v1159 = v56;
let v1160 = v544 < v34;
let v1161 = v1160 && v1079;
if v1161 {
let v1162 = v151 + v27;
let v1163 = v1162 * v34;
let v1164 = v1163 + v544;
let v1165 = &(*v13)[v1164];
let v1166 = *v1165;
*v1159 = v1166;

}
let v1167 = *v1159;
*v1087 = v1167;
let v1168 = v26 + v1091;
var<function> v5575_store: f32;
let v1169 = &v5575_store;
*v1169 = v56;
let v1170 = v1168 < v34;
let v1171 = v1170 && v1094;
if v1171 {
let v1172 = v151 + v1090;
let v1173 = v1172 * v34;
let v1174 = v1173 + v1168;
let v1175 = &(*v13)[v1174];
let v1176 = *v1175;
*v1169 = v1176;

}
let v1177 = *v1169;
*v1102 = v1177;
let v1178 = v26 + v1106;
var<function> v5576_store: f32;
let v1179 = &v5576_store;
*v1179 = v56;
let v1180 = v1178 < v34;
let v1181 = v1180 && v1109;
if v1181 {
let v1182 = v151 + v1105;
let v1183 = v1182 * v34;
let v1184 = v1183 + v1178;
let v1185 = &(*v13)[v1184];
let v1186 = *v1185;
*v1179 = v1186;

}
let v1187 = *v1179;
*v1117 = v1187;
let v1188 = v26 + v1121;
var<function> v5577_store: f32;
let v1189 = &v5577_store;
*v1189 = v56;
let v1190 = v1188 < v34;
let v1191 = v1190 && v1124;
if v1191 {
let v1192 = v151 + v1120;
let v1193 = v1192 * v34;
let v1194 = v1193 + v1188;
let v1195 = &(*v13)[v1194];
let v1196 = *v1195;
*v1189 = v1196;

}
let v1197 = *v1189;
*v1132 = v1197;
workgroupBarrier();
for(var v1198: u32 = v17; v1198 < v34; v1198 += v50) {
let v1199 = v1198 * v26;
let v1200 = v1199 + v28;
let v1201 = &(*v49)[v1200];
let v1202 = *v1201;
let v1203 = v1198 * v34;
let v1204 = v1203 + v503;
let v1205 = &(*v51)[v1204];
let v1206 = *v1205;
let v1207 = *v87;
let v1208 = fma(v1206, v1202, v1207);
*v87 = v1208;
let v1209 = v1203 + v657;
let v1210 = &(*v51)[v1209];
let v1211 = *v1210;
let v1212 = *v91;
let v1213 = fma(v1211, v1202, v1212);
*v91 = v1213;
let v1214 = v1203 + v797;
let v1215 = &(*v51)[v1214];
let v1216 = *v1215;
let v1217 = *v95;
let v1218 = fma(v1216, v1202, v1217);
*v95 = v1218;
let v1219 = v1203 + v937;
let v1220 = &(*v51)[v1219];
let v1221 = *v1220;
let v1222 = *v99;
let v1223 = fma(v1221, v1202, v1222);
*v99 = v1223;

}
workgroupBarrier();
var<function> v5579_store: f32;
let v1224 = &v5579_store;
*v1224 = v56;
let v1225 = v582 < v34;
let v1226 = v1225 && v1079;
if v1226 {
let v1227 = v151 + v27;
let v1228 = v1227 * v34;
let v1229 = v1228 + v582;
let v1230 = &(*v13)[v1229];
let v1231 = *v1230;
*v1224 = v1231;

}
let v1232 = *v1224;
*v1087 = v1232;
let v1233 = v581 + v1091;
var<function> v5580_store: f32;
let v1234 = &v5580_store;
*v1234 = v56;
let v1235 = v1233 < v34;
let v1236 = v1235 && v1094;
if v1236 {
let v1237 = v151 + v1090;
let v1238 = v1237 * v34;
let v1239 = v1238 + v1233;
let v1240 = &(*v13)[v1239];
let v1241 = *v1240;
*v1234 = v1241;

}
let v1242 = *v1234;
*v1102 = v1242;
let v1243 = v581 + v1106;
var<function> v5581_store: f32;
let v1244 = &v5581_store;
*v1244 = v56;
let v1245 = v1243 < v34;
let v1246 = v1245 && v1109;
if v1246 {
let v1247 = v151 + v1105;
let v1248 = v1247 * v34;
let v1249 = v1248 + v1243;
let v1250 = &(*v13)[v1249];
let v1251 = *v1250;
*v1244 = v1251;

}
let v1252 = *v1244;
*v1117 = v1252;
let v1253 = v581 + v1121;
var<function> v5582_store: f32;
let v1254 = &v5582_store;
*v1254 = v56;
let v1255 = v1253 < v34;
let v1256 = v1255 && v1124;
if v1256 {
let v1257 = v151 + v1120;
let v1258 = v1257 * v34;
let v1259 = v1258 + v1253;
let v1260 = &(*v13)[v1259];
let v1261 = *v1260;
*v1254 = v1261;

}
let v1262 = *v1254;
*v1132 = v1262;
workgroupBarrier();
for(var v1263: u32 = v17; v1263 < v34; v1263 += v50) {
let v1264 = v1263 * v26;
let v1265 = v1264 + v28;
let v1266 = &(*v49)[v1265];
let v1267 = *v1266;
let v1268 = v1263 * v34;
let v1269 = v1268 + v503;
let v1270 = &(*v51)[v1269];
let v1271 = *v1270;
let v1272 = *v88;
let v1273 = fma(v1271, v1267, v1272);
*v88 = v1273;
let v1274 = v1268 + v657;
let v1275 = &(*v51)[v1274];
let v1276 = *v1275;
let v1277 = *v92;
let v1278 = fma(v1276, v1267, v1277);
*v92 = v1278;
let v1279 = v1268 + v797;
let v1280 = &(*v51)[v1279];
let v1281 = *v1280;
let v1282 = *v96;
let v1283 = fma(v1281, v1267, v1282);
*v96 = v1283;
let v1284 = v1268 + v937;
let v1285 = &(*v51)[v1284];
let v1286 = *v1285;
let v1287 = *v100;
let v1288 = fma(v1286, v1267, v1287);
*v100 = v1288;

}
workgroupBarrier();
var<function> v5584_store: f32;
let v1289 = &v5584_store;
*v1289 = v56;
let v1290 = v620 < v34;
let v1291 = v1290 && v1079;
if v1291 {
let v1292 = v151 + v27;
let v1293 = v1292 * v34;
let v1294 = v1293 + v620;
let v1295 = &(*v13)[v1294];
let v1296 = *v1295;
*v1289 = v1296;

}
let v1297 = *v1289;
*v1087 = v1297;
let v1298 = v619 + v1091;
var<function> v5585_store: f32;
let v1299 = &v5585_store;
*v1299 = v56;
let v1300 = v1298 < v34;
let v1301 = v1300 && v1094;
if v1301 {
let v1302 = v151 + v1090;
let v1303 = v1302 * v34;
let v1304 = v1303 + v1298;
let v1305 = &(*v13)[v1304];
let v1306 = *v1305;
*v1299 = v1306;

}
let v1307 = *v1299;
*v1102 = v1307;
let v1308 = v619 + v1106;
var<function> v5586_store: f32;
let v1309 = &v5586_store;
*v1309 = v56;
let v1310 = v1308 < v34;
let v1311 = v1310 && v1109;
if v1311 {
let v1312 = v151 + v1105;
let v1313 = v1312 * v34;
let v1314 = v1313 + v1308;
let v1315 = &(*v13)[v1314];
let v1316 = *v1315;
*v1309 = v1316;

}
let v1317 = *v1309;
*v1117 = v1317;
let v1318 = v619 + v1121;
var<function> v5587_store: f32;
let v1319 = &v5587_store;
*v1319 = v56;
let v1320 = v1318 < v34;
let v1321 = v1320 && v1124;
if v1321 {
let v1322 = v151 + v1120;
let v1323 = v1322 * v34;
let v1324 = v1323 + v1318;
let v1325 = &(*v13)[v1324];
let v1326 = *v1325;
*v1319 = v1326;

}
let v1327 = *v1319;
*v1132 = v1327;
workgroupBarrier();
for(var v1328: u32 = v17; v1328 < v34; v1328 += v50) {
let v1329 = v1328 * v26;
let v1330 = v1329 + v28;
let v1331 = &(*v49)[v1330];
let v1332 = *v1331;
let v1333 = v1328 * v34;
let v1334 = v1333 + v503;
let v1335 = &(*v51)[v1334];
let v1336 = *v1335;
let v1337 = *v89;
let v1338 = fma(v1336, v1332, v1337);
*v89 = v1338;
let v1339 = v1333 + v657;
let v1340 = &(*v51)[v1339];
let v1341 = *v1340;
let v1342 = *v93;
let v1343 = fma(v1341, v1332, v1342);
*v93 = v1343;
let v1344 = v1333 + v797;
let v1345 = &(*v51)[v1344];
let v1346 = *v1345;
let v1347 = *v97;
let v1348 = fma(v1346, v1332, v1347);
*v97 = v1348;
let v1349 = v1333 + v937;
let v1350 = &(*v51)[v1349];
let v1351 = *v1350;
let v1352 = *v101;
let v1353 = fma(v1351, v1332, v1352);
*v101 = v1353;

}
workgroupBarrier();
var<function> v5589_store: f32;
let v1354 = &v5589_store;
*v1354 = v56;
if v1080 {
let v1355 = v151 + v27;
let v1356 = v1355 * v34;
let v1357 = v1356 + v28;
let v1358 = &(*v16)[v1357];
let v1359 = *v1358;
*v1354 = v1359;

}
let v1360 = *v1354;
let v1361 = v1360 * v23;
*v1087 = v1361;
var<function> v5590_store: f32;
let v1362 = &v5590_store;
*v1362 = v56;
if v1095 {
let v1363 = v151 + v1090;
let v1364 = v1363 * v34;
let v1365 = v1364 + v1091;
let v1366 = &(*v16)[v1365];
let v1367 = *v1366;
*v1362 = v1367;

}
let v1368 = *v1362;
let v1369 = v1368 * v23;
*v1102 = v1369;
var<function> v5591_store: f32;
let v1370 = &v5591_store;
*v1370 = v56;
if v1110 {
let v1371 = v151 + v1105;
let v1372 = v1371 * v34;
let v1373 = v1372 + v1106;
let v1374 = &(*v16)[v1373];
let v1375 = *v1374;
*v1370 = v1375;

}
let v1376 = *v1370;
let v1377 = v1376 * v23;
*v1117 = v1377;
var<function> v5592_store: f32;
let v1378 = &v5592_store;
*v1378 = v56;
if v1125 {
let v1379 = v151 + v1120;
let v1380 = v1379 * v34;
let v1381 = v1380 + v1121;
let v1382 = &(*v16)[v1381];
let v1383 = *v1382;
*v1378 = v1383;

}
let v1384 = *v1378;
let v1385 = v1384 * v23;
*v1132 = v1385;
workgroupBarrier();
for(var v1386: u32 = v17; v1386 < v34; v1386 += v50) {
let v1387 = v1386 * v26;
let v1388 = v1387 + v28;
let v1389 = &(*v49)[v1388];
let v1390 = *v1389;
let v1391 = v1386 * v34;
let v1392 = v1391 + v503;
let v1393 = &(*v52)[v1392];
let v1394 = *v1393;
let v1395 = *v55;
let v1396 = fma(v1394, v1390, v1395);
*v55 = v1396;
let v1397 = v1391 + v657;
let v1398 = &(*v52)[v1397];
let v1399 = *v1398;
let v1400 = *v63;
let v1401 = fma(v1399, v1390, v1400);
*v63 = v1401;
let v1402 = v1391 + v797;
let v1403 = &(*v52)[v1402];
let v1404 = *v1403;
let v1405 = *v71;
let v1406 = fma(v1404, v1390, v1405);
*v71 = v1406;
let v1407 = v1391 + v937;
let v1408 = &(*v52)[v1407];
let v1409 = *v1408;
let v1410 = *v79;
let v1411 = fma(v1409, v1390, v1410);
*v79 = v1411;

}
workgroupBarrier();
var<function> v5594_store: f32;
let v1412 = &v5594_store;
*v1412 = v56;
if v1161 {
let v1413 = v151 + v27;
let v1414 = v1413 * v34;
let v1415 = v1414 + v544;
let v1416 = &(*v16)[v1415];
let v1417 = *v1416;
*v1412 = v1417;

}
let v1418 = *v1412;
let v1419 = v1418 * v23;
*v1087 = v1419;
var<function> v5595_store: f32;
let v1420 = &v5595_store;
*v1420 = v56;
if v1171 {
let v1421 = v151 + v1090;
let v1422 = v1421 * v34;
let v1423 = v1422 + v1168;
let v1424 = &(*v16)[v1423];
let v1425 = *v1424;
*v1420 = v1425;

}
let v1426 = *v1420;
let v1427 = v1426 * v23;
*v1102 = v1427;
var<function> v5596_store: f32;
let v1428 = &v5596_store;
*v1428 = v56;
if v1181 {
let v1429 = v151 + v1105;
let v1430 = v1429 * v34;
let v1431 = v1430 + v1178;
let v1432 = &(*v16)[v1431];
let v1433 = *v1432;
*v1428 = v1433;

}
let v1434 = *v1428;
let v1435 = v1434 * v23;
*v1117 = v1435;
var<function> v5597_store: f32;
let v1436 = &v5597_store;
*v1436 = v56;
if v1191 {
let v1437 = v151 + v1120;
let v1438 = v1437 * v34;
let v1439 = v1438 + v1188;
let v1440 = &(*v16)[v1439];
let v1441 = *v1440;
*v1436 = v1441;

}
let v1442 = *v1436;
let v1443 = v1442 * v23;
*v1132 = v1443;
workgroupBarrier();
for(var v1444: u32 = v17; v1444 < v34; v1444 += v50) {
let v1445 = v1444 * v26;
let v1446 = v1445 + v28;
let v1447 = &(*v49)[v1446];
let v1448 = *v1447;
let v1449 = v1444 * v34;
let v1450 = v1449 + v503;
let v1451 = &(*v52)[v1450];
let v1452 = *v1451;
let v1453 = *v57;
let v1454 = fma(v1452, v1448, v1453);
*v57 = v1454;
let v1455 = v1449 + v657;
let v1456 = &(*v52)[v1455];
let v1457 = *v1456;
let v1458 = *v65;
let v1459 = fma(v1457, v1448, v1458);
*v65 = v1459;
let v1460 = v1449 + v797;
let v1461 = &(*v52)[v1460];
let v1462 = *v1461;
let v1463 = *v73;
let v1464 = fma(v1462, v1448, v1463);
*v73 = v1464;
let v1465 = v1449 + v937;
let v1466 = &(*v52)[v1465];
let v1467 = *v1466;
let v1468 = *v81;
let v1469 = fma(v1467, v1448, v1468);
*v81 = v1469;

}
workgroupBarrier();
var<function> v5599_store: f32;
let v1470 = &v5599_store;
*v1470 = v56;
if v1226 {
let v1471 = v151 + v27;
let v1472 = v1471 * v34;
let v1473 = v1472 + v582;
let v1474 = &(*v16)[v1473];
let v1475 = *v1474;
*v1470 = v1475;

}
let v1476 = *v1470;
let v1477 = v1476 * v23;
*v1087 = v1477;
var<function> v5600_store: f32;
let v1478 = &v5600_store;
*v1478 = v56;
if v1236 {
let v1479 = v151 + v1090;
let v1480 = v1479 * v34;
let v1481 = v1480 + v1233;
let v1482 = &(*v16)[v1481];
let v1483 = *v1482;
*v1478 = v1483;

}
let v1484 = *v1478;
let v1485 = v1484 * v23;
*v1102 = v1485;
var<function> v5601_store: f32;
let v1486 = &v5601_store;
*v1486 = v56;
if v1246 {
let v1487 = v151 + v1105;
let v1488 = v1487 * v34;
let v1489 = v1488 + v1243;
let v1490 = &(*v16)[v1489];
let v1491 = *v1490;
*v1486 = v1491;

}
let v1492 = *v1486;
let v1493 = v1492 * v23;
*v1117 = v1493;
var<function> v5602_store: f32;
let v1494 = &v5602_store;
*v1494 = v56;
if v1256 {
let v1495 = v151 + v1120;
let v1496 = v1495 * v34;
let v1497 = v1496 + v1253;
let v1498 = &(*v16)[v1497];
let v1499 = *v1498;
*v1494 = v1499;

}
let v1500 = *v1494;
let v1501 = v1500 * v23;
*v1132 = v1501;
workgroupBarrier();
for(var v1502: u32 = v17; v1502 < v34; v1502 += v50) {
let v1503 = v1502 * v26;
let v1504 = v1503 + v28;
let v1505 = &(*v49)[v1504];
let v1506 = *v1505;
let v1507 = v1502 * v34;
let v1508 = v1507 + v503;
let v1509 = &(*v52)[v1508];
let v1510 = *v1509;
let v1511 = *v59;
let v1512 = fma(v1510, v1506, v1511);
*v59 = v1512;
let v1513 = v1507 + v657;
let v1514 = &(*v52)[v1513];
let v1515 = *v1514;
let v1516 = *v67;
let v1517 = fma(v1515, v1506, v1516);
*v67 = v1517;
let v1518 = v1507 + v797;
let v1519 = &(*v52)[v1518];
let v1520 = *v1519;
let v1521 = *v75;
let v1522 = fma(v1520, v1506, v1521);
*v75 = v1522;
let v1523 = v1507 + v937;
let v1524 = &(*v52)[v1523];
let v1525 = *v1524;
let v1526 = *v83;
let v1527 = fma(v1525, v1506, v1526);
*v83 = v1527;

}
workgroupBarrier();
var<function> v5604_store: f32;
let v1528 = &v5604_store;
*v1528 = v56;
if v1291 {
let v1529 = v151 + v27;
let v1530 = v1529 * v34;
let v1531 = v1530 + v620;
let v1532 = &(*v16)[v1531];
let v1533 = *v1532;
*v1528 = v1533;

}
let v1534 = *v1528;
let v1535 = v1534 * v23;
*v1087 = v1535;
var<function> v5605_store: f32;
let v1536 = &v5605_store;
*v1536 = v56;
if v1301 {
let v1537 = v151 + v1090;
let v1538 = v1537 * v34;
let v1539 = v1538 + v1298;
let v1540 = &(*v16)[v1539];
let v1541 = *v1540;
*v1536 = v1541;

}
let v1542 = *v1536;
let v1543 = v1542 * v23;
*v1102 = v1543;
var<function> v5606_store: f32;
let v1544 = &v5606_store;
*v1544 = v56;
if v1311 {
let v1545 = v151 + v1105;
let v1546 = v1545 * v34;
let v1547 = v1546 + v1308;
let v1548 = &(*v16)[v1547];
let v1549 = *v1548;
*v1544 = v1549;

}
let v1550 = *v1544;
let v1551 = v1550 * v23;
*v1117 = v1551;
var<function> v5607_store: f32;
let v1552 = &v5607_store;
*v1552 = v56;
if v1321 {
let v1553 = v151 + v1120;
let v1554 = v1553 * v34;
let v1555 = v1554 + v1318;
let v1556 = &(*v16)[v1555];
let v1557 = *v1556;
*v1552 = v1557;

}
let v1558 = *v1552;
let v1559 = v1558 * v23;
*v1132 = v1559;
workgroupBarrier();
for(var v1560: u32 = v17; v1560 < v34; v1560 += v50) {
let v1561 = v1560 * v26;
let v1562 = v1561 + v28;
let v1563 = &(*v49)[v1562];
let v1564 = *v1563;
let v1565 = v1560 * v34;
let v1566 = v1565 + v503;
let v1567 = &(*v52)[v1566];
let v1568 = *v1567;
let v1569 = *v61;
let v1570 = fma(v1568, v1564, v1569);
*v61 = v1570;
let v1571 = v1565 + v657;
let v1572 = &(*v52)[v1571];
let v1573 = *v1572;
let v1574 = *v69;
let v1575 = fma(v1573, v1564, v1574);
*v69 = v1575;
let v1576 = v1565 + v797;
let v1577 = &(*v52)[v1576];
let v1578 = *v1577;
let v1579 = *v77;
let v1580 = fma(v1578, v1564, v1579);
*v77 = v1580;
let v1581 = v1565 + v937;
let v1582 = &(*v52)[v1581];
let v1583 = *v1582;
let v1584 = *v85;
let v1585 = fma(v1583, v1564, v1584);
*v85 = v1585;

}
workgroupBarrier();

}

}

}
let v1586 = v27 * v62;
let v1587 = v35 + v1586;
let v1588 = v1587 < v30;
if v1588 {
let v1589 = v28 < v34;
if v1589 {
let v1590 = *v55;
let v1591 = v47 + v1587;
let v1592 = v1591 * v34;
let v1593 = v1592 + v28;
let v1594 = &(*v11)[v1593];
*v1594 = v1590;

}
let v1595 = v26 + v28;
let v1596 = v1595 < v34;
if v1596 {
let v1597 = *v57;
let v1598 = v47 + v1587;
let v1599 = v1598 * v34;
let v1600 = v1599 + v1595;
let v1601 = &(*v11)[v1600];
*v1601 = v1597;

}
let v1602 = u32(32);
let v1603 = v1602 + v28;
let v1604 = v1603 < v34;
if v1604 {
let v1605 = *v59;
let v1606 = v47 + v1587;
let v1607 = v1606 * v34;
let v1608 = v1607 + v1603;
let v1609 = &(*v11)[v1608];
*v1609 = v1605;

}
let v1610 = u32(48);
let v1611 = v1610 + v28;
let v1612 = v1611 < v34;
if v1612 {
let v1613 = *v61;
let v1614 = v47 + v1587;
let v1615 = v1614 * v34;
let v1616 = v1615 + v1611;
let v1617 = &(*v11)[v1616];
*v1617 = v1613;

}
if v1589 {
let v1618 = *v86;
let v1619 = v47 + v1587;
let v1620 = v1619 * v34;
let v1621 = v1620 + v28;
let v1622 = &(*v10)[v1621];
*v1622 = v1618;

}
if v1596 {
let v1623 = *v87;
let v1624 = v47 + v1587;
let v1625 = v1624 * v34;
let v1626 = v1625 + v1595;
let v1627 = &(*v10)[v1626];
*v1627 = v1623;

}
if v1604 {
let v1628 = *v88;
let v1629 = v47 + v1587;
let v1630 = v1629 * v34;
let v1631 = v1630 + v1603;
let v1632 = &(*v10)[v1631];
*v1632 = v1628;

}
if v1612 {
let v1633 = *v89;
let v1634 = v47 + v1587;
let v1635 = v1634 * v34;
let v1636 = v1635 + v1611;
let v1637 = &(*v10)[v1636];
*v1637 = v1633;

}

}
let v1638 = v1587 + v50;
let v1639 = v1638 < v30;
if v1639 {
let v1640 = v28 < v34;
if v1640 {
let v1641 = *v63;
let v1642 = v47 + v1638;
let v1643 = v1642 * v34;
let v1644 = v1643 + v28;
let v1645 = &(*v11)[v1644];
*v1645 = v1641;

}
let v1646 = v26 + v28;
let v1647 = v1646 < v34;
if v1647 {
let v1648 = *v65;
let v1649 = v47 + v1638;
let v1650 = v1649 * v34;
let v1651 = v1650 + v1646;
let v1652 = &(*v11)[v1651];
*v1652 = v1648;

}
let v1653 = u32(32);
let v1654 = v1653 + v28;
let v1655 = v1654 < v34;
if v1655 {
let v1656 = *v67;
let v1657 = v47 + v1638;
let v1658 = v1657 * v34;
let v1659 = v1658 + v1654;
let v1660 = &(*v11)[v1659];
*v1660 = v1656;

}
let v1661 = u32(48);
let v1662 = v1661 + v28;
let v1663 = v1662 < v34;
if v1663 {
let v1664 = *v69;
let v1665 = v47 + v1638;
let v1666 = v1665 * v34;
let v1667 = v1666 + v1662;
let v1668 = &(*v11)[v1667];
*v1668 = v1664;

}
if v1640 {
let v1669 = *v90;
let v1670 = v47 + v1638;
let v1671 = v1670 * v34;
let v1672 = v1671 + v28;
let v1673 = &(*v10)[v1672];
*v1673 = v1669;

}
if v1647 {
let v1674 = *v91;
let v1675 = v47 + v1638;
let v1676 = v1675 * v34;
let v1677 = v1676 + v1646;
let v1678 = &(*v10)[v1677];
*v1678 = v1674;

}
if v1655 {
let v1679 = *v92;
let v1680 = v47 + v1638;
let v1681 = v1680 * v34;
let v1682 = v1681 + v1654;
let v1683 = &(*v10)[v1682];
*v1683 = v1679;

}
if v1663 {
let v1684 = *v93;
let v1685 = v47 + v1638;
let v1686 = v1685 * v34;
let v1687 = v1686 + v1662;
let v1688 = &(*v10)[v1687];
*v1688 = v1684;

}

}
let v1689 = v1587 + v58;
let v1690 = v1689 < v30;
if v1690 {
let v1691 = v28 < v34;
if v1691 {
let v1692 = *v71;
let v1693 = v47 + v1689;
let v1694 = v1693 * v34;
let v1695 = v1694 + v28;
let v1696 = &(*v11)[v1695];
*v1696 = v1692;

}
let v1697 = v26 + v28;
let v1698 = v1697 < v34;
if v1698 {
let v1699 = *v73;
let v1700 = v47 + v1689;
let v1701 = v1700 * v34;
let v1702 = v1701 + v1697;
let v1703 = &(*v11)[v1702];
*v1703 = v1699;

}
let v1704 = u32(32);
let v1705 = v1704 + v28;
let v1706 = v1705 < v34;
if v1706 {
let v1707 = *v75;
let v1708 = v47 + v1689;
let v1709 = v1708 * v34;
let v1710 = v1709 + v1705;
let v1711 = &(*v11)[v1710];
*v1711 = v1707;

}
let v1712 = u32(48);
let v1713 = v1712 + v28;
let v1714 = v1713 < v34;
if v1714 {
let v1715 = *v77;
let v1716 = v47 + v1689;
let v1717 = v1716 * v34;
let v1718 = v1717 + v1713;
let v1719 = &(*v11)[v1718];
*v1719 = v1715;

}
if v1691 {
let v1720 = *v94;
let v1721 = v47 + v1689;
let v1722 = v1721 * v34;
let v1723 = v1722 + v28;
let v1724 = &(*v10)[v1723];
*v1724 = v1720;

}
if v1698 {
let v1725 = *v95;
let v1726 = v47 + v1689;
let v1727 = v1726 * v34;
let v1728 = v1727 + v1697;
let v1729 = &(*v10)[v1728];
*v1729 = v1725;

}
if v1706 {
let v1730 = *v96;
let v1731 = v47 + v1689;
let v1732 = v1731 * v34;
let v1733 = v1732 + v1705;
let v1734 = &(*v10)[v1733];
*v1734 = v1730;

}
if v1714 {
let v1735 = *v97;
let v1736 = v47 + v1689;
let v1737 = v1736 * v34;
let v1738 = v1737 + v1713;
let v1739 = &(*v10)[v1738];
*v1739 = v1735;

}

}
let v1740 = v1587 + v60;
let v1741 = v1740 < v30;
if v1741 {
let v1742 = v28 < v34;
if v1742 {
let v1743 = *v79;
let v1744 = v47 + v1740;
let v1745 = v1744 * v34;
let v1746 = v1745 + v28;
let v1747 = &(*v11)[v1746];
*v1747 = v1743;

}
let v1748 = v26 + v28;
let v1749 = v1748 < v34;
if v1749 {
let v1750 = *v81;
let v1751 = v47 + v1740;
let v1752 = v1751 * v34;
let v1753 = v1752 + v1748;
let v1754 = &(*v11)[v1753];
*v1754 = v1750;

}
let v1755 = u32(32);
let v1756 = v1755 + v28;
let v1757 = v1756 < v34;
if v1757 {
let v1758 = *v83;
let v1759 = v47 + v1740;
let v1760 = v1759 * v34;
let v1761 = v1760 + v1756;
let v1762 = &(*v11)[v1761];
*v1762 = v1758;

}
let v1763 = u32(48);
let v1764 = v1763 + v28;
let v1765 = v1764 < v34;
if v1765 {
let v1766 = *v85;
let v1767 = v47 + v1740;
let v1768 = v1767 * v34;
let v1769 = v1768 + v1764;
let v1770 = &(*v11)[v1769];
*v1770 = v1766;

}
if v1742 {
let v1771 = *v98;
let v1772 = v47 + v1740;
let v1773 = v1772 * v34;
let v1774 = v1773 + v28;
let v1775 = &(*v10)[v1774];
*v1775 = v1771;

}
if v1749 {
let v1776 = *v99;
let v1777 = v47 + v1740;
let v1778 = v1777 * v34;
let v1779 = v1778 + v1748;
let v1780 = &(*v10)[v1779];
*v1780 = v1776;

}
if v1757 {
let v1781 = *v100;
let v1782 = v47 + v1740;
let v1783 = v1782 * v34;
let v1784 = v1783 + v1756;
let v1785 = &(*v10)[v1784];
*v1785 = v1781;

}
if v1765 {
let v1786 = *v101;
let v1787 = v47 + v1740;
let v1788 = v1787 * v34;
let v1789 = v1788 + v1764;
let v1790 = &(*v10)[v1789];
*v1790 = v1786;

}

}
return;

}
