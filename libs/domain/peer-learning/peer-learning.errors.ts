import { Conflict } from '#platform/errors';

export class SessionIsCancelled extends Conflict {
  constructor() {
    super('This session was cancelled.', 'SESSION_IS_CANCELLED');
  }
}

export class SessionIsOver extends Conflict {
  constructor() {
    super('This session is over.', 'SESSION_IS_OVER');
  }
}

export class SessionHasStarted extends Conflict {
  constructor() {
    super('This session has started; seats can no longer change hands.', 'SESSION_HAS_STARTED');
  }
}

export class AlreadySeated extends Conflict {
  constructor() {
    super('You already have a seat or a place in the waiting list.', 'ALREADY_SEATED');
  }
}

export class NotSeated extends Conflict {
  constructor() {
    super('You have no seat here and do not wait for one.', 'NOT_SEATED');
  }
}

export class TooManyFeeds extends Conflict {
  constructor() {
    super('You have five calendar addresses. Revoke one that you no longer use.', 'TOO_MANY_FEEDS');
  }
}
