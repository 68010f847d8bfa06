import { sql } from '../../platform/database/sql';
import { sees, type Visibility } from '../../platform/visibility';
import { File, FilePurpose } from './file.entity';

/** The features whose objects have pictures add their own reasons. */
export const fileVisibility: Visibility[] = [
  sees(
    File,
    'an upload that no command has taken is its uploader’s',
    ({ identityId }) => sql`row.attached_at IS NULL AND row.uploaded_by_id = ${identityId}`,
  ),
  sees(
    File,
    'everybody of the company sees faces',
    () => sql`row.attached_at IS NOT NULL AND row.purpose = ${FilePurpose.PROFILE_PICTURE}`,
  ),
];
