import type { ReactNode } from 'react';

export interface Path {
  /** What each `:name` of the paths stands for. */
  params: Params;
  /** How many segments of the address are spoken for; the rest is for routes further in. */
  depth: number;
}

export type Params = Readonly<Record<string, string | undefined>>;

export interface RouteNode {
  /** Segments, `:name` for any one of them, `*` last for whatever follows; without it a frame, or the index. */
  path?: string;
  index?: boolean;
  element?: ReactNode;
  routes: RouteNode[];
}

export interface Match extends Path {
  /** From the outermost frame to the page. */
  elements: ReactNode[];
}

export const segmentsOf = (path: string): string[] => path.split('/').filter(Boolean);

/** How the beginning of an address fits a path; null when it does not. */
export function matchPath(path: string, segments: readonly string[], from: Path): Path | null {
  const params: Record<string, string | undefined> = { ...from.params };
  let { depth } = from;
  for (const part of segmentsOf(path)) {
    if (part === '*') break;
    const segment = segments[depth];
    if (segment === undefined) return null;
    if (part.startsWith(':')) params[part.slice(1)] = decoded(segment);
    else if (part.toLowerCase() !== segment.toLowerCase()) return null;
    depth += 1;
  }
  return { params, depth };
}

/** The first of the routes, as they are written, that fits the whole address. */
export function matchRoutes(
  routes: readonly RouteNode[],
  segments: readonly string[],
  from: Path,
): Match | null {
  for (const { path = '', index, element, routes: within } of routes) {
    const here = matchPath(path, segments, from);
    const match = here && (within.length ? matchRoutes(within, segments, here) : { ...here, elements: [] });
    const open = within.length > 0 || (path.endsWith('*') && !index);
    if (match && (open || match.depth === segments.length))
      return { ...match, elements: [element, ...match.elements] };
  }
  return null;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
