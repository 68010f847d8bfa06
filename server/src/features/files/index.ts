import type { Feature } from '../../platform/feature';
import { File } from './file.entity';
import { deleteFile } from './file.jobs';
import { filePermissions } from './file.permissions';
import { fileVisibility } from './file.visibility';
import { ImageResolver } from './image.resolver';
import { personalFiles } from './personal-files';
import { serveFiles } from './serve.route';
import { serveUploads } from './upload.route';

/** Pictures: uploaded, kept in a few widths, served to whoever sees what they belong to. */
export const files: Feature = {
  name: 'files',
  entities: [File],
  resolvers: [new ImageResolver()],
  permissions: filePermissions,
  visibility: fileVisibility,
  jobs: [deleteFile],
  personalData: [personalFiles],
  routes(app, serving) {
    serveUploads(app, serving);
    serveFiles(app, serving);
  },
};
