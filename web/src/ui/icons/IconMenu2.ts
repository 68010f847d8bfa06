// Written by `npm run codegen` from the imports of `ui/icons`; the icons are those of tabler.io/icons (MIT).
import { outline } from '../outline';

export const IconMenu2 = outline('M4 6h16M4 12h16M4 18h16');
