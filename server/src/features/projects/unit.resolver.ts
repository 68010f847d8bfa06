import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Money, moneyFromMinor } from '../../platform/money';
import type { RequestContext } from '../../platform/request-context';
import { Image, imageOf } from '../files/image.types';
import { Level } from './level.entity';
import { Project } from './project.entity';
import { levelsAboveUnit, projectById, spacesByUnitId, unitById, worksOnProject } from './project.loader';
import { Space } from './space.entity';
import { Unit } from './unit.entity';
import type { UnitService } from './unit.service';
import { AddUnitsInput, AddUnitsPayload, UpdateUnitInput, UpdateUnitPayload } from './unit.types';

@Resolver(() => Unit)
export class UnitResolver {
  constructor(private readonly units: UnitService) {}

  @Query(() => Unit, { nullable: true, description: 'One unit. NOT_FOUND where the viewer may not see it.' })
  unit(
    @Arg('id', () => ID, { description: 'The unit.' }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<Unit> {
    return ctx.load(unitById, id);
  }

  @FieldResolver(() => Project, { description: 'The project it belongs to.' })
  project(@Root() { projectId }: Unit, @Ctx() ctx: RequestContext): Promise<Project> {
    return ctx.load(projectById, projectId);
  }

  @FieldResolver(() => [Level], { description: 'The levels above the unit, from the project down.' })
  location(@Root() { id }: Unit, @Ctx() ctx: RequestContext): Promise<Level[]> {
    return ctx.load(levelsAboveUnit, id);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What it is offered for; null where the viewer may not see prices.',
  })
  async basePrice(@Root() unit: Unit, @Ctx() ctx: RequestContext): Promise<Money | null> {
    const mayKnow = await ctx.load(worksOnProject, unit.projectId);
    return mayKnow ? moneyFromMinor(unit.basePriceMinor, unit.currency) : null;
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What it was sold for; null where the viewer may not see prices.',
  })
  async soldPrice(@Root() unit: Unit, @Ctx() ctx: RequestContext): Promise<Money | null> {
    const mayKnow = await ctx.load(worksOnProject, unit.projectId);
    return mayKnow ? moneyFromMinor(unit.soldPriceMinor, unit.currency) : null;
  }

  @FieldResolver(() => Image, { nullable: true, description: 'The plan; null where there is none.' })
  plan(@Root() { planId, number }: Unit, @Ctx() ctx: RequestContext): Promise<Image | null> {
    return imageOf(ctx, planId, number);
  }

  @FieldResolver(() => [Space], { description: 'The spaces that go with it.' })
  spaces(@Root() { id }: Unit, @Ctx() ctx: RequestContext): Promise<Space[]> {
    return ctx.load(spacesByUnitId, id);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may change it; the price is for owners only.',
  })
  viewerCanEdit(@Root() { projectId }: Unit, @Ctx() ctx: RequestContext): Promise<boolean> {
    return ctx.load(worksOnProject, projectId);
  }

  @Mutation(() => AddUnitsPayload, {
    nullable: true,
    description: 'Add units, all or none. Owners, and administrators of the project; prices owners only.',
  })
  async addUnits(
    @Arg('input', () => AddUnitsInput, { description: 'The units and their place.' })
    { projectId, parentId, units }: AddUnitsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AddUnitsPayload> {
    const added = await this.units.add(ctx, projectId, parentId ?? null, units);
    return { units: added, project: await ctx.load(projectById, projectId), errors: [] };
  }

  @Mutation(() => UpdateUnitPayload, {
    nullable: true,
    description:
      'Change what is known of a unit. Owners, and administrators of the project; the price owners only.',
  })
  async updateUnit(
    @Arg('input', () => UpdateUnitInput, { description: 'The unit and the change.' })
    { id, version, change }: UpdateUnitInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateUnitPayload> {
    return { unit: await this.units.update(ctx, id, version, change), errors: [] };
  }
}
