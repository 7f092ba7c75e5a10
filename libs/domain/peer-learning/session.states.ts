import type { DomainError } from '#platform/errors';
import { AlreadySeated, NotSeated, SessionHasStarted, SessionIsCancelled, SessionIsOver } from './peer-learning.errors.js';

/** What is stored. That a session is over follows from the clock and is never stored. */
export const SessionState = { SCHEDULED: 'SCHEDULED', CANCELLED: 'CANCELLED' } as const;
export type SessionState = keyof typeof SessionState;

export const SeatState = { TAKEN: 'TAKEN', WAITING: 'WAITING' } as const;
export type SeatState = keyof typeof SeatState;

/** What people do to a session. */
export type SessionVerb = 'takeSeat' | 'giveUpSeat' | 'change' | 'cancel';

interface Move {
  from: SessionState;
  to: SessionState;
  /** Organisers: coordinators and facilitators of the community, and the one who scheduled it while still a member. */
  who: 'MEMBER' | 'ORGANISER' | 'ANYONE_SEATED';
  /** Until this moment of the session. */
  until: 'START' | 'END';
  /** What the one who moves must hold: no seat, a seat or a place in the waiting list, or either. */
  seat: 'NONE' | 'SOME' | 'EITHER';
}

/** The one table of what can happen to a session: the services obey it, `viewerCan` and the web draw from it. */
export const sessionMoves: Readonly<Record<SessionVerb, Move>> = {
  takeSeat: { from: 'SCHEDULED', to: 'SCHEDULED', who: 'MEMBER', until: 'START', seat: 'NONE' },
  giveUpSeat: { from: 'SCHEDULED', to: 'SCHEDULED', who: 'ANYONE_SEATED', until: 'START', seat: 'SOME' },
  change: { from: 'SCHEDULED', to: 'SCHEDULED', who: 'ORGANISER', until: 'END', seat: 'EITHER' },
  cancel: { from: 'SCHEDULED', to: 'CANCELLED', who: 'ORGANISER', until: 'END', seat: 'EITHER' },
};

/** How a session stands at a moment, for one person. */
export interface Standing {
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  seat: SeatState | null;
  now: Date;
}

/** Why a move is not possible as things stand, or null when it is. Who may make it is the policy's question. */
export function refusalOf(verb: SessionVerb, { state, startsAt, endsAt, seat, now }: Standing): DomainError | null {
  const move = sessionMoves[verb];
  if (state !== move.from) return new SessionIsCancelled();
  if (endsAt <= now) return new SessionIsOver();
  if (move.until === 'START' && startsAt <= now) return new SessionHasStarted();
  if (move.seat === 'NONE' && seat !== null) return new AlreadySeated();
  if (move.seat === 'SOME' && seat === null) return new NotSeated();
  return null;
}
