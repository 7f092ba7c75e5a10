import { Injectable } from '@nestjs/common';
import { type Actor, authorize } from '#platform/auth';
import { Database, type Statement, type Tx } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { Rooms } from '#platform/realtime';
import { CommunityIsArchived, FamilyWouldTurn, partsListMembers } from '../communities.errors.js';
import { Community } from '../community.entity.js';
import { type CommunityKind, Visibility } from '../community.enums.js';
import { communityPolicy, hasNoList } from '../community.policy.js';
import { MembershipRoll } from '../membership-roll.js';
import { kindRules, mayHold } from './kinds.js';

/** One at a time changes the tree: two changes that are both sound can make a circle together. */
const LOCK_TREE: Statement = { name: 'family.lock', text: `select pg_advisory_xact_lock(7461726565)` };
const IS_ABOVE: Statement = {
  name: 'family.is-above',
  text: `with recursive above as (
           select id, parent_id from community where id = $2
           union select c.id, c.parent_id from community c join above a on c.id = a.parent_id)
         select exists (select from above where id = $1) as "isAbove"`,
};
const CHILD_ROLLS: Statement = {
  name: 'family.child-rolls',
  text: `select coalesce(bool_or(visibility = 'PUBLIC'), false) as "arePublic", count(*) > 0 as "areThere"
           from community where parent_id = $1 and inherits_members`,
};

/** What is a part of what: no turn in it, whoever changes it at the same time. */
@Injectable()
export class FamilyTree {
  constructor(
    private readonly database: Database,
    private readonly roll: MembershipRoll,
    private readonly events: Events,
    private readonly rooms: Rooms,
  ) {}

  /** Before anything in the tree changes. Taken before the locks of communities. */
  async lock(tx: Tx): Promise<void> {
    await this.database.run(tx, LOCK_TREE, []);
  }

  /** Opens a community that a new one is to be a part of. @throws NotFound, Forbidden, Invalid */
  async openParent(tx: Tx, actor: Actor, parentId: string, kind: CommunityKind): Promise<Community> {
    await this.lock(tx);
    const { community: parent, actor: now } = await this.roll.open(tx, actor, parentId);
    authorize(now, communityPolicy, 'connect', parent);
    this.mustHold(parent, kind);
    return parent;
  }

  /** @throws Invalid when a circle of this kind is no part of one like the parent */
  mustHold(parent: Community, kind: CommunityKind, path = 'parentId'): void {
    if (parent.archivedAt) throw new CommunityIsArchived();
    if (parent.circleOfId || !mayHold(parent.kind, kind))
      throw Invalid.field(
        path,
        'KIND_DOES_NOT_HOLD',
        'A circle of this kind cannot be a part of that one. Choose another kind or another parent.',
      );
  }

  /** @throws Invalid */
  mustNotStandAlone(kind: CommunityKind, parentId: string | null): void {
    if (kindRules[kind].needsParent && !parentId)
      throw Invalid.field('parentId', 'NEEDS_PARENT', 'A circle of this kind is part of another. Choose which.');
  }

  /** Makes one community a part of another. Both are open, the parent first. @throws FamilyWouldTurn */
  async attach(tx: Tx, child: Community, parent: Community): Promise<void> {
    const [{ isAbove } = { isAbove: true }] = await this.database.run<{ isAbove: boolean }>(tx, IS_ABOVE, [child.id, parent.id]);
    if (isAbove) throw new FamilyWouldTurn();
    this.mustHold(parent, child.kind);
    await this.move(tx, child, parent.id);
  }

  /** Ends being a part. @throws Invalid */
  async detach(tx: Tx, child: Community): Promise<void> {
    this.mustNotStandAlone(child.kind, null);
    await this.move(tx, child, null);
  }

  /**
   * Names of members are for members where a community is closed, so an open one may not take over the members of a closed one; and a roll that
   * nobody gives cannot be taken over. @throws Invalid
   */
  async mayStandSo(tx: Tx, community: Community): Promise<void> {
    const isPublic = community.visibility === Visibility.PUBLIC;
    if (community.circleOfId && isPublic)
      throw Invalid.field('visibility', 'CIRCLE_IS_CLOSED', 'A circle of coordinators is for its members: leave it closed.');
    if (community.inheritsMembers) {
      const parent = community.parentId ? await tx.findOneBy(Community, { id: community.parentId }) : null;
      if (!parent || community.circleOfId)
        throw Invalid.field('inheritsMembers', 'NO_PARENT', 'It is not part of another community, so there are no members to take over.');
      if (hasNoList(parent))
        throw Invalid.field(
          'inheritsMembers',
          'PARENT_HAS_NO_LIST',
          'The larger community has no list of members that this one could take over.',
        );
      if (isPublic && parent.visibility === Visibility.MEMBERS)
        throw Invalid.field(
          'inheritsMembers',
          'PARENT_IS_CLOSED',
          'Who is a member of the larger community is for its members. Make this one members-only first.',
        );
    }
    if (isPublic && !hasNoList(community)) return;
    const rolls = await this.database.run<{ arePublic: boolean; areThere: boolean }>(tx, CHILD_ROLLS, [community.id]);
    const [{ arePublic, areThere } = { arePublic: false, areThere: false }] = rolls;
    if (areThere && hasNoList(community)) throw partsListMembers();
    if (isPublic) return;
    if (arePublic)
      throw Invalid.field(
        'visibility',
        'PARTS_SHOW_MEMBERS',
        'A public part of it takes over its members and would show them. Change that part first.',
      );
  }

  /** Both rolls that follow may change: the child's own, and the circles of the old and the new parent. */
  private async move(tx: Tx, child: Community, parentId: string | null): Promise<void> {
    const before = child.parentId;
    child.parentId = parentId;
    if (!parentId) child.inheritsMembers = false;
    await this.mayStandSo(tx, child);
    await tx.update(Community, { id: child.id }, { parentId, inheritsMembers: child.inheritsMembers });
    await this.roll.bringInStep(tx, child);
    for (const wholeId of [before, parentId]) await this.circleOf(tx, wholeId);
  }

  /** Brings the coordinators' circle of a whole in step, where there is one. */
  async circleOf(tx: Tx, wholeId: string | null): Promise<void> {
    const circle = wholeId ? await tx.findOneBy(Community, { circleOfId: wholeId }) : null;
    if (circle) await this.roll.bringInStep(tx, circle);
  }

  /** Closes or opens a community that is open in this transaction; whoever stands in its rooms is looked at again. Tells last. */
  async setArchived(tx: Tx, community: Community, state: Pick<Community, 'archivedAt' | 'archiveNote'>, personId: string): Promise<void> {
    const { id: communityId, parentId } = community;
    await tx.update(Community, { id: communityId }, state);
    await this.circleOf(tx, parentId);
    if (state.archivedAt) await this.events.publish(tx, 'communities.community-archived', { communityId, archivedById: personId });
    else await this.events.publish(tx, 'communities.community-revived', { communityId, revivedById: personId });
    this.database.afterCommit(tx, () => this.rooms.recheckAll());
    await this.rooms.tell(tx, `community:${communityId}`, 'community-edited', { communityId, archivedAt: state.archivedAt });
  }

  /** @throws NotFound */
  async open(tx: Tx, actor: Actor, communityId: string): Promise<{ community: Community; actor: Actor }> {
    const { community, actor: now } = await this.roll.open(tx, actor, communityId);
    if (!community || !communityPolicy.read(now, community)) throw new NotFound();
    return { community, actor: now };
  }
}
