import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { and, sql } from '../../platform/database/sql';
import { isUuid } from '../../platform/database/uuid';
import { notFound } from '../../platform/errors';
import { page, type Connection } from '../../platform/graphql/connection';
import { byIdOrNull } from '../../platform/loaders';
import type { RequestContext } from '../../platform/request-context';
import { Project } from '../projects/project.entity';
import { objectNameById, personNameByIdentityId } from './audit.loader';
import { AuditEventConnection, AuditEventObject, AuditLogArgs } from './audit.types';

const projectByIdOrNull = byIdOrNull(Project);

@Resolver(() => AuditEventObject)
export class AuditResolver {
  @Query(() => AuditEventConnection, {
    nullable: true,
    description: 'Who did what, newest first; an administrator sees his projects.',
  })
  auditLog(
    @Args(() => AuditLogArgs) args: AuditLogArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<AuditEvent>> {
    return page(ctx, AuditEvent, {
      ...args,
      where: filtersOf(args),
      order: { by: ['at'], descending: true },
    });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Whose hands did it; null for jobs, and for who is gone.',
  })
  actorName(@Root() { actorId }: AuditEvent, @Ctx() ctx: RequestContext): Promise<string | null> | null {
    return actorId ? ctx.load(personNameByIdentityId, actorId) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Through whose eyes, where somebody impersonated.',
  })
  onBehalfOfName(
    @Root() { onBehalfOfId }: AuditEvent,
    @Ctx() ctx: RequestContext,
  ): Promise<string | null> | null {
    return onBehalfOfId ? ctx.load(personNameByIdentityId, onBehalfOfId) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the object is called today; null where it is gone.',
  })
  objectName(@Root() { objectId }: AuditEvent, @Ctx() ctx: RequestContext): Promise<string | null> | null {
    return objectId ? ctx.load(objectNameById, objectId) : null;
  }

  @FieldResolver(() => Project, { nullable: true, description: 'The project it happened in.' })
  project(@Root() { projectId }: AuditEvent, @Ctx() ctx: RequestContext): Promise<Project | null> | null {
    return projectId ? ctx.load(projectByIdOrNull, projectId) : null;
  }
}

function filtersOf({ action, objectId, projectId, from, until }: AuditLogArgs) {
  for (const id of [objectId, projectId]) if (id && !isUuid(id)) throw notFound();
  return and(
    Boolean(action) &&
      (action!.endsWith('.') ? sql`starts_with(row.action, ${action})` : sql`row.action = ${action}`),
    Boolean(objectId) && sql`row.object_id = ${objectId}`,
    Boolean(projectId) && sql`row.project_id = ${projectId}`,
    Boolean(from) && sql`row.at >= ${from}`,
    Boolean(until) && sql`row.at < ${until}`,
  );
}
