import type { TestApp } from '../../apps/api/testing.js';
import { GroupRole } from '../../libs/domain/communities/groups/group.enums.js';
import { buildGroup, buildGroupMembership } from '../../libs/domain/communities/groups/testing.js';
import { JoinPolicy } from '#domain/communities';

interface Scene {
  community: { id: string };
  coordinator: string;
  member: string;
}
type Act = { as: string; input: object };
type Run = (name: string, as: string, input: object) => Promise<unknown>;

/** Of each mutation with a key that is about a group: who sends what, after what went before. The member keeps the group, the coordinator is not in it. */
export function groupActs(app: () => TestApp, run: Run): Record<string, (at: Scene) => Promise<Act>> {
  const kept = async ({ community, member }: Scene, joinPolicy = JoinPolicy.OPEN) => {
    const group = await buildGroup(app(), { communityId: community.id, createdById: member, joinPolicy });
    const keeper = await buildGroupMembership(app(), { groupId: group.id, personId: member, role: GroupRole.KEEPER });
    return { groupId: group.id, keeper };
  };
  const withOther = async (at: Scene) => {
    const { groupId } = await kept(at);
    return (await buildGroupMembership(app(), { groupId, personId: at.coordinator })).id;
  };
  return {
    addToGroup: async (at) => ({ as: at.member, input: { groupId: (await kept(at)).groupId, personId: at.coordinator } }),
    answerGroupRequest: async (at) => {
      const { groupId } = await kept(at, JoinPolicy.ON_REQUEST);
      await run('joinGroup', at.coordinator, { groupId });
      const [request] = await app().sql('select id from group_request where group_id = $1', [groupId]);
      return { as: at.member, input: { groupRequestId: request?.['id'], accept: true } };
    },
    archiveGroup: async (at) => ({ as: at.member, input: { groupId: (await kept(at)).groupId } }),
    changeGroupRole: async (at) => ({ as: at.member, input: { groupMembershipId: await withOther(at), role: 'KEEPER' } }),
    editGroup: async (at) => ({ as: at.member, input: { groupId: (await kept(at)).groupId, name: 'Another name' } }),
    foundGroup: async ({ community, coordinator }) => ({
      as: coordinator,
      input: { communityId: community.id, name: 'What went wrong', purpose: 'Failures.', isHidden: false, joinPolicy: 'OPEN' },
    }),
    joinGroup: async (at) => ({ as: at.coordinator, input: { groupId: (await kept(at)).groupId } }),
    leaveGroup: async (at) => ({ as: at.member, input: { groupId: (await kept(at)).groupId } }),
    removeFromGroup: async (at) => ({ as: at.member, input: { groupMembershipId: await withOther(at) } }),
    reopenGroup: async (at) => {
      const { groupId } = await kept(at);
      await run('archiveGroup', at.member, { groupId });
      return { as: at.member, input: { groupId } };
    },
  };
}
