/** A picture made of lines of code, in its own units. */
export interface Drawing {
  width: number;
  height: number;
  svg: string;
}

/** Left, top, width and height. */
export type Box = readonly [x: number, y: number, width: number, height: number];

export function drawing(width: number, height: number, ...parts: string[]): Drawing {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  return { width, height, svg: `${head}${parts.join('')}</svg>` };
}

export const rect = ([x, y, width, height]: Box, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;

export const path = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}" ${more}/>`;

export const line = (d: string, colour: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;

export const circle = (x: number, y: number, radius: number, fill: string, more = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" ${more}/>`;

/** Its box says where its centre is, and how far it reaches to each side. */
export const ellipse = ([x, y, across, down]: Box, fill: string, more = ''): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${across}" ry="${down}" fill="${fill}" ${more}/>`;

export const group = (attributes: string, ...parts: string[]): string =>
  `<g ${attributes}>${parts.join('')}</g>`;

export const at = (x: number, y: number, scale: number, ...parts: string[]): string =>
  group(`transform="translate(${x} ${y}) scale(${scale})"`, ...parts);

type Stops = [offset: number, colour: string, opacity?: number][];

const stops = (of: Stops): string =>
  of
    .map(
      ([offset, colour, opacity = 1]) =>
        `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join('');

/** From the top down, or from left to right. */
export const gradient = (id: string, of: Stops, across = false): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="${across ? 1 : 0}" y2="${across ? 0 : 1}">${stops(of)}</linearGradient>`;

export const glow = (id: string, of: Stops): string =>
  `<radialGradient id="${id}">${stops(of)}</radialGradient>`;

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Chance that falls the same way every time, so that a picture is always the same picture. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** A number as short as a drawing needs it. */
export const n = (value: number): number => Math.round(value * 10) / 10;
