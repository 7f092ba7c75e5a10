import { Config, loadConfig } from '#platform/config';
import { cloneDatabase, dropDatabase } from '#platform/testing';
import { migrations } from '../migrations/index.js';
import { asking } from '../prepare-database.js';
import { demoState, hasOwnContent } from './demo-state.js';
import { prepareDemo } from './prepare-demo.js';

const MUCH = 120_000;
let url: string;
let config: Config;
const said: string[] = [];
const prepare = () => prepareDemo(config, url, (text) => void said.push(text.trim()));

const counts = () =>
  asking(url, async (client) => {
    const { rows } = await client.query<Record<'people' | 'communities' | 'threads' | 'sessions' | 'positions' | 'unmarked', number>>(`
      select (select count(*)::int from person) as people, (select count(*)::int from community) as communities,
             (select count(*)::int from thread) as threads, (select count(*)::int from session) as sessions,
             (select count(*)::int from position) as positions,
             (select count(*)::int from person where not is_demo or email not like '%@demo.example') as unmarked`);
    return rows[0]!;
  });

const run = (text: string) => asking(url, async (client) => void (await client.query(text)));

beforeAll(async () => {
  url = await cloneDatabase(migrations);
  config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: url,
    SECRET: 'a-secret-of-the-tests-that-is-long-enough',
    DATA_DIR: '/tmp',
    LOG_LEVEL: 'error',
  });
});
afterAll(() => dropDatabase(url));

it(
  'loads a believable life, once, and again when it was cut short, but never into what people made',
  async () => {
    expect(await demoState(url)).toBe('empty');
    expect(await prepare()).toBe(true);
    const whole = await counts();
    expect(whole.people).toBeGreaterThanOrEqual(30);
    expect(whole.threads).toBeGreaterThanOrEqual(15);
    expect(whole.sessions).toBeGreaterThanOrEqual(8);
    expect(whole.positions).toBeGreaterThanOrEqual(3);
    expect(whole.unmarked).toBe(0);
    expect(await demoState(url)).toBe('in use');
    expect(await prepare()).toBe(false);

    // As a kill -9 leaves it.
    await run(`delete from event where name = 'demo.finished'; delete from post_reaction`);
    expect(await demoState(url)).toBe('half-loaded');
    expect(await prepare()).toBe(true);
    expect(said).toContain('The demo was not loaded to its end; beginning anew');
    expect(await counts()).toEqual(whole);

    // Cut short, then used without the demo: what people made since is theirs.
    await run(`delete from event where name = 'demo.finished'`);
    await run(`insert into person (email, name) values ('ana@example.org', 'Ana')`);
    expect(await demoState(url)).toBe('in use');
    expect(await prepare()).toBe(false);
    expect((await counts()).people).toBe(whole.people + 1);
    expect(await hasOwnContent(url)).toBe(false);
    await run(`update community set is_demo = false where id = (select id from community limit 1)`);
    expect(await hasOwnContent(url)).toBe(true);
  },
  MUCH,
);
