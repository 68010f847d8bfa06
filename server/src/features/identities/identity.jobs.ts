import { sql } from '../../platform/database/sql';
import type { Language } from '../../platform/language';
import { mailJob } from '../../platform/outbox/job';
import type { RequestContext } from '../../platform/request-context';
import { isExpired, linkForMail } from './links';
import { LinkPurpose, LoginLink } from './login-link.entity';

/** The link of a mail, unless it has died since: then there is nothing to send. */
export async function livingLink(ctx: RequestContext, linkId: string): Promise<LoginLink | null> {
  const link = await ctx.row(LoginLink, sql`row.id = ${linkId} AND row.used_at IS NULL`);
  return link && !(await isExpired(ctx, link)) ? link : null;
}

/** Whom a mail goes to, as `MailToSend` wants it. Team members and contacts come later, so they are asked by name. */
export async function addressee(ctx: RequestContext, identityId: string) {
  const [person] = await ctx.select<{
    firstName: string;
    lastName: string;
    email: string;
    language: Language;
  }>(sql`
    SELECT person.first_name AS "firstName", person.last_name AS "lastName", i.email, i.language
      FROM identities i
      JOIN (SELECT company_id, identity_id, first_name, last_name FROM team_members
            UNION ALL SELECT company_id, identity_id, first_name, last_name FROM contacts) person
        ON person.company_id = i.company_id AND person.identity_id = i.id
     WHERE i.company_id = ${ctx.companyId} AND i.id = ${identityId}
     LIMIT 1`);
  if (!person) return null;
  const { firstName, lastName, email, language } = person;
  return { identityId, language, to: { firstName, lastName, address: email } };
}

export const sendPasswordReset = mailJob<{ linkId: string }>(
  'identities.send-password-reset',
  async (ctx, { linkId }) => {
    const link = await livingLink(ctx, linkId);
    const person = link && (await addressee(ctx, link.identityId));
    if (!link || !person) return null;
    return { ...person, template: 'passwordReset', data: linkForMail(ctx, link) };
  },
);

export const sendPasswordChanged = mailJob<{ identityId: string; changedAt: string }>(
  'identities.send-password-changed',
  async (ctx, { identityId, changedAt }) => {
    const person = await addressee(ctx, identityId);
    if (!person) return null;
    return { ...person, template: 'passwordChanged', data: { changedAt, path: '/reset' } };
  },
);

export const sendEmailConfirmation = mailJob<{ linkId: string }>(
  'identities.send-email-confirmation',
  async (ctx, { linkId }) => {
    const link = await livingLink(ctx, linkId);
    const person = link && (await addressee(ctx, link.identityId));
    if (!link?.newEmail || !person) return null;
    const confirm = linkForMail(ctx, link);
    if (link.purpose === LinkPurpose.OLD_EMAIL) {
      return { ...person, template: 'emailChangeNotice', data: { newAddress: link.newEmail, confirm } };
    }
    return {
      ...person,
      to: { ...person.to, address: link.newEmail },
      template: 'emailChangeConfirm',
      data: { newAddress: link.newEmail, ...confirm },
    };
  },
);

/** Where the old address need not agree, it is told all the same: nobody loses an account without hearing of it. */
export const sendEmailChangeNotice = mailJob<{ linkId: string }>(
  'identities.send-email-change-notice',
  async (ctx, { linkId }) => {
    const link = await livingLink(ctx, linkId);
    const person = link && (await addressee(ctx, link.identityId));
    if (!link?.newEmail || !person) return null;
    return { ...person, template: 'emailChangeNotice', data: { newAddress: link.newEmail, confirm: null } };
  },
);
