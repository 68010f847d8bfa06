// Written by `npm run codegen` from the imports of `ui/icons`; the icons are those of tabler.io/icons (MIT).
import { outline } from '../outline';

export const IconArrowDown = outline('M12 5v14m6-6l-6 6m-6-6l6 6');
