import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '#platform/audit';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { uuid } from '#platform/graphql';
import { Jobs } from '#platform/jobs';
import { Rooms } from '#platform/realtime';
import { Communities } from '../communities.service.js';
import { Community } from '../community.entity.js';
import { JoinPolicy, MembershipRole, reaches, Visibility } from '../community.enums.js';
import { communityPolicy } from '../community.policy.js';
import { FamilyTree } from '../family/family-tree.js';
import { Group } from '../groups/group.entity.js';
import { MembershipRoll } from '../membership-roll.js';
import { MergedRoll } from './merged-roll.js';
import { MergeObstacles } from './merge-obstacles.js';
import { COUNT_PEOPLE, CONTINUED, FLOORS, LOCK, SET_MERGED } from './merges.queries.js';
import { type Merge, MergeStep, Merging } from './merging.js';
import type { MergePreview } from './merging.answers.js';
import { MergeEffect, MergeRule } from './merging.enums.js';
import type { MergeCommunitiesInput } from './merging.inputs.js';

const STRAGGLERS = 'communities.merge-stragglers';
/** Longer than any statement takes: whoever was writing in the old community when it ended has written by then. */
const AFTER_MS = 60_000;

/** It is not what the preview showed, or something is in the way. */
export class CannotMerge extends Conflict {
  constructor(why: string) {
    super(`These two communities cannot merge now: ${why}. Look at the preview again.`, 'CANNOT_MERGE');
  }
}

/** One community becomes part of another: looked at before, done once, not undone. */
@Injectable()
export class Merges implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly merging: Merging,
    private readonly obstacles: MergeObstacles,
    private readonly mergedRoll: MergedRoll,
    private readonly roll: MembershipRoll,
    private readonly tree: FamilyTree,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.define<{ fromId: string }>(STRAGGLERS, ({ fromId }) => this.fetchStragglers(fromId));
  }

  /** Numbers alone. @throws NotFound, Forbidden */
  async preview(actor: Actor, communityId: string, intoSlug: string): Promise<MergePreview> {
    const community = await this.communities.get(actor, communityId);
    const into = await this.communities.getBySlug(actor, intoSlug);
    if (!actor.isAdministrator && !mayMerge(actor, community, into)) throw new Forbidden();
    const isOpen = community.visibility === Visibility.PUBLIC;
    const [people] = await this.database.read<{ members: number; membersOfBoth: number; groups: number }>(COUNT_PEOPLE, [
      community.id,
      into.id,
    ]);
    const counts = [];
    for (const { count } of this.merging.inOrder())
      if (count) counts.push({ thing: count.thing, ...(await count.tally(community.id, isOpen)) });
    return {
      community,
      into,
      rule: ruleOf(community, into),
      effects: await this.effects(community, into, people?.groups ?? 0),
      obstacles: await this.obstacles.of(null, community, into),
      counts,
      ...(people ?? { members: 0, membersOfBoth: 0, groups: 0 }),
      mayMerge: mayMerge(actor, community, into),
    };
  }

  /** @throws NotFound, Forbidden, Invalid, CannotMerge */
  async merge(actor: Actor, input: MergeCommunitiesInput): Promise<Community> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        await this.tree.lock(tx);
        const { from, into, now } = await this.openBoth(tx, actor, input);
        if (!mayMerge(now, from, into)) throw new Forbidden();
        if (input.confirmation !== from.name)
          throw Invalid.field('confirmation', 'NOT_ITS_NAME', `Type the name as it stands: ${from.name}`);
        const [obstacle] = await this.obstacles.of(tx, from, into);
        if (obstacle) throw new CannotMerge(obstacle);
        if (input.rule !== ruleOf(from, into)) throw new CannotMerge('who may read them has changed');
        await this.join(tx, now, from, into, input.keepRoles);
        return { id: into.id };
      },
      (again) => Promise.resolve({ id: again }),
    );
    return this.communities.seenBy(actor, id);
  }

  /** Under both locks; the larger one first, as everywhere. Waits for whoever is writing in one of them, because they hold its key. */
  private async openBoth(tx: Tx, actor: Actor, input: MergeCommunitiesInput) {
    const ids = [uuid(input.communityId), uuid(input.intoId)].sort();
    const found = await tx.findBy(
      Community,
      ids.map((id) => ({ id })),
    );
    const [one, other] = ids;
    const order = found.find(({ id }) => id === one)?.parentId === other ? [other, one] : [one, other];
    for (const id of order) await this.database.run(tx, LOCK, [id]);
    const { community: from, actor: here } = await this.roll.open(tx, actor, input.communityId);
    const { community: into, actor: now } = await this.roll.open(tx, here, input.intoId);
    if (!from || !into || !communityPolicy.read(now, from) || !communityPolicy.read(now, into)) throw new NotFound();
    return { from, into, now };
  }

  private async join(tx: Tx, actor: Actor, from: Community, into: Community, keepsRoles: boolean): Promise<void> {
    const now = this.clock.now();
    const merge: Merge = {
      fromId: from.id,
      intoId: into.id,
      groupId: randomUUID(),
      isOpen: from.visibility === Visibility.PUBLIC,
      keepsRoles,
      now,
    };
    const comers = await this.mergedRoll.come(tx, merge);
    await tx.insert(Group, {
      id: merge.groupId,
      communityId: into.id,
      continuesId: from.id,
      name: from.name.slice(0, 100),
      purpose: from.summary.slice(0, 500),
      isHidden: false,
      joinPolicy: JoinPolicy.BY_INVITATION,
      createdById: actor.personId,
      createdAt: now,
    });
    await this.mergedRoll.enterGroup(tx, merge);
    for (const { move } of this.merging.inOrder()) await move?.(tx, merge);
    await this.database.run(tx, SET_MERGED, [from.id, into.id]);
    const details = { count: comers.length, rule: ruleOf(from, into), keepsRoles };
    await this.audit.note(tx, actor, 'communities.merged-into', {
      communityId: from.id,
      subject: { kind: 'community', id: into.id },
      details,
    });
    await this.audit.note(tx, actor, 'communities.merged-from', {
      communityId: into.id,
      subject: { kind: 'community', id: from.id },
      details,
    });
    await this.events.publish(tx, 'communities.community-merged', { communityId: into.id, fromId: from.id, mergedById: actor.personId });
    await this.jobs.send(tx, STRAGGLERS, { fromId: from.id }, { startAfter: new Date(now.getTime() + AFTER_MS) });
    await this.mergedRoll.tell(tx, merge, comers);
    await this.roll.followedBy(tx, into.id);
    await this.rooms.tell(tx, `community:${into.id}`, 'community-edited', { communityId: into.id, archivedAt: null });
    await this.tree.setArchived(tx, from, { archivedAt: now, archiveNote: null }, actor.personId);
  }

  /** What somebody had begun to write when the old community ended, and finished just after. */
  private async fetchStragglers(fromId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [merge] = await this.database.run<Omit<Merge, 'keepsRoles' | 'now'>>(tx, CONTINUED, [fromId]);
      if (!merge) return;
      const known: Merge = { ...merge, keepsRoles: false, now: this.clock.now() };
      for (const { move } of this.merging.inOrder(MergeStep.THINGS)) await move?.(tx, known);
    });
  }

  private async effects(from: Community, into: Community, groups: number): Promise<MergeEffect[]> {
    const wasOpen = from.visibility === Visibility.PUBLIC;
    const isOpen = into.visibility === Visibility.PUBLIC;
    const [floors] = await this.database.read<{ rises: boolean }>(FLOORS, [from.id, into.id]);
    return [
      MergeEffect.THEY_READ_IT,
      MergeEffect.NAMES_FOR_MEMBERS,
      ...(isOpen && !wasOpen ? [MergeEffect.NAMES_FOR_SIGNED_IN, MergeEffect.ORGANISATIONS_FOR_ALL] : []),
      ...(wasOpen ? [MergeEffect.PARTICIPANTS_FOR_MEMBERS] : []),
      ...(groups > 0 ? [MergeEffect.GROUPS_HIDDEN] : []),
      ...(floors?.rises ? [MergeEffect.FLOOR_RISES] : []),
    ];
  }
}

/** What was open to all stays open where the other is public; otherwise it is for the members of the other. What was closed never opens. */
export function ruleOf(from: Pick<Community, 'visibility'>, into: Pick<Community, 'visibility'>): MergeRule {
  if (from.visibility !== Visibility.PUBLIC) return MergeRule.ALL_IN_GROUP;
  return into.visibility === Visibility.PUBLIC ? MergeRule.OPEN_STAYS_OPEN : MergeRule.OPEN_FOR_MEMBERS;
}

const coordinates = (actor: Actor, { id }: Community): boolean => reaches(actor.standingIn(id), MembershipRole.COORDINATOR);

/**
 * Whoever comes reads what is in the other one for its members, so nobody merges who may not let people in there. Administrators may not: they could
 * let themselves into any closed community by it.
 */
const mayMerge = (actor: Actor, from: Community, into: Community): boolean => coordinates(actor, from) && coordinates(actor, into);
