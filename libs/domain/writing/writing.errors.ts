import { Conflict, DomainError } from '#platform/errors';

/** The text is not being written at the moment: it was put to a vote, decided or published. */
export class TextIsClosed extends Conflict {
  constructor() {
    super('This text is closed for writing. What you wrote here is kept on your device.', 'TEXT_IS_CLOSED');
  }
}

/** Who may read but not write, or lost the right a moment ago. */
export class MayNotWrite extends Conflict {
  constructor() {
    super('You can read this text, but you may not write in it.', 'MAY_NOT_WRITE');
  }
}

/** Bytes that are no change of a text, or one that cannot be applied. */
export class DamagedUpdate extends DomainError {
  readonly kind = 'INVALID';
  constructor() {
    super('This change arrived damaged and was not applied.', 'DAMAGED_UPDATE');
  }
}

/** The change builds on something the server has never seen: an earlier change was lost or refused. */
export class IncompleteUpdate extends DomainError {
  readonly kind = 'INVALID';
  constructor() {
    super('Something before this change is missing. Synchronise the text again.', 'INCOMPLETE_UPDATE');
  }
}

/** The change says that somebody else wrote it. */
export class ForeignAuthor extends DomainError {
  readonly kind = 'FORBIDDEN';
  constructor() {
    super('This change carries the mark of another writer and was not applied.', 'FOREIGN_AUTHOR');
  }
}

/** The change holds something that is no part of a text. */
export class ForeignContent extends DomainError {
  readonly kind = 'INVALID';
  constructor() {
    super('This change holds something that cannot be part of a text.', 'FOREIGN_CONTENT');
  }
}

/** One change, or the whole text, is larger than we keep. */
export class TooLarge extends DomainError {
  readonly kind = 'INVALID';
  constructor(what: 'change' | 'text') {
    super(
      what === 'change' ? 'This change is too large. Paste it in smaller parts.' : 'This text has reached its full size.',
      what === 'change' ? 'UPDATE_TOO_LARGE' : 'TEXT_TOO_LARGE',
    );
  }
}

/** The database did not take the change; the writer's own copy still has it. */
export class NotStored extends Conflict {
  constructor() {
    super('This change could not be stored just now. It is kept on your device and will be sent again.', 'NOT_STORED');
  }
}

/** The present text cannot become a version: it holds what the shared schema does not know, or nothing. What was sent is not at fault: no field of it is named. */
export class TextDoesNotFit extends Conflict {
  constructor(code: 'TEXT_DOES_NOT_FIT' | 'TEXT_IS_EMPTY', message: string) {
    super(message, code);
  }
}
