import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '#platform/process';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { openHome, removeHome } from './home.js';
import { canReach, chooseOperator } from './operator.js';
import { ownerState } from './ownership.js';
import { endPostmaster, findPostmaster } from './postmaster.js';

const PREFIX = 'throughline-test-';
/** One that is being made has no owner yet; nobody takes this long. */
const ABANDONED_AFTER_MS = 10 * 60_000;

/** An empty Postgres in a temporary folder, quick instead of safe, gone when it is stopped. First clears away those of killed test runs. */
export async function startThrowAwayPostgres(): Promise<EmbeddedPostgres> {
  const parent = await temporaryFolder();
  await sweep(parent);
  const dataDir = await mkdtemp(join(parent, `${PREFIX}${Date.now()}-`));
  await chmod(dataDir, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir, persistent: false });
  return {
    ...postgres,
    async stop() {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function temporaryFolder(): Promise<string> {
  const operator = await chooseOperator('');
  for (const folder of [tmpdir(), '/tmp', '/var/tmp']) {
    if (await canReach(operator, folder).catch(() => false)) return realpath(folder);
  }
  throw new StartError(`The user as whom Postgres runs may not pass through ${tmpdir()}: set TMPDIR to a folder that everybody may enter.`);
}

async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(PREFIX)) continue;
    const dataDir = join(parent, name);
    // What other people left is theirs to clear.
    await clearAbandoned(dataDir, Number(name.slice(PREFIX.length).split('-')[0])).catch(() => undefined);
  }
}

async function clearAbandoned(dataDir: string, madeAt: number): Promise<void> {
  const home = await openHome(dataDir);
  const owner = await ownerState(home.owner);
  const isBeingMade = owner === 'none' && Date.now() - madeAt < ABANDONED_AFTER_MS;
  if (owner === 'another' || owner === 'self' || isBeingMade) return;
  const server = await findPostmaster(home);
  if (server) await endPostmaster(server.pid, 'SIGQUIT');
  await removeHome(home);
  await rm(dataDir, { recursive: true, force: true });
}
