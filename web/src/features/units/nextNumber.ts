/** `A1.03` is followed by `A1.04`, `A9` by `A10`; what ends without digits by nothing. */
export function nextNumber(number: string): string {
  const [, start = '', digits] = /^(.*?)(\d+)$/.exec(number.trim()) ?? [];
  if (digits === undefined) return '';
  return start + String(Number(digits) + 1).padStart(digits.length, '0');
}
