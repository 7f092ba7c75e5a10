import { Conflict, Forbidden, Invalid } from '#platform/errors';

/** It has ended. */
export class OfferHasEnded extends Conflict {
  constructor() {
    super('This has ended already. Its author can open it again with another day.', 'OFFER_HAS_ENDED');
  }
}

/** Somebody was faster, or it was taken back. */
export class IntroductionIsAnswered extends Conflict {
  constructor() {
    super('This was answered already.', 'INTRODUCTION_IS_ANSWERED');
  }
}

/** One request at a time. */
export class IntroductionWaits extends Conflict {
  constructor() {
    super('You asked already; the answer is still to come.', 'INTRODUCTION_WAITS');
  }
}

/** A no counts for a while. */
export class IntroductionWasDeclined extends Forbidden {
  constructor() {
    super('They said no not long ago. Try somebody else.', 'INTRODUCTION_WAS_DECLINED');
  }
}

/** Enough for a week. */
export class IntroductionsEnough extends Forbidden {
  constructor() {
    super('You asked for five introductions within a week. Wait for the answers first.', 'INTRODUCTIONS_ENOUGH');
  }
}

/** Nobody speaks for the organisation here. */
export class NobodyToIntroduce extends Invalid {
  constructor() {
    super([{ path: 'organisationId', code: 'NOBODY_TO_INTRODUCE', message: 'Nobody here speaks for this organisation yet.' }]);
  }
}
