import { Conflict, Invalid } from '#platform/errors';

/** Two keep the summary at once: the second looks first at what the first wrote. */
export class SummaryMovedOn extends Conflict {
  constructor() {
    super('Somebody has kept the summary meanwhile. Read their version, then keep yours again.', 'SUMMARY_MOVED_ON');
  }
}

/** A summary that is none. */
export class SummaryTooLong extends Invalid {
  constructor(part: string, length: number, most: number) {
    const message = `Each part has at most ${most} characters; this one has ${length}.`;
    super([{ path: part, code: 'SUMMARY_TOO_LONG', message }], 'SUMMARY_TOO_LONG');
  }
}

/** A file belongs to the post that brought it. */
export class NoPicturesInSummary extends Invalid {
  constructor(part: string) {
    super(
      [{ path: part, code: 'NO_PICTURES_IN_SUMMARY', message: 'Link to the post with the picture instead.' }],
      'NO_PICTURES_IN_SUMMARY',
    );
  }
}
