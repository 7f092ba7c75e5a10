// npm run dev: the server from its sources, again after each change, and Vite with the pages. Any GraphQL query runs, within limits.
import { spawn } from 'node:child_process';
import { root } from './prepare.mjs';

const env = { GRAPHQL_QUERIES: 'limited', ...process.env };
const watched = ['--watch-path=apps/api', '--watch-path=libs', '--watch-preserve-output'];
const children = [
  spawn('node', [...watched, '--import', './scripts/typescript.mjs', 'apps/api/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  }),
  spawn('npm', ['run', 'dev', '-w', 'apps/web'], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }),
];

// Ctrl-C reaches all of us; when one ends, the others have no business left.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => children.forEach((child) => child.kill(signal)));
for (const child of children) child.on('exit', () => children.forEach((other) => other.kill('SIGTERM')));
