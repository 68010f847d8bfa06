import { sql } from '../../platform/database/sql';
import { mailJob } from '../../platform/outbox/job';
import type { RequestContext } from '../../platform/request-context';
import { addressee, livingLink } from '../identities/identity.jobs';
import { linkForMail } from '../identities/links';
import { AccessState } from './unit-buyer.entity';

interface HomeRow {
  unit: string;
  project: string;
  identityId: string;
}

/** Homes as a mail names them: in a project of a single home the project's name says it all. */
async function homesOf(
  ctx: RequestContext,
  identityId: string | null,
  buyerIds: string[] | null,
  state: AccessState,
) {
  const rows = await ctx.select<HomeRow>(sql`
    SELECT CASE WHEN p.kind = 'SINGLE' THEN p.name ELSE u.number END AS unit, p.name AS project, c.identity_id AS "identityId"
      FROM unit_buyers b
      JOIN contacts c ON c.company_id = b.company_id AND c.id = b.contact_id
      JOIN units u ON u.company_id = b.company_id AND u.id = b.unit_id
      JOIN projects p ON p.company_id = u.company_id AND p.id = u.project_id
     WHERE b.company_id = ${ctx.companyId} AND b.access_state = ${state} AND c.identity_id IS NOT NULL
       AND (${identityId}::uuid IS NULL OR c.identity_id = ${identityId}::uuid)
       AND (${buyerIds}::uuid[] IS NULL OR b.id = ANY(${buyerIds}::uuid[]))
     ORDER BY b.id`);
  const [first, ...others] = rows;
  return first ? { identityId: first.identityId, homes: [first, ...others] as const } : null;
}

export const sendInvitation = mailJob<{ linkId: string }>(
  'access.send-invitation',
  async (ctx, { linkId }) => {
    const link = await livingLink(ctx, linkId);
    const found = link && (await homesOf(ctx, link.identityId, null, AccessState.INVITED));
    const person = link && (await addressee(ctx, link.identityId));
    if (!link || !found || !person) return null;
    return { ...person, template: 'invitation', data: { homes: found.homes, ...linkForMail(ctx, link) } };
  },
);

export const sendNewUnit = mailJob<{ buyerIds: string }>(
  'access.send-new-unit',
  async (ctx, { buyerIds }) => {
    const found = await homesOf(ctx, null, buyerIds.split(','), AccessState.ACTIVE);
    const person = found && (await addressee(ctx, found.identityId));
    if (!found || !person) return null;
    return { ...person, template: 'newUnit', data: { homes: found.homes, path: '/portal' } };
  },
);

export const sendAccessRevoked = mailJob<{ buyerId: string }>(
  'access.send-revoked',
  async (ctx, { buyerId }) => {
    const found = await homesOf(ctx, null, [buyerId], AccessState.REVOKED);
    const person = found && (await addressee(ctx, found.identityId));
    if (!found || !person) return null;
    return { ...person, template: 'accessRevoked', data: { home: found.homes[0] } };
  },
);

export const sendAccessRestored = mailJob<{ buyerId: string }>(
  'access.send-restored',
  async (ctx, { buyerId }) => {
    const found = await homesOf(ctx, null, [buyerId], AccessState.ACTIVE);
    const person = found && (await addressee(ctx, found.identityId));
    if (!found || !person) return null;
    return { ...person, template: 'accessRestored', data: { home: found.homes[0], path: '/portal' } };
  },
);
