import fc from 'fast-check';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildMembership } from '../communities/testing.js';
import { Actor, Authentication } from '#platform/auth';
import { DomainError } from '#platform/errors';
import { Seats } from './seats.service.js';
import { SessionChanges } from './session-changes.service.js';
import type { Session } from './session.entity.js';
import { buildSession } from './testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  app.clock.set('2027-01-10T09:00:00Z');
});
afterAll(() => app.stop());

/** What the seats of a session must do, in ten lines: one queue, of which the first so many have a seat. */
class Model {
  private taken: number[] = [];
  private waiting: number[] = [];
  constructor(private seats: number) {}

  take(person: number): string {
    if (this.taken.includes(person) || this.waiting.includes(person)) return 'ALREADY_SEATED';
    (this.taken.length < this.seats ? this.taken : this.waiting).push(person);
    return 'done';
  }

  giveUp(person: number): string {
    if (!this.taken.includes(person) && !this.waiting.includes(person)) return 'NOT_SEATED';
    [this.taken, this.waiting] = [this.taken.filter((one) => one !== person), this.waiting.filter((one) => one !== person)];
    return this.moveUp();
  }

  resize(seats: number): string {
    if (seats < this.taken.length) return 'INVALID';
    this.seats = seats;
    return this.moveUp();
  }

  standing() {
    return { seats: this.seats, taken: [...this.taken].sort(ascending), waiting: this.waiting.map((person, index) => [person, index + 1]) };
  }

  private moveUp(): string {
    while (this.taken.length < this.seats && this.waiting.length > 0) this.taken.push(this.waiting.shift() as number);
    return 'done';
  }
}

const ascending = (one: number, other: number) => one - other;
const PEOPLE = 6;
const person = fc.nat({ max: PEOPLE - 1 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ verb: fc.constant('take' as const), person }) },
  { weight: 3, arbitrary: fc.record({ verb: fc.constant('giveUp' as const), person }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('resize' as const), seats: fc.integer({ min: 1, max: 5 }) }) },
);

it('does what a plain queue does, whatever people do and in whatever order', async () => {
  const template = await buildSession(app);
  const { communityId, needId, scheduledById } = template;
  const members: string[] = [];
  for (let index = 0; index < PEOPLE; index++) members.push((await buildMembership(app, { communityId })).personId);
  const authentication = app.get(Authentication);
  const actors = await Promise.all(members.map((id) => authentication.actorByPerson(id)));
  const coordinator = await authentication.actorByPerson(scheduledById);
  const outcome = (work: Promise<Session>) =>
    work.then(
      () => 'done',
      (error: unknown) => {
        if (error instanceof DomainError) return error.code;
        throw error;
      },
    );
  const standing = async (sessionId: string) => {
    const seats = (await app.get(Seats).seatsBySessions([sessionId]))[0] ?? [];
    const [kept] = await app.sql<{ seats: number; taken: number; waiting: number }>(
      'select seats, taken_seats as taken, waiting_count as waiting from session where id = $1',
      [sessionId],
    );
    const taken = seats.filter((seat) => seat.state === 'TAKEN').map((seat) => members.indexOf(seat.personId));
    const waiting = seats.filter((seat) => seat.state === 'WAITING').map((seat) => [members.indexOf(seat.personId), seat.waitingPosition]);
    expect([kept?.taken, kept?.waiting]).toEqual([taken.length, waiting.length]);
    return { seats: kept?.seats, taken: taken.sort(ascending), waiting };
  };
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(step, { minLength: 5, maxLength: 25 }), async (seats, steps) => {
      const { id: sessionId } = await buildSession(app, { communityId, needId, scheduledById, seats });
      const model = new Model(seats);
      for (const one of steps) {
        const [actual, expected] =
          one.verb === 'resize'
            ? [app.get(SessionChanges).change(coordinator, { sessionId, seats: one.seats }), model.resize(one.seats)]
            : one.verb === 'take'
              ? [app.get(Seats).take(actors[one.person] as Actor, { sessionId }), model.take(one.person)]
              : [app.get(Seats).giveUp(actors[one.person] as Actor, { sessionId }), model.giveUp(one.person)];
        expect(await outcome(actual)).toBe(expected);
        expect(await standing(sessionId)).toEqual(model.standing());
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

it('keeps its numbers when all happens at once', async () => {
  const session = await buildSession(app, { seats: 2 });
  const { communityId, scheduledById, id: sessionId } = session;
  const authentication = app.get(Authentication);
  const coordinator = await authentication.actorByPerson(scheduledById);
  const actors: Actor[] = [];
  for (let index = 0; index < 8; index++) {
    actors.push(await authentication.actorByPerson((await buildMembership(app, { communityId })).personId));
  }
  const seats = app.get(Seats);
  for (let round = 0; round < 4; round++) {
    const all = actors.flatMap((actor) => [seats.take(actor, { sessionId }), seats.giveUp(actor, { sessionId })]);
    all.push(app.get(SessionChanges).change(coordinator, { sessionId, seats: 2 + round }));
    for (const result of await Promise.allSettled(all)) {
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(DomainError);
    }
    const [now] = await app.sql(
      `select s.seats, s.taken_seats as kept_taken, s.waiting_count as kept_waiting, count(*) filter (where x.state = 'TAKEN')::int as taken,
              count(*) filter (where x.state = 'WAITING')::int as waiting
         from session s left join seat x on x.session_id = s.id where s.id = $1 group by s.id`,
      [sessionId],
    );
    expect([now?.['kept_taken'], now?.['kept_waiting']]).toEqual([now?.['taken'], now?.['waiting']]);
    expect(now?.['taken']).toBe(Math.min(now?.['seats'], now?.['taken'] + now?.['waiting']));
  }
});
