import { byIdOrNull } from '../../platform/loaders';
import { File } from './file.entity';

/** Null where the viewer may not see it. */
export const imageById = byIdOrNull(File);
