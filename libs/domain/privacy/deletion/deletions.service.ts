import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FORMER_MEMBER, inUse, Person, Standings } from '#domain/people';
import { Audit } from '#platform/audit';
import { type Actor, hashToken, newToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';
import { Conflict, Invalid } from '#platform/errors';
import { Jobs } from '#platform/jobs';
import { Log } from '#platform/log';
import { PersonalData } from '#platform/personal-data';
import { Files } from '#platform/storage';
import type { DeleteAccountInput, Leaving } from './deletion.inputs.js';
import { DeletionMails } from './deletion-mails.js';
import { type Deleted, DeletionRegister } from './deletion-register.js';

const DAY_MS = 86_400_000;
const DAYS_TO_CHANGE_ONES_MIND = 14;

const LAST_IN: Statement = {
  name: 'deletion.last-coordinator-in',
  text: `select c.name from membership m join community c on c.id = m.community_id
          where m.person_id = $1 and m.role = 'COORDINATOR' and c.member_count > 1 and c.merged_into_id is null and not exists (
            select from membership other join person p on p.id = other.person_id
             where other.community_id = m.community_id and other.role = 'COORDINATOR' and other.person_id <> $1 and ${inUse('p')})
          order by plain(c.name) limit 20`,
};
const DUE: Statement = {
  name: 'deletion.due',
  text: `select id from person where leaving_at <= $1 and deleted_at is null order by leaving_at limit 100`,
};
const LIVING: Statement = { name: 'deletion.living', text: `select id from person where deleted_at is null` };
/** Messages that sockets may still fetch carry names of those who wrote. */
const FORGET_MESSAGES: Statement = {
  name: 'deletion.forget-messages',
  text: `delete from room_message where room = 'person:' || $1 or payload::text like '%' || $1 || '%'`,
};

/** Somebody has to look after a community before its last coordinator goes. */
export class LastCoordinatorOf extends Conflict {
  constructor(communities: string[]) {
    super(`Hand these communities over first, you are their last coordinator: ${communities.join(', ')}.`, 'LAST_COORDINATOR_OF');
  }
}

/** Deleting an account: fourteen days to change one's mind, then nothing is left but an id that points at nobody. */
@Injectable()
export class Deletions implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly standings: Standings,
    private readonly data: PersonalData,
    private readonly register: DeletionRegister,
    private readonly mails: DeletionMails,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.define('privacy.delete-due', () => this.deleteDue(), '7 * * * *');
  }

  /** Signs out at once, everywhere. @throws FreshSignInNeeded, LastCoordinatorOf, LastAdministrator */
  async request(actor: Actor, { keepContributions }: DeleteAccountInput): Promise<Leaving> {
    this.standings.assertFresh(actor);
    const token = newToken();
    const leavingAt = new Date(this.clock.now().getTime() + DAYS_TO_CHANGE_ONES_MIND * DAY_MS);
    return this.database.transaction(async (tx) => {
      const person = await this.standings.lock(tx, actor.personId);
      // Pressed twice: the first mail has the way back.
      if (person.leavingAt) return { leavingAt: person.leavingAt };
      const left = await this.database.run<{ name: string }>(tx, LAST_IN, [person.id]);
      if (left.length > 0) throw new LastCoordinatorOf(left.map(({ name }) => name));
      await this.standings.keepAdministrator(tx, person);
      await tx.update(Person, person.id, { leavingAt, leavingKeeps: keepContributions, leavingTokenHash: hashToken(token) });
      await this.audit.note(tx, actor, 'privacy.deletion-asked', { subject: { kind: 'person', id: person.id }, details: {} });
      await this.mails.leaving(tx, person, token, leavingAt);
      await this.standings.endSessions(tx, person.id);
      return { leavingAt };
    });
  }

  /** The way back. @throws Invalid when the link is used, old, or wrong */
  async keep(token: string): Promise<true> {
    return this.database.transaction(async (tx) => {
      const person = await tx.findOne(Person, { where: { leavingTokenHash: hashToken(token) }, lock: { mode: 'for_no_key_update' } });
      if (!person?.leavingAt || person.deletedAt) throw Invalid.field('token', 'LINK_REFUSED', 'This link was used or is no longer valid.');
      await tx.update(Person, person.id, { leavingAt: null, leavingKeeps: null, leavingTokenHash: null });
      await this.audit.note(tx, null, 'privacy.deletion-withdrawn', { subject: { kind: 'person', id: person.id }, details: {} });
      return true as const;
    });
  }

  /** Deletes everybody whose time has come. */
  async deleteDue(): Promise<void> {
    for (const { id } of await this.database.read<{ id: string }>(DUE, [this.clock.now()])) {
      await this.database.transaction(async (tx) => {
        const person = await tx.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
        // Under the lock: they may have changed their mind at the last moment.
        if (!person?.leavingAt || person.deletedAt || person.leavingAt > this.clock.now()) return;
        const keeps = person.leavingKeeps ?? true;
        const reference = `D-${randomBytes(6).toString('hex').toUpperCase()}`;
        const deleted: Deleted = { hash: this.register.hashOf(id), keeps, deletedAt: this.clock.now().toISOString(), reference };
        await this.erase(tx, person, keeps);
        await this.mails.deleted(tx, person, reference, keeps);
        await this.audit.note(tx, null, 'privacy.deleted', { subject: { kind: 'person', id }, details: { reference } });
        await this.register.keep(tx, deleted);
      });
    }
  }

  /** After a restored backup: who was deleted since it was made is deleted again, without a mail. Says how many. At each start. */
  async replay(): Promise<number> {
    const missing = await this.register.missing();
    if (missing.length === 0) return 0;
    const living = await this.database.read<{ id: string }>(LIVING, []);
    const byHash = new Map(living.map(({ id }) => [this.register.hashOf(id), id]));
    let again = 0;
    for (const deleted of missing) {
      await this.database.transaction(async (tx) => {
        const id = byHash.get(deleted.hash);
        const person = id ? await tx.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
        if (person) {
          await this.erase(tx, person, deleted.keeps);
          const subject = { kind: 'person', id: person.id } as const;
          await this.audit.note(tx, null, 'privacy.deleted-again', { subject, details: { reference: deleted.reference } });
          again += 1;
        }
        await this.register.restore(tx, deleted);
      });
    }
    if (again > 0)
      this.log.warn({ step: 'deletions', count: again }, 'a restored backup had brought deleted accounts back; they are deleted again');
    return again;
  }

  /** What every module keeps of the person, then the row itself: the id stays, for what points at it. */
  private async erase(tx: Tx, person: Person, keeps: boolean): Promise<void> {
    const { id, email, pictureFileId } = person;
    await this.data.erase(tx, { id, email, keeps });
    if (pictureFileId) await this.files.remove(tx, [pictureFileId]);
    await tx.update(Person, id, {
      email: `deleted-${id}@invalid`,
      name: FORMER_MEMBER,
      headline: null,
      keptHeadline: null,
      about: null,
      canHelp: null,
      languages: [],
      themeIds: [],
      timeZone: 'UTC',
      language: 'en',
      pictureFileId: null,
      passwordHash: null,
      isAdministrator: false,
      isListed: false,
      shown: {},
      suspendedReason: null,
      leavingAt: null,
      leavingKeeps: null,
      leavingTokenHash: null,
      deletedAt: this.clock.now(),
    });
    await this.standings.endSessions(tx, id);
    await this.database.run(tx, FORGET_MESSAGES, [id]);
  }
}
