type Rgb = readonly [number, number, number];

const WHITE = '#ffffff';
const BLACK = '#000000';
/** WCAG AA for text of normal size. */
export const TEXT_CONTRAST = 4.5;

function rgbOf(hex: string): Rgb {
  const digits = hex.replace('#', '');
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const value = Number.parseInt(full, 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

const hexOf = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

export function mix(from: string, to: string, share: number): string {
  const [start, end] = [rgbOf(from), rgbOf(to)];
  return hexOf(start.map((part, index) => part + ((end[index] ?? 0) - part) * share) as unknown as Rgb);
}

function luminance(hex: string): number {
  const [red, green, blue] = rgbOf(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG contrast ratio of two colours, 1 to 21. */
export function contrastRatio(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** White where it reads well, else black; one of both always reaches 4.5 : 1. */
export const textOn = (background: string): string =>
  contrastRatio(background, WHITE) >= TEXT_CONTRAST ? WHITE : BLACK;

/** The nearest shade of a colour that reaches the ratio on a background. */
export function readable(colour: string, background: string, ratio = TEXT_CONTRAST): string {
  const away = luminance(background) > 0.4 ? BLACK : WHITE;
  for (let step = 0; step < 20; step += 1) {
    const candidate = mix(colour, away, step / 20);
    if (contrastRatio(candidate, background) >= ratio) return candidate;
  }
  return away;
}

/** Ten shades, lightest first, with the colour itself at the seventh place. */
export function shadesOf(colour: string): string[] {
  const lighter = [0.94, 0.86, 0.72, 0.56, 0.38, 0.19].map((share) => mix(colour, WHITE, share));
  const darker = [0.14, 0.3, 0.48].map((share) => mix(colour, BLACK, share));
  return [...lighter, mix(colour, colour, 0), ...darker];
}

/** A filled surface, its hover, and text that reads on both. */
export function filledOf(colour: string, body: string): { fill: string; hover: string; text: string } {
  // An accent as dark as the page behind it would vanish there.
  const fill = contrastRatio(colour, body) >= 2 ? mix(colour, colour, 0) : readable(colour, body, 2);
  const text = textOn(fill);
  return { fill, hover: mix(fill, text === WHITE ? BLACK : WHITE, 0.12), text };
}
