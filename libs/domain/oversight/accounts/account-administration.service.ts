import { Injectable } from '@nestjs/common';
import { type Person, Standings } from '#domain/people';
import { Audit } from '#platform/audit';
import { type Actor, allowedActions, authorize, mustBeFresh } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf, uuid } from '#platform/graphql';
import { normalMailAddress } from '#platform/mail';
import { Account, AccountAction, type AccountState } from './account.js';
import { type AccountActionName, accountPolicy } from './account.policy.js';
import type { AccountInput, SetAdministratorInput, SuspendPersonInput } from './accounts.inputs.js';
import { ACCOUNT, accountOf, type AccountRow, accountsPage, type ListedAccount } from './accounts.queries.js';
import { SuspensionMail } from './suspension-mail.js';

/** How accounts stand, for administrators. For everybody else there is nothing here. */
@Injectable()
export class AccountAdministration {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly mail: SuspensionMail,
  ) {}

  /** By name; `text` is a part of the name or a whole address. @throws NotFound */
  async list(actor: Actor, text: string, state: AccountState | null, { first = 20, after }: PageArgs): Promise<Page<Account>> {
    if (!actor.isAdministrator) throw new NotFound();
    const cursor = decodeCursor(after, ['string', 'uuid']);
    const words = text.replaceAll('\0', '').trim().slice(0, 254);
    const isAddress = words.includes('@');
    const pattern = words && !isAddress ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null;
    const address = isAddress ? (normalMailAddress(words) ?? words) : null;
    const values = [this.clock.now(), pattern, address, cursor?.[0] ?? null, cursor?.[1] ?? null, first + 1];
    const rows = await this.database.read<AccountRow>(accountsPage(state), values);
    const accounts = rows.map((row) => seenBy(actor, accountOf(row)));
    return pageOf(accounts, first, (account) => encodeCursor(account.sortName, account.id), cursor !== null);
  }

  /** @throws NotFound */
  async get(actor: Actor, personId: string): Promise<Account> {
    const [row] = await this.database.read<AccountRow>(ACCOUNT, [this.clock.now(), uuid(personId)]);
    const account = row && accountOf(row);
    authorize(actor, accountPolicy, 'read', account);
    return seenBy(actor, account);
  }

  /** They lose every road before this is answered, and are told why in a mail. @throws LastAdministrator */
  suspend(actor: Actor, input: SuspendPersonInput): Promise<Account> {
    return this.act(actor, input, 'suspend', async (tx, person, subject) => {
      await this.audit.note(tx, actor, 'oversight.person-suspended', { subject, details: {} });
      await this.mail.send(tx, person);
      await this.standings.suspend(tx, person, input.reason);
    });
  }

  unsuspend(actor: Actor, input: AccountInput): Promise<Account> {
    return this.act(actor, input, 'unsuspend', async (tx, person, subject) => {
      await this.audit.note(tx, actor, 'oversight.person-unsuspended', { subject, details: {} });
      await this.standings.unsuspend(tx, person);
      await this.mail.send(tx, person);
    });
  }

  endSessions(actor: Actor, input: AccountInput): Promise<Account> {
    return this.act(actor, input, 'endSessions', async (tx, person, subject) => {
      const count = await this.standings.endSessions(tx, person.id);
      await this.audit.note(tx, actor, 'oversight.sessions-ended', { subject, details: { count } });
    });
  }

  /** @throws LastAdministrator */
  setAdministrator(actor: Actor, input: SetAdministratorInput): Promise<Account> {
    const { isAdministrator } = input;
    return this.act(actor, input, isAdministrator ? 'makeAdministrator' : 'unmakeAdministrator', async (tx, person, subject) => {
      const act = isAdministrator ? 'oversight.administrator-made' : 'oversight.administrator-unmade';
      await this.audit.note(tx, actor, act, { subject, details: {} });
      await this.standings.setAdministrator(tx, person, isAdministrator);
    });
  }

  private async act(
    actor: Actor,
    input: AccountInput,
    action: AccountActionName,
    move: (tx: Tx, person: Person, subject: { kind: 'person'; id: string }) => Promise<void>,
  ): Promise<Account> {
    if (!actor.isAdministrator) throw new NotFound();
    mustBeFresh(actor, this.clock.now());
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const person = await this.standings.lock(tx, input.personId);
        authorize(actor, accountPolicy, action, person);
        await move(tx, person, { kind: 'person', id: person.id });
        return { id: person.id };
      },
      (personId) => Promise.resolve({ id: personId }),
    );
    return this.again(actor, id);
  }

  /** As it stands after a move that was allowed, also when that took the actor's own right. */
  private async again(actor: Actor, personId: string): Promise<Account> {
    const [row] = await this.database.read<AccountRow>(ACCOUNT, [this.clock.now(), personId]);
    if (!row) throw new NotFound();
    return seenBy(actor, accountOf(row));
  }
}

const seenBy = (actor: Actor, account: ListedAccount): ListedAccount => {
  account.viewerCan = allowedActions(actor, accountPolicy, account).map(
    (action) => action.replace(/[A-Z]/g, '_$&').toUpperCase() as AccountAction,
  );
  return account;
};
