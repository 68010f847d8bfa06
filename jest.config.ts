import type { Config } from 'jest';
import { compilerOptions } from './scripts/lib/compiler-options.mjs';

const compiled = (decorators: boolean, tsx: boolean): [string, Record<string, unknown>] => [
  '@swc/jest',
  { ...compilerOptions({ decorators, tsx }), sourceMaps: 'inline' },
];

/** Packages that come as ES modules only are compiled as well: jest runs everything as CommonJS. */
const compiling = (server: boolean, esModules: string[]): Config => ({
  transform: { '\\.(ts|js|mjs)$': compiled(server, false), '\\.tsx$': compiled(server, true) },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`, '\\.pnp\\.'],
});

const config: Config = {
  // Shared, noisy machines: what matters is that it answers, not how soon.
  testTimeout: 60_000,
  projects: [
    {
      displayName: 'server',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/server/src/**/*.test.ts', '<rootDir>/server/test/**/*.test.ts'],
      setupFiles: ['<rootDir>/server/src/platform/shims.ts', 'reflect-metadata'],
      globalSetup: '<rootDir>/server/test/global-setup.ts',
      globalTeardown: '<rootDir>/server/test/global-teardown.ts',
      ...compiling(true, [
        'cookie',
        'file-type',
        'strtok3',
        'token-types',
        'uint8array-extras',
        '@tokenizer',
        '@borewit',
      ]),
    },
    {
      displayName: 'web',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/web/src/**/*.test.{ts,tsx}'],
      setupFiles: ['<rootDir>/web/jest.polyfills.cjs'],
      setupFilesAfterEnv: ['<rootDir>/web/jest.setup.ts'],
      moduleNameMapper: { '\\.(css|svg|png|webp|woff2)$': '<rootDir>/web/jest.polyfills.cjs' },
      ...compiling(false, []),
    },
  ],
};

export default config;
