import { Forbidden } from '#platform/errors';
import type { Actor } from './actor.js';

/** What administrators do asks for a sign-in of the last so many minutes. */
const ADMINISTRATORS_MINUTES = 15;

/**
 * A browser left open is not enough for what gives an account away or governs the server, and a program with a token never: one signs in once more, and
 * the same is sent again. @throws Forbidden FRESH_SIGN_IN_NEEDED
 */
export function mustBeFresh(actor: Actor, now: Date, minutes = ADMINISTRATORS_MINUTES): void {
  const since = actor.signedInAt;
  if (!since || now.getTime() - since.getTime() > minutes * 60_000)
    throw new Forbidden('Show that it is you: sign in once more, then go on.', 'FRESH_SIGN_IN_NEEDED');
}
