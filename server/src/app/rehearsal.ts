import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Loader } from '../platform/read-ahead';
import type { RequestContext } from '../platform/request-context';
import type { Viewer } from '../platform/viewer';

/** What a field loads before anything else: a loader, and the property of its row that is the key. */
export interface FirstLoad {
  definition: Loader;
  /** Null where the key is the company. */
  key: string | null;
}

/** What each field loads first, as `Type.field`. */
export type Rehearsed = ReadonlyMap<string, FirstLoad>;

const ofRow = 'of the row: ';
const ofCompany = 'of the company';

/** A row whose every property tells its own name. */
const row = new Proxy({}, { get: (_, property) => `${ofRow}${String(property)}` });

/** Somebody to whom no field is closed. */
const viewer: Viewer = {
  identityId: 'rehearsal',
  name: 'Rehearsal',
  sessionId: 'rehearsal',
  memberId: 'rehearsal',
  contactId: 'rehearsal',
  partnerCompanyId: 'rehearsal',
  roles: new Set(['OWNER', 'ADMINISTRATOR', 'CUSTOMER', 'PARTNER']),
  homes: [],
  impersonation: null,
  seenRecently: true,
};

/**
 * Calls each field's resolver once, before anybody asks, with a row that has names for values and a context that
 * answers nothing: the first thing that it loads is what its row must be asked for next. So a resolver says that only
 * once. What cannot be found out that way is read when it is asked for, as ever.
 */
export function rehearse(schema: GraphQLSchema): Rehearsed {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  const types = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !roots.has(type) && !type.name.startsWith('_'));
  return new Map(types.flatMap(loadsOf));
}

function loadsOf(type: GraphQLObjectType): [string, FirstLoad][] {
  return Object.values(type.getFields()).flatMap((field): [string, FirstLoad][] => {
    if (!field.resolve || field.args.length > 0) return [];
    let first: FirstLoad | undefined;
    const ctx = {
      companyId: ofCompany,
      viewer,
      asker: viewer,
      signedIn: viewer,
      load(definition: Loader, key: string) {
        if (key === ofCompany) first ??= { definition, key: null };
        else if (key.startsWith(ofRow)) first ??= { definition, key: key.slice(ofRow.length) };
        return new Promise(() => undefined);
      },
    };
    try {
      const answer: unknown = field.resolve(row, {}, ctx as unknown as RequestContext, {} as never);
      // What it makes of a row that is none is nobody's trouble.
      if (answer instanceof Promise) answer.catch(() => undefined);
    } catch {
      // The same.
    }
    return first ? [[`${type.name}.${field.name}`, first]] : [];
  });
}
