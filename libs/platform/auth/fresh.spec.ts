import { Actor } from './actor.js';
import { mustBeFresh } from './fresh.js';

const now = new Date('2026-05-01T12:00:00Z');
const signedIn = (minutesAgo: number | null) =>
  new Actor({
    personId: 'ada',
    sessionId: minutesAgo === null ? null : 'session',
    signedInAt: minutesAgo === null ? null : new Date(now.getTime() - minutesAgo * 60_000),
    name: 'Ada',
    language: 'en',
    timeZone: 'UTC',
    isAdministrator: true,
    roles: new Map(),
    organisationIds: new Set(),
  });

test.each([
  [0, undefined, true],
  [15, undefined, true],
  [15.1, undefined, false],
  [10, 10, true],
  [11, 10, false],
])('signed in %d minutes ago, asked for %s: %s', (ago, minutes, isFresh) => {
  const ask = () => mustBeFresh(signedIn(ago), now, minutes);
  if (isFresh) expect(ask).not.toThrow();
  else expect(ask).toThrow(expect.objectContaining({ code: 'FRESH_SIGN_IN_NEEDED' }));
});

test('a program with a token and a stranger never are', () => {
  for (const actor of [signedIn(null), Actor.stranger]) expect(() => mustBeFresh(actor, now)).toThrow('once more');
});
