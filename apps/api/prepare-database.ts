import pg from 'pg';
import { type Config } from '#platform/config';
import { migrate, revertAll, unknownMigrations } from '#platform/database';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import { errorCode, StartError } from '#platform/process';
import { migrations } from './migrations/index.js';

const OLDEST = 15;

export interface PreparedDatabase {
  url: string;
  stop(): Promise<void>;
}

/** The Postgres of the settings, else one of our own in the data folder. */
export async function openDatabase(config: Config): Promise<PreparedDatabase> {
  if (config.databaseUrl) return { url: config.databaseUrl, stop: () => Promise.resolve() };
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, persistent: true });
  return { url: await postgres.ensureDatabase('throughline'), stop: () => postgres.stop() };
}

/** Fails in one sentence when the database is not there, too old, or of a newer version of ours. */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < OLDEST) throw new StartError(`DATABASE_URL leads to Postgres ${major}, but Throughline needs ${OLDEST} or newer.`);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const reason = { '3D000': 'that database does not exist', '28P01': 'the password is wrong', ECONNREFUSED: 'nothing answers there' }[
      errorCode(error) ?? ''
    ];
    throw new StartError(`DATABASE_URL leads to no database we can use: ${reason ?? 'it cannot be reached'}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
  const unknown = await unknownMigrations(url, migrations);
  if (unknown.length > 0) {
    throw new StartError(
      `This database belongs to a newer version of Throughline (it has ${unknown[0]}); start that version, or restore a backup.`,
    );
  }
}

/** Brings it to this version; says which steps ran. */
export const migrateDatabase = (url: string): Promise<string[]> => migrate(url, migrations);

/** Fails in one sentence when the database is not at this version yet; the server brings it there, a worker does not. */
export async function assertMigrated(url: string): Promise<void> {
  const missing = await asking(url, async (client) => {
    const { rows: tables } = await client.query<{ present: boolean }>(`select to_regclass('migration') is not null as present`);
    const { rows } = tables[0]?.present ? await client.query<{ name: string }>('select name from migration') : { rows: [] };
    const ran = new Set(rows.map(({ name }) => name));
    return migrations.filter(({ name }) => !ran.has(name)).length;
  });
  if (missing > 0)
    throw new StartError(
      `This database is not at this version yet (${missing} migrations to go): start the server, which brings it there.`,
    );
}

/** Takes away everything that is ours, by undoing all that was ever done; what others keep in the same database stays. */
export async function emptyDatabase(url: string): Promise<void> {
  await revertAll(url, migrations);
  await asking(url, (client) => client.query('drop schema if exists pgboss cascade'));
}

/** Two servers of one database may start at once: the second waits until the first has prepared it. A killed one lets go by itself. */
export async function preparing<T>(url: string, work: () => Promise<T>): Promise<T> {
  return asking(url, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('throughline.prepare'))`);
    return work();
  });
}

/** One connection for one piece of work. */
export async function asking<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks fails the statement that waits on it; nobody else needs to hear of it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
