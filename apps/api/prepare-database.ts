import pg from 'pg';
import { type Config } from '#platform/config';
import { migrate, unknownMigrations } from '#platform/database';
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
    throw new StartError(`This database belongs to a newer version of Throughline (it has ${unknown[0]}); start that version, or restore a backup.`);
  }
}

/** Brings it to this version; says which steps ran. */
export const migrateDatabase = (url: string): Promise<string[]> => migrate(url, migrations);

/** Whether nobody is in it yet: no tables, or no people. */
export async function databaseIsNew(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ present: boolean }>(`select to_regclass('person') is not null as present`);
    if (!rows[0]?.present) return true;
    const answer = await client.query<{ used: boolean }>('select exists (select from person) or exists (select from community) as used');
    return !answer.rows[0]?.used;
  } finally {
    await client.end();
  }
}
