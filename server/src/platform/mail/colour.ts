/** `#rgb` or `#rrggbb` as six lower-case digits; null for anything else, so that no style can be smuggled in. */
export function hexColour(text: string): string | null {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (!digits) return null;
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`;
}

const channels = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** Relative luminance as WCAG 2 defines it, 0 for black to 1 for white. */
export function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) =>
    value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** White where it is readable on the colour (4.5:1), else black, which then always is. */
export const textOn = (background: string): string =>
  contrast(background, '#ffffff') >= 4.5 ? '#ffffff' : '#000000';

const darker = (value: number, share: number): number => value * (1 - share);

/** Brighter first and paler only later, so that a navy becomes a blue and not a grey. */
function lighter(value: number, share: number): number {
  const bright = Math.min(255, value * (1 + 2 * share));
  return bright + (255 - bright) * share ** 3;
}

/** The colour itself where it stands out enough, else the nearest darker or lighter one that does. */
export function standingOut(colour: string, background: string, ratio: number): string {
  const step = luminance(background) < 0.18 ? lighter : darker;
  for (let share = 0; share < 1; share += 0.02) {
    const digits = channels(colour).map((value) =>
      Math.round(step(value, share)).toString(16).padStart(2, '0'),
    );
    const candidate = `#${digits.join('')}`;
    if (contrast(candidate, background) >= ratio) return candidate;
  }
  return step === lighter ? '#ffffff' : '#000000';
}
