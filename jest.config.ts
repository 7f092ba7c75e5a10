import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Config } from 'jest';

// Modules of today inside jest need a flag of Node. A person who types `npx jest libs/domain/people` shall not have to know it.
const FLAG = '--experimental-vm-modules';
if (!`${process.env.NODE_OPTIONS} ${process.execArgv.join(' ')}`.includes(FLAG)) {
  const options = [process.env.NODE_OPTIONS, FLAG, '--disable-warning=ExperimentalWarning'].filter(Boolean).join(' ');
  const again = spawnSync(process.execPath, process.argv.slice(1), { stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: options } });
  process.exit(again.status ?? 1);
}

const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    keepClassNames: true,
  },
  module: { type: 'es6' },
};

type Project = Exclude<NonNullable<Config['projects']>[number], string>;

function project(displayName: string, folders: string[], testMatch: string[], more: Project = {}): Project[] {
  folders = folders.filter((folder) => existsSync(folder));
  if (folders.length === 0) return [];
  const settings: Project = {
    displayName,
    roots: folders.map((folder) => `<rootDir>/${folder}`),
    testMatch,
    testEnvironment: 'node',
    testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
    transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
    ...more,
  };
  return [settings];
}

/** These run on a Postgres, which is started once for all of them. */
const onPostgres: Project = {
  globalSetup: '<rootDir>/test/postgres-up.mjs',
  globalTeardown: '<rootDir>/test/postgres-down.mjs',
};

const config: Config = {
  maxWorkers: 2,
  // Jest heeds it only here, not in a project.
  testTimeout: 60_000,
  projects: [
    ...project('pure', ['apps', 'libs'], ['**/*.spec.ts', '**/*.spec.tsx', '!**/*.api.spec.ts', '!**/node_modules/**']),
    ...project('api', ['apps/api', 'libs'], ['**/*.api.spec.ts'], onPostgres),
    ...project('contract', ['test/contract'], ['**/*.spec.ts'], onPostgres),
    ...project('journeys', ['test/journeys'], ['**/*.journey.ts'], { ...onPostgres, setupFilesAfterEnv: ['<rootDir>/test/patience.mjs'] }),
  ],
};
export default config;
