import { Conflict, Invalid } from '#platform/errors';

/** A reply or a change came after the conversation had ended. */
export class ThreadIsClosed extends Conflict {
  constructor() {
    super('This thread is closed. Its author or a facilitator can reopen it.', 'THREAD_IS_CLOSED');
  }
}

/** Somebody reopens what is open. */
export class ThreadIsOpen extends Conflict {
  constructor() {
    super('This thread is open already.', 'THREAD_IS_OPEN');
  }
}

/** A removed post cannot be changed. */
export class PostIsRemoved extends Conflict {
  constructor() {
    super('This post was removed. Bring it back first.', 'POST_IS_REMOVED');
  }
}

/** Somebody brings back a post that is there. */
export class PostIsThere extends Conflict {
  constructor() {
    super('This post is there already.', 'POST_IS_THERE');
  }
}

/** A reply names a post that is not in its thread. */
export class NotInThisThread extends Invalid {
  constructor() {
    super([{ path: 'replyToId', code: 'NOT_IN_THIS_THREAD', message: 'The post you answer is not in this thread.' }], 'NOT_IN_THIS_THREAD');
  }
}

/** A thread at a level that threads do not have. */
export class NotForThreads extends Invalid {
  constructor() {
    super(
      [{ path: 'level', code: 'NOT_FOR_THREADS', message: 'A thread is public, for the community, or unattributed.' }],
      'NOT_FOR_THREADS',
    );
  }
}

/** A thread for everyone in a community of members only. */
export class TooOpenForCommunity extends Invalid {
  constructor() {
    const message = 'This community is for members only; what is written here is for its members.';
    super([{ path: 'level', code: 'TOO_OPEN_FOR_COMMUNITY', message }], 'TOO_OPEN_FOR_COMMUNITY');
  }
}

/** What is in a group is for those in it, and nothing else is. */
export class LevelOutOfPlace extends Invalid {
  constructor() {
    const message = 'What is in a group is for those in it: leave the level out, or choose GROUP together with a group.';
    super([{ path: 'level', code: 'LEVEL_OUT_OF_PLACE', message }], 'LEVEL_OUT_OF_PLACE');
  }
}
