import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Connection } from '../../platform/graphql/connection';
import type { RequestContext } from '../../platform/request-context';
import { Image, imageOf } from '../files/image.types';
import { loginById } from '../identities/identity.loader';
import { TeamMember } from '../team/team-member.entity';
import { contactPersonsByProjectId } from './contact-persons';
import { Level } from './level.entity';
import { inDisplayOrder } from './level-tree';
import { Project, ProjectKind } from './project.entity';
import { unitList } from './project.lists';
import {
  administratorsByProjectId,
  levelsByProjectId,
  projectsByMemberId,
  spacesByProjectId,
  unitCountsByProjectId,
  unitsByProjectId,
  worksOnProject,
} from './project.loader';
import { ContactPerson } from './project.types';
import { Space } from './space.entity';
import { Unit } from './unit.entity';
import { UnitConnection, UnitsArgs } from './unit.types';

@Resolver(() => Project)
export class ProjectFieldsResolver {
  @FieldResolver(() => Image, { nullable: true, description: 'Its picture; null where there is none.' })
  image(@Root() { imageId, name }: Project, @Ctx() ctx: RequestContext): Promise<Image | null> {
    return imageOf(ctx, imageId, name);
  }

  @FieldResolver(() => [Level], {
    description: 'The tree in display order, the project itself first; a viewer gets the levels she sees.',
  })
  async levels(@Root() { id }: Project, @Ctx() ctx: RequestContext): Promise<Level[]> {
    return inDisplayOrder(await ctx.load(levelsByProjectId, id));
  }

  @FieldResolver(() => UnitConnection, { description: 'The units that the viewer may see.' })
  units(
    @Root() project: Project,
    @Args(() => UnitsArgs) args: UnitsArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Unit>> {
    return unitList(ctx, project, args);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The one unit of a single home; null in a project with several.',
  })
  async singleUnit(@Root() { id, kind }: Project, @Ctx() ctx: RequestContext): Promise<Unit | null> {
    return kind === ProjectKind.SINGLE ? ((await ctx.load(unitsByProjectId, id))[0] ?? null) : null;
  }

  @FieldResolver(() => [Space], {
    description: 'Parking places, cellars and gardens that the viewer may see.',
  })
  spaces(@Root() { id }: Project, @Ctx() ctx: RequestContext): Promise<Space[]> {
    return ctx.load(spacesByProjectId, id);
  }

  @FieldResolver(() => Int, { description: 'How many units the viewer may see.' })
  async unitCount(@Root() { id }: Project, @Ctx() ctx: RequestContext): Promise<number> {
    return (await ctx.load(unitCountsByProjectId, id)).units;
  }

  @FieldResolver(() => Int, { description: 'How many of those are sold or handed over.' })
  async soldCount(@Root() { id }: Project, @Ctx() ctx: RequestContext): Promise<number> {
    return (await ctx.load(unitCountsByProjectId, id)).sold;
  }

  @FieldResolver(() => [TeamMember], {
    nullable: true,
    description: 'Colleagues put on the project; null if you may not know.',
  })
  async administrators(@Root() { id }: Project, @Ctx() ctx: RequestContext): Promise<TeamMember[] | null> {
    return (await ctx.load(worksOnProject, id)) ? ctx.load(administratorsByProjectId, id) : null;
  }

  @FieldResolver(() => [ContactPerson], {
    description: 'Whom a buyer can reach: the colleagues put on it, or else the owners.',
  })
  contactPersons(@Root() { id }: Project, @Ctx() ctx: RequestContext): Promise<ContactPerson[]> {
    return ctx.load(contactPersonsByProjectId, id);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may change the project and what is in it.',
  })
  viewerCanEdit(@Root() { id }: Project, @Ctx() ctx: RequestContext): Promise<boolean> {
    return ctx.load(worksOnProject, id);
  }
}

@Resolver(() => ContactPerson)
export class ContactPersonResolver {
  @FieldResolver(() => Image, { nullable: true, description: 'The face; null where there is none.' })
  async picture(
    @Root() { identityId, name }: ContactPerson,
    @Ctx() ctx: RequestContext,
  ): Promise<Image | null> {
    return imageOf(ctx, (await ctx.load(loginById, identityId))?.pictureId ?? null, name);
  }
}

/** Who is put on what is known here, and not to the team. */
@Resolver(() => TeamMember)
export class MemberProjectsResolver {
  @FieldResolver(() => [Project], {
    nullable: true,
    description: 'The projects that an administrator is put on; null if you may not know.',
  })
  projects(@Root() { id }: TeamMember, @Ctx() ctx: RequestContext): Promise<Project[]> {
    return ctx.load(projectsByMemberId, id);
  }
}
