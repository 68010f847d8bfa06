import { at, group, line, n, path, rect, times, type Box } from './shapes';

export const wall = '#2f3f46';
const pen = '#8b8377';
const floors = { wood: '#f4e8d6', tile: '#e6ecea', bed: '#f0e2d6', out: '#e3ead9' } as const;
type Floor = keyof typeof floors;

export const room = (kind: Floor, [x, y, width, height]: Box): string => {
  const boards =
    kind === 'wood'
      ? times(Math.floor(height / 26), (index) => `M${x} ${y + 26 * (index + 1)} h${width}`)
      : kind === 'tile'
        ? [
            ...times(Math.floor(width / 42), (index) => `M${x + 42 * (index + 1)} ${y} v${height}`),
            ...times(Math.floor(height / 42), (index) => `M${x} ${y + 42 * (index + 1)} h${width}`),
          ]
        : kind === 'out'
          ? times(Math.floor(width / 30), (index) => `M${x + 30 * (index + 1)} ${y} v${height}`)
          : [];
  return rect([x, y, width, height], floors[kind]) + line(boards.join(''), '#ffffff', 1.6, 'opacity=".6"');
};

export const walls = (d: string, width = 26): string =>
  `<path d="${d}" fill="none" stroke="${wall}" stroke-width="${width}" stroke-linejoin="miter" stroke-linecap="square"/>`;

type Turn = 0 | 90 | 180 | 270;
export const turned = (x: number, y: number, turn: Turn, ...parts: string[]): string =>
  group(`transform="translate(${x} ${y}) rotate(${turn})"`, ...parts);

/** A door of 90 in a wall that runs to the right, opening downwards; a mirrored one hangs on the other side. */
export const door = (x: number, y: number, turn: Turn = 0, mirrored = false): string =>
  turned(
    x,
    y,
    turn,
    group(
      mirrored ? 'transform="translate(90 0) scale(-1 1)"' : '',
      rect([0, -14, 90, 28], '#faf6ee'),
      path('M0 0 V88 A88 88 0 0 0 88 0Z', '#ffffff', 'opacity=".5"'),
      line('M0 0 V88', wall, 5),
      line('M0 88 A88 88 0 0 0 88 0', pen, 2, 'stroke-dasharray="7 6"'),
    ),
  );

export const window = (x: number, y: number, length: number, turn: Turn = 0): string =>
  turned(
    x,
    y,
    turn,
    rect([0, -13, length, 26], '#faf6ee'),
    rect([0, -13, length, 26], '#a9c9cd'),
    line(`M0 -13 H${length} M0 0 H${length} M0 13 H${length}`, wall, 2.4),
  );

const soft = `stroke="${pen}" stroke-width="2.6" stroke-linejoin="round"`;
export const item = ([x, y, width, height]: Box, fill = '#fffdf8', radius = 6): string =>
  rect([x, y, width, height], fill, `rx="${radius}" ${soft}`);

export const bed = (x: number, y: number, turn: Turn = 0, wide = true): string => {
  const width = wide ? 170 : 96;
  return turned(
    x,
    y,
    turn,
    item([0, 0, width, 210]),
    ...(wide ? [12, 91] : [14]).map((left) => item([left, 12, 67, 42], '#ffffff', 10)),
    path(`M2 84 H${width - 2} V202 Q${width - 2} 208 ${width - 8} 208 H8 Q2 208 2 202Z`, '#9db9b4', soft),
    path(`M2 84 H${width - 2} V112 H2Z`, '#c4d6d1', soft),
  );
};

export const sofa = (x: number, y: number, turn: Turn = 0, width = 230): string =>
  turned(
    x,
    y,
    turn,
    item([0, 0, width, 92], '#7f9a92', 14),
    item([16, 26, (width - 32) / 2, 58], '#9db3ab', 8),
    item([width / 2, 26, (width - 32) / 2, 58], '#9db3ab', 8),
  );

export const table = (x: number, y: number, seats: number): string => {
  const width = seats * 62 + 20;
  const chairs = times(seats, (index) => [
    item([x + 20 + index * 62, y - 34, 42, 40], '#d9a57f', 10),
    item([x + 20 + index * 62, y + 94, 42, 40], '#d9a57f', 10),
  ]).flat();
  return chairs.join('') + item([x, y, width, 100], '#e6c6a2', 10);
};

export const kitchen = (x: number, y: number, length: number, turn: Turn = 0): string =>
  turned(
    x,
    y,
    turn,
    item([0, 0, length, 64], '#fffdf8', 2),
    length < 260 ? '' : item([length - 70, 4, 62, 56], '#dfe5e2', 2),
    item([24, 12, 86, 40], '#dfe9ea', 8),
    line('M67 6 V24', pen, 4),
    ...times(
      4,
      (index) =>
        `<circle cx="${n(Math.max(length * 0.5, 140) + (index % 2) * 32)}" cy="${18 + Math.floor(index / 2) * 28}" r="10" fill="none" ${soft}/>`,
    ),
  );

export const bath = (x: number, y: number, turn: Turn = 0): string =>
  turned(
    x,
    y,
    turn,
    item([0, 0, 172, 78], '#ffffff', 8),
    item([12, 10, 148, 58], '#eaf2f3', 26),
    line('M140 39 h4', pen, 6),
  );

export const shower = (x: number, y: number): string =>
  item([x, y, 100, 100], '#ffffff', 4) +
  line(`M${x} ${y} l100 100 M${x + 100} ${y} l-100 100`, '#cbd6d6', 2) +
  `<circle cx="${x + 50}" cy="${y + 50}" r="7" fill="#fff" ${soft}/>`;

export const toilet = (x: number, y: number, turn: Turn = 0): string =>
  turned(
    x,
    y,
    turn,
    item([0, 0, 42, 20], '#ffffff', 4),
    `<ellipse cx="21" cy="44" rx="19" ry="25" fill="#ffffff" ${soft}/>`,
  );

export const basin = (x: number, y: number, width = 80, turn: Turn = 0): string =>
  turned(
    x,
    y,
    turn,
    item([0, 0, width, 48], '#ffffff', 4),
    `<ellipse cx="${width / 2}" cy="26" rx="${n(Math.min(26, width / 2 - 10))}" ry="15" fill="#eaf2f3" ${soft}/>`,
  );

export const wardrobe = (box: Box): string =>
  item(box, '#ead9c3', 2) +
  line(`M${box[0]} ${box[1]} L${box[0] + box[2]} ${box[1] + box[3]}`, pen, 1.6, 'opacity=".5"');

export const rug = (box: Box, colour: string): string => rect(box, colour, 'rx="8" opacity=".7"');

export const plant = (x: number, y: number, size = 1): string =>
  at(
    x,
    y,
    size,
    ...times(8, (index) =>
      path(
        'M0 0 C-12 -12 -12 -34 0 -42 C12 -34 12 -12 0 0Z',
        index % 2 ? '#6e9079' : '#88a58c',
        `transform="rotate(${index * 45})"`,
      ),
    ),
    `<circle r="9" fill="#b5654a"/>`,
  );

export const stairs = (x: number, y: number, width: number, length: number): string =>
  item([x, y, width, length], '#fffdf8', 0) +
  line(
    times(Math.floor(length / 26), (index) => `M${x} ${y + 26 * (index + 1)} h${width}`).join(''),
    pen,
    2.4,
  ) +
  line(`M${x + width / 2} ${y + length - 16} V${y + 26} m-14 18 l14 -18 l14 18`, wall, 3.4);

/** The measures along two sides, without figures: these stand in the facts of the unit. */
export const measures = (x: number, y: number, width: number, height: number, balcony = 0): string =>
  line(
    `M${x} ${y - balcony - 70} h${width} M${x} ${y - balcony - 84} v28 M${x + width} ${y - balcony - 84} v28 M${x - 70} ${y} v${height} M${x - 84} ${y} h28 M${x - 84} ${y + height} h28`,
    '#b9ae9e',
    3,
  );

export const compass = (x: number, y: number): string =>
  at(
    x,
    y,
    1,
    `<circle r="38" fill="none" stroke="#b9ae9e" stroke-width="3"/>`,
    path('M0 -56 L15 10 L0 0Z', '#b5654a'),
    path('M0 -56 L-15 10 L0 0Z', wall),
  );
