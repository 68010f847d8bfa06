// Written by `npm run codegen` from the imports of `ui/icons`; the icons are those of tabler.io/icons (MIT).
import { outline } from '../outline';

export const IconArrowRight = outline('M5 12h14m-6 6l6-6m-6-6l6 6');
