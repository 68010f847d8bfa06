// Written by `npm run codegen` from the imports of `ui/icons`; the icons are those of tabler.io/icons (MIT).
import { outline } from '../outline';

export const IconMailOff = outline('M9 5h10a2 2 0 0 1 2 2v10m-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2M0 0m3 7l9 6l.565-.377M15 11l6-4M3 3l18 18');
