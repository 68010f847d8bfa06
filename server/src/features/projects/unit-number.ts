/**
 * What makes a unit's number unique in its project whatever the case, and puts `A2` before `A10`: every run of
 * digits is preceded by its length.
 */
export const unitNumberKey = (number: string) =>
  number.toLowerCase().replace(/\d+/g, (digits) => `${String(digits.length).padStart(2, '0')}${digits}`);
