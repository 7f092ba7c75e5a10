import { Conflict } from '#platform/errors';

/** What was sent is what is there. */
export class NothingChanged extends Conflict {
  constructor() {
    super('Nothing is different from what is there already.', 'NOTHING_CHANGED');
  }
}

/** The word is not used any more. */
export class TermIsRetired extends Conflict {
  constructor() {
    super('This word is retired. Bring it back first.', 'TERM_IS_RETIRED');
  }
}

/** The word is used. */
export class TermIsInUse extends Conflict {
  constructor() {
    super('This word is not retired.', 'TERM_IS_IN_USE');
  }
}

/** Somebody added a word of the same short name at the same moment. */
export class TermExists extends Conflict {
  constructor() {
    super('A word of this short name is there already.', 'TERM_EXISTS');
  }
}
