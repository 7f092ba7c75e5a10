import { Conflict, Invalid } from '#platform/errors';

/** Among few people everyone would guess. */
export class TooFewToHideAmong extends Conflict {
  constructor(possibleAuthors: number, floor: number) {
    super(
      `Only ${possibleAuthors} people can write here, and unattributed posts need at least ${floor}. Your text was not sent: add your name, or leave it.`,
      'TOO_FEW_TO_HIDE_AMONG',
    );
  }
}

/** A picture keeps who brought it, and often shows more than its sender knows. */
export class NoPicturesUnattributed extends Invalid {
  constructor() {
    super([
      {
        path: 'body',
        code: 'NO_PICTURES_UNATTRIBUTED',
        message: 'An unattributed post holds no pictures: take them out, or add your name.',
      },
    ]);
  }
}

/** Somebody would answer with their name where nobody is named. */
export class NobodyIsNamedHere extends Invalid {
  constructor() {
    const message = 'In this thread nobody is named. Send it unattributed.';
    super([{ path: 'isUnattributed', code: 'NOBODY_IS_NAMED_HERE', message }], 'NOBODY_IS_NAMED_HERE');
  }
}
