import { sql } from '../../platform/database/sql';
import { on } from '../../platform/events';
import type { Feature } from '../../platform/feature';
import { isOwner, isTeamMember, openFields, openTypes } from '../../platform/permissions';
import { everythingIf, sees } from '../../platform/visibility';
import { AccessService } from '../access/access.service';
import { administers } from '../projects/project.visibility';
import { Contact } from '../contacts/contact.entity';
import { unitSold } from '../projects/project.events';
import { leadById } from './sales.loader';
import { ContactLeadsResolver, SalesResolver, UnitLeadsResolver } from './sales.resolver';
import { SalesService } from './sales.service';
import { UnitLead } from './unit-lead.entity';

const service = new SalesService(new AccessService());

export const sales: Feature = {
  name: 'sales',
  entities: [UnitLead],
  resolvers: [new SalesResolver(service), new UnitLeadsResolver(), new ContactLeadsResolver()],
  permissions: {
    Mutation: {
      markUnitSold: isOwner,
      makeUnitAvailable: isOwner,
      addLeadToUnit: isTeamMember,
      updateLead: isTeamMember,
    },
    Unit: openFields('leads', 'viewerCanMarkSold'),
    Contact: openFields('leads'),
    ...openTypes(
      'UnitLead',
      'MarkUnitSoldPayload',
      'MakeUnitAvailablePayload',
      'AddLeadToUnitPayload',
      'UpdateLeadPayload',
    ),
  },
  visibility: [
    sees(
      UnitLead,
      'owners see every lead',
      everythingIf(({ roles }) => roles.has('OWNER')),
    ),
    sees(UnitLead, 'an administrator sees the leads of his projects', (viewer) =>
      administers(
        viewer,
        sql`(SELECT u.project_id FROM units u WHERE u.company_id = row.company_id AND u.id = row.unit_id)`,
      ),
    ),
    sees(Contact, 'an administrator sees the leads of his projects', (viewer) =>
      viewer.roles.has('ADMINISTRATOR')
        ? sql`EXISTS (SELECT 1 FROM unit_leads l JOIN units u ON u.company_id = l.company_id AND u.id = l.unit_id
            JOIN project_administrators pa ON pa.company_id = u.company_id AND pa.project_id = u.project_id
            WHERE l.company_id = row.company_id AND l.contact_id = row.id AND pa.team_member_id = ${viewer.memberId})`
        : null,
    ),
  ],
  references: { UnitLead: leadById },
  handlers: [on(unitSold, (tx, { unitId }) => service.loseOthers(tx, unitId))],
};
