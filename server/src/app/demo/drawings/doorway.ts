import {
  drawing,
  ellipse,
  glow,
  gradient,
  group,
  line,
  n,
  path,
  rect,
  chance,
  circle,
  times,
  type Drawing,
} from './shapes';

const definitions = `<defs>${[
  gradient('dawn', [
    [0, '#f3cfa6'],
    [0.45, '#f7dfbd'],
    [1, '#fbeed9'],
  ]),
  glow('halo', [
    [0, '#fffaf0', 1],
    [0.35, '#ffeccb', 0.8],
    [1, '#ffe3b8', 0],
  ]),
  gradient('near', [
    [0, '#2f6673'],
    [1, '#1c4552'],
  ]),
  gradient('river', [
    [0, '#f7dcb4'],
    [1, '#d99f78'],
  ]),
  gradient('archside', [
    [0, '#d68b66'],
    [1, '#b5654a'],
  ]),
  gradient('floor', [
    [0, '#e8bd92'],
    [1, '#c98e68'],
  ]),
].join('')}</defs>`;

/** An arch that stands on `foot`, seen from the front. */
const arch = (centre: number, foot: number, width: number, height: number): string => {
  const half = width / 2;
  return `M${n(centre - half)} ${foot} V${n(foot - height + half)} A${n(half)} ${n(half)} 0 0 1 ${n(centre + half)} ${n(foot - height + half)} V${foot}Z`;
};

const landscape = group(
  'clip-path="url(#opening)"',
  rect([0, 0, 2560, 1920], 'url(#dawn)'),
  circle(1330, 900, 720, 'url(#halo)'),
  circle(1330, 900, 132, '#fffdf6'),
  path('M0 1120 C300 1010 520 1060 800 1080 S1240 1000 1500 1050 S2100 1010 2560 1090 V1920 H0Z', '#e9c5a0'),
  path('M0 1210 C320 1110 640 1190 960 1160 S1500 1090 1800 1150 S2300 1130 2560 1190 V1920 H0Z', '#c9a88a'),
  path('M0 1290 C420 1220 700 1260 1060 1250 S1700 1190 2560 1270 V1920 H0Z', '#8fa294'),
  // The river winds towards the sun.
  path(
    'M1340 1224 C1420 1228 1500 1240 1476 1266 C1440 1300 1190 1310 1170 1360 C1146 1420 1560 1430 1640 1530 C1690 1600 1560 1760 1420 1920 H620 C760 1760 1080 1620 1120 1530 C1160 1450 960 1420 990 1350 C1020 1290 1290 1282 1330 1256 C1348 1244 1350 1232 1340 1224Z',
    'url(#river)',
  ),
  path(
    'M0 1400 C300 1330 700 1370 980 1420 C1100 1470 1080 1560 900 1680 C760 1770 640 1850 600 1920 H0Z',
    '#5d8580',
  ),
  path(
    'M2560 1360 C2200 1310 1900 1350 1620 1400 C1560 1420 1660 1470 1690 1540 C1720 1640 1560 1780 1460 1920 H2560Z',
    '#4d7a7a',
  ),
  path('M0 1600 C300 1520 600 1590 760 1700 C700 1780 640 1850 600 1920 H0Z', 'url(#near)'),
  path('M2560 1560 C2280 1500 1960 1560 1740 1700 C1620 1780 1520 1850 1460 1920 H2560Z', 'url(#near)'),
);

/** Slender trees on both banks. */
function grove(left: number, top: number, count: number, step: number, seed: number): string {
  const random = chance(seed);
  return times(count, (index) => {
    const x = left + index * step + random() * step * 0.4;
    const y = top + random() * 24;
    const height = 110 + random() * 120;
    return (
      line(`M${n(x)} ${n(y)} V${n(y - height * 0.4)}`, '#2c4e52', 5) +
      ellipse(
        [n(x), n(y - height * 0.6), n(height * 0.19), n(height * 0.42)],
        index % 2 ? '#3f6f70' : '#588782',
      ) +
      path(
        `M${n(x)} ${n(y - height * 1.02)} A${n(height * 0.19)} ${n(height * 0.42)} 0 0 1 ${n(x)} ${n(y - height * 0.18)} A${n(height * 0.3)} ${n(height * 0.6)} 0 0 0 ${n(x)} ${n(y - height * 1.02)}Z`,
        '#7ba097',
        'opacity=".8"',
      )
    );
  }).join('');
}

/** Doorways within doorways, and behind them the river in the morning: what the sign-in page shows. */
export const doorway: Drawing = drawing(
  2560,
  1920,
  definitions,
  `<clipPath id="opening"><path d="${arch(1280, 1700, 1180, 1405)}"/></clipPath>`,
  rect([0, 0, 2560, 1920], '#f0d6b6'),
  path(arch(1280, 1920, 2380, 2060), '#e5bd95'),
  path(arch(1280, 1920, 1990, 1900), '#d69d77'),
  path(arch(1280, 1920, 1590, 1730), 'url(#archside)'),
  landscape,
  group('clip-path="url(#opening)"', grove(700, 1404, 4, 86, 5), grove(1600, 1380, 4, 78, 9)),
  path(`M690 1700 H1870 L2075 1920 H485Z`, 'url(#floor)'),
  // Sunlight falls through on the threshold.
  path('M1010 1700 H1650 L1800 1920 H760Z', '#fff0d2', 'opacity=".5"'),
  path('M1180 1700 H1480 L1540 1920 H1020Z', '#fffaf0', 'opacity=".55"'),
);
