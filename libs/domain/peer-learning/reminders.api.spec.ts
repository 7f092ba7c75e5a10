import ICAL from 'ical.js';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildMembership } from '../communities/testing.js';
import { buildPerson } from '../people/testing.js';
import { Actor, Authentication } from '#platform/auth';
import { Rooms } from '#platform/realtime';
import { Mailbox } from '#platform/mail';
import { Calendars } from './calendars.service.js';
import { REMINDER_MAIL, Reminders } from './reminders.service.js';
import { Seats } from './seats.service.js';
import { SessionChanges } from './session-changes.service.js';
import type { Session } from './session.entity.js';
import { buildSession, buildSessionSeat } from './testing.js';
import { TimeRules } from './time-rules.service.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(() => app.clock.set('2027-05-19T15:00:05Z'));
afterAll(() => app.stop());

const START = '2027-05-20T15:00:00.000Z';
const actorOf = (personId: string) => app.get(Authentication).actorByPerson(personId);
const remind = (session: Session, startsAt = START) => app.get(Reminders).remind({ sessionId: session.id, startsAt });
const mailsTo = async (email: string) => {
  await app.jobsDone();
  // People are also told of changes; those mails are somebody else's.
  return (await app.get(Mailbox).list(email)).filter(({ kind }) => kind === REMINDER_MAIL);
};
async function seated(session: Session, overrides: Parameters<typeof buildPerson>[1] = {}, state: 'TAKEN' | 'WAITING' = 'TAKEN') {
  const person = await buildPerson(app, overrides);
  await buildMembership(app, { communityId: session.communityId, personId: person.id });
  await buildSessionSeat(app, session, { personId: person.id, state });
  return person;
}
const entryOf = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text) as never[]);
  const value = (component: ICAL.Component | null, name: string) => component?.getFirstPropertyValue(name)?.toString();
  const event = calendar.getFirstSubcomponent('vevent');
  return {
    method: value(calendar, 'method'),
    uid: value(event, 'uid'),
    status: value(event, 'status'),
    sequence: value(event, 'sequence'),
    start: value(event, 'dtstart'),
    attendee: value(event, 'attendee'),
  };
};

describe('a reminder', () => {
  it.each([
    ['en', 'Europe/Lisbon', 'Your session is tomorrow', '16:00'],
    ['fr', 'Europe/Paris', 'Votre séance a lieu demain', '17:00'],
    ['de', 'Europe/Vienna', 'Ihr Treffen ist morgen', '17:00'],
    ['uk', 'Europe/Kyiv', 'Ваша сесія завтра', '18:00'],
    ['ar', 'Asia/Beirut', 'جلستكم غدًا', '٦:٠٠'],
  ])('in %s, in the zone of its reader, with the calendar entry', async (language, timeZone, heading, time) => {
    const session = await buildSession(app, { link: 'https://meet.example.org/a', title: 'Reading aloud' });
    const person = await seated(session, { language, timeZone });
    await remind(session);
    const [mail, ...more] = await mailsTo(person.email);
    expect(more).toEqual([]);
    expect(mail?.language).toBe(language);
    expect(mail?.subject).not.toContain('Reading aloud');
    for (const part of [heading, time, 'Reading aloud', 'Town hall, Braga', 'https://meet.example.org/a', `/s/${session.id}`])
      expect(mail?.text).toContain(part);
    expect(entryOf(mail?.calendar ?? '')).toMatchObject({
      method: 'REQUEST',
      status: 'CONFIRMED',
      start: '2027-05-20T15:00:00Z',
      attendee: `mailto:${person.email}`,
    });
  });

  it('goes once, however often its job runs, and not to those who wait', async () => {
    const session = await buildSession(app, { seats: 2 });
    const [one, two] = [await seated(session), await seated(session)];
    const waiting = await seated(session, {}, 'WAITING');
    await Promise.all([remind(session), remind(session), remind(session)]);
    await remind(session);
    expect([await mailsTo(one.email), await mailsTo(two.email), await mailsTo(waiting.email)].map((mails) => mails.length)).toEqual([
      1, 1, 0,
    ]);
    const events = await app.sql(
      `select payload->>'personId' as id from event where name = 'peer-learning.session-is-near' and payload->>'sessionId' = $1`,
      [session.id],
    );
    expect(new Set(events.map((event) => event['id']))).toEqual(new Set([one.id, two.id]));
  });

  it('of a time that was changed stays silent; the new time has its own', async () => {
    const session = await buildSession(app);
    const person = await seated(session);
    await app.get(SessionChanges).change(await actorOf(session.scheduledById), { sessionId: session.id, localStart: '2027-05-22T16:00' });
    await remind(session);
    expect(await mailsTo(person.email)).toHaveLength(0);
    app.clock.set('2027-05-21T15:00:05Z');
    await remind(session, '2027-05-22T15:00:00.000Z');
    expect(await mailsTo(person.email)).toHaveLength(1);
    // Back to where it was: a third time, which nobody was reminded of yet.
    await app.get(SessionChanges).change(await actorOf(session.scheduledById), { sessionId: session.id, localStart: '2027-05-23T16:00' });
    await app.get(SessionChanges).change(await actorOf(session.scheduledById), { sessionId: session.id, localStart: '2027-05-22T16:00' });
    await remind(session, '2027-05-22T15:00:00.000Z');
    expect(await mailsTo(person.email)).toHaveLength(1);
  });

  it.each<[string, (session: Session, personId: string) => Promise<unknown>]>([
    [
      'it was called off',
      async (session) =>
        app.get(SessionChanges).cancel(await actorOf(session.scheduledById), { sessionId: session.id, reason: 'The host is ill' }),
    ],
    ['the seat was given up', async (session, personId) => app.get(Seats).giveUp(await actorOf(personId), { sessionId: session.id })],
    ['the person is no longer a member', (_, personId) => app.sql('delete from membership where person_id = $1', [personId])],
  ])('is not sent when %s before it left', async (_, happen) => {
    const session = await buildSession(app);
    const person = await seated(session);
    await happen(session, person.id);
    await remind(session);
    expect(await mailsTo(person.email)).toHaveLength(0);
  });

  it('is not sent when the session has begun', async () => {
    const session = await buildSession(app);
    const person = await seated(session);
    app.clock.set(START);
    await remind(session);
    expect(await mailsTo(person.email)).toHaveLength(0);
  });
});

describe('the calendar entry of a mail', () => {
  it('is one entry that changes, and goes away with the seat or the session', async () => {
    const session = await buildSession(app);
    const [stays, leaves] = [await seated(session), await seated(session)];
    const mail = async (personId: string) => entryOf((await app.get(Calendars).mail(session.id, personId))?.text ?? '');
    const first = await mail(stays.id);
    expect(first).toMatchObject({ method: 'REQUEST', sequence: '0' });
    await app.get(SessionChanges).change(await actorOf(session.scheduledById), { sessionId: session.id, localStart: '2027-05-22T16:00' });
    expect(await mail(stays.id)).toMatchObject({ method: 'REQUEST', uid: first.uid, sequence: '1', start: '2027-05-22T15:00:00Z' });
    await app.get(Seats).giveUp(await actorOf(leaves.id), { sessionId: session.id });
    expect(await mail(leaves.id)).toMatchObject({ method: 'CANCEL', uid: first.uid, status: 'CANCELLED' });
    await app.get(SessionChanges).cancel(await actorOf(session.scheduledById), { sessionId: session.id, reason: 'The host is ill' });
    expect(await mail(stays.id)).toMatchObject({ method: 'CANCEL', uid: first.uid, sequence: '2', status: 'CANCELLED' });
  });
});

describe('rules of time that change', () => {
  it('move the instant of what was agreed by the wall clock, and its reminder', async () => {
    const session = await buildSession(app, { localStart: '2027-06-20T16:00' });
    // As if it had been stored while the zone had other rules.
    await app.sql(`update session set starts_at = starts_at - interval '1 hour', ends_at = ends_at - interval '1 hour' where id = $1`, [
      session.id,
    ]);
    await app.get(TimeRules).follow();
    await app.get(TimeRules).follow();
    const [row] = await app.sql('select starts_at, ends_at, sequence from session where id = $1', [session.id]);
    expect(row).toEqual({ starts_at: new Date('2027-06-20T15:00:00Z'), ends_at: new Date('2027-06-20T16:30:00Z'), sequence: 1 });
    const jobs = await app.sql(`select start_after from pgboss.job where name = 'peer-learning.remind' and data->>'sessionId' = $1`, [
      session.id,
    ]);
    expect(jobs).toEqual([{ start_after: new Date('2027-06-19T15:00:00Z') }]);
  });
});

describe('the room of a session', () => {
  it('is for those who may read it', async () => {
    const rooms = app.get(Rooms);
    const open = await buildSession(app);
    const closed = await buildSession(app);
    await app.sql(`update community set visibility = 'MEMBERS' where id = $1`, [closed.communityId]);
    const [outsider, member] = [await actorOf(open.scheduledById), await actorOf(closed.scheduledById)];
    const joins = [
      await rooms.mayJoin(Actor.stranger, `session:${open.id}`),
      await rooms.mayJoin(outsider, `session:${closed.id}`),
      await rooms.mayJoin(Actor.stranger, `session:${closed.id}`),
      await rooms.mayJoin(member, `session:${closed.id}`),
      await rooms.mayJoin(member, 'session:no-id'),
      await rooms.mayJoin(member, 'session:00000000-0000-4000-8000-000000000000'),
    ];
    expect(joins).toEqual([true, false, false, true, false, false]);
  });
});
