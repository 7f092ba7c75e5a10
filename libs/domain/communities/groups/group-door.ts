import { Injectable } from '@nestjs/common';
import { Actor } from '#platform/auth';
import type { Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { uuid } from '#platform/graphql';
import { MembershipRoll } from '../membership-roll.js';
import { GroupMembership } from './group-membership.entity.js';
import { GroupRole } from './group.enums.js';
import { Group } from './group.entity.js';
import { groupPolicy } from './group.policy.js';

/** A group under its community's lock, and the actor with the part they have in it at this moment. */
export interface OpenGroup {
  group: Group;
  actor: Actor;
}

/** Opens a group for a change: whoever may not know of it does not find it. */
@Injectable()
export class GroupDoor {
  constructor(private readonly roll: MembershipRoll) {}

  /** @throws NotFound when it is not there, or hidden from the actor */
  async open(tx: Tx, actor: Actor, groupId: string): Promise<OpenGroup> {
    const found = await tx.findOneBy(Group, { id: uuid(groupId) });
    if (!found) throw new NotFound();
    const { actor: member } = await this.roll.open(tx, actor, found.communityId);
    // Once more under the lock: it may have changed, and so may the actor's part in it.
    const group = await tx.findOneByOrFail(Group, { id: found.id });
    const part = await tx.findOneBy(GroupMembership, { groupId: group.id, personId: actor.personId });
    const groups = new Map(member.signedIn.groups);
    if (part) groups.set(group.id, { isKeeper: part.role === GroupRole.KEEPER, isArchived: group.archivedAt !== null });
    else groups.delete(group.id);
    const now = new Actor({ ...member.signedIn, groups });
    if (!groupPolicy.read(now, group)) throw new NotFound();
    return { group, actor: now };
  }
}
