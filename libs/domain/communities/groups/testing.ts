import { randomUUID } from 'node:crypto';
import type { WithDatabase } from '../../people/testing.js';
import { JoinPolicy } from '../community.enums.js';
import { Membership } from '../membership.entity.js';
import { buildMembership } from '../testing.js';
import { GroupMembership } from './group-membership.entity.js';
import { GroupRole } from './group.enums.js';
import { Group } from './group.entity.js';

/** A visible group by invitation, without people. Makes a community and a member who founds it where they are not given. */
export async function buildGroup(app: WithDatabase, overrides: Partial<Group> = {}): Promise<Group> {
  const { manager } = app.database.dataSource;
  const founder =
    overrides.communityId && overrides.createdById
      ? { communityId: overrides.communityId, personId: overrides.createdById }
      : await buildMembership(app, overrides.communityId ? { communityId: overrides.communityId } : {});
  return manager.save(
    manager.create(Group, {
      name: `Group ${randomUUID().slice(0, 8)}`,
      purpose: 'What went wrong, and why.',
      isHidden: false,
      joinPolicy: JoinPolicy.BY_INVITATION,
      createdAt: new Date(),
      archivedAt: null,
      ...overrides,
      communityId: founder.communityId,
      createdById: founder.personId,
    }),
  );
}

/** Someone in a group, counted as the service would count them. Makes the group where it is not given, and a member of its community of the person. */
export async function buildGroupMembership(app: WithDatabase, overrides: Partial<GroupMembership> = {}): Promise<GroupMembership> {
  const { manager } = app.database.dataSource;
  const group = overrides.groupId ? await manager.findOneByOrFail(Group, { id: overrides.groupId }) : await buildGroup(app);
  const { communityId } = group;
  const known = overrides.personId ? await manager.findOneBy(Membership, { communityId, personId: overrides.personId }) : null;
  const { personId } =
    known ?? (await buildMembership(app, { communityId, ...(overrides.personId ? { personId: overrides.personId } : {}) }));
  const part = { role: GroupRole.MEMBER, since: new Date(), ...overrides, groupId: group.id, communityId, personId };
  const membership = await manager.save(manager.create(GroupMembership, part));
  await manager.increment(Group, { id: group.id }, 'memberCount', 1);
  return membership;
}
