import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, type Batch } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Invalid } from '#platform/errors';
import { Events } from '#platform/events';
import { Rooms } from '#platform/realtime';
import { endOf } from './local-time.js';
import { Reminders } from './reminders.service.js';
import { SeatQueue } from './seat-queue.js';
import { SessionChange } from './session-change.entity.js';
import { Session } from './session.entity.js';
import { permit } from './session.policy.js';
import type { CancelSessionInput, ChangeSessionInput } from './sessions.inputs.js';
import { requireSomewhere, Sessions } from './sessions.service.js';
import { sessionMoves } from './session.states.js';

type Difference = Pick<SessionChange, 'field' | 'before' | 'after'>;
const text = (value: Date | string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : value instanceof Date ? value.toISOString() : String(value);

/** Changing and cancelling what was agreed, with a record of what it was before. */
@Injectable()
export class SessionChanges {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly queue: SeatQueue,
    private readonly reminders: Reminders,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  /** Organisers change what they like before it is over; those with a seat are told what changed from what to what. */
  async change(actor: Actor, input: ChangeSessionInput): Promise<Session> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const session = await this.sessions.lock(tx, actor, input.sessionId);
        permit(actor, 'change', session && this.sessions.subjectOf(session));
        return this.apply(tx, actor, session as Session, input);
      },
      (earlier) => Promise.resolve({ id: earlier }),
    );
    return this.sessions.get(actor, id);
  }

  /** Calls it off for good, with a reason; seats stay as they were, so that it is known whom to tell. */
  async cancel(actor: Actor, input: CancelSessionInput): Promise<Session> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const session = await this.sessions.lock(tx, actor, input.sessionId);
        permit(actor, 'cancel', session && this.sessions.subjectOf(session));
        return this.callOff(tx, actor, session as Session, input.reason);
      },
      (earlier) => Promise.resolve({ id: earlier }),
    );
    return this.sessions.get(actor, id);
  }

  /** What changed in each session, oldest first. */
  readonly changesBySessions: Batch<string, SessionChange[]> = async (ids) => {
    const order = { changedAt: 'ASC', id: 'ASC' } as const;
    const changes = await this.database.dataSource.manager.find(SessionChange, { where: { sessionId: In([...ids]) }, order });
    return ids.map((id) => changes.filter((change) => change.sessionId === id));
  };

  /** Changes by id, for those who tell people of them. */
  async byIds(ids: string[]): Promise<SessionChange[]> {
    return this.database.dataSource.manager.find(SessionChange, { where: { id: In(ids) }, order: { changedAt: 'ASC', id: 'ASC' } });
  }

  private async apply(tx: Tx, actor: Actor, session: Session, input: ChangeSessionInput): Promise<Session> {
    const before = Object.assign(new Session(), session);
    this.edit(session, input);
    const differences = await this.differences(before, session);
    if (differences.length === 0) return session;
    const changeIds = await this.record(tx, actor, session, differences);
    const movedUp = await this.queue.moveUp(tx, session);
    await this.save(tx, session);
    if (session.startsAt.getTime() !== before.startsAt.getTime()) await this.reminders.plan(tx, session);
    const { id: sessionId, communityId } = session;
    await this.events.publish(tx, 'peer-learning.session-changed', { sessionId, communityId, changedById: actor.personId, changeIds });
    await this.queue.tellMovedUp(tx, session, movedUp);
    await this.rooms.tell(tx, `session:${sessionId}`, 'session-changed', asRoomSees(session));
    return session;
  }

  private edit(session: Session, input: ChangeSessionInput): void {
    const { title, description, place, link, hostId, durationMinutes, seats, localStart, timeZone } = input;
    if (title !== undefined) session.title = title;
    if (description !== undefined) session.description = description || null;
    if (place !== undefined) session.place = place || null;
    if (link !== undefined) session.link = link || null;
    if (hostId !== undefined) session.hostId = hostId || null;
    if (durationMinutes !== undefined) session.durationMinutes = durationMinutes;
    if (seats !== undefined) session.seats = seats;
    const wall = { localStart: localStart ?? session.localStart, timeZone: timeZone ?? session.timeZone };
    if (wall.localStart !== session.localStart || wall.timeZone !== session.timeZone) {
      Object.assign(session, wall, { startsAt: this.sessions.comingStart(wall.localStart, wall.timeZone) });
    }
    session.endsAt = endOf(session.startsAt, session.durationMinutes);
    if (session.endsAt <= this.clock.now()) throw Invalid.field('durationMinutes', 'IN_THE_PAST', 'It would be over already.');
    requireSomewhere(session.place, session.link);
    if (session.seats < session.takenSeats) {
      throw Invalid.field(
        'seats',
        'SEATS_ARE_TAKEN',
        `${session.takenSeats} seats are taken. Ask people to give theirs up before there are fewer.`,
      );
    }
  }

  private async differences(before: Session, after: Session): Promise<Difference[]> {
    const differences: Difference[] = [];
    for (const field of ['title', 'description', 'startsAt', 'timeZone', 'durationMinutes', 'place', 'seats'] as const) {
      const [was, is] = [text(before[field]), text(after[field])];
      if (was !== is) differences.push({ field, before: was, after: is });
    }
    // Whoever may read the changes may not yet see the link.
    if (before.link !== after.link) differences.push({ field: 'link', before: null, after: null });
    if (before.hostId !== after.hostId) {
      const is = after.hostId ? await this.sessions.hostName(after.hostId) : null;
      differences.push({ field: 'host', before: before.host?.name ?? null, after: is });
    }
    return differences;
  }

  private async callOff(tx: Tx, actor: Actor, session: Session, reason: string): Promise<Session> {
    const before = session.state;
    session.state = sessionMoves.cancel.to;
    session.cancelReason = reason;
    await this.record(tx, actor, session, [{ field: 'state', before, after: session.state }]);
    await this.save(tx, session);
    await this.sessions.count(tx, session, session.need?.groupId ?? null, -1);
    const { id: sessionId, communityId } = session;
    await this.events.publish(tx, 'peer-learning.session-cancelled', { sessionId, communityId, cancelledById: actor.personId });
    await this.rooms.tell(
      tx,
      `session:${sessionId}`,
      'session-cancelled',
      session.groupId === null ? { id: sessionId, cancelReason: reason } : { id: sessionId },
    );
    return session;
  }

  private async record(tx: Tx, actor: Actor, session: Session, differences: Difference[]): Promise<string[]> {
    const changedAt = this.clock.now();
    const changes = differences.map((difference) =>
      tx.create(SessionChange, { ...difference, sessionId: session.id, changedAt, changedById: actor.personId }),
    );
    await tx.insert(SessionChange, changes);
    session.sequence += 1;
    session.updatedAt = changedAt;
    return changes.map((change) => change.id);
  }

  private async save(tx: Tx, session: Session): Promise<void> {
    const { title, description, place, link, hostId, localStart, timeZone, durationMinutes, startsAt, endsAt } = session;
    const { seats, takenSeats, waitingCount, state, cancelReason, sequence, updatedAt } = session;
    const agreed = { title, description, place, link, hostId, localStart, timeZone, durationMinutes, startsAt, endsAt };
    await tx.update(Session, session.id, { ...agreed, seats, takenSeats, waitingCount, state, cancelReason, sequence, updatedAt });
  }
}

/** What everyone in the session's room may read: no link, nothing of the viewer's own. */
function asRoomSees(session: Session): object {
  const { id, title, description, place, localStart, timeZone, durationMinutes, startsAt, endsAt, seats, takenSeats, waitingCount } =
    session;
  // Of a session of a group the room hears that it changed; clients fetch it.
  if (session.groupId !== null) return { id };
  return { id, title, description, place, localStart, timeZone, durationMinutes, startsAt, endsAt, seats, takenSeats, waitingCount };
}
