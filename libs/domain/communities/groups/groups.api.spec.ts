import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { Rooms } from '#platform/realtime';
import { Authentication } from '#platform/auth';
import { buildPerson } from '../../people/testing.js';
import { JoinPolicy, MembershipRole } from '../community.enums.js';
import { buildCommunity, buildMembership } from '../testing.js';
import { GroupRole } from './group.enums.js';
import { buildGroup, buildGroupMembership } from './testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const GROUP = `id name purpose isHidden joinPolicy memberCount archivedAt viewerCan viewerRole viewerRequest { id } keepers { id }
  members { nodes { id role person { id } } } requests { id message person { id } } community { id }`;
const FOUND = `mutation ($input: FoundGroupInput!) { foundGroup(input: $input) { ${GROUP} } }`;
const EDIT = `mutation ($input: EditGroupInput!) { editGroup(input: $input) { ${GROUP} } }`;
const JOIN = `mutation ($input: JoinGroupInput!) { joinGroup(input: $input) { ${GROUP} } }`;
const LEAVE = `mutation ($input: GroupInput!) { leaveGroup(input: $input) { id groups { id } } }`;
const ADD = `mutation ($input: AddToGroupInput!) { addToGroup(input: $input) { ${GROUP} } }`;
const REMOVE = `mutation ($input: RemoveFromGroupInput!) { removeFromGroup(input: $input) { ${GROUP} } }`;
const ROLE = `mutation ($input: ChangeGroupRoleInput!) { changeGroupRole(input: $input) { id role person { id } } }`;
const ANSWER = `mutation ($input: AnswerGroupRequestInput!) { answerGroupRequest(input: $input) { ${GROUP} } }`;
const ARCHIVE = `mutation ($input: GroupInput!) { archiveGroup(input: $input) { ${GROUP} } }`;
const REOPEN = `mutation ($input: GroupInput!) { reopenGroup(input: $input) { ${GROUP} } }`;
const READ = `query ($id: ID!) { group(id: $id) { ${GROUP} } }`;
const LIST = `query ($slug: String!) { community(slug: $slug) { groups { id name } } }`;

/** A community with a coordinator, two members and a keeper whose group it is. */
async function place(joinPolicy = JoinPolicy.BY_INVITATION, isHidden = false) {
  const community = await buildCommunity(app);
  const join = async (role = MembershipRole.MEMBER) => (await buildMembership(app, { communityId: community.id, role })).personId;
  const [coordinator, keeper, ana, ben] = [await join(MembershipRole.COORDINATOR), await join(), await join(), await join()];
  const group = await buildGroup(app, { communityId: community.id, createdById: keeper, joinPolicy, isHidden });
  const kept = await buildGroupMembership(app, { groupId: group.id, personId: keeper, role: GroupRole.KEEPER });
  return { community, group, coordinator, keeper, kept, ana, ben, groupId: group.id };
}
const partOf = async (groupId: string, personId: string) =>
  (
    await app.sql<{ id: string; role: string }>('select id, role from group_membership where group_id = $1 and person_id = $2', [
      groupId,
      personId,
    ])
  )[0];

describe('founding a group', () => {
  it('is for coordinators; who founds it keeps it, and it is told without a word of it', async () => {
    const { community, coordinator, ana } = await place();
    const input = {
      communityId: community.id,
      name: 'What went wrong',
      purpose: 'Failures, told frankly.',
      isHidden: false,
      joinPolicy: 'ON_REQUEST',
    };
    const { foundGroup } = await app.ok(FOUND, { input: { ...input, mutationKey: 'found-once' } }, { as: coordinator });
    expect(foundGroup).toMatchObject({ name: 'What went wrong', memberCount: 1, viewerRole: 'KEEPER', keepers: [{ id: coordinator }] });
    const again = await app.ok(FOUND, { input: { ...input, mutationKey: 'found-once' } }, { as: coordinator });
    expect(again['foundGroup'].id).toBe(foundGroup.id);
    expect(await app.refusal(FOUND, { input }, { as: ana })).toBe('FORBIDDEN');
    const told = await app.sql(`select payload from room_message where room = $1`, [`community:${community.id}`]);
    expect(told.map((row) => row['payload'])).toEqual([{ communityId: community.id }]);
  });

  it.each([
    ['communityId', { communityId: 'x' }],
    ['name', { name: 'x' }],
    ['name', { name: 'A\nB' }],
    ['purpose', { purpose: '   ' }],
    ['joinPolicy', { isHidden: true, joinPolicy: 'OPEN' }],
  ])('names the field %s (%#)', async (path, wrong) => {
    const { community, coordinator } = await place();
    const input = { communityId: community.id, name: 'Name', purpose: 'Purpose', isHidden: false, joinPolicy: 'OPEN', ...wrong };
    const { errors } = await app.graphql(FOUND, { input }, { as: coordinator });
    expect(errors?.[0]?.extensions.fields[0]?.path).toMatch(new RegExp(`${path}$`));
  });
});

describe('a group', () => {
  it('shows its community that it is there, and only those in it who is in it', async () => {
    const { group, coordinator, keeper, ana, groupId, community } = await place();
    const seen = (await app.ok(READ, { id: groupId }, { as: coordinator }))['group'];
    expect(seen).toMatchObject({
      name: group.name,
      memberCount: 1,
      viewerRole: null,
      members: { nodes: [] },
      requests: [],
      keepers: [{ id: keeper }],
    });
    expect((await app.ok(READ, { id: groupId }, { as: keeper }))['group'].members.nodes).toHaveLength(1);
    const outsider = (await buildPerson(app)).id;
    expect(await app.refusal(READ, { id: groupId }, { as: outsider })).toBe('NOT_FOUND');
    expect((await app.ok(LIST, { slug: community.slug }, { as: outsider }))['community'].groups).toEqual([]);
    expect((await app.ok(LIST, { slug: community.slug }))['community'].groups).toEqual([]);
    expect((await app.ok(LIST, { slug: community.slug }, { as: ana }))['community'].groups).toHaveLength(1);
  });

  it('that is hidden is there for nobody else, not even for what one tries to do in it', async () => {
    const { groupId, coordinator, keeper, ana, community, kept } = await place(JoinPolicy.BY_INVITATION, true);
    for (const as of [coordinator, ana]) {
      expect((await app.ok(LIST, { slug: community.slug }, { as }))['community'].groups).toEqual([]);
      expect(await app.refusal(READ, { id: groupId }, { as })).toBe('NOT_FOUND');
      for (const operation of [JOIN, LEAVE, ARCHIVE, REOPEN, EDIT])
        expect(await app.refusal(operation, { input: { groupId } }, { as })).toBe('NOT_FOUND');
      expect(await app.refusal(ADD, { input: { groupId, personId: ana } }, { as })).toBe('NOT_FOUND');
      expect(await app.refusal(REMOVE, { input: { groupMembershipId: kept.id } }, { as })).toBe('NOT_FOUND');
    }
    expect((await app.ok(LIST, { slug: community.slug }, { as: keeper }))['community'].groups).toHaveLength(1);
  });

  it('takes people at once where it is open', async () => {
    const { groupId, ana } = await place(JoinPolicy.OPEN);
    const { joinGroup } = await app.ok(JOIN, { input: { groupId } }, { as: ana });
    expect(joinGroup).toMatchObject({ memberCount: 2, viewerRole: 'MEMBER' });
    expect(joinGroup.viewerCan).toContain('READ_CONTENT');
    expect((await app.ok(JOIN, { input: { groupId } }, { as: ana }))['joinGroup'].memberCount).toBe(2);
  });

  it('lets its keepers answer those who ask; of two answers the first counts', async () => {
    const { groupId, ana, ben, keeper, coordinator } = await place(JoinPolicy.ON_REQUEST);
    const { joinGroup } = await app.ok(JOIN, { input: { groupId, message: 'I have seen the same.' } }, { as: ana });
    expect(joinGroup).toMatchObject({ memberCount: 1, viewerRole: null, requests: [] });
    expect((await app.ok(JOIN, { input: { groupId } }, { as: ana }))['joinGroup'].viewerRequest.id).toBe(joinGroup.viewerRequest.id);
    const [request] = (await app.ok(READ, { id: groupId }, { as: keeper }))['group'].requests;
    expect(request).toMatchObject({ message: 'I have seen the same.', person: { id: ana } });
    const input = { groupRequestId: request.id, accept: true };
    expect(await app.refusal(ANSWER, { input }, { as: coordinator })).toBe('NOT_FOUND');
    expect((await app.ok(ANSWER, { input }, { as: keeper }))['answerGroupRequest']).toMatchObject({ memberCount: 2, requests: [] });
    expect(await app.refusal(ANSWER, { input: { ...input, accept: false } }, { as: keeper })).toBe('REQUEST_ANSWERED');
    await app.ok(JOIN, { input: { groupId } }, { as: ben });
    const [other] = (await app.ok(READ, { id: groupId }, { as: keeper }))['group'].requests;
    await app.ok(ANSWER, { input: { groupRequestId: other.id, accept: false } }, { as: keeper });
    expect(await partOf(groupId, ben)).toBeUndefined();
  });

  it('by invitation refuses those who come, and takes members of the community whom a keeper brings', async () => {
    const { groupId, ana, keeper, ben } = await place();
    expect(await app.refusal(JOIN, { input: { groupId } }, { as: ana })).toBe('GROUP_BY_INVITATION');
    expect(await app.refusal(ADD, { input: { groupId, personId: ben } }, { as: ana })).toBe('FORBIDDEN');
    expect((await app.ok(ADD, { input: { groupId, personId: ana } }, { as: keeper }))['addToGroup'].memberCount).toBe(2);
    expect((await app.ok(ADD, { input: { groupId, personId: ana } }, { as: keeper }))['addToGroup'].memberCount).toBe(2);
    const outsider = (await buildPerson(app)).id;
    expect(await app.refusal(ADD, { input: { groupId, personId: outsider } }, { as: keeper })).toBe('NOT_IN_COMMUNITY');
  });

  it('changes its words and ways by its keepers alone', async () => {
    const { groupId, keeper, coordinator } = await place();
    const { editGroup } = await app.ok(EDIT, { input: { groupId, name: 'Another name', isHidden: true } }, { as: keeper });
    expect(editGroup).toMatchObject({ name: 'Another name', isHidden: true, joinPolicy: 'BY_INVITATION' });
    expect(await app.refusal(EDIT, { input: { groupId, joinPolicy: 'OPEN' } }, { as: keeper })).toBe('HIDDEN_BY_INVITATION');
    expect(await app.refusal(EDIT, { input: { groupId, name: 'Mine' } }, { as: coordinator })).toBe('NOT_FOUND');
  });

  it('is only read once it is archived, until a keeper reopens it', async () => {
    const { groupId, keeper, ana } = await place(JoinPolicy.OPEN);
    const { archiveGroup } = await app.ok(ARCHIVE, { input: { groupId } }, { as: keeper });
    expect(archiveGroup.archivedAt).not.toBeNull();
    expect(archiveGroup.viewerCan).not.toContain('START_THREAD');
    expect(await app.refusal(ARCHIVE, { input: { groupId } }, { as: keeper })).toBe('GROUP_IS_ARCHIVED');
    expect(await app.refusal(JOIN, { input: { groupId } }, { as: ana })).toBe('GROUP_IS_ARCHIVED');
    expect(await app.refusal(ADD, { input: { groupId, personId: ana } }, { as: keeper })).toBe('GROUP_IS_ARCHIVED');
    expect(await app.refusal(EDIT, { input: { groupId, name: 'Late' } }, { as: keeper })).toBe('GROUP_IS_ARCHIVED');
    expect(await app.refusal(REOPEN, { input: { groupId } }, { as: ana })).toBe('FORBIDDEN');
    expect((await app.ok(REOPEN, { input: { groupId } }, { as: keeper }))['reopenGroup'].archivedAt).toBeNull();
    expect(await app.refusal(REOPEN, { input: { groupId } }, { as: keeper })).toBe('GROUP_IS_OPEN');
  });
});

describe('the keepers of a group', () => {
  it('make others keepers, and do not step down as the last one', async () => {
    const { groupId, keeper, kept, ana, coordinator } = await place();
    const { id } = await buildGroupMembership(app, { groupId, personId: ana });
    const down = { groupMembershipId: kept.id, role: 'MEMBER' };
    expect(await app.refusal(ROLE, { input: down }, { as: keeper })).toBe('LAST_KEEPER');
    expect(await app.refusal(ROLE, { input: { groupMembershipId: id, role: 'KEEPER' } }, { as: ana })).toBe('FORBIDDEN');
    expect(await app.refusal(ROLE, { input: { groupMembershipId: id, role: 'KEEPER' } }, { as: coordinator })).toBe('NOT_FOUND');
    await app.ok(ROLE, { input: { groupMembershipId: id, role: 'KEEPER' } }, { as: keeper });
    expect((await app.ok(ROLE, { input: down }, { as: keeper }))['changeGroupRole'].role).toBe('MEMBER');
    expect(await app.refusal(REMOVE, { input: { groupMembershipId: id } }, { as: keeper })).toBe('FORBIDDEN');
  });

  it('are followed by whoever is there longest; a group that is empty is archived', async () => {
    const { groupId, keeper, ana, ben, community } = await place();
    await buildGroupMembership(app, { groupId, personId: ben, since: new Date('2026-02-01') });
    await buildGroupMembership(app, { groupId, personId: ana, since: new Date('2026-01-01') });
    expect((await app.ok(LEAVE, { input: { groupId } }, { as: keeper }))['leaveGroup']).toEqual({
      id: community.id,
      groups: [{ id: groupId }],
    });
    expect([(await partOf(groupId, ana))?.role, (await partOf(groupId, ben))?.role]).toEqual(['KEEPER', 'MEMBER']);
    await app.ok(LEAVE, { input: { groupId } }, { as: ana });
    await app.ok(LEAVE, { input: { groupId } }, { as: ben });
    const [row] = await app.sql('select archived_at, member_count from community_group where id = $1', [groupId]);
    expect([row?.['archived_at'], row?.['member_count']]).toEqual([expect.any(Date), 0]);
  });
});

describe('leaving the community', () => {
  const LEAVE_COMMUNITY = `mutation ($input: LeaveCommunityInput!) { leaveCommunity(input: $input) { id } }`;
  const REMOVE_MEMBER = `mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { id } }`;

  it('leaves its groups, passes the keys on and takes open requests back; coming back brings nothing back', async () => {
    const { groupId, keeper, ana, ben, community } = await place(JoinPolicy.ON_REQUEST);
    await buildGroupMembership(app, { groupId, personId: ana });
    await app.ok(JOIN, { input: { groupId } }, { as: ben });
    await app.ok(LEAVE_COMMUNITY, { input: { communityId: community.id } }, { as: keeper });
    await app.ok(LEAVE_COMMUNITY, { input: { communityId: community.id } }, { as: ben });
    expect((await partOf(groupId, ana))?.role).toBe('KEEPER');
    expect((await app.ok(READ, { id: groupId }, { as: ana }))['group']).toMatchObject({ memberCount: 1, requests: [] });
    await buildMembership(app, { communityId: community.id, personId: keeper });
    expect((await app.ok(READ, { id: groupId }, { as: keeper }))['group'].viewerRole).toBeNull();
  });

  it('by removal takes every road at once, the room of the group among them', async () => {
    const { groupId, ana, coordinator, community } = await place();
    await buildGroupMembership(app, { groupId, personId: ana });
    const mayHear = async () => app.get(Rooms).mayJoin(await app.get(Authentication).actorByPerson(ana), `group:${groupId}`);
    expect(await mayHear()).toBe(true);
    const [membership] = await app.sql('select id from membership where community_id = $1 and person_id = $2', [community.id, ana]);
    await app.ok(REMOVE_MEMBER, { input: { membershipId: membership?.['id'] } }, { as: coordinator });
    expect(await mayHear()).toBe(false);
    expect(await partOf(groupId, ana)).toBeUndefined();
  });

  it('and being brought into a group at the same moment never leaves a part behind', async () => {
    for (let round = 0; round < 5; round++) {
      const { groupId, keeper, ana, community } = await place();
      await Promise.all([
        app.graphql(ADD, { input: { groupId, personId: ana } }, { as: keeper }),
        app.ok(LEAVE_COMMUNITY, { input: { communityId: community.id } }, { as: ana }),
      ]);
      const [row] = await app.sql(
        'select member_count, (select count(*)::int from group_membership m where m.group_id = g.id) as really from community_group g where id = $1',
        [groupId],
      );
      expect(row).toEqual({ member_count: 1, really: 1 });
    }
  });
});

describe('those concerned', () => {
  const INBOX = `{ notifications { nodes { kind subject path } } }`;
  const inboxOf = async (as: string) => (await app.ok(INBOX, {}, { as }))['notifications'].nodes;

  it('hear that they were brought in, asked, or answered; mails never name the group', async () => {
    const { groupId, group, keeper, ana, ben, community } = await place(JoinPolicy.ON_REQUEST);
    await app.ok(ADD, { input: { groupId, personId: ana } }, { as: keeper });
    await app.ok(JOIN, { input: { groupId } }, { as: ben });
    await app.jobsDone();
    const path = `/c/${community.slug}/groups/${groupId}`;
    expect(await inboxOf(ana)).toEqual([{ kind: 'GROUP_ADDED', subject: group.name, path }]);
    expect(await inboxOf(keeper)).toEqual([{ kind: 'GROUP_REQUESTED', subject: group.name, path }]);
    const [request] = (await app.ok(READ, { id: groupId }, { as: keeper }))['group'].requests;
    await app.ok(ANSWER, { input: { groupRequestId: request.id, accept: false } }, { as: keeper });
    await app.jobsDone();
    expect(await inboxOf(ben)).toEqual([{ kind: 'GROUP_ANSWERED', subject: group.name, path }]);
    await app.ok(EDIT, { input: { groupId, isHidden: true, joinPolicy: 'BY_INVITATION' } }, { as: keeper });
    expect(await inboxOf(ben)).toEqual([{ kind: 'GROUP_ANSWERED', subject: community.name, path }]);
    await app.ok(LEAVE, { input: { groupId } }, { as: ana });
    expect(await inboxOf(ana)).toEqual([]);
    const mails = await app.mails();
    expect(mails.filter(({ subject }) => subject.includes(community.name))).toHaveLength(3);
    for (const mail of mails) expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toContain(group.name);
  });
});
