import { randomUUID } from 'node:crypto';
import type { TestApp } from '../../../../apps/api/testing.js';
import { buildCommunity, buildMembership } from '../../communities/testing.js';
import { buildPerson } from '../../people/testing.js';
import { type Community, ConfidentialityLevel, MembershipRole, Visibility } from '#domain/communities';
import type { Thread } from '../thread.entity.js';
import { buildThread } from '../testing.js';

/** People of a community that is just large enough for a voice without a name, and a thread of one of them. */
export interface Chorus {
  community: Community;
  thread: Thread;
  members: string[];
  facilitator: string;
  coordinator: string;
}

/** So many members in all; the first is the one who started the thread. */
export async function buildChorus(app: TestApp, people = 8, visibility = Visibility.MEMBERS): Promise<Chorus> {
  const community = await buildCommunity(app, { visibility });
  const join = async (role: MembershipRole, at: number) => {
    const { id } = await buildPerson(app, { name: `Chorister ${at} ${randomUUID().slice(0, 8)}` });
    await buildMembership(app, { communityId: community.id, personId: id, role, joinedAt: new Date('2026-01-01T00:00:00Z') });
    return id;
  };
  const coordinator = await join(MembershipRole.COORDINATOR, 1);
  const facilitator = await join(MembershipRole.FACILITATOR, 2);
  const members: string[] = [];
  for (let at = 3; at <= people; at++) members.push(await join(MembershipRole.MEMBER, at));
  const level = visibility === Visibility.PUBLIC ? ConfidentialityLevel.PUBLIC : ConfidentialityLevel.COMMUNITY;
  const thread = await buildThread(app, { communityId: community.id, authorId: members[0] ?? coordinator, level });
  return { community, thread, members, facilitator, coordinator };
}

/** Lets the time pass after which others hear of what was said without a name. */
export async function release(app: TestApp): Promise<void> {
  await app.sql(`update pgboss.job set start_after = now() where name = 'discussions.release-unattributed' and state = 'created'`);
  await app.jobsDone();
}
