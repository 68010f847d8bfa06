import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Connection } from '../../platform/graphql/connection';
import type { RequestContext } from '../../platform/request-context';
import { teamMemberById } from '../team/team-member.loader';
import type { AdministratorService } from './administrator.service';
import { Project } from './project.entity';
import { projectList } from './project.lists';
import { projectById } from './project.loader';
import type { ProjectService } from './project.service';
import {
  AssignAdministratorInput,
  AssignAdministratorPayload,
  CreateProjectInput,
  CreateProjectPayload,
  ProjectConnection,
  ProjectsArgs,
  UnassignAdministratorInput,
  UnassignAdministratorPayload,
  UpdateProjectInput,
  UpdateProjectPayload,
} from './project.types';

@Resolver()
export class ProjectResolver {
  constructor(
    private readonly commands: ProjectService,
    private readonly administrators: AdministratorService,
  ) {}

  @Query(() => ProjectConnection, { nullable: true, description: 'The projects that the viewer may see.' })
  projects(
    @Args(() => ProjectsArgs) args: ProjectsArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Project>> {
    return projectList(ctx, args);
  }

  @Query(() => Project, {
    nullable: true,
    description: 'One project. NOT_FOUND where the viewer may not see it.',
  })
  project(
    @Arg('id', () => ID, { description: 'The project.' }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<Project> {
    return ctx.load(projectById, id);
  }

  @Mutation(() => CreateProjectPayload, { nullable: true, description: 'Start a project. Owners only.' })
  async createProject(
    @Arg('input', () => CreateProjectInput, { description: 'The project.' }) input: CreateProjectInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateProjectPayload> {
    return { project: await this.commands.create(ctx, input), errors: [] };
  }

  @Mutation(() => UpdateProjectPayload, {
    nullable: true,
    description:
      'Change what is known of a project. Owners, and administrators of the project; the kind owners only.',
  })
  async updateProject(
    @Arg('input', () => UpdateProjectInput, { description: 'The project and the change.' })
    { id, version, change }: UpdateProjectInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateProjectPayload> {
    return { project: await this.commands.update(ctx, id, version, change), errors: [] };
  }

  @Mutation(() => AssignAdministratorPayload, {
    nullable: true,
    description: 'Put an administrator on a project; it counts from the next request on. Owners only.',
  })
  async assignAdministrator(
    @Arg('input', () => AssignAdministratorInput, { description: 'Who, and on which project.' })
    { projectId, teamMemberId }: AssignAdministratorInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AssignAdministratorPayload> {
    await this.administrators.assign(ctx, projectId, teamMemberId);
    return this.assignment(ctx, projectId, teamMemberId);
  }

  @Mutation(() => UnassignAdministratorPayload, {
    nullable: true,
    description: 'Take an administrator off a project; it counts from the next request on. Owners only.',
  })
  async unassignAdministrator(
    @Arg('input', () => UnassignAdministratorInput, { description: 'Who, and off which project.' })
    { projectId, teamMemberId }: UnassignAdministratorInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UnassignAdministratorPayload> {
    await this.administrators.unassign(ctx, projectId, teamMemberId);
    return this.assignment(ctx, projectId, teamMemberId);
  }

  private async assignment(ctx: RequestContext, projectId: string, memberId: string) {
    const [project, teamMember] = await Promise.all([
      ctx.load(projectById, projectId),
      ctx.load(teamMemberById, memberId),
    ]);
    return { project, teamMember, errors: [] };
  }
}
