import { belongsTo, type Community, ConfidentialityLevel, isGuestAt, leads, mayRead, takesPart } from '#domain/communities';
import { type Actor, authorize, type Policy } from '#platform/auth';
import { Forbidden } from '#platform/errors';
import { refusalOf, sessionMoves, type SessionVerb, type Standing } from './session.states.js';

/** What the rules look at. */
export interface SessionSubject extends Standing {
  id: string;
  community: Pick<Community, 'id' | 'visibility'>;
  groupId: string | null;
  scheduledById: string;
}

export type SessionRight = SessionVerb | 'seeLink' | 'seeParticipants' | 'admitGuest';

const placeOf = ({ community, groupId }: SessionSubject) => ({ communityId: community.id, groupId });

/** Those who run a session. */
export const organises = (actor: Actor, subject: SessionSubject): boolean =>
  leads(actor, placeOf(subject)) || (takesPart(actor, placeOf(subject)) && actor.is(subject.scheduledById));

const belongs = (actor: Actor, verb: SessionVerb, subject: SessionSubject): boolean => {
  const { who } = sessionMoves[verb];
  if (who === 'ORGANISER') return organises(actor, subject);
  return who === 'ANYONE_SEATED' ? actor.isSignedIn : takesPart(actor, placeOf(subject));
};

const may =
  (verb: SessionVerb) =>
  (actor: Actor, subject: SessionSubject): boolean =>
    belongs(actor, verb, subject) && refusalOf(verb, subject) === null;

/** Sessions are read like all content of their community, those of a group by those in it; the link and the names are for fewer. */
export const sessionPolicy: Policy<SessionSubject, SessionRight> = {
  read: (actor, { id, community, groupId }) =>
    mayRead(actor, community, groupId === null ? ConfidentialityLevel.PUBLIC : ConfidentialityLevel.GROUP, groupId) ||
    isGuestAt(actor, 'SESSION', id, groupId),
  takeSeat: may('takeSeat'),
  giveUpSeat: may('giveUpSeat'),
  change: may('change'),
  cancel: may('cancel'),
  // A guest attends without a seat, so that nobody's seat is taken.
  seeLink: (actor, subject) =>
    organises(actor, subject) ||
    (subject.seat === 'TAKEN' && belongsTo(actor, placeOf(subject))) ||
    isGuestAt(actor, 'SESSION', subject.id, subject.groupId),
  seeParticipants: (actor, subject) => belongsTo(actor, placeOf(subject)),
  admitGuest: (actor, subject) =>
    subject.groupId === null && subject.state === 'SCHEDULED' && subject.endsAt > subject.now && leads(actor, placeOf(subject)),
};

/** Like `authorize`, but a move that only the state of things forbids says why. */
export function permit(actor: Actor, verb: SessionVerb, subject: SessionSubject | null): asserts subject is SessionSubject {
  authorize(actor, sessionPolicy, 'read', subject);
  if (!belongs(actor, verb, subject)) throw new Forbidden();
  const refusal = refusalOf(verb, subject);
  if (refusal) throw refusal;
}
