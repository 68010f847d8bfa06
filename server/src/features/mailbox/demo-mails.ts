import { sql } from '../../platform/database/sql';
import { isUuid, uuidv7 } from '../../platform/database/uuid';
import type { KeptMail } from '../../platform/mail/transport';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { DemoMail } from './demo-mail.entity';

/** What a list of mails shows of each. */
export type DemoMailLine = Pick<DemoMail, 'id' | 'toName' | 'toAddress' | 'subject' | 'sentAt'>;

/** Keeps a mail once, however often it is sent. */
export async function keepDemoMail(tx: Transaction, mail: Omit<KeptMail, 'companyId'>): Promise<void> {
  const { messageId, identityId, toName, toAddress, subject, html, text } = mail;
  await tx.execute(
    `INSERT INTO demo_mails (company_id, id, message_id, identity_id, to_name, to_address, subject, html, text)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (company_id, message_id) DO NOTHING`,
    [tx.companyId, uuidv7(), messageId, identityId, toName, toAddress, subject, html, text],
  );
}

export const mailsShown = 200;

/** The newest mails of the company, whoever asks: the route has decided who may. */
export const newestDemoMails = (ctx: RequestContext): Promise<DemoMailLine[]> =>
  ctx.asSystem().select<DemoMailLine>(sql`
    SELECT mail.id, mail.to_name AS "toName", mail.to_address AS "toAddress", mail.subject, mail.sent_at AS "sentAt"
      FROM ${ctx.asSystem().visible(DemoMail)} mail ORDER BY mail.sent_at DESC, mail.id DESC LIMIT ${mailsShown}`);

export const demoMailById = async (ctx: RequestContext, id: string): Promise<DemoMail | null> =>
  isUuid(id) ? ctx.asSystem().row(DemoMail, sql`row.id = ${id}`) : null;

/** The clock of the company; before there is one, that of the world. */
export async function mailboxTimeZone(ctx: RequestContext): Promise<string> {
  const [company] = await ctx.select<{ timeZone: string }>(
    sql`SELECT time_zone AS "timeZone" FROM companies WHERE id = ${ctx.companyId}`,
  );
  return company?.timeZone ?? 'UTC';
}
