var<workgroup> shared_v68: array<f32, 1024>;
var<workgroup> shared_v72: array<f32, 1040>;
var<workgroup> shared_v76: array<f32, 1>;
var<workgroup> shared_v80: array<f32, 4096>;
var<workgroup> shared_v84: array<f32, 1024>;
@group(0) @binding(4) var<storage, read_write> v0: array<f32>;
@group(0) @binding(3) var<storage, read_write> v1: array<f32>;
@group(0) @binding(2) var<storage, read_write> v2: array<f32>;
@group(0) @binding(1) var<storage, read_write> v3: array<f32>;
@group(0) @binding(0) var<storage, read_write> v4: array<f32>;
struct info_st { scalars_f32: array<f32, 2>, scalars_u32: array<u32, 18>, static_meta: array<u32, 6> }
@group(0) @binding(5) var<storage, read> info_var: info_st;
@compute @workgroup_size(256, 1, 1)
fn forward_kernel_f_f32_s_f32(@builtin(local_invocation_index) v5: u32, @builtin(workgroup_id) v6: vec7<u32>) {
let v8 = &v0;
let v9 = &v1;
let v10 = &v2;
let v11 = &v3;
let v12 = &v4;
let v13 = u32(0);
let v14 = info_var.scalars_u32[0];
let v15 = info_var.scalars_u32[1];
let v16 = info_var.scalars_u32[2];
let v17 = info_var.scalars_u32[3];
let v18 = info_var.scalars_f32[0];
let v19 = v5;
let v20 = u32(v19);
let v21 = u32(16);
let v22 = v20 / v21;
let v23 = v20 % v21;
let v24 = u32(v16);
let v25 = u32(v17);
let v26 = v6[0];
let v27 = u32(v26);
let v28 = u32(64);
let v29 = v27 * v28;
let v30 = v6[2];
let v31 = u32(v30);
let v32 = v6[1];
let v33 = u32(v32);
let v34 = u32(v14);
let v35 = u32(v15);
let v36 = v31 * v34;
let v37 = v36 + v33;
let v38 = v37 * v24;
let v39 = v34 / v35;
let v40 = v31 * v39;
let v41 = v33 / v35;
let v42 = v40 + v41;
let v43 = v42 * v25;
let v44 = &shared_v68;
let v45 = &shared_v72;
let v46 = u32(1);
let v47 = &shared_v80;
let v48 = &shared_v84;
var<function> v4481_store: array<f32, 16>= array<f32, 16>();
let v49 = &v4481_store;
var<function> v4482_store: array<f32, 4>= array<f32, 4>();
let v50 = &v4482_store;
let v51 = u32(4);
var<function> v4483_store: array<f32, 4>= array<f32, 4>();
let v52 = &v4483_store;
let v53 = &(*v50)[v13];
let v54 = f32(-3.4028234663852886e38);
*v53 = v54;
let v55 = &(*v52)[v13];
let v56 = f32(0.0);
*v55 = v56;
let v57 = &(*v49)[v13];
*v57 = v56;
let v58 = &(*v49)[v46];
*v58 = v56;
let v59 = u32(2);
let v60 = &(*v49)[v59];
*v60 = v56;
let v61 = u32(3);
let v62 = &(*v49)[v61];
*v62 = v56;
let v63 = &(*v50)[v46];
*v63 = v54;
let v64 = &(*v52)[v46];
*v64 = v56;
let v65 = &(*v49)[v51];
*v65 = v56;
let v66 = u32(5);
let v67 = &(*v49)[v66];
*v67 = v56;
let v68 = u32(6);
let v69 = &(*v49)[v68];
*v69 = v56;
let v70 = u32(7);
let v71 = &(*v49)[v70];
*v71 = v56;
let v72 = &(*v50)[v59];
*v72 = v54;
let v73 = &(*v52)[v59];
*v73 = v56;
let v74 = u32(8);
let v75 = &(*v49)[v74];
*v75 = v56;
let v76 = u32(9);
let v77 = &(*v49)[v76];
*v77 = v56;
let v78 = u32(10);
let v79 = &(*v49)[v78];
*v79 = v56;
let v80 = u32(11);
let v81 = &(*v49)[v80];
*v81 = v56;
let v82 = &(*v50)[v61];
*v82 = v54;
let v83 = &(*v52)[v61];
*v83 = v56;
let v84 = u32(12);
let v85 = &(*v49)[v84];
*v85 = v56;
let v86 = u32(13);
let v87 = &(*v49)[v86];
*v87 = v56;
let v88 = u32(14);
let v89 = &(*v49)[v88];
*v89 = v56;
let v90 = u32(15);
let v91 = &(*v49)[v90];
*v91 = v56;
let v92 = v25 + v28;
let v93 = v92 - v46;
let v94 = v93 / v28;
for(var v95: u32 = v13; v95 < v94; v95 += v46) {
let v96 = v95 * v28;
let v97 = true;
var<function> v4485_store: bool;
let v98 = &v4485_store;
*v98 = v97;
let v99 = *v98;
if v99 {
var<function> v4486_store: array<f32, 16>= array<f32, 16>();
let v100 = &v4486_store;
let v101 = &(*v100)[v13];
*v101 = v56;
let v102 = &(*v100)[v46];
*v102 = v56;
let v103 = &(*v100)[v59];
*v103 = v56;
let v104 = &(*v100)[v61];
*v104 = v56;
let v105 = &(*v100)[v51];
*v105 = v56;
let v106 = &(*v100)[v66];
*v106 = v56;
let v107 = &(*v100)[v68];
*v107 = v56;
let v108 = &(*v100)[v70];
*v108 = v56;
let v109 = &(*v100)[v74];
*v109 = v56;
let v110 = &(*v100)[v76];
*v110 = v56;
let v111 = &(*v100)[v78];
*v111 = v56;
let v112 = &(*v100)[v80];
*v112 = v56;
let v113 = &(*v100)[v84];
*v113 = v56;
let v114 = &(*v100)[v86];
*v114 = v56;
let v115 = &(*v100)[v88];
*v115 = v56;
let v116 = &(*v100)[v90];
*v116 = v56;
let v117 = v38 + v29;
let v118 = v24 - v29;
let v119 = v43 + v96;
let v120 = v25 - v96;
for(var v121: u32 = v13; v121 < v51; v121 += v46) {
workgroupBarrier();
let v122 = v121 * v21;
let v123 = v122 + v23;
var<function> v4488_store: f32;
let v124 = &v4488_store;
*v124 = v56;
var<function> v4489_store: f32;
let v125 = &v4489_store;
*v125 = v56;
let v126 = v123 < v28;
if v126 {
let v127 = v22 < v118;
if v127 {
let v128 = v117 + v22;
let v129 = v128 * v28;
let v130 = v129 + v123;
let v131 = &(*v12)[v130];
let v132 = *v131;
*v124 = v132;

}
let v133 = v22 < v120;
if v133 {
let v134 = v119 + v22;
let v135 = v134 * v28;
let v136 = v135 + v123;
let v137 = &(*v11)[v136];
let v138 = *v137;
*v125 = v138;

}

}
let v139 = *v124;
let v140 = &(*v44)[v20];
*v140 = v139;
let v141 = *v125;
let v142 = u32(65);
let v143 = v23 * v142;
let v144 = v143 + v22;
let v145 = &(*v45)[v144];
*v145 = v141;
let v146 = u32(256);
let v147 = v20 + v146;
let v148 = v147 / v21;
let v149 = v147 % v21;
let v150 = v122 + v149;
var<function> v4490_store: f32;
let v151 = &v4490_store;
*v151 = v56;
var<function> v4491_store: f32;
let v152 = &v4491_store;
*v152 = v56;
let v153 = v150 < v28;
if v153 {
let v154 = v148 < v118;
if v154 {
let v155 = v117 + v148;
let v156 = v155 * v28;
let v157 = v156 + v150;
let v158 = &(*v12)[v157];
let v159 = *v158;
*v151 = v159;

}
let v160 = v148 < v120;
if v160 {
let v161 = v119 + v148;
let v162 = v161 * v28;
let v163 = v162 + v150;
let v164 = &(*v11)[v163];
let v165 = *v164;
*v152 = v165;

}

}
let v166 = *v151;
let v167 = &(*v44)[v147];
*v167 = v166;
let v168 = *v152;
let v169 = v149 * v142;
let v170 = v169 + v148;
let v171 = &(*v45)[v170];
*v171 = v168;
let v172 = u32(512);
let v173 = v20 + v172;
let v174 = v173 / v21;
let v175 = v173 % v21;
let v176 = v122 + v175;
var<function> v4492_store: f32;
let v177 = &v4492_store;
*v177 = v56;
var<function> v4493_store: f32;
let v178 = &v4493_store;
*v178 = v56;
let v179 = v176 < v28;
if v179 {
let v180 = v174 < v118;
if v180 {
let v181 = v117 + v174;
let v182 = v181 * v28;
let v183 = v182 + v176;
let v184 = &(*v12)[v183];
let v185 = *v184;
*v177 = v185;

}
let v186 = v174 < v120;
if v186 {
let v187 = v119 + v174;
let v188 = v187 * v28;
let v189 = v188 + v176;
let v190 = &(*v11)[v189];
let v191 = *v190;
*v178 = v191;

}

}
let v192 = *v177;
let v193 = &(*v44)[v173];
*v193 = v192;
let v194 = *v178;
let v195 = v175 * v142;
let v196 = v195 + v174;
let v197 = &(*v45)[v196];
*v197 = v194;
let v198 = u32(768);
let v199 = v20 + v198;
let v200 = v199 / v21;
let v201 = v199 % v21;
let v202 = v122 + v201;
var<function> v4494_store: f32;
let v203 = &v4494_store;
*v203 = v56;
var<function> v4495_store: f32;
let v204 = &v4495_store;
*v204 = v56;
let v205 = v202 < v28;
if v205 {
let v206 = v200 < v118;
if v206 {
let v207 = v117 + v200;
let v208 = v207 * v28;
let v209 = v208 + v202;
let v210 = &(*v12)[v209];
let v211 = *v210;
*v203 = v211;

}
let v212 = v200 < v120;
if v212 {
let v213 = v119 + v200;
let v214 = v213 * v28;
let v215 = v214 + v202;
let v216 = &(*v11)[v215];
let v217 = *v216;
*v204 = v217;

}

}
let v218 = *v203;
let v219 = &(*v44)[v199];
*v219 = v218;
let v220 = *v204;
let v221 = v201 * v142;
let v222 = v221 + v200;
let v223 = &(*v45)[v222];
*v223 = v220;
workgroupBarrier();
for(var v224: u32 = v13; v224 < v21; v224 += v46) {
let v225 = v22 * v51;
let v226 = v225 * v21;
let v227 = v226 + v224;
let v228 = &(*v44)[v227];
let v229 = *v228;
let v230 = v224 * v142;
let v231 = v230 + v23;
let v232 = &(*v45)[v231];
let v233 = *v232;
let v234 = *v101;
let v235 = fma(v229, v233, v234);
*v101 = v235;
let v236 = v230 + v21;
let v237 = v236 + v23;
let v238 = &(*v45)[v237];
let v239 = *v238;
let v240 = *v102;
let v241 = fma(v229, v239, v240);
*v102 = v241;
let v242 = u32(32);
let v243 = v230 + v242;
let v244 = v243 + v23;
let v245 = &(*v45)[v244];
let v246 = *v245;
let v247 = *v103;
let v248 = fma(v229, v246, v247);
*v103 = v248;
let v249 = u32(48);
let v250 = v230 + v249;
let v251 = v250 + v23;
let v252 = &(*v45)[v251];
let v253 = *v252;
let v254 = *v104;
let v255 = fma(v229, v253, v254);
*v104 = v255;
let v256 = v225 + v46;
let v257 = v256 * v21;
let v258 = v257 + v224;
let v259 = &(*v44)[v258];
let v260 = *v259;
let v261 = *v105;
let v262 = fma(v260, v233, v261);
*v105 = v262;
let v263 = *v106;
let v264 = fma(v260, v239, v263);
*v106 = v264;
let v265 = *v107;
let v266 = fma(v260, v246, v265);
*v107 = v266;
let v267 = *v108;
let v268 = fma(v260, v253, v267);
*v108 = v268;
let v269 = v225 + v59;
let v270 = v269 * v21;
let v271 = v270 + v224;
let v272 = &(*v44)[v271];
let v273 = *v272;
let v274 = *v109;
let v275 = fma(v273, v233, v274);
*v109 = v275;
let v276 = *v110;
let v277 = fma(v273, v239, v276);
*v110 = v277;
let v278 = *v111;
let v279 = fma(v273, v246, v278);
*v111 = v279;
let v280 = *v112;
let v281 = fma(v273, v253, v280);
*v112 = v281;
let v282 = v225 + v61;
let v283 = v282 * v21;
let v284 = v283 + v224;
let v285 = &(*v44)[v284];
let v286 = *v285;
let v287 = *v113;
let v288 = fma(v286, v233, v287);
*v113 = v288;
let v289 = *v114;
let v290 = fma(v286, v239, v289);
*v114 = v290;
let v291 = *v115;
let v292 = fma(v286, v246, v291);
*v115 = v292;
let v293 = *v116;
let v294 = fma(v286, v253, v293);
*v116 = v294;

}

}
let v295 = v22 * v51;
var<function> v4497_store: f32;
let v296 = &v4497_store;
*v296 = v54;
let v297 = v96 + v23;
let v298 = *v101;
let v299 = v29 + v295;
let v300 = v298 * v18;
var<function> v4498_store: f32;
let v301 = &v4498_store;
*v301 = v300;
let v302 = v299 < v24;
let v303 = v297 < v25;
let v304 = v302 && v303;
var<function> v4499_store: bool;
let v305 = &v4499_store;
*v305 = v304;
let v306 = *v305;
if v306 {

}
let v307 = *v301;
let v308 = select(v54, v307, v306);
*v101 = v308;
let v309 = *v101;
let v310 = *v296;
let v311 = max(v310, v309);
*v296 = v311;
let v312 = v96 + v21;
let v313 = v312 + v23;
let v314 = *v102;
let v315 = v314 * v18;
var<function> v4500_store: f32;
let v316 = &v4500_store;
*v316 = v315;
let v317 = v313 < v25;
let v318 = v302 && v317;
var<function> v4501_store: bool;
let v319 = &v4501_store;
*v319 = v318;
let v320 = *v319;
if v320 {

}
let v321 = *v316;
let v322 = select(v54, v321, v320);
*v102 = v322;
let v323 = *v102;
let v324 = *v296;
let v325 = max(v324, v323);
*v296 = v325;
let v326 = u32(32);
let v327 = v96 + v326;
let v328 = v327 + v23;
let v329 = *v103;
let v330 = v329 * v18;
var<function> v4502_store: f32;
let v331 = &v4502_store;
*v331 = v330;
let v332 = v328 < v25;
let v333 = v302 && v332;
var<function> v4503_store: bool;
let v334 = &v4503_store;
*v334 = v333;
let v335 = *v334;
if v335 {

}
let v336 = *v331;
let v337 = select(v54, v336, v335);
*v103 = v337;
let v338 = *v103;
let v339 = *v296;
let v340 = max(v339, v338);
*v296 = v340;
let v341 = u32(48);
let v342 = v96 + v341;
let v343 = v342 + v23;
let v344 = *v104;
let v345 = v344 * v18;
var<function> v4504_store: f32;
let v346 = &v4504_store;
*v346 = v345;
let v347 = v343 < v25;
let v348 = v302 && v347;
var<function> v4505_store: bool;
let v349 = &v4505_store;
*v349 = v348;
let v350 = *v349;
if v350 {

}
let v351 = *v346;
let v352 = select(v54, v351, v350);
*v104 = v352;
let v353 = *v104;
let v354 = *v296;
let v355 = max(v354, v353);
*v296 = v355;
let v356 = v295 * v21;
let v357 = v356 + v23;
let v358 = &(*v48)[v357];
let v359 = *v296;
*v358 = v359;
let v360 = v295 + v46;
var<function> v4506_store: f32;
let v361 = &v4506_store;
*v361 = v54;
let v362 = *v105;
let v363 = v29 + v360;
let v364 = v362 * v18;
var<function> v4507_store: f32;
let v365 = &v4507_store;
*v365 = v364;
let v366 = v363 < v24;
let v367 = v366 && v303;
var<function> v4508_store: bool;
let v368 = &v4508_store;
*v368 = v367;
let v369 = *v368;
if v369 {

}
let v370 = *v365;
let v371 = select(v54, v370, v369);
*v105 = v371;
let v372 = *v105;
let v373 = *v361;
let v374 = max(v373, v372);
*v361 = v374;
let v375 = *v106;
let v376 = v375 * v18;
var<function> v4509_store: f32;
let v377 = &v4509_store;
*v377 = v376;
let v378 = v366 && v317;
var<function> v4510_store: bool;
let v379 = &v4510_store;
*v379 = v378;
let v380 = *v379;
if v380 {

}
let v381 = *v377;
let v382 = select(v54, v381, v380);
*v106 = v382;
let v383 = *v106;
let v384 = *v361;
let v385 = max(v384, v383);
*v361 = v385;
let v386 = *v107;
let v387 = v386 * v18;
var<function> v4511_store: f32;
let v388 = &v4511_store;
*v388 = v387;
let v389 = v366 && v332;
var<function> v4512_store: bool;
let v390 = &v4512_store;
*v390 = v389;
let v391 = *v390;
if v391 {

}
let v392 = *v388;
let v393 = select(v54, v392, v391);
*v107 = v393;
let v394 = *v107;
let v395 = *v361;
let v396 = max(v395, v394);
*v361 = v396;
let v397 = *v108;
let v398 = v397 * v18;
var<function> v4513_store: f32;
let v399 = &v4513_store;
*v399 = v398;
let v400 = v366 && v347;
var<function> v4514_store: bool;
let v401 = &v4514_store;
*v401 = v400;
let v402 = *v401;
if v402 {

}
let v403 = *v399;
let v404 = select(v54, v403, v402);
*v108 = v404;
let v405 = *v108;
let v406 = *v361;
let v407 = max(v406, v405);
*v361 = v407;
let v408 = v360 * v21;
let v409 = v408 + v23;
let v410 = &(*v48)[v409];
let v411 = *v361;
*v410 = v411;
let v412 = v295 + v59;
var<function> v4515_store: f32;
let v413 = &v4515_store;
*v413 = v54;
let v414 = *v109;
let v415 = v29 + v412;
let v416 = v414 * v18;
var<function> v4516_store: f32;
let v417 = &v4516_store;
*v417 = v416;
let v418 = v415 < v24;
let v419 = v418 && v303;
var<function> v4517_store: bool;
let v420 = &v4517_store;
*v420 = v419;
let v421 = *v420;
if v421 {

}
let v422 = *v417;
let v423 = select(v54, v422, v421);
*v109 = v423;
let v424 = *v109;
let v425 = *v413;
let v426 = max(v425, v424);
*v413 = v426;
let v427 = *v110;
let v428 = v427 * v18;
var<function> v4518_store: f32;
let v429 = &v4518_store;
*v429 = v428;
let v430 = v418 && v317;
var<function> v4519_store: bool;
let v431 = &v4519_store;
*v431 = v430;
let v432 = *v431;
if v432 {

}
let v433 = *v429;
let v434 = select(v54, v433, v432);
*v110 = v434;
let v435 = *v110;
let v436 = *v413;
let v437 = max(v436, v435);
*v413 = v437;
let v438 = *v111;
let v439 = v438 * v18;
var<function> v4520_store: f32;
let v440 = &v4520_store;
*v440 = v439;
let v441 = v418 && v332;
var<function> v4521_store: bool;
let v442 = &v4521_store;
*v442 = v441;
let v443 = *v442;
if v443 {

}
let v444 = *v440;
let v445 = select(v54, v444, v443);
*v111 = v445;
let v446 = *v111;
let v447 = *v413;
let v448 = max(v447, v446);
*v413 = v448;
let v449 = *v112;
let v450 = v449 * v18;
var<function> v4522_store: f32;
let v451 = &v4522_store;
*v451 = v450;
let v452 = v418 && v347;
var<function> v4523_store: bool;
let v453 = &v4523_store;
*v453 = v452;
let v454 = *v453;
if v454 {

}
let v455 = *v451;
let v456 = select(v54, v455, v454);
*v112 = v456;
let v457 = *v112;
let v458 = *v413;
let v459 = max(v458, v457);
*v413 = v459;
let v460 = v412 * v21;
let v461 = v460 + v23;
let v462 = &(*v48)[v461];
let v463 = *v413;
*v462 = v463;
let v464 = v295 + v61;
var<function> v4524_store: f32;
let v465 = &v4524_store;
*v465 = v54;
let v466 = *v113;
let v467 = v29 + v464;
let v468 = v466 * v18;
var<function> v4525_store: f32;
let v469 = &v4525_store;
*v469 = v468;
let v470 = v467 < v24;
let v471 = v470 && v303;
var<function> v4526_store: bool;
let v472 = &v4526_store;
*v472 = v471;
let v473 = *v472;
if v473 {

}
let v474 = *v469;
let v475 = select(v54, v474, v473);
*v113 = v475;
let v476 = *v113;
let v477 = *v465;
let v478 = max(v477, v476);
*v465 = v478;
let v479 = *v114;
let v480 = v479 * v18;
var<function> v4527_store: f32;
let v481 = &v4527_store;
*v481 = v480;
let v482 = v470 && v317;
var<function> v4528_store: bool;
let v483 = &v4528_store;
*v483 = v482;
let v484 = *v483;
if v484 {

}
let v485 = *v481;
let v486 = select(v54, v485, v484);
*v114 = v486;
let v487 = *v114;
let v488 = *v465;
let v489 = max(v488, v487);
*v465 = v489;
let v490 = *v115;
let v491 = v490 * v18;
var<function> v4529_store: f32;
let v492 = &v4529_store;
*v492 = v491;
let v493 = v470 && v332;
var<function> v4530_store: bool;
let v494 = &v4530_store;
*v494 = v493;
let v495 = *v494;
if v495 {

}
let v496 = *v492;
let v497 = select(v54, v496, v495);
*v115 = v497;
let v498 = *v115;
let v499 = *v465;
let v500 = max(v499, v498);
*v465 = v500;
let v501 = *v116;
let v502 = v501 * v18;
var<function> v4531_store: f32;
let v503 = &v4531_store;
*v503 = v502;
let v504 = v470 && v347;
var<function> v4532_store: bool;
let v505 = &v4532_store;
*v505 = v504;
let v506 = *v505;
if v506 {

}
let v507 = *v503;
let v508 = select(v54, v507, v506);
*v116 = v508;
let v509 = *v116;
let v510 = *v465;
let v511 = max(v510, v509);
*v465 = v511;
let v512 = v464 * v21;
let v513 = v512 + v23;
let v514 = &(*v48)[v513];
let v515 = *v465;
*v514 = v515;
workgroupBarrier();
let v516 = *v53;
var<function> v4533_store: f32;
let v517 = &v4533_store;
*v517 = v516;
for(var v518: u32 = v13; v518 < v21; v518 += v46) {
let v519 = v356 + v518;
let v520 = &(*v48)[v519];
let v521 = *v520;
let v522 = *v517;
let v523 = max(v522, v521);
*v517 = v523;

}
let v524 = *v53;
let v525 = *v517;
let v526 = v524 - v525;
let v527 = exp(v526);
*v53 = v525;
let v528 = *v55;
let v529 = v528 * v527;
*v55 = v529;
let v530 = *v57;
let v531 = v530 * v527;
*v57 = v531;
let v532 = *v58;
let v533 = v532 * v527;
*v58 = v533;
let v534 = *v60;
let v535 = v534 * v527;
*v60 = v535;
let v536 = *v62;
let v537 = v536 * v527;
*v62 = v537;
let v538 = *v101;
let v539 = v538 == v54;
let v540 = *v517;
let v541 = v538 - v540;
let v542 = exp(v541);
let v543 = select(v542, v56, v539);
*v101 = v543;
let v544 = *v102;
let v545 = v544 == v54;
let v546 = *v517;
let v547 = v544 - v546;
let v548 = exp(v547);
let v549 = select(v548, v56, v545);
*v102 = v549;
let v550 = *v103;
let v551 = v550 == v54;
let v552 = *v517;
let v553 = v550 - v552;
let v554 = exp(v553);
let v555 = select(v554, v56, v551);
*v103 = v555;
let v556 = *v104;
let v557 = v556 == v54;
let v558 = *v517;
let v559 = v556 - v558;
let v560 = exp(v559);
let v561 = select(v560, v56, v557);
*v104 = v561;
let v562 = *v63;
var<function> v4535_store: f32;
let v563 = &v4535_store;
*v563 = v562;
for(var v564: u32 = v13; v564 < v21; v564 += v46) {
let v565 = v408 + v564;
let v566 = &(*v48)[v565];
let v567 = *v566;
let v568 = *v563;
let v569 = max(v568, v567);
*v563 = v569;

}
let v570 = *v63;
let v571 = *v563;
let v572 = v570 - v571;
let v573 = exp(v572);
*v63 = v571;
let v574 = *v64;
let v575 = v574 * v573;
*v64 = v575;
let v576 = *v65;
let v577 = v576 * v573;
*v65 = v577;
let v578 = *v67;
let v579 = v578 * v573;
*v67 = v579;
let v580 = *v69;
let v581 = v580 * v573;
*v69 = v581;
let v582 = *v71;
let v583 = v582 * v573;
*v71 = v583;
let v584 = *v105;
let v585 = v584 == v54;
let v586 = *v563;
let v587 = v584 - v586;
let v588 = exp(v587);
let v589 = select(v588, v56, v585);
*v105 = v589;
let v590 = *v106;
let v591 = v590 == v54;
let v592 = *v563;
let v593 = v590 - v592;
let v594 = exp(v593);
let v595 = select(v594, v56, v591);
*v106 = v595;
let v596 = *v107;
let v597 = v596 == v54;
let v598 = *v563;
let v599 = v596 - v598;
let v600 = exp(v599);
let v601 = select(v600, v56, v597);
*v107 = v601;
let v602 = *v108;
let v603 = v602 == v54;
let v604 = *v563;
let v605 = v602 - v604;
let v606 = exp(v605);
let v607 = select(v606, v56, v603);
*v108 = v607;
let v608 = *v72;
var<function> v4537_store: f32;
let v609 = &v4537_store;
*v609 = v608;
for(var v610: u32 = v13; v610 < v21; v610 += v46) {
let v611 = v460 + v610;
let v612 = &(*v48)[v611];
let v613 = *v612;
let v614 = *v609;
let v615 = max(v614, v613);
*v609 = v615;

}
let v616 = *v72;
let v617 = *v609;
let v618 = v616 - v617;
let v619 = exp(v618);
*v72 = v617;
let v620 = *v73;
let v621 = v620 * v619;
*v73 = v621;
let v622 = *v75;
let v623 = v622 * v619;
*v75 = v623;
let v624 = *v77;
let v625 = v624 * v619;
*v77 = v625;
let v626 = *v79;
let v627 = v626 * v619;
*v79 = v627;
let v628 = *v81;
let v629 = v628 * v619;
*v81 = v629;
let v630 = *v109;
let v631 = v630 == v54;
let v632 = *v609;
let v633 = v630 - v632;
let v634 = exp(v633);
let v635 = select(v634, v56, v631);
*v109 = v635;
let v636 = *v110;
let v637 = v636 == v54;
let v638 = *v609;
let v639 = v636 - v638;
let v640 = exp(v639);
let v641 = select(v640, v56, v637);
*v110 = v641;
let v642 = *v111;
let v643 = v642 == v54;
let v644 = *v609;
let v645 = v642 - v644;
let v646 = exp(v645);
let v647 = select(v646, v56, v643);
*v111 = v647;
let v648 = *v112;
let v649 = v648 == v54;
let v650 = *v609;
let v651 = v648 - v650;
let v652 = exp(v651);
let v653 = select(v652, v56, v649);
*v112 = v653;
let v654 = *v82;
var<function> v4539_store: f32;
let v655 = &v4539_store;
*v655 = v654;
for(var v656: u32 = v13; v656 < v21; v656 += v46) {
let v657 = v512 + v656;
let v658 = &(*v48)[v657];
let v659 = *v658;
let v660 = *v655;
let v661 = max(v660, v659);
*v655 = v661;

}
let v662 = *v82;
let v663 = *v655;
let v664 = v662 - v663;
let v665 = exp(v664);
*v82 = v663;
let v666 = *v83;
let v667 = v666 * v665;
*v83 = v667;
let v668 = *v85;
let v669 = v668 * v665;
*v85 = v669;
let v670 = *v87;
let v671 = v670 * v665;
*v87 = v671;
let v672 = *v89;
let v673 = v672 * v665;
*v89 = v673;
let v674 = *v91;
let v675 = v674 * v665;
*v91 = v675;
let v676 = *v113;
let v677 = v676 == v54;
let v678 = *v655;
let v679 = v676 - v678;
let v680 = exp(v679);
let v681 = select(v680, v56, v677);
*v113 = v681;
let v682 = *v114;
let v683 = v682 == v54;
let v684 = *v655;
let v685 = v682 - v684;
let v686 = exp(v685);
let v687 = select(v686, v56, v683);
*v114 = v687;
let v688 = *v115;
let v689 = v688 == v54;
let v690 = *v655;
let v691 = v688 - v690;
let v692 = exp(v691);
let v693 = select(v692, v56, v689);
*v115 = v693;
let v694 = *v116;
let v695 = v694 == v54;
let v696 = *v655;
let v697 = v694 - v696;
let v698 = exp(v697);
let v699 = select(v698, v56, v695);
*v116 = v699;
workgroupBarrier();
var<function> v4541_store: f32;
let v700 = &v4541_store;
*v700 = v56;
let v701 = *v101;
var<function> v4542_store: f32;
let v702 = &v4542_store;
*v702 = v701;
let v703 = *v700;
let v704 = *v702;
let v705 = v703 + v704;
*v700 = v705;
let v706 = *v702;
let v707 = v295 * v28;
let v708 = v707 + v23;
let v709 = &(*v47)[v708];
*v709 = v706;
let v710 = v21 + v23;
let v711 = *v102;
var<function> v4543_store: f32;
let v712 = &v4543_store;
*v712 = v711;
let v713 = *v700;
let v714 = *v712;
let v715 = v713 + v714;
*v700 = v715;
let v716 = *v712;
let v717 = v707 + v710;
let v718 = &(*v47)[v717];
*v718 = v716;
let v719 = v326 + v23;
let v720 = *v103;
var<function> v4544_store: f32;
let v721 = &v4544_store;
*v721 = v720;
let v722 = *v700;
let v723 = *v721;
let v724 = v722 + v723;
*v700 = v724;
let v725 = *v721;
let v726 = v707 + v719;
let v727 = &(*v47)[v726];
*v727 = v725;
let v728 = v341 + v23;
let v729 = *v104;
var<function> v4545_store: f32;
let v730 = &v4545_store;
*v730 = v729;
let v731 = *v700;
let v732 = *v730;
let v733 = v731 + v732;
*v700 = v733;
let v734 = *v730;
let v735 = v707 + v728;
let v736 = &(*v47)[v735];
*v736 = v734;
let v737 = *v700;
*v358 = v737;
var<function> v4546_store: f32;
let v738 = &v4546_store;
*v738 = v56;
let v739 = *v105;
var<function> v4547_store: f32;
let v740 = &v4547_store;
*v740 = v739;
let v741 = *v738;
let v742 = *v740;
let v743 = v741 + v742;
*v738 = v743;
let v744 = *v740;
let v745 = v360 * v28;
let v746 = v745 + v23;
let v747 = &(*v47)[v746];
*v747 = v744;
let v748 = *v106;
var<function> v4548_store: f32;
let v749 = &v4548_store;
*v749 = v748;
let v750 = *v738;
let v751 = *v749;
let v752 = v750 + v751;
*v738 = v752;
let v753 = *v749;
let v754 = v745 + v710;
let v755 = &(*v47)[v754];
*v755 = v753;
let v756 = *v107;
var<function> v4549_store: f32;
let v757 = &v4549_store;
*v757 = v756;
let v758 = *v738;
let v759 = *v757;
let v760 = v758 + v759;
*v738 = v760;
let v761 = *v757;
let v762 = v745 + v719;
let v763 = &(*v47)[v762];
*v763 = v761;
let v764 = *v108;
var<function> v4550_store: f32;
let v765 = &v4550_store;
*v765 = v764;
let v766 = *v738;
let v767 = *v765;
let v768 = v766 + v767;
*v738 = v768;
let v769 = *v765;
let v770 = v745 + v728;
let v771 = &(*v47)[v770];
*v771 = v769;
let v772 = *v738;
*v410 = v772;
var<function> v4551_store: f32;
let v773 = &v4551_store;
*v773 = v56;
let v774 = *v109;
var<function> v4552_store: f32;
let v775 = &v4552_store;
*v775 = v774;
let v776 = *v773;
let v777 = *v775;
let v778 = v776 + v777;
*v773 = v778;
let v779 = *v775;
let v780 = v412 * v28;
let v781 = v780 + v23;
let v782 = &(*v47)[v781];
*v782 = v779;
let v783 = *v110;
var<function> v4553_store: f32;
let v784 = &v4553_store;
*v784 = v783;
let v785 = *v773;
let v786 = *v784;
let v787 = v785 + v786;
*v773 = v787;
let v788 = *v784;
let v789 = v780 + v710;
let v790 = &(*v47)[v789];
*v790 = v788;
let v791 = *v111;
var<function> v4554_store: f32;
let v792 = &v4554_store;
*v792 = v791;
let v793 = *v773;
let v794 = *v792;
let v795 = v793 + v794;
*v773 = v795;
let v796 = *v792;
let v797 = v780 + v719;
let v798 = &(*v47)[v797];
*v798 = v796;
let v799 = *v112;
var<function> v4555_store: f32;
let v800 = &v4555_store;
*v800 = v799;
let v801 = *v773;
let v802 = *v800;
let v803 = v801 + v802;
*v773 = v803;
let v804 = *v800;
let v805 = v780 + v728;
let v806 = &(*v47)[v805];
*v806 = v804;
let v807 = *v773;
*v462 = v807;
var<function> v4556_store: f32;
let v808 = &v4556_store;
*v808 = v56;
let v809 = *v113;
var<function> v4557_store: f32;
let v810 = &v4557_store;
*v810 = v809;
let v811 = *v808;
let v812 = *v810;
let v813 = v811 + v812;
*v808 = v813;
let v814 = *v810;
let v815 = v464 * v28;
let v816 = v815 + v23;
let v817 = &(*v47)[v816];
*v817 = v814;
let v818 = *v114;
var<function> v4558_store: f32;
let v819 = &v4558_store;
*v819 = v818;
let v820 = *v808;
let v821 = *v819;
let v822 = v820 + v821;
*v808 = v822;
let v823 = *v819;
let v824 = v815 + v710;
let v825 = &(*v47)[v824];
*v825 = v823;
let v826 = *v115;
var<function> v4559_store: f32;
let v827 = &v4559_store;
*v827 = v826;
let v828 = *v808;
let v829 = *v827;
let v830 = v828 + v829;
*v808 = v830;
let v831 = *v827;
let v832 = v815 + v719;
let v833 = &(*v47)[v832];
*v833 = v831;
let v834 = *v116;
var<function> v4560_store: f32;
let v835 = &v4560_store;
*v835 = v834;
let v836 = *v808;
let v837 = *v835;
let v838 = v836 + v837;
*v808 = v838;
let v839 = *v835;
let v840 = v815 + v728;
let v841 = &(*v47)[v840];
*v841 = v839;
let v842 = *v808;
*v514 = v842;
workgroupBarrier();
for(var v843: u32 = v13; v843 < v21; v843 += v46) {
let v844 = v356 + v843;
let v845 = &(*v48)[v844];
let v846 = *v845;
let v847 = *v55;
let v848 = v847 + v846;
*v55 = v848;

}
for(var v849: u32 = v13; v849 < v21; v849 += v46) {
let v850 = v408 + v849;
let v851 = &(*v48)[v850];
let v852 = *v851;
let v853 = *v64;
let v854 = v853 + v852;
*v64 = v854;

}
for(var v855: u32 = v13; v855 < v21; v855 += v46) {
let v856 = v460 + v855;
let v857 = &(*v48)[v856];
let v858 = *v857;
let v859 = *v73;
let v860 = v859 + v858;
*v73 = v860;

}
for(var v861: u32 = v13; v861 < v21; v861 += v46) {
let v862 = v512 + v861;
let v863 = &(*v48)[v862];
let v864 = *v863;
let v865 = *v83;
let v866 = v865 + v864;
*v83 = v866;

}
workgroupBarrier();
var<function> v4565_store: f32;
let v867 = &v4565_store;
*v867 = v56;
let v868 = v23 < v28;
let v869 = v22 < v120;
let v870 = v868 && v869;
if v870 {
let v871 = v119 + v22;
let v872 = v871 * v28;
let v873 = v872 + v23;
let v874 = &(*v10)[v873];
let v875 = *v874;
*v867 = v875;

}
let v876 = *v867;
let v877 = &(*v45)[v20];
*v877 = v876;
let v878 = u32(256);
let v879 = v20 + v878;
let v880 = v879 / v21;
let v881 = v879 % v21;
var<function> v4566_store: f32;
let v882 = &v4566_store;
*v882 = v56;
let v883 = v881 < v28;
let v884 = v880 < v120;
let v885 = v883 && v884;
if v885 {
let v886 = v119 + v880;
let v887 = v886 * v28;
let v888 = v887 + v881;
let v889 = &(*v10)[v888];
let v890 = *v889;
*v882 = v890;

}
let v891 = *v882;
let v892 = &(*v45)[v879];
*v892 = v891;
let v893 = u32(512);
let v894 = v20 + v893;
let v895 = v894 / v21;
let v896 = v894 % v21;
var<function> v4567_store: f32;
let v897 = &v4567_store;
*v897 = v56;
let v898 = v896 < v28;
let v899 = v895 < v120;
let v900 = v898 && v899;
if v900 {
let v901 = v119 + v895;
let v902 = v901 * v28;
let v903 = v902 + v896;
let v904 = &(*v10)[v903];
let v905 = *v904;
*v897 = v905;

}
let v906 = *v897;
let v907 = &(*v45)[v894];
*v907 = v906;
let v908 = u32(768);
let v909 = v20 + v908;
let v910 = v909 / v21;
let v911 = v909 % v21;
var<function> v4568_store: f32;
let v912 = &v4568_store;
*v912 = v56;
let v913 = v911 < v28;
let v914 = v910 < v120;
let v915 = v913 && v914;
if v915 {
let v916 = v119 + v910;
let v917 = v916 * v28;
let v918 = v917 + v911;
let v919 = &(*v10)[v918];
let v920 = *v919;
*v912 = v920;

}
let v921 = *v912;
let v922 = &(*v45)[v909];
*v922 = v921;
workgroupBarrier();
for(var v923: u32 = v13; v923 < v28; v923 += v46) {
let v924 = v923 * v21;
let v925 = v924 + v23;
let v926 = &(*v45)[v925];
let v927 = *v926;
let v928 = v707 + v923;
let v929 = &(*v47)[v928];
let v930 = *v929;
let v931 = *v57;
let v932 = fma(v930, v927, v931);
*v57 = v932;
let v933 = v745 + v923;
let v934 = &(*v47)[v933];
let v935 = *v934;
let v936 = *v65;
let v937 = fma(v935, v927, v936);
*v65 = v937;
let v938 = v780 + v923;
let v939 = &(*v47)[v938];
let v940 = *v939;
let v941 = *v75;
let v942 = fma(v940, v927, v941);
*v75 = v942;
let v943 = v815 + v923;
let v944 = &(*v47)[v943];
let v945 = *v944;
let v946 = *v85;
let v947 = fma(v945, v927, v946);
*v85 = v947;

}
workgroupBarrier();
var<function> v4570_store: f32;
let v948 = &v4570_store;
*v948 = v56;
let v949 = v710 < v28;
let v950 = v949 && v869;
if v950 {
let v951 = v119 + v22;
let v952 = v951 * v28;
let v953 = v952 + v710;
let v954 = &(*v10)[v953];
let v955 = *v954;
*v948 = v955;

}
let v956 = *v948;
*v877 = v956;
let v957 = v21 + v881;
var<function> v4571_store: f32;
let v958 = &v4571_store;
*v958 = v56;
let v959 = v957 < v28;
let v960 = v959 && v884;
if v960 {
let v961 = v119 + v880;
let v962 = v961 * v28;
let v963 = v962 + v957;
let v964 = &(*v10)[v963];
let v965 = *v964;
*v958 = v965;

}
let v966 = *v958;
*v892 = v966;
let v967 = v21 + v896;
var<function> v4572_store: f32;
let v968 = &v4572_store;
*v968 = v56;
let v969 = v967 < v28;
let v970 = v969 && v899;
if v970 {
let v971 = v119 + v895;
let v972 = v971 * v28;
let v973 = v972 + v967;
let v974 = &(*v10)[v973];
let v975 = *v974;
*v968 = v975;

}
let v976 = *v968;
*v907 = v976;
let v977 = v21 + v911;
var<function> v4573_store: f32;
let v978 = &v4573_store;
*v978 = v56;
let v979 = v977 < v28;
let v980 = v979 && v914;
if v980 {
let v981 = v119 + v910;
let v982 = v981 * v28;
let v983 = v982 + v977;
let v984 = &(*v10)[v983];
let v985 = *v984;
*v978 = v985;

}
let v986 = *v978;
*v922 = v986;
workgroupBarrier();
for(var v987: u32 = v13; v987 < v28; v987 += v46) {
let v988 = v987 * v21;
let v989 = v988 + v23;
let v990 = &(*v45)[v989];
let v991 = *v990;
let v992 = v707 + v987;
let v993 = &(*v47)[v992];
let v994 = *v993;
let v995 = *v58;
let v996 = fma(v994, v991, v995);
*v58 = v996;
let v997 = v745 + v987;
let v998 = &(*v47)[v997];
let v999 = *v998;
let v1000 = *v67;
let v1001 = fma(v999, v991, v1000);
*v67 = v1001;
let v1002 = v780 + v987;
let v1003 = &(*v47)[v1002];
let v1004 = *v1003;
let v1005 = *v77;
let v1006 = fma(v1004, v991, v1005);
*v77 = v1006;
let v1007 = v815 + v987;
let v1008 = &(*v47)[v1007];
let v1009 = *v1008;
let v1010 = *v87;
let v1011 = fma(v1009, v991, v1010);
*v87 = v1011;

}
workgroupBarrier();
var<function> v4575_store: f32;
let v1012 = &v4575_store;
*v1012 = v56;
let v1013 = v719 < v28;
let v1014 = v1013 && v869;
if v1014 {
let v1015 = v119 + v22;
let v1016 = v1015 * v28;
let v1017 = v1016 + v719;
let v1018 = &(*v10)[v1017];
let v1019 = *v1018;
*v1012 = v1019;

}
let v1020 = *v1012;
*v877 = v1020;
let v1021 = v326 + v881;
var<function> v4576_store: f32;
let v1022 = &v4576_store;
*v1022 = v56;
let v1023 = v1021 < v28;
let v1024 = v1023 && v884;
if v1024 {
let v1025 = v119 + v880;
let v1026 = v1025 * v28;
let v1027 = v1026 + v1021;
let v1028 = &(*v10)[v1027];
let v1029 = *v1028;
*v1022 = v1029;

}
let v1030 = *v1022;
*v892 = v1030;
let v1031 = v326 + v896;
var<function> v4577_store: f32;
let v1032 = &v4577_store;
*v1032 = v56;
let v1033 = v1031 < v28;
let v1034 = v1033 && v899;
if v1034 {
let v1035 = v119 + v895;
let v1036 = v1035 * v28;
let v1037 = v1036 + v1031;
let v1038 = &(*v10)[v1037];
let v1039 = *v1038;
*v1032 = v1039;

}
let v1040 = *v1032;
*v907 = v1040;
let v1041 = v326 + v911;
var<function> v4578_store: f32;
let v1042 = &v4578_store;
*v1042 = v56;
let v1043 = v1041 < v28;
let v1044 = v1043 && v914;
if v1044 {
let v1045 = v119 + v910;
let v1046 = v1045 * v28;
let v1047 = v1046 + v1041;
let v1048 = &(*v10)[v1047];
let v1049 = *v1048;
*v1042 = v1049;

}
let v1050 = *v1042;
*v922 = v1050;
workgroupBarrier();
for(var v1051: u32 = v13; v1051 < v28; v1051 += v46) {
let v1052 = v1051 * v21;
let v1053 = v1052 + v23;
let v1054 = &(*v45)[v1053];
let v1055 = *v1054;
let v1056 = v707 + v1051;
let v1057 = &(*v47)[v1056];
let v1058 = *v1057;
let v1059 = *v60;
let v1060 = fma(v1058, v1055, v1059);
*v60 = v1060;
let v1061 = v745 + v1051;
let v1062 = &(*v47)[v1061];
let v1063 = *v1062;
let v1064 = *v69;
let v1065 = fma(v1063, v1055, v1064);
*v69 = v1065;
let v1066 = v780 + v1051;
let v1067 = &(*v47)[v1066];
let v1068 = *v1067;
let v1069 = *v79;
let v1070 = fma(v1068, v1055, v1069);
*v79 = v1070;
let v1071 = v815 + v1051;
let v1072 = &(*v47)[v1071];
let v1073 = *v1072;
let v1074 = *v89;
let v1075 = fma(v1073, v1055, v1074);
*v89 = v1075;

}
workgroupBarrier();
var<function> v4580_store: f32;
let v1076 = &v4580_store;
*v1076 = v56;
let v1077 = v728 < v28;
let v1078 = v1077 && v869;
if v1078 {
let v1079 = v119 + v22;
let v1080 = v1079 * v28;
let v1081 = v1080 + v728;
let v1082 = &(*v10)[v1081];
let v1083 = *v1082;
*v1076 = v1083;

}
let v1084 = *v1076;
*v877 = v1084;
let v1085 = v341 + v881;
var<function> v4581_store: f32;
let v1086 = &v4581_store;
*v1086 = v56;
let v1087 = v1085 < v28;
let v1088 = v1087 && v884;
if v1088 {
let v1089 = v119 + v880;
let v1090 = v1089 * v28;
let v1091 = v1090 + v1085;
let v1092 = &(*v10)[v1091];
let v1093 = *v1092;
*v1086 = v1093;

}
let v1094 = *v1086;
*v892 = v1094;
let v1095 = v341 + v896;
var<function> v4582_store: f32;
let v1096 = &v4582_store;
*v1096 = v56;
let v1097 = v1095 < v28;
let v1098 = v1097 && v899;
if v1098 {
let v1099 = v119 + v895;
let v1100 = v1099 * v28;
let v1101 = v1100 + v1095;
let v1102 = &(*v10)[v1101];
let v1103 = *v1102;
*v1096 = v1103;

}
let v1104 = *v1096;
*v907 = v1104;
let v1105 = v341 + v911;
var<function> v4583_store: f32;
let v1106 = &v4583_store;
*v1106 = v56;
let v1107 = v1105 < v28;
let v1108 = v1107 && v914;
if v1108 {
let v1109 = v119 + v910;
let v1110 = v1109 * v28;
let v1111 = v1110 + v1105;
let v1112 = &(*v10)[v1111];
let v1113 = *v1112;
*v1106 = v1113;

}
let v1114 = *v1106;
*v922 = v1114;
workgroupBarrier();
for(var v1115: u32 = v13; v1115 < v28; v1115 += v46) {
let v1116 = v1115 * v21;
let v1117 = v1116 + v23;
let v1118 = &(*v45)[v1117];
let v1119 = *v1118;
let v1120 = v707 + v1115;
let v1121 = &(*v47)[v1120];
let v1122 = *v1121;
let v1123 = *v62;
let v1124 = fma(v1122, v1119, v1123);
*v62 = v1124;
let v1125 = v745 + v1115;
let v1126 = &(*v47)[v1125];
let v1127 = *v1126;
let v1128 = *v71;
let v1129 = fma(v1127, v1119, v1128);
*v71 = v1129;
let v1130 = v780 + v1115;
let v1131 = &(*v47)[v1130];
let v1132 = *v1131;
let v1133 = *v81;
let v1134 = fma(v1132, v1119, v1133);
*v81 = v1134;
let v1135 = v815 + v1115;
let v1136 = &(*v47)[v1135];
let v1137 = *v1136;
let v1138 = *v91;
let v1139 = fma(v1137, v1119, v1138);
*v91 = v1139;

}

}

}
let v1140 = v22 * v51;
let v1141 = v29 + v1140;
let v1142 = v1141 < v24;
if v1142 {
let v1143 = *v55;
let v1144 = v1143 == v56;
let v1145 = f32(1.0);
let v1146 = v1145 / v1143;
let v1147 = select(v1146, v56, v1144);
let v1148 = v23 < v28;
if v1148 {
let v1149 = *v57;
let v1150 = v1149 * v1147;
let v1151 = v38 + v1141;
let v1152 = v1151 * v28;
let v1153 = v1152 + v23;
let v1154 = &(*v9)[v1153];
*v1154 = v1150;

}
let v1155 = v21 + v23;
let v1156 = v1155 < v28;
if v1156 {
let v1157 = *v58;
let v1158 = v1157 * v1147;
let v1159 = v38 + v1141;
let v1160 = v1159 * v28;
let v1161 = v1160 + v1155;
let v1162 = &(*v9)[v1161];
*v1162 = v1158;

}
let v1163 = u32(32);
let v1164 = v1163 + v23;
let v1165 = v1164 < v28;
if v1165 {
let v1166 = *v60;
let v1167 = v1166 * v1147;
let v1168 = v38 + v1141;
let v1169 = v1168 * v28;
let v1170 = v1169 + v1164;
let v1171 = &(*v9)[v1170];
*v1171 = v1167;

}
let v1172 = u32(48);
let v1173 = v1172 + v23;
let v1174 = v1173 < v28;
if v1174 {
let v1175 = *v62;
let v1176 = v1175 * v1147;
let v1177 = v38 + v1141;
let v1178 = v1177 * v28;
let v1179 = v1178 + v1173;
let v1180 = &(*v9)[v1179];
*v1180 = v1176;

}
let v1181 = v23 == v13;
if v1181 {
let v1182 = *v53;
let v1183 = v1182 + v1182;
let v1184 = bitcast<u32>(v1143);
let v1185 = i32(v1184);
let v1186 = i32(1060439283);
let v1187 = v1185 - v1186;
let v1188 = i32(23);
let v1189 = v1187 >> u32(v1188);
let v1190 = v1189 << u32(v1188);
let v1191 = v1185 - v1190;
let v1192 = u32(v1191);
let v1193 = bitcast<f32>(v1192);
let v1194 = v1193 - v1145;
let v1195 = f32(v1189);
let v1196 = v1194 * v1194;
let v1197 = f32(0.07037683576345444);
var<function> v4585_store: f32;
let v1198 = &v4585_store;
*v1198 = v1197;
let v1199 = *v1198;
let v1200 = f32(-0.11514610052108765);
let v1201 = fma(v1199, v1194, v1200);
*v1198 = v1201;
let v1202 = *v1198;
let v1203 = f32(0.11676998436450958);
let v1204 = fma(v1202, v1194, v1203);
*v1198 = v1204;
let v1205 = *v1198;
let v1206 = f32(-0.12420140951871872);
let v1207 = fma(v1205, v1194, v1206);
*v1198 = v1207;
let v1208 = *v1198;
let v1209 = f32(0.14249323308467865);
let v1210 = fma(v1208, v1194, v1209);
*v1198 = v1210;
let v1211 = *v1198;
let v1212 = f32(-0.16668057441711426);
let v1213 = fma(v1211, v1194, v1212);
*v1198 = v1213;
let v1214 = *v1198;
let v1215 = f32(0.2000071406364441);
let v1216 = fma(v1214, v1194, v1215);
*v1198 = v1216;
let v1217 = *v1198;
let v1218 = f32(-0.24999994039535522);
let v1219 = fma(v1217, v1194, v1218);
*v1198 = v1219;
let v1220 = *v1198;
let v1221 = f32(0.3333333134651184);
let v1222 = fma(v1220, v1194, v1221);
*v1198 = v1222;
let v1223 = *v1198;
let v1224 = v1223 * v1194;
let v1225 = f32(0.00021219444170128554);
let v1226 = v1225 * v1195;
let v1227 = -v1226;
let v1228 = fma(v1224, v1196, v1227);
let v1229 = f32(-0.5);
let v1230 = fma(v1229, v1196, v1228);
let v1231 = v1194 + v1230;
let v1232 = f32(0.693359375);
let v1233 = fma(v1232, v1195, v1231);
let v1234 = v1182 + v1233;
let v1235 = select(v1234, v1183, v1144);
let v1236 = v38 + v1141;
let v1237 = &(*v8)[v1236];
*v1237 = v1235;

}

}
let v1238 = v1141 + v46;
let v1239 = v1238 < v24;
if v1239 {
let v1240 = *v64;
let v1241 = v1240 == v56;
let v1242 = f32(1.0);
let v1243 = v1242 / v1240;
let v1244 = select(v1243, v56, v1241);
let v1245 = v23 < v28;
if v1245 {
let v1246 = *v65;
let v1247 = v1246 * v1244;
let v1248 = v38 + v1238;
let v1249 = v1248 * v28;
let v1250 = v1249 + v23;
let v1251 = &(*v9)[v1250];
*v1251 = v1247;

}
let v1252 = v21 + v23;
let v1253 = v1252 < v28;
if v1253 {
let v1254 = *v67;
let v1255 = v1254 * v1244;
let v1256 = v38 + v1238;
let v1257 = v1256 * v28;
let v1258 = v1257 + v1252;
let v1259 = &(*v9)[v1258];
*v1259 = v1255;

}
let v1260 = u32(32);
let v1261 = v1260 + v23;
let v1262 = v1261 < v28;
if v1262 {
let v1263 = *v69;
let v1264 = v1263 * v1244;
let v1265 = v38 + v1238;
let v1266 = v1265 * v28;
let v1267 = v1266 + v1261;
let v1268 = &(*v9)[v1267];
*v1268 = v1264;

}
let v1269 = u32(48);
let v1270 = v1269 + v23;
let v1271 = v1270 < v28;
if v1271 {
let v1272 = *v71;
let v1273 = v1272 * v1244;
let v1274 = v38 + v1238;
let v1275 = v1274 * v28;
let v1276 = v1275 + v1270;
let v1277 = &(*v9)[v1276];
*v1277 = v1273;

}
let v1278 = v23 == v13;
if v1278 {
let v1279 = *v63;
let v1280 = v1279 + v1279;
let v1281 = bitcast<u32>(v1240);
let v1282 = i32(v1281);
let v1283 = i32(1060439283);
let v1284 = v1282 - v1283;
let v1285 = i32(23);
let v1286 = v1284 >> u32(v1285);
let v1287 = v1286 << u32(v1285);
let v1288 = v1282 - v1287;
let v1289 = u32(v1288);
let v1290 = bitcast<f32>(v1289);
let v1291 = v1290 - v1242;
let v1292 = f32(v1286);
let v1293 = v1291 * v1291;
let v1294 = f32(0.07037683576345444);
var<function> v4586_store: f32;
let v1295 = &v4586_store;
*v1295 = v1294;
let v1296 = *v1295;
let v1297 = f32(-0.11514610052108765);
let v1298 = fma(v1296, v1291, v1297);
*v1295 = v1298;
let v1299 = *v1295;
let v1300 = f32(0.11676998436450958);
let v1301 = fma(v1299, v1291, v1300);
*v1295 = v1301;
let v1302 = *v1295;
let v1303 = f32(-0.12420140951871872);
let v1304 = fma(v1302, v1291, v1303);
*v1295 = v1304;
let v1305 = *v1295;
let v1306 = f32(0.14249323308467865);
let v1307 = fma(v1305, v1291, v1306);
*v1295 = v1307;
let v1308 = *v1295;
let v1309 = f32(-0.16668057441711426);
let v1310 = fma(v1308, v1291, v1309);
*v1295 = v1310;
let v1311 = *v1295;
let v1312 = f32(0.2000071406364441);
let v1313 = fma(v1311, v1291, v1312);
*v1295 = v1313;
let v1314 = *v1295;
let v1315 = f32(-0.24999994039535522);
let v1316 = fma(v1314, v1291, v1315);
*v1295 = v1316;
let v1317 = *v1295;
let v1318 = f32(0.3333333134651184);
let v1319 = fma(v1317, v1291, v1318);
*v1295 = v1319;
let v1320 = *v1295;
let v1321 = v1320 * v1291;
let v1322 = f32(0.00021219444170128554);
let v1323 = v1322 * v1292;
let v1324 = -v1323;
let v1325 = fma(v1321, v1293, v1324);
let v1326 = f32(-0.5);
let v1327 = fma(v1326, v1293, v1325);
let v1328 = v1291 + v1327;
let v1329 = f32(0.693359375);
let v1330 = fma(v1329, v1292, v1328);
let v1331 = v1279 + v1330;
let v1332 = select(v1331, v1280, v1241);
let v1333 = v38 + v1238;
let v1334 = &(*v8)[v1333];
*v1334 = v1332;

}

}
let v1335 = v1141 + v59;
let v1336 = v1335 < v24;
if v1336 {
let v1337 = *v73;
let v1338 = v1337 == v56;
let v1339 = f32(1.0);
let v1340 = v1339 / v1337;
let v1341 = select(v1340, v56, v1338);
let v1342 = v23 < v28;
if v1342 {
let v1343 = *v75;
let v1344 = v1343 * v1341;
let v1345 = v38 + v1335;
let v1346 = v1345 * v28;
let v1347 = v1346 + v23;
let v1348 = &(*v9)[v1347];
*v1348 = v1344;

}
let v1349 = v21 + v23;
let v1350 = v1349 < v28;
if v1350 {
let v1351 = *v77;
let v1352 = v1351 * v1341;
let v1353 = v38 + v1335;
let v1354 = v1353 * v28;
let v1355 = v1354 + v1349;
let v1356 = &(*v9)[v1355];
*v1356 = v1352;

}
let v1357 = u32(32);
let v1358 = v1357 + v23;
let v1359 = v1358 < v28;
if v1359 {
let v1360 = *v79;
let v1361 = v1360 * v1341;
let v1362 = v38 + v1335;
let v1363 = v1362 * v28;
let v1364 = v1363 + v1358;
let v1365 = &(*v9)[v1364];
*v1365 = v1361;

}
let v1366 = u32(48);
let v1367 = v1366 + v23;
let v1368 = v1367 < v28;
if v1368 {
let v1369 = *v81;
let v1370 = v1369 * v1341;
let v1371 = v38 + v1335;
let v1372 = v1371 * v28;
let v1373 = v1372 + v1367;
let v1374 = &(*v9)[v1373];
*v1374 = v1370;

}
let v1375 = v23 == v13;
if v1375 {
let v1376 = *v72;
let v1377 = v1376 + v1376;
let v1378 = bitcast<u32>(v1337);
let v1379 = i32(v1378);
let v1380 = i32(1060439283);
let v1381 = v1379 - v1380;
let v1382 = i32(23);
let v1383 = v1381 >> u32(v1382);
let v1384 = v1383 << u32(v1382);
let v1385 = v1379 - v1384;
let v1386 = u32(v1385);
let v1387 = bitcast<f32>(v1386);
let v1388 = v1387 - v1339;
let v1389 = f32(v1383);
let v1390 = v1388 * v1388;
let v1391 = f32(0.07037683576345444);
var<function> v4587_store: f32;
let v1392 = &v4587_store;
*v1392 = v1391;
let v1393 = *v1392;
let v1394 = f32(-0.11514610052108765);
let v1395 = fma(v1393, v1388, v1394);
*v1392 = v1395;
let v1396 = *v1392;
let v1397 = f32(0.11676998436450958);
let v1398 = fma(v1396, v1388, v1397);
*v1392 = v1398;
let v1399 = *v1392;
let v1400 = f32(-0.12420140951871872);
let v1401 = fma(v1399, v1388, v1400);
*v1392 = v1401;
let v1402 = *v1392;
let v1403 = f32(0.14249323308467865);
let v1404 = fma(v1402, v1388, v1403);
*v1392 = v1404;
let v1405 = *v1392;
let v1406 = f32(-0.16668057441711426);
let v1407 = fma(v1405, v1388, v1406);
*v1392 = v1407;
let v1408 = *v1392;
let v1409 = f32(0.2000071406364441);
let v1410 = fma(v1408, v1388, v1409);
*v1392 = v1410;
let v1411 = *v1392;
let v1412 = f32(-0.24999994039535522);
let v1413 = fma(v1411, v1388, v1412);
*v1392 = v1413;
let v1414 = *v1392;
let v1415 = f32(0.3333333134651184);
let v1416 = fma(v1414, v1388, v1415);
*v1392 = v1416;
let v1417 = *v1392;
let v1418 = v1417 * v1388;
let v1419 = f32(0.00021219444170128554);
let v1420 = v1419 * v1389;
let v1421 = -v1420;
let v1422 = fma(v1418, v1390, v1421);
let v1423 = f32(-0.5);
let v1424 = fma(v1423, v1390, v1422);
let v1425 = v1388 + v1424;
let v1426 = f32(0.693359375);
let v1427 = fma(v1426, v1389, v1425);
let v1428 = v1376 + v1427;
let v1429 = select(v1428, v1377, v1338);
let v1430 = v38 + v1335;
let v1431 = &(*v8)[v1430];
*v1431 = v1429;

}

}
let v1432 = v1141 + v61;
let v1433 = v1432 < v24;
if v1433 {
let v1434 = *v83;
let v1435 = v1434 == v56;
let v1436 = f32(1.0);
let v1437 = v1436 / v1434;
let v1438 = select(v1437, v56, v1435);
let v1439 = v23 < v28;
if v1439 {
let v1440 = *v85;
let v1441 = v1440 * v1438;
let v1442 = v38 + v1432;
let v1443 = v1442 * v28;
let v1444 = v1443 + v23;
let v1445 = &(*v9)[v1444];
*v1445 = v1441;

}
let v1446 = v21 + v23;
let v1447 = v1446 < v28;
if v1447 {
let v1448 = *v87;
let v1449 = v1448 * v1438;
let v1450 = v38 + v1432;
let v1451 = v1450 * v28;
let v1452 = v1451 + v1446;
let v1453 = &(*v9)[v1452];
*v1453 = v1449;

}
let v1454 = u32(32);
let v1455 = v1454 + v23;
let v1456 = v1455 < v28;
if v1456 {
let v1457 = *v89;
let v1458 = v1457 * v1438;
let v1459 = v38 + v1432;
let v1460 = v1459 * v28;
let v1461 = v1460 + v1455;
let v1462 = &(*v9)[v1461];
*v1462 = v1458;

}
let v1463 = u32(48);
let v1464 = v1463 + v23;
let v1465 = v1464 < v28;
if v1465 {
let v1466 = *v91;
let v1467 = v1466 * v1438;
let v1468 = v38 + v1432;
let v1469 = v1468 * v28;
let v1470 = v1469 + v1464;
let v1471 = &(*v9)[v1470];
*v1471 = v1467;

}
let v1472 = v23 == v13;
if v1472 {
let v1473 = *v82;
let v1474 = v1473 + v1473;
let v1475 = bitcast<u32>(v1434);
let v1476 = i32(v1475);
let v1477 = i32(1060439283);
let v1478 = v1476 - v1477;
let v1479 = i32(23);
let v1480 = v1478 >> u32(v1479);
let v1481 = v1480 << u32(v1479);
let v1482 = v1476 - v1481;
let v1483 = u32(v1482);
let v1484 = bitcast<f32>(v1483);
let v1485 = v1484 - v1436;
let v1486 = f32(v1480);
let v1487 = v1485 * v1485;
let v1488 = f32(0.07037683576345444);
var<function> v4588_store: f32;
let v1489 = &v4588_store;
*v1489 = v1488;
let v1490 = *v1489;
let v1491 = f32(-0.11514610052108765);
let v1492 = fma(v1490, v1485, v1491);
*v1489 = v1492;
let v1493 = *v1489;
let v1494 = f32(0.11676998436450958);
let v1495 = fma(v1493, v1485, v1494);
*v1489 = v1495;
let v1496 = *v1489;
let v1497 = f32(-0.12420140951871872);
let v1498 = fma(v1496, v1485, v1497);
*v1489 = v1498;
let v1499 = *v1489;
let v1500 = f32(0.14249323308467865);
let v1501 = fma(v1499, v1485, v1500);
*v1489 = v1501;
let v1502 = *v1489;
let v1503 = f32(-0.16668057441711426);
let v1504 = fma(v1502, v1485, v1503);
*v1489 = v1504;
let v1505 = *v1489;
let v1506 = f32(0.2000071406364441);
let v1507 = fma(v1505, v1485, v1506);
*v1489 = v1507;
let v1508 = *v1489;
let v1509 = f32(-0.24999994039535522);
let v1510 = fma(v1508, v1485, v1509);
*v1489 = v1510;
let v1511 = *v1489;
let v1512 = f32(0.3333333134651184);
let v1513 = fma(v1511, v1485, v1512);
*v1489 = v1513;
let v1514 = *v1489;
let v1515 = v1514 * v1485;
let v1516 = f32(0.00021219444170128554);
let v1517 = v1516 * v1486;
let v1518 = -v1517;
let v1519 = fma(v1515, v1487, v1518);
let v1520 = f32(-0.5);
let v1521 = fma(v1520, v1487, v1519);
let v1522 = v1485 + v1521;
let v1523 = f32(0.693359375);
let v1524 = fma(v1523, v1486, v1522);
let v1525 = v1473 + v1524;
let v1526 = select(v1525, v1474, v1435);
let v1527 = v38 + v1432;
let v1528 = &(*v8)[v1527];
*v1528 = v1526;

}

}
return;

}
