import './shims';
import type { GraphQLResolveInfo } from 'graphql';
import { and, chain, deny, or, rule } from 'graphql-shield';
import { forbidden, impersonationReadOnly, unauthenticated } from './errors';
import type { RequestContext } from './request-context';
import { isTeam, type Viewer } from './viewer';

/** Readable by whoever was shown the object: which objects those are is decided by visibility in SQL. */
export const open = Symbol('open');

export type ShieldRule = ReturnType<typeof and> | ReturnType<ReturnType<typeof rule>>;
/** Type -> field -> who. A field that no feature names is denied, and fails the completeness test. */
export type PermissionMap = Record<string, Record<string, ShieldRule | typeof open>>;

type Verdict = true | Error;

/** A rule about the viewer alone, so that it is asked once per request. */
const aboutViewer = (name: string, verdict: (viewer: Viewer | null) => Verdict) =>
  rule(name, { cache: 'contextual' })(
    (_parent: unknown, _args: unknown, ctx: RequestContext, _info: GraphQLResolveInfo) => verdict(ctx.viewer),
  );

const signedIn = (test: (viewer: Viewer) => boolean) => (viewer: Viewer | null) =>
  !viewer ? unauthenticated() : test(viewer) || forbidden();

export const isAnyone = aboutViewer('isAnyone', () => true);
export const isSignedIn = aboutViewer(
  'isSignedIn',
  signedIn(() => true),
);
/** Somebody here, and not only known: a person whose last access has ended changes nothing any more. */
export const hasAccess = aboutViewer(
  'hasAccess',
  signedIn(({ roles }) => roles.size > 0),
);
export const isOwner = aboutViewer(
  'isOwner',
  signedIn(({ roles }) => roles.has('OWNER')),
);
export const isTeamMember = aboutViewer('isTeamMember', signedIn(isTeam));
export const isImpersonating = aboutViewer(
  'isImpersonating',
  signedIn(({ impersonation }) => impersonation !== null),
);
export const writesForHerself = aboutViewer('writesForHerself', (viewer) =>
  viewer?.impersonation ? impersonationReadOnly() : true,
);

export { and, chain, deny, or, rule };

/** Types whose every field is as readable as the object itself: payloads, connections, values. */
export const openTypes = (...names: string[]): PermissionMap =>
  Object.fromEntries(names.map((name) => [name, { '*': open }]));

export const openFields = (...names: string[]): PermissionMap[string] =>
  Object.fromEntries(names.map((name) => [name, open]));
