import { registerEnumType } from '@nestjs/graphql';

/** Whether something is given or wanted. */
export enum OfferDirection {
  OFFER = 'OFFER',
  ASK = 'ASK',
}
/** What is shared. */
export enum OfferKind {
  STAFF_TIME = 'STAFF_TIME',
  ROOM = 'ROOM',
  INTERPRETER = 'INTERPRETER',
  MATERIAL = 'MATERIAL',
  KNOW_HOW = 'KNOW_HOW',
  STUDY_VISIT = 'STUDY_VISIT',
  OTHER = 'OTHER',
}
/** Who may see an offer. */
export enum OfferAudience {
  COMMUNITY = 'COMMUNITY',
  SIGNED_IN = 'SIGNED_IN',
  PUBLIC = 'PUBLIC',
}
/** How it stands. */
export enum OfferState {
  OPEN = 'OPEN',
  SHARED = 'SHARED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
}
/** How an introduction stands. */
export enum IntroductionState {
  ASKED = 'ASKED',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(OfferDirection, {
  name: 'OfferDirection',
  description: 'Whether something is given or wanted.',
  valuesMap: { OFFER: { description: 'Somebody gives it.' }, ASK: { description: 'Somebody wants it.' } },
});
registerEnumType(OfferKind, {
  name: 'OfferKind',
  description: 'What is shared.',
  valuesMap: {
    STAFF_TIME: { description: 'Hours of a colleague.' },
    ROOM: { description: 'A room or a place.' },
    INTERPRETER: { description: 'Interpreting or translating.' },
    MATERIAL: { description: 'Material to use or adapt.' },
    KNOW_HOW: { description: 'Knowing how something is done.' },
    STUDY_VISIT: { description: 'A visit to see how it is done.' },
    OTHER: { description: 'Anything else.' },
  },
});
registerEnumType(OfferAudience, {
  name: 'OfferAudience',
  description: 'Who may see an offer or an ask.',
  valuesMap: {
    COMMUNITY: { description: 'Members of one community.' },
    SIGNED_IN: { description: 'Everyone who is signed in.' },
    PUBLIC: { description: 'Everyone.' },
  },
});
registerEnumType(OfferState, {
  name: 'OfferState',
  description: 'How an offer or an ask stands.',
  valuesMap: {
    OPEN: { description: 'It holds.' },
    SHARED: { description: 'It was shared; what came of it may be told.' },
    WITHDRAWN: { description: 'Its author took it back.' },
    EXPIRED: { description: 'Its day is over.' },
  },
});
registerEnumType(IntroductionState, {
  name: 'IntroductionState',
  description: 'How an introduction stands.',
  valuesMap: {
    ASKED: { description: 'It waits for an answer.' },
    ACCEPTED: { description: 'Both have a room.' },
    DECLINED: { description: 'Not now.' },
    WITHDRAWN: { description: 'The asker took it back.' },
  },
});
