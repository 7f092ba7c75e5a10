import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildGroup, buildGroupMembership } from '../communities/groups/testing.js';
import { GroupRole } from '../communities/groups/group.enums.js';
import { ConfidentialityLevel, MembershipRole } from '../communities/community.enums.js';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import { buildThread } from './testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const CANARY = 'zaunkoenig';
const body = (text: string, mention?: string) => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [{ type: 'text', text }, ...(mention ? [{ type: 'mention', attrs: { id: mention, label: 'Somebody' } }] : [])],
    },
  ],
});
const START = `mutation ($input: StartThreadInput!) { startThread(input: $input) { id level group { id name memberCount } viewerCan } }`;
const REPLY = `mutation ($input: ReplyInput!) { reply(input: $input) { id body } }`;
const LIST = `query ($communityId: ID!, $groupId: ID) { threads(communityId: $communityId, groupId: $groupId) { nodes { id title unreadCount group { id } } } }`;
const MENTIONABLE = `query ($communityId: ID!, $groupId: ID) { mentionable(communityId: $communityId, groupId: $groupId, text: "Per") { id } }`;

/** A community with a coordinator outside a group, and a keeper and a member in it. */
async function place() {
  const community = await buildCommunity(app);
  const join = async (role = MembershipRole.MEMBER) => (await buildMembership(app, { communityId: community.id, role })).personId;
  const [coordinator, keeper, ana] = [await join(MembershipRole.COORDINATOR), await join(), await join()];
  const group = await buildGroup(app, { communityId: community.id, createdById: keeper });
  await buildGroupMembership(app, { groupId: group.id, personId: keeper, role: GroupRole.KEEPER });
  await buildGroupMembership(app, { groupId: group.id, personId: ana });
  const start = (as: string, more: object = {}) =>
    app.graphql(
      START,
      { input: { communityId: community.id, groupId: group.id, title: `Thread ${CANARY}`, body: body(CANARY), ...more } },
      { as },
    );
  return { community, group, coordinator, keeper, ana, start };
}
const titles = async (communityId: string, as: string, groupId?: string) =>
  (await app.ok(LIST, { communityId, groupId }, { as }))['threads'].nodes.map((node: { id: string }) => node.id);

describe('a thread in a group', () => {
  it('is started by those in it, and is there for them alone', async () => {
    const { community, group, coordinator, keeper, ana, start } = await place();
    const { startThread } = (await start(ana)).data;
    expect(startThread).toMatchObject({ level: 'GROUP', group: { id: group.id, name: group.name, memberCount: 2 } });
    expect((await start(coordinator)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    for (const level of ['PUBLIC', 'COMMUNITY'])
      expect((await start(ana, { level })).errors?.[0]?.extensions.code).toBe('LEVEL_OUT_OF_PLACE');
    expect((await start(ana, { groupId: null, level: 'GROUP' })).errors?.[0]?.extensions.code).toBe('LEVEL_OUT_OF_PLACE');
    expect([await titles(community.id, keeper), await titles(community.id, keeper, group.id)]).toEqual([
      [startThread.id],
      [startThread.id],
    ]);
    expect(await titles(community.id, coordinator)).toEqual([]);
    expect(await app.refusal(LIST, { communityId: community.id, groupId: group.id }, { as: coordinator })).toBe('NOT_FOUND');
    const other = await buildCommunity(app);
    await buildMembership(app, { communityId: other.id, personId: ana });
    expect((await start(ana, { communityId: other.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('counts nowhere in its community, and rooms hear its id alone', async () => {
    const { community, group, coordinator, ana, keeper, start } = await place();
    const { startThread } = (await start(ana)).data;
    await app.ok(REPLY, { input: { threadId: startThread.id, body: body(`More ${CANARY}`) } }, { as: keeper });
    await app.jobsDone();
    const { community: seen } = await app.ok(
      `query ($slug: String!) { community(slug: $slug) { threadCount pulse viewerMembership { unreadThreadCount } } }`,
      { slug: community.slug },
      { as: coordinator },
    );
    expect(seen).toMatchObject({ threadCount: 0, viewerMembership: { unreadThreadCount: 0 } });
    expect(new Set(seen.pulse)).toEqual(new Set([0]));
    expect((await app.sql(`select from room_message where room = $1`, [`community:${community.id}`])).length).toBe(0);
    const told = await app.sql(`select room, payload from room_message where payload::text like '%' || $1 || '%'`, [CANARY]);
    expect(told).toEqual([]);
    const kinds = await app.sql(`select distinct kind from room_message where room = any($1) order by kind`, [
      [`group:${group.id}`, `thread:${startThread.id}`],
    ]);
    expect(kinds.map((row) => row['kind'])).toEqual(['post-added', 'thread-active', 'thread-started']);
  });

  it('speaks to those in the group alone, and finds only them', async () => {
    const { community, group, coordinator, keeper, ana, start } = await place();
    const { startThread } = (await start(ana)).data;
    await app.ok(REPLY, { input: { threadId: startThread.id, body: body('Hello ', coordinator) } }, { as: ana });
    await app.ok(REPLY, { input: { threadId: startThread.id, body: body('Hello ', keeper) } }, { as: ana });
    const mentioned = await app.sql(`select person_id from post_mention m join post p on p.id = m.post_id where p.thread_id = $1`, [
      startThread.id,
    ]);
    expect(mentioned.map((row) => row['person_id'])).toEqual([keeper]);
    await app.sql(`update person set name = 'Per ' || name where id = any($1)`, [[coordinator, keeper, ana]]);
    const found = async (groupId: string | null) =>
      new Set(
        (await app.ok(MENTIONABLE, { communityId: community.id, groupId }, { as: ana }))['mentionable'].map(
          (one: { id: string }) => one.id,
        ),
      );
    expect(await found(group.id)).toEqual(new Set([keeper, ana]));
    expect(await found(null)).toEqual(new Set([coordinator, keeper, ana]));
    expect(await app.refusal(MENTIONABLE, { communityId: community.id, groupId: group.id }, { as: coordinator })).toBe('NOT_FOUND');
  });

  it('is told to those in it, and no more to who has left', async () => {
    const { group, keeper, ana, start } = await place();
    const { startThread } = (await start(ana)).data;
    await app.ok(REPLY, { input: { threadId: startThread.id, body: body('Look ', ana) } }, { as: keeper });
    await app.jobsDone();
    const inbox = async () =>
      (await app.ok(`{ notifications { nodes { subject path } } home { asks { title } } }`, {}, { as: ana })) as object;
    expect(JSON.stringify(await inbox())).toContain(CANARY);
    for (const mail of await app.mails()) expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toContain(CANARY);
    await app.ok(`mutation ($input: GroupInput!) { leaveGroup(input: $input) { id } }`, { input: { groupId: group.id } }, { as: ana });
    expect(JSON.stringify(await inbox())).not.toContain(CANARY);
  });

  it('keeps a draft of its own', async () => {
    const { group, community, coordinator, ana, start } = await place();
    const SAVE = `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { subject } }`;
    const draft = async (subject: string) =>
      (await app.ok(`query ($subject: String!) { draft(subject: $subject) { title } }`, { subject }, { as: ana }))['draft'];
    for (const place of [`group:${group.id}`, `community:${community.id}`])
      await app.ok(SAVE, { input: { subject: place, title: 'So far', body: body('x') } }, { as: ana });
    expect(await app.refusal(SAVE, { input: { subject: `group:${group.id}`, body: body('x') } }, { as: coordinator })).toBe('FORBIDDEN');
    await start(ana);
    expect([await draft(`group:${group.id}`), await draft(`community:${community.id}`)]).toEqual([null, { title: 'So far' }]);
  });

  it('costs a list of the community one statement more for its groups, and none where there is none', async () => {
    const { community, group, ana } = await place();
    await buildThread(app, { communityId: community.id, authorId: ana });
    await app.cookieOf(ana);
    const list = () => app.ok(LIST, { communityId: community.id }, { as: ana });
    expect(await app.statements(list)).toHaveLength(2);
    for (let index = 0; index < 3; index++)
      await buildThread(app, { communityId: community.id, authorId: ana, groupId: group.id, level: ConfidentialityLevel.GROUP });
    expect(await app.statements(list)).toHaveLength(3);
  });
});
