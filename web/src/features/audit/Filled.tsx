import { Fragment, type ReactNode } from 'react';

/** A text with something drawn where `<name/>` stands in it; each language has its own order. */
export function Filled({ text, parts }: { text: string; parts: Record<string, ReactNode> }) {
  return text.split(/<(\w+)\/>/).map((piece, at) => (
    // The pieces of a text change together with it.
    // eslint-disable-next-line react/no-array-index-key
    <Fragment key={at}>{at % 2 ? parts[piece] : piece}</Fragment>
  ));
}
