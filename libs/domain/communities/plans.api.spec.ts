import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import type { Statement } from '#platform/database';
import { CommunityOrder } from './community.enums.js';
import { directoryPage } from './directory.queries.js';
import { membersPage } from './memberships.queries.js';
import { buildCommunity } from './testing.js';

const MANY = 3000;
let app: TestApp;
let communityId: string;

/** Communities, and one with many members, as statistics know them. */
beforeAll(async () => {
  app = await startTestApp();
  communityId = (await buildCommunity(app, { name: 'Zymurgy in Zagreb' })).id;
  await app.sql(
    `insert into community (slug, name, kind, level, summary, charter_domain, charter_community, charter_practice, visibility, join_policy, last_activity_at, member_count)
     select 'c-' || n, 'Community ' || md5(n::text), 'NETWORK', 'LOCAL', 'Summary ' || md5(n::text), 'a', 'b', 'c', 'PUBLIC', 'OPEN', now() - n * interval '1 minute', n
       from generate_series(1, $1::int) n`,
    [MANY],
  );
  await app.sql(`insert into person (email, name) select 'p' || n || '@example.org', 'Person ' || n from generate_series(1, $1::int) n`, [
    MANY,
  ]);
  await app.sql(
    `insert into membership (community_id, person_id, role, joined_at) select $1, id, 'MEMBER', now() - random() * interval '900 days' from person`,
    [communityId],
  );
  await app.sql('analyze community, membership, person, term');
});
afterAll(() => app.stop());

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

/** Rows that the statement touched in a table, whether it kept them or not. */
async function touched({ text }: Statement, values: unknown[], table: string): Promise<number> {
  const client = await app.database.pool.connect();
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (analyze, format json) ${text}`, values);
    const count = (plan: Plan): number =>
      (plan['Relation Name'] === table ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'] : 0) +
      (plan.Plans ?? []).reduce((sum, child) => sum + count(child), 0);
    const touched = count(rows[0]?.['QUERY PLAN'][0].Plan as Plan);
    expect(touched).toBeGreaterThan(0);
    return touched;
  } finally {
    client.release();
  }
}

const viewer = { personId: randomUUID(), isSignedIn: true };

describe('a page reads the rows it shows and no more', () => {
  it.each([
    [CommunityOrder.NAME, 'community 8'],
    [CommunityOrder.ACTIVITY, new Date(Date.now() - 1500 * 60_000).toISOString()],
    [CommunityOrder.MEMBERS, 1500],
  ])('of the directory by %s, at its beginning and deep inside', async (order, key) => {
    for (const cursor of [null, [key, randomUUID()]]) {
      const { statement, values } = directoryPage({}, order, viewer, 21, cursor);
      expect(await touched(statement, values, 'community')).toBeLessThanOrEqual(21 + 1);
    }
  });

  it('of a search', async () => {
    const { statement, values } = directoryPage({ text: 'zymurgy zag' }, CommunityOrder.NAME, viewer, 21, null);
    expect(await touched(statement, values, 'community')).toBeLessThanOrEqual(21);
  });

  it('of the members, at their beginning and deep inside', async () => {
    expect(await touched(membersPage(false, false), [communityId, 21], 'membership')).toBeLessThanOrEqual(21);
    expect(await touched(membersPage(true, false), [communityId, 21, 'MEMBER'], 'membership')).toBeLessThanOrEqual(21);
    const deep = new Date(Date.now() - 100 * 86_400_000).toISOString();
    expect(await touched(membersPage(false, true), [communityId, 21, 0, 'MEMBER', deep, randomUUID()], 'membership')).toBeLessThanOrEqual(
      21,
    );
    expect(
      await touched(membersPage(true, true), [communityId, 21, 'MEMBER', 0, 'MEMBER', deep, randomUUID()], 'membership'),
    ).toBeLessThanOrEqual(21);
  });
});
