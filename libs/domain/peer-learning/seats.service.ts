import { Injectable } from '@nestjs/common';
import { type Actor, type Batch } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, onConstraint, type Statement, type Tx } from '#platform/database';
import { Events } from '#platform/events';
import { Rooms } from '#platform/realtime';
import { AlreadySeated, NotSeated } from './peer-learning.errors.js';
import { Seat } from './seat.entity.js';
import { SeatQueue } from './seat-queue.js';
import type { Session } from './session.entity.js';
import { permit } from './session.policy.js';
import { refusalOf, type SeatState } from './session.states.js';
import type { GiveUpSeatInput, TakeSeatInput } from './sessions.inputs.js';
import { Sessions } from './sessions.service.js';

const COLUMNS = `s.id, s.session_id as "sessionId", s.person_id as "personId", s.organisation_id as "organisationId", s.state, s.taken_at as "takenAt"`;
const TAKE: Statement = {
  name: 'seats.take',
  text: `insert into seat (session_id, person_id, organisation_id, state, taken_at)
         values ($1, $2, (select organisation_id from membership where community_id = $3 and person_id = $2), $4, $5) returning id`,
};
const GIVE_UP: Statement = { name: 'seats.give-up', text: `delete from seat where session_id = $1 and person_id = $2 returning state` };
const COUNT: Statement = { name: 'seats.count', text: `update session set taken_seats = $2, waiting_count = $3 where id = $1` };
const OF_SESSIONS: Statement = {
  name: 'seats.of-sessions',
  text: `select ${COLUMNS}, case when s.state = 'WAITING' then row_number() over (partition by s.session_id, s.state order by s.arrival) end::int as "waitingPosition"
           from seat s where s.session_id = any($1::uuid[]) order by s.session_id, s.state, s.arrival`,
};
const COMING_OF: Statement = {
  name: 'seats.coming-of-person',
  text: `select s.session_id as id from seat s join session x on x.id = s.session_id
          where s.person_id = $1 and x.community_id = $2 and x.starts_at > $3 and x.state = 'SCHEDULED'
            and (not exists (select from membership m where m.community_id = $2 and m.person_id = $1)
              or x.group_id is not null and not exists (select from group_membership g where g.group_id = x.group_id and g.person_id = $1)) order by s.session_id`,
};

// Who presses twice at once passes the rules twice, because both saw no seat; the second insert meets the first.
onConstraint('seat_once', () => new AlreadySeated());

/** Taking and giving up seats. Two people may take the last one at once: the session's row lock makes the second wait and find it taken. */
@Injectable()
export class Seats {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly queue: SeatQueue,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  /** A member takes a seat, or a place at the end of the waiting list when all are taken. */
  async take(actor: Actor, input: TakeSeatInput): Promise<Session> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const session = await this.sessions.lock(tx, actor, input.sessionId);
        permit(actor, 'takeSeat', session && this.sessions.subjectOf(session));
        await this.seat(tx, session as Session, actor.personId);
        return session as Session;
      },
      (earlier) => Promise.resolve({ id: earlier }),
    );
    return this.sessions.get(actor, id);
  }

  /** Frees the seat, or leaves the waiting list; whoever waited longest moves up in the same breath. */
  async giveUp(actor: Actor, input: GiveUpSeatInput): Promise<Session> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const session = await this.sessions.lock(tx, actor, input.sessionId);
        permit(actor, 'giveUpSeat', session && this.sessions.subjectOf(session));
        await this.unseat(tx, session as Session, actor.personId);
        return session as Session;
      },
      (earlier) => Promise.resolve({ id: earlier }),
    );
    return this.sessions.get(actor, id);
  }

  /** Who left a community, or a group in it, leaves the seats of its coming sessions to others, unless they are back already. Safe to repeat. */
  async giveUpAllIn(personId: string, communityId: string): Promise<void> {
    const coming = await this.database.read<{ id: string }>(COMING_OF, [personId, communityId, this.clock.now()]);
    for (const { id } of coming) {
      await this.database.transaction(async (tx) => {
        const session = await this.sessions.lockFor(tx, personId, id);
        if (session && refusalOf('giveUpSeat', this.sessions.subjectOf(session)) === null) await this.unseat(tx, session, personId);
      });
    }
  }

  /** Seats of each session: taken ones first, then the waiting list in its order. */
  readonly seatsBySessions: Batch<string, Seat[]> = async (ids) => {
    const rows = await this.database.read<Seat>(OF_SESSIONS, [ids]);
    const seats = rows.map((row) => Object.assign(new Seat(), row));
    return ids.map((id) => seats.filter((seat) => seat.sessionId === id));
  };

  /** Who holds or waits for a seat: for those who tell them something. */
  async holders(sessionId: string): Promise<{ personId: string; state: SeatState }[]> {
    const [seats] = await this.seatsBySessions([sessionId]);
    return (seats ?? []).map(({ personId, state }) => ({ personId, state }));
  }

  private async seat(tx: Tx, session: Session, personId: string): Promise<void> {
    const isWaiting = session.takenSeats >= session.seats;
    const state: SeatState = isWaiting ? 'WAITING' : 'TAKEN';
    const { id: sessionId, communityId } = session;
    const [seat] = await this.database.run<{ id: string }>(tx, TAKE, [sessionId, personId, communityId, state, this.clock.now()]);
    if (isWaiting) session.waitingCount += 1;
    else session.takenSeats += 1;
    await this.count(tx, session);
    await this.events.publish(tx, 'peer-learning.seat-taken', { sessionId, communityId, seatId: seat?.id ?? '', personId, isWaiting });
    await this.queue.tellPerson(tx, personId, sessionId, state);
    await this.tellCounts(tx, session);
  }

  private async unseat(tx: Tx, session: Session, personId: string): Promise<void> {
    const { id: sessionId, communityId } = session;
    const [gone] = await this.database.run<{ state: SeatState }>(tx, GIVE_UP, [sessionId, personId]);
    if (!gone) throw new NotSeated();
    if (gone.state === 'WAITING') session.waitingCount -= 1;
    else session.takenSeats -= 1;
    const movedUp = await this.queue.moveUp(tx, session);
    await this.count(tx, session);
    await this.events.publish(tx, 'peer-learning.seat-given-up', { sessionId, communityId, personId });
    await this.queue.tellMovedUp(tx, session, movedUp);
    await this.queue.tellPerson(tx, personId, sessionId, null);
    await this.tellCounts(tx, session);
  }

  private async count(tx: Tx, { id, takenSeats, waitingCount }: Session): Promise<void> {
    await this.database.run(tx, COUNT, [id, takenSeats, waitingCount]);
  }

  private async tellCounts(tx: Tx, { id, takenSeats, waitingCount }: Session): Promise<void> {
    await this.rooms.tell(tx, `session:${id}`, 'seats-changed', { takenSeats, waitingCount });
  }
}
