import { Conflict, Forbidden, Invalid } from '#platform/errors';

/** Somebody was quicker, or it was kept for another. */
export class SeatNotFree extends Conflict {
  constructor() {
    super('This seat is not free any more.', 'SEAT_NOT_FREE');
  }
}

/** One person, one seat of an organisation in a community. */
export class SeatedAlready extends Conflict {
  constructor() {
    super('They hold a seat of this organisation here already.', 'SEATED_ALREADY');
  }
}

/** Seats are granted to those that take part; others are invited first. */
export class OrganisationNotHere extends Conflict {
  constructor() {
    super('This organisation does not take part here yet. Invite it first.', 'ORGANISATION_NOT_HERE');
  }
}

/** It takes part: nothing to ask for; a coordinator grants more seats. */
export class OrganisationIsHere extends Conflict {
  constructor() {
    super('This organisation holds seats here already. A coordinator can grant it more.', 'ORGANISATION_IS_HERE');
  }
}

/** One open proposal is enough. */
export class ProposedAlready extends Conflict {
  constructor() {
    super('There is an open invitation or request already.', 'PROPOSED_ALREADY');
  }
}

/** Somebody has answered it. */
export class ProposalAnswered extends Conflict {
  constructor() {
    super('This was answered already.', 'PROPOSAL_ANSWERED');
  }
}

/** Asking for seats needs someone who acts for the organisation. */
export class NotForThisOrganisation extends Forbidden {
  constructor() {
    super('Only those who act for the organisation can do this.', 'NOT_FOR_THIS_ORGANISATION');
  }
}

export const notOfOrganisation = () =>
  Invalid.field('personId', 'NOT_OF_ORGANISATION', 'They have not chosen this organisation in their profile yet.');
