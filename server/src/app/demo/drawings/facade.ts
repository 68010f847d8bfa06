import { at, chance, circle, group, line, n, path, rect, times, type Box } from './shapes';

/** Gradients that windows are filled with; a drawing with windows defines them once. */
export const panes = { lit: 'url(#lit)', dim: 'url(#dim)', dark: 'url(#pane)' } as const;
export type Pane = keyof typeof panes;

const frame = '#25353c';

/** What one sees of a room in the evening, within a width of 60 and a height of 84. */
const rooms: Record<string, string> = {
  lamp:
    line('M30 0 V20', '#8a5a2e', 1.4) +
    path('M20 30 Q22 19 30 19 Q38 19 40 30Z', '#fff3d0') +
    rect([8, 64, 44, 5], '#a8662f', 'opacity=".6"'),
  plant:
    path('M40 84 L43 68 H53 L56 84Z', '#9a5a32', 'opacity=".75"') +
    path(
      'M48 68 C38 62 37 50 42 44 C46 50 48 56 48 68Z M48 68 C48 54 52 44 58 41 C60 52 56 62 48 68Z M47 68 C42 56 46 40 49 34 C54 44 52 58 49 68Z',
      '#7d6a31',
      'opacity=".85"',
    ),
  curtain:
    path('M0 0 H15 C14 30 10 58 4 84 H0Z', '#fff0cf', 'opacity=".55"') +
    path('M60 0 H45 C46 30 50 58 56 84 H60Z', '#fff0cf', 'opacity=".55"'),
  shelf:
    rect([8, 26, 44, 3], '#a8662f', 'opacity=".55"') +
    rect([12, 12, 5, 14], '#b5713a', 'opacity=".6"') +
    rect([18, 9, 4, 17], '#8d5a3a', 'opacity=".6"') +
    rect([24, 14, 6, 12], '#c9834a', 'opacity=".6"') +
    circle(44, 21, 5, '#fff3d0', 'opacity=".8"'),
  person:
    circle(24, 36, 7, '#8a5330', 'opacity=".75"') +
    path('M12 84 C12 60 14 46 24 46 C34 46 36 60 36 84Z', '#8a5330', 'opacity=".75"'),
  empty: '',
};
const furnished = Object.keys(rooms);

/** A window from the floor up, with its frame; what is behind it depends on the seed. */
export function glazing([x, y, width, height]: Box, pane: Pane, seed: number): string {
  const room = pane === 'dark' ? '' : (rooms[furnished[seed % furnished.length] ?? 'empty'] ?? '');
  const wide = width > height * 0.95;
  return group(
    '',
    rect([x - 3, y - 3, width + 6, height + 6], frame),
    rect([x, y, width, height], panes[pane]),
    group(
      `transform="translate(${x} ${y}) scale(${n((width / 60) * 100) / 100} ${n((height / 84) * 100) / 100})"`,
      room,
    ),
    pane === 'dark'
      ? path(
          `M${x} ${y + height * 0.75} L${x + width * 0.7} ${y} H${x + width} L${x} ${y + height}Z`,
          '#ffffff',
          'opacity=".07"',
        )
      : '',
    wide ? rect([n(x + width / 2 - 1.5), y, 3, height], frame) : '',
    rect([x - 5, y + height + 3, width + 10, 4], '#1d2b31', 'opacity=".55"'),
  );
}

/** A balcony with slender bars and what grows on it. */
export function balcony(x: number, y: number, width: number, seed: number, slab: string): string {
  const random = chance(seed * 97 + 5);
  const bars = times(Math.floor(width / 7), (index) => `M${n(x + 4 + index * 7)} ${y - 34} V${y}`).join('');
  const pots = times(2, (index) => {
    const foot = x + 12 + index * (width - 46) * (0.5 + random() * 0.5);
    return at(
      n(foot),
      y,
      n(0.8 + random() * 0.4),
      path('M0 0 L-2 -15 H16 L14 0Z', '#6b4238') +
        path(
          'M7 -14 C-6 -18 -8 -30 -3 -36 C3 -32 6 -24 7 -14 C7 -28 10 -38 17 -40 C20 -30 15 -19 7 -14Z',
          '#2f5148',
        ) +
        path('M7 -14 C9 -24 13 -30 19 -31 C19 -22 14 -16 7 -14Z', '#4a7460'),
    );
  });
  return group(
    '',
    ...pots,
    line(bars, '#1b2a30', 1.6),
    rect([x, y - 37, width, 4], '#1b2a30'),
    rect([x - 4, y, width + 8, 8], slab),
    rect([x - 4, y + 8, width + 8, 7], '#10191d', 'opacity=".28"'),
  );
}

/** Courses of brick, only hinted at. */
export function bricks([x, y, width, height]: Box, colour: string, seed: number): string {
  const random = chance(seed);
  const strokes = times(Math.round((width * height) / 900), () => {
    const row = Math.floor(random() * (height / 9));
    return `M${n(x + 4 + random() * (width - 26))} ${n(y + 5 + row * 9)} h${n(8 + random() * 12)}`;
  });
  return line(strokes.join(''), colour, 2.2, 'opacity=".4"');
}
