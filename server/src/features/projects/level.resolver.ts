import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context';
import { Level, LevelType } from './level.entity';
import type { LevelService } from './level.service';
import {
  AddLevelInput,
  AddLevelPayload,
  DeleteLevelInput,
  DeleteLevelPayload,
  MoveLevelInput,
  MoveLevelPayload,
  RenameLevelInput,
  RenameLevelPayload,
} from './level.types';
import { Project } from './project.entity';
import {
  levelByIdOrNull,
  levelsByProjectId,
  projectById,
  unitByIdOrNull,
  worksOnProject,
} from './project.loader';
import { Unit } from './unit.entity';

const who = 'Owners, and administrators of the project.';

@Resolver(() => Level)
export class LevelResolver {
  constructor(private readonly levels: LevelService) {}

  @FieldResolver(() => Project, { description: 'The project whose tree it is in.' })
  project(@Root() { projectId }: Level, @Ctx() ctx: RequestContext): Promise<Project> {
    return ctx.load(projectById, projectId);
  }

  @FieldResolver(() => Int, { description: 'Place among its siblings that the viewer sees, from 0.' })
  async position(@Root() level: Level, @Ctx() ctx: RequestContext): Promise<number> {
    if (await ctx.load(worksOnProject, level.projectId)) return level.position;
    // A number of its own would tell a buyer how many neighbours stand before her.
    const seen = await ctx.load(levelsByProjectId, level.projectId);
    const siblings = seen.filter(({ parentId }) => parentId === level.parentId);
    return siblings.findIndex(({ id }) => id === level.id);
  }

  @FieldResolver(() => Level, {
    nullable: true,
    description: 'The level it stands in; null for the project itself.',
  })
  async parent(@Root() { parentId }: Level, @Ctx() ctx: RequestContext): Promise<Level | null> {
    return parentId ? ctx.load(levelByIdOrNull, parentId) : null;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The unit, where it is one that the viewer may see.',
  })
  async unit(@Root() { id, type }: Level, @Ctx() ctx: RequestContext): Promise<Unit | null> {
    return type === LevelType.UNIT ? ctx.load(unitByIdOrNull, id) : null;
  }

  @Mutation(() => AddLevelPayload, { nullable: true, description: `Add a phase, lot or building. ${who}` })
  async addLevel(
    @Arg('input', () => AddLevelInput, { description: 'The level and its place.' })
    { projectId, parentId, type, name }: AddLevelInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AddLevelPayload> {
    const level = await this.levels.add(ctx, projectId, parentId ?? null, type, name);
    return { level, project: await ctx.load(projectById, level.projectId), errors: [] };
  }

  @Mutation(() => RenameLevelPayload, {
    nullable: true,
    description: `Give a phase, lot or building another name. ${who}`,
  })
  async renameLevel(
    @Arg('input', () => RenameLevelInput, { description: 'The level and its name.' })
    { id, name }: RenameLevelInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RenameLevelPayload> {
    return { level: await this.levels.rename(ctx, id, name), errors: [] };
  }

  @Mutation(() => MoveLevelPayload, {
    nullable: true,
    description: `Move a level with all that is in it. ${who}`,
  })
  async moveLevel(
    @Arg('input', () => MoveLevelInput, { description: 'The level and its new place.' })
    { id, parentId, position }: MoveLevelInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MoveLevelPayload> {
    const level = await this.levels.move(ctx, id, parentId, position);
    return { level, project: await ctx.load(projectById, level.projectId), errors: [] };
  }

  @Mutation(() => DeleteLevelPayload, {
    nullable: true,
    description: `Delete a level with nothing in it, else LOCKED. ${who}`,
  })
  async deleteLevel(
    @Arg('input', () => DeleteLevelInput, { description: 'The level.' }) { id }: DeleteLevelInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeleteLevelPayload> {
    const projectId = await this.levels.delete(ctx, id);
    return { project: await ctx.load(projectById, projectId), errors: [] };
  }
}
