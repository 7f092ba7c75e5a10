import { Conflict, Forbidden, Invalid } from '#platform/errors';

/** It is only read. */
export class GroupIsArchived extends Conflict {
  constructor() {
    super('This group is archived: it can be read, and nothing is added. A keeper can reopen it.', 'GROUP_IS_ARCHIVED');
  }
}

/** It goes on already. */
export class GroupIsOpen extends Conflict {
  constructor() {
    super('This group is not archived.', 'GROUP_IS_OPEN');
  }
}

/** A group is never without somebody who keeps it. */
export class LastKeeper extends Conflict {
  constructor() {
    super('This is the last keeper. Make somebody else a keeper first.', 'LAST_KEEPER');
  }
}

/** The group takes nobody who was not brought in. */
export class GroupByInvitation extends Forbidden {
  constructor() {
    super('One comes into this group when a keeper brings one in. Write to one of its keepers.', 'GROUP_BY_INVITATION');
  }
}

/** What nobody can see nobody can ask to join. */
export class HiddenByInvitation extends Invalid {
  constructor() {
    const message = 'A hidden group takes people by invitation: nobody else can see it.';
    super([{ path: 'joinPolicy', code: 'HIDDEN_BY_INVITATION', message }], 'HIDDEN_BY_INVITATION');
  }
}

/** Groups are for members of their community. */
export class NotInCommunity extends Invalid {
  constructor() {
    const message = 'Only members of the community can be in its groups. Invite them to the community first.';
    super([{ path: 'personId', code: 'NOT_IN_COMMUNITY', message }], 'NOT_IN_COMMUNITY');
  }
}
