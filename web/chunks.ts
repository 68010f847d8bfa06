import { join } from 'node:path';

interface Chunking {
  getModuleInfo(id: string): { code: string | null; importedIds: readonly string[] } | null;
}

const source = join(import.meta.dirname, 'src');

/** What each kind of visitor needs before her first page is drawn. */
export const firstPages = {
  start: ['main.tsx'],
  portal: ['pages/portal/PortalRoutes.tsx'],
  public: ['pages/public/SignInPage.tsx', 'ui/Kit.tsx'],
  console: ['pages/console/ConsoleRoutes.tsx', 'ui/Kit.tsx'],
};

/** What customers open later. What it shares with the console must not bring the console along. */
const later = [
  ...['InformationPage', 'ProfilePage', 'ProjectsPage'].map((page) => `pages/portal/${page}.tsx`),
  ...['Invitation', 'RequestReset', 'Reset', 'ConfirmEmail', 'Privacy'].map(
    (page) => `pages/public/${page}Page.tsx`,
  ),
  'features/tour/Tour.tsx',
  'ui/Toaster.tsx',
];

const visits: Record<string, string[]> = { ...firstPages, later, noHome: ['pages/portal/NoHome.tsx'] };

const needs = new WeakMap<object, Map<string, Set<string>>>();

/** What a module imports; of a package's index only what is named, for the index itself imports all there is. */
function importedBy(id: string, context: Chunking): string[] {
  const { code, importedIds } = context.getModuleInfo(id) ?? { code: '', importedIds: [] };
  return importedIds.flatMap((imported) => {
    if (UNUSED.test(imported)) return [];
    const [, name] = INDEX.exec(imported) ?? [];
    const index = name && context.getModuleInfo(imported);
    if (!index) return [imported];
    const wanted = new Set(
      named(code).flatMap(({ from, names }) => (from === name || from.endsWith(`/${name}`) ? names : [])),
    );
    const files = named(index.code)
      .filter(({ names }) => names.some((each) => wanted.has(each)))
      .map(({ from }) => from.replace(/^\./, ''));
    return index.importedIds.filter((each) =>
      files.some((file) => each.endsWith(file) || ['/', '.'].some((end) => each.includes(file + end))),
    );
  });
}

/** Named by the index of Apollo and left out by the build, but not all that it imports: the playground uses that. */
const UNUSED = /\/node_modules\/graphql-tag\//;

const INDEX =
  /\/(?:node_modules|ui)\/(@mantine\/\w+|@apollo\/client\/(?:react|utilities)|icons)\/(?:esm\/)?index\.m?[jt]s$/;

/** What a module's code imports or hands on by name, and from where. */
const named = (code: string | null) =>
  [...(code ?? '').matchAll(/(?:im|ex)port\s*\{([^}]*)\}\s*from\s*["']([^"']+)["']/g)].map(
    ([, list = '', from = '']) => ({
      from,
      names: list
        .split(',')
        .map((each) => each.trim().split(' as ', 1)[0]!)
        .filter(Boolean),
    }),
  );

/** The visits that need a module, because what they need imports it. */
function neededBy(id: string, context: Chunking): Set<string> {
  const known = needs.get(context) ?? new Map<string, Set<string>>();
  if (!needs.has(context)) {
    needs.set(context, known);
    for (const [page, files] of Object.entries(visits)) {
      const waiting = files.map((file) => join(source, file));
      for (let module = waiting.pop(); module; module = waiting.pop()) {
        const pages = known.get(module) ?? new Set();
        if (pages.has(page)) continue;
        known.set(module, pages.add(page));
        waiting.push(...importedBy(module, context));
      }
    }
  }
  return known.get(id) ?? new Set();
}

const isOurs = (id: string): boolean => id.startsWith(source);

/**
 * One file for what a set of first pages shares, instead of one for each way in which all pages share it: those
 * would be thirty for the portal, and small files compress badly. What every page stands on is apart from our own
 * code, so that it stays in the browser when a release changes only that.
 */
function chunkOf(id: string, context: Chunking): string | null {
  const pages = neededBy(id, context);
  if (pages.has('start')) return isOurs(id) ? 'start' : 'foundation';
  const first = Object.keys(firstPages).filter((page) => pages.has(page));
  const [page, another] = first;
  if (page === 'public' && !another && pages.has('noHome')) return 'customers';
  if (!another) return page === 'console' && pages.has('later') ? 'later' : (page ?? null);
  return first.length === 3 ? 'start' : (shared[first.join(' ')] ?? null);
}

const shared: Record<string, string> = {
  'portal public': 'customers',
  'portal console': 'frames',
  'public console': 'kit',
};

// A group also takes what its modules import, so what more pages share comes first.
const names = ['foundation', 'start', ...Object.values(shared), 'later', 'portal', 'public', 'console'];

export const chunks = names.map((name, place) => ({
  name: (id: string, context: Chunking) => (chunkOf(id, context) === name ? name : null),
  debugName: name,
  priority: 100 - place,
}));
