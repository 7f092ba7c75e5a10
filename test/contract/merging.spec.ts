import { Merging } from '#domain/communities';
import { startTestApp, type TestApp } from '../../apps/api/testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

/** Every table that points at a community, a group or a membership, by a foreign key or by the name of a column. */
const tablesOfCommunities = async (): Promise<string[]> => {
  const rows = await app.sql<{ table: string }>(`
    select distinct t.relname as table
      from pg_attribute a join pg_class t on t.oid = a.attrelid and t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
      left join pg_constraint c on c.conrelid = t.oid and c.contype = 'f' and a.attnum = any(c.conkey)
        and c.confrelid in ('community'::regclass, 'community_group'::regclass, 'membership'::regclass)
     where a.attnum > 0 and not a.attisdropped and (c.oid is not null or a.attname ~ '(^|_)(community|group)_id$')
     order by 1`);
  return rows.map(({ table }) => table);
};

describe('when two communities merge', () => {
  it('is known of every table that points at communities what becomes of it', async () => {
    const there = await tablesOfCommunities();
    const known = app.get(Merging).tables();
    expect(there.length).toBeGreaterThan(35);
    // A new table that points at communities says in its module what becomes of it: see libs/domain/communities/merging/README.md.
    expect(there.filter((table) => !known.includes(table))).toEqual([]);
  });

  it('names no table that is not there', async () => {
    const rows = await app.sql<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    const tables = rows.map(({ name }) => name);
    expect(
      app
        .get(Merging)
        .tables()
        .filter((table) => !tables.includes(table)),
    ).toEqual([]);
  });
});
