// Written by `npm run codegen` from the imports of `ui/icons`; the icons are those of tabler.io/icons (MIT).
import { outline } from '../outline';

export const IconBox = outline('M0 0m12 3l8 4.5v9L12 21l-8-4.5v-9zm0 9l8-4.5M12 12v9m0-9L4 7.5');
