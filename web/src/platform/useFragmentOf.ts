import type { TypedDocumentNode } from '@apollo/client';
import type { FragmentType } from '@apollo/client/masking';
import { useFragment } from '@apollo/client/react';
import { Kind } from 'graphql';
import { useRef } from 'react';

// Variables of a fragment are its operation's affair; the generator leaves them unknown.
// eslint-disable-next-line typescript/no-explicit-any
type Fragment<T> = TypedDocumentNode<T, any>;

/** What a component asked for in its fragment, from the object or objects its parent handed over. */
export function useFragmentOf<T>(fragment: Fragment<T>, from: FragmentType<T>): T;
export function useFragmentOf<T>(fragment: Fragment<T>, from: FragmentType<T>[]): T[];
export function useFragmentOf<T>(fragment: Fragment<T>, from: FragmentType<T> | FragmentType<T>[]): T | T[] {
  // A document also holds the fragments spread in it, and Apollo asks which one is meant: the first.
  const own = fragment.definitions.find((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const { data, complete } = useFragment<T>({
    fragment,
    fragmentName: own?.name.value,
    from: from as FragmentType<T>,
  });
  // While a part of it is being fetched again, what was last there as a whole.
  const whole = useRef<unknown>(data);
  if (complete) whole.current = data;
  return whole.current as T;
}
