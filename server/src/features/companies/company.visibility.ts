import { sql } from '../../platform/database/sql';
import { anyoneSees, type Visibility } from '../../platform/visibility';
import { File } from '../files/file.entity';

export const companyVisibility: Visibility[] = [
  anyoneSees(
    File,
    'the sign-in page shows the company’s pictures',
    () =>
      sql`EXISTS (SELECT 1 FROM companies c WHERE c.id = row.company_id AND row.id IN (c.logo_id, c.login_image_id))`,
  ),
];
