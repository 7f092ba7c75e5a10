import { registerEnumType } from '@nestjs/graphql';
import type { Actor, Policy, Rule } from '#platform/auth';
import { ConfidentialityLevel, MembershipRole, reaches } from '../community.enums.js';
import { mayRead } from '../community.policy.js';
import type { Community } from '../community.entity.js';
import type { CommunitySeat } from './community-seat.entity.js';

/** What the rules look at. */
export interface GovernedSeat extends Pick<
  CommunitySeat,
  'communityId' | 'organisationId' | 'hasMandate' | 'holderId' | 'offeredToId' | 'endedAt'
> {
  communityVisibility: Community['visibility'];
  /** Whether anyone may act for the organisation at all. */
  hasSpeakers: boolean;
  /** Whether the organisation confirmed that the viewer belongs to it. */
  isOwnOrganisation: boolean;
}

/** What can be done to a seat; the enum `SeatAction` of the schema says the same. */
export type SeatActionName = 'hold' | 'fill' | 'vacate' | 'change' | 'end';

const isCoordinator = (actor: Actor, seat: GovernedSeat) => reaches(actor.roleIn(seat.communityId), MembershipRole.COORDINATOR);
const isThere: Rule<GovernedSeat> = (_actor, seat) => seat.endedAt === null;
const both =
  (...rules: Rule<GovernedSeat>[]): Rule<GovernedSeat> =>
  (actor, seat) =>
    rules.every((rule) => rule(actor, seat));

/** Those who act for the organisation say who holds its seat; where nobody does, the coordinators see to it. */
const filler: Rule<GovernedSeat> = (actor, seat) =>
  actor.speaksFor(seat.organisationId) || (!seat.hasSpeakers && isCoordinator(actor, seat));

/** A free seat is there for the organisation's people; one with a mandate only for those who act for it, or whom they chose. */
const holder: Rule<GovernedSeat> = (actor, seat) => {
  if (!actor.isSignedIn || seat.holderId !== null) return false;
  if (seat.offeredToId !== null) return actor.is(seat.offeredToId);
  return actor.speaksFor(seat.organisationId) || (seat.isOwnOrganisation && !seat.hasMandate);
};

/** Who may do what to a seat. It is seen where member organisations are, and by its own organisation. */
export const seatPolicy: Policy<GovernedSeat, SeatActionName> = {
  read: (actor, seat) =>
    mayRead(actor, { id: seat.communityId, visibility: seat.communityVisibility }, ConfidentialityLevel.PUBLIC, null) ||
    actor.speaksFor(seat.organisationId) ||
    (seat.isOwnOrganisation && seat.endedAt === null) ||
    actor.is(seat.offeredToId),
  hold: both(isThere, holder),
  fill: both(isThere, filler),
  vacate: both(
    isThere,
    (_actor, seat) => seat.holderId !== null || seat.offeredToId !== null,
    (actor, seat) => actor.is(seat.holderId) || filler(actor, seat) || isCoordinator(actor, seat),
  ),
  change: both(isThere, isCoordinator),
  end: both(isThere, (actor, seat) => isCoordinator(actor, seat) || actor.speaksFor(seat.organisationId)),
};

/** What the viewer may do to a seat: the policy's actions as the schema names them. */
export enum SeatAction {
  READ = 'READ',
  HOLD = 'HOLD',
  FILL = 'FILL',
  VACATE = 'VACATE',
  CHANGE = 'CHANGE',
  END = 'END',
}
registerEnumType(SeatAction, {
  name: 'SeatAction',
  description: 'What the viewer may do to a seat.',
  valuesMap: {
    READ: { description: 'See it.' },
    HOLD: { description: 'Take it for oneself.' },
    FILL: { description: 'Say who holds it.' },
    VACATE: { description: 'Free it: as its holder, or for the organisation or the community.' },
    CHANGE: { description: 'Change what it is for, and its mandate.' },
    END: { description: 'Take it back, or give it back.' },
  },
});
