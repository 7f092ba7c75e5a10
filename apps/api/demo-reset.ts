import pg from 'pg';
import { loadConfig } from '#platform/config';
import { run, StartError } from '#platform/process';
import { prepareDemo } from './demo/prepare-demo.js';
import { checkDatabase, migrateDatabase, openDatabase } from './prepare-database.js';

/** Whether everything in it is demo content, so that nobody's own words are lost. */
async function holdsOnlyDemo(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ present: boolean }>(`select to_regclass('person') is not null as present`);
    if (!rows[0]?.present) return true;
    const answer = await client.query<{ own: boolean }>('select exists (select from community where not is_demo) as own');
    return !answer.rows[0]?.own;
  } finally {
    await client.end();
  }
}

/** Empties a database that holds nothing but the demo, and loads it anew. */
await run(async () => {
  const config = loadConfig();
  const database = await openDatabase(config);
  try {
    await checkDatabase(database.url);
    if (!(await holdsOnlyDemo(database.url))) throw new StartError('This database has communities of its own; the demo is not loaded over them.');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('drop schema public cascade; create schema public; drop schema if exists pgboss cascade');
    await client.end();
    await migrateDatabase(database.url);
    await prepareDemo(config, database.url);
    process.stdout.write('The demo is as new.\n');
  } finally {
    await database.stop();
  }
  process.exit(0);
});
