export interface Guard {
  kind: string;
  file: string;
  line: number;
  /** Where its code begins and ends, and what stands there without it. */
  start: number;
  end: number;
  replacement: string;
  append: string;
  what: string;
}

export function findGuards(root: string): Guard[];
