import { createHash } from 'node:crypto';
import { mailLogo, type MailBrand } from './brand';
import type { Language } from '../language';
import { oneLine, shortened } from './text';
import { accessRestored } from './templates/access-restored';
import { accessRevoked } from './templates/access-revoked';
import type { Recipient, Template } from './templates/content';
import { emailChangeConfirm, emailChangeNotice } from './templates/email-change';
import { invitation } from './templates/invitation';
import { layout, type Letter } from './templates/layout';
import { newUnit } from './templates/new-unit';
import { passwordChanged } from './templates/password-changed';
import { passwordReset } from './templates/password-reset';
import { plainText } from './templates/plain-text';
import { teamInvitation } from './templates/team-invitation';

/** Every mail that Portico sends. */
export const templates = {
  invitation,
  newUnit,
  accessRevoked,
  accessRestored,
  teamInvitation,
  passwordReset,
  passwordChanged,
  emailChangeConfirm,
  emailChangeNotice,
};

export type MailName = keyof typeof templates;
export type MailData<Name extends MailName> = Parameters<(typeof templates)[Name]['EN']>[0];

export interface MailAttachment {
  filename: string;
  contentType: string;
  cid: string;
  content: Buffer;
}

export interface RenderedMail {
  /** Display name of the sender. */
  fromName: string;
  /** Where an answer goes: to the company's people, not to the machine. */
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
  attachments: MailAttachment[];
}

/** A mail in one language with the looks of one company; what people typed comes out as text, on one line. */
export async function renderMail<Name extends MailName>(
  name: Name,
  data: MailData<Name>,
  { brand, language, recipient }: { brand: MailBrand; language: Language; recipient: Recipient },
): Promise<RenderedMail> {
  const clean = cleaned({ data, brand, recipient });
  const template = templates[name] as unknown as Template<MailData<Name>>;
  const content = template[language](clean.data, clean.brand);
  const logo = await mailLogo(brand);
  const cid = logo && `logo-${createHash('sha256').update(logo.png).digest('hex').slice(0, 16)}@portico`;
  const letter: Letter = {
    content,
    brand: clean.brand,
    language,
    recipient: clean.recipient,
    link: content.button ? brand.publicUrl.replace(/\/+$/, '') + content.button.path : null,
    logo: logo && cid ? { ...logo, cid } : null,
  };
  return {
    fromName: shortened(clean.brand.companyName, 80),
    replyTo: clean.brand.contactEmail ?? null,
    subject: shortened(content.subject, 120),
    html: layout(letter),
    text: plainText(letter),
    attachments:
      logo && cid ? [{ filename: 'logo.png', contentType: 'image/png', cid, content: logo.png }] : [],
  };
}

/** The same value with every text in it on one line; files stay as they are. */
function cleaned<Value>(value: Value): Value {
  if (typeof value === 'string') return oneLine(value) as Value;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(cleaned) as Value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleaned(part)])) as Value;
}
