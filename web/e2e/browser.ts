import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright-core';

const installed = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The system's Chromium where there is one, else the one that comes with npm. */
export async function launchBrowser(...extra: string[]): Promise<Browser> {
  const executable = installed.find((path) => path && existsSync(path));
  const args = ['--no-sandbox', '--disable-gpu', ...extra];
  if (executable) return playwright.launch({ executablePath: executable, args });
  const { executablePath, env } = await npmChromium();
  return playwright.launch({ executablePath, args, env });
}

/** Its libraries and fonts are unpacked beside it only when it believes to run on AWS Lambda. */
async function npmChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  const libraries = join(tmpdir(), 'al2023', 'lib');
  const env = {
    ...(process.env as Record<string, string>),
    LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    FONTCONFIG_FILE: fontConfig(),
  };
  return { executablePath, env };
}

function fontConfig(): string {
  const folder = join(tmpdir(), 'portico-fonts');
  mkdirSync(join(folder, 'cache'), { recursive: true });
  const file = join(folder, 'fonts.conf');
  const folders = [join(tmpdir(), 'fonts'), '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`).join('');
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  return file;
}
