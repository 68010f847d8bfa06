import { raw, sql, type Sql } from '../../platform/database/sql';
import { everythingIf, sees, type Visibility } from '../../platform/visibility';
import type { Home, Viewer } from '../../platform/viewer';
import { Contact } from '../contacts/contact.entity';
import { File } from '../files/file.entity';
import { Level } from '../projects/level.entity';
import { Project } from '../projects/project.entity';
import { administers } from '../projects/project.visibility';
import { Space } from '../projects/space.entity';
import { Unit } from '../projects/unit.entity';
import { UnitBuyer } from './unit-buyer.entity';

/** A customer sees rows whose column names what belongs to one of her homes, as these are when her request begins. */
const ofHerHomes =
  (column: string, ids: (home: Home) => string | string[]) =>
  ({ roles, homes }: Viewer): Sql | null =>
    roles.has('CUSTOMER') ? sql`${raw(column)} = ANY(${homes.flatMap(ids)}::uuid[])` : null;

const herHomes = ofHerHomes('row.unit_id', ({ unitId }) => unitId);

const isOwner = everythingIf(({ roles }) => roles.has('OWNER'));

export const accessVisibility: Visibility[] = [
  sees(UnitBuyer, 'owners see every buyer', isOwner),
  sees(UnitBuyer, 'an administrator sees the buyers of his projects', (viewer) =>
    administers(
      viewer,
      sql`(SELECT u.project_id FROM units u WHERE u.company_id = row.company_id AND u.id = row.unit_id)`,
    ),
  ),
  sees(UnitBuyer, 'a buyer sees her own links', (viewer) => {
    const open = herHomes(viewer);
    return open && sql`row.contact_id = ${viewer.contactId} AND ${open}`;
  }),
  sees(
    Unit,
    'a buyer sees her homes',
    ofHerHomes('row.id', ({ unitId }) => unitId),
  ),
  sees(
    Project,
    'a buyer sees the projects of her homes',
    ofHerHomes('row.id', ({ projectId }) => projectId),
  ),
  sees(
    Level,
    'a buyer sees the levels above her homes',
    ofHerHomes('row.id', ({ levelIds }) => levelIds),
  ),
  sees(Space, 'a buyer sees the spaces of her homes', herHomes),
  sees(
    File,
    'a buyer sees the pictures of her homes and their projects',
    ofHerHomes('row.id', ({ pictureIds }) => pictureIds),
  ),
  sees(Contact, 'an administrator sees the buyers of his projects', (viewer) =>
    viewer.roles.has('ADMINISTRATOR')
      ? sql`EXISTS (SELECT 1 FROM unit_buyers b JOIN units u ON u.company_id = b.company_id AND u.id = b.unit_id
          JOIN project_administrators pa ON pa.company_id = u.company_id AND pa.project_id = u.project_id
          WHERE b.company_id = row.company_id AND b.contact_id = row.id AND pa.team_member_id = ${viewer.memberId})`
      : null,
  ),
];
