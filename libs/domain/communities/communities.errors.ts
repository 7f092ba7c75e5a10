import { Conflict, Forbidden, Invalid } from '#platform/errors';

/** The community is one of organisations. */
export const organisationNeeded = () =>
  Invalid.field(
    'organisationId',
    'ORGANISATION_NEEDED',
    'One joins this community for an organisation. Choose yours in your profile first.',
  );

/** One comes in for an organisation that takes part, and whose people are confirmed. */
export const noSeatOfOrganisation = () =>
  Invalid.field(
    'organisationId',
    'ORGANISATION_HAS_NO_SEAT',
    'One joins this community for an organisation that has a seat here and has confirmed you. Ask your organisation, or a coordinator for an invitation.',
  );

/** Who came where no list is kept was promised that. */
export const noListStays = () =>
  Invalid.field(
    'joinPolicy',
    'NO_LIST_STAYS',
    'Who takes part here was told that there is no list of members. Leave it so, or found another community.',
  );

/** A part that takes over the members of this community would list them. */
export const partsListMembers = () =>
  Invalid.field(
    'joinPolicy',
    'PARTS_LIST_MEMBERS',
    'A part of this community takes over its members and would list them. Change that part first.',
  );

/** The community takes nobody who was not invited. */
export class JoiningByInvitation extends Forbidden {
  constructor() {
    super('One joins this community by invitation. Ask one of its coordinators.', 'JOINING_BY_INVITATION');
  }
}

/** A community is never left without someone who answers for it. */
export class LastCoordinator extends Conflict {
  constructor() {
    super('This is the last coordinator. Make somebody else a coordinator first.', 'LAST_COORDINATOR');
  }
}

/** Nobody gives away more than they have. */
export class RoleAboveOwn extends Forbidden {
  constructor() {
    super('This role reaches further than your own here.', 'ROLE_ABOVE_YOUR_OWN');
  }
}

/** Closed, and only read. */
export class CommunityIsArchived extends Conflict {
  constructor() {
    super('This community is archived: it can be read, and nothing is added any more.', 'COMMUNITY_IS_ARCHIVED');
  }
}

/** Somebody would become a part of their own part. */
export class FamilyWouldTurn extends Conflict {
  constructor() {
    super('This community is itself a part of the other one. Choose another.', 'FAMILY_WOULD_TURN');
  }
}

/** Somebody has answered or taken back the proposal. */
export class TieIsSettled extends Conflict {
  constructor() {
    super('This proposal was answered or taken back. Look again.', 'TIE_IS_SETTLED');
  }
}

/** A membership that follows another one ends where that one ends. */
export class MembershipFollows extends Conflict {
  constructor() {
    super('This membership follows another one: it ends where that one ends.', 'MEMBERSHIP_FOLLOWS');
  }
}

/** Somebody was quicker. */
export class RequestAnswered extends Conflict {
  constructor() {
    super('Somebody has answered this request already.', 'REQUEST_ANSWERED');
  }
}

/** Unknown, used, withdrawn, expired, or from someone who may not invite any more: one answer for all. */
export class InvitationNotValid extends Invalid {
  constructor() {
    super(
      [{ path: 'token', code: 'INVITATION_NOT_VALID', message: 'This invitation is not valid any more. Ask for a new one.' }],
      'INVITATION_NOT_VALID',
    );
  }
}

/** As many as it was made for have joined by it. */
export class LinkUsedUp extends Conflict {
  constructor() {
    super('As many people as this link was made for have joined by it. Ask for a new one.', 'LINK_USED_UP');
  }
}

/** An invitation is for one address. */
export class InvitationForAnother extends Forbidden {
  constructor() {
    super('This invitation was sent to another address. Sign in with that address to use it.', 'INVITATION_FOR_ANOTHER');
  }
}
