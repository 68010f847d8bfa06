import { buffer } from 'node:stream/consumers';
import type { MailBrand } from '../platform/mail/brand';
import type { MailToSend } from '../platform/mail/mail-to-send';
import { renderMail } from '../platform/mail/render';
import { sql } from '../platform/database/sql';
import type { RequestContext } from '../platform/request-context';

interface BrandRow {
  name: string;
  primary: string;
  accent: string;
  contactEmail: string | null;
  contactPhone: string | null;
  timeZone: string;
  logoKey: string | null;
  logoMime: string | null;
}

/** The company's looks, read when the mail is sent, so that it carries the logo of today. */
async function brandOf(ctx: RequestContext): Promise<MailBrand> {
  const [row] = await ctx.select<BrandRow>(sql`
    SELECT c.name, c."primary", c.accent, c.contact_email AS "contactEmail", c.contact_phone AS "contactPhone", c.time_zone AS "timeZone",
           f.storage_key AS "logoKey", f.mime AS "logoMime"
      FROM companies c LEFT JOIN files f ON f.company_id = c.id AND f.id = c.logo_id
     WHERE c.id = ${ctx.companyId}`);
  if (!row) throw new Error('A mail of no company.');
  const { storage, config } = ctx.platform.services;
  const logo = row.logoKey ? await storage.read(row.logoKey) : null;
  return {
    companyName: row.name,
    primary: row.primary,
    accent: row.accent,
    publicUrl: config.publicUrl,
    timeZone: row.timeZone,
    ...(row.contactEmail && { contactEmail: row.contactEmail }),
    ...(row.contactPhone && { contactPhone: row.contactPhone }),
    ...(logo && { logo: { bytes: await buffer(logo.stream), mime: row.logoMime ?? 'image/png' } }),
  };
}

export async function dressMail(ctx: RequestContext, mail: MailToSend) {
  const { template, data, language, to } = mail;
  const rendered = await renderMail(template, data as never, {
    brand: await brandOf(ctx),
    language,
    recipient: to,
  });
  return { ...rendered, to: { name: `${to.firstName} ${to.lastName}`, address: to.address } };
}
