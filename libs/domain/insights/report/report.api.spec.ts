import { randomUUID } from 'node:crypto';
import { ConfidentialityLevel, MembershipRole, Visibility } from '#domain/communities';
import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildGroup } from '../../communities/groups/testing.js';
import { buildCommunity, buildMembership } from '../../communities/testing.js';
import { buildPost, buildThread } from '../../discussions/testing.js';
import { buildNeed } from '../../needs/testing.js';
import { buildSession, buildSessionSeat } from '../../peer-learning/testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  app.clock.set(new Date('2026-07-01T12:00:00Z'));
});
afterAll(() => app?.stop());

const REPORT = `query ($communityId: ID!, $from: String!, $until: String!) { communityReport(communityId: $communityId, from: $from, until: $until) {
  from until isOpen viewerMayWrite missing { mix key wishedPercent } publishedPositions { title } openSessions { title } notes { version text writtenByName }
  months { begins joined left threads replies sessions }
  numbers { membersBefore membersAfter joined left organisationsBefore organisationsAfter sessions cancelled seats participants threads replies writers needs
    answeredNeeds positions adopted published endorsements offers groups } } }`;
const NOTE = 'mutation ($input: WriteReportNoteInput!) { writeReportNote(input: $input) { id version text writtenByName } }';
const YEAR = { from: '2026-01-01', until: '2026-12-31' };

async function scene(visibility = Visibility.PUBLIC) {
  const community = await buildCommunity(app, { visibility });
  const of = { communityId: community.id };
  const coordinator = (await buildMembership(app, { ...of, role: MembershipRole.COORDINATOR })).personId;
  const people: string[] = [];
  for (let at = 0; at < 6; at += 1) people.push((await buildMembership(app, of)).personId);
  await app.sql(
    `insert into membership_change (event_id, community_id, by, at) select gen_random_uuid(), $1, 1, $2::timestamptz from generate_series(1, 6)`,
    [community.id, '2026-03-05T10:00:00Z'],
  );
  return { community, of, coordinator, people };
}
const report = async (communityId: string, as: string, period = YEAR) =>
  (await app.ok(REPORT, { communityId, ...period }, { as }))['communityReport'];
const inMarch = (table: string, column: string, id: string) =>
  app.sql(`update ${table} set ${column} = '2026-03-10T09:00:00Z' where id = $1`, [id]);

/** A thread with replies, a session with seats, and the same in a closed group, all in March. */
async function march({ of, coordinator, people }: Awaited<ReturnType<typeof scene>>) {
  const group = await buildGroup(app, { ...of, createdById: coordinator });
  for (const groupId of [null, group.id]) {
    const level = groupId ? ConfidentialityLevel.GROUP : ConfidentialityLevel.COMMUNITY;
    const thread = await buildThread(app, { ...of, groupId, level, authorId: coordinator });
    for (const authorId of people) await buildPost(app, { threadId: thread.id, authorId });
    await app.sql(`update post set created_at = '2026-03-10T09:00:00Z' where thread_id = $1`, [thread.id]);
    await inMarch('thread', 'last_post_at', thread.id);
    const need = await buildNeed(app, { ...of, groupId, raisedById: coordinator });
    await inMarch('need', 'created_at', need.id);
    await app.sql('update need set session_count = 1 where id = $1', [need.id]);
    const session = await buildSession(app, {
      ...of,
      groupId,
      needId: need.id,
      scheduledById: coordinator,
      title: groupId ? 'Among us' : 'For all',
    });
    for (const personId of people) await buildSessionSeat(app, session, { personId });
    await app.sql(`update session set starts_at = '2026-03-12T09:00:00Z', ends_at = '2026-03-12T10:00:00Z' where id = $1`, [session.id]);
  }
}

describe('the report of a period', () => {
  it('counts what was done, month by month, without closed groups', async () => {
    const at = await scene();
    await march(at);
    const seen = await report(at.community.id, at.coordinator);
    expect(seen.numbers).toMatchObject({
      membersBefore: 1,
      membersAfter: 7,
      joined: 6,
      left: 0,
      sessions: 1,
      seats: 6,
      participants: 6,
      threads: 1,
      replies: 6,
    });
    expect(seen.numbers).toMatchObject({ writers: 7, needs: 1, answeredNeeds: 1, cancelled: 0, groups: 1 });
    expect(seen.months).toHaveLength(7);
    expect(seen.months[2]).toMatchObject({ joined: 6, left: 0, threads: 1, replies: 6, sessions: 1 });
    expect(seen.openSessions).toEqual([{ title: 'For all' }]);
    expect(seen).toMatchObject({ isOpen: true, viewerMayWrite: true, notes: [] });
    const before = await report(at.community.id, at.coordinator, { from: '2026-01-01', until: '2026-02-28' });
    expect(before.numbers).toMatchObject({ membersBefore: 1, membersAfter: 1, joined: 0, threads: 0, sessions: 0, seats: 0 });
    expect(before).toMatchObject({ isOpen: false, openSessions: [] });
  });

  it('hides few people, and names no session of a closed community', async () => {
    const at = await scene(Visibility.MEMBERS);
    await march(at);
    await app.sql(`insert into membership_change (event_id, community_id, by, at) values (gen_random_uuid(), $1, -1, '2026-04-01')`, [
      at.community.id,
    ]);
    await app.sql(`delete from seat where person_id = any($1)`, [at.people.slice(2)]);
    const { numbers, openSessions, months } = await report(at.community.id, at.coordinator);
    expect(numbers).toMatchObject({ joined: null, left: null, participants: null, seats: 2 });
    expect(openSessions).toEqual([]);
    expect(months.filter(({ left }: { left: number | null }) => left === null).length).toBeGreaterThan(1);
  });

  it('is for coordinators, the last ones of an archived community too', async () => {
    const { community, coordinator, people } = await scene();
    const asked = { communityId: community.id, ...YEAR };
    expect(await app.refusal(REPORT, asked, { as: people[0] })).toBe('FORBIDDEN');
    expect(await app.refusal(REPORT, asked)).toBe('UNAUTHENTICATED');
    expect(await app.refusal(REPORT, { ...asked, communityId: randomUUID() }, { as: coordinator })).toBe('NOT_FOUND');
    await app.sql('update community set archived_at = now() where id = $1', [community.id]);
    expect((await report(community.id, coordinator)).viewerMayWrite).toBe(false);
  });

  it.each([
    [{ from: 'soon', until: '2026-12-31' }, 'from'],
    [{ from: '2026-12-31', until: '2026-01-01' }, 'until'],
    [{ from: '1999-01-01', until: '1999-12-31' }, 'from'],
    [{ from: '2020-01-01', until: '2026-01-01' }, 'until'],
  ])('refuses %j and names %s', async (period, path) => {
    const { community, coordinator } = await scene();
    const answer = await app.graphql(REPORT, { communityId: community.id, ...period }, { as: coordinator });
    expect(answer.errors?.[0]?.extensions.fields[0]?.path).toBe(path);
  });

  it('takes as many statements for five years as for a month', async () => {
    const { community, coordinator } = await scene();
    await report(community.id, coordinator);
    const ask = (from: string) => app.statements(() => report(community.id, coordinator, { from, until: '2026-12-31' }));
    const [short, long] = [await ask('2026-12-01'), await ask('2022-01-01')];
    expect(long).toHaveLength(short.length);
    // The actor, the community, and six of its own.
    expect(long.length).toBeLessThanOrEqual(8);
  });

  it('keeps every version of the words about a year', async () => {
    const { community, coordinator, people } = await scene();
    const input = { communityId: community.id, year: 2026, text: 'A good year.' };
    const mutationKey = randomUUID();
    const first = await app.ok(NOTE, { input: { ...input, mutationKey } }, { as: coordinator });
    expect(await app.ok(NOTE, { input: { ...input, mutationKey } }, { as: coordinator })).toEqual(first);
    await app.ok(NOTE, { input: { ...input, text: 'A very good year.' } }, { as: coordinator });
    const { notes } = await report(community.id, coordinator);
    expect(notes.map(({ version, text }: { version: number; text: string }) => [version, text])).toEqual([
      [2, 'A very good year.'],
      [1, 'A good year.'],
    ]);
    expect(await app.refusal(NOTE, { input }, { as: people[0] })).toBe('FORBIDDEN');
    const wrong = await app.graphql(NOTE, { input: { ...input, year: 1815 } }, { as: coordinator });
    expect(wrong.errors?.[0]?.extensions.fields[0]?.path).toBe('year');
  });

  it('comes as a table, for the same people alone', async () => {
    const at = await scene();
    await march(at);
    const get = async (as: string | undefined, query = 'from=2026-01-01&until=2026-12-31') => {
      const headers = as ? { cookie: await app.cookieOf(as) } : {};
      return app.nest.inject({ method: 'GET', url: `/export/communities/${at.community.id}/report.csv?${query}`, headers });
    };
    const { statusCode, payload, headers } = await get(at.coordinator);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(payload).toContain('"Replies","6"');
    expect(payload).toContain('"2026-03","6","0","1","6","1"');
    for (const as of [at.people[0], undefined]) expect((await get(as)).statusCode).toBe(404);
    for (const query of ['', 'from=x&until=y', 'from=2026-01-01&from=2026-01-01&until=2026-12-31'])
      expect((await get(at.coordinator, query)).statusCode).toBe(404);
  });
});
