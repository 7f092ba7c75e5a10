/** The numbers that the outlines of countries carry, behind the code that everything else here uses. */
const numbers =
  'FJ242 TZ834 EH732 CA124 US840 KZ398 UZ860 PG598 ID360 AR032 CL152 CD180 SO706 KE404 SD729 TD148 HT332 DO214 RU643 BS044 FK238 NO578 GL304 TF260 TL626 ZA710 LS426 MX484 UY858 BR076 BO068 PE604 CO170 PA591 CR188 NI558 HN340 SV222 GT320 BZ084 VE862 GY328 SR740 FR250 EC218 PR630 JM388 CU192 ZW716 BW072 NA516 SN686 ML466 MR478 BJ204 NE562 NG566 CM120 TG768 GH288 CI384 GN324 GW624 LR430 SL694 BF854 CF140 CG178 GA266 GQ226 ZM894 MW454 MZ508 SZ748 AO024 BI108 IL376 LB422 MG450 PS275 GM270 TN788 DZ012 JO400 AE784 QA634 KW414 IQ368 OM512 VU548 KH116 TH764 LA418 MM104 VN704 KP408 KR410 MN496 IN356 BD050 BT064 NP524 PK586 AF004 TJ762 KG417 TM795 IR364 SY760 AM051 SE752 BY112 UA804 PL616 AT040 HU348 MD498 RO642 LT440 LV428 EE233 DE276 BG100 GR300 TR792 AL008 HR191 CH756 LU442 BE056 NL528 PT620 ES724 IE372 NC540 SB090 NZ554 AU036 LK144 CN156 TW158 IT380 DK208 GB826 IS352 AZ031 GE268 PH608 MY458 BN096 SI705 FI246 SK703 CZ203 ER232 JP392 PY600 YE887 SA682 CY196 MA504 EG818 LY434 ET231 DJ262 UG800 RW646 BA070 MK807 RS688 ME499 TT780 SS728';

/** The code of a country by the id of its outline; Kosovo has a name instead of a number. */
export const countryOfOutline: ReadonlyMap<string, string> = new Map([
  ...numbers.split(' ').map((entry): [string, string] => [entry.slice(2), entry.slice(0, 2)]),
  ['Kosovo', 'XK'],
]);

/** Where the number of a country stands: those too small for an outline, and those whose middle lies elsewhere than one would look. */
export const markOf: Readonly<Record<string, [number, number]>> = {
  AD: [1.5, 42.5],
  AG: [-61.8, 17.1],
  BB: [-59.5, 13.2],
  BH: [50.5, 26],
  CA: [-100, 55],
  CV: [-23.6, 15.1],
  DM: [-61.4, 15.4],
  FR: [2.5, 46.7],
  GD: [-61.7, 12.1],
  HR: [16, 45.3],
  KM: [43.3, -11.7],
  LI: [9.5, 47.1],
  MC: [7.4, 43.7],
  MT: [14.4, 35.9],
  MU: [57.5, -20.2],
  MV: [73.5, 4.2],
  NL: [5.4, 52.3],
  NO: [9, 61.3],
  PT: [-8, 39.6],
  RU: [42, 56],
  SC: [55.5, -4.7],
  SG: [103.8, 1.4],
  SM: [12.4, 43.9],
  ST: [6.6, 0.2],
  US: [-98, 39],
  VA: [12.5, 41.9],
};
