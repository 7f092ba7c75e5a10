/** A code that is on its way by mail. */
export type PendingSignIn = { email: string; requestId: string; expiresAt: string };

const key = 'throughline-sign-in';

/** The code asked for in this tab, so that a look into the mailbox and a reload do not lose it. */
export const pendingSignIn = {
  read(): PendingSignIn | null {
    try {
      const pending = JSON.parse(sessionStorage.getItem(key) ?? 'null') as PendingSignIn | null;
      return pending && new Date(pending.expiresAt) > new Date() ? pending : null;
    } catch {
      return null;
    }
  },
  keep(pending: PendingSignIn | null): void {
    try {
      if (pending) sessionStorage.setItem(key, JSON.stringify(pending));
      else sessionStorage.removeItem(key);
    } catch {
      // Without storage a reload asks for a new code.
    }
  },
};
