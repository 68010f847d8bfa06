import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptSecret, secretOf } from './secret';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a secret is generated once, and nobody else may read it', () => {
  const secret = secretOf(join(folder, 'data'));
  expect(secret.length).toBeGreaterThanOrEqual(64);
  expect(secretOf(join(folder, 'data'))).toBe(secret);
  expect(statSync(join(folder, 'data/secret')).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'data'))).toEqual(['secret']);
});

test('asking for a secret makes none', () => {
  expect(keptSecret(join(folder, 'data'))).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
  const made = secretOf(join(folder, 'data'));
  expect(keptSecret(join(folder, 'data'))).toBe(made);
});

test('two data folders have two secrets', () => {
  expect(secretOf(join(folder, 'one'))).not.toBe(secretOf(join(folder, 'other')));
});

test('a damaged secret is told, not replaced', () => {
  writeFileSync(join(folder, 'secret'), 'cut');
  expect(() => keptSecret(folder)).toThrow(/holds no secret/);
  expect(() => secretOf(folder)).toThrow(/holds no secret/);
});

test('I5 a folder that cannot be used is told in one sentence', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => secretOf(join(folder, 'file'))).toThrow(/cannot be read or written/);
});
