import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { MigrationClass } from '#platform/database';
import { migrate } from '#platform/database';

const server = (): string => {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run this through jest, whose set-up starts a Postgres.');
  return url;
};

const at = (database: string): string => {
  const url = new URL(server());
  url.pathname = `/${database}`;
  return url.toString();
};

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: at('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A fresh database, cloned from a template that is migrated once a run. `prepare` may add what is not a migration. */
export async function cloneDatabase(migrations: MigrationClass[], prepare?: (url: string) => Promise<void>): Promise<string> {
  const fingerprint = createHash('sha256')
    .update(migrations.map((migration) => migration.name + migration.prototype.up.toString()).join())
    .digest('hex')
    .slice(0, 12);
  const template = `template_${fingerprint}`;
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(async (client) => {
    // Two jest workers may come at once: the first makes the template, the second waits and finds it.
    await client.query('select pg_advisory_lock(4711)');
    try {
      const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
      if (!rowCount) {
        const making = `making_${randomUUID().replaceAll('-', '')}`;
        await client.query(`create database ${making}`);
        await migrate(at(making), migrations);
        await prepare?.(at(making));
        await client.query(`alter database ${making} rename to ${template}`);
      }
      await client.query(`create database ${database} template ${template}`);
    } finally {
      await client.query('select pg_advisory_unlock(4711)');
    }
  });
  return at(database);
}

export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await asAdmin((client) => client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`));
}
