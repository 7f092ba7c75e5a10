import { DataSource } from 'typeorm';
import { dataSourceOptions } from '#platform/database';
import { cloneDatabase, dropDatabase } from '#platform/testing';
import { migrations } from '../../apps/api/migrations/index.js';
import { startTestApp } from '../../apps/api/testing.js';

/** Tables, columns, indexes and constraints of the public schema, as text. */
const describeSchema = async (dataSource: DataSource): Promise<string[]> => {
  const rows: { line: string }[] = await dataSource.query(`
    select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as line
      from information_schema.columns where table_schema = 'public' and table_name not in ('migration')
    union all select 'index ' || indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migration'
    union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace and conrelid <> 0 and conrelid::regclass::text <> 'migration'
    union all select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
    order by 1`);
  return rows.map((row) => row.line);
};

describe('migrations', () => {
  it('go up, down to nothing, and up again to the same schema', async () => {
    const url = await cloneDatabase(migrations);
    const dataSource = await new DataSource(dataSourceOptions(url, migrations)).initialize();
    try {
      const up = await describeSchema(dataSource);
      expect(up.length).toBeGreaterThan(20);
      for (const _ of migrations) await dataSource.undoLastMigration({ transaction: 'each' });
      expect(await describeSchema(dataSource)).toEqual([]);
      await dataSource.runMigrations({ transaction: 'each' });
      expect(await describeSchema(dataSource)).toEqual(up);
    } finally {
      await dataSource.destroy();
      await dropDatabase(url);
    }
  });

  it('agree with the entities', async () => {
    const app = await startTestApp();
    try {
      const { upQueries } = await app.database.dataSource.driver.createSchemaBuilder().log();
      expect(upQueries.map((query) => query.query)).toEqual([]);
    } finally {
      await app.stop();
    }
  });

  it('stand in their order, under their own names', () => {
    const names = migrations.map((migration) => new migration().name ?? migration.name);
    expect(names).toEqual(migrations.map((migration) => migration.name));
    const times = names.map((name) => Number(name.slice(-13)));
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});
