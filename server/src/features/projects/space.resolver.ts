import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Money, moneyFromMinor } from '../../platform/money';
import type { RequestContext } from '../../platform/request-context';
import { Project } from './project.entity';
import { projectById, saleStateByUnitId, unitByIdOrNull, worksOnProject } from './project.loader';
import { Space } from './space.entity';
import type { SpaceService } from './space.service';
import {
  AddSpaceInput,
  AddSpacePayload,
  DeleteSpaceInput,
  DeleteSpacePayload,
  UpdateSpaceInput,
  UpdateSpacePayload,
} from './space.types';
import { Unit } from './unit.entity';
import { SaleState } from './unit.enums';

const who = 'Owners, and administrators of the project; prices owners only.';

@Resolver(() => Space)
export class SpaceResolver {
  constructor(private readonly spaces: SpaceService) {}

  @FieldResolver(() => Project, { description: 'The project it belongs to.' })
  project(@Root() { projectId }: Space, @Ctx() ctx: RequestContext): Promise<Project> {
    return ctx.load(projectById, projectId);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The unit it goes with, where the viewer may see it.',
  })
  async unit(@Root() { unitId }: Space, @Ctx() ctx: RequestContext): Promise<Unit | null> {
    return unitId ? ctx.load(unitByIdOrNull, unitId) : null;
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'Its own price; null where the viewer may not see prices.',
  })
  async price(
    @Root() { projectId, priceMinor, currency }: Space,
    @Ctx() ctx: RequestContext,
  ): Promise<Money | null> {
    return (await ctx.load(worksOnProject, projectId)) ? moneyFromMinor(priceMinor, currency) : null;
  }

  @FieldResolver(() => SaleState, { description: 'That of its unit; AVAILABLE while it goes with none.' })
  async saleState(@Root() { unitId }: Space, @Ctx() ctx: RequestContext): Promise<SaleState> {
    return unitId ? ctx.load(saleStateByUnitId, unitId) : SaleState.AVAILABLE;
  }

  @Mutation(() => AddSpacePayload, {
    nullable: true,
    description: `Add a parking place, cellar or garden. ${who}`,
  })
  async addSpace(
    @Arg('input', () => AddSpaceInput, { description: 'The space.' }) input: AddSpaceInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AddSpacePayload> {
    const space = await this.spaces.add(ctx, input);
    return { space, project: await ctx.load(projectById, space.projectId), errors: [] };
  }

  @Mutation(() => UpdateSpacePayload, {
    nullable: true,
    description: `Change a space, or give it to another unit. ${who}`,
  })
  async updateSpace(
    @Arg('input', () => UpdateSpaceInput, { description: 'The space and the change.' })
    { id, version, change }: UpdateSpaceInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateSpacePayload> {
    return { space: await this.spaces.update(ctx, id, version, change), errors: [] };
  }

  @Mutation(() => DeleteSpacePayload, {
    nullable: true,
    description: 'Delete a space. Owners, and administrators of the project.',
  })
  async deleteSpace(
    @Arg('input', () => DeleteSpaceInput, { description: 'The space.' }) { id }: DeleteSpaceInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeleteSpacePayload> {
    const projectId = await this.spaces.delete(ctx, id);
    return { project: await ctx.load(projectById, projectId), errors: [] };
  }
}
