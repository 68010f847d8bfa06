import { insertCompany } from '../features/companies/new-company';
import { linkForMail, openLink } from '../features/identities/links';
import { LinkPurpose } from '../features/identities/login-link.entity';
import { TeamMember, TeamMemberState, TeamRole } from '../features/team/team-member.entity';
import { TeamService } from '../features/team/team.service';
import { audit } from '../platform/audit/audit';
import { sql } from '../platform/database/sql';
import { folded } from '../platform/folded';
import { Email, OneOf, Text } from '../platform/graphql/validation';
import { Language } from '../platform/language';
import type { RequestContext, Transaction } from '../platform/request-context';
import { demoSlug } from './demo';

export class FirstCompany {
  @Text({ max: 120 })
  name!: string;

  @Text({ max: 80 })
  ownerFirstName!: string;

  @Text({ max: 80 })
  ownerLastName!: string;

  @Email()
  ownerEmail!: string;

  @OneOf((language) => language in Language)
  language!: Language;
}

/** A company with nobody but an owner, who is invited. Answers with the path of the link, which is also mailed. */
export function createCompany(
  ctx: RequestContext,
  { name, language, ...owner }: FirstCompany,
): Promise<string> {
  return ctx.inTransaction(async (tx) => {
    await insertCompany(tx, { name, slug: slugOf(name), defaultLanguage: language });
    await audit(tx, 'company.created', { object: { type: 'Company', id: tx.companyId } });
    const { identityId } = await new TeamService().add(tx, {
      firstName: owner.ownerFirstName,
      lastName: owner.ownerLastName,
      email: owner.ownerEmail,
      role: TeamRole.OWNER,
    });
    return linkOf(tx, identityId);
  });
}

/** A new link for an owner who has not followed the first; null where nobody of this address waits for one. */
export function inviteOwnerAgain(ctx: RequestContext, email: string): Promise<string | null> {
  return ctx.inTransaction(async (tx) => {
    const owner = await tx.row(
      TeamMember,
      sql`row.email = ${email} AND row.role = ${TeamRole.OWNER} AND row.state = ${TeamMemberState.INVITED}`,
    );
    if (!owner) return null;
    await new TeamService().resendInvitation(tx, owner.id);
    return linkOf(tx, owner.identityId);
  });
}

async function linkOf(tx: Transaction, identityId: string): Promise<string> {
  const link = await openLink(tx, identityId, LinkPurpose.TEAM_INVITATION);
  return linkForMail(tx, link!).path;
}

/** The short name in addresses. That of the demo is not to be had: resetting the demo empties its company. */
function slugOf(name: string): string {
  const slug = folded(name)
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return slug && slug !== demoSlug ? slug : 'company';
}
