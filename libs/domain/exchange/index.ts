import './exchange.events.js';

export { OfferAudience, OfferDirection, OfferKind, OfferState, IntroductionState } from './exchange.enums.js';
export { Introduction } from './introductions/introduction.entity.js';
export { Introductions } from './introductions/introductions.service.js';
export { Offer } from './offers/offer.entity.js';
export { Offers } from './offers/offers.service.js';
export { ExchangeModule } from './exchange.module.js';
