import { randomBytes } from 'node:crypto';
import { chmod, chown, lstat, mkdir, mkdtemp, readFile, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, StartError } from '#platform/process';
import { canReach, chooseOperator, type Operator } from './operator.js';

/** Where one Postgres lives: its files, its log, and what we must remember about it. */
export interface Home {
  /** Postgres' own folder, which it demands for itself alone. */
  readonly cluster: string;
  readonly log: string;
  /** Tells which process started the server; see `ownership.ts`. */
  readonly owner: string;
  readonly password: string;
  readonly folder: string;
  /** The folder as it is called in the data folder: the folder itself, or a link to it. */
  readonly link: string;
  readonly operator: Operator;
}

/** Data of root's checkouts below /root, where no other user may go, is kept here and linked from the data folder. */
const ELSEWHERE = '/var/lib/throughline';

/** Opens the folder `postgres` in the data folder, or makes it. */
export async function openHome(dataDir: string): Promise<Home> {
  try {
    const link = join(dataDir, 'postgres');
    await mkdir(dataDir, { recursive: true, mode: 0o711 });
    const operator = await chooseOperator(join(link, 'cluster'));
    if ((await lstat(link).catch(() => undefined)) === undefined) await makeFolder(link, dataDir, operator);
    const folder = await realpath(link);
    if (!(await canReach(operator, folder)))
      throw new StartError(
        `The user as whom Postgres runs (${operator.uid}) may not pass through the folders above ${folder}: set DATA_DIR to a folder that everybody may enter.`,
      );
    const cluster = join(folder, 'cluster');
    return {
      folder,
      link,
      cluster,
      operator,
      log: join(folder, 'postgres.log'),
      owner: join(folder, 'owner.json'),
      password: await keptPassword(folder),
    };
  } catch (error) {
    if (error instanceof StartError || errorCode(error) === undefined) throw error;
    throw new StartError(`DATA_DIR must be a folder that this user may read and write, but ${dataDir} is not (${errorCode(error)}).`);
  }
}

async function makeFolder(link: string, dataDir: string, operator: Operator): Promise<void> {
  if (await canReach(operator, dataDir)) return void (await mkdir(link, { recursive: true, mode: 0o711 }));
  await mkdir(ELSEWHERE, { recursive: true, mode: 0o755 });
  const folder = await mkdtemp(join(ELSEWHERE, 'data-'));
  await chmod(folder, 0o711);
  await symlink(folder, link);
}

/** The superuser's password; a half-written one cannot be seen, because the file appears by a rename. */
async function keptPassword(folder: string): Promise<string> {
  const file = join(folder, 'password');
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (kept !== '') return kept;
  const password = randomBytes(24).toString('base64url');
  await writeFile(`${file}.${process.pid}`, password, { mode: 0o600, flush: true });
  await rename(`${file}.${process.pid}`, file);
  return readFile(file, 'utf8');
}

/** A new folder that belongs to the operator alone. */
export async function makeOwned(prefix: string, operator: Operator): Promise<string> {
  const folder = await mkdtemp(prefix);
  if (operator.uid !== undefined && operator.gid !== undefined) await chown(folder, operator.uid, operator.gid);
  return folder;
}

/** The release that wrote the cluster, or nothing when there is none yet. */
export async function clusterMajor(home: Home): Promise<number | undefined> {
  if ((await stat(home.cluster).catch(() => undefined)) === undefined) return undefined;
  const version = await readFile(join(home.cluster, 'PG_VERSION'), 'utf8').catch(() => '');
  const major = Number.parseInt(version, 10);
  if (Number.isInteger(major)) return major;
  throw new StartError(`The database in ${home.cluster} is damaged: put the folder back from a backup, or remove it to begin anew.`);
}

/** Removes everything. */
export async function removeHome(home: Home): Promise<void> {
  await rm(home.folder, { recursive: true, force: true, maxRetries: 3 });
  await rm(home.link, { recursive: true, force: true });
}
