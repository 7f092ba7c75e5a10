import { Injectable } from '@nestjs/common';
import type { Person } from '#domain/people';
import { type Actor, authorize, type Batch, inOrderOf } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf, uuid } from '#platform/graphql';
import { Rooms } from '#platform/realtime';
import type { Community } from '../community.entity.js';
import { JoinPolicy } from '../community.enums.js';
import { communityPolicy } from '../community.policy.js';
import { MembershipRoll } from '../membership-roll.js';
import { asPerson } from '../people.queries.js';
import { GroupDoor } from './group-door.js';
import { GroupMembership } from './group-membership.entity.js';
import { GroupRequest } from './group-request.entity.js';
import { groupRoom, GroupRoll } from './group-roll.js';
import { GroupRole } from './group.enums.js';
import { Group } from './group.entity.js';
import { groupPolicy } from './group.policy.js';
import { GroupIsArchived, HiddenByInvitation } from './groups.errors.js';
import type { EditGroupInput, FoundGroupInput, GroupInput } from './groups.inputs.js';
import * as sql from './groups.queries.js';

const asMembership = (row: GroupMembership): GroupMembership =>
  Object.assign(new GroupMembership(), row, { person: asPerson(row.person ?? {}) });
const asRequest = (row: GroupRequest): GroupRequest => Object.assign(new GroupRequest(), row, { person: asPerson(row.person ?? {}) });

/** The groups of a community: their reads, their founding and their end. */
@Injectable()
export class Groups {
  constructor(
    private readonly database: Database,
    private readonly communityRoll: MembershipRoll,
    private readonly door: GroupDoor,
    private readonly roll: GroupRoll,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  /** Base rows by id, unfiltered: the caller has decided that the reader may see what is in them. */
  readonly groupsByIds: Batch<string, Group> = async (ids) => {
    const rows = await this.database.read<Group>(sql.GROUPS_BY_IDS, [ids]);
    return inOrderOf(
      ids,
      rows.map((row) => Object.assign(new Group(), row)),
    );
  };

  /** Whom one writes to, by group. */
  readonly keepersByGroup: Batch<string, Person[]> = async (ids) => {
    const rows = await this.database.read<{ groupId: string; person: Person }>(sql.GROUP_KEEPERS, [ids]);
    const byGroup = Map.groupBy(rows, (row) => row.groupId);
    return ids.map((id) => (byGroup.get(id) ?? []).map((row) => asPerson(row.person)));
  };

  /** The viewer's own open requests. Keys: `person group`; one request has one viewer. */
  readonly ownRequests: Batch<string, GroupRequest> = async (keys) => {
    const pairs = keys.map((key) => key.split(' ') as [string, string]);
    const rows = await this.database.read<GroupRequest>(sql.OWN_GROUP_REQUESTS, [pairs[0]?.[0], pairs.map(([, groupId]) => groupId)]);
    const byGroup = new Map(rows.map((row) => [row.groupId, asRequest(row)]));
    return pairs.map(([, groupId]) => byGroup.get(groupId) ?? null);
  };

  /** The visible ones and one's own, by name; none for those outside the community. */
  async list(actor: Actor, community: Pick<Community, 'id'>): Promise<Group[]> {
    if (!actor.isMemberOf(community.id)) return [];
    const rows = await this.database.read<Group>(sql.GROUPS_OF_COMMUNITY, [community.id, actor.groupIds]);
    return rows.map((row) => Object.assign(new Group(), row)).filter((group) => groupPolicy.read(actor, group));
  }

  /** @throws NotFound when it is not there, or hidden from the actor */
  async get(actor: Actor, id: string): Promise<Group> {
    const [row] = await this.database.read<Group>(sql.GROUP, [uuid(id)]);
    const group = row && Object.assign(new Group(), row);
    authorize(actor, groupPolicy, 'read', group);
    return group;
  }

  /** The group in which something is to be started; it must be one of the community. @throws NotFound, GroupIsArchived */
  async openFor(
    actor: Actor,
    communityId: string,
    groupId: string,
    action: 'startThread' | 'scheduleSession' | 'openPosition' | 'raiseNeed',
  ) {
    const group = await this.get(actor, groupId);
    if (group.communityId !== communityId || !groupPolicy.readContent(actor, group)) throw new NotFound();
    if (group.archivedAt) throw new GroupIsArchived();
    authorize(actor, groupPolicy, action, group);
    return group;
  }

  /** Keepers first; nobody for those who are not in it. */
  async members(actor: Actor, group: Group, { first = 20, after }: PageArgs): Promise<Page<GroupMembership>> {
    const cursor = decodeCursor(after, ['string', 'date', 'uuid']);
    const rows = groupPolicy.readContent(actor, group)
      ? await this.database.read<GroupMembership>(sql.groupMembersPage(cursor !== null), [group.id, first + 1, ...(cursor ?? [])])
      : [];
    return pageOf(rows.map(asMembership), first, (row) => encodeCursor(row.role, row.since.toISOString(), row.id), cursor !== null);
  }

  /** Open requests, the oldest first; none for those who may not answer them. */
  async requests(actor: Actor, group: Group): Promise<GroupRequest[]> {
    if (!groupPolicy.answerRequests(actor, group)) return [];
    return (await this.database.read<GroupRequest>(sql.GROUP_REQUESTS, [group.id])).map(asRequest);
  }

  /** One part with its person, unfiltered: for the answers of writes that were allowed. */
  async membership(id: string): Promise<GroupMembership> {
    const [row] = await this.database.read<GroupMembership>(sql.GROUP_MEMBERSHIP, [id]);
    if (!row) throw new NotFound();
    return asMembership(row);
  }

  /** Who founds it keeps it. @throws HiddenByInvitation */
  async found(actor: Actor, input: FoundGroupInput): Promise<Group> {
    return this.once(actor, input, async (tx) => {
      const { community, actor: now } = await this.communityRoll.open(tx, actor, input.communityId);
      authorize(now, communityPolicy, 'foundGroup', community);
      return this.foundWithin(tx, now, community, input);
    });
  }

  /** The same in a transaction of the caller, who has opened the community's roll and asked whether the actor may. @throws HiddenByInvitation */
  async foundWithin(
    tx: Tx,
    actor: Actor,
    community: Pick<Community, 'id'>,
    { name, purpose, isHidden, joinPolicy }: Pick<FoundGroupInput, 'name' | 'purpose' | 'isHidden' | 'joinPolicy'>,
  ): Promise<Group> {
    if (isHidden && joinPolicy !== JoinPolicy.BY_INVITATION) throw new HiddenByInvitation();
    const described = { name, purpose, isHidden, joinPolicy, archivedAt: null, memberCount: 0 };
    const createdById = actor.personId;
    const group = await tx.save(tx.create(Group, { ...described, communityId: community.id, createdById, createdAt: this.clock.now() }));
    await this.events.publish(tx, 'communities.group-founded', { communityId: community.id, groupId: group.id, byId: createdById });
    await this.roll.add(tx, group, createdById, GroupRole.KEEPER, createdById, 'JOINED');
    await this.tellCommunity(tx, group);
    return group;
  }

  /** What is left out stays. @throws HiddenByInvitation, GroupIsArchived */
  async edit(actor: Actor, input: EditGroupInput): Promise<Group> {
    return this.once(actor, input, async (tx) => {
      const { group, actor: now } = await this.door.open(tx, actor, input.groupId);
      if (group.archivedAt && groupPolicy.changeRole(now, group)) throw new GroupIsArchived();
      authorize(now, groupPolicy, 'edit', group);
      const wasHidden = group.isHidden;
      group.name = input.name ?? group.name;
      group.purpose = input.purpose ?? group.purpose;
      group.isHidden = input.isHidden ?? group.isHidden;
      group.joinPolicy = input.joinPolicy ?? group.joinPolicy;
      if (group.isHidden && group.joinPolicy !== JoinPolicy.BY_INVITATION) throw new HiddenByInvitation();
      const { name, purpose, isHidden, joinPolicy } = group;
      await tx.update(Group, { id: group.id }, { name, purpose, isHidden, joinPolicy });
      await this.tellAll(tx, group, wasHidden, now.personId);
      return group;
    });
  }

  /** What is in it stays readable for those in it; nothing is added. @throws GroupIsArchived */
  async archive(actor: Actor, input: GroupInput): Promise<Group> {
    return this.turn(actor, input, 'archive', (group) => group.archive(this.clock.now()));
  }

  /** @throws GroupIsOpen */
  async reopen(actor: Actor, input: GroupInput): Promise<Group> {
    return this.turn(actor, input, 'reopen', (group) => group.reopen());
  }

  private async turn(actor: Actor, input: GroupInput, action: 'archive' | 'reopen', move: (group: Group) => void): Promise<Group> {
    return this.once(actor, input, async (tx) => {
      const { group, actor: now } = await this.door.open(tx, actor, input.groupId);
      const before = Object.assign(new Group(), group);
      if (groupPolicy.changeRole(now, before)) move(group);
      authorize(now, groupPolicy, action, before);
      await tx.update(Group, { id: group.id }, { archivedAt: group.archivedAt });
      // What one may write follows at once, also in texts that are open.
      this.database.afterCommit(tx, () => this.rooms.recheckAll());
      await this.tellAll(tx, group, group.isHidden, now.personId);
      return group;
    });
  }

  private async once(actor: Actor, input: { mutationKey?: string }, act: (tx: Tx) => Promise<{ id: string }>): Promise<Group> {
    const write = async (tx: Tx) => ({ id: (await act(tx)).id });
    const { id } = await this.database.once<{ id: string }>(actor, input.mutationKey, write, async (earlier) => ({ id: earlier }));
    return this.row(id);
  }

  /** As it stands, unfiltered: for the answers of writes that were allowed. */
  async row(id: string): Promise<Group> {
    const [row] = await this.database.read<Group>(sql.GROUP, [id]);
    if (!row) throw new NotFound();
    return Object.assign(new Group(), row);
  }

  private async tellAll(tx: Tx, group: Group, wasHidden: boolean, byId: string): Promise<void> {
    const { communityId, id: groupId } = group;
    await this.events.publish(tx, 'communities.group-changed', { communityId, groupId, byId });
    await this.rooms.tell(tx, groupRoom(groupId), 'group-changed', { communityId, groupId });
    if (!wasHidden) await this.tellCommunity(tx, group);
  }

  /** The community hears of visible groups only, and of those by id: clients ask what they may see. */
  private async tellCommunity(tx: Tx, { communityId, isHidden }: Group): Promise<void> {
    if (!isHidden) await this.rooms.tell(tx, `community:${communityId}`, 'groups-changed', { communityId });
  }
}
