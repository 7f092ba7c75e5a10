import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildOrganisation, buildPerson } from '../people/testing.js';
import {
  asked,
  CANCEL,
  CHANGE,
  circle,
  fieldsOf,
  GIVE_UP,
  roomHeard,
  SCHEDULE,
  SESSION,
  type ShownChange,
  type ShownSeat,
  TAKE,
  told,
} from './testing/operations.js';
import { buildSession, buildSessionSeat } from './testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(() => app.clock.set('2027-01-10T09:00:00Z'));
afterAll(() => app.stop());

describe('seats', () => {
  it('are taken and given up; the first who waits moves up and is told', async () => {
    const { communityId, coordinator, people } = await circle(app, 3);
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
    const [movedUp] = await told(app, 'peer-learning.seat-moved-up', session.id);
    expect(movedUp).toMatchObject({ personId: second, communityId });
    expect((await roomHeard(app, `person:${second}`)).map(({ payload }) => payload).filter((payload) => 'sessionId' in payload)).toEqual([
      { sessionId: session.id, state: 'WAITING' },
      { sessionId: session.id, state: 'TAKEN' },
    ]);
    expect(
      (await roomHeard(app, `session:${session.id}`)).map(({ kind, payload }) => [kind, payload.takenSeats, payload.waitingCount]),
    ).toEqual([
      ['seats-changed', 1, 0],
      ['seats-changed', 1, 1],
      ['seats-changed', 1, 2],
      ['seats-changed', 1, 1],
    ]);
  });

  it('twenty press at once for three: three get one, seventeen wait in a row without gaps', async () => {
    const { communityId, coordinator, people } = await circle(app, 20);
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
    const { communityId, coordinator, people } = await circle(app, 2);
    const session = await buildSession(app, { communityId, scheduledById: coordinator });
    const [as, other] = people as [string, string];
    const input = { sessionId: session.id, mutationKey: 'press-press-press' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => app.ok(TAKE, { input }, { as })));
    expect(new Set(answers.map((answer) => answer['takeSeat'].viewerSeat.id)).size).toBe(1);
    expect(await told(app, 'peer-learning.seat-taken', session.id)).toHaveLength(1);
    const presses = await Promise.all([1, 2].map(() => app.graphql(TAKE, { input: { sessionId: session.id } }, { as: other })));
    expect(presses.map(({ errors }) => errors?.[0]?.extensions.code ?? 'taken').sort()).toEqual(['ALREADY_SEATED', 'taken']);
    const releases = await Promise.all([1, 2].map(() => app.graphql(GIVE_UP, { input: { sessionId: session.id } }, { as: other })));
    expect(releases.map(({ errors }) => errors?.[0]?.extensions.code ?? 'given up').sort()).toEqual(['NOT_SEATED', 'given up']);
    expect((await app.ok(SESSION, { id: session.id })).session).toMatchObject({ takenSeats: 1, waitingCount: 0 });
  });

  it('are for members, before the start, and not when it was called off', async () => {
    const { communityId, coordinator, people } = await circle(app, 1);
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
    const { communityId, coordinator, people } = await circle(app, 2);
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
    const { communityId, coordinator, people } = await circle(app, 1);
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
    const [event] = (await told(app, 'peer-learning.session-changed', session.id)) as { changeIds: string[] }[];
    expect(event?.changeIds).toHaveLength(6);
    const heard = await roomHeard(app, `session:${session.id}`);
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
    expect(await told(app, 'peer-learning.session-changed', session.id)).toEqual([]);
    expect(await app.sql('select sequence from session where id = $1', [session.id])).toEqual([{ sequence: 0 }]);
  });

  it('to more seats lets the waiting list move up, in its order', async () => {
    const { communityId, coordinator, people } = await circle(app, 5);
    const session = await buildSession(app, { communityId, scheduledById: coordinator, seats: 1 });
    for (const as of people) await app.ok(TAKE, { input: { sessionId: session.id } }, { as });
    const { changeSession: changed } = await app.ok(CHANGE, { input: { sessionId: session.id, seats: 3 } }, { as: coordinator });
    expect(changed).toMatchObject({ seats: 3, takenSeats: 3, waitingCount: 2 });
    expect(changed.participants.map((seat: ShownSeat) => [seat.person.id, seat.waitingPosition])).toEqual(
      people.map((id, index) => [id, index < 3 ? null : index - 2]),
    );
    const movedUp = await told(app, 'peer-learning.seat-moved-up', session.id);
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
    expect(await fieldsOf(app, CHANGE, { sessionId: session.id, ...wrong }, session.scheduledById)).toEqual([path]);
    expect(await app.sql('select * from session where id = $1', [session.id])).toEqual(before);
  });

  it('is for organisers, until it is over', async () => {
    const { communityId, coordinator, people } = await circle(app, 1);
    const session = await buildSession(app, { communityId, scheduledById: coordinator });
    const input = { sessionId: session.id, title: 'Something else' };
    expect(await app.refusal(CHANGE, { input }, { as: people[0] })).toBe('FORBIDDEN');
    expect(await app.refusal(CANCEL, { input: { sessionId: session.id, reason: 'Just so' } }, { as: people[0] })).toBe('FORBIDDEN');
    app.clock.set('2027-05-21T10:00:00Z');
    expect(await app.refusal(CHANGE, { input }, { as: coordinator })).toBe('SESSION_IS_OVER');
  });

  it('by cancelling keeps the seats, counts it no longer, and tells why', async () => {
    const { communityId, coordinator } = await circle(app);
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
    expect(await told(app, 'peer-learning.session-cancelled', sessionId)).toEqual([{ sessionId, communityId, cancelledById: coordinator }]);
    expect((await roomHeard(app, `session:${sessionId}`)).map(({ kind }) => kind)).toEqual(['session-cancelled']);
    expect(await app.refusal(CANCEL, { input: { sessionId, reason: 'Again' } }, { as: coordinator })).toBe('SESSION_IS_CANCELLED');
  });
});
