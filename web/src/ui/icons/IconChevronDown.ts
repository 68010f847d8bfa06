// Written by `npm run codegen` from the imports of `ui/icons`; the icons are those of tabler.io/icons (MIT).
import { outline } from '../outline';

export const IconChevronDown = outline('M0 0m6 9l6 6l6-6');
