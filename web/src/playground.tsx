import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './playground.css';
import { GraphiQL, type GraphiQLProps } from 'graphiql';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';
import { examples } from './playground-examples';

const socket = createClient({ url: `${window.location.origin.replace(/^http/, 'ws')}/graphql`, lazy: true });

/** Questions and commands go by HTTP as everybody's do; a subscription goes by socket. */
const fetcher: GraphiQLProps['fetcher'] = ({ query, operationName, variables }, { documentAST } = {}) => {
  const operation = documentAST?.definitions.find(
    (definition) =>
      definition.kind === 'OperationDefinition' &&
      (!operationName || definition.name?.value === operationName),
  );
  if (operation?.kind === 'OperationDefinition' && operation.operation === 'subscription') {
    // GraphiQL wants errors as instances; it shows them as they come.
    return socket.iterate({ query, operationName, variables }) as AsyncIterableIterator<never>;
  }
  return ask({ query, operationName, variables });
};

async function ask(question: object) {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  return (await answer.json()) as { data?: Record<string, unknown> };
}

const root = document.getElementById('playground');
if (!root) throw new Error('playground.html has no #playground');

createRoot(root).render(
  <GraphiQL
    fetcher={fetcher}
    defaultTabs={examples}
    isHeadersEditorEnabled={false}
    defaultEditorToolsVisibility="variables"
  >
    <GraphiQL.Logo>
      <a className="back" href="/console">
        ← Console
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
