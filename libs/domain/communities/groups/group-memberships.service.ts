import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { uuid } from '#platform/graphql';
import { RequestAnswered } from '../communities.errors.js';
import { JoinPolicy } from '../community.enums.js';
import { Membership } from '../membership.entity.js';
import { GroupDoor, type OpenGroup } from './group-door.js';
import { GroupMembership } from './group-membership.entity.js';
import { GroupRequest } from './group-request.entity.js';
import { GroupRoll } from './group-roll.js';
import { GroupRole } from './group.enums.js';
import type { Group } from './group.entity.js';
import { groupPolicy } from './group.policy.js';
import { GroupByInvitation, GroupIsArchived, LastKeeper, NotInCommunity } from './groups.errors.js';
import type {
  AddToGroupInput,
  AnswerGroupRequestInput,
  ChangeGroupRoleInput,
  GroupInput,
  JoinGroupInput,
  RemoveFromGroupInput,
} from './groups.inputs.js';
import { Groups } from './groups.service.js';

/** Who is in a group: how they come in, what they may, how they leave. */
@Injectable()
export class GroupMemberships {
  constructor(
    private readonly database: Database,
    private readonly groups: Groups,
    private readonly door: GroupDoor,
    private readonly roll: GroupRoll,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** At once where the group is open, by asking where a keeper answers. Who has asked already gets the same. @throws GroupByInvitation, GroupIsArchived */
  async join(actor: Actor, input: JoinGroupInput): Promise<Group> {
    return this.once(actor, input, async (tx) => {
      const { group, actor: now } = await this.door.open(tx, actor, input.groupId);
      if (now.isInGroup(group.id)) return group;
      if (group.archivedAt) throw new GroupIsArchived();
      if (group.joinPolicy === JoinPolicy.BY_INVITATION) throw new GroupByInvitation();
      if (groupPolicy.join(now, group)) await this.roll.add(tx, group, now.personId, GroupRole.MEMBER, now.personId, 'JOINED');
      else await this.ask(tx, group, now.personId, input.message || null);
      return group;
    });
  }

  /** Lets someone in, or not. Of two answers the first one counts. @throws RequestAnswered */
  async answer(actor: Actor, input: AnswerGroupRequestInput): Promise<Group> {
    return this.once(actor, input, async (tx) => {
      const asked = await tx.findOneBy(GroupRequest, { id: uuid(input.groupRequestId) });
      if (!asked) throw new NotFound();
      const { group, actor: now } = await this.door.open(tx, actor, asked.groupId);
      // Requests are there only for those who may answer them.
      if (!groupPolicy.answerRequests(now, group)) throw new NotFound();
      const answer = { answeredAt: this.clock.now(), answeredById: now.personId, isAccepted: input.accept };
      const { affected } = await tx.update(GroupRequest, { id: asked.id, answeredAt: IsNull() }, answer);
      if (!affected) throw new RequestAnswered();
      const told = { communityId: group.communityId, groupId: group.id, personId: asked.personId, byId: now.personId };
      await this.events.publish(tx, 'communities.group-join-answered', { ...told, isAccepted: input.accept });
      if (input.accept) await this.roll.add(tx, group, asked.personId, GroupRole.MEMBER, now.personId, 'ASKED');
      return group;
    });
  }

  /** Brings a member of the community in. @throws NotInCommunity */
  async add(actor: Actor, input: AddToGroupInput): Promise<Group> {
    return this.once(actor, input, async (tx) => {
      const { group, actor: now } = await this.openKept(tx, actor, input.groupId, 'addMember');
      if (!(await tx.existsBy(Membership, { communityId: group.communityId, personId: input.personId }))) throw new NotInCommunity();
      await this.roll.add(tx, group, input.personId, GroupRole.MEMBER, now.personId, 'ADDED');
      return group;
    });
  }

  /** Whoever is there longest keeps it on when the last keeper leaves. */
  async leave(actor: Actor, input: GroupInput): Promise<string> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const { group, actor: now } = await this.door.open(tx, actor, input.groupId);
        authorize(now, groupPolicy, 'leave', group);
        const membership = await tx.findOneByOrFail(GroupMembership, { groupId: group.id, personId: now.personId });
        await this.roll.strike(tx, group, membership);
        return { id: group.communityId };
      },
      (communityId) => Promise.resolve({ id: communityId }),
    );
    return id;
  }

  async remove(actor: Actor, input: RemoveFromGroupInput): Promise<Group> {
    return this.once(actor, input, async (tx) => {
      const { group, actor: now, membership } = await this.openPart(tx, actor, input.groupMembershipId);
      authorize(now, groupPolicy, 'removeMember', group);
      await this.roll.strike(tx, group, membership);
      return group;
    });
  }

  /** @throws LastKeeper */
  async changeRole(actor: Actor, input: ChangeGroupRoleInput): Promise<GroupMembership> {
    const { id } = await this.database.once<{ id: string }>(
      actor,
      input.mutationKey,
      async (tx) => {
        const { group, actor: now, membership } = await this.openPart(tx, actor, input.groupMembershipId);
        authorize(now, groupPolicy, 'changeRole', group);
        if (membership.role === input.role) return { id: membership.id };
        if (input.role !== GroupRole.KEEPER && !(await this.roll.hasOtherKeeper(tx, membership))) throw new LastKeeper();
        await this.roll.changeRole(tx, group, membership, input.role, now.personId);
        return { id: membership.id };
      },
      async (earlier) => ({ id: earlier }),
    );
    return this.groups.membership(id);
  }

  private async ask(tx: Tx, group: Group, personId: string, message: string | null): Promise<void> {
    const { id: groupId, communityId } = group;
    if (await tx.existsBy(GroupRequest, { groupId, personId, answeredAt: IsNull() })) return;
    const request = await tx.save(tx.create(GroupRequest, { groupId, communityId, personId, message, createdAt: this.clock.now() }));
    await this.events.publish(tx, 'communities.group-join-requested', { communityId, groupId, requestId: request.id, personId });
  }

  private async openKept(tx: Tx, actor: Actor, groupId: string, action: 'addMember'): Promise<OpenGroup> {
    const open = await this.door.open(tx, actor, groupId);
    if (open.group.archivedAt && groupPolicy.changeRole(open.actor, open.group)) throw new GroupIsArchived();
    authorize(open.actor, groupPolicy, action, open.group);
    return open;
  }

  /** Somebody's part in a group; those who are not in it do not find it. */
  private async openPart(tx: Tx, actor: Actor, id: string): Promise<OpenGroup & { membership: GroupMembership }> {
    const found = await tx.findOneBy(GroupMembership, { id: uuid(id) });
    if (!found) throw new NotFound();
    const open = await this.door.open(tx, actor, found.groupId);
    const membership = await tx.findOneBy(GroupMembership, { id: found.id });
    if (!membership || !groupPolicy.readContent(open.actor, open.group)) throw new NotFound();
    return { ...open, membership };
  }

  private async once(actor: Actor, input: { mutationKey?: string }, act: (tx: Tx) => Promise<Group>): Promise<Group> {
    const write = async (tx: Tx) => ({ id: (await act(tx)).id });
    const { id } = await this.database.once<{ id: string }>(actor, input.mutationKey, write, async (earlier) => ({ id: earlier }));
    return this.groups.row(id);
  }
}
