import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';
import { type Brand, fonts, night, warm } from './brand';
import { shadesOf } from './colours';

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
export function themeOf({ accent, font }: Brand): MantineThemeOverride {
  return createTheme({
    primaryColor: 'accent',
    primaryShade: 6,
    white: '#ffffff',
    black: '#22201d',
    colors: {
      accent: tuple(shadesOf(accent)),
      gray: tuple(warm),
      dark: tuple(night),
    },
    fontFamily: fonts[font].text,
    headings: {
      fontFamily: fonts[font].headings,
      fontWeight: fonts[font].weight,
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
    shadows: { md: '0 8px 30px rgb(34 32 29 / 0.1)', lg: '0 18px 60px rgb(34 32 29 / 0.16)' },
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
