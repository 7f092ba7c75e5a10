import { Conflict } from '#platform/errors';

/** Before it begins, after it was erased, or where there is none. */
export class NotOffTheRecordNow extends Conflict {
  constructor() {
    super(
      'There is no conversation off the record now. It lasts as long as the session, and only where its organisers opened one.',
      'NOT_OFF_THE_RECORD_NOW',
    );
  }
}
