import '@fontsource-variable/inter/wght.css';
import './ui/mantine-base.css';
import './ui/theme.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { createApollo } from './platform/apollo';
import { BrowserHistory } from './platform/history';
import { browserLanguage, requestedLanguage, startI18n } from './platform/i18n';
import { SessionQuery } from './platform/session.graphql';
import { expectSide } from './routes';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const apollo = createApollo();
// Asked while the texts load; a failure shows when the page asks again.
apollo.client.query({ query: SessionQuery }).catch(() => undefined);
expectSide(window.location.pathname);
await startI18n(requestedLanguage() ?? browserLanguage());

createRoot(root).render(
  <StrictMode>
    <App apollo={apollo} history={new BrowserHistory()} />
  </StrictMode>,
);
