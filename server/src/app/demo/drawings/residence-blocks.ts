import { balcony, bricks, glazing, type Pane } from './facade';
import { at, chance, circle, ellipse, line, n, path, rect, times } from './shapes';

interface Block {
  floors: number;
  columns: number;
  width: number;
  wall: string;
  seed: number;
  floorHeight?: number;
  brick?: boolean;
}

const paneOf = (chanceNow: number): Pane => (chanceNow < 0.52 ? 'lit' : chanceNow < 0.68 ? 'dim' : 'dark');

/** A block of homes that stands on the line y = 0, one floor above the other. */
function block({ floors, columns, width, wall, seed, floorHeight = 118, brick = false }: Block): string {
  const random = chance(seed);
  const height = floors * floorHeight + 22;
  const cell = width / columns;
  const homes = times(floors, (floor) =>
    times(columns, (column) => {
      const y = -(floor + 1) * floorHeight + 18;
      const x = column * cell;
      const pane = paneOf(random());
      const kind = (floor + column) % 2;
      const wide = kind === 0 ? cell * 0.58 : cell * 0.34;
      const windowX = n(x + (cell - wide) / 2);
      const opening = glazing([windowX, y, n(wide), floorHeight - 34], pane, Math.floor(random() * 60));
      return kind === 0 && floor > 0
        ? opening +
            balcony(
              n(x + cell * 0.12),
              y + floorHeight - 28,
              n(cell * 0.76),
              seed + floor * 7 + column,
              '#efe4d2',
            )
        : opening;
    }).join(''),
  ).join('');
  return [
    rect([0, -height, width, height], wall),
    brick ? bricks([0, -height, width, height], '#5e3a34', seed) : '',
    rect([0, -height, width, height], 'url(#shade)'),
    rect([0, -height, width, height], 'url(#evening)'),
    rect([-5, -height - 10, width + 10, 12], '#2b3a40'),
    homes,
  ].join('');
}

const stairs = [
  rect([0, -478, 74, 478], '#394f58'),
  ...times(4, (floor) =>
    rect([9, -112 - floor * 116, 56, 92], floor % 2 ? 'url(#dim)' : 'url(#lit)', 'opacity=".92"'),
  ),
  line(
    times(4, (floor) => `M9 ${-20 - floor * 116} L65 ${-112 - floor * 116}`).join(''),
    '#7c4f2c',
    5,
    'opacity=".5"',
  ),
  line('M37 -468 V-8', '#25353c', 3),
  rect([-3, -486, 80, 10], '#25353c'),
  // The door that everybody comes home through.
  rect([14, -88, 46, 88], '#25353c'),
  rect([19, -82, 36, 82], '#ffe9b8'),
  circle(49, -42, 2.4, '#25353c'),
].join('');

const penthouse = [
  rect([0, -96, 260, 96], '#4a5a5d'),
  glazing([16, -82, 104, 72], 'lit', 0),
  glazing([140, -82, 104, 72], 'lit', 1),
  path('M-26 -96 H300 L292 -112 H-18Z', '#22313a'),
  rect([-24, -34, 4, 34], '#1b2a30'),
  rect([-26, -36, 326, 3], '#1b2a30'),
].join('');

/** The bakery on the corner. */
const shop = [
  rect([0, -96, 300, 96], '#25353c'),
  rect([8, -84, 176, 74], 'url(#lit)'),
  rect([8, -32, 176, 4], '#a8662f'),
  ...times(7, (index) => ellipse([26 + index * 23, -38, 9.5, 5.5], index % 3 ? '#c9834a' : '#9a5a32')),
  ...times(
    3,
    (index) =>
      line(`M${42 + index * 54} -84 v14`, '#8a5a2e', 1.6) +
      path(`M${34 + index * 54} -62 q0 -9 8 -9 t8 9Z`, '#fff3d0'),
  ),
  rect([198, -84, 48, 84], '#ffe9b8'),
  line('M222 -84 V0', '#25353c', 3),
  rect([258, -84, 34, 74], 'url(#lit)'),
  path('M-10 -100 H310 L322 -70 H-22Z', '#e8dcc8'),
  ...times(8, (index) =>
    path(`M${n(-10 + index * 40)} -100 h20 l${n(1.6 + (index - 4) * 0.75)} 30 h-21.5Z`, '#b5654a'),
  ),
  rect([-22, -70, 344, 3], '#10191d', 'opacity=".3"'),
  rect([252, -20, 30, 20], '#6b4238'),
  path(
    'M267 -18 C246 -26 244 -46 250 -56 C260 -50 266 -38 267 -18 C266 -44 274 -58 284 -60 C288 -44 282 -28 267 -18Z',
    '#2f5148',
  ),
].join('');

export const bicycle = at(
  0,
  0,
  1,
  `<g fill="none" stroke="#15262d" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"><circle cx="0" cy="-16" r="16"/><circle cx="56" cy="-16" r="16"/><path d="M0 -16 L18 -42 H42 L56 -16 M18 -42 L28 -16 H0 M28 -16 L42 -42 M42 -42 L40 -54 H50 M14 -50 H24 M18 -42 L17 -50"/></g>`,
);

/** The home of the bakery. */
export const alder = [
  at(0, 0, 1, block({ floors: 4, columns: 3, width: 372, wall: 'url(#brick)', seed: 24, brick: true })),
  at(30, 0, 1, shop),
  at(372, 0, 1, stairs),
  at(446, 0, 1, block({ floors: 3, columns: 3, width: 384, wall: 'url(#plaster)', seed: 58 })),
  at(520, -376, 1, penthouse),
].join('');

/** The block behind it. */
export const birch = [
  at(0, 0, 1, block({ floors: 4, columns: 2, width: 250, wall: '#a39a91', seed: 33 })),
  at(250, 0, 1, block({ floors: 3, columns: 2, width: 230, wall: '#86584b', seed: 91, brick: true })),
].join('');

/** One of a row of four. */
export function house(index: number): string {
  const wall = ['#cfc1b0', '#8a594b', '#d8cbb9', '#7d5247'][index] ?? '#cfc1b0';
  return at(
    index * 172,
    0,
    1,
    path('M0 0 V-150 L86 -246 L172 -150 V0Z', wall),
    path('M-6 -146 L86 -250 L178 -146 L170 -138 L86 -234 L2 -138Z', '#2b3a40'),
    glazing([56, -204, 60, 56], index % 2 ? 'dim' : 'lit', index),
    glazing([22, -112, 62, 92], index === 1 ? 'dark' : 'lit', index + 1),
    rect([112, -100, 42, 100], '#25353c'),
    rect([118, -92, 30, 30], '#ffe3a6'),
  );
}
