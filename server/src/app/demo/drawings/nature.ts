import { chance, circle, group, line, n, path, rect, times, type Box } from './shapes';

interface Tones {
  trunk: string;
  /** Foliage from the dark inside to the light rim. */
  leaves: [string, string, string];
}

/** A round tree that stands at (x, y): clouds of leaves, each lit from the right. */
export function tree(x: number, y: number, height: number, { trunk, leaves }: Tones, seed = 1): string {
  const random = chance(seed);
  const crown = height * 0.3;
  const centre = y - height + crown * 1.1;
  const clouds = times(9, (index) => {
    const turn = (index / 8) * Math.PI * 2 + random() * 0.5;
    const away = index === 8 ? 0 : crown * (0.5 + random() * 0.16);
    return {
      x: x + Math.cos(turn) * away,
      y: centre + Math.sin(turn) * away * 0.92,
      radius: crown * (index === 8 ? 0.7 : 0.42 + random() * 0.16),
    };
  }).sort((one, other) => other.y - one.y);
  const shade = (colour: string, lift: number, size: number) =>
    clouds
      .map((each) =>
        circle(n(each.x + each.radius * lift), n(each.y - each.radius * lift), n(each.radius * size), colour),
      )
      .join('');
  const trunkWidth = height * 0.024;
  return group(
    '',
    path(
      `M${n(x - trunkWidth)} ${y} Q${n(x - trunkWidth * 0.4)} ${n(y - height * 0.3)} ${x} ${n(centre)} Q${n(x + trunkWidth * 0.4)} ${n(y - height * 0.3)} ${n(x + trunkWidth)} ${y}Z`,
      trunk,
    ),
    line(
      `M${x} ${n(y - height * 0.34)} Q${n(x + height * 0.06)} ${n(y - height * 0.42)} ${n(x + height * 0.1)} ${n(y - height * 0.52)}`,
      trunk,
      n(trunkWidth * 0.7),
    ),
    shade(leaves[0], 0, 1),
    shade(leaves[1], 0.2, 0.72),
    shade(leaves[2], 0.36, 0.36),
  );
}

/** A slim tree like a flame: a poplar or a cypress. */
export const poplar = (x: number, y: number, height: number, dark: string, light: string): string =>
  path(
    `M${x} ${n(y - height)} C${n(x + height * 0.15)} ${n(y - height * 0.6)} ${n(x + height * 0.14)} ${n(y - height * 0.12)} ${x} ${y} C${n(x - height * 0.14)} ${n(y - height * 0.12)} ${n(x - height * 0.15)} ${n(y - height * 0.6)} ${x} ${n(y - height)}Z`,
    dark,
  ) +
  path(
    `M${x} ${n(y - height)} C${n(x + height * 0.15)} ${n(y - height * 0.6)} ${n(x + height * 0.14)} ${n(y - height * 0.12)} ${x} ${y} C${n(x + height * 0.03)} ${n(y - height * 0.3)} ${n(x + height * 0.05)} ${n(y - height * 0.65)} ${x} ${n(y - height)}Z`,
    light,
  );

/** Reeds with their brown heads, bending to the right. */
export function reeds([x, y, width, height]: Box, colour: string, head: string, seed = 3): string {
  const random = chance(seed);
  return times(Math.round(width / 7), () => {
    const foot = x + random() * width;
    const tall = height * (0.45 + random() * 0.55);
    const bend = 8 + random() * 34;
    const tip = foot + bend;
    const blade = path(
      `M${n(foot - 2.6)} ${y} Q${n(foot)} ${n(y - tall * 0.6)} ${n(tip)} ${n(y - tall)} Q${n(foot + 5)} ${n(y - tall * 0.55)} ${n(foot + 2.6)} ${y}Z`,
      colour,
    );
    if (random() > 0.28) return blade;
    const stalk = tall * 1.1;
    const top = `${n(foot + bend * 0.35)} ${n(y - stalk)}`;
    return (
      blade +
      line(`M${n(foot)} ${y} Q${n(foot)} ${n(y - stalk * 0.6)} ${top}`, colour, 2.2) +
      group(
        `transform="translate(${top}) rotate(${n((bend / stalk) * 34)})"`,
        line('M0 6 V-12', head, 1.6),
        rect([-4.2, 0, 8.4, 38], head, 'rx="4.2"'),
      )
    );
  }).join('');
}

/** A long thin cloud, a lens with a soft back. */
export const cloud = ([x, y, width, height]: Box, colour: string, opacity: number): string =>
  path(
    `M${x} ${y} C${n(x + width * 0.2)} ${n(y - height * 0.5)} ${n(x + width * 0.26)} ${n(y - height)} ${n(x + width * 0.42)} ${n(y - height * 0.9)} C${n(x + width * 0.52)} ${n(y - height * 1.4)} ${n(x + width * 0.7)} ${n(y - height * 1.1)} ${n(x + width * 0.76)} ${n(y - height * 0.5)} C${n(x + width * 0.86)} ${n(y - height * 0.4)} ${n(x + width * 0.94)} ${n(y - height * 0.1)} ${n(x + width)} ${y} C${n(x + width * 0.8)} ${n(y + height * 0.35)} ${n(x + width * 0.3)} ${n(y + height * 0.4)} ${x} ${y}Z`,
    colour,
    `opacity="${opacity}"`,
  );

/** Light lying on water: short strokes that grow longer towards the eye. */
export function ripples([left, top, width, height]: Box, colour: string, seed = 7): string {
  const random = chance(seed);
  return times(90, () => {
    const depth = random();
    const length = 20 + depth * 130 * random() + 14;
    const x = left + random() * width;
    return line(
      `M${n(x)} ${n(top + depth * depth * height)} h${n(length)}`,
      colour,
      n(1 + depth * 2.2),
      `opacity="${n(0.1 + random() * 0.35)}"`,
    );
  }).join('');
}
