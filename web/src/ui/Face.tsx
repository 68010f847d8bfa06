import type { CSSProperties } from 'react';
import classes from './Face.module.css';

export interface FaceProps {
  name: string;
  url?: string | null;
  /** In pixels. */
  size?: number;
}

/** A person's picture, else her initials. It decorates: the name stands beside it, or names the button. */
export function Face({ name, url, size = 40 }: FaceProps) {
  const style = { '--face': `${size}px` } as CSSProperties;
  return url ? (
    <img className={classes.face} style={style} src={url} alt="" />
  ) : (
    <span className={classes.face} style={style} data-initials={initialsOf(name)} aria-hidden />
  );
}

/** Of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => /\p{L}/u.exec(word ?? '')?.[0].toLocaleUpperCase() ?? '').join('');
}
