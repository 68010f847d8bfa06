// Written by `npm run codegen` from the imports of `ui/icons`; the icons are those of tabler.io/icons (MIT).
import { outline } from '../outline';

export const IconArrowsExchange = outline('M7 10h14l-4-4m0 8H3l4 4');
