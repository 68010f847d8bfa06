import { parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { executionOf } from '../../src/app/execution';
import { RequestContext, type Platform } from '../../src/platform/request-context';
import { theProduct } from '../world';
import type { Asked } from './documents';
import type { Asker } from './filled-company';

/** What somebody was told, whichever way. */
export interface Told {
  /** All of it, errors too. */
  text: string;
  data: Record<string, unknown> | null;
  /** Why it is an error of ours; null where it is none. */
  broken: string | null;
}

export type Transport = (asker: Asker, question: Asked) => Promise<Told>;

/** As `Someone.ask`, and as often as it takes: what was parsed is kept, and an error of ours is told and not thrown. */
export function inProcess(schema: GraphQLSchema, given?: Platform): Transport {
  const documents = new Map<string, DocumentNode>();
  const execution = executionOf(schema, 2);
  const documentOf = (text: string): DocumentNode => {
    const known = documents.get(text);
    if (known) return known;
    const document = parse(text);
    // Literals come once, and what they ask is asked with variables as well.
    if (!text.includes('$')) return document;
    const [invalid] = validate(schema, document);
    if (invalid) throw new Error(`The generator asks what is not valid: ${invalid.message}\n${text}`);
    documents.set(text, document);
    return document;
  };
  return async ({ company, someone }, { text, variables }) => {
    const platform = given ?? (await theProduct()).platform;
    const ctx = new RequestContext(platform, company.id, await someone.viewer(), {
      id: 'attack',
      ip: '127.0.0.1',
      userAgent: 'jest',
      keepSession: () => undefined,
    });
    const { data, errors = [] } = await execution({ document: documentOf(text), variables }, ctx);
    const ours = errors.find(
      ({ extensions, message }) => !extensions['code'] && !message.startsWith('Variable "$'),
    );
    return {
      text: JSON.stringify({ data, errors }),
      data: (data ?? null) as Told['data'],
      broken: ours ? `an error of ours: ${ours.message}` : null,
    };
  };
}
