import { createHash } from 'node:crypto';
import type { Language } from '../../platform/language';
import { markup, unsafeMarkup, type Html } from '../../platform/mail/text';
import type { DemoMail } from './demo-mail.entity';
import { mailsShown, type DemoMailLine } from './demo-mails';
import { style } from './mailbox.style';
import { words, type Words } from './mailbox.words';

export const mailboxPath = '/demo/mailbox';
/** The page may use its one style sheet, frame its own mails, and nothing else. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
/** A mail may show its pictures and open links in new tabs; it runs nothing and loads nothing. */
export const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

export type View = 'mail' | 'text';

interface Reading {
  mail: DemoMail;
  view: View;
}

const locale = (language: Language): string => (language === 'EN' ? 'en-GB' : language.toLowerCase());

/** Who reads, and by which clock: the company's. */
export interface Reader {
  language: Language;
  timeZone: string;
}

const wholly = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

/** Today as an hour, else as a day; whole where it is read alone. */
function time(moment: string, { language, timeZone }: Reader, whole = false): Html {
  const told = (options: Intl.DateTimeFormatOptions, when = new Date(moment)) =>
    new Intl.DateTimeFormat(locale(language), { ...options, timeZone }).format(when);
  const day = { dateStyle: 'medium' } as const;
  const today = told(day) === told(day, new Date());
  return markup`<time datetime="${moment}">${told(whole ? wholly : today ? { timeStyle: 'short' } : day)}</time>`;
}

const line =
  (by: Reader, chosen: string | undefined) =>
  ({ id, toName, toAddress, subject, sentAt }: DemoMailLine): Html =>
    markup`<li><a href="${mailboxPath}/${id}"${id === chosen ? markup` aria-current="page"` : null}>
<div class="who"><b dir="auto">${toName || toAddress}</b>${time(sentAt, by)}</div>
<span dir="auto">${subject}</span></a></li>`;

function list(mails: readonly DemoMailLine[], by: Reader, chosen?: string): Html {
  const { emptyTitle, empty, mails: label, newest } = words[by.language];
  const content = mails.length
    ? markup`<ul>${mails.map(line(by, chosen))}</ul>${mails.length >= mailsShown ? markup`<p class="note">${newest(mailsShown)}</p>` : null}`
    : markup`<div class="nothing"><h2>${emptyTitle}</h2><p>${empty}</p></div>`;
  // Alone on a phone the list is what the page is about; beside a mail it leads to others.
  return chosen
    ? markup`<nav class="pane list" aria-label="${label}">${content}</nav>`
    : markup`<main class="pane list" aria-label="${label}">${content}</main>`;
}

function reader({ mail, view }: Reading, by: Reader): Html {
  const says = words[by.language];
  const { id, toName, toAddress, subject, sentAt, text } = mail;
  const here = `${mailboxPath}/${id}`;
  const way = (to: View, address: string, label: string) =>
    markup`<a class="press" href="${address}"${view === to ? markup` aria-current="true"` : null}>${label}</a>`;
  return markup`<main class="pane reader">
<div class="head"><h1 dir="auto">${subject}</h1>
<p>${says.to} <bdi>${toName}</bdi> &lt;${toAddress}&gt; · ${time(sentAt, by, true)}</p>
<div class="ways" role="group" aria-label="${says.view}">${way('mail', here, says.mail)}${way('text', `${here}?view=text`, says.text)}
<a class="press" href="${here}/html" target="_blank" rel="noopener noreferrer">${says.alone}</a></div></div>
${
  view === 'text'
    ? markup`<pre tabindex="0" dir="auto">${text}</pre>`
    : markup`<iframe src="${here}/html" title="${says.frame(subject)}" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>`
}</main>`;
}

const backAndTitle = ({ back, title }: Words): Html =>
  markup`<a class="press back" href="${mailboxPath}"><span aria-hidden="true">‹&nbsp;&nbsp;</span>${back}</a><div class="title">${title}</div>`;

/** The list beside the mail that is read; on a phone one of the two. No script, nothing from elsewhere. */
export function mailboxPage(mails: readonly DemoMailLine[], by: Reader, reading?: Reading): string {
  const { language } = by;
  const says = words[language];
  return markup`<!doctype html>
<html lang="${language.toLowerCase()}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${reading ? `${reading.mail.subject} · ` : ''}${says.title}</title><style>${unsafeMarkup(style)}</style></head>
<body class="${reading ? 'reading' : 'resting'}">
<header class="top">${reading ? backAndTitle(says) : markup`<h1>${says.title}</h1>`}
<p>${says.note}</p><a class="press again" href="${reading ? `${mailboxPath}/${reading.mail.id}` : mailboxPath}">${says.refresh}</a></header>
<div class="panes">${list(mails, by, reading?.mail.id)}
${reading ? reader(reading, by) : markup`<section class="pane reader" aria-label="${says.mail}"><p class="nothing">${says.choose}</p></section>`}
</div></body></html>`.toString();
}
