import { filledOf, mix, readable, shadesOf } from './colours';

export interface Brand {
  primary: string;
  accent: string;
  font: 'INTER' | 'SYSTEM' | 'SERIF';
}

/** Warm neutrals: the walls on which pictures and one accent hang. */
export const paper = { light: '#fdfcfa', dark: '#191816' };
export const warm = [
  '#f9f7f4',
  '#f3f0eb',
  '#e8e4dd',
  '#d9d4cb',
  '#bcb6ab',
  '#968f85',
  '#6b665e',
  '#524e48',
  '#383531',
  '#22201d',
];
export const night = [
  '#ebe8e3',
  '#d2cec7',
  '#aaa59c',
  '#88837a',
  '#55514b',
  '#3d3a36',
  '#262421',
  '#191816',
  '#131210',
  '#0c0b0a',
];

const system = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const serif = "'Iowan Old Style', 'Palatino Linotype', Palatino, Charter, Georgia, serif";
export const fonts = {
  INTER: { text: `'Inter Variable', ${system}`, headings: `'Inter Variable', ${system}`, weight: '600' },
  SYSTEM: { text: system, headings: system, weight: '600' },
  SERIF: { text: system, headings: serif, weight: '500' },
};

/** Colours that depend on the scheme; every pair of text and ground here reaches 4.5 : 1. */
export const variablesOf = ({ primary, accent, font }: Brand) => ({
  variables: {
    '--mantine-font-family': fonts[font].text,
    '--mantine-font-family-headings': fonts[font].headings,
    '--mantine-heading-font-weight': fonts[font].weight,
    ...Object.fromEntries(shadesOf(accent).map((shade, at) => [`--mantine-color-accent-${at}`, shade])),
  },
  light: schemeVariables('light', primary, accent),
  dark: schemeVariables('dark', primary, accent),
});

function schemeVariables(scheme: 'light' | 'dark', primary: string, accent: string): Record<string, string> {
  const isLight = scheme === 'light';
  const body = paper[scheme];
  const raised = isLight ? '#ffffff' : night[6]!;
  const { fill, hover, text } = filledOf(accent, body);
  const brand = filledOf(primary, body);
  const tint = mix(raised, accent, isLight ? 0.09 : 0.22);
  const tintHover = mix(raised, accent, isLight ? 0.15 : 0.3);
  const accentText = readable(readable(accent, tintHover), raised);
  return {
    '--mantine-color-body': body,
    '--mantine-color-text': isLight ? warm[9]! : night[0]!,
    '--mantine-color-bright': isLight ? warm[9]! : '#ffffff',
    '--mantine-color-dimmed': isLight ? warm[6]! : night[2]!,
    '--mantine-color-placeholder': isLight ? warm[6]! : night[2]!,
    '--mantine-color-error': isLight ? '#b3261e' : '#ffa198',
    '--mantine-color-anchor': accentText,
    '--mantine-color-default': raised,
    '--mantine-color-default-hover': isLight ? warm[0]! : night[5]!,
    '--mantine-color-default-color': isLight ? warm[9]! : night[0]!,
    '--mantine-color-default-border': isLight ? warm[3]! : night[4]!,
    '--mantine-color-disabled': isLight ? warm[1]! : night[6]!,
    '--mantine-color-disabled-color': isLight ? warm[6]! : night[2]!,
    '--mantine-primary-color-contrast': text,
    '--mantine-color-accent-filled': fill,
    '--mantine-color-accent-filled-hover': hover,
    '--mantine-color-accent-light': tint,
    '--mantine-color-accent-light-hover': tintHover,
    '--mantine-color-accent-light-color': accentText,
    '--mantine-color-accent-outline': accentText,
    '--mantine-color-accent-outline-hover': tint,
    '--mantine-color-accent-text': accentText,
    '--mantine-color-gray-light-color': isLight ? warm[7]! : night[1]!,
    '--mantine-color-gray-light-hover': isLight ? warm[1]! : night[5]!,
    '--mantine-color-gray-light': isLight ? warm[1]! : night[5]!,
    '--mantine-color-gray-text': isLight ? warm[6]! : night[2]!,
    // Of the items of a menu.
    '--mantine-color-red-6': isLight ? '#a3211a' : '#ffa198',
    '--mantine-color-red-filled': '#b3261e',
    '--mantine-color-red-filled-hover': '#8f1d17',
    '--mantine-color-red-light-color': isLight ? '#a3211a' : '#ffa198',
    '--mantine-color-red-text': isLight ? '#a3211a' : '#ffa198',
    '--mantine-color-red-outline': isLight ? '#a3211a' : '#ffa198',
    '--ui-raised': raised,
    '--ui-sunken': isLight ? warm[0]! : night[8]!,
    '--ui-hairline': isLight ? warm[2]! : '#34312d',
    '--ui-brand': brand.fill,
    '--ui-on-brand': brand.text,
    ...toneVariables(isLight),
  };
}

const tones = {
  neutral: ['#f0ede8', '#4d4943', '#34312d', '#d2cec7'],
  info: ['#e6eef8', '#1d4976', '#1e3146', '#b3d1f2'],
  good: ['#e4f2e8', '#1c5732', '#1d3826', '#a9dfba'],
  warning: ['#fbefd8', '#6f4503', '#40300f', '#f4d08a'],
  danger: ['#fbe7e4', '#93211a', '#4a201c', '#ffb4ab'],
} as const;

export type Tone = keyof typeof tones;

const toneVariables = (isLight: boolean): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tones).flatMap(([tone, [ground, ink, darkGround, darkInk]]) => [
      [`--ui-${tone}-ground`, isLight ? ground : darkGround],
      [`--ui-${tone}-ink`, isLight ? ink : darkInk],
    ]),
  );
