import { sql } from '../../platform/database/sql';
import { byId, manyBy } from '../../platform/loaders';
import { UnitLead } from './unit-lead.entity';

export const leadById = byId(UnitLead);
export const leadsByUnitId = manyBy(UnitLead, 'unitId', sql`row.id`);
export const leadsByContactId = manyBy(UnitLead, 'contactId', sql`row.id`);
