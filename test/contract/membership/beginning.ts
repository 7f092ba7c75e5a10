import { ConfidentialityLevel, JoinPolicy, MembershipRole } from '#domain/communities';
import type { TestApp } from '../../../apps/api/testing.js';
import { GroupRole } from '../../../libs/domain/communities/groups/group.enums.js';
import { buildGroup, buildGroupMembership } from '../../../libs/domain/communities/groups/testing.js';
import { buildCommunity, buildMembership } from '../../../libs/domain/communities/testing.js';
import { buildThread } from '../../../libs/domain/discussions/testing.js';
import { buildPerson } from '../../../libs/domain/people/testing.js';
import { Model } from './model.js';
import { Real } from './real.js';

/** A coordinator and two members, an open group of the one and a hidden one of both, with a thread in each place: enough to go wrong at once. */
export async function beginning(app: TestApp, peopleCount: number): Promise<{ model: Model; real: Real }> {
  const { id: communityId } = await buildCommunity(app, { joinPolicy: JoinPolicy.OPEN });
  const people: string[] = [];
  for (let at = 0; at < peopleCount; at++) people.push((await buildPerson(app)).id);
  const [coordinator, keeper, other] = people as [string, string, string];
  await buildMembership(app, { communityId, personId: coordinator, role: MembershipRole.COORDINATOR });
  for (const personId of [keeper, other]) await buildMembership(app, { communityId, personId });
  const real = new Real(app, communityId, people);
  const model = new Model();
  model.members.set(0, 'COORDINATOR').set(1, 'MEMBER').set(2, 'MEMBER');
  for (const who of model.members.keys()) model.everMembers.add(who);
  for (const isHidden of [false, true]) {
    const joinPolicy = isHidden ? JoinPolicy.BY_INVITATION : JoinPolicy.OPEN;
    const { id: groupId } = await buildGroup(app, { communityId, createdById: keeper, isHidden, joinPolicy });
    await buildGroupMembership(app, { groupId, personId: keeper, role: GroupRole.KEEPER, since: new Date('2026-01-01') });
    const inIt = new Map([[1, true]]);
    if (isHidden) {
      await buildGroupMembership(app, { groupId, personId: other, since: new Date('2026-01-02') });
      inIt.set(2, false);
    }
    model.groups.push({ isHidden, isOpen: !isHidden, isArchived: false, people: inIt });
    real.groupIds.push(groupId);
  }
  const places = [
    ['PUBLIC', null],
    ['COMMUNITY', null],
    ['GROUP', 0],
    ['GROUP', 1],
  ] as const;
  for (const [level, inGroup] of places) {
    const groupId = inGroup === null ? null : (real.groupIds[inGroup] ?? null);
    const thread = await buildThread(app, { communityId, groupId, authorId: keeper, level: ConfidentialityLevel[level] });
    model.threads.push({ level, group: inGroup });
    real.threadIds.push(thread.id);
  }
  return { model, real };
}
