import { registerEnumType } from '@nestjs/graphql';

/** Where a position stands. */
export enum PositionState {
  DRAFTING = 'DRAFTING',
  ENDORSEMENT = 'ENDORSEMENT',
  ADOPTED = 'ADOPTED',
  PUBLISHED = 'PUBLISHED',
  NOT_ADOPTED = 'NOT_ADOPTED',
}
registerEnumType(PositionState, {
  name: 'PositionState',
  description: 'Where a position stands.',
  valuesMap: {
    DRAFTING: { description: 'Members write its text.' },
    ENDORSEMENT: { description: 'A frozen version is put to the member organisations.' },
    ADOPTED: { description: 'The coordinator has stated that it is adopted.' },
    PUBLISHED: { description: 'Everybody can read it.' },
    NOT_ADOPTED: { description: 'The coordinator has stated that it is not adopted.' },
  },
});

/** What can be done to a position. */
export enum PositionAction {
  READ = 'READ',
  WRITE = 'WRITE',
  NAME_VERSION = 'NAME_VERSION',
  EDIT = 'EDIT',
  FREEZE = 'FREEZE',
  REOPEN_DRAFTING = 'REOPEN_DRAFTING',
  ANSWER = 'ANSWER',
  DECIDE = 'DECIDE',
  PUBLISH = 'PUBLISH',
}
registerEnumType(PositionAction, {
  name: 'PositionAction',
  description: 'What can be done to a position.',
  valuesMap: {
    READ: { description: 'See it and its text.' },
    WRITE: { description: 'Write in its text.' },
    NAME_VERSION: { description: 'Keep the present text under a name.' },
    EDIT: { description: 'Change its title, addressee, purpose and deadline.' },
    FREEZE: { description: 'Put the present text to the member organisations.' },
    REOPEN_DRAFTING: { description: 'Close the round and write on.' },
    ANSWER: { description: 'Answer for an organisation.' },
    DECIDE: { description: 'State the outcome.' },
    PUBLISH: { description: 'Show it to everybody.' },
  },
});

/** What an organisation says to a frozen version. */
export enum EndorsementAnswer {
  ENDORSE = 'ENDORSE',
  ENDORSE_WITH_RESERVATION = 'ENDORSE_WITH_RESERVATION',
  STAND_ASIDE = 'STAND_ASIDE',
  OBJECT = 'OBJECT',
}
registerEnumType(EndorsementAnswer, {
  name: 'EndorsementAnswer',
  description: 'What an organisation says to a frozen version.',
  valuesMap: {
    ENDORSE: { description: 'Signs it.' },
    ENDORSE_WITH_RESERVATION: { description: 'Signs it, and says what it does not share; that is printed.' },
    STAND_ASIDE: { description: 'Neither signs it nor stands in its way.' },
    OBJECT: { description: 'Wants it changed first, and says why.' },
  },
});

/** The answers that say nothing without a reason. */
export const needsReason = (answer: EndorsementAnswer): boolean =>
  answer === EndorsementAnswer.ENDORSE_WITH_RESERVATION || answer === EndorsementAnswer.OBJECT;
