import { writeFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { SearchIndex } from '#domain/search';
import { Audit } from '#platform/audit';
import { Config, loadConfig } from '#platform/config';
import { dataSourceOptions } from '#platform/database';
import { run, StartError } from '#platform/process';
import { migrations } from './migrations/index.js';
import { assertMigrated, checkDatabase, migrateDatabase, openDatabase } from './prepare-database.js';
import { replayDeletions } from './replay-deletions.js';
import { createServer } from './server.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What the entities ask for and the database has not, as a migration to read before it is kept. */
async function generate(url: string, name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z-]+$/.test(name))
    throw new StartError('Name the migration in small letters: npm run db:generate -- add-colour.');
  await migrateDatabase(url);
  const app = await createServer(Config.like(loadConfig(), { runJobs: false }), url, '');
  const { upQueries, downQueries } = await app.get(DataSource).driver.createSchemaBuilder().log();
  await app.close();
  if (upQueries.length === 0) return say('Entities and database agree; there is nothing to migrate.');
  const className = `${name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}${Date.now()}`;
  const lines = (queries: { query: string }[]) =>
    queries.map(({ query }) => `    await runner.query(\`${query.replaceAll('`', '\\`')}\`);`).join('\n');
  const file = `apps/api/migrations/${className.slice(-13)}-${name}.ts`;
  writeFileSync(
    file,
    `import type { MigrationInterface, QueryRunner } from 'typeorm';\n\nexport class ${className} implements MigrationInterface {\n  name = '${className}';\n\n  async up(runner: QueryRunner): Promise<void> {\n${lines(upQueries)}\n  }\n\n  async down(runner: QueryRunner): Promise<void> {\n${lines(downQueries.reverse())}\n  }\n}\n`,
  );
  say(`Wrote ${file}. Read it, then add ${className} to apps/api/migrations/index.ts.`);
}

/** Says whether the audit trail is as it was written, and where it is not. */
async function verifyAudit(config: Config, url: string): Promise<void> {
  await assertMigrated(url);
  const app = await createServer(Config.like(config, { runJobs: false }), url, '');
  const faults = await app.get(Audit, { strict: false }).faults();
  await app.close();
  if (faults.length > 0)
    throw new StartError(`The audit trail does not hold: ${faults.map(({ chain, seq }) => `${chain} from entry ${seq}`).join(', ')}.`);
  say('The audit trail holds.');
}

/** After a restore; the server does the same at each start. */
async function deleteAgain(config: Config, url: string): Promise<void> {
  await migrateDatabase(url);
  const app = await createServer(Config.like(config, { runJobs: false }), url, '');
  const count = await replayDeletions(app);
  await app.close();
  say(count > 0 ? `${count} accounts that the backup had brought back are deleted again.` : 'Nobody had come back.');
}

/** Reads everything that can be found again. */
async function rebuildSearch(config: Config, url: string): Promise<void> {
  await assertMigrated(url);
  const app = await createServer(Config.like(config, { runJobs: false }), url, '');
  const entries = await app.get(SearchIndex, { strict: false }).rebuild();
  await app.close();
  say(`${entries} things can be found.`);
}

async function withDataSource(url: string, work: (dataSource: DataSource) => Promise<void>): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(url, migrations)).initialize();
  try {
    await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

await run(async () => {
  const [command, name] = process.argv.slice(2);
  const config = loadConfig();
  const database = await openDatabase(config);
  try {
    await checkDatabase(database.url);
    switch (command) {
      case 'migrate':
        say(`${(await migrateDatabase(database.url)).length} migrations ran.`);
        break;
      case 'revert':
        await withDataSource(database.url, (dataSource) => dataSource.undoLastMigration({ transaction: 'each' }));
        break;
      case 'reset':
        if (config.environment === 'production') throw new StartError('NODE_ENV is production: a database in use is not reset.');
        await withDataSource(database.url, async (dataSource) => {
          await dataSource.query('drop schema public cascade; create schema public; drop schema if exists pgboss cascade');
        });
        say(`Emptied, and ${(await migrateDatabase(database.url)).length} migrations ran.`);
        break;
      case 'generate':
        await generate(database.url, name);
        break;
      case 'replay-deletions':
        await deleteAgain(config, database.url);
        break;
      case 'rebuild-search':
        await rebuildSearch(config, database.url);
        break;
      case 'verify-audit':
        await verifyAudit(config, database.url);
        break;
      default:
        throw new StartError('Say what to do: migrate, revert, reset, generate, verify-audit, replay-deletions or rebuild-search.');
    }
  } finally {
    await database.stop();
  }
  process.exit(0);
});
