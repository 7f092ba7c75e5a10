import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Events } from '#platform/events';
import { Rooms } from '#platform/realtime';
import { GroupMembership } from './group-membership.entity.js';
import { GroupRequest } from './group-request.entity.js';
import { GroupRole } from './group.enums.js';
import { Group } from './group.entity.js';

/** The room of those in a group; its messages carry ids alone. */
export const groupRoom = (groupId: string): string => `group:${groupId}`;

/** How somebody came in: by themselves, by a keeper, or because a keeper said yes. */
export type CameBy = 'JOINED' | 'ADDED' | 'ASKED';

/**
 * What all changes of who is in a group share. They happen under the lock of the community (`MembershipRoll.open`), so that nobody leaves the community
 * while they are brought into one of its groups.
 */
@Injectable()
export class GroupRoll {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  /** Writes a member of the community in; who is in already stays as they are. Also closes their open request. Tells last. */
  async add(tx: Tx, group: Group, personId: string, role: GroupRole, byId: string, cameBy: CameBy): Promise<GroupMembership> {
    const there = await tx.findOneBy(GroupMembership, { groupId: group.id, personId });
    if (there) return there;
    const { id: groupId, communityId } = group;
    const since = this.clock.now();
    const membership = await tx.save(tx.create(GroupMembership, { groupId, communityId, personId, role, since }));
    await tx.increment(Group, { id: groupId }, 'memberCount', 1);
    group.memberCount += 1;
    const answer = { answeredAt: since, answeredById: byId, isAccepted: true };
    await tx.update(GroupRequest, { groupId, personId, answeredAt: IsNull() }, answer);
    await this.events.publish(tx, 'communities.group-member-added', { communityId, groupId, personId, byId, cameBy });
    await this.tell(tx, group, personId, true);
    return membership;
  }

  /** Strikes someone off. Their sockets leave the rooms before the answer goes out. Tells last. */
  async strike(tx: Tx, group: Group, membership: GroupMembership): Promise<void> {
    await tx.delete(GroupMembership, { id: membership.id });
    const { communityId, id: groupId } = group;
    await this.events.publish(tx, 'communities.group-member-gone', { communityId, groupId, personId: membership.personId });
    await this.without(tx, group, membership);
    await this.tell(tx, group, membership.personId, false);
  }

  /** Whoever leaves the community leaves its groups and asks no more. Part of the same transaction; the caller rechecks the person's sockets. */
  async strikeFromAll(tx: Tx, communityId: string, personId: string): Promise<void> {
    await tx.delete(GroupRequest, { communityId, personId, answeredAt: IsNull() });
    const memberships = await tx.find(GroupMembership, { where: { communityId, personId }, relations: { group: true } });
    for (const membership of memberships) if (membership.group) await this.strike(tx, membership.group, membership);
  }

  /** Gives another role. */
  async changeRole(tx: Tx, group: Group, membership: GroupMembership, role: GroupRole, byId: string | null): Promise<void> {
    await tx.update(GroupMembership, { id: membership.id }, { role });
    const { communityId, id: groupId } = group;
    const { personId } = membership;
    await this.events.publish(tx, 'communities.group-role-changed', { communityId, groupId, personId, byId, role });
    await this.tell(tx, group, personId, true);
  }

  async hasOtherKeeper(tx: Tx, membership: GroupMembership): Promise<boolean> {
    return tx.existsBy(GroupMembership, { groupId: membership.groupId, role: GroupRole.KEEPER, id: Not(membership.id) });
  }

  /**
   * A group is never without a keeper while somebody is in it: whoever is there longest becomes one. When the last one is gone it is archived, because
   * whoever came in later would read what was said among others.
   */
  private async without(tx: Tx, group: Group, gone: GroupMembership): Promise<void> {
    await tx.decrement(Group, { id: group.id }, 'memberCount', 1);
    group.memberCount -= 1;
    const heir = await tx.findOne(GroupMembership, { where: { groupId: group.id }, order: { role: 'ASC', since: 'ASC', id: 'ASC' } });
    if (!heir) {
      await tx.update(Group, { id: group.id, archivedAt: IsNull() }, { archivedAt: this.clock.now() });
      await tx.delete(GroupRequest, { groupId: group.id, answeredAt: IsNull() });
    } else if (gone.role === GroupRole.KEEPER && heir.role !== GroupRole.KEEPER) {
      await this.changeRole(tx, group, heir, GroupRole.KEEPER, null);
    }
  }

  /** The group hears that something changed, the person what they are now; both by ids. A right lost or won is for open sockets, too. */
  private async tell(tx: Tx, { id: groupId, communityId }: Group, personId: string, isIn: boolean): Promise<void> {
    this.database.afterCommit(tx, () => this.rooms.recheck(personId));
    await this.rooms.tell(tx, groupRoom(groupId), 'group-changed', { communityId, groupId });
    await this.rooms.tell(tx, `person:${personId}`, 'group-membership-changed', { communityId, groupId, isIn });
  }
}
