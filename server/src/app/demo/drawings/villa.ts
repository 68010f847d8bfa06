import { cloud, tree } from './nature';
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
  type Box,
  type Drawing,
} from './shapes';
import { car, house } from './villa-house';

const ground = 800;

const definitions = `<defs>${[
  gradient('day', [
    [0, '#8fb4bd'],
    [0.5, '#c6d6d0'],
    [0.85, '#f3e3c9'],
    [1, '#f9e9cd'],
  ]),
  glow('morning', [
    [0, '#fffbea', 1],
    [0.2, '#fff3d2', 0.75],
    [1, '#fff0cc', 0],
  ]),
  gradient('meadow', [
    [0, '#b9bd86'],
    [0.35, '#93a671'],
    [1, '#5f8060'],
  ]),
  gradient('lawn', [
    [0, '#a3b57d'],
    [1, '#7c9a6a'],
  ]),
  gradient('wall', [
    [0, '#d9c5ab'],
    [1, '#c7ad92'],
  ]),
  gradient('tiles', [
    [0, '#4d5558'],
    [1, '#3a4346'],
  ]),
  gradient('glass', [
    [0, '#cfdcd8'],
    [0.5, '#9fb9ba'],
    [1, '#7d9c9f'],
  ]),
  gradient('inside', [
    [0, '#f6e3bb'],
    [1, '#e3c594'],
  ]),
  gradient('timber', [
    [0, '#a87148'],
    [1, '#94603c'],
  ]),
  gradient('mist', [
    [0, '#fdf3df', 0],
    [1, '#fdf3df', 0.8],
  ]),
].join('')}</defs>`;

const sky = [
  rect([0, 0, 1920, ground], 'url(#day)'),
  circle(420, 470, 520, 'url(#morning)'),
  circle(420, 470, 64, '#fffaf0'),
  cloud([900, 190, 620, 44], '#ffffff', 0.5),
  cloud([1260, 250, 520, 32], '#fff7e8', 0.55),
  cloud([120, 240, 440, 30], '#ffffff', 0.4),
  cloud([560, 330, 380, 22], '#fff7e8', 0.5),
  ...[
    [640, 236, 1],
    [690, 262, 0.8],
    [590, 272, 0.7],
    [742, 240, 0.6],
  ].map(([x = 0, y = 0, size = 1]) => at(x, y, size, line('M-18 -6 Q-8 -12 0 0 Q8 -12 18 -6', '#4d6468', 3))),
].join('');

const hills = [
  path(
    `M0 ${ground} V650 C240 600 460 640 700 626 S1180 580 1420 616 S1780 640 1920 600 V${ground}Z`,
    '#b7c5ad',
  ),
  path(`M0 ${ground} V694 C300 660 520 700 820 676 S1400 650 1920 690 V${ground}Z`, '#a3b694'),
  // A village behind the fields.
  group(
    'fill="#93a891"',
    '<path d="M1540 664 V640 l14 -10 14 10 V634 h10 V596 l9 -34 9 34 v40 l16 -12 18 12 v30Z"/>',
  ),
  path(`M0 ${ground} V730 C400 700 800 742 1200 716 S1700 720 1920 736 V${ground + 10} H0Z`, 'url(#meadow)'),
  rect([0, 600, 1920, 140], 'url(#mist)', 'opacity=".45"'),
].join('');

function flowers([left, top, width, height]: Box, seed: number): string {
  const random = chance(seed);
  const colours = ['#f7e7c4', '#e9a277', '#f4d58f', '#ffffff', '#c9826b'];
  return times(70, () => {
    const x = left + random() * width;
    const y = top + random() * height;
    const size = 2 + ((y - top) / height) * 4.5;
    return (
      line(`M${n(x)} ${n(y)} q2 ${n(size)} 0 ${n(size * 4)}`, '#557a55', 1.6) +
      circle(n(x), n(y), n(size), colours[Math.floor(random() * colours.length)] ?? '#ffffff')
    );
  }).join('');
}

/** Grass in tufts, brighter on the side of the sun. */
function grass([left, top, width, height]: Box, seed: number): string {
  const random = chance(seed);
  return times(150, () => {
    const x = left + random() * width;
    const depth = random();
    const y = top + depth * height;
    const tall = 8 + depth * 22;
    return line(
      `M${n(x)} ${n(y)} q-1 ${n(-tall * 0.6)} ${n(-tall * 0.3)} ${n(-tall)} M${n(x + 3)} ${n(y)} q1 ${n(-tall * 0.5)} ${n(tall * 0.25)} ${n(-tall * 0.8)}`,
      random() > 0.5 ? '#4f7353' : '#b4c48a',
      2,
      'opacity=".55"',
    );
  }).join('');
}

const summer = { trunk: '#6a5344', leaves: ['#5a8160', '#72996a', '#7da271'] as [string, string, string] };
const distant = { trunk: '#857565', leaves: ['#83a07d', '#93ad85', '#9cb48a'] as [string, string, string] };

const garden = [
  path(`M0 1080 V${ground} C500 ${ground - 14} 1400 ${ground - 10} 1920 ${ground - 4} V1080Z`, 'url(#lawn)'),
  grass([0, 840, 1920, 230], 13),
  path('M1190 800 H1256 C1262 880 1110 930 1000 1080 H720 C860 960 1190 900 1190 800Z', '#e7dabd'),
  path('M1190 800 H1256 C1262 880 1110 930 1000 1080 H960 C1080 930 1238 880 1240 800Z', '#d5c4a3'),
  path('M1400 800 H1726 C1760 880 1830 960 1920 1010 V1080 H1500 C1470 960 1420 880 1400 800Z', '#d9ccb0'),
  // The terrace before the glass.
  path('M640 800 H1120 L1140 822 H610Z', '#cdbfa5'),
  rect([610, 822, 530, 8], '#a99a80'),
  ...[560, 594, 1144, 1372].map((x, index) =>
    path(
      `M${x - 40} 806 q-6 -34 22 -38 q6 -22 28 -14 q24 -10 28 16 q20 8 8 36Z`,
      index % 2 ? '#5f8560' : '#77986a',
    ),
  ),
  tree(1812, 830, 470, summer, 8),
  flowers([60, 950, 560, 110], 19),
  flowers([1180, 950, 200, 100], 23),
].join('');

const child = at(
  556,
  930,
  1.35,
  ellipse([20, 2, 40, 5], '#3f5f47', 'opacity=".3"'),
  path('M10 0 L14 -26 H26 L32 0 H26 L20 -16 L15 0Z', '#3c5560'),
  path('M8 -24 C8 -44 12 -52 20 -52 C28 -52 32 -44 32 -24Z', '#d98c5f'),
  line('M12 -44 L-2 -58 M28 -44 L38 -30', '#d98c5f', 6),
  circle(20, -62, 10, '#a9704e'),
  path('M9 -62 C8 -76 18 -76 22 -75 C32 -75 32 -66 30 -60 C26 -68 16 -68 9 -62Z', '#2d2421'),
  line('M-2 -58 Q-14 -250 36 -372', '#ffffff', 1.4, 'opacity=".9"'),
  path('M36 -372 L26 -414 L58 -434 L74 -398Z', '#c2744f'),
  path('M36 -372 L58 -434 L74 -398Z', '#e0a074'),
  line('M36 -372 q-12 10 -10 24 q-12 6 -12 20 M26 -348 l-9 -3 M26 -348 l8 6', '#c2744f', 2.4),
);

/** Hydrangeas close to the eye. */
const corner = [
  path('M0 1080 V930 C60 890 130 930 150 980 C220 970 260 1030 280 1080Z', '#3f6650'),
  path('M1920 1080 V960 C1870 930 1800 960 1790 1010 C1740 1000 1690 1040 1680 1080Z', '#3f6650'),
  ...[
    [40, 950, 40],
    [128, 1000, 34],
    [20, 1040, 44],
    [210, 1050, 30],
    [1884, 990, 40],
    [1810, 1040, 34],
    [1736, 1066, 26],
  ].map(([x = 0, y = 0, size = 0]) => hydrangea(x, y, size)),
].join('');

function hydrangea(x: number, y: number, size: number): string {
  const random = chance(x + y);
  const petals = times(26, () => {
    const turn = random() * Math.PI * 2;
    const away = Math.sqrt(random()) * size * 0.86;
    const colour = ['#f3d9c4', '#e7b79b', '#f8e8d8', '#dba489'][Math.floor(random() * 4)] ?? '#f3d9c4';
    return circle(n(x + Math.cos(turn) * away), n(y + Math.sin(turn) * away), n(size * 0.2), colour);
  });
  return circle(x, y, n(size * 0.95), '#d2997f') + petals.join('');
}

/** A home of one's own among lime trees, on a Saturday morning. */
export const villa: Drawing = drawing(
  1920,
  1080,
  definitions,
  sky,
  hills,
  ...[250, 380, 500, 1450, 1560, 1680].map((x, index) =>
    tree(x, 772, 150 + (index % 3) * 28, distant, index + 3),
  ),
  garden,
  house,
  car,
  child,
  tree(110, 900, 560, summer, 31),
  corner,
);
