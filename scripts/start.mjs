// npm start: installs and builds what is missing, then runs the server in the foreground. The server prints the steps 3 to 5.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { build, fail, install, node, root, steps } from './prepare.mjs';

const say = steps(5);
await install(say);
await build(say);

// A group of its own, so that Ctrl-C reaches the server once and through us; the channel tells it when we are gone, even by kill -9.
// A small young generation: half the memory of a quiet server, for a few more short collections under load.
const server = spawn(node, ['--enable-source-maps', '--max-semi-space-size=4', 'dist/apps/api/main.js', ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  detached: true,
});
let asked = 0;
server.on('error', (error) => fail(`The server could not be started: ${error.message}.`));
server.on('exit', (code, signal) => {
  if (signal && !asked) process.stderr.write(`The server was ended by ${signal}; npm start starts it again.\n`);
  process.exit(code ?? 128 + constants.signals[signal]);
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // npm passes on what the terminal has sent us already; only a later, impatient Ctrl-C counts as a second one.
    if (Date.now() - asked < 500) return;
    asked = Date.now();
    server.kill(signal);
  });
}

// npm killed by force does not take us along; it stands above us, or above the shell that it starts us by.
if (process.env.npm_lifecycle_event) {
  const above = ancestors();
  setInterval(() => ancestors() === above || server.kill('SIGTERM'), 250).unref();
}

function ancestors() {
  const parent = process.ppid;
  try {
    const [, name, , grandparent] = /\((.*)\) (\S) (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8'));
    return /^(?:sh|dash)$/.test(name) ? `${parent} ${grandparent}` : `${parent}`;
  } catch {
    return `${parent}`;
  }
}
