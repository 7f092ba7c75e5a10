import { Conflict, Forbidden, Invalid, Unauthenticated } from '#platform/errors';

/** The same name in the same place is there already. */
export class OrganisationExists extends Conflict {
  constructor() {
    super('This organisation is already in the list. Search for it and choose it.', 'ORGANISATION_EXISTS');
  }
}

/** Wrong, expired, used, or asked for elsewhere: one answer, so that nothing can be tried out. */
export class CodeRefused extends Invalid {
  constructor() {
    super(
      [
        {
          path: 'code',
          code: 'CODE_REFUSED',
          message: 'This code is wrong or no longer valid. Check the six digits, or ask for a new code.',
        },
      ],
      'CODE_REFUSED',
    );
  }
}

/** Unknown, expired or used. */
export class LinkRefused extends Invalid {
  constructor() {
    super(
      [{ path: 'token', code: 'LINK_REFUSED', message: 'This link was used or is no longer valid. Ask for a new one.' }],
      'LINK_REFUSED',
    );
  }
}

/** The link is good, but this is not the browser that asked for it. */
export class OtherBrowser extends Invalid {
  constructor() {
    super(
      [
        {
          path: 'token',
          code: 'OTHER_BROWSER',
          message: 'This link works only in the browser where you asked for it. Type the six digits of the mail there, or ask again here.',
        },
      ],
      'OTHER_BROWSER',
    );
  }
}

/** An unknown address and a wrong password are the same. */
export class SignInRefused extends Unauthenticated {
  constructor() {
    super('This address and password do not fit together.', 'SIGN_IN_REFUSED');
  }
}

/** A server keeps someone who looks after it. */
export class LastAdministrator extends Conflict {
  constructor() {
    super('This is the last administrator. Make somebody else an administrator first.', 'LAST_ADMINISTRATOR');
  }
}

/** Told only to those who have proved that the account is theirs. */
export class AccountSuspended extends Forbidden {
  constructor() {
    super('This account is suspended. The mail we sent to its address says why.', 'ACCOUNT_SUSPENDED');
  }
}

/** Told only to those who have proved that the account is theirs. */
export class AccountLeaving extends Forbidden {
  constructor() {
    super('This account is being deleted, as you asked. The mail we sent you has a way back.', 'ACCOUNT_LEAVING');
  }
}
