import type { Actor, Policy } from '#platform/auth';
import { OfferAudience, OfferState } from '../exchange.enums.js';
import type { Offer } from './offer.entity.js';

/** What the rules look at. */
export type GovernedOffer = Pick<Offer, 'personId' | 'audience' | 'communityId' | 'state'>;

const reaches = (actor: Actor, { audience, communityId }: GovernedOffer): boolean => {
  if (audience === OfferAudience.PUBLIC) return true;
  if (audience === OfferAudience.SIGNED_IN) return actor.isSignedIn;
  return communityId !== null && actor.isMemberOf(communityId);
};

/** Its author always; others as far as it reaches. */
export const offerPolicy: Policy<GovernedOffer, 'edit' | 'finish' | 'respond'> = {
  read: (actor, offer) => actor.is(offer.personId) || reaches(actor, offer),
  edit: (actor, offer) => actor.is(offer.personId),
  finish: (actor, offer) => actor.is(offer.personId) && offer.state === OfferState.OPEN,
  respond: (actor, offer) => actor.isSignedIn && !actor.is(offer.personId) && offer.state === OfferState.OPEN && reaches(actor, offer),
};

/** SQL of `read`, for lists. `me`, `memberOf` are placeholders of the person's id (or null) and their communities. */
export const offerScope = (offer: string, me: string, memberOf: string): string =>
  `(${offer}.audience = 'PUBLIC' or ${offer}.person_id = ${me}::uuid or ${offer}.audience = 'SIGNED_IN' and ${me}::uuid is not null
    or ${offer}.community_id = any(${memberOf}::uuid[]))`;
