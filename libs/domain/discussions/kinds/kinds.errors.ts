import { Conflict, Forbidden, Invalid } from '#platform/errors';

/** Members tell each other in discussions; what everyone has to read is for those who keep the place. */
export class OnlyFacilitatorsAnnounce extends Forbidden {
  constructor() {
    super('Announcements are for facilitators and coordinators. Start a discussion instead.', 'ONLY_FACILITATORS_ANNOUNCE');
  }
}

/** Who has read an announcement is told, and who has to be read stands by it. */
export class AnnouncementsAreNamed extends Invalid {
  constructor() {
    const message = 'An announcement is made with a name, and its readers confirm it with theirs. Choose another level.';
    super([{ path: 'level', code: 'ANNOUNCEMENTS_ARE_NAMED', message }], 'ANNOUNCEMENTS_ARE_NAMED');
  }
}

/** An experience note fits on a screen of a telephone. */
export class NoteTooLong extends Invalid {
  constructor(path: string, length: number, most: number) {
    const message = `An experience note has at most ${most} characters; this one has ${length}. Shorten it, or start a discussion.`;
    super([{ path, code: 'NOTE_TOO_LONG', message }], 'NOTE_TOO_LONG');
  }
}

/** What is marked as the answer is a reply that is there. */
export class NotAnAnswer extends Invalid {
  constructor() {
    const message = 'Only a reply to this question that is still there can be its answer.';
    super([{ path: 'postId', code: 'NOT_AN_ANSWER', message }], 'NOT_AN_ANSWER');
  }
}

/** A clinic that is in this phase already. */
export class InThisPhase extends Conflict {
  constructor() {
    super('The case clinic is in this phase already.', 'IN_THIS_PHASE');
  }
}
