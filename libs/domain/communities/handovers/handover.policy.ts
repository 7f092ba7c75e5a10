import type { Actor, Policy, Rule } from '#platform/auth';
import { MembershipRole, reaches } from '../community.enums.js';
import type { Handover } from './handover.entity.js';
import { HandoverState } from './handover.enums.js';

/** What the rules look at. */
export interface GovernedHandover extends Pick<Handover, 'communityId' | 'state' | 'role' | 'fromId' | 'toId'> {
  /** The organisation whose seat it is. */
  organisationId: string | null;
  /** Whether anyone may act for that organisation. */
  hasSpeakers: boolean;
  /** Whether it was offered to the address of the viewer. */
  isForViewersAddress: boolean;
}

/** What can be done with a handover; the enum `HandoverAction` of the schema says the same. */
export type HandoverActionName = 'write' | 'offer' | 'offerByMail' | 'accept' | 'close' | 'withdraw';

const isOpen = ({ state }: GovernedHandover) => state === HandoverState.BEGUN || state === HandoverState.OFFERED;
const coordinates = (actor: Actor, { communityId }: GovernedHandover) => reaches(actor.roleIn(communityId), MembershipRole.COORDINATOR);
const speaks = (actor: Actor, { organisationId }: GovernedHandover) => organisationId !== null && actor.speaksFor(organisationId);

/** A seat is passed on by those who fill it, a role by who has it and by the coordinators. The one who left long ago does neither. */
const decides: Rule<GovernedHandover> = (actor, handover) => {
  if (handover.organisationId !== null) return speaks(actor, handover) || (!handover.hasSpeakers && coordinates(actor, handover));
  return (
    coordinates(actor, handover) ||
    (actor.is(handover.fromId) && reaches(actor.roleIn(handover.communityId), handover.role ?? MembershipRole.COORDINATOR))
  );
};
/** Who still is there hands over; who was removed has lost this road, too. */
const handsOver: Rule<GovernedHandover> = (actor, handover) => actor.is(handover.fromId) && actor.isMemberOf(handover.communityId);
const isSuccessor: Rule<GovernedHandover> = (actor, handover) =>
  handover.state === HandoverState.OFFERED
    ? actor.is(handover.toId) || handover.isForViewersAddress
    : !isOpen(handover) && actor.is(handover.toId);

/** Who may do what with a handover. */
export const handoverPolicy: Policy<GovernedHandover, HandoverActionName> = {
  read: (actor, handover) =>
    actor.isSignedIn &&
    (handsOver(actor, handover) ||
      isSuccessor(actor, handover) ||
      decides(actor, handover) ||
      speaks(actor, handover) ||
      coordinates(actor, handover)),
  write: (actor, handover) =>
    handover.state !== HandoverState.CLOSED &&
    (handsOver(actor, handover) || decides(actor, handover) || (handover.state === HandoverState.ACCEPTED && actor.is(handover.toId))),
  offer: (actor, handover) => isOpen(handover) && (decides(actor, handover) || handsOver(actor, handover)),
  offerByMail: (actor, handover) => isOpen(handover) && decides(actor, handover),
  accept: (actor, handover) => handover.state === HandoverState.OFFERED && isSuccessor(actor, handover),
  close: (actor, handover) => handover.state === HandoverState.ACCEPTED && actor.is(handover.toId),
  withdraw: (actor, handover) => isOpen(handover) && (handsOver(actor, handover) || decides(actor, handover)),
};
