// What a file system, a header or a reader of names could mistake for something else.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff<>:"|?*;%]/gu;

/** What a person called her file, without its folders and without anything that deceives. */
export function safeName(header: string | undefined): string {
  let typed = '';
  try {
    typed = decodeURIComponent(header ?? '');
  } catch {
    // Not percent-encoded: nothing of it is kept.
  }
  const base = typed.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = base.replace(unsafe, '').replace(/^[.\s]+|[.\s]+$/g, '');
  return [...name].slice(0, 120).join('') || 'picture';
}

/** The same name for the picture as it is kept, as a header can carry it. */
export function downloadName(name: string): string {
  const stem = `${name.replace(/\.[a-z0-9]{1,5}$/i, '')}.webp`;
  const ascii =
    stem
      .normalize('NFKD')
      .replace(/[^\w .()-]/g, '')
      .trim() || 'picture.webp';
  return `filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(stem).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
