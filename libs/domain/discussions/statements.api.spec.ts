import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { plainToRichText } from '#content';
import type { Statement } from '#platform/database';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import * as posts from './posts.queries.js';
import { buildPost, buildThread } from './testing.js';
import * as threads from './threads.queries.js';

/** What noise cannot move: how many statements each request costs, and how many rows each statement reads in a large community. */
let app: TestApp;
let communityId: string;
let longThreadId: string;
let viewer: string;
const THREADS = 3_000;
const POSTS = 5_000;

beforeAll(async () => {
  app = await startTestApp();
  const community = await buildCommunity(app);
  communityId = community.id;
  viewer = (await buildMembership(app, { communityId, joinedAt: new Date('2026-01-01') })).personId;
  longThreadId = (await buildThread(app, { communityId, authorId: viewer, createdAt: new Date('2026-11-10T00:00:00Z') })).id;
  await app.sql(
    `insert into person (email, name, headline) select 'p' || i || '@example.org', 'Person ' || i, 'Somewhere' from generate_series(1, 2000) i`,
  );
  await app.sql(
    `with people as (select array_agg(id) ids from person)
     insert into thread (community_id, title, level, author_id, created_at, last_post_at, last_post_by_id, post_count, participant_count)
     select $1, 'Thread ' || i, case when i % 50 = 0 then 'PUBLIC' else 'COMMUNITY' end, ids[1 + i % 2000], at, at, ids[1 + i * 7 % 2000], 1, 1
       from people, generate_series(1, $2::int) i, lateral (select timestamptz '2026-02-01' + i * interval '1 hour' as at)`,
    [communityId, THREADS],
  );
  await app.sql(
    `insert into thread_reading (person_id, thread_id, last_read_position) select p.id, t.id, 1 from thread t, (select id from person order by id limit 20) p`,
  );
  await app.sql(
    `with people as (select array_agg(id) ids from person)
     insert into post (thread_id, position, author_id, body, html, text, excerpt, created_at)
     select $1, i, ids[1 + i % 2000], '{"type":"doc","content":[]}', '<p>' || repeat('word ', 60) || '</p>', 'word', 'word', now() from people, generate_series(2, $2::int) i`,
    [longThreadId, POSTS],
  );
  await app.sql(
    `insert into post (thread_id, position, author_id, body, html, text, excerpt, created_at)
     select id, 1, author_id, '{"type":"doc","content":[]}', '<p>Word</p>', 'word', 'word', created_at from thread where id <> $1`,
    [longThreadId],
  );
  await app.sql('update thread set post_count = $2 where id = $1', [longThreadId, POSTS]);
  await app.sql('analyze');
}, 60_000);
afterAll(() => app.stop());

const FIELDS = `id title level lastPostAt replyCount isClosed unreadCount firstUnreadPosition isFollowed viewerCan author { id name headline pictureUrl } lastPostBy { id name pictureUrl }`;
const LIST = `query ($id: ID!, $first: PageSize) { threads(communityId: $id, first: $first) { nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } } }`;
const POST = `id position body html createdAt editedAt isRemoved viewerCan author { id name headline pictureUrl } reactions { kind count viewerReacted } replyTo { id position excerpt author { id name } }`;
const GET = `query ($id: ID!, $around: Int, $first: PageSize) { thread(id: $id) { ${FIELDS} posts(around: $around, first: $first) { nodes { ${POST} } pageInfo { hasNextPage } } } }`;

describe('statements', () => {
  it.each([1, 20, 100])('the newest %i threads cost two: who asks, and all of the list', async (first) => {
    await app.cookieOf(viewer);
    expect(await app.statements(() => app.ok(LIST, { id: communityId, first }, { as: viewer }))).toHaveLength(2);
  });

  it.each([1, 20, 100])('a thread with %i posts costs three, at its end as at its beginning', async (first) => {
    for (const around of [1, POSTS - 10]) {
      expect(await app.statements(() => app.ok(GET, { id: longThreadId, around, first }, { as: viewer }))).toHaveLength(3);
    }
  });

  it('a reply costs two of its own, besides who asks, the transaction, and one for its event, its room and its key', async () => {
    const thread = await buildThread(app, { communityId, authorId: viewer });
    const REPLY = `mutation ($input: ReplyInput!) { reply(input: $input) { ${POST} } }`;
    const input = { threadId: thread.id, body: plainToRichText('Yes.'), mutationKey: randomUUID() };
    const sent = await app.statements(() => app.ok(REPLY, { input }, { as: viewer }));
    expect(sent.filter((text) => [posts.BEFORE_REPLY.text, posts.REPLY.text].includes(text))).toHaveLength(2);
    expect(sent).toHaveLength(6);
  });
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

/** How many rows the statement takes from each table, planned for these values or once for all. */
async function rowsRead(
  statement: Statement,
  values: (string | number | null)[],
  mode: 'force_generic_plan' | 'force_custom_plan',
): Promise<Record<string, number>> {
  const client: PoolClient = await app.database.pool.connect();
  try {
    await client.query(`set plan_cache_mode = ${mode}`);
    await client.query(`prepare probe as ${statement.text}`);
    const literals = values.map((value) =>
      value === null ? 'null' : typeof value === 'number' ? `${value}` : client.escapeLiteral(value),
    );
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      `explain (analyze, format json) execute probe(${literals.join(', ')})`,
    );
    const read: Record<string, number> = {};
    const walk = (plan: Plan) => {
      const table = plan['Relation Name'];
      if (table) read[table] = (read[table] ?? 0) + (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];
      plan.Plans?.forEach(walk);
    };
    walk(rows[0]?.['QUERY PLAN'][0]?.Plan as Plan);
    return read;
  } finally {
    await client.query('deallocate all');
    await client.query('reset plan_cache_mode');
    client.release();
  }
}

const few = (read: Record<string, number>, tables: string[], limit: number) => {
  expect(Object.fromEntries(tables.filter((table) => (read[table] ?? 0) > limit).map((table) => [table, read[table]]))).toEqual({});
};

describe.each(['force_custom_plan', 'force_generic_plan'] as const)('with %s', (mode) => {
  it('the list reads only the threads it shows, at its beginning and deep inside', async () => {
    for (const from of [threads.FROM_NEWEST, ['2026-03-01T00:00:00Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const]) {
      const read = await rowsRead(threads.newest(21, 'readable'), [viewer, communityId, ...from, '{}'], mode);
      expect(read['thread']).toBe(21);
      few(read, ['person', 'thread_reading'], 42);
    }
  });

  it('the list of strangers reads no thread of members on its way', async () => {
    const read = await rowsRead(threads.newest(21, 'public'), [null, communityId, ...threads.FROM_NEWEST, '{}'], mode);
    expect(read['thread']).toBe(21);
  });

  it('the newest of all communities reads a page of each', async () => {
    const read = await rowsRead(threads.newestOfMine(5), [viewer, '{}'], mode);
    expect(read['thread']).toBe(5);
    few(read, ['person', 'thread_reading'], 42);
  });

  it('a page of posts reads only the posts it shows, at its beginning and deep inside', async () => {
    for (const from of [1, POSTS / 2, POSTS - 20]) {
      const read = await rowsRead(posts.PAGE, [viewer, longThreadId, from, from + 20], mode);
      expect(read['post']).toBe(21);
      few(read, ['person', 'post_reaction'], 42);
    }
  });

  it('a single thread and a single post read one row of each table', async () => {
    const thread = await rowsRead(threads.GET, [viewer, longThreadId], mode);
    few(thread, ['thread', 'thread_reading'], 1);
    few(thread, ['person'], 2);
    const { id } = await buildPost(app, { threadId: longThreadId });
    few(await rowsRead(posts.GET, [viewer, id], mode), ['thread', 'post', 'post_reaction'], 1);
    await app.sql('delete from post where id = $1', [id]);
    await app.sql('update thread set post_count = $2 where id = $1', [longThreadId, POSTS]);
  });

  it('unread threads are counted among the last hundred', async () => {
    const read = await rowsRead(threads.UNREAD_THREADS, [viewer, `{${communityId}}`], mode);
    few(read, ['thread', 'thread_reading'], 100);
  });
});
