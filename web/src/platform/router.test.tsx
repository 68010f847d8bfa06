import { act, fireEvent, render, screen } from '@testing-library/react';
import { BrowserHistory } from './history';
import { HistoryRouter, Link, Navigate, NavLink, Outlet, Route, Routes, useParams } from './router';
import { useChoiceParam, useTextParam } from './urlState';

function open(path: string) {
  window.history.replaceState(null, '', path);
  const history = new BrowserHistory();
  render(
    <HistoryRouter history={history}>
      <Routes>
        <Route element={<Frame />}>
          <Route index element={<Navigate replace to="/homes/1" />} />
          <Route path="homes/:homeId" element={<Home />}>
            <Route index element="its first page" />
            <Route path="plan" element="its plan" />
          </Route>
          <Route path="lists/*" element={<Lists />} />
          <Route path="*" element="nothing here" />
        </Route>
      </Routes>
    </HistoryRouter>,
  );
  return history;
}

function Frame() {
  return (
    <main>
      <NavLink to="/lists">All lists</NavLink>
      <NavLink to="/homes/1" end>
        My home
      </NavLink>
      <Outlet />
    </main>
  );
}

function Home() {
  const { homeId } = useParams();
  return (
    <p>
      Home {homeId}: <Outlet />
    </p>
  );
}

function Lists() {
  return (
    <Routes>
      <Route index element={<List />} />
      <Route path="new" element="a new list" />
      <Route path=":id" element={<Entry />} />
    </Routes>
  );
}

function Entry() {
  return <p>list {useParams().id}</p>;
}

function List() {
  const [search, setSearch] = useTextParam('q');
  const [sort, setSort] = useChoiceParam('sort', ['NAME', 'NEWEST'], 'NAME');
  const both = () => {
    setSearch('café & co');
    setSort('NEWEST');
  };
  return (
    <>
      <p>{`${search}, ${sort}`}</p>
      <button onClick={both}>narrow</button>
      <button onClick={() => setSearch('')}>widen</button>
      <Link to="/lists/7">seven</Link>
    </>
  );
}

const page = () => screen.getByRole('main');

test.each([
  ['/homes/7', 'Home 7: its first page'],
  ['/homes/a%20b/plan/', 'Home a b: its plan'],
  ['/homes/7/elsewhere', 'nothing here'],
  ['/lists', ', NAME'],
  ['/lists/new', 'a new list'],
  ['/Lists/7', 'list 7'],
  ['/', 'Home 1: its first page'],
])('%s shows its page within its frames', (path, shown) => {
  open(path);
  expect(page()).toHaveTextContent(shown);
});

test('a link follows within the page, and is left to the browser for another tab', () => {
  open('/lists');
  const seven = screen.getByRole('link', { name: 'seven' });
  const leftToBrowser: boolean[] = [];
  const browser = (click: MouseEvent) => {
    leftToBrowser.push(!click.defaultPrevented);
    click.preventDefault();
  };
  document.addEventListener('click', browser);
  fireEvent.click(seven, { ctrlKey: true });
  expect(window.location.pathname).toBe('/lists');
  fireEvent.click(seven);
  expect(page()).toHaveTextContent('list 7');
  expect(leftToBrowser).toEqual([true, false]);
  document.removeEventListener('click', browser);
});

test('the way around marks where one is', () => {
  open('/lists/7');
  expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('All lists');
  fireEvent.click(screen.getByRole('link', { name: 'My home' }));
  expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('My home');
});

test('what narrows a list stands in the address, unless it is the default, and is no step back', () => {
  open('/lists?sort=PRICE');
  const before = window.history.length;
  expect(page()).toHaveTextContent(', NAME');
  fireEvent.click(screen.getByRole('button', { name: 'narrow' }));
  expect(page()).toHaveTextContent('café & co, NEWEST');
  expect(new URLSearchParams(window.location.search).get('q')).toBe('café & co');
  fireEvent.click(screen.getByRole('button', { name: 'widen' }));
  expect(window.location.search).toBe('?sort=NEWEST');
  expect(window.history.length).toBe(before);
});

test('the browser goes back to the page before', async () => {
  const history = open('/lists');
  await act(async () => history.push('/homes/2'));
  expect(page()).toHaveTextContent('Home 2');
  await act(async () => {
    const arrived = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
    window.history.back();
    await arrived;
  });
  expect(page()).toHaveTextContent(', NAME');
});
