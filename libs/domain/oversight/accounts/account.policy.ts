import type { Policy, Rule } from '#platform/auth';
import type { Account } from './account.js';

/** What the rules look at. */
export type GovernedAccount = Pick<Account, 'id' | 'isAdministrator' | 'suspendedAt' | 'leavingAt'>;

export type AccountActionName = 'suspend' | 'unsuspend' | 'endSessions' | 'makeAdministrator' | 'unmakeAdministrator';

const administrator: Rule<GovernedAccount> = (actor) => actor.isAdministrator;
const another: Rule<GovernedAccount> = (actor, account) => actor.isAdministrator && !actor.is(account.id);

/** Administrators look after accounts; nobody keeps themselves out. That the last administrator stays is asked under the lock. */
export const accountPolicy: Policy<GovernedAccount, AccountActionName> = {
  read: administrator,
  suspend: (actor, account) => another(actor, account) && account.suspendedAt === null,
  unsuspend: (actor, account) => administrator(actor, account) && account.suspendedAt !== null,
  endSessions: another,
  makeAdministrator: (actor, account) =>
    another(actor, account) && !account.isAdministrator && account.suspendedAt === null && account.leavingAt === null,
  unmakeAdministrator: (actor, account) => administrator(actor, account) && account.isAdministrator,
};
