import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { sql } from '../../platform/database/sql';
import { PageArgs, page, type Connection } from '../../platform/graphql/connection';
import { DateTimeScalar } from '../../platform/graphql/scalars';
import { byIdOrNull, manyBy } from '../../platform/loaders';
import type { RequestContext } from '../../platform/request-context';
import { isTeam, type Viewer } from '../../platform/viewer';
import { purchasesByContactId } from '../access/access.loader';
import { ownCompany } from '../companies/company.loader';
import { Contact } from '../contacts/contact.entity';
import { contactById } from '../contacts/contact.loader';
import { ViewerObject } from '../identities/identity.types';
import { viewerOf } from '../identities/identity.resolver';
import { unitByIdOrNull } from '../projects/project.loader';
import { Unit } from '../projects/unit.entity';
import { TeamMember } from '../team/team-member.entity';
import { Impersonation, OpenedObject } from './impersonation.entity';
import { canLookThrough, type ImpersonationService } from './impersonation.service';
import {
  ImpersonationConnection,
  StartImpersonationInput,
  StartImpersonationPayload,
  StopImpersonationPayload,
} from './impersonation.types';

const newestFirst = { by: ['startedAt' as const], descending: true };
const openedByImpersonationId = manyBy(OpenedObject, 'impersonationId', sql`row.at, row.id`);
const contactByIdOrNull = byIdOrNull(Contact);
const impersonationByIdOrNull = byIdOrNull(Impersonation);

@Resolver(() => Impersonation)
export class ImpersonationResolver {
  constructor(private readonly service: ImpersonationService) {}

  @Mutation(() => StartImpersonationPayload, {
    nullable: true,
    description: 'Look at the portal through somebody else’s eyes, read only.',
  })
  async startImpersonation(
    @Arg('input', () => StartImpersonationInput, { description: 'Through whose eyes.' })
    { contactId, unitId, reason }: StartImpersonationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<StartImpersonationPayload> {
    return become(ctx, await this.service.start(ctx, contactId, unitId ?? null, reason ?? null));
  }

  @Mutation(() => StopImpersonationPayload, { nullable: true, description: 'Be oneself again.' })
  async stopImpersonation(@Ctx() ctx: RequestContext): Promise<StopImpersonationPayload> {
    return become(ctx, await this.service.stop(ctx));
  }

  @Query(() => ImpersonationConnection, {
    nullable: true,
    description: 'Who looked through whose eyes, newest first; an administrator sees his own.',
  })
  impersonations(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Impersonation>> {
    return page(ctx, Impersonation, { ...args, order: newestFirst });
  }

  @FieldResolver(() => TeamMember, {
    nullable: true,
    description: 'Who looked; null where the viewer may not see colleagues.',
  })
  async actor(
    @Root() { actorMemberId }: Impersonation,
    @Ctx() ctx: RequestContext,
  ): Promise<TeamMember | null> {
    // Whoever sees the entry may know who it was: that is what the log is for.
    return ctx.asSystem().load(byIdOrNull(TeamMember), actorMemberId);
  }

  @FieldResolver(() => String, { description: 'Through whose eyes.' })
  async subjectName(@Root() { contactId }: Impersonation, @Ctx() ctx: RequestContext): Promise<string> {
    const { firstName, lastName } = await ctx.asSystem().load(contactById, contactId);
    return `${firstName} ${lastName}`;
  }

  @FieldResolver(() => Contact, { nullable: true, description: 'The person, where the viewer may see her.' })
  subject(@Root() { contactId }: Impersonation, @Ctx() ctx: RequestContext): Promise<Contact | null> {
    return ctx.load(contactByIdOrNull, contactId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit from whose card it started.' })
  unit(@Root() { unitId }: Impersonation, @Ctx() ctx: RequestContext): Promise<Unit | null> | null {
    return unitId ? ctx.load(unitByIdOrNull, unitId) : null;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was stopped or ran out; null while it goes on.',
  })
  endedAt(@Root() { endedAt, expiresAt }: Impersonation): string | null {
    return endedAt ?? (Date.parse(expiresAt) <= Date.now() ? expiresAt : null);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The network address of the team member; for the team only.',
  })
  ip(@Root() { ip }: Impersonation, @Ctx() ctx: RequestContext): string | null {
    return ctx.viewer && isTeam(ctx.viewer) ? ip : null;
  }

  @FieldResolver(() => [OpenedObject], { description: 'What was opened, in order.' })
  opened(@Root() { id }: Impersonation, @Ctx() ctx: RequestContext): Promise<OpenedObject[]> {
    return ctx.load(openedByImpersonationId, id);
  }
}

function become(ctx: RequestContext, viewer: Viewer | null) {
  ctx.becomes(viewer);
  return { viewer: viewerOf(ctx), errors: [] };
}

@Resolver(() => ViewerObject)
export class ViewerImpersonationResolver {
  @FieldResolver(() => Impersonation, {
    nullable: true,
    description: 'The running one; null when one is oneself.',
  })
  impersonation(@Ctx() ctx: RequestContext): Promise<Impersonation | null> | null {
    const running = ctx.viewer?.impersonation;
    return running ? ctx.load(impersonationByIdOrNull, running.id) : null;
  }

  @FieldResolver(() => ImpersonationConnection, {
    description:
      'When a team member looked through this person’s eyes, newest first; empty while impersonating.',
  })
  impersonations(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Impersonation>> {
    const { contactId, impersonation } = ctx.signedIn;
    const where = sql`row.contact_id = ${impersonation ? null : contactId}`;
    return page(ctx, Impersonation, { ...args, where, order: newestFirst });
  }
}

@Resolver(() => Contact)
export class ContactImpersonationResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may look through this person’s eyes now.',
  })
  async viewerCanImpersonate(@Root() contact: Contact, @Ctx() ctx: RequestContext): Promise<boolean> {
    if (!ctx.viewer || !isTeam(ctx.viewer) || !(await ownCompany(ctx)).portalEnabled) return false;
    return canLookThrough(contact, await ctx.load(purchasesByContactId, contact.id));
  }
}
