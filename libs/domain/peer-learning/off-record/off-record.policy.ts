import type { Actor, Policy } from '#platform/auth';
import { organises, sessionPolicy, type SessionSubject } from '../session.policy.js';
import type { OffRecordState } from './off-record-conversation.entity.js';

/** So long after the end of a session one may still read and say good-bye. */
export const GRACE_MS = 30 * 60_000;

/** What the rules look at. */
export interface OffRecordSubject {
  session: SessionSubject;
  isOpened: boolean;
}

/** When everything is erased. */
export const erasedAt = ({ endsAt }: Pick<SessionSubject, 'endsAt'>): Date => new Date(endsAt.getTime() + GRACE_MS);

/** Follows from the clock alone: nothing has to run for it to be over. */
export function stateOf({ session, isOpened }: OffRecordSubject): OffRecordState {
  if (!isOpened) return 'NONE';
  if (session.state === 'CANCELLED' || session.now >= erasedAt(session)) return 'ERASED';
  return session.now < session.startsAt ? 'COMING' : 'OPEN';
}

/** Those in the session: the same people who get the link to it. */
const takesPart = (actor: Actor, { session }: OffRecordSubject): boolean =>
  sessionPolicy.read(actor, session) && sessionPolicy.seeLink(actor, session);

/** That there is one is for those who take part; what is said in it is theirs while the session lasts, and nobody's after. */
export const offRecordPolicy: Policy<OffRecordSubject, 'open' | 'listen' | 'say'> = {
  read: (actor, subject) => takesPart(actor, subject),
  open: (actor, subject) =>
    organises(actor, subject.session) &&
    !subject.isOpened &&
    subject.session.state === 'SCHEDULED' &&
    subject.session.now < subject.session.endsAt,
  listen: (actor, subject) => takesPart(actor, subject) && stateOf(subject) === 'OPEN',
  say: (actor, subject) => takesPart(actor, subject) && stateOf(subject) === 'OPEN',
};
