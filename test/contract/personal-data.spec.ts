import { PersonalData } from '#platform/personal-data';
import { startTestApp, type TestApp } from '../../apps/api/testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

/** Every column that points at a person, by its foreign key or by its name, and every one that holds an address. */
const columnsOfPeople = async (): Promise<string[]> => {
  const rows = await app.sql<{ column: string }>(`
    select distinct t.relname || '.' || a.attname as column
      from pg_attribute a join pg_class t on t.oid = a.attrelid and t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
      left join pg_constraint c on c.conrelid = t.oid and c.contype = 'f' and c.confrelid = 'person'::regclass and a.attnum = any(c.conkey)
     where a.attnum > 0 and not a.attisdropped
       and (c.oid is not null or a.attname ~ '((^|_)(person|author|owner|actor|member|speaker|voter|guest|contact|successor|host)|_by)_id$'
            and a.atttypid = 'uuid'::regtype or a.attname ~ '(^|_)email$|^(recipient|masked)$')
     order by 1`);
  return rows.map(({ column }) => column);
};

describe('what is kept of a person', () => {
  it('is known column by column: what the download has of it, and what deletion does to it', async () => {
    const known = app
      .get(PersonalData)
      .holdings()
      .map(({ column }) => column);
    const there = await columnsOfPeople();
    expect(there.length).toBeGreaterThan(40);
    // A new table that points at people says in its module what becomes of that: see libs/platform/personal-data/README.md.
    expect(there.filter((column) => !known.includes(column))).toEqual([]);
    expect([...new Set(known.filter((column, index) => known.indexOf(column) !== index))]).toEqual([]);
  });

  it('is in the download, or says why not', () => {
    const silent = app
      .get(PersonalData)
      .holdings()
      .filter(({ download, why }) => !download && !why);
    expect(silent.map(({ column }) => column)).toEqual([]);
  });

  it('can be read and erased by what is said of it: every statement is one that the database takes', async () => {
    for (const { column, download, order } of app.get(PersonalData).holdings()) {
      const [table = '', name = ''] = column.split('.');
      expect(
        await app.sql(`select 1 from information_schema.columns where table_name = $1 and column_name = $2`, [table, name]),
      ).toHaveLength(1);
      if (download)
        await app.sql(`explain select ${download} from ${table} held where held.${name} is null ${order ? `order by ${order}` : ''}`);
    }
  });
});
