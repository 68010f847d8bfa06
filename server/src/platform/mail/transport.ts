import { createTransport as createMailer } from 'nodemailer';
import { mailableAddress } from './address';
import type { MailAttachment, RenderedMail } from './render';
import { oneLine, shortened } from './text';

export interface OutgoingMail extends RenderedMail {
  companyId: string;
  identityId: string | null;
  to: { name: string; address: string };
  /** `<…@…>`, the same at every attempt, so that a mail sent twice is recognised as one. */
  messageId: string;
}

/** A mail as the demo mailbox keeps it: its pictures are inside the HTML. */
export interface KeptMail {
  companyId: string;
  identityId: string | null;
  messageId: string;
  toName: string;
  toAddress: string;
  subject: string;
  html: string;
  text: string;
}

export type Delivery = { outcome: 'sent' } | { outcome: 'bounced'; response: string };

export interface MailTransport {
  /** Throws `TemporaryMailError` where another attempt may succeed. */
  send(mail: OutgoingMail): Promise<Delivery>;
  close(): void;
}

/** The mail was not taken now; nothing says that it never will be. */
export class TemporaryMailError extends Error {
  override name = 'TemporaryMailError';
}

export interface TransportSettings {
  /** `smtp://user:password@host:587`; without it mails are kept for the demo mailbox. */
  smtpUrl: string | null;
  /** The address that every mail comes from; a name beside it gives way to the company's. */
  from: string;
  storeDemoMail(mail: KeptMail): Promise<void>;
  timeouts?: Partial<Timeouts>;
}

interface Timeouts {
  /** For the connection, the server's greeting, and each silence after it. */
  connectMs: number;
  silenceMs: number;
  /** For one mail from beginning to end. */
  totalMs: number;
}

const patience: Timeouts = { connectMs: 10_000, silenceMs: 30_000, totalMs: 90_000 };

export function createTransport({
  smtpUrl,
  from,
  storeDemoMail,
  timeouts,
}: TransportSettings): MailTransport {
  const { deliver, close } = smtpUrl
    ? smtpDelivery(smtpUrl, bareAddress(from), { ...patience, ...timeouts })
    : { deliver: keeping(storeDemoMail), close: () => undefined };
  return {
    async send(mail) {
      if (!/^<[\x21-\x3b\x3d\x3f\x41-\x7e]+@[\x21-\x3b\x3d\x3f\x41-\x7e]+>$/.test(mail.messageId)) {
        throw new TypeError(`Not a Message-ID: ${JSON.stringify(mail.messageId)}`);
      }
      const address = mailableAddress(mail.to.address);
      if (!address) return { outcome: 'bounced', response: 'The address is not a valid e-mail address.' };
      const name = shortened(oneLine(mail.to.name), 120);
      return deliver({ ...mail, subject: oneLine(mail.subject), to: { name, address } });
    },
    close,
  };
}

const keeping =
  (store: TransportSettings['storeDemoMail']) =>
  async ({ to, html, attachments, ...mail }: OutgoingMail): Promise<Delivery> => {
    const { companyId, identityId, messageId, subject, text } = mail;
    const kept = { companyId, identityId, messageId, toName: to.name, toAddress: to.address, subject, text };
    await store({ ...kept, html: attachments.reduce(withPicture, html) });
    return { outcome: 'sent' };
  };

function bareAddress(from: string): string {
  const bare = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
  return mailableAddress(bare) ?? bare;
}

const withPicture = (html: string, { cid, contentType, content }: MailAttachment): string =>
  html.replaceAll(`cid:${cid}`, `data:${contentType};base64,${content.toString('base64')}`);

/** One connection a mail: none is stale when it is needed, and none is left open. */
function smtpDelivery(url: string, from: string, { connectMs, silenceMs, totalMs }: Timeouts) {
  const mailer = createMailer({
    url,
    connectionTimeout: connectMs,
    dnsTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const deliver = async (mail: OutgoingMail): Promise<Delivery> => {
    try {
      await mailer.sendMail({
        envelope: { from, to: [mail.to.address] },
        from: { name: mail.fromName, address: from },
        to: mail.to,
        replyTo: mail.replyTo && mailableAddress(mail.replyTo) ? mail.replyTo : undefined,
        messageId: mail.messageId,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        attachments: mail.attachments.map((attachment) => ({ ...attachment, contentDisposition: 'inline' })),
        // Out-of-office replies have no reader.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        signal: AbortSignal.timeout(totalMs),
      });
      return { outcome: 'sent' };
    } catch (error) {
      return refusal(error as SmtpError);
    }
  };
  return { deliver, close: () => mailer.close() };
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

/** Only a final no to this recipient or this text is a bounce; a refused login or sender is ours to repair. */
function refusal({ message, command, responseCode = 0, response, code }: SmtpError): Delivery {
  const concernsThisMail = command === 'RCPT TO' || command === 'DATA';
  if (concernsThisMail && responseCode >= 500) {
    return { outcome: 'bounced', response: shortened(oneLine(response ?? message), 500) };
  }
  throw new TemporaryMailError(oneLine(code ? `${code}: ${message}` : message));
}
