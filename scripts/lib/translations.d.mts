export function untranslated(folder: string): string[];
