import { Conflict, Invalid } from '#platform/errors';

/** A wider audience than this is not to be had, or it is not wider. */
export class NotWider extends Invalid {
  constructor() {
    super(
      [{ path: 'level', code: 'NOT_WIDER', message: 'Choose a level that more people can read, and that this community allows.' }],
      'NOT_WIDER',
    );
  }
}

/** Two ask at once, or it is open already. */
export class AskedAlready extends Conflict {
  constructor() {
    super('The authors of this thread are asked already, or have said yes.', 'ASKED_ALREADY');
  }
}

/** The question is over. */
export class NoLongerAsked extends Conflict {
  constructor() {
    super('This question was answered or taken back. Look again.', 'NO_LONGER_ASKED');
  }
}
