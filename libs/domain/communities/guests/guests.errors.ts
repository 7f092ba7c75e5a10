import { Conflict } from '#platform/errors';

/** Somebody has that place already. */
export class IsGuestAlready extends Conflict {
  constructor() {
    super('This person is invited here already. Look at the list of guests.', 'IS_GUEST_ALREADY');
  }
}

/** Among many guests nobody knows any more whom they speak to. */
export class TooManyGuests extends Conflict {
  constructor() {
    super('There are ten guests here already. End what one of them sees first.', 'TOO_MANY_GUESTS');
  }
}

/** Withdrawn, used, or its time is over. */
export class GuestInvitationNotValid extends Conflict {
  constructor() {
    super('This invitation is not valid any more. Ask the person who invited you.', 'GUEST_INVITATION_NOT_VALID');
  }
}

/** Who belongs there needs no guest's place. */
export class MemberIsNoGuest extends Conflict {
  constructor() {
    super('A member of the community reads this anyway and cannot be its guest.', 'MEMBER_IS_NO_GUEST');
  }
}
