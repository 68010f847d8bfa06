import { sql } from '../../platform/database/sql';
import { everythingIf, sees, type Visibility } from '../../platform/visibility';
import { Impersonation, OpenedObject } from './impersonation.entity';

export const impersonationVisibility: Visibility[] = [
  sees(
    Impersonation,
    'owners see who looked through whose eyes',
    everythingIf(({ roles }) => roles.has('OWNER')),
  ),
  sees(Impersonation, 'a team member sees when he looked himself', ({ memberId }) =>
    memberId ? sql`row.actor_member_id = ${memberId}` : null,
  ),
  sees(Impersonation, 'a person sees who looked through her eyes', ({ contactId, impersonation }) =>
    contactId && !impersonation ? sql`row.contact_id = ${contactId}` : null,
  ),
  sees(Impersonation, 'whoever looks sees that he does', ({ impersonation }) =>
    impersonation ? sql`row.id = ${impersonation.id}` : null,
  ),
  sees(
    OpenedObject,
    'owners see what was opened',
    everythingIf(({ roles }) => roles.has('OWNER')),
  ),
  sees(
    OpenedObject,
    'whoever sees an impersonation as its actor or subject sees what was opened',
    ({ memberId, contactId, impersonation }) =>
      sql`EXISTS (SELECT 1 FROM impersonations i WHERE i.company_id = row.company_id AND i.id = row.impersonation_id
                  AND (i.actor_member_id = ${memberId} OR i.contact_id = ${impersonation ? null : contactId}
                       OR i.id = ${impersonation?.id ?? null}))`,
  ),
];
