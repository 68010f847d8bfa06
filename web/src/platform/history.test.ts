import { BrowserHistory } from './history';

const popped = () => new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));

async function back(): Promise<void> {
  const arrived = popped();
  window.history.back();
  await arrived;
}

function aHistory(path = '/start') {
  window.history.replaceState(null, '', path);
  const history = new BrowserHistory();
  const stop = history.listen(() => undefined);
  return { history, stop };
}

test('a guard hears of leaving before it happens, and decides', () => {
  const { history, stop } = aHistory();
  let leave: (() => void) | undefined;
  const free = history.guard((go) => (leave = go));
  history.push('/elsewhere');
  expect(window.location.pathname).toBe('/start');
  leave?.();
  expect(window.location.pathname).toBe('/elsewhere');
  free();
  history.push('/further');
  expect(window.location.pathname).toBe('/further');
  stop();
});

test('a change of the query is not leaving, and what must be is not asked', () => {
  const { history, stop } = aHistory();
  const ask = jest.fn();
  const free = history.guard(ask);
  history.push('/start?sort=NEWEST');
  history.replace('/login', { force: true });
  expect(ask).not.toHaveBeenCalled();
  expect(window.location.pathname).toBe('/login');
  free();
  stop();
});

test('the back button is asked too: the page stays, and goes back after all', async () => {
  const { history, stop } = aHistory();
  history.push('/form');
  let leave: (() => void) | undefined;
  const free = history.guard((go) => (leave = go));
  await back();
  await popped();
  expect(window.location.pathname).toBe('/form');
  expect(history.moment.location.pathname).toBe('/form');
  const arrived = popped();
  leave?.();
  await arrived;
  expect(window.location.pathname).toBe('/start');
  expect(history.moment.location.pathname).toBe('/start');
  free();
  stop();
});

test('state travels with its entry', async () => {
  const { history, stop } = aHistory();
  history.push('/one', { picked: 1 });
  history.push('/two', { picked: 2 });
  await back();
  expect(history.moment.location).toMatchObject({ pathname: '/one', state: { picked: 1 } });
  stop();
});
