import { DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contrastRatio, mix, TEXT_CONTRAST } from './colours';
import { paper, variablesOf } from './brand';
import { themeOf } from './theme';

/** Colours that companies choose: of every hue, pale and dark, and the awkward ones. */
const hues = Array.from({ length: 12 }, (_, step) => step * 30);
const accents = [
  ...hues.flatMap((hue) => [
    hsl(hue, 0.9, 0.12),
    hsl(hue, 0.7, 0.35),
    hsl(hue, 0.9, 0.5),
    hsl(hue, 0.8, 0.85),
  ]),
  '#000000',
  '#ffffff',
  '#777777',
  '#ffff00',
  '#00ff00',
  '#0000ff',
  paper.light,
  paper.dark,
];

/** Text and what it stands on, as the kit and our pages combine them. */
const pairs: [string, string][] = [
  ['--mantine-color-text', '--mantine-color-body'],
  ['--mantine-color-text', '--ui-raised'],
  ['--mantine-color-text', '--ui-sunken'],
  ['--mantine-color-dimmed', '--mantine-color-body'],
  ['--mantine-color-dimmed', '--ui-raised'],
  ['--mantine-color-dimmed', '--ui-sunken'],
  ['--mantine-color-placeholder', '--ui-raised'],
  ['--mantine-color-error', '--mantine-color-body'],
  ['--mantine-color-error', '--ui-raised'],
  ['--mantine-color-default-color', '--mantine-color-default'],
  ['--mantine-color-default-color', '--mantine-color-default-hover'],
  ['--mantine-color-disabled-color', '--mantine-color-disabled'],
  ['--mantine-primary-color-contrast', '--mantine-color-accent-filled'],
  ['--mantine-primary-color-contrast', '--mantine-color-accent-filled-hover'],
  ['--mantine-color-accent-light-color', '--mantine-color-accent-light'],
  ['--mantine-color-accent-light-color', '--mantine-color-accent-light-hover'],
  ['--mantine-color-anchor', '--mantine-color-body'],
  ['--mantine-color-anchor', '--ui-raised'],
  ['--mantine-color-accent-text', '--mantine-color-body'],
  ['--mantine-color-accent-text', '--ui-raised'],
  ['--mantine-color-gray-light-color', '--mantine-color-gray-light'],
  ['--mantine-color-gray-light-color', '--mantine-color-gray-light-hover'],
  ['--mantine-color-red-text', '--ui-raised'],
  ['--ui-on-brand', '--ui-brand'],
  ...['neutral', 'info', 'good', 'warning', 'danger'].map(
    (tone) => [`--ui-${tone}-ink`, `--ui-${tone}-ground`] as [string, string],
  ),
];

test.each(['light', 'dark'] as const)(
  'whatever colour a company chooses, its text can be read in %s',
  (scheme) => {
    const unreadable = accents.flatMap((accent) => {
      const variables = variablesFor(accent, scheme);
      return pairs
        .map(([ink, ground]) => ({
          accent,
          ink,
          ground,
          ratio: contrastRatio(variables[ink]!, variables[ground]!),
        }))
        .filter(({ ratio }) => ratio < TEXT_CONTRAST);
    });
    expect(unreadable).toEqual([]);
  },
);

test.each(['light', 'dark'] as const)('a button stands out from the page behind it in %s', (scheme) => {
  for (const accent of accents) {
    const variables = variablesFor(accent, scheme);
    const ratio = contrastRatio(variables['--mantine-color-accent-filled']!, paper[scheme]);
    expect({ accent, visible: ratio >= 2 }).toEqual({ accent, visible: true });
  }
});

test('contrast is what the guidelines say it is', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
});

test('what Mantine would make of the theme is what theme.css and the company say', () => {
  const brand = { primary: '#7a1234', accent: '#c98a10', font: 'SERIF' } as const;
  const company = variablesOf(brand);
  const theirs = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, themeOf(brand)));
  const usual = defaultCssVariablesResolver(DEFAULT_THEME);
  for (const part of ['variables', 'light', 'dark'] as const) {
    const said = new Map([...saidInSheet(part), ...Object.entries(company[part])]);
    const wanted = Object.entries(theirs[part])
      .filter(([name, value]) => new Map(Object.entries(usual[part])).get(name) !== value)
      // Where the house has a colour of its own, it differs on purpose.
      .filter(([name]) => part === 'variables' || !(name in company[part]));
    const weight = company.variables['--mantine-heading-font-weight'];
    const resolved = wanted.map(([name]) => [
      name,
      said.get(name)?.replace('var(--mantine-heading-font-weight)', weight!),
    ]);
    expect(resolved).toEqual(wanted);
  }
});

const selectors = {
  variables: ':root',
  light: ":root[data-mantine-color-scheme='light']",
  dark: ":root[data-mantine-color-scheme='dark']",
};

function saidInSheet(part: keyof typeof selectors): [string, string][] {
  const sheet = readFileSync(join(__dirname, 'theme.css'), 'utf8');
  const [, rule = ''] = sheet.split(`\n${selectors[part]} {`);
  const lines = rule.slice(0, rule.indexOf('}')).matchAll(/(--[\w-]+):\s+([^;]+);/g);
  return [...lines].map(([, name = '', value = '']) => [name, value]);
}

function variablesFor(accent: string, scheme: 'light' | 'dark'): Record<string, string> {
  return variablesOf({ primary: accent, accent, font: 'INTER' })[scheme];
}

function hsl(hue: number, saturation: number, lightness: number): string {
  const part = (shift: number) => {
    const at = (shift + hue / 30) % 12;
    const share = saturation * Math.min(lightness, 1 - lightness);
    const value = lightness - share * Math.max(-1, Math.min(at - 3, 9 - at, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(0)}${part(8)}${part(4)}`;
}
