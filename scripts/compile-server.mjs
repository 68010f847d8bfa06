import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { compilerOptions } from './lib/compiler-options.mjs';
import { root } from './lib/run.mjs';

const source = join(root, 'server/src');
const target = join(root, 'server/dist');
const aside = `${target}.new`;

rmSync(aside, { recursive: true, force: true });
for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || /\.(test\.tsx?|d\.ts)$/.test(entry.name)) continue;
  const from = join(entry.parentPath, entry.name);
  const to = join(aside, from.slice(source.length));
  mkdirSync(dirname(to), { recursive: true });
  if (/\.tsx?$/.test(entry.name)) compile(from, to.replace(/\.tsx?$/, '.js'));
  else cpSync(from, to);
}
rmSync(target, { recursive: true, force: true });
renameSync(aside, target);

function compile(from, to) {
  const { code, map } = transformFileSync(from, {
    ...compilerOptions({ decorators: true, tsx: from.endsWith('x') }),
    swcrc: false,
    sourceMaps: true,
    sourceFileName: from,
  });
  writeFileSync(to, `${code}\n//# sourceMappingURL=${to.split('/').at(-1)}.map\n`);
  writeFileSync(`${to}.map`, map);
}
