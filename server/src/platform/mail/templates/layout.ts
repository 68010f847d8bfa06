import type { Language } from '../../language';
import type { MailBrand, MailLogo } from '../brand';
import { markup, type Html } from '../text';
import type { Home, MailContent, Recipient } from './content';
import { font, light, paletteOf, styleSheet, type Palette } from './palette';
import { phrases } from './phrases';

export interface Letter {
  content: MailContent;
  brand: MailBrand;
  language: Language;
  recipient: Recipient;
  /** The button's whole address. */
  link: string | null;
  logo: (MailLogo & { cid: string }) | null;
}

const plain = markup`role="presentation" cellpadding="0" cellspacing="0" border="0"`;
const newTab = markup`target="_blank" rel="noopener noreferrer"`;

const masthead = ({ logo, brand }: Letter): Html =>
  logo
    ? markup`<span class="${logo.onWhite ? 'plate' : ''}" style="display:inline-block;line-height:0"><img src="cid:${logo.cid}" width="${logo.width}" height="${logo.height}" alt="${brand.companyName}" style="display:block;border:0;width:${logo.width}px;max-width:100%;height:auto;border-radius:${logo.onWhite ? 0 : 8}px;font:600 18px ${font};color:${light.text}"></span>`
    : markup`<span class="name" dir="auto" style="font-size:19px;line-height:26px;font-weight:650;letter-spacing:-0.01em;color:${light.text}">${brand.companyName}</span>`;

const paragraph = (text: string): Html =>
  markup`<p class="text" style="margin:0 0 16px;font-size:16px;line-height:26px;color:${light.text}">${text}</p>`;

const aside = (text: string): Html =>
  markup`<p class="quiet" style="margin:0 0 12px;font-size:14px;line-height:22px;color:${light.quiet}">${text}</p>`;

const projectLine = (project: string): Html =>
  markup`<div class="quiet" dir="auto" style="font-size:14px;line-height:21px;color:${light.quiet}">${project}</div>`;

const homeCard =
  ({ primary }: Palette) =>
  ({ unit, project }: Home): Html =>
    markup`<table ${plain} width="100%" style="margin:0 0 10px;border-collapse:separate"><tr>
<td class="panel" bgcolor="${light.panel}" style="background:${light.panel};border-left:4px solid ${primary};border-radius:4px 10px 10px 4px;padding:14px 18px">
<div class="text" dir="auto" style="font-size:17px;line-height:24px;font-weight:600;color:${light.text}">${unit}</div>
${unit === project ? null : projectLine(project)}
</td></tr></table>`;

const button = (label: string, link: string, { accent, onAccent, edge }: Palette): Html =>
  markup`<table class="wide" ${plain} style="margin:26px 0 28px;border-collapse:separate"><tr>
<td class="button" bgcolor="${accent}" style="background:${accent};border:1px solid ${edge};border-radius:10px;mso-padding-alt:14px 28px"><a href="${link}" ${newTab} style="display:inline-block;padding:14px 28px;font-size:16px;line-height:22px;font-weight:600;color:${onAccent};text-decoration:none">${label}</a></td>
</tr></table>`;

const bareLink = (link: string, words: string, palette: Palette): Html =>
  markup`<p class="quiet" style="margin:20px 0 0;font-size:13px;line-height:20px;color:${light.quiet}">${words}<br>
<a class="link" href="${link}" ${newTab} dir="ltr" style="color:${palette.link};word-break:break-all;overflow-wrap:anywhere">${link}</a></p>`;

function waysToReach({ contactEmail, contactPhone }: MailBrand): Html[] {
  const style = `color:${light.quiet};display:inline-block;max-width:100%`;
  const mail =
    contactEmail && markup`<a href="mailto:${encodeURI(contactEmail)}" style="${style}">${contactEmail}</a>`;
  const digits = contactPhone?.replace(/[^\d+]/g, '');
  const phone = digits && markup`<a href="tel:${digits}" style="${style}">${contactPhone ?? ''}</a>`;
  return [mail, phone].filter((way) => way instanceof Object);
}

function footer({ brand, content, language }: Letter): Html {
  const ways = waysToReach(brand).map((way) => markup`<br>${way}`);
  return markup`<div class="quiet" style="padding:24px 8px 0;font-size:13px;line-height:20px;color:${light.quiet}">
<p style="margin:0 0 10px"><strong dir="auto" style="font-weight:600">${brand.companyName}</strong>${
    ways.length ? markup`<br>${phrases[language].questions}${ways}` : null
  }</p>
<p style="margin:0">${content.reason}</p>
</div>`;
}

function body(letter: Letter, palette: Palette): Html {
  const { content, language, recipient, link } = letter;
  const words = phrases[language];
  return markup`<div style="margin:0 0 32px">${masthead(letter)}</div>
<h1 class="heading" style="margin:0 0 20px;font-size:27px;line-height:34px;font-weight:650;letter-spacing:-0.015em;color:${light.text}">${content.heading}</h1>
${[words.greeting(recipient), ...content.before].map(paragraph)}
${content.homes ? markup`<div style="padding-top:6px">${content.homes.map(homeCard(palette))}</div>` : null}
${content.button && link ? button(content.button.label, link, palette) : markup`<div style="height:10px"></div>`}
${content.after.map(aside)}
${link ? bareLink(link, words.addressBelow, palette) : null}`;
}

/** The whole page: one column, tables where Outlook needs them, nothing loaded from anywhere. */
export function layout(letter: Letter): string {
  const { content, language } = letter;
  const palette = paletteOf(letter.brand);
  return markup`<!doctype html>
<html lang="${language.toLowerCase()}" dir="ltr"><head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<meta name="referrer" content="no-referrer">
<title>${content.subject}</title>
${styleSheet(palette)}
</head>
<body style="margin:0;padding:0;background:${light.page};font-family:${font}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${content.before[0] ?? ''}</div>
<table ${plain} width="100%"><tr>
<td class="page" align="center" bgcolor="${light.page}" style="background:${light.page};padding:40px 16px 48px;font-family:${font}">
<!--[if mso]><table ${plain} width="560" align="center"><tr><td><![endif]-->
<div style="max-width:560px;margin:0 auto;text-align:left;overflow-wrap:anywhere;word-break:break-word">
<table ${plain} width="100%" style="border-collapse:separate"><tr>
<td class="band" height="6" bgcolor="${palette.primary}" style="height:6px;font-size:0;line-height:6px;background:${palette.primary};border-radius:12px 12px 0 0">&nbsp;</td></tr><tr>
<td class="card" bgcolor="${light.card}" style="background:${light.card};border:1px solid #e6e4df;border-top:0;border-radius:0 0 12px 12px">
<div class="inside" style="padding:36px 44px 40px">
${body(letter, palette)}
</div></td></tr></table>
${footer(letter)}
</div>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body></html>`.toString();
}
