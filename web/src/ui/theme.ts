import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';
import { filledOf, mix, readable, shadesOf } from './colours';

export interface Brand {
  primary: string;
  accent: string;
  font: 'INTER' | 'SYSTEM' | 'SERIF';
}

/** Warm neutrals: the walls on which pictures and one accent hang. */
export const paper = { light: '#fdfcfa', dark: '#191816' };
const warm = [
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
const night = [
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
const fonts = {
  INTER: { text: `'Inter Variable', ${system}`, headings: `'Inter Variable', ${system}` },
  SYSTEM: { text: system, headings: system },
  SERIF: { text: system, headings: serif },
};

/** Its `header` element would count as a second banner of the page. */
const dialogHeader = { header: { role: 'presentation' } };

/** What drops down from a field or a button belongs to a landmark of the page, as all of it does. */
const withinMain = { target: '#main' };

const listOfChoices = {
  comboboxProps: { shadow: 'md', portalProps: withinMain },
  // The list itself scrolls: what is wrapped around it would be a stop of its own for the keyboard.
  withScrollArea: false,
  styles: { options: { maxHeight: '16rem', overflowY: 'auto' } },
} as const;

const tuple = (shades: string[]) => shades as unknown as MantineColorsTuple;

/** The house style in a company's colours. */
export function themeOf({ primary, accent, font }: Brand): MantineThemeOverride {
  return createTheme({
    primaryColor: 'accent',
    primaryShade: 6,
    white: '#ffffff',
    black: '#22201d',
    colors: {
      accent: tuple(shadesOf(accent)),
      brand: tuple(shadesOf(primary)),
      gray: tuple(warm),
      dark: tuple(night),
    },
    fontFamily: fonts[font].text,
    headings: {
      fontFamily: fonts[font].headings,
      fontWeight: font === 'SERIF' ? '500' : '600',
      textWrap: 'balance',
      sizes: {
        h1: { fontSize: 'clamp(1.75rem, 1.35rem + 1.7vw, 2.5rem)', lineHeight: '1.15' },
        h2: { fontSize: 'clamp(1.3rem, 1.15rem + 0.6vw, 1.625rem)', lineHeight: '1.25' },
        h3: { fontSize: '1.125rem', lineHeight: '1.35' },
        h4: { fontSize: '1rem', lineHeight: '1.4' },
      },
    },
    radius: { xs: '4px', sm: '8px', md: '12px', lg: '20px', xl: '32px' },
    defaultRadius: 'md',
    spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
    breakpoints: { xs: '40em', sm: '48em', md: '64em', lg: '80em', xl: '90em' },
    shadows: { md: '0 8px 30px rgb(34 32 29 / 0.10)', lg: '0 18px 60px rgb(34 32 29 / 0.16)' },
    respectReducedMotion: true,
    cursorType: 'pointer',
    focusRing: 'auto',
    variantColorResolver: (input) => {
      const resolved = defaultVariantColorsResolver(input);
      const isAccent = (input.color ?? 'accent') === 'accent';
      return input.variant === 'filled' && isAccent
        ? {
            ...resolved,
            color: 'var(--mantine-primary-color-contrast)',
            hoverColor: 'var(--mantine-primary-color-contrast)',
          }
        : resolved;
    },
    components: {
      Button: { defaultProps: { size: 'md' } },
      TextInput: { defaultProps: { size: 'md' } },
      PasswordInput: { defaultProps: { size: 'md' } },
      Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 3 } },
      NumberInput: { defaultProps: { size: 'md' } },
      Select: { defaultProps: { size: 'md', ...listOfChoices } },
      MultiSelect: { defaultProps: { size: 'md', ...listOfChoices } },
      NativeSelect: { defaultProps: { size: 'md' } },
      Checkbox: { defaultProps: { size: 'md', iconColor: 'var(--mantine-primary-color-contrast)' } },
      Radio: { defaultProps: { size: 'md', iconColor: 'var(--mantine-primary-color-contrast)' } },
      Switch: { defaultProps: { size: 'md' } },
      ActionIcon: { defaultProps: { size: 40, variant: 'subtle', color: 'gray' } },
      Modal: {
        defaultProps: {
          centered: true,
          padding: 'lg',
          attributes: dialogHeader,
          radius: 'lg',
          overlayProps: { backgroundOpacity: 0.35, blur: 2 },
        },
      },
      Drawer: { defaultProps: { attributes: dialogHeader } },
      Menu: {
        defaultProps: {
          shadow: 'md',
          position: 'bottom-end',
          withInitialFocusPlaceholder: false,
          portalProps: withinMain,
        },
      },
      Paper: { defaultProps: { withBorder: true, radius: 'lg', p: 'lg' } },
    },
  });
}

/** Colours that depend on the scheme; every pair of text and ground here reaches 4.5 : 1. */
export const variablesOf =
  ({ primary, accent }: Brand): CSSVariablesResolver =>
  () => ({
    variables: {},
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
