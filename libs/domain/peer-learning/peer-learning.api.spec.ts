import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { MembershipRole, Visibility } from '../communities/community.enums.js';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import { buildNeed } from '../needs/testing.js';
import { buildOrganisation, buildPerson } from '../people/testing.js';
import { buildSession, buildSessionSeat } from './testing.js';

interface ShownSeat {
  person: { id: string };
  state: string;
  waitingPosition: number | null;
}
interface ShownChange {
  field: string;
  before: string | null;
  after: string | null;
}
interface ShownPage {
  nodes: { title: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(() => app.clock.set('2027-01-10T09:00:00Z'));
afterAll(() => app.stop());

const FIELDS = `id title kind description need { id statement sessionCount } host { id name } startsAt endsAt localStart timeZone durationMinutes place link
  seats takenSeats waitingCount state isPast cancelReason scheduledBy { id } viewerSeat { id state waitingPosition } viewerCan
  participants { person { id } state waitingPosition organisation { id } } changes { field before after changedBy { id } } calendarUrl community { id sessionCount }`;
const SCHEDULE = `mutation ($input: ScheduleSessionInput!) { scheduleSession(input: $input) { ${FIELDS} } }`;
const CHANGE = `mutation ($input: ChangeSessionInput!) { changeSession(input: $input) { ${FIELDS} } }`;
const CANCEL = `mutation ($input: CancelSessionInput!) { cancelSession(input: $input) { ${FIELDS} } }`;
const TAKE = `mutation ($input: TakeSeatInput!) { takeSeat(input: $input) { ${FIELDS} } }`;
const GIVE_UP = `mutation ($input: GiveUpSeatInput!) { giveUpSeat(input: $input) { ${FIELDS} } }`;
const SESSION = `query ($id: ID!) { session(id: $id) { ${FIELDS} } }`;
const LIST = `query ($communityId: ID, $time: SessionTime, $from: DateTime, $to: DateTime, $first: PageSize, $after: String) {
  sessions(communityId: $communityId, time: $time, from: $from, to: $to, first: $first, after: $after) {
    nodes { id title startsAt takenSeats viewerSeat { state } viewerCan need { statement } host { name } community { name } scheduledBy { name } }
    pageInfo { hasNextPage endCursor } } }`;

/** A community with a coordinator and so many members. */
async function circle(members = 0, overrides: Parameters<typeof buildCommunity>[1] = {}) {
  const { id: communityId } = await buildCommunity(app, overrides);
  const coordinator = (await buildMembership(app, { communityId, role: MembershipRole.COORDINATOR })).personId;
  const people: string[] = [];
  for (let index = 0; index < members; index++) people.push((await buildMembership(app, { communityId })).personId);
  return { communityId, coordinator, people };
}
const asked = (communityId: string, overrides: object = {}) => ({
  communityId,
  title: 'Teaching adults to read',
  kind: 'WORKSHOP',
  needStatement: 'How do we teach adults who never went to school?',
  localStart: '2027-05-20T16:00',
  timeZone: 'Europe/Lisbon',
  durationMinutes: 90,
  place: 'Town hall, Braga',
  link: 'https://meet.example.org/a',
  seats: 12,
  ...overrides,
});
const told = async (name: string, sessionId: string) =>
  (await app.sql(`select payload from event where name = $1 and payload->>'sessionId' = $2 order by occurred_at`, [name, sessionId])).map(
    (row) => row['payload'],
  );
const roomHeard = async (room: string) =>
  (await app.sql('select kind, payload from room_message where room = $1 order by seq', [room])) as {
    kind: string;
    payload: Record<string, unknown>;
  }[];
const fieldsOf = async (query: string, input: object, as: string) => {
  const { errors, status } = await app.graphql(query, { input }, { as });
  expect(status).toBeLessThan(500);
  expect(errors?.[0]?.extensions.kind).toBe('INVALID');
  return errors?.[0]?.extensions.fields.map((field) => field.path);
};

describe('scheduling', () => {
  it('sets what was agreed, raises the need, counts it and tells the community', async () => {
    const { communityId, coordinator } = await circle();
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
      viewerCan: ['READ', 'TAKE_SEAT', 'CHANGE', 'CANCEL', 'SEE_LINK', 'SEE_PARTICIPANTS'],
      need: {
        statement: 'How do we teach adults who never went to school?',
        sessionCount: 1,
      },
      community: {
        id: communityId,
        sessionCount: 1,
      },
    });
    expect(await told('peer-learning.session-scheduled', session.id)).toEqual([
      { sessionId: session.id, communityId, scheduledById: coordinator },
    ]);
    expect(await roomHeard(`community:${communityId}`)).toEqual([
      { kind: 'session-scheduled', payload: { id: session.id, title: session.title, startsAt: '2027-05-20T15:00:00.000Z' } },
    ]);
    const [reminder] = await app.sql(`select start_after from pgboss.job where name = 'peer-learning.remind' and data->>'sessionId' = $1`, [
      session.id,
    ]);
    expect(reminder?.['start_after']).toEqual(new Date('2027-05-19T15:00:00Z'));
  });

  it('answers an existing need, once for one key', async () => {
    const { communityId, coordinator } = await circle();
    const need = await buildNeed(app, { communityId });
    const input = asked(communityId, { needStatement: undefined, needId: need.id, mutationKey: 'twice-the-same' });
    const [one, two] = await Promise.all([1, 2].map(() => app.ok(SCHEDULE, { input }, { as: coordinator })));
    expect(one?.['scheduleSession'].id).toBe(two?.['scheduleSession'].id);
    expect((await app.ok(SESSION, { id: one?.['scheduleSession'].id })).session.need).toMatchObject({ id: need.id, sessionCount: 1 });
  });

  it('is for coordinators and facilitators', async () => {
    const { communityId, people } = await circle(1);
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
    ['link', { link: 'https://user:secret@meet.example.org' }],
    ['mutationKey', { mutationKey: '!' }],
  ])('names the field %s, and nothing is half done (%#)', async (path, wrong) => {
    const { communityId, coordinator } = await circle();
    expect(await fieldsOf(SCHEDULE, asked(communityId, wrong), coordinator)).toContain(path);
    expect(await app.sql('select id from need where community_id = $1', [communityId])).toEqual([]);
    expect(await app.sql('select id from session where community_id = $1', [communityId])).toEqual([]);
  });

  it('refuses a need of another community', async () => {
    const { communityId, coordinator } = await circle();
    const need = await buildNeed(app);
    expect(await fieldsOf(SCHEDULE, asked(communityId, { needStatement: undefined, needId: need.id }), coordinator)).toEqual(['needId']);
  });
});

describe('seats', () => {
  it('are taken and given up; the first who waits moves up and is told', async () => {
    const { communityId, coordinator, people } = await circle(3);
    const session = await buildSession(app, { communityId, scheduledById: coordinator, seats: 1, link: 'https://meet.example.org/a' });
    const [first, second, third] = people as [string, string, string];
    const input = { sessionId: session.id };
    const one = (await app.ok(TAKE, { input }, { as: first })).takeSeat;
    expect(one).toMatchObject({
      takenSeats: 1,
      waitingCount: 0,
      viewerSeat: { state: 'TAKEN', waitingPosition: null },
      link: 'https://meet.example.org/a',
    });
    expect(one.viewerCan).toEqual(['READ', 'GIVE_UP_SEAT', 'SEE_LINK', 'SEE_PARTICIPANTS']);
    await app.ok(TAKE, { input }, { as: second });
    const waiting = (await app.ok(TAKE, { input }, { as: third })).takeSeat;
    expect(waiting).toMatchObject({ takenSeats: 1, waitingCount: 2, viewerSeat: { state: 'WAITING', waitingPosition: 2 }, link: null });
    expect(waiting.participants.map((seat: ShownSeat) => [seat.person.id, seat.state, seat.waitingPosition])).toEqual([
      [first, 'TAKEN', null],
      [second, 'WAITING', 1],
      [third, 'WAITING', 2],
    ]);
    expect((await app.ok(GIVE_UP, { input }, { as: first })).giveUpSeat).toMatchObject({
      takenSeats: 1,
      waitingCount: 1,
      viewerSeat: null,
      link: null,
    });
    expect((await app.ok(SESSION, { id: session.id }, { as: second })).session.viewerSeat).toMatchObject({
      state: 'TAKEN',
      waitingPosition: null,
    });
    expect((await app.ok(SESSION, { id: session.id }, { as: third })).session.viewerSeat).toMatchObject({
      state: 'WAITING',
      waitingPosition: 1,
    });
    const [movedUp] = await told('peer-learning.seat-moved-up', session.id);
    expect(movedUp).toMatchObject({ personId: second, communityId });
    expect((await roomHeard(`person:${second}`)).map(({ payload }) => payload)).toEqual([
      { sessionId: session.id, state: 'WAITING' },
      { sessionId: session.id, state: 'TAKEN' },
    ]);
    expect((await roomHeard(`session:${session.id}`)).map(({ kind, payload }) => [kind, payload.takenSeats, payload.waitingCount])).toEqual(
      [
        ['seats-changed', 1, 0],
        ['seats-changed', 1, 1],
        ['seats-changed', 1, 2],
        ['seats-changed', 1, 1],
      ],
    );
  });

  it('twenty press at once for three: three get one, seventeen wait in a row without gaps', async () => {
    const { communityId, coordinator, people } = await circle(20);
    const session = await buildSession(app, { communityId, scheduledById: coordinator, seats: 3 });
    await Promise.all(people.map((as) => app.ok(TAKE, { input: { sessionId: session.id } }, { as })));
    const { session: after } = await app.ok(SESSION, { id: session.id }, { as: coordinator });
    expect(after).toMatchObject({ takenSeats: 3, waitingCount: 17 });
    const positions = after.participants.map((seat: ShownSeat) => seat.waitingPosition);
    expect(positions).toEqual([null, null, null, ...Array.from({ length: 17 }, (_, index) => index + 1)]);
    expect(new Set(after.participants.map((seat: ShownSeat) => seat.person.id))).toEqual(new Set(people));
    // All give theirs up at once as well: nobody is left behind, whoever moved up meanwhile.
    await Promise.all(people.map((as) => app.ok(GIVE_UP, { input: { sessionId: session.id } }, { as })));
    expect((await app.ok(SESSION, { id: session.id }, { as: coordinator })).session).toMatchObject({
      takenSeats: 0,
      waitingCount: 0,
      participants: [],
    });
  });

  it('one key acts once, however often and however fast; without a key the second press is told', async () => {
    const { communityId, coordinator, people } = await circle(2);
    const session = await buildSession(app, { communityId, scheduledById: coordinator });
    const [as, other] = people as [string, string];
    const input = { sessionId: session.id, mutationKey: 'press-press-press' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => app.ok(TAKE, { input }, { as })));
    expect(new Set(answers.map((answer) => answer['takeSeat'].viewerSeat.id)).size).toBe(1);
    expect(await told('peer-learning.seat-taken', session.id)).toHaveLength(1);
    const presses = await Promise.all([1, 2].map(() => app.graphql(TAKE, { input: { sessionId: session.id } }, { as: other })));
    expect(presses.map(({ errors }) => errors?.[0]?.extensions.code ?? 'taken').sort()).toEqual(['ALREADY_SEATED', 'taken']);
    const releases = await Promise.all([1, 2].map(() => app.graphql(GIVE_UP, { input: { sessionId: session.id } }, { as: other })));
    expect(releases.map(({ errors }) => errors?.[0]?.extensions.code ?? 'given up').sort()).toEqual(['NOT_SEATED', 'given up']);
    expect((await app.ok(SESSION, { id: session.id })).session).toMatchObject({ takenSeats: 1, waitingCount: 0 });
  });

  it('are for members, before the start, and not when it was called off', async () => {
    const { communityId, coordinator, people } = await circle(1);
    const session = await buildSession(app, { communityId, scheduledById: coordinator });
    const [member] = people;
    const input = { sessionId: session.id };
    expect(await app.refusal(TAKE, { input })).toBe('UNAUTHENTICATED');
    expect(await app.refusal(TAKE, { input }, { as: (await buildPerson(app)).id })).toBe('FORBIDDEN');
    expect(await app.refusal(GIVE_UP, { input }, { as: member })).toBe('NOT_SEATED');
    app.clock.set('2027-05-20T15:00:00Z');
    expect(await app.refusal(TAKE, { input }, { as: member })).toBe('SESSION_HAS_STARTED');
    app.clock.set('2027-05-20T16:30:00Z');
    expect(await app.refusal(TAKE, { input }, { as: member })).toBe('SESSION_IS_OVER');
    app.clock.set('2027-01-10T09:00:00Z');
    await app.ok(CANCEL, { input: { ...input, reason: 'The host is ill' } }, { as: coordinator });
    expect(await app.refusal(TAKE, { input }, { as: member })).toBe('SESSION_IS_CANCELLED');
    for (const id of ['x', randomUUID()])
      expect(['NOT_FOUND', 'INVALID']).toContain(await app.refusal(TAKE, { input: { sessionId: id } }, { as: member }));
  });

  it('are left to others by those who leave the community', async () => {
    const { communityId, coordinator, people } = await circle(2);
    const session = await buildSession(app, { communityId, scheduledById: coordinator, seats: 1 });
    const [leaver, waiter] = people as [string, string];
    for (const as of people) await app.ok(TAKE, { input: { sessionId: session.id } }, { as });
    await app.ok(
      `mutation ($input: LeaveCommunityInput!) { leaveCommunity(input: $input) { id } }`,
      { input: { communityId } },
      { as: leaver },
    );
    await app.jobsDone();
    const { session: after } = await app.ok(SESSION, { id: session.id }, { as: waiter });
    expect(after).toMatchObject({ takenSeats: 1, waitingCount: 0, viewerSeat: { state: 'TAKEN' } });
    expect(after.participants).toHaveLength(1);
  });
});

describe('changing', () => {
  it('records from what to what, tells it, and plans a new reminder', async () => {
    const { communityId, coordinator, people } = await circle(1);
    const host = await buildOrganisation(app);
    const session = await buildSession(app, { communityId, scheduledById: coordinator, link: 'https://meet.example.org/a' });
    const input = {
      sessionId: session.id,
      title: 'Reading aloud',
      localStart: '2027-05-21T16:00',
      timeZone: 'Europe/Kyiv',
      link: 'https://meet.example.org/b',
      place: null,
      hostId: host.id,
    };
    const { changeSession: changed } = await app.ok(CHANGE, { input }, { as: coordinator });
    expect(changed).toMatchObject({
      title: 'Reading aloud',
      startsAt: '2027-05-21T13:00:00.000Z',
      endsAt: '2027-05-21T14:30:00.000Z',
      place: null,
      seats: 12,
    });
    expect(changed.changes.map(({ field, before, after }: ShownChange) => [field, before, after]).sort()).toEqual([
      ['host', null, host.name],
      ['link', null, null],
      ['place', 'Town hall, Braga', null],
      ['startsAt', '2027-05-20T15:00:00.000Z', '2027-05-21T13:00:00.000Z'],
      ['timeZone', 'Europe/Lisbon', 'Europe/Kyiv'],
      ['title', 'Teaching adults to read', 'Reading aloud'],
    ]);
    const [event] = (await told('peer-learning.session-changed', session.id)) as { changeIds: string[] }[];
    expect(event?.changeIds).toHaveLength(6);
    const heard = await roomHeard(`session:${session.id}`);
    expect(heard.map(({ kind }) => kind)).toEqual(['session-changed']);
    expect(JSON.stringify(heard)).not.toContain('meet.example.org');
    expect((await app.ok(SESSION, { id: session.id }, { as: people[0] })).session.link).toBeNull();
    const jobs = await app.sql(
      `select data->>'startsAt' as at from pgboss.job where name = 'peer-learning.remind' and data->>'sessionId' = $1`,
      [session.id],
    );
    expect(jobs).toEqual([{ at: '2027-05-21T13:00:00.000Z' }]);
  });

  it('of nothing changes nothing and tells nobody', async () => {
    const session = await buildSession(app);
    const input = { sessionId: session.id, title: session.title, seats: session.seats, localStart: session.localStart };
    expect((await app.ok(CHANGE, { input }, { as: session.scheduledById })).changeSession.changes).toEqual([]);
    expect(await told('peer-learning.session-changed', session.id)).toEqual([]);
    expect(await app.sql('select sequence from session where id = $1', [session.id])).toEqual([{ sequence: 0 }]);
  });

  it('to more seats lets the waiting list move up, in its order', async () => {
    const { communityId, coordinator, people } = await circle(5);
    const session = await buildSession(app, { communityId, scheduledById: coordinator, seats: 1 });
    for (const as of people) await app.ok(TAKE, { input: { sessionId: session.id } }, { as });
    const { changeSession: changed } = await app.ok(CHANGE, { input: { sessionId: session.id, seats: 3 } }, { as: coordinator });
    expect(changed).toMatchObject({ seats: 3, takenSeats: 3, waitingCount: 2 });
    expect(changed.participants.map((seat: ShownSeat) => [seat.person.id, seat.waitingPosition])).toEqual(
      people.map((id, index) => [id, index < 3 ? null : index - 2]),
    );
    const movedUp = await told('peer-learning.seat-moved-up', session.id);
    expect(new Set(movedUp.map((payload) => (payload as { personId: string }).personId))).toEqual(new Set([people[1], people[2]]));
  });

  it.each<[string, object]>([
    ['seats', { seats: 1 }],
    ['seats', { seats: 0 }],
    ['seats', { seats: null }],
    ['title', { title: null }],
    ['localStart', { localStart: '2027-01-01T10:00' }],
    ['localStart', { localStart: '2027-03-28T01:30' }],
    ['timeZone', { timeZone: 'Nowhere' }],
    ['durationMinutes', { durationMinutes: 1 }],
    ['place', { place: '' }],
    ['link', { link: 'ftp://x.example.org' }],
    ['hostId', { hostId: '00000000-0000-4000-8000-000000000000' }],
  ])('names the field %s and leaves all as it was (%#)', async (path, wrong) => {
    const session = await buildSession(app);
    for (const state of ['TAKEN', 'TAKEN'] as const) await buildSessionSeat(app, session, { state });
    const before = await app.sql('select * from session where id = $1', [session.id]);
    expect(await fieldsOf(CHANGE, { sessionId: session.id, ...wrong }, session.scheduledById)).toEqual([path]);
    expect(await app.sql('select * from session where id = $1', [session.id])).toEqual(before);
  });

  it('is for organisers, until it is over', async () => {
    const { communityId, coordinator, people } = await circle(1);
    const session = await buildSession(app, { communityId, scheduledById: coordinator });
    const input = { sessionId: session.id, title: 'Something else' };
    expect(await app.refusal(CHANGE, { input }, { as: people[0] })).toBe('FORBIDDEN');
    expect(await app.refusal(CANCEL, { input: { sessionId: session.id, reason: 'Just so' } }, { as: people[0] })).toBe('FORBIDDEN');
    app.clock.set('2027-05-21T10:00:00Z');
    expect(await app.refusal(CHANGE, { input }, { as: coordinator })).toBe('SESSION_IS_OVER');
  });

  it('by cancelling keeps the seats, counts it no longer, and tells why', async () => {
    const { communityId, coordinator } = await circle();
    const { scheduleSession } = await app.ok(SCHEDULE, { input: asked(communityId) }, { as: coordinator });
    const { id: sessionId } = scheduleSession;
    const { cancelSession: cancelled } = await app.ok(CANCEL, { input: { sessionId, reason: ' The host is ill ' } }, { as: coordinator });
    expect(cancelled).toMatchObject({
      state: 'CANCELLED',
      cancelReason: 'The host is ill',
      need: { sessionCount: 0 },
      community: { sessionCount: 0 },
    });
    expect(cancelled.viewerCan).toEqual(['READ', 'SEE_LINK', 'SEE_PARTICIPANTS']);
    expect(await told('peer-learning.session-cancelled', sessionId)).toEqual([{ sessionId, communityId, cancelledById: coordinator }]);
    expect((await roomHeard(`session:${sessionId}`)).map(({ kind }) => kind)).toEqual(['session-cancelled']);
    expect(await app.refusal(CANCEL, { input: { sessionId, reason: 'Again' } }, { as: coordinator })).toBe('SESSION_IS_CANCELLED');
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
    const { communityId, coordinator } = await circle();
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
    const { communityId, coordinator, people } = await circle(1, { visibility: Visibility.MEMBERS });
    const [me] = people as [string];
    const link = 'https://meet.example.org/a';
    const mine = await buildSession(app, { communityId, scheduledById: coordinator, title: 'Mine', link });
    await buildSession(app, { communityId, scheduledById: coordinator, title: 'Not chosen', link });
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
    expect(events(answer.body).find(({ summary }) => summary === 'Not chosen')?.text).not.toContain(link);
    expect(events(answer.body).find(({ summary }) => summary === 'Mine')?.text).toContain(link);
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
