import fc from 'fast-check';
import { contrast, hexColour, standingOut, textOn } from './colour';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('text is readable on every colour', () => {
  fc.assert(fc.property(colour, (background) => contrast(textOn(background), background) >= 4.5));
});

test('every colour can be made to stand out on every ground, and one that does is left alone', () => {
  fc.assert(
    fc.property(colour, colour, (given, ground) => {
      const found = standingOut(given, ground, 4.5);
      expect(contrast(found, ground)).toBeGreaterThanOrEqual(4.5);
      if (contrast(given, ground) >= 4.5) expect(found).toBe(given);
    }),
  );
});

test('a navy on a dark ground becomes a blue, not a grey', () => {
  const found = standingOut('#22335c', '#1d2024', 3);
  const [red = 0, , blue = 0] = [1, 3, 5].map((at) => parseInt(found.slice(at, at + 2), 16));
  expect(blue - red).toBeGreaterThan(80);
});

test('black and white are 21 apart; only six or three digits are a colour', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(hexColour('#Abc')).toBe('#aabbcc');
  expect(['red', '#12', '#12345', '#1234567', '#12345g', 'url(#123)'].map(hexColour)).toEqual(
    Array(6).fill(null),
  );
});
