import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { SnakeNaming } from './naming.js';

export type MigrationClass = new () => MigrationInterface;

/** How we talk to Postgres, for the app, the migrations and the tests alike. */
export function dataSourceOptions(url: string, migrations: MigrationClass[] = []): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    migrations,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    poolSize: 10,
    applicationName: 'throughline',
    // The planner's usual costs are those of turning disks and of long reports: it would rather read a whole table than look up twenty rows.
    extra: {
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
      // Rather an error than a request that waits for ever.
      connectionTimeoutMillis: 20_000,
      options: '-c random_page_cost=1.1 -c jit=off',
    },
  };
}

/** Brings the database to this version, one transaction a migration. Returns the names of those that ran. */
export async function migrate(url: string, migrations: MigrationClass[]): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions(url, migrations)).initialize();
  try {
    return (await dataSource.runMigrations({ transaction: 'each' })).map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

/** Names of migrations the database has and this version does not know: it belongs to a newer one. */
export async function unknownMigrations(url: string, migrations: MigrationClass[]): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions(url)).initialize();
  try {
    const [{ present }] = await dataSource.query(`select to_regclass('migration') is not null as present`);
    if (!present) return [];
    const rows: { name: string }[] = await dataSource.query('select name from migration');
    const known = new Set(migrations.map((migration) => migration.name));
    return rows.map((row) => row.name).filter((name) => !known.has(name));
  } finally {
    await dataSource.destroy();
  }
}

/** Undoes every migration that ran, newest first. */
export async function revertAll(url: string, migrations: MigrationClass[]): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(url, migrations)).initialize();
  try {
    const [{ present }] = await dataSource.query(`select to_regclass('migration') is not null as present`);
    if (!present) return;
    const [{ count }] = await dataSource.query('select count(*)::int as count from migration');
    for (let left = count as number; left > 0; left--) await dataSource.undoLastMigration({ transaction: 'each' });
  } finally {
    await dataSource.destroy();
  }
}
