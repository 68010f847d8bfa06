// Written by `npm run codegen` from the imports of `ui/icons`; the icons are those of tabler.io/icons (MIT).
import { outline } from '../outline';

export const IconPlus = outline('M12 5v14m-7-7h14');
