// What `npm start` and `npm test` do before their work. Runs on Node 20 and without packages, because it is what installs them.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The Node that the project brings along; everything but these scripts runs on it. */
export const node = join(root, 'node_modules/.bin/node');

const lockMark = join(root, 'node_modules/.throughline-lock');
const buildMark = join(root, 'dist/.built-from');
const SOURCES = ['apps/api', 'apps/web', 'libs', 'package.json', 'package-lock.json', 'tsconfig.json', '.swcrc'];

/** Installs the packages when there are none or the lock file has changed. */
export async function install(say) {
  const lock = hashOf(['package-lock.json']);
  if (existsSync(node) && (read(lockMark) === lock || npmWasHere())) {
    if (read(lockMark) !== lock) writeFileSync(lockMark, lock);
    return say('The packages are there');
  }
  say('Installing the packages (a minute or two)');
  // Including the development ones whatever NODE_ENV says: the compiler and Node itself are among them.
  await quietly('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], 'The packages could not be installed');
  if (spawnSync(node, ['--version']).status !== 0)
    fail('The packages are installed, but their Node does not run on this machine; install Node 26 and try again.');
  writeFileSync(lockMark, lock);
}

/** Somebody typed `npm ci` or `npm install` after the lock file changed; npm writes its own list last. */
function npmWasHere() {
  const list = join(root, 'node_modules/.package-lock.json');
  return existsSync(list) && statSync(list).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** Builds server and pages when their sources differ from those of the last build. */
export async function build(say) {
  if (read(buildMark) === hashOf(SOURCES)) return say('The build is up to date');
  say('Building the server and the pages');
  await quietly('npm', ['run', 'build'], 'The build failed');
  mkdirSync(dirname(buildMark), { recursive: true });
  // Taken afterwards, because the build also writes generated sources.
  writeFileSync(buildMark, hashOf(SOURCES));
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

function filesIn(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  const entries = readdirSync(full, { withFileTypes: true }).filter(({ name }) => name !== 'node_modules' && name !== 'dist');
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : entry.isFile() ? [join(path, entry.name)] : []));
}

/** Runs a command and shows what it said only when it fails. */
export async function quietly(command, args, complaint, env = {}) {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said = (said + chunk).slice(-20_000)));
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', resolve);
  });
  if (code === 0) return;
  process.stderr.write(`${said.trim().split('\n').slice(-30).join('\n')}\n`);
  fail(`${complaint}: ${command} ${args.join(' ')} ended with ${code}; its last words are above.`);
}

/** Ends with one sentence. */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Numbers the steps of `of` and prints a line for each. */
export function steps(of) {
  let step = 0;
  return (text) => process.stdout.write(`${++step}/${of} ${text}\n`);
}
