import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { sql } from '../../platform/database/sql';
import type { Feature } from '../../platform/feature';
import { isTeamMember, openTypes } from '../../platform/permissions';
import { everythingIf, sees } from '../../platform/visibility';
import { administers } from '../projects/project.visibility';
import { AuditResolver } from './audit.resolver';

export const audit: Feature = {
  name: 'audit',
  resolvers: [new AuditResolver()],
  permissions: {
    Query: { auditLog: isTeamMember },
    ...openTypes('AuditEvent', 'AuditChange', 'AuditEventConnection', 'AuditEventEdge'),
  },
  visibility: [
    sees(
      AuditEvent,
      'owners see the whole log',
      everythingIf(({ roles }) => roles.has('OWNER')),
    ),
    sees(AuditEvent, 'an administrator sees what happened in his projects', (viewer) =>
      administers(viewer, sql`row.project_id`),
    ),
  ],
};
