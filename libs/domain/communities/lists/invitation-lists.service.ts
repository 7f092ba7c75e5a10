import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { uuid } from '#platform/graphql';
import { Jobs } from '#platform/jobs';
import { type Limit, Limits } from '#platform/limits';
import { normalMailAddress } from '#platform/mail';
import { Rooms } from '#platform/realtime';
import { CommunityActorSource } from '../actor-source.js';
import { Communities } from '../communities.service.js';
import { type MembershipRole, reaches } from '../community.enums.js';
import { communityPolicy } from '../community.policy.js';
import { Invitations } from '../invitations.service.js';
import { MembershipRoll } from '../membership-roll.js';
import { InvitationList, type InvitationRow, InvitationRowState } from './invitation-list.entity.js';
import {
  type InvitationRowInput,
  MOST_ROWS,
  type ReadInvitationListInput,
  type SendInvitationListInput,
} from './invitation-lists.inputs.js';
import { ADVANCE_LIST, KNOWN_ADDRESSES, OPEN_LIST } from './invitation-lists.queries.js';
import { cleanRow, type ListRow, problemsOf, rowsOf } from './list-rows.js';
import { listText } from './list-text.js';

const SEND = 'communities.send-list';
const AT_ONCE = 25;
/** A long list, and what was mended of it; more in a day is no inviting. */
const A_DAY: Limit = { purpose: 'invite-list', tries: 1_500, seconds: 86_400 };

/** Lists of addresses: looked at line by line, then sent once, some at a time, by a job with the rights its sender has at that moment. */
@Injectable()
export class InvitationLists implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly invitations: Invitations,
    private readonly roll: MembershipRoll,
    private readonly actors: CommunityActorSource,
    private readonly limits: Limits,
    private readonly jobs: Jobs,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.define<{ listId: string }>(SEND, ({ listId }) => this.work(listId));
  }

  /** What can be sent and what has to be mended, line by line; nothing is sent. */
  async read(actor: Actor, input: ReadInvitationListInput): Promise<InvitationRow[]> {
    const community = await this.communities.get(actor, input.communityId);
    authorize(actor, communityPolicy, 'invite', community);
    return this.judged(actor, community.id, linesOf(input));
  }

  /** Queues the list; a job sends it. Addresses that were invited since the look are left out. @throws Invalid at a line that is not good */
  async send(actor: Actor, input: SendInvitationListInput): Promise<InvitationList> {
    authorize(actor, communityPolicy, 'invite', await this.communities.get(actor, input.communityId));
    await this.limits.count(A_DAY, actor.personId, input.rows.length);
    return this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const { community, actor: now } = await this.roll.open(tx, actor, input.communityId);
        authorize(now, communityPolicy, 'invite', community);
        const judged = await this.judged(now, community.id, input.rows);
        const wrong = judged.findIndex((row) => row.state === InvitationRowState.WRONG);
        const problem = judged[wrong]?.problems[0];
        if (problem) throw Invalid.field(`rows.${wrong}.${problem.field}`, problem.code, problem.message);
        const rows = judged.filter((row) => row.state === InvitationRowState.GOOD).map(cleanRow);
        const createdAt = this.clock.now();
        const list = await tx.save(
          tx.create(InvitationList, {
            communityId: community.id,
            sentById: now.personId,
            rows,
            total: rows.length,
            done: 0,
            createdAt,
            finishedAt: rows.length ? null : createdAt,
          }),
        );
        if (rows.length) await this.jobs.send(tx, SEND, { listId: list.id });
        return list;
      },
      (id) => this.get(actor, id),
    );
  }

  /** How far one's own list is. @throws NotFound for those of others */
  async get(actor: Actor, id: string): Promise<InvitationList> {
    const list = await this.database.dataSource.manager.findOneBy(InvitationList, { id: uuid(id), sentById: actor.personId });
    if (!list) throw new NotFound();
    return list;
  }

  private async judged(actor: Actor, communityId: string, rows: (ListRow | InvitationRowInput)[]): Promise<InvitationRow[]> {
    const addresses = rows.map((row) => normalMailAddress(row.email));
    const known = await this.database.read<{ email: string; isJoined: boolean }>(KNOWN_ADDRESSES, [
      communityId,
      addresses.filter((address) => address !== null),
      this.clock.now(),
    ]);
    const joined = new Map(known.map(({ email, isJoined }) => [email, isJoined]));
    const mayGive = (role: MembershipRole) => reaches(actor.roleIn(communityId), role);
    const seen = new Set<string>();
    return rows.map((row, at) => {
      const problems = problemsOf(row, mayGive);
      const address = addresses[at] ?? '';
      const isTwice = seen.has(address);
      if (address) seen.add(address);
      const state = isTwice
        ? InvitationRowState.TWICE
        : joined.has(address)
          ? joined.get(address)
            ? InvitationRowState.JOINED
            : InvitationRowState.INVITED
          : problems.length
            ? InvitationRowState.WRONG
            : InvitationRowState.GOOD;
      const { line, email, name, role, organisation, language } = row;
      return { line, email, name, role, organisation, language, state, problems };
    });
  }

  /** Some at a time, each in a transaction with the note of how far it is: a job that starts again goes on there. */
  private async work(listId: string): Promise<void> {
    for (let more = true; more;) more = await this.database.transaction((tx) => this.sendSome(tx, listId));
  }

  private async sendSome(tx: Tx, listId: string): Promise<boolean> {
    const [list] = await this.database.run<InvitationList>(tx, OPEN_LIST, [listId]);
    const facts = list && (await this.actors.byPerson(list.sentById));
    if (!list) return false;
    const { community, actor } = await this.roll.open(tx, facts ? new Actor(facts) : Actor.stranger, list.communityId);
    const some = list.rows.slice(list.done, list.done + AT_ONCE);
    const isAllowed = community !== null && facts !== null && communityPolicy.invite(actor, community);
    const given = some.filter(({ role }) => isAllowed && reaches(actor.roleIn(list.communityId), role));
    for (const { organisation, ...row } of given)
      await this.invitations.write(tx, actor, list.communityId, { ...row, organisationName: organisation });
    const done = isAllowed ? list.done + some.length : list.done;
    const isOver = !isAllowed || done >= list.total;
    const finishedAt = isOver ? this.clock.now() : null;
    await this.database.run(tx, ADVANCE_LIST, [list.id, done, finishedAt]);
    const told = { listId: list.id, done, total: list.total, finishedAt };
    await this.rooms.tell(tx, `person:${list.sentById}`, 'invitation-list-advanced', told);
    return !isOver;
  }
}

/** @throws Invalid when there is nothing to read, or too much */
function linesOf({ file, text, rows }: ReadInvitationListInput): (ListRow | InvitationRowInput)[] {
  if (rows) return rows;
  const field = file ? 'file' : 'text';
  const lines = rowsOf(file ? listText(Buffer.from(file, 'base64')) : (text ?? ''));
  if (lines.length === 0) throw Invalid.field(field, 'NO_ROWS', 'There is no line with an address in it. One line for each person.');
  if (lines.length > MOST_ROWS) throw Invalid.field(field, 'TOO_MANY_ROWS', 'These are more than 1,000 lines. Split the list.');
  return lines;
}
