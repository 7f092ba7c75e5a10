import { Conflict, Forbidden, Invalid } from '#platform/errors';
import { PositionState } from './advocacy.enums.js';

const where: Record<PositionState, string> = {
  DRAFTING: 'It is being written.',
  ENDORSEMENT: 'Its text is with the organisations.',
  ADOPTED: 'It was adopted.',
  PUBLISHED: 'It is published.',
  NOT_ADOPTED: 'It was not adopted.',
};

/** The position is in another state than the action needs: often because somebody was faster. */
export class PositionIsElsewhere extends Conflict {
  constructor(state: PositionState) {
    super(`This cannot be done now. ${where[state]}`, 'POSITION_IS_ELSEWHERE');
  }
}

/** The round's time is over. */
export class RoundIsClosed extends Conflict {
  constructor() {
    super('This round takes no more answers.', 'ROUND_IS_CLOSED');
  }
}

/** Answering for an organisation needs a seat with a mandate, and the organisation must have been asked. */
export class NoMandate extends Forbidden {
  constructor() {
    super('You cannot answer for this organisation in this round.', 'NO_MANDATE');
  }
}

/** A community without mandates has nobody to ask. */
export class NobodyToAsk extends Conflict {
  constructor() {
    super(
      'No organisation has a seat with a mandate here yet, so there is nobody to ask. A coordinator grants them under Members.',
      'NOBODY_TO_ASK',
    );
  }
}

/** A reservation or objection without a reason says nothing. */
export const reasonMissing = () => Invalid.field('reason', 'REASON_REQUIRED', 'Say in at least 5 characters why.');

export const inThePast = (field: string) => Invalid.field(field, 'IN_THE_PAST', 'Choose a time that is still to come.');
