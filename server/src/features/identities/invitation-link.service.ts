import type { RequestContext } from '../../platform/request-context';
import { ownCompany } from '../companies/company.loader';
import { addressee } from './identity.jobs';
import { isColleague } from './identity.loader';
import { InvitationAudience, LinkState, type InvitationLink } from './identity.types';
import { isExpired, linkOfToken } from './links';
import { LinkPurpose, type LoginLink } from './login-link.entity';

const masked = (email: string) => email.replace(/^(.).*(?=@)/, '$1•••');

async function stateOf(ctx: RequestContext, link: LoginLink): Promise<LinkState> {
  if (link.usedAt) return LinkState.USED;
  return (await isExpired(ctx, link)) ? LinkState.EXPIRED : LinkState.OPEN;
}

export class InvitationLinkService {
  /** For the page that a mail leads to. Whose link it is, is told only as long as the link still opens something. */
  async read(ctx: RequestContext, token: string): Promise<InvitationLink> {
    const link = await linkOfToken(ctx, token, [
      LinkPurpose.INVITATION,
      LinkPurpose.TEAM_INVITATION,
      LinkPurpose.RESET,
    ]);
    const state = await stateOf(ctx, link);
    const person = state === LinkState.OPEN ? await addressee(ctx.asSystem(), link.identityId) : null;
    return {
      state,
      audience: (await leadsToConsole(ctx, link)) ? InvitationAudience.TEAM : InvitationAudience.PORTAL,
      email: person && masked(person.to.address),
      firstName: person && person.to.firstName,
      language: person?.language ?? (await ownCompany(ctx)).defaultLanguage,
    };
  }
}

async function leadsToConsole(ctx: RequestContext, { purpose, identityId }: LoginLink): Promise<boolean> {
  return (
    purpose === LinkPurpose.TEAM_INVITATION || (purpose === LinkPurpose.RESET && isColleague(ctx, identityId))
  );
}
