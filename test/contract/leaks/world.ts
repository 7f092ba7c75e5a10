import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { ConfidentialityLevel, JoinPolicy, JoinRequest, MembershipRole, Visibility } from '#domain/communities';
import type { TestApp } from '../../../apps/api/testing.js';
import { buildPosition } from '../../../libs/domain/advocacy/testing.js';
import { GroupRole } from '../../../libs/domain/communities/groups/group.enums.js';
import { buildGroup, buildGroupMembership } from '../../../libs/domain/communities/groups/testing.js';
import { buildCommunity, buildMembership } from '../../../libs/domain/communities/testing.js';
import { buildPost, buildThread } from '../../../libs/domain/discussions/testing.js';
import { buildNeed } from '../../../libs/domain/needs/testing.js';
import { buildSession, buildSessionSeat } from '../../../libs/domain/peer-learning/testing.js';
import { buildPerson } from '../../../libs/domain/people/testing.js';
import { TestWriter } from '../../../libs/domain/writing/testing.js';

/** What one person is in one community, and in its groups. `GONE` was there and was removed; a `GUEST` reads along in one thread and comes to one session. */
export const standings = ['NONE', 'APPLICANT', 'GUEST', 'GONE', 'MEMBER', 'FACILITATOR', 'COORDINATOR'] as const;
export const parts = ['NONE', 'GONE', 'MEMBER', 'KEEPER'] as const;
export interface Plan {
  communities: { isPublic: boolean; groups: { isHidden: boolean }[] }[];
  /** Of each viewer, by community: the standing, and the part in each group. */
  viewers: { isAdministrator: boolean; at: { standing: (typeof standings)[number]; parts: (typeof parts)[number][] }[] }[];
}

const GROUPS = 2;
const part = fc.constantFrom(...parts);
/** Random communities with random groups, and people who are random things in them. */
export const plans: fc.Arbitrary<Plan> = fc.record({
  communities: fc.array(
    fc.record({
      isPublic: fc.boolean(),
      groups: fc.array(fc.record({ isHidden: fc.boolean() }), { minLength: GROUPS, maxLength: GROUPS }),
    }),
    { minLength: 2, maxLength: 2 },
  ),
  viewers: fc.array(
    fc.record({
      isAdministrator: fc.boolean(),
      at: fc.array(
        fc.record({ standing: fc.constantFrom(...standings), parts: fc.array(part, { minLength: GROUPS, maxLength: GROUPS }) }),
        { minLength: 2, maxLength: 2 },
      ),
    }),
    { minLength: 4, maxLength: 4 },
  ),
});

/** One world in which each kind of person is there: what is met in it says that the walk reaches everything. */
export const examplePlan: Plan = {
  communities: [
    { isPublic: true, groups: [{ isHidden: true }, { isHidden: false }] },
    { isPublic: false, groups: [{ isHidden: false }, { isHidden: true }] },
  ],
  viewers: [
    {
      isAdministrator: false,
      at: [
        { standing: 'MEMBER', parts: ['MEMBER', 'NONE'] },
        { standing: 'GONE', parts: ['KEEPER', 'MEMBER'] },
      ],
    },
    {
      isAdministrator: false,
      at: [
        { standing: 'COORDINATOR', parts: ['NONE', 'GONE'] },
        { standing: 'APPLICANT', parts: ['NONE', 'NONE'] },
      ],
    },
    {
      isAdministrator: false,
      at: [
        { standing: 'NONE', parts: ['NONE', 'NONE'] },
        { standing: 'FACILITATOR', parts: ['GONE', 'KEEPER'] },
      ],
    },
    {
      isAdministrator: true,
      at: [
        { standing: 'GUEST', parts: ['NONE', 'NONE'] },
        { standing: 'GUEST', parts: ['NONE', 'NONE'] },
      ],
    },
  ],
};

/** A word that stands in one thing and nowhere else, with what decides who may meet it. */
export interface Canary {
  word: string;
  thing: 'thread' | 'session' | 'need' | 'position' | 'group';
  /** Whether a guest of the community may meet it as well. */
  isForGuests?: boolean;
  /** Where it stands: the index of its community, and of its group there. */
  community: number;
  group: number | null;
  level: `${ConfidentialityLevel}` | 'NAME_OF_GROUP';
}
/** Things of one place, by which every operation is led there. */
export interface Things {
  canaries: Canary[];
  values: Record<string, unknown>;
  rooms: string[];
  fileId: string;
  sessionId: string;
  communityId: string;
  /** The live text of its position, where it has one. */
  documentId?: string;
}
export interface World {
  plan: Plan;
  viewers: string[];
  canaries: Canary[];
  places: Things[];
}

const MEMBER_ROLES: Record<string, MembershipRole> = { ...MembershipRole, GONE: MembershipRole.MEMBER };
let words = 0;

/** Builds what the plan says. Who is to be gone is there until `removals` are done. */
export async function build(app: TestApp, plan: Plan): Promise<World & { removals: () => Promise<void> }> {
  const viewers: string[] = [];
  for (const { isAdministrator } of plan.viewers) viewers.push((await buildPerson(app, { isAdministrator })).id);
  const world: World = { plan, viewers, canaries: [], places: [] };
  const removals: (() => Promise<unknown>)[] = [];
  for (const [at, community] of plan.communities.entries()) {
    const visibility = community.isPublic ? Visibility.PUBLIC : Visibility.MEMBERS;
    const { id: communityId, slug } = await buildCommunity(app, { visibility, joinPolicy: JoinPolicy.ON_REQUEST });
    const author = (await buildMembership(app, { communityId, role: MembershipRole.COORDINATOR })).personId;
    const here = { communityId, slug, author, at, visibility };
    for (const [who, viewer] of viewers.entries()) {
      const standing = plan.viewers[who]?.at[at]?.standing ?? 'NONE';
      if (standing === 'APPLICANT')
        await app.database.dataSource.manager.insert(JoinRequest, {
          communityId,
          personId: viewer,
          message: 'Let me in',
          createdAt: new Date(),
        });
      const role = MEMBER_ROLES[standing];
      if (!role) continue;
      const { id } = await buildMembership(app, { communityId, personId: viewer, role });
      const remove = 'mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { id } }';
      if (standing === 'GONE') removals.push(() => app.ok(remove, { input: { membershipId: id } }, { as: author }));
    }
    world.places.push(await furnish(app, world, here, null, null, ConfidentialityLevel.PUBLIC));
    world.places.push(await furnish(app, world, here, null, null, ConfidentialityLevel.COMMUNITY));
    world.places.push(await receive(app, world, here));
    for (const [nth, { isHidden }] of community.groups.entries()) {
      const name = canary(world, { thing: 'group', community: at, group: nth, level: 'NAME_OF_GROUP' });
      const group = await buildGroup(app, { communityId, createdById: author, name, purpose: name, isHidden });
      await buildGroupMembership(app, { groupId: group.id, personId: author, role: GroupRole.KEEPER });
      for (const [who, viewer] of viewers.entries()) {
        const as = plan.viewers[who]?.at[at];
        const role = as?.parts[nth];
        if (!as || !role || role === 'NONE' || !MEMBER_ROLES[as.standing]) continue;
        const { id } = await buildGroupMembership(app, {
          groupId: group.id,
          personId: viewer,
          role: role === 'KEEPER' ? GroupRole.KEEPER : GroupRole.MEMBER,
        });
        const remove = 'mutation ($input: RemoveFromGroupInput!) { removeFromGroup(input: $input) { id } }';
        if (role === 'GONE' && as.standing !== 'GONE')
          removals.push(() => app.ok(remove, { input: { groupMembershipId: id } }, { as: author }));
      }
      world.places.push(await furnish(app, world, here, group.id, nth, ConfidentialityLevel.GROUP));
    }
  }
  return Object.assign(world, {
    removals: async () => {
      for (const remove of removals) await remove();
    },
  });
}

function canary(world: World, of: Omit<Canary, 'word'>): string {
  const word = `kanari${(words += 1)}x`;
  world.canaries.push({ word, ...of });
  return word;
}

interface Here {
  communityId: string;
  slug: string;
  author: string;
  at: number;
}

/** One thing of each kind, each with its own word in all its texts; everyone there is mentioned and has a seat. */
async function furnish(
  app: TestApp,
  world: World,
  here: Here,
  groupId: string | null,
  nth: number | null,
  level: ConfidentialityLevel,
): Promise<Things> {
  const { communityId, author, at } = here;
  const from = world.canaries.length;
  const word = (thing: Canary['thing'], own: Canary['level']) => canary(world, { thing, community: at, group: nth, level: own });
  const talk = word('thread', level);
  const thread = await buildThread(app, { communityId, groupId, authorId: author, level, title: `About ${talk}`, text: `Opening ${talk}` });
  const post = await buildPost(app, { threadId: thread.id, authorId: author, said: `More ${talk}` });
  const mentions = world.viewers.map((id) => ({ type: 'mention', attrs: { id, label: 'Somebody' } }));
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `Look ${talk} ` }, ...mentions] }] };
  await app.ok('mutation ($input: ReplyInput!) { reply(input: $input) { id } }', { input: { threadId: thread.id, body } }, { as: author });
  // Needs and sessions know no level of their own in a community: they are as public as it is.
  const open = groupId === null ? 'PUBLIC' : 'GROUP';
  const needed = word('need', open);
  const need = await buildNeed(app, { communityId, groupId, raisedById: author, statement: `We need to know about ${needed}` });
  const met = word('session', open);
  const session = await buildSession(app, {
    communityId,
    groupId,
    needId: need.id,
    scheduledById: author,
    title: `Session ${met}`,
    place: met,
    description: met,
  });
  for (const personId of await insiders(app, communityId, groupId, world.viewers)) await buildSessionSeat(app, session, { personId });
  const change = 'mutation ($input: ChangeSessionInput!) { changeSession(input: $input) { id } }';
  await app.ok(change, { input: { sessionId: session.id, place: `Elsewhere ${met}` } }, { as: author });
  const meant = word('position', groupId === null ? 'COMMUNITY' : 'GROUP');
  const position = await buildPosition(app, {
    communityId,
    groupId,
    openedById: author,
    title: `Position ${meant}`,
    purpose: `Purpose ${meant}`,
  });
  const writer = await TestWriter.open(app, author, position.documentId);
  writer.type(`Draft ${meant}`);
  await writer.settled();
  writer.close();
  const fileId = randomUUID();
  await app.sql(
    `insert into stored_file (id, owner_id, purpose, audience, content_type, bytes, width, height, created_at) values ($1, $2, 'content', $3, 'image/webp', 10, 5, 5, now())`,
    [fileId, author, `thread:${thread.id}`],
  );
  const ids = { communityId, threadId: thread.id, postId: post.id, sessionId: session.id, needId: need.id, positionId: position.id };
  const values = {
    ...ids,
    'community.slug': here.slug,
    'thread.id': thread.id,
    'session.id': session.id,
    'position.id': position.id,
    'publicPosition.id': position.id,
    'person.id': author,
    'threads.communityId': communityId,
    'sessions.communityId': communityId,
    'positions.communityId': communityId,
    'needs.communityId': communityId,
    'draft.subject': groupId === null ? `community:${communityId}` : `group:${groupId}`,
    'goTo.text': 'kanari',
    'search.text': 'kanari',
    'search.first': 100,
    'mentionable.text': 'S',
    'group.id': groupId ?? randomUUID(),
    ...(groupId === null
      ? {}
      : { 'threads.groupId': groupId, 'sessions.groupId': groupId, 'needs.groupId': groupId, 'positions.groupId': groupId }),
  };
  const rooms = [
    `thread:${thread.id}`,
    `session:${session.id}`,
    `position:${position.id}`,
    groupId === null ? `community:${communityId}` : `group:${groupId}`,
  ];
  const { documentId } = position;
  return { canaries: world.canaries.slice(from), values, rooms, fileId, sessionId: session.id, communityId, documentId };
}

/** A thread and a session with guests: of the thread they meet the title and what was said with a name since. */
async function receive(app: TestApp, world: World, { communityId, author, at }: Here): Promise<Things> {
  const from = world.canaries.length;
  const word = (thing: Canary['thing'], level: Canary['level'], isForGuests: boolean) =>
    canary(world, { thing, community: at, group: null, level, isForGuests });
  const [titled, before, since] = [true, false, true].map((isForGuests) => word('thread', 'COMMUNITY', isForGuests));
  const met = word('session', 'PUBLIC', true);
  const needed = word('need', 'PUBLIC', true);
  const level = ConfidentialityLevel.COMMUNITY;
  const thread = await buildThread(app, { communityId, authorId: author, level, title: `About ${titled}`, text: `Opening ${before}` });
  const need = await buildNeed(app, { communityId, raisedById: author, statement: `We need to know about ${needed}` });
  const session = await buildSession(app, {
    communityId,
    scheduledById: author,
    needId: need.id,
    title: `Session ${met}`,
    place: met,
  });
  for (const [who, viewer] of world.viewers.entries()) {
    if (world.plan.viewers[who]?.at[at]?.standing !== 'GUEST') continue;
    for (const [subject, subjectId] of [
      ['THREAD', thread.id],
      ['SESSION', session.id],
    ])
      await letIn(app, author, { subject, subjectId, personId: viewer });
  }
  const post = await buildPost(app, { threadId: thread.id, authorId: author, said: `Since ${since}` });
  const fileId = randomUUID();
  const ids = { threadId: thread.id, postId: post.id, sessionId: session.id };
  const values = { ...ids, 'thread.id': thread.id, 'guestThread.id': thread.id, 'session.id': session.id };
  const rooms = [`thread:${thread.id}`, `guest-thread:${thread.id}`, `session:${session.id}`];
  return { canaries: world.canaries.slice(from), values, rooms, fileId, sessionId: session.id, communityId };
}

async function letIn(app: TestApp, as: string, whom: { subject?: string; subjectId?: string; personId: string }): Promise<void> {
  const until = new Date(app.clock.now().getTime() + 86_400_000).toISOString();
  const invite = 'mutation ($input: InviteGuestInput!) { inviteGuest(input: $input) { id } }';
  const { inviteGuest } = await app.ok(invite, { input: { ...whom, organisation: 'Ministry', until } }, { as });
  const answer = 'mutation ($input: AnswerGuestInvitationInput!) { answerGuestInvitation(input: $input) { id } }';
  await app.ok(answer, { input: { guestId: inviteGuest.id, accept: true } }, { as: whom.personId });
}

async function insiders(app: TestApp, communityId: string, groupId: string | null, people: string[]): Promise<string[]> {
  const rows = await app.sql<{ id: string }>(
    `select m.person_id as id from membership m where m.community_id = $1 and m.person_id = any($2)
        and ($3::uuid is null or exists (select from group_membership g where g.group_id = $3 and g.person_id = m.person_id))`,
    [communityId, people, groupId],
  );
  return rows.map((row) => row.id);
}
