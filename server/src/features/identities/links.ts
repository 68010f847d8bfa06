import { ErrorCode, notFound, refuse } from '../../platform/errors';
import { sql } from '../../platform/database/sql';
import { uuidv7 } from '../../platform/database/uuid';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { Identity } from './identity.entity';
import { LinkPurpose, LoginLink } from './login-link.entity';

const minutes = 60_000;
const lifetime: Record<LinkPurpose, number> = {
  [LinkPurpose.INVITATION]: 14 * 24 * 60 * minutes,
  [LinkPurpose.TEAM_INVITATION]: 14 * 24 * 60 * minutes,
  [LinkPurpose.RESET]: 60 * minutes,
  [LinkPurpose.NEW_EMAIL]: 24 * 60 * minutes,
  [LinkPurpose.OLD_EMAIL]: 24 * 60 * minutes,
};

/** Makes a link of one purpose; whatever link of that purpose the person had before is dead from now on. */
export async function issueLink(
  tx: Transaction,
  identityId: string,
  purpose: LinkPurpose,
  newEmail: string | null = null,
): Promise<LoginLink> {
  // Two who send a link at once must see each other's, or both would live.
  await tx.lock(Identity, identityId);
  await withdrawLinks(tx, identityId, purpose);
  const id = uuidv7();
  const { tokens } = tx.platform.services;
  const [last] = await tx.execute<{ moment: string }>(
    `SELECT to_char((now() + make_interval(mins => $1)) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS moment`,
    [lifetime[purpose] / minutes],
  );
  return tx.insert(LoginLink, {
    id,
    identityId,
    purpose,
    tokenDigest: tokens.digest(tokens.forLink(tx.companyId, id, purpose)),
    expiresAt: last!.moment,
    usedAt: null,
    newEmail,
  });
}

const resendsPerDay = 5;

/** Nobody's mailbox is filled: besides the very first link of a purpose, a person gets five a day. */
export async function refuseTooManyLinks(
  tx: Transaction,
  identityId: string,
  purpose: LinkPurpose,
): Promise<void> {
  const [sent] = await tx.execute<{ resent: number }>(
    `SELECT count(*)::int AS resent FROM login_links link
      WHERE company_id = $1 AND identity_id = $2 AND purpose = $3 AND created_at > now() - interval '1 day'
        AND EXISTS (SELECT 1 FROM login_links earlier WHERE earlier.company_id = $1 AND earlier.identity_id = $2
                       AND earlier.purpose = $3 AND earlier.id < link.id)`,
    [tx.companyId, identityId, purpose],
  );
  if (sent && sent.resent >= resendsPerDay) {
    throw refuse(ErrorCode.RATE_LIMITED, `At most ${resendsPerDay} times a day. Try again tomorrow.`, {
      limit: resendsPerDay,
      reason: 'perDay',
    });
  }
}

export async function withdrawLinks(
  tx: Transaction,
  identityId: string,
  ...purposes: LinkPurpose[]
): Promise<void> {
  tx.send(sql`UPDATE login_links SET used_at = now() WHERE company_id = ${tx.companyId}
    AND identity_id = ${identityId} AND purpose = ANY(${purposes}) AND used_at IS NULL`);
}

/** The living link of a purpose, for whoever mails it or shows how long it lasts. */
export const openLink = (ctx: RequestContext, identityId: string, purpose: LinkPurpose) =>
  ctx
    .asSystem()
    .row(
      LoginLink,
      sql`row.identity_id = ${identityId} AND row.purpose = ${purpose} AND row.used_at IS NULL`,
    );

const pages = {
  [LinkPurpose.INVITATION]: 'invitation',
  [LinkPurpose.TEAM_INVITATION]: 'invitation',
  [LinkPurpose.RESET]: 'reset',
  [LinkPurpose.NEW_EMAIL]: 'confirm-email',
  [LinkPurpose.OLD_EMAIL]: 'confirm-email',
};

/** What a mail says about a link: its path, made again from the secret and never stored, and how long it lasts. */
export function linkForMail(ctx: RequestContext, { id, purpose }: LoginLink) {
  const path: `/${string}` = `/${pages[purpose]}/${ctx.platform.services.tokens.forLink(ctx.companyId, id, purpose)}`;
  return { path, validMinutes: lifetime[purpose] / minutes };
}

/** The link that a token opens, alive or dead; NOT_FOUND for what is no token of this company's. */
export async function linkOfToken(
  ctx: RequestContext,
  token: string,
  purposes: LinkPurpose[],
): Promise<LoginLink> {
  const { tokens } = ctx.platform.services;
  const read = tokens.read(token);
  if (!read || read.companyId !== ctx.companyId) throw notFound('This link');
  const link = await ctx.asSystem().row(LoginLink, sql`row.id = ${read.id}`);
  if (!link || !purposes.includes(link.purpose) || !tokens.matches(token, link.tokenDigest)) {
    throw notFound('This link');
  }
  return link;
}

/** By the clock of the database, which all servers share; that of one of them may be wrong. */
export async function isExpired(ctx: RequestContext, { expiresAt }: LoginLink): Promise<boolean> {
  const [found] = await ctx.select<{ expired: boolean }>(
    sql`SELECT ${expiresAt}::timestamptz <= now() AS expired`,
  );
  return found!.expired;
}

const linkUsed = () => refuse(ErrorCode.LINK_USED, 'This link was used or replaced by a newer one.');

/** The link that a token opens; refused where it is dead. */
export async function livingLinkOfToken(
  ctx: RequestContext,
  token: string,
  purposes: LinkPurpose[],
): Promise<LoginLink> {
  const link = await linkOfToken(ctx, token, purposes);
  if (link.usedAt) throw linkUsed();
  if (await isExpired(ctx, link))
    throw refuse(ErrorCode.LINK_EXPIRED, 'This link is too old. Ask for a new one.');
  return link;
}

/** Takes the link for good: of fifty who try at once, one gets it. */
export async function useLink(tx: Transaction, token: string, purposes: LinkPurpose[]): Promise<LoginLink> {
  const link = await livingLinkOfToken(tx, token, purposes);
  const taken = await tx.execute(
    `UPDATE login_links SET used_at = now() WHERE company_id = $1 AND id = $2 AND used_at IS NULL RETURNING id`,
    [tx.companyId, link.id],
  );
  if (taken.length !== 1) throw linkUsed();
  return link;
}
