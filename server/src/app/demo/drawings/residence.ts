import { cloud, poplar, reeds, ripples, tree } from './nature';
import { alder, bicycle, birch, house } from './residence-blocks';
import {
  at,
  chance,
  circle,
  drawing,
  ellipse,
  glow,
  gradient,
  group,
  line,
  n,
  path,
  rect,
  times,
  type Drawing,
} from './shapes';

const water = 812;

const definitions = `<defs>${[
  gradient('sky', [
    [0, '#1b3a49'],
    [0.3, '#3b6270'],
    [0.56, '#8c9b97'],
    [0.78, '#e3b18b'],
    [1, '#f6d3a4'],
  ]),
  glow('sun', [
    [0, '#fff0cc', 0.95],
    [0.25, '#ffdca6', 0.6],
    [1, '#ffcf94', 0],
  ]),
  gradient('river', [
    [0, '#c79a80'],
    [0.25, '#7d8f8f'],
    [0.6, '#3d6470'],
    [1, '#183541'],
  ]),
  gradient('lit', [
    [0, '#ffe3a6'],
    [1, '#f5b668'],
  ]),
  gradient('dim', [
    [0, '#d99a5c'],
    [1, '#b9733f'],
  ]),
  gradient('pane', [
    [0, '#3c5a66'],
    [1, '#6f8388'],
  ]),
  gradient('brick', [
    [0, '#8b5748'],
    [1, '#744a41'],
  ]),
  gradient('plaster', [
    [0, '#d9cdbd'],
    [1, '#bdb0a4'],
  ]),
  gradient('shade', [
    [0, '#0d2029', 0],
    [1, '#0d2029', 0.4],
  ]),
  gradient('sink', [
    [0, '#ffffff', 0.62],
    [1, '#ffffff', 0.05],
  ]),
  '<mask id="sinking"><rect x="0" y="812" width="1920" height="268" fill="url(#sink)"/></mask>',
  gradient(
    'evening',
    [
      [0, '#12222b', 0.34],
      [0.55, '#12222b', 0],
      [1, '#ffbe7d', 0.26],
    ],
    true,
  ),
].join('')}</defs>`;

function sky(): string {
  const random = chance(11);
  const stars = times(34, () =>
    circle(
      n(random() * 1900),
      n(random() * 260),
      n(0.8 + random() * 1.1),
      '#fbe8cf',
      `opacity="${n(0.25 + random() * 0.5)}"`,
    ),
  );
  return [
    rect([0, 0, 1920, water], 'url(#sky)'),
    ...stars,
    ellipse([1330, 770, 820, 470], 'url(#sun)'),
    path('M196 150 a46 46 0 1 0 44 62 a37 37 0 1 1 -44 -62Z', '#fbe6c4', 'opacity=".9"'),
    cloud([1000, 318, 660, 26], '#f2c7a2', 0.24),
    cloud([1180, 392, 700, 22], '#ffdcb0', 0.4),
    cloud([1500, 300, 460, 18], '#f2c7a2', 0.2),
    cloud([-120, 452, 420, 20], '#f2c7a2', 0.35),
    cloud([-60, 520, 330, 16], '#ffdcb0', 0.4),
  ].join('');
}

/** Three towers above roofs, far away in the haze. */
const town = group(
  'fill="#77878a" opacity=".62"',
  '<path d="M1000 812 V716 L1024 700 L1048 716 V700 H1074 V688 L1096 664 L1118 688 V706 H1146 V560 L1152 560 V546 L1164 546 V512 L1170 480 L1176 512 V546 L1188 546 V560 L1194 560 V700 H1224 V690 L1246 672 L1268 690 V702 H1292 V590 L1300 574 L1304 520 L1310 470 L1316 520 L1320 574 L1328 590 V704 H1360 L1382 684 L1404 704 H1440 V604 L1446 604 V590 H1486 V604 L1492 604 V708 H1530 L1556 690 L1582 708 H1640 L1668 688 L1696 708 H1780 L1806 692 L1832 708 H1920 V812Z"/>',
);

const dusk = { trunk: '#1f2f33', leaves: ['#24454a', '#35605c', '#5d8270'] as [string, string, string] };
const haze = { trunk: '#4c5f60', leaves: ['#55706d', '#6d8579', '#97a188'] as [string, string, string] };

/** Grasses before the ground floor. */
const hedges = [812, 884, 1030, 1166].map((x, index) =>
  path(
    `M${x} ${water - 16} q2 -22 14 -20 q6 -14 18 -6 q12 -12 22 2 q14 -4 ${12 + index} 24Z`,
    index % 2 ? '#2f5148' : '#3b6255',
  ),
);

const buildings = [
  town,
  ...[1120, 1240, 1900, 1530].map((x, index) => tree(x, water - 18, 150 + index * 14, haze, index + 40)),
  at(1212, water - 20, 0.64, birch),
  at(1540, water - 18, 0.53, ...times(4, house)),
  poplar(232, water - 16, 300, '#24454a', '#35605c'),
  poplar(176, water - 16, 236, '#1f3d43', '#2f5856'),
  at(292, water - 18, 1.12, alder),
  tree(1238, water - 14, 236, { ...dusk, leaves: ['#2d5053', '#426a64', '#7c9279'] }, 15),
  at(668, water - 16, 1, bicycle),
  ...hedges,
].join('');

function lamp(x: number): string {
  return [
    circle(x + 14, water - 118, 58, 'url(#sun)', 'opacity=".55"'),
    line(`M${x} ${water - 14} V${water - 122} q0 -8 8 -8 h8`, '#15262d', 4.4),
    path(`M${x + 8} ${water - 131} h14 l5 9 h-24Z`, '#15262d'),
    ellipse([x + 15, water - 120, 8, 3.4], '#fff3d0'),
  ].join('');
}

/** Two who walk home along the quay, arm in arm, and a dog ahead of them. */
const walkers = at(
  1084,
  water - 16,
  1.05,
  path('M2 0 L9 -34 H22 L24 0 H19 L15 -24 L8 0Z', '#1d2c33'),
  path('M4 -30 C3 -56 8 -66 16 -66 C25 -66 27 -54 26 -30Z', '#34565f'),
  circle(16, -75, 8.5, '#b98364'),
  path('M7 -76 C7 -86 14 -88 18 -86 C25 -85 26 -78 24 -76 C20 -80 12 -80 7 -76Z', '#3a2a26'),
  path('M34 0 L37 -28 H50 L52 0 H47 L44 -20 L39 0Z', '#2a2f3a'),
  path('M29 -20 C30 -50 34 -62 42 -62 C51 -62 54 -46 56 -20Z', '#b5654a'),
  circle(42, -70, 8, '#d8a583'),
  path(
    'M33 -66 C32 -80 40 -82 45 -80 C53 -78 52 -68 51 -60 C48 -66 47 -72 45 -75 C41 -74 37 -72 33 -66Z',
    '#6e4a33',
  ),
  line('M24 -46 Q30 -40 34 -46', '#34565f', 6),
  path(
    'M74 -14 C74 -20 80 -21 90 -20 L96 -28 L101 -26 L106 -21 L100 -18 C100 -13 98 -10 97 0 H94 L93 -9 L82 -9 L80 0 H77 L76 -10 L70 -20Z',
    '#3a2c28',
  ),
);

const quay = [
  rect([0, water - 20, 1920, 22], '#5c5f5d'),
  rect([0, water - 20, 1920, 5], '#8d857c'),
  path(
    `M0 ${water - 20} C260 ${water - 34} 620 ${water - 16} 960 ${water - 24} S1600 ${water - 30} 1920 ${water - 20} V${water - 14} H0Z`,
    '#3d5a55',
  ),
  ...[120, 690, 1352, 1868].map(lamp),
  walkers,
].join('');

const river = [
  rect([0, water, 1920, 268], 'url(#river)'),
  group(
    'mask="url(#sinking)"',
    `<use xlink:href="#shore" transform="translate(0 ${water * 2}) scale(1 -1)"/>`,
  ),
  ellipse([1340, water + 20, 660, 120], 'url(#sun)', 'opacity=".5"'),
  ripples([0, water + 8, 1920, 250], '#f3d3ab', 7),
  ripples([0, water + 40, 1920, 220], '#12303b', 29),
  rect([0, water, 1920, 5], '#1b3038', 'opacity=".5"'),
].join('');

const boat = at(
  1470,
  948,
  1.2,
  ellipse([96, 22, 116, 7], '#0e242c', 'opacity=".4"'),
  path('M0 -8 C40 6 150 6 196 -12 C190 14 168 24 140 24 H52 C26 24 8 12 0 -8Z', '#7a4a38'),
  path('M0 -8 C40 6 150 6 196 -12 L194 -4 C150 13 44 13 3 0Z', '#c98e63'),
  rect([54, -4, 12, 12], '#4d2f27'),
  rect([120, -4, 12, 12], '#4d2f27'),
  line('M28 4 L-46 26', '#c98e63', 4),
);

const bank = [
  path('M0 1080 V980 C90 948 200 968 300 1000 C400 1030 470 1050 560 1080Z', '#0f2a33'),
  reeds([10, 1010, 250, 190], '#1d4247', '#6b4630', 3),
  reeds([-20, 1080, 470, 170], '#0f2a33', '#4d342a', 9),
  path('M1920 1080 V1020 C1860 1004 1800 1030 1740 1080Z', '#0f2a33'),
  reeds([1740, 1080, 200, 180], '#12303a', '#5a3b2d', 17),
].join('');

/** The residence on the river, in the evening of a warm day. */
export const residence: Drawing = drawing(
  1920,
  1080,
  definitions,
  sky(),
  group('id="shore"', buildings, quay),
  river,
  boat,
  bank,
);
