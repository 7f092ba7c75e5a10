import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';
import { Events } from '#platform/events';
import { Rooms } from '#platform/realtime';
import type { Session } from './session.entity.js';

interface MovedUp {
  id: string;
  personId: string;
}

const MOVE_UP: Statement = {
  name: 'seats.move-up',
  text: `update seat set state = 'TAKEN', taken_at = $3
          where id in (select id from seat where session_id = $1 and state = 'WAITING' order by arrival limit $2)
          returning id, person_id as "personId"`,
};

/** The waiting list of a session. Its caller holds the session's row lock and saves the counts. */
@Injectable()
export class SeatQueue {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  /** Gives free seats to those who have waited longest; adjusts the session's counts. */
  async moveUp(tx: Tx, session: Session): Promise<MovedUp[]> {
    const free = Math.min(session.seats - session.takenSeats, session.waitingCount);
    if (free <= 0) return [];
    const moved = await this.database.run<MovedUp>(tx, MOVE_UP, [session.id, free, this.clock.now()]);
    session.takenSeats += moved.length;
    session.waitingCount -= moved.length;
    return moved;
  }

  /** Rooms are told by rising name everywhere, so that two transactions never wait for each other. */
  async tellMovedUp(tx: Tx, session: Session, moved: MovedUp[]): Promise<void> {
    const { id: sessionId, communityId } = session;
    for (const { id: seatId, personId } of moved) {
      await this.events.publish(tx, 'peer-learning.seat-moved-up', { sessionId, communityId, seatId, personId });
    }
    const byPerson = moved.map(({ personId }) => personId).sort();
    for (const personId of byPerson) await this.tellPerson(tx, personId, sessionId, 'TAKEN');
  }

  async tellPerson(tx: Tx, personId: string, sessionId: string, state: 'TAKEN' | 'WAITING' | null): Promise<void> {
    await this.rooms.tell(tx, `person:${personId}`, 'seat-changed', { sessionId, state });
  }
}
