import { ApolloProvider } from '@apollo/client/react';
import type { ReactNode } from 'react';
import type { Connected } from './platform/apollo';
import { isNetworkFailure, referenceOf } from './platform/errors';
import type { BrowserHistory } from './platform/history';
import { HistoryRouter } from './platform/router';
import { SessionProvider, useSession } from './platform/session';
import { AppRoutes } from './routes';
import { Announcer } from './ui/announce';
import { ErrorPage } from './ui/ErrorPage';
import { SiteNameProvider } from './ui/PageTitle';
import type { Brand } from './ui/brand';
import { ThemeProvider } from './ui/ThemeProvider';

const plain: Brand = { primary: '#22201d', accent: '#2f5d50', font: 'INTER' };

export function App({ apollo, history }: { apollo: Connected; history: BrowserHistory }) {
  const failed = (error: unknown, retry: () => void) => (
    <ThemeProvider brand={plain}>
      <ErrorPage bare offline={isNetworkFailure(error)} reference={referenceOf(error)} onRetry={retry} />
    </ThemeProvider>
  );
  return (
    <ApolloProvider client={apollo.client}>
      <SessionProvider
        reconnect={apollo.reconnect}
        navigate={(to) => history.replace(to, { force: true })}
        whileLoading={null}
        whenFailed={failed}
      >
        <Branded>
          <HistoryRouter history={history}>
            <AppRoutes />
          </HistoryRouter>
        </Branded>
      </SessionProvider>
    </ApolloProvider>
  );
}

function Branded({ children }: { children: ReactNode }) {
  const { company } = useSession();
  return (
    <ThemeProvider brand={company.theme}>
      <SiteNameProvider name={company.name}>
        {children}
        <Announcer />
      </SiteNameProvider>
    </ThemeProvider>
  );
}
