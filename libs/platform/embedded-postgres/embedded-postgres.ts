import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { errorCode, freePort, StartError } from '#platform/process';
import { findBinaries, type Binaries } from './binaries.js';
import { clusterMajor, openHome, removeHome, type Home } from './home.js';
import { initialise, lastWords, ROLE } from './initialise.js';
import { giveUpOwnership, ownerState, takeOwnership } from './ownership.js';
import { endPostmaster, findPostmaster, type Postmaster } from './postmaster.js';
import { watchOver } from './watch.js';

/** What kind of Postgres, and where. */
export interface EmbeddedPostgresOptions {
  /** Our files go into its folder `postgres`. */
  readonly dataDir: string;
  /** `false`: quick instead of safe, and gone with everything in it when it is stopped. */
  readonly persistent: boolean;
}

/** A running Postgres of our own. */
export interface EmbeddedPostgres {
  /** The address of one of its databases, which need not exist yet; `postgres` always does. */
  url(database: string): string;
  /** Makes the database unless it is there, and gives its address. */
  ensureDatabase(database: string): Promise<string>;
  /** Stops it, unless another living process started it. */
  stop(): Promise<void>;
}

const SAFE = ['synchronous_commit=on'];
const QUICK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'max_wal_size=2GB'];
const ALWAYS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=128MB',
  'max_connections=100',
  'timezone=UTC',
  'log_timezone=UTC',
  'password_encryption=scram-sha-256',
];

/** A server that ends may hold its files for a moment longer, and two starts may cross; both pass by trying again. */
const TRIES = 40;
const READY_WITHIN_MS = 60_000;

/**
 * Starts a real Postgres on a free port of this machine, or adopts the one that a killed process left behind.
 * @throws StartError one sentence, when it cannot
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = await openHome(options.dataDir);
  for (let attempt = 1; ; attempt++) {
    try {
      return await adoptOrStart(home, options.persistent);
    } catch (error) {
      if (!(error instanceof PassingFailure) || attempt >= TRIES) throw error;
      await sleep(150);
    }
  }
}

/** A failure that goes away by itself. */
class PassingFailure extends StartError {}

async function adoptOrStart(home: Home, persistent: boolean): Promise<EmbeddedPostgres> {
  const left = await findPostmaster(home);
  if (left) {
    const running = await untilReady(home, left.pid);
    const guest = (await ownerState(home.owner)) === 'another';
    if (!guest) await takeOwnership(home.owner);
    return handle(home, running, { persistent, guest });
  }
  const wanted = await clusterMajor(home);
  const binaries = await findBinaries(home.operator, wanted);
  if (wanted === undefined) await initialise(home, binaries, persistent);
  const running = await launch(home, binaries, persistent);
  await takeOwnership(home.owner);
  return handle(home, running, { persistent, guest: false });
}

async function launch(home: Home, binaries: Binaries, persistent: boolean, before?: number): Promise<Postmaster> {
  const port = before ?? (await freePort());
  const settings = [...ALWAYS, ...(persistent ? SAFE : QUICK)].flatMap((setting) => ['-c', setting]);
  // A file and not a pipe: a server that outlives us must be able to go on writing.
  const log = await open(home.log, 'w', 0o600);
  try {
    const child = spawn(binaries.postgres, ['-D', home.cluster, '-p', String(port), ...settings], {
      ...home.operator,
      cwd: home.cluster,
      env: { TZ: 'UTC' },
      stdio: ['ignore', log.fd, log.fd],
      // Out of our process group: Ctrl-C reaches only us, and we stop the server when our own work is done.
      detached: true,
    });
    child.unref();
    return await readyOrGone(home, child);
  } finally {
    await log.close();
  }
}

async function readyOrGone(home: Home, child: ChildProcess): Promise<Postmaster> {
  const gone = new AbortController();
  child.once('error', (error) => gone.abort(new StartError(`Postgres could not be started: ${error.message}.`)));
  child.once('exit', () => gone.abort());
  try {
    return await untilReady(home, child.pid, gone.signal);
  } catch (error) {
    if (!gone.signal.aborted || gone.signal.reason instanceof StartError) throw error;
    throw reasonIn(await readFile(home.log, 'utf8'));
  }
}

function reasonIn(log: string): Error {
  const words = lastWords(log);
  const sentence = `Postgres could not be started: ${words}.`;
  return /pre-existing shared memory|lock file .* (?:already exists|is empty)|Address already in use|could not create any TCP/.test(log)
    ? new PassingFailure(sentence)
    : new StartError(sentence);
}

/** Waits until the server says in its pid file that it takes connections; recovery after a crash may take a while. */
async function untilReady(home: Home, pid: number | undefined, gone?: AbortSignal): Promise<Postmaster> {
  for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end; await sleep(20)) {
    gone?.throwIfAborted();
    const now = await findPostmaster(home);
    if (now !== undefined && now.pid === pid && now.status === 'ready') {
      await greet(home, now);
      return now;
    }
    // A child of ours needs a moment to write its pid file; a server that we found had one.
    if (now?.pid !== pid && gone === undefined) throw new PassingFailure('Postgres ended while we waited for it.');
  }
  throw new StartError(`Postgres did not become ready within ${READY_WITHIN_MS / 1000} seconds; its log is ${home.log}.`);
}

async function greet(home: Home, server: Postmaster): Promise<void> {
  const client = new pg.Client({ connectionString: address(home, server, 'postgres'), connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const wrongPassword = errorCode(error) === '28P01';
    if (!wrongPassword) throw new PassingFailure(`Postgres does not answer: ${String(error)}.`);
    throw new StartError(
      `The password in ${home.folder} does not fit its database: put the folder back from a backup, or remove it to begin anew.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

function address(home: Home, server: Postmaster, database: string): string {
  return `postgres://${ROLE}:${home.password}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`;
}

function handle(home: Home, server: Postmaster, { persistent, guest }: { persistent: boolean; guest: boolean }): EmbeddedPostgres {
  const url = (database: string) => address(home, server, database);
  const unwatch = persistent && !guest ? watchOver(async () => (await findPostmaster(home)) !== undefined, revive) : undefined;
  /** One that was killed comes back on its port, where our pools look for it. */
  async function revive(): Promise<void> {
    const binaries = await findBinaries(home.operator, await clusterMajor(home));
    server = await launch(home, binaries, persistent, server.port);
  }
  return {
    url,
    async ensureDatabase(database) {
      const client = new pg.Client({ connectionString: url('postgres') });
      await client.connect();
      try {
        const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
        if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
      } catch (error) {
        const madeMeanwhile = errorCode(error) === '42P04' || errorCode(error) === '23505';
        if (!madeMeanwhile) throw error;
      } finally {
        await client.end();
      }
      return url(database);
    },
    async stop() {
      if (guest) return;
      await unwatch?.();
      await endPostmaster(server.pid, persistent ? 'SIGINT' : 'SIGQUIT');
      await giveUpOwnership(home.owner);
      if (!persistent) await removeHome(home);
    },
  };
}
