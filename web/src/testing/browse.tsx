import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { notifications } from '@mantine/notifications';
import { act, render, screen } from '@testing-library/react';
import { buildSchema, type ExecutionResult, graphql, OperationTypeNode, print } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Subscriber } from 'rxjs';
import { App } from '../App';
import type { Language, Role } from '../gql/graphql';
import { createCache } from '../platform/cache';
import { BrowserHistory } from '../platform/history';
import { i18n, setLanguage, startI18n } from '../platform/i18n';

// The whole application, on a machine that is busy with other tests as well.
jest.setTimeout(30_000);

const schema = buildSchema(readFileSync(join(__dirname, '../../../schema.graphql'), 'utf8'), {
  assumeValidSDL: true,
});

type Answer = Record<string, unknown> | null;
/** What the server says to each field of `Query` and `Mutation`; a function gets the arguments. */
export type Answers = Record<string, Answer | ((args: { input?: never; id?: never }) => Answer)>;

export interface Visit {
  /** What was asked of the server, in order: the name of the operation and its variables. */
  asked: { name: string; variables: Record<string, unknown> }[];
  /** From now on the server says this, and tells the open page that something has changed. */
  change: (answers: Answers) => Promise<void>;
}

/**
 * Opens a page of the whole application as a browser would, before canned answers. They go through the real
 * schema, so that an answer which the server could not give fails the test.
 */
export async function browse(path: string, answers: Answers, language: Language = 'EN'): Promise<Visit> {
  window.history.replaceState(null, '', path);
  notifications.clean();
  notifications.cleanQueue();
  if (i18n.language) await setLanguage(language);
  else await startI18n(language);
  const asked: Visit['asked'] = [];
  const rootValue = { viewer: aViewer({ language }), company: aCompany, ...answers };
  const listeners = new Set<Subscriber<ExecutionResult<Record<string, unknown>>>>();
  const link = new ApolloLink((operation) => {
    if (operation.operationType === OperationTypeNode.SUBSCRIPTION) {
      return new Observable((listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      });
    }
    const { operationName, query, variables } = operation;
    asked.push({ name: operationName ?? '', variables });
    return new Observable((observer) => {
      const answer = graphql({ schema, source: print(query), rootValue, variableValues: variables });
      void answer.then((result) => {
        observer.next(result as ExecutionResult<Record<string, unknown>>);
        observer.complete();
      });
    });
  });
  const client = new ApolloClient({ link, cache: createCache(), dataMasking: true });
  await act(async () => {
    render(<App apollo={{ client, reconnect: () => undefined }} history={new BrowserHistory()} />);
  });
  await screen.findByRole('heading', { level: 1 }, { timeout: 10_000 });
  const change = (next: Answers) =>
    act(async () => {
      Object.assign(rootValue, next);
      for (const listener of listeners) listener.next({ data: { viewerChanged: null } });
    });
  return { asked, change };
}

export const aCompany = {
  __typename: 'Company',
  id: 'company',
  name: 'Huis & Hof',
  slug: 'huis-hof',
  defaultLanguage: 'FR',
  timeZone: 'Europe/Brussels',
  currency: 'EUR',
  portalEnabled: true,
  termsVersion: '1',
  theme: { primary: '#1f3a34', accent: '#2f5d50', font: 'INTER' },
};

export const aMember = (given: Record<string, unknown> = {}) => ({
  __typename: 'TeamMember',
  id: 'olivia',
  firstName: 'Olivia',
  lastName: 'Maes',
  name: 'Olivia Maes',
  email: 'olivia@example.com',
  role: 'OWNER',
  state: 'ACTIVE',
  projects: [],
  viewerCanResendInvitation: false,
  version: 1,
  ...given,
});

export const aViewer = (given: { language?: Language; roles?: Role[] } = {}) => ({
  __typename: 'Viewer',
  id: 'viewer',
  name: 'Olivia Maes',
  email: 'olivia@example.com',
  language: 'EN',
  roles: ['OWNER'],
  homes: [],
  sessions: [],
  tourFinished: true,
  teamMember: aMember(),
  ...given,
});

export const aPage = (...nodes: { id: string }[]) => ({
  totalCount: nodes.length,
  edges: nodes.map((node) => ({ cursor: node.id, node })),
  pageInfo: { hasNextPage: false, endCursor: null },
});

export const anError = (given: { code: string; reason?: string; field?: string[]; proposal?: string }) => ({
  message: given.code,
  ...given,
});
