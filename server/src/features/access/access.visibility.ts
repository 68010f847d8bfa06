import { sql, type Sql } from '../../platform/database/sql';
import { everythingIf, sees, type Visibility } from '../../platform/visibility';
import type { Viewer } from '../../platform/viewer';
import { Contact } from '../contacts/contact.entity';
import { File } from '../files/file.entity';
import { Level } from '../projects/level.entity';
import { Project } from '../projects/project.entity';
import { administers } from '../projects/project.visibility';
import { Space } from '../projects/space.entity';
import { Unit } from '../projects/unit.entity';
import { UnitBuyer } from './unit-buyer.entity';

/**
 * The links through which a customer sees her homes, as the tail of a subquery over `unit_buyers mine`. Whoever
 * looks through her eyes also sees a home that she is only invited to.
 */
function throughHerLinks({ roles, contactId, impersonation }: Viewer): Sql | null {
  if (!roles.has('CUSTOMER')) return null;
  const states = impersonation ? ['ACTIVE', 'INVITED'] : ['ACTIVE'];
  return sql`mine.company_id = row.company_id AND mine.contact_id = ${contactId} AND mine.access_state = ANY(${states}::text[])`;
}

const buys =
  (condition: (links: Sql) => Sql) =>
  (viewer: Viewer): Sql | null => {
    const links = throughHerLinks(viewer);
    return links && condition(links);
  };

const isOwner = everythingIf(({ roles }) => roles.has('OWNER'));

export const accessVisibility: Visibility[] = [
  sees(UnitBuyer, 'owners see every buyer', isOwner),
  sees(UnitBuyer, 'an administrator sees the buyers of his projects', (viewer) =>
    administers(
      viewer,
      sql`(SELECT u.project_id FROM units u WHERE u.company_id = row.company_id AND u.id = row.unit_id)`,
    ),
  ),
  sees(
    UnitBuyer,
    'a buyer sees her own links',
    buys((links) => sql`EXISTS (SELECT 1 FROM unit_buyers mine WHERE ${links} AND mine.id = row.id)`),
  ),
  sees(
    Unit,
    'a buyer sees her homes',
    buys((links) => sql`EXISTS (SELECT 1 FROM unit_buyers mine WHERE ${links} AND mine.unit_id = row.id)`),
  ),
  sees(
    Project,
    'a buyer sees the projects of her homes',
    buys(
      (
        links,
      ) => sql`EXISTS (SELECT 1 FROM unit_buyers mine JOIN units home ON home.company_id = mine.company_id
        AND home.id = mine.unit_id WHERE ${links} AND home.project_id = row.id)`,
    ),
  ),
  sees(
    Level,
    'a buyer sees the levels above her homes',
    buys(
      (
        links,
      ) => sql`EXISTS (SELECT 1 FROM unit_buyers mine JOIN levels home ON home.company_id = mine.company_id
        AND home.id = mine.unit_id WHERE ${links} AND home.path LIKE row.path || '%')`,
    ),
  ),
  sees(
    Space,
    'a buyer sees the spaces of her homes',
    buys(
      (links) => sql`EXISTS (SELECT 1 FROM unit_buyers mine WHERE ${links} AND mine.unit_id = row.unit_id)`,
    ),
  ),
  sees(
    File,
    'a buyer sees the pictures of her homes and their projects',
    buys(
      (links) => sql`EXISTS (SELECT 1 FROM unit_buyers mine
        JOIN units home ON home.company_id = mine.company_id AND home.id = mine.unit_id
        JOIN projects p ON p.company_id = home.company_id AND p.id = home.project_id
        WHERE ${links} AND row.id IN (home.plan_id, p.image_id))`,
    ),
  ),
  sees(Contact, 'an administrator sees the buyers of his projects', (viewer) =>
    viewer.roles.has('ADMINISTRATOR')
      ? sql`EXISTS (SELECT 1 FROM unit_buyers b JOIN units u ON u.company_id = b.company_id AND u.id = b.unit_id
          JOIN project_administrators pa ON pa.company_id = u.company_id AND pa.project_id = u.project_id
          WHERE b.company_id = row.company_id AND b.contact_id = row.id AND pa.team_member_id = ${viewer.memberId})`
      : null,
  ),
];
