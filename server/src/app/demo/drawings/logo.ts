import { circle, drawing, line, path, type Drawing } from './shapes';

const ink = '#1b4a57';
const clay = '#b5654a';
const stroke = 15;

/** The letters of a width of 76, drawn with one pen. */
const letters = {
  o: circle(38, 38, 30.5, 'none', `stroke="${ink}" stroke-width="${stroke}"`),
  e: line('M9 38 H67 A30.5 30.5 0 1 0 58.6 60.6', ink, stroke),
  v: line('M6 9 L35 67 L64 9', ink, stroke),
  r: line('M8 8 V68 M8 38 C9 18 22 7 40 8.6', ink, stroke),
};

const word = [
  [letters.o, 0],
  [letters.e, 86],
  [letters.v, 172],
  [letters.e, 252],
  [letters.r, 346],
]
  .map(([letter, x]) => `<g transform="translate(${x} 0)">${letter}</g>`)
  .join('');

/** An arch, the sun and the bank of a river: the sign of Oever. */
const sign = [
  path('M8 112 V56 A44 44 0 0 1 96 56 V112 H82 V56 A30 30 0 0 0 22 56 V112Z', ink),
  circle(52, 62, 17, clay),
  line('M30 88 q11 -8 22 0 t22 0', ink, 6.5),
  line('M30 104 q11 -8 22 0 t22 0', ink, 6.5),
].join('');

export const logo: Drawing = drawing(540, 124, sign, `<g transform="translate(140 30)">${word}</g>`);
