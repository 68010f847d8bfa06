// Written by `npm run codegen` from the imports of `ui/icons`; the icons are those of tabler.io/icons (MIT).
import { outline } from '../outline';

export const IconArrowsSort = outline('M0 0m3 9l4-4l4 4M7 5v14m14-4l-4 4l-4-4m4 4V5');
