// npm test: everything, exactly what CI runs. Arguments narrow it as they would jest: npm test -- discussions
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, fail, install, node, quietly, root, steps } from './prepare.mjs';

const narrowed = process.argv.slice(2);
const withJourneys =
  existsSync(join(root, 'test/journeys')) && (narrowed.length === 0 || narrowed.some((word) => word.includes('journey')));

const say = steps(withJourneys ? 4 : 2);
await install(say);
if (withJourneys) {
  await ensureChromium();
  await build(say);
}
say('Testing');

const results = mkdtempSync(join(tmpdir(), 'results-'));
let passed = 0;
let failed = 0;
try {
  await run('parts', ['--selectProjects', 'pure', 'api', 'contract']);
  // One after the other: each drives a server and two browsers, which is all that two cores can do.
  if (withJourneys) await run('journeys', ['--selectProjects', 'journeys', '--runInBand']);
} finally {
  rmSync(results, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

async function run(name, args) {
  const outputFile = join(results, `${name}.json`);
  const all = ['node_modules/jest/bin/jest.js', ...args, '--passWithNoTests', '--json', `--outputFile=${outputFile}`, ...narrowed];
  const jest = spawn(node, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', ...all], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
    // With --json jest repeats all results on its output; people read its error output.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => jest.on('close', resolve));
  if (!existsSync(outputFile)) {
    failed += code === 0 ? 0 : 1;
    return;
  }
  const summary = JSON.parse(readFileSync(outputFile, 'utf8'));
  passed += summary.numPassedTests;
  // A file that could not even be loaded has no tests to count, and a set-up may fail after all of them passed.
  const failures = summary.numFailedTests + summary.numRuntimeErrorTestSuites;
  failed += code !== 0 && failures === 0 ? 1 : failures;
}

async function ensureChromium() {
  const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (existsSync(path)) return say('Chromium is there');
  const isDebian = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0 && process.env.CHROMIUM_PATH === undefined;
  if (!isDebian) fail(`The journeys need Chromium at ${path}: install it (on Debian: apt-get install chromium) or set CHROMIUM_PATH.`);
  say('Installing Chromium');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await quietly('apt-get', ['update', '-qq'], 'The list of Debian packages could not be fetched', env);
  await quietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], 'Chromium could not be installed', env);
  if (spawnSync(path, ['--version']).status !== 0) fail(`Chromium was installed, but ${path} does not run; set CHROMIUM_PATH.`);
}
