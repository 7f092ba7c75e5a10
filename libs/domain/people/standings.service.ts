import { Injectable } from '@nestjs/common';
import { type Actor, mustBeFresh } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { uuid } from '#platform/graphql';
import { Rooms } from '#platform/realtime';
import { LastAdministrator } from './people.errors.js';
import { Person } from './person.entity.js';
import { SignInSession } from './sign-in-session.entity.js';

const FRESH_MINUTES = 10;

/** Two who step down at once must not both find the other one still there. */
export const LOCK_ADMINISTRATORS: Statement = {
  name: 'person.lock_administrators',
  text: `select pg_advisory_xact_lock(hashtext('administrators'))`,
};
const OTHER_ADMINISTRATORS: Statement = {
  name: 'person.other_administrators',
  text: `select count(*)::int as others from person
          where is_administrator and id <> $1 and suspended_at is null and leaving_at is null and deleted_at is null`,
};

/** How accounts stand: who is kept out, who looks after the server. Rights are the caller's to ask. */
@Injectable()
export class Standings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
  ) {}

  /** The account under its lock. @throws NotFound, also for one that is gone */
  async lock(tx: Tx, personId: string): Promise<Person> {
    const person = await tx.findOne(Person, { where: { id: uuid(personId) }, lock: { mode: 'for_no_key_update' } });
    if (!person || person.deletedAt) throw new NotFound();
    return person;
  }

  /**
   * What gives an account away, or ends it, needs a sign-in of the last ten minutes: a browser left open is not enough, and a program with a token
   * never. @throws Forbidden FRESH_SIGN_IN_NEEDED
   */
  assertFresh(actor: Actor): void {
    mustBeFresh(actor, this.clock.now(), FRESH_MINUTES);
  }

  /** Keeps someone out, on every road at once. @throws LastAdministrator */
  async suspend(tx: Tx, person: Person, reason: string): Promise<void> {
    await this.keepAdministrator(tx, person);
    await tx.update(Person, person.id, { suspendedAt: this.clock.now(), suspendedReason: reason });
    await this.endSessions(tx, person.id);
  }

  async unsuspend(tx: Tx, person: Person): Promise<void> {
    await tx.update(Person, person.id, { suspendedAt: null, suspendedReason: null });
  }

  /** Signs someone out everywhere; their sockets are closed before the answer. Says how many sessions ended. */
  async endSessions(tx: Tx, personId: string): Promise<number> {
    const { affected } = await tx.delete(SignInSession, { personId });
    this.database.afterCommit(tx, () => this.rooms.recheck(personId));
    return affected ?? 0;
  }

  /** @throws LastAdministrator */
  async setAdministrator(tx: Tx, person: Person, isAdministrator: boolean): Promise<void> {
    if (!isAdministrator) await this.keepAdministrator(tx, person);
    await tx.update(Person, person.id, { isAdministrator });
    this.database.afterCommit(tx, () => this.rooms.recheck(person.id));
  }

  /** A server must not be left without anyone who looks after it. @throws LastAdministrator */
  async keepAdministrator(tx: Tx, person: Person): Promise<void> {
    if (!person.isAdministrator) return;
    await this.database.run(tx, LOCK_ADMINISTRATORS, []);
    const [row] = await this.database.run<{ others: number }>(tx, OTHER_ADMINISTRATORS, [person.id]);
    if (!row?.others) throw new LastAdministrator();
  }
}
