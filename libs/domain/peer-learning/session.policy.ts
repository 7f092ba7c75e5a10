import { type Community, ConfidentialityLevel, mayRead, MembershipRole, reaches } from '#domain/communities';
import { type Actor, authorize, type Policy } from '#platform/auth';
import { Forbidden } from '#platform/errors';
import { refusalOf, sessionMoves, type SessionVerb, type Standing } from './session.states.js';

/** What the rules look at. */
export interface SessionSubject extends Standing {
  community: Pick<Community, 'id' | 'visibility'>;
  scheduledById: string;
}

export type SessionRight = SessionVerb | 'seeLink' | 'seeParticipants';

const organises = (actor: Actor, { community, scheduledById }: SessionSubject): boolean => {
  const role = actor.roleIn(community.id);
  return reaches(role, MembershipRole.FACILITATOR) || (role !== null && actor.is(scheduledById));
};

const belongs = (actor: Actor, verb: SessionVerb, subject: SessionSubject): boolean => {
  const { who } = sessionMoves[verb];
  if (who === 'ORGANISER') return organises(actor, subject);
  return who === 'ANYONE_SEATED' ? actor.isSignedIn : actor.isMemberOf(subject.community.id);
};

const may =
  (verb: SessionVerb) =>
  (actor: Actor, subject: SessionSubject): boolean =>
    belongs(actor, verb, subject) && refusalOf(verb, subject) === null;

/** Sessions are read like all content of their community; the link and the names are for fewer. */
export const sessionPolicy: Policy<SessionSubject, SessionRight> = {
  read: (actor, { community }) => mayRead(actor, community, ConfidentialityLevel.PUBLIC, null),
  takeSeat: may('takeSeat'),
  giveUpSeat: may('giveUpSeat'),
  change: may('change'),
  cancel: may('cancel'),
  seeLink: (actor, subject) => organises(actor, subject) || (subject.seat === 'TAKEN' && actor.isMemberOf(subject.community.id)),
  seeParticipants: (actor, { community }) => actor.isMemberOf(community.id),
};

/** Like `authorize`, but a move that only the state of things forbids says why. */
export function permit(actor: Actor, verb: SessionVerb, subject: SessionSubject | null): asserts subject is SessionSubject {
  authorize(actor, sessionPolicy, 'read', subject);
  if (!belongs(actor, verb, subject)) throw new Forbidden();
  const refusal = refusalOf(verb, subject);
  if (refusal) throw refusal;
}
