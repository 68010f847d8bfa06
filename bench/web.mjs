import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { main, root } from '../scripts/lib/run.mjs';
import { launchBrowser } from '../web/e2e/browser.ts';
import { startProduct } from '../web/e2e/product.ts';
import { table } from './lib/report.mjs';

/** The pages that people see first, each with who sees it; the people are those of the demo company. */
const pages = [
  { name: 'sign-in', path: '/login', side: 'signIn' },
  { name: 'portal', path: '/portal', side: 'portal', email: 'olivia@mail.example' },
  { name: 'console', path: '/console', side: 'console', email: 'emma@oever.example' },
];

/** What a browser without a cache downloads for each first page, in kB as gzip carries them. */
main(async () => {
  const needed = JSON.parse(
    execFileSync(process.execPath, [join(root, 'web/first-load.mjs')], {
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
    }),
  );
  const product = await startProduct({ demo: true });
  try {
    const browser = await launchBrowser();
    try {
      const rows = [];
      for (const page of pages) {
        const loaded = await transferred(browser, product.address, page);
        const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
        const { Script = 0, Stylesheet = 0, Font = 0 } = loaded;
        rows.push([
          page.name,
          page.path,
          needed[page.side].kilobytes.toFixed(1),
          ...[Script, Stylesheet, Font].map(kilobytes),
        ]);
      }
      console.log(table([['page', 'path', 'JS to draw it', 'JS until idle', 'CSS', 'fonts'], ...rows]));
    } finally {
      await browser.close();
    }
  } finally {
    await product.discard();
  }
});

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
