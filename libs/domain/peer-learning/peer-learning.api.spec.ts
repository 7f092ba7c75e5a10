import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { Authentication } from '#platform/auth';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { MembershipRole, Visibility } from '../communities/community.enums.js';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import { buildNeed } from '../needs/testing.js';
import { buildOrganisation, buildPerson } from '../people/testing.js';
import {
  asked,
  CANCEL,
  CHANGE,
  circle,
  fieldsOf,
  LIST,
  roomHeard,
  SCHEDULE,
  SESSION,
  type ShownPage,
  TAKE,
  told,
} from './testing/operations.js';
import { Sessions } from './sessions.service.js';
import { buildSession, buildSessionSeat } from './testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(() => app.clock.set('2027-01-10T09:00:00Z'));
afterAll(() => app.stop());

describe('scheduling', () => {
  it('sets what was agreed, raises the need, counts it and tells the community', async () => {
    const { communityId, coordinator } = await circle(app);
    const host = await buildOrganisation(app);
    const input = asked(communityId, { hostId: host.id, description: '  Bring a text.\nAny.  ' });
    const { scheduleSession: session } = await app.ok(SCHEDULE, { input }, { as: coordinator });
    expect(session).toMatchObject({
      title: 'Teaching adults to read',
      kind: 'WORKSHOP',
      description: 'Bring a text.\nAny.',
      host: {
        id: host.id,
        name: host.name,
      },
      startsAt: '2027-05-20T15:00:00.000Z',
      endsAt: '2027-05-20T16:30:00.000Z',
      localStart: '2027-05-20T16:00',
      timeZone: 'Europe/Lisbon',
      seats: 12,
      takenSeats: 0,
      waitingCount: 0,
      state: 'SCHEDULED',
      isPast: false,
      link: 'https://meet.example.org/a',
      viewerSeat: null,
      viewerCan: ['READ', 'TAKE_SEAT', 'CHANGE', 'CANCEL', 'SEE_LINK', 'SEE_PARTICIPANTS', 'ADMIT_GUEST'],
      need: {
        statement: 'How do we teach adults who never went to school?',
        sessionCount: 1,
      },
      community: {
        id: communityId,
        sessionCount: 1,
      },
    });
    expect(await told(app, 'peer-learning.session-scheduled', session.id)).toEqual([
      { sessionId: session.id, communityId, scheduledById: coordinator },
    ]);
    expect(await roomHeard(app, `community:${communityId}`)).toEqual([
      { kind: 'session-scheduled', payload: { id: session.id, title: session.title, startsAt: '2027-05-20T15:00:00.000Z' } },
    ]);
    const [reminder] = await app.sql(`select start_after from pgboss.job where name = 'peer-learning.remind' and data->>'sessionId' = $1`, [
      session.id,
    ]);
    expect(reminder?.['start_after']).toEqual(new Date('2027-05-19T15:00:00Z'));
  });

  it('answers an existing need, once for one key', async () => {
    const { communityId, coordinator } = await circle(app);
    const need = await buildNeed(app, { communityId });
    const input = asked(communityId, { needStatement: undefined, needId: need.id, mutationKey: 'twice-the-same' });
    const [one, two] = await Promise.all([1, 2].map(() => app.ok(SCHEDULE, { input }, { as: coordinator })));
    expect(one?.['scheduleSession'].id).toBe(two?.['scheduleSession'].id);
    expect((await app.ok(SESSION, { id: one?.['scheduleSession'].id })).session.need).toMatchObject({ id: need.id, sessionCount: 1 });
  });

  it('is for coordinators and facilitators', async () => {
    const { communityId, people } = await circle(app, 1);
    const facilitator = (await buildMembership(app, { communityId, role: MembershipRole.FACILITATOR })).personId;
    const input = asked(communityId);
    expect(await app.refusal(SCHEDULE, { input })).toBe('UNAUTHENTICATED');
    expect(await app.refusal(SCHEDULE, { input }, { as: people[0] })).toBe('FORBIDDEN');
    expect(await app.refusal(SCHEDULE, { input: asked(randomUUID()) }, { as: facilitator })).toBe('NOT_FOUND');
    await app.ok(SCHEDULE, { input }, { as: facilitator });
  });

  it.each<[string, object]>([
    ['title', { title: 'x' }],
    ['title', { title: 'Two\nlines' }],
    ['kind', { kind: 'PARTY' }],
    ['description', { description: 'x'.repeat(4001) }],
    ['needId', { needStatement: undefined }],
    ['needId', { needStatement: undefined, needId: 'no-id' }],
    ['needId', { needStatement: undefined, needId: '00000000-0000-4000-8000-000000000000' }],
    ['needStatement', { needStatement: 'short' }],
    ['needStatement', { needId: '00000000-0000-4000-8000-000000000000' }],
    ['hostId', { hostId: '00000000-0000-4000-8000-000000000000' }],
    ['localStart', { localStart: '2026-12-31T16:00' }],
    ['localStart', { localStart: '2027-01-10T09:00', timeZone: 'UTC' }],
    ['localStart', { localStart: '2037-05-20T16:00' }],
    ['localStart', { localStart: '2027-02-30T16:00' }],
    ['localStart', { localStart: '2027-03-28T01:30' }],
    ['localStart', { localStart: 'tomorrow' }],
    ['localStart', { localStart: '2027-05-20T16:00Z' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['timeZone', { timeZone: '+03:00' }],
    ['timeZone', { timeZone: null }],
    ['durationMinutes', { durationMinutes: 0 }],
    ['durationMinutes', { durationMinutes: -90 }],
    ['durationMinutes', { durationMinutes: 20161 }],
    ['durationMinutes', { durationMinutes: 9_000_000_000 }],
    ['seats', { seats: 0 }],
    ['seats', { seats: 10_001 }],
    ['seats', { seats: 1.5 }],
    ['place', { place: null, link: null }],
    ['place', { place: 'x'.repeat(201) }],
    ['link', { link: 'http://meet.example.org/a' }],
    ['link', { link: 'javascript:alert(1)' }],
    ['link', { link: 'https://meet.example.org/\0' }],
    ['link', { link: 'https://meet.example.org/\u202etxt' }],
    ['link', { link: 'https://user:secret@meet.example.org' }],
    ['mutationKey', { mutationKey: '!' }],
  ])('names the field %s, and nothing is half done (%#)', async (path, wrong) => {
    const { communityId, coordinator } = await circle(app);
    expect(await fieldsOf(app, SCHEDULE, asked(communityId, wrong), coordinator)).toContain(path);
    expect(await app.sql('select id from need where community_id = $1', [communityId])).toEqual([]);
    expect(await app.sql('select id from session where community_id = $1', [communityId])).toEqual([]);
  });

  it('refuses a need of another community', async () => {
    const { communityId, coordinator } = await circle(app);
    const need = await buildNeed(app);
    expect(await fieldsOf(app, SCHEDULE, asked(communityId, { needStatement: undefined, needId: need.id }), coordinator)).toEqual([
      'needId',
    ]);
  });
});

describe('reading', () => {
  it('of a public community is for everybody, without link, names and changes; of a closed one for its members', async () => {
    const open = await buildSession(app, { link: 'https://meet.example.org/a' });
    await buildSessionSeat(app, open);
    const { session } = await app.ok(SESSION, { id: open.id });
    expect(session).toMatchObject({ id: open.id, takenSeats: 1, link: null, participants: [], changes: [], viewerCan: ['READ'] });
    const { id: communityId } = await buildCommunity(app, { visibility: Visibility.MEMBERS });
    const closed = await buildSession(app, { communityId });
    const outsider = open.scheduledById;
    for (const as of [undefined, outsider]) {
      expect(await app.refusal(SESSION, { id: closed.id }, { as })).toBe('NOT_FOUND');
      expect(await app.refusal(LIST, { communityId }, { as })).toBe('NOT_FOUND');
      const { statusCode } = await app.nest.inject({
        url: `/calendar/sessions/${closed.id}.ics`,
        headers: as ? { cookie: await app.cookieOf(as) } : {},
      });
      expect(statusCode).toBe(404);
    }
    expect((await app.ok(LIST, { communityId }, { as: closed.scheduledById })).sessions.nodes).toHaveLength(1);
    for (const id of ['x', randomUUID()]) expect(await app.refusal(SESSION, { id }, { as: outsider })).toBe('NOT_FOUND');
  });

  it('lists coming ones soonest first and past ones newest first, page by page, in three statements', async () => {
    const { communityId, coordinator } = await circle(app);
    const host = await buildOrganisation(app);
    const needId = (await buildNeed(app, { communityId })).id;
    for (let day = 1; day <= 28; day++) {
      const localStart = `2027-01-${String(day).padStart(2, '0')}T${day === 10 ? '08:30' : '12:00'}`;
      await buildSession(app, { communityId, scheduledById: coordinator, needId, hostId: host.id, title: String(day), localStart });
    }
    const all = async (variables: object) => {
      const titles: number[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { sessions }: { sessions: ShownPage } = await app.ok(LIST, { ...variables, first: 7, after }, { as: coordinator });
        titles.push(...sessions.nodes.map((node) => Number(node.title)));
        ({ endCursor: after, hasNextPage: more } = sessions.pageInfo);
      }
      return titles;
    };
    const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
    // The tenth runs right now: it is coming until it is over.
    expect(await all({ communityId, time: 'COMING' })).toEqual(days(10, 28));
    expect(await all({ communityId, time: 'PAST' })).toEqual(days(1, 9).reverse());
    expect(await all({ communityId })).toEqual(days(1, 28));
    expect(await all({})).toEqual(days(1, 28));
    expect(await all({ from: '2027-01-05T12:30:00Z', to: '2027-01-08T12:00:00Z' })).toEqual([5, 6, 7]);
    // Who asks; the sessions; their community; who scheduled them.
    expect(await app.statements(() => app.ok(LIST, { first: 20 }, { as: coordinator }))).toHaveLength(4);
    expect(await app.statements(() => app.ok(LIST, { first: 20 }, { as: coordinator }))).not.toContainEqual(
      expect.stringContaining('"Session"'),
    );
  });

  it('knows the next one: where I have a seat, else the soonest; never one that was called off', async () => {
    const { communityId, coordinator, people } = await circle(app, 1);
    const me = await app.get(Authentication).actorByPerson(people[0] as string);
    const sessions = app.get(Sessions);
    expect(await sessions.next(me)).toBeNull();
    const at = (localStart: string) => buildSession(app, { communityId, scheduledById: coordinator, localStart });
    const [off, soon, mine] = [await at('2027-02-01T10:00'), await at('2027-02-02T10:00'), await at('2027-02-03T10:00')];
    await app.ok(CANCEL, { input: { sessionId: off.id, reason: 'The host is ill' } }, { as: coordinator });
    expect((await sessions.next(me))?.id).toBe(soon.id);
    await app.ok(TAKE, { input: { sessionId: mine.id } }, { as: people[0] });
    expect((await sessions.next(me))?.id).toBe(mine.id);
  });

  it('without a community is of mine, so it needs me', async () => {
    expect(await app.refusal(LIST, {})).toBe('UNAUTHENTICATED');
    expect((await app.ok(LIST, {}, { as: (await buildPerson(app)).id })).sessions.nodes).toEqual([]);
    const { errors } = await app.graphql(
      LIST,
      { from: '2027-01-05T12:30:00Z', to: '2027-01-05T12:30:00Z' },
      { as: (await buildPerson(app)).id },
    );
    expect(errors?.[0]?.extensions.fields[0]?.path).toBe('to');
  });
});

describe('calendars', () => {
  const get = (url: string, cookie?: string) => app.nest.inject({ url: new URL(url).pathname, headers: cookie ? { cookie } : {} });
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as never[]).getAllSubcomponents('vevent').map((event) => {
      const value = (name: string) => event.getFirstPropertyValue(name)?.toString();
      return {
        uid: value('uid'),
        summary: value('summary'),
        start: value('dtstart'),
        status: value('status'),
        sequence: value('sequence'),
        text: value('description') ?? '',
      };
    });
  const CREATE_FEED = 'mutation { createCalendarFeed { feed { id createdAt lastFetchedAt } url } }';
  const FEEDS = '{ calendarFeeds { id lastFetchedAt } }';
  const REVOKE = 'mutation ($feedId: ID!) { revokeCalendarFeed(feedId: $feedId) }';

  it('a file of one session has the right instant, and the same entry after a change with a higher sequence', async () => {
    const session = await buildSession(app, {
      localStart: '2027-03-27T16:00',
      timeZone: 'Europe/Kyiv',
      link: 'https://meet.example.org/a',
    });
    const { calendarUrl } = (await app.ok(SESSION, { id: session.id })).session;
    const answer = await get(calendarUrl);
    expect(answer.headers).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' });
    const [before] = events(answer.body);
    expect(before).toMatchObject({ start: '2027-03-27T14:00:00Z', status: 'CONFIRMED', sequence: '0' });
    expect(answer.body).not.toContain('meet.example.org');
    await app.ok(CHANGE, { input: { sessionId: session.id, localStart: '2027-03-28T16:00' } }, { as: session.scheduledById });
    const [after] = events((await get(calendarUrl, await app.cookieOf(session.scheduledById))).body);
    expect(after).toEqual(expect.objectContaining({ uid: before?.uid, start: '2027-03-28T13:00:00Z', sequence: '1' }));
    await app.ok(CANCEL, { input: { sessionId: session.id, reason: 'The host is ill' } }, { as: session.scheduledById });
    expect(events((await get(calendarUrl)).body)).toEqual([
      expect.objectContaining({ uid: before?.uid, status: 'CANCELLED', sequence: '2' }),
    ]);
  });

  it('a feed holds my seats and what is coming in my communities, with my rights of this moment', async () => {
    const { communityId, coordinator, people } = await circle(app, 1, { visibility: Visibility.MEMBERS });
    const [me] = people as [string];
    const link = 'https://meet.example.org/a';
    const description = 'The whole story';
    const mine = await buildSession(app, { communityId, scheduledById: coordinator, title: 'Mine', link, description });
    await buildSession(app, { communityId, scheduledById: coordinator, title: 'Not chosen', link, description });
    await buildSession(app, { communityId, scheduledById: coordinator, title: 'Over', localStart: '2026-12-01T10:00' });
    await buildSession(app, { title: 'Elsewhere' });
    await buildSessionSeat(app, mine, { personId: me });
    const { createCalendarFeed: created } = await app.ok(CREATE_FEED, {}, { as: me });
    expect(created.feed.lastFetchedAt).toBeNull();
    const token = created.url.match(/feed\/([\w-]{43})\.ics$/)?.[1] as string;
    const [{ kept }] = (await app.sql(`select count(*)::int as kept from calendar_feed where token_hash = $1`, [Buffer.from(token)])) as [
      { kept: number },
    ];
    expect(kept).toBe(0);
    const answer = await get(created.url);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(events(answer.body).map(({ summary, status }) => [summary, status])).toEqual(
      expect.arrayContaining([
        ['Mine', 'CONFIRMED'],
        ['Not chosen', 'TENTATIVE'],
      ]),
    );
    expect(events(answer.body)).toHaveLength(2);
    expect(events(answer.body).find(({ summary }) => summary === 'Not chosen')?.text).not.toMatch(/story|meet/);
    expect(events(answer.body).find(({ summary }) => summary === 'Mine')?.text).toContain(`${description}\n\n${link}`);
    expect((await app.ok(FEEDS, {}, { as: me })).calendarFeeds[0].lastFetchedAt).toBe('2027-01-10T09:00:00.000Z');
    await app.sql('delete from membership where person_id = $1', [me]);
    expect(events((await get(created.url)).body)).toEqual([]);
  });

  it('a feed can be revoked by its owner alone, five at most', async () => {
    const me = (await buildPerson(app)).id;
    const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(() => app.graphql(CREATE_FEED, {}, { as: me })));
    const made = answers.filter(({ errors }) => !errors).map(({ data }) => data['createCalendarFeed']);
    expect(made).toHaveLength(5);
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.code) ?? [])).toEqual([
      'TOO_MANY_FEEDS',
      'TOO_MANY_FEEDS',
    ]);
    const [{ feed, url }] = made;
    expect(await app.refusal(REVOKE, { feedId: feed.id }, { as: (await buildPerson(app)).id })).toBe('NOT_FOUND');
    expect(await app.refusal(REVOKE, { feedId: 'x' }, { as: me })).toBe('NOT_FOUND');
    expect((await get(url)).statusCode).toBe(200);
    await app.ok(REVOKE, { feedId: feed.id }, { as: me });
    const gone = await get(url);
    const never = await get(url.replace(/feed\/.{10}/, 'feed/0000000000'));
    expect([gone.statusCode, gone.body]).toEqual([404, never.body]);
    expect((await app.ok(FEEDS, {}, { as: me })).calendarFeeds).toHaveLength(4);
  });

  it.each([
    '/calendar/sessions/x.ics',
    '/calendar/sessions/%00.ics',
    `/calendar/feed/${'a'.repeat(43)}.ics`,
    '/calendar/feed/..%2f..%2fetc.ics',
  ])('%s is not there', async (path) => {
    expect((await app.nest.inject({ url: path })).statusCode).toBe(404);
  });
});
