// Written by `npm run codegen` from the imports of `ui/icons`; the icons are those of tabler.io/icons (MIT).
import { outline } from '../outline';

export const IconCornerDownRight = outline('M6 6v6a3 3 0 0 0 3 3h10l-4-4m0 8l4-4');
