// Written by `npm run codegen` from the imports of `ui/icons`; the icons are those of tabler.io/icons (MIT).
import { outline } from '../outline';

export const IconPhotoPlus = outline('M15 8h.01M12.5 21H6a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3h12a3 3 0 0 1 3 3v6.5M0 0m3 16l5-5c.928-.893 2.072-.893 3 0l4 4M0 0m14 14l1-1c.67-.644 1.45-.824 2.182-.54M16 19h6m-3-3v6');
