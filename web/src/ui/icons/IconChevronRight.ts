// Written by `npm run codegen` from the imports of `ui/icons`; the icons are those of tabler.io/icons (MIT).
import { outline } from '../outline';

export const IconChevronRight = outline('M0 0m9 6l6 6l-6 6');
