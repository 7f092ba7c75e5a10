import { Injectable, type OnModuleInit } from '@nestjs/common';
import { inUse } from '#domain/people';
import { Audit } from '#platform/audit';
import type { Actor, Batch } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';
import { Forbidden, Invalid, NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { Jobs } from '#platform/jobs';
import { type Limit, Limits } from '#platform/limits';
import { Rooms } from '#platform/realtime';
import { reaches } from '../community.enums.js';
import { belongsTo, leads, MAY_INVITE } from '../community.policy.js';
import { asPerson } from '../people.queries.js';
import { Guest, GuestPlace, type GuestState } from './guest.entity.js';
import { GuestMail } from './guest-mail.js';
import { GuestSubjects } from './guest-subjects.js';
import { GuestInvitationNotValid, IsGuestAlready, MemberIsNoGuest, TooManyGuests } from './guests.errors.js';
import type { AnswerGuestInvitationInput, EndGuestInput, InviteGuestInput } from './guests.inputs.js';
import * as sql from './guests.queries.js';

const MOST_GUESTS = 10;
const LONGEST_MS = 184 * 86_400_000;
/** Counted with the invitations to communities. */
const A_DAY: Limit = { purpose: 'invite', tries: 100, seconds: 86_400 };
const EXPIRES = 'communities.guest-expires';

const INVITED_ACCOUNT: Statement = {
  name: 'guests.invited-account',
  text: `select p.name, p.email, p.language, exists (select from membership m where m.community_id = $1 and m.person_id = p.id) as "isMember"
           from person p where p.id = $2 and ${inUse('p')}`,
};
const ADD: Statement = {
  name: 'guests.add',
  text: `insert into guest (community_id, subject, subject_id, person_id, email, name, organisation, invited_by_id, invited_at, until, after_position)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
};
const LISTED: Statement = { name: 'guests.listed', text: `select id from community where id = $1 and not is_unlisted` };
const ACCEPT: Statement = { name: 'guests.accept', text: `update guest set person_id = $2, accepted_at = $3 where id = $1 returning id` };

/** Guests are let into one thread or one session for a time, seen by everyone there, and out again at once. */
@Injectable()
export class Guests implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly rooms: Rooms,
    private readonly audit: Audit,
    private readonly subjects: GuestSubjects,
    private readonly mail: GuestMail,
  ) {}

  onModuleInit(): void {
    this.jobs.define<{ guestId: string }>(EXPIRES, ({ guestId }) => this.expire(guestId));
    // Who has become a member reads as one.
    this.events.listen('communities.member-joined', 'communities.end-guests', async ({ payload: { communityId, personId } }) => {
      for (const { id } of await this.database.read<{ id: string }>(sql.OPEN_OF_PERSON, [communityId, personId]))
        await this.database.transaction((tx) => this.close(tx, id));
    });
  }

  /** Those who read along or did, by thread or session; the caller has looked whether its members are asking. */
  readonly bySubject: Batch<string, Guest[]> = async (ids) => {
    const rows = await this.database.read<sql.GuestRow>(sql.GUESTS_OF, [ids]);
    const bySubject = Map.groupBy(rows, (row) => row.subjectId);
    return ids.map((id) => (bySubject.get(id) ?? []).map((row) => this.asGuest(row)));
  };

  /** What those who belong there see of its guests; the marks are for them and not for whoever passes. */
  seenBy(actor: Actor, guests: Guest[]): Guest[] {
    return guests
      .filter(({ communityId, personId }) => belongsTo(actor, { communityId, groupId: null }) || actor.is(personId))
      .map((guest) => Object.assign(guest, { viewerMayEnd: guest.state !== 'ENDED' && mayEnd(actor, guest) }));
  }

  /** Where one is invited as a guest or reads along, for oneself alone. */
  async places(actor: Actor): Promise<GuestPlace[]> {
    const rows = await this.database.read<sql.GuestRow & { communityName: string }>(sql.GUEST_PLACES, [actor.personId, this.clock.now()]);
    const titled = rows.map(async (row) => {
      const [title] = await this.subjects.of(row.subject).titles([row.subjectId]);
      if (title === null || title === undefined) return [];
      const { id, subject, subjectId, communityName, organisation, until } = row;
      const state = this.stateOf(row);
      return [
        Object.assign(new GuestPlace(), {
          id,
          subject,
          subjectId,
          title,
          communityName,
          organisation,
          until,
          state,
          invitedBy: asPerson(row.invitedBy),
        }),
      ];
    });
    return (await Promise.all(titled)).flat();
  }

  /** Says nothing about whether an address has an account. @throws IsGuestAlready, TooManyGuests */
  async invite(actor: Actor, input: InviteGuestInput): Promise<Guest> {
    await this.limits.count(A_DAY, actor.personId);
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      (tx) => this.add(tx, actor, input),
      (earlier) => Promise.resolve({ id: earlier }),
    );
    return this.get(actor, id);
  }

  private async add(tx: Tx, actor: Actor, input: InviteGuestInput): Promise<{ id: string }> {
    const { subject, subjectId, email = null, personId = null, organisation } = input;
    const now = this.clock.now();
    const { communityId, afterPosition } = await this.subjects.of(subject).admit(tx, actor, subjectId);
    // The room of two people who were introduced is for those two.
    const [listed] = await this.database.run(tx, LISTED, [communityId]);
    if (!listed) throw new Forbidden();
    if ((email === null) === (personId === null))
      throw Invalid.field('email', 'ONE_OF_BOTH', 'Give the address, or choose the account; not both.');
    if (input.until <= now) throw Invalid.field('until', 'IN_THE_PAST', 'This day is over. Choose one that is still to come.');
    if (input.until.getTime() > now.getTime() + LONGEST_MS)
      throw Invalid.field('until', 'TOO_LONG', 'Choose a day within the next half year. You can invite again.');
    const account = personId === null ? null : await this.account(tx, communityId, personId);
    const name = account?.name ?? input.name?.trim();
    if (!name) throw Invalid.field('name', 'NAME_NEEDED', 'Write the name that everyone there will see.');
    const [counted] = await this.database.run<{ count: number }>(tx, sql.COUNT_GUESTS, [subjectId, now]);
    if ((counted?.count ?? 0) >= MOST_GUESTS) throw new TooManyGuests();
    const values = [communityId, subject, subjectId, personId, email, name, organisation, actor.personId, now, input.until, afterPosition];
    const [guest] = await this.database.run<{ id: string }>(tx, ADD, values);
    if (!guest) throw new IsGuestAlready();
    // To an account in its own language, to an address in the inviter's: of that we know nothing.
    const to = account ?? { email: email as string, language: actor.language };
    await this.mail.send(tx, guest.id, to, input.until);
    await this.jobs.send(tx, EXPIRES, { guestId: guest.id }, { startAfter: input.until });
    const told = { guestId: guest.id, communityId, subject, subjectId };
    await this.events.publish(tx, 'communities.guest-invited', { ...told, invitedById: actor.personId });
    await this.note(tx, actor, 'communities.guest-invited', told);
    await this.subjects.of(subject).tell(tx, subjectId);
    return guest;
  }

  /** Only whoever was invited answers, while the inviter could still invite. @throws GuestInvitationNotValid, MemberIsNoGuest */
  async answer(actor: Actor, input: AnswerGuestInvitationInput): Promise<GuestPlace[]> {
    const now = this.clock.now();
    await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const guest = await this.lock(tx, input.guestId);
        const values = [guest.communityId, guest.invitedById, actor.personId];
        const [standing] = await this.database.run<sql.GuestStanding>(tx, sql.GUEST_STANDING, values);
        const isOwn = actor.is(guest.personId) || (guest.personId === null && guest.email === standing?.email);
        if (!standing || !isOwn) throw new NotFound();
        if (guest.endedAt || guest.until <= now || guest.acceptedAt) throw new GuestInvitationNotValid();
        if (!input.accept) {
          await this.close(tx, guest.id);
          return { id: guest.id };
        }
        if (standing.isMember) throw new MemberIsNoGuest();
        if (!reaches(standing.inviterRole, MAY_INVITE)) throw new GuestInvitationNotValid();
        await this.database.run(tx, ACCEPT, [guest.id, actor.personId, now]);
        const { id: guestId, communityId, subject, subjectId } = guest;
        await this.events.publish(tx, 'communities.guest-let-in', { guestId, communityId, subject, subjectId, personId: actor.personId });
        await this.subjects.of(subject).tell(tx, subjectId);
        return { id: guest.id };
      },
      (earlier) => Promise.resolve({ id: earlier }),
    );
    return this.places(actor);
  }

  /** By those who may invite, or by the guest; every road is closed before this is answered. */
  async end(actor: Actor, input: EndGuestInput): Promise<Guest> {
    await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const guest = await this.lock(tx, input.guestId);
        const isTheirs = actor.is(guest.personId);
        if (!isTheirs && !belongsTo(actor, { communityId: guest.communityId, groupId: null })) throw new NotFound();
        if (!mayEnd(actor, guest)) throw new Forbidden();
        await this.close(tx, guest.id, actor);
        return { id: guest.id };
      },
      (earlier) => Promise.resolve({ id: earlier }),
    );
    return this.get(actor, input.guestId);
  }

  /** Those of the threads or sessions that a guest reads along in. */
  async withGuests(subjectIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(sql.SUBJECTS_WITH_GUESTS, [subjectIds, this.clock.now()]);
    return rows.map(({ id }) => id);
  }

  private async expire(guestId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const guest = await tx.findOneBy(Guest, { id: guestId });
      if (guest && !guest.endedAt && guest.until <= this.clock.now()) await this.close(tx, guestId);
    });
  }

  private async close(tx: Tx, guestId: string, by: Actor | null = null): Promise<void> {
    const [ended] = await this.database.run<{ id: string }>(tx, sql.END_GUEST, [guestId, this.clock.now()]);
    if (!ended) return;
    const { communityId, subject, subjectId, personId } = await this.lock(tx, guestId);
    const told = { guestId, communityId, subject, subjectId };
    await this.events.publish(tx, 'communities.guest-ended', { ...told, personId, byId: by?.personIdOrNull ?? null });
    if (by && !by.is(personId)) await this.note(tx, by, 'communities.guest-ended', told);
    await this.subjects.of(subject).tell(tx, subjectId);
    if (personId) this.database.afterCommit(tx, () => this.rooms.recheck(personId));
  }

  private async get(actor: Actor, id: string): Promise<Guest> {
    const [row] = await this.database.read<sql.GuestRow>(sql.GUEST, [id]);
    const [guest] = row ? this.seenBy(actor, [this.asGuest(row)]) : [];
    if (!guest) throw new NotFound();
    return guest;
  }

  private async lock(tx: Tx, id: string): Promise<Guest> {
    const guest = await tx.findOne(Guest, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!guest) throw new NotFound();
    return guest;
  }

  private async account(tx: Tx, communityId: string, personId: string): Promise<InvitedAccount> {
    const [account] = await this.database.run<InvitedAccount>(tx, INVITED_ACCOUNT, [communityId, personId]);
    if (!account) throw Invalid.field('personId', 'NO_SUCH_PERSON', 'Nobody with an account here is meant by this. Look again.');
    if (account.isMember) throw new MemberIsNoGuest();
    return account;
  }

  private async note(
    tx: Tx,
    actor: Actor,
    act: 'communities.guest-invited' | 'communities.guest-ended',
    { guestId, communityId, subject, subjectId }: { guestId: string; communityId: string; subject: Guest['subject']; subjectId: string },
  ): Promise<void> {
    await this.audit.note(tx, actor, act, { communityId, subject: { kind: 'guest', id: guestId }, details: { subject, subjectId } });
  }

  private asGuest(row: sql.GuestRow): Guest {
    return Object.assign(new Guest(), row, {
      state: this.stateOf(row),
      person: row.person && asPerson(row.person),
      invitedBy: asPerson(row.invitedBy),
      viewerMayEnd: false,
    });
  }

  private stateOf({ endedAt, until, acceptedAt }: Pick<Guest, 'endedAt' | 'until' | 'acceptedAt'>): GuestState {
    if (endedAt || until <= this.clock.now()) return 'ENDED';
    return acceptedAt ? 'READING' : 'INVITED';
  }
}

interface InvitedAccount {
  name: string;
  email: string;
  language: string;
  isMember: boolean;
}

const mayEnd = (actor: Actor, { communityId, personId }: Pick<Guest, 'communityId' | 'personId'>): boolean =>
  actor.is(personId) || leads(actor, { communityId, groupId: null });
