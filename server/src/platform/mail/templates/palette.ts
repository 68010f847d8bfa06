import { contrast, hexColour, standingOut, textOn } from '../colour';
import type { MailBrand } from '../brand';
import { markup, type Html } from '../text';

export const font = `-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif`;
export const light = {
  page: '#f3f2ef',
  card: '#ffffff',
  text: '#23262b',
  quiet: '#5d626b',
  panel: '#f7f6f3',
};
const dark = { page: '#121417', card: '#1d2024', text: '#eceef0', quiet: '#a6adb6', panel: '#272b30' };

/** The company's colours, each fit for its ground: readable on it, and never anything but six digits. */
export function paletteOf(brand: MailBrand) {
  const accent = hexColour(brand.accent) ?? '#1f5eff';
  const primary = hexColour(brand.primary) ?? accent;
  const darkAccent = standingOut(accent, dark.card, 3);
  return {
    primary,
    accent,
    onAccent: textOn(accent),
    /** A pale button would have no edge on a white card. */
    edge: contrast(accent, light.card) < 1.6 ? '#b9bdc4' : accent,
    link: standingOut(accent, light.card, 4.5),
    darkPrimary: standingOut(primary, dark.card, 2),
    darkAccent,
    onDarkAccent: textOn(darkAccent),
    darkLink: standingOut(accent, dark.card, 4.5),
  };
}
export type Palette = ReturnType<typeof paletteOf>;

/** What inline styles cannot say: narrow screens and dark readers. Readers that drop it show the light page. */
export const styleSheet = ({
  darkPrimary,
  darkAccent,
  onDarkAccent,
  darkLink,
}: Palette): Html => markup`<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;width:100%;-webkit-text-size-adjust:100%;text-size-adjust:100%}
a{text-decoration-thickness:1px;text-underline-offset:2px}
@media (max-width:600px){
.page{padding:16px 12px 32px!important}
.inside{padding:28px 22px 30px!important}
.heading{font-size:24px!important;line-height:30px!important}
.wide{width:100%!important}
.button a{display:block!important;padding:14px 12px!important;text-align:center!important}
}
@media (prefers-color-scheme:dark){
body,.page{background:${dark.page}!important}
.card{background:${dark.card}!important;border-color:#2c3036!important}
.text,.heading,.name{color:${dark.text}!important}
.quiet,.quiet a{color:${dark.quiet}!important}
.panel{background:${dark.panel}!important;border-color:${darkPrimary}!important}
.band{background:${darkPrimary}!important}
.quiet .link{color:${darkLink}!important}
.button{background:${darkAccent}!important;border-color:${darkAccent}!important}
.button a{color:${onDarkAccent}!important}
.plate{background:#ffffff!important;padding:12px 14px!important;border-radius:8px!important}
}
</style>`;
