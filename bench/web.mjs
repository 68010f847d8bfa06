import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { main, root } from '../scripts/lib/run.mjs';
import { launchBrowser } from '../web/e2e/browser.ts';
import { startProduct } from '../web/e2e/product.ts';
import { aFreePort, lighthouseOf } from './lib/lighthouse.mjs';
import { median, table } from './lib/report.mjs';

/** The pages that people see first, each with who sees it; the people are those of the demo company. */
const pages = [
  { name: 'sign-in', path: '/login', side: 'signIn' },
  { name: 'portal', path: '/portal', side: 'portal', email: 'olivia@mail.example' },
  { name: 'console', path: '/console', side: 'console', email: 'emma@oever.example' },
];

/** What was promised of the pages: kB of gzip at most, scores of Lighthouse at least. */
const atMost = { portal: { js: 130, css: 20 }, console: { js: 250 } };
const atLeast = { performance: 95, accessibility: 100, 'best practices': 100 };

main(async () => {
  const needed = JSON.parse(
    execFileSync(process.execPath, [join(root, 'web/first-load.mjs')], {
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
    }),
  );
  const product = await startProduct({ demo: true });
  try {
    console.log('What a browser without a cache downloads, in kB as gzip carries them:\n');
    console.log(await sizes(product.address, needed));
    console.log('\nWhat Lighthouse says of a phone on a slow network, the median of three runs:\n');
    console.log(await scores(product.address));
  } finally {
    await product.discard();
  }
});

const judged = (figure, fits) => (fits === undefined ? figure : `${figure} ${fits ? '✓' : '✗'}`);

async function sizes(address, needed) {
  const browser = await launchBrowser();
  const rows = [];
  for (const page of pages) {
    const { Script = 0, Stylesheet = 0, Font = 0 } = await transferred(browser, address, page);
    const { kilobytes, cssKilobytes } = needed[page.side];
    const { js, css } = atMost[page.side] ?? {};
    rows.push([
      page.name,
      page.path,
      judged(kilobytes.toFixed(1), js && kilobytes <= js),
      judged(cssKilobytes.toFixed(1), css && cssKilobytes <= css),
      ...[Script, Stylesheet, Font].map((bytes) => (bytes / 1000).toFixed(1)),
    ]);
  }
  await browser.close();
  const titles = ['page', 'path', 'JS to draw it', 'CSS to draw it', 'JS until idle', 'CSS', 'fonts'];
  return table([titles, ...rows]);
}

async function scores(address) {
  const rows = [];
  const shortcomings = new Set();
  for (const page of pages) {
    const port = await aFreePort();
    const browser = await launchBrowser(`--remote-debugging-port=${port}`);
    try {
      const runs = await lighthouseOf(
        `${address}${page.path}`,
        port,
        (context) => page.email && signIn(context, page.email),
      );
      const wanted = Object.values(atLeast);
      const found = wanted.map((_, at) => median(runs.map(({ scores: each }) => each[at])));
      const times = runs[0].times.map((_, at) => median(runs.map(({ times: each }) => each[at])));
      rows.push([
        page.name,
        ...found.map((score, at) => judged(`${score}`, score >= wanted[at])),
        ...times.map((time, at) => (at === 3 ? time.toFixed(3) : `${Math.round(time)} ms`)),
      ]);
      for (const run of runs) for (const each of run.shortcomings) shortcomings.add(`${page.name}: ${each}`);
    } finally {
      await browser.close();
    }
  }
  const titles = ['page', ...Object.keys(atLeast), 'first paint', 'largest paint', 'blocked', 'shift'];
  return [table([titles, ...rows]), ...shortcomings].join('\n');
}

/** Bytes on the wire by kind, until the network has come to rest. */
async function transferred(browser, address, { path, email }) {
  const context = await browser.newContext({ baseURL: address });
  if (email) await signIn(context, email);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': 'gzip' } });
  const kinds = new Map();
  const sums = {};
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    sums[kind] = (sums[kind] ?? 0) + encodedDataLength;
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await context.close();
  return sums;
}

async function signIn(context, email) {
  const response = await context.request.post('/graphql', {
    data: {
      query:
        'mutation SignIn($input: SignInInput!) { signIn(input: $input) { viewer { id } errors { code } } }',
      variables: { input: { email, password: 'riverside-doorstep' } },
    },
  });
  const { data, errors } = await response.json();
  if (!data?.signIn?.viewer) throw new Error(`${email} could not sign in: ${JSON.stringify(errors ?? data)}`);
}
