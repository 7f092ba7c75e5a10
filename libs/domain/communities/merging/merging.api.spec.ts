import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildPosition } from '../../advocacy/testing.js';
import { buildPost, buildThread } from '../../discussions/testing.js';
import { buildNeed } from '../../needs/testing.js';
import { buildSession } from '../../peer-learning/testing.js';
import { buildOrganisation, buildPerson } from '../../people/testing.js';
import { ConfidentialityLevel, MembershipRole, Visibility } from '../community.enums.js';
import { buildGroup, buildGroupMembership } from '../groups/testing.js';
import { buildCommunity, buildCommunitySeat, buildMembership } from '../testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

const PREVIEW = `query ($communityId: ID!, $intoSlug: String!) { mergePreview(communityId: $communityId, intoSlug: $intoSlug) {
  rule effects obstacles members membersOfBoth groups mayMerge counts { thing intoCommunity intoGroup stays } } }`;
const MERGE =
  'mutation ($input: MergeCommunitiesInput!) { mergeCommunities(input: $input) { id viewerMembership { role } merged { id name } } }';
const THREAD = 'query ($id: ID!) { thread(id: $id) { id level community { id } group { id name } } }';

/** Two communities with one coordinator for both, and a member of the first alone. */
async function two(visibility = Visibility.MEMBERS, other = Visibility.PUBLIC) {
  const from = await buildCommunity(app, { visibility, name: `Old ${randomUUID().slice(0, 8)}` });
  const into = await buildCommunity(app, { visibility: other });
  const role = MembershipRole.COORDINATOR;
  const both = (await buildMembership(app, { communityId: from.id, role })).personId;
  await buildMembership(app, { communityId: into.id, personId: both, role });
  const member = (await buildMembership(app, { communityId: from.id })).personId;
  const native = (await buildMembership(app, { communityId: into.id })).personId;
  const rule = visibility === Visibility.MEMBERS ? 'ALL_IN_GROUP' : other === Visibility.PUBLIC ? 'OPEN_STAYS_OPEN' : 'OPEN_FOR_MEMBERS';
  const input = { communityId: from.id, intoId: into.id, rule, keepRoles: true, confirmation: from.name };
  return { from, into, both, member, native, input };
}
const reads = async (id: string, as?: string) => (await app.graphql(THREAD, { id }, { as })).data?.['thread'] ?? null;
const roleIn = async (communityId: string, personId: string) =>
  (await app.sql('select role from membership where community_id = $1 and person_id = $2', [communityId, personId]))[0]?.['role'];

describe('a preview', () => {
  it('says in numbers what goes where, and who will see what', async () => {
    const { from, into, both, member, native } = await two();
    await buildThread(app, { communityId: from.id, authorId: member, level: ConfidentialityLevel.COMMUNITY });
    await buildNeed(app, { communityId: from.id, raisedById: member });
    await buildPosition(app, { communityId: from.id, openedById: both });
    await buildGroup(app, { communityId: from.id, createdById: both });
    const asked = { communityId: from.id, intoSlug: into.slug };
    const { mergePreview } = await app.ok(PREVIEW, asked, { as: both });
    expect(mergePreview).toMatchObject({ rule: 'ALL_IN_GROUP', obstacles: [], members: 2, membersOfBoth: 1, groups: 1, mayMerge: true });
    expect(mergePreview.effects).toEqual([
      'THEY_READ_IT',
      'NAMES_FOR_MEMBERS',
      'NAMES_FOR_SIGNED_IN',
      'ORGANISATIONS_FOR_ALL',
      'GROUPS_HIDDEN',
    ]);
    const count = (thing: string) => mergePreview.counts.find((row: { thing: string }) => row.thing === thing);
    for (const thing of ['THREADS', 'NEEDS', 'POSITIONS']) expect(count(thing)).toMatchObject({ intoCommunity: 0, intoGroup: 1, stays: 0 });
    expect(await app.refusal(PREVIEW, asked, { as: native })).toBe('FORBIDDEN');
    expect(await app.refusal(PREVIEW, asked, { as: member })).toBe('FORBIDDEN');
    expect(await app.refusal(PREVIEW, asked)).toBe('UNAUTHENTICATED');
    expect(await app.refusal(PREVIEW, { ...asked, intoSlug: 'nowhere' }, { as: both })).toBe('NOT_FOUND');
  });

  it('is for administrators too, who may not do it: it would let them in anywhere', async () => {
    const { from, into, input } = await two();
    const administrator = (await buildPerson(app, { isAdministrator: true })).id;
    const { mergePreview } = await app.ok(PREVIEW, { communityId: from.id, intoSlug: into.slug }, { as: administrator });
    expect(mergePreview.mayMerge).toBe(false);
    expect(await app.refusal(MERGE, { input }, { as: administrator })).toBe('FORBIDDEN');
  });

  it('names what is in the way', async () => {
    const { from, into, both, input } = await two();
    const position = await buildPosition(app, { communityId: from.id, openedById: both });
    await app.sql(`update position set state = 'ENDORSEMENT' where id = $1`, [position.id]);
    await app.sql('update community set parent_id = $2 where id = $1', [into.id, from.id]);
    const { mergePreview } = await app.ok(PREVIEW, { communityId: from.id, intoSlug: into.slug }, { as: both });
    expect(mergePreview.obstacles).toEqual(['OTHER_IS_PART', 'ENDORSEMENT_OPEN']);
    expect(await app.refusal(MERGE, { input }, { as: both })).toBe('CANNOT_MERGE');
    const itself = await app.ok(PREVIEW, { communityId: from.id, intoSlug: from.slug }, { as: both });
    expect(itself['mergePreview'].obstacles).toEqual(['SAME']);
  });
});

describe('a merger', () => {
  it('brings what was for members into a closed group of those, and leaves nothing behind', async () => {
    const { from, into, both, member, native, input } = await two();
    const of = { communityId: from.id };
    const thread = await buildThread(app, { ...of, authorId: member, level: ConfidentialityLevel.COMMUNITY });
    await buildPost(app, { threadId: thread.id, authorId: both });
    const nameless = await buildThread(app, { ...of, authorId: member, level: ConfidentialityLevel.COMMUNITY });
    await app.sql(`update thread set level = 'UNATTRIBUTED' where id = $1`, [nameless.id]);
    const session = await buildSession(app, { ...of, scheduledById: both });
    const position = await buildPosition(app, { ...of, openedById: both });
    const answer = await app.ok(MERGE, { input }, { as: both });
    expect(answer['mergeCommunities']).toMatchObject({
      id: into.id,
      viewerMembership: { role: 'COORDINATOR' },
      merged: [{ id: from.id, name: from.name }],
    });
    const seen = await reads(thread.id, member);
    expect(seen).toMatchObject({ level: 'GROUP', community: { id: into.id }, group: { name: from.name } });
    expect((await reads(nameless.id, member))?.['level']).toBe('UNATTRIBUTED');
    for (const { id } of [thread, nameless]) for (const as of [native, undefined]) expect(await reads(id, as)).toBeNull();
    const rows = await app.sql(
      'select community_id as c, group_id as g from session where id = $1 union all select community_id, group_id from position where id = $2 union all select community_id, null from live_document where subject_id = $2',
      [session.id, position.id],
    );
    expect(rows.map(({ c }) => c)).toEqual([into.id, into.id, into.id]);
    expect(rows.map(({ g }) => g)).toEqual([seen?.['group'].id, seen?.['group'].id, null]);
    expect(await roleIn(into.id, member)).toBe('MEMBER');
    const [counts] = await app.sql('select member_count as members, thread_count as threads from community where id = $1', [into.id]);
    expect(counts).toEqual({ members: 3, threads: 0 });
    const keeps = await app.sql(`select person_id as id from group_membership where group_id = $1 and role = 'KEEPER'`, [
      seen?.['group'].id,
    ]);
    expect(keeps).toEqual([{ id: both }]);
  });

  it('leaves open what was open where the other is public, with its pulse and counters', async () => {
    const { from, into, both, member, native, input } = await two(Visibility.PUBLIC, Visibility.PUBLIC);
    const of = { communityId: from.id, authorId: member };
    const open = await buildThread(app, { ...of, level: ConfidentialityLevel.PUBLIC });
    const closed = await buildThread(app, { ...of, level: ConfidentialityLevel.COMMUNITY });
    await app.ok(MERGE, { input }, { as: both });
    expect(await reads(open.id)).toMatchObject({ level: 'PUBLIC', community: { id: into.id }, group: null });
    expect(await reads(closed.id, native)).toBeNull();
    expect((await reads(closed.id, member))?.['level']).toBe('GROUP');
    const rows = await app.sql('select id, thread_count as threads from community where id = any($1)', [[from.id, into.id]]);
    expect(Object.fromEntries(rows.map(({ id, threads }) => [id, threads]))).toEqual({ [from.id]: 0, [into.id]: 1 });
    const [week] = await app.sql('select sum(posts)::int as posts from community_week where community_id = $1', [into.id]);
    expect(week).toEqual({ posts: 1 });
  });

  it('gives nobody more than the other agreed: the role there counts, and roles and mandates only if who coordinates both says so', async () => {
    const { from, into, both, native, input } = await two();
    await buildMembership(app, { communityId: from.id, personId: native, role: MembershipRole.COORDINATOR });
    const facilitator = (await buildMembership(app, { communityId: from.id, role: MembershipRole.FACILITATOR })).personId;
    const organisation = await buildOrganisation(app);
    const speaker = (await buildMembership(app, { communityId: from.id, organisationId: organisation.id })).personId;
    await buildCommunitySeat(app, { communityId: from.id, organisationId: organisation.id, holderId: speaker, hasMandate: true });
    await app.ok(MERGE, { input: { ...input, keepRoles: false } }, { as: both });
    expect(await roleIn(into.id, native)).toBe('MEMBER');
    expect(await roleIn(into.id, facilitator)).toBe('MEMBER');
    const seats = await app.sql(
      'select community_id as c, has_mandate as m, holder_id as h from community_seat where organisation_id = $1',
      [organisation.id],
    );
    expect(seats).toEqual([{ c: into.id, m: false, h: speaker }]);
  });

  it('counts only those who may write as possible authors: advisors come along and read', async () => {
    const { from, both, member, input } = await two();
    const advisor = (await buildMembership(app, { communityId: from.id, role: MembershipRole.ADVISOR })).personId;
    const thread = await buildThread(app, { communityId: from.id, authorId: member, level: ConfidentialityLevel.COMMUNITY });
    await app.ok(MERGE, { input }, { as: both });
    const asked = 'query ($id: ID!) { thread(id: $id) { unattributed { possibleAuthors } } }';
    expect((await app.ok(asked, { id: thread.id }, { as: member }))['thread'].unattributed).toEqual({ possibleAuthors: 2 });
    expect((await reads(thread.id, advisor))?.['group'].name).toBe(from.name);
  });

  it('lets roles count where who coordinates both says so', async () => {
    const { from, into, both, input } = await two();
    const facilitator = (await buildMembership(app, { communityId: from.id, role: MembershipRole.FACILITATOR })).personId;
    await app.ok(MERGE, { input }, { as: both });
    expect(await roleIn(into.id, facilitator)).toBe('FACILITATOR');
  });

  it('keeps groups closed, hidden from the other, and opens no part to new members', async () => {
    const { from, into, both, member, native, input } = await two();
    const group = await buildGroup(app, { communityId: from.id, createdById: both });
    await buildGroupMembership(app, { groupId: group.id, personId: member });
    const part = await buildCommunity(app, { visibility: Visibility.MEMBERS, parentId: from.id, inheritsMembers: true });
    await buildMembership(app, { communityId: part.id, personId: member, isInherited: true });
    await app.ok(MERGE, { input }, { as: both });
    const groups = 'query ($slug: String!) { community(slug: $slug) { groups { id } } }';
    const known = async (as: string) =>
      (await app.ok(groups, { slug: into.slug }, { as }))['community'].groups.map(({ id }: { id: string }) => id);
    expect(await known(member)).toContain(group.id);
    expect(await known(native)).not.toContain(group.id);
    const [child] = await app.sql('select parent_id as p, inherits_members as i from community where id = $1', [part.id]);
    expect(child).toEqual({ p: into.id, i: false });
    expect(await roleIn(part.id, native)).toBeUndefined();
    expect(await roleIn(part.id, member)).toBe('MEMBER');
  });

  it('is done once with one key, needs the name and what the preview said, and is not for one side alone', async () => {
    const { from, into, both, member, input } = await two();
    const one = (await buildMembership(app, { communityId: from.id, role: MembershipRole.COORDINATOR })).personId;
    const other = (await buildMembership(app, { communityId: into.id, role: MembershipRole.COORDINATOR })).personId;
    for (const as of [one, other, member]) expect(await app.refusal(MERGE, { input }, { as })).toBe('FORBIDDEN');
    const wrong = await app.graphql(MERGE, { input: { ...input, confirmation: 'Something' } }, { as: both });
    expect(wrong.errors?.[0]?.extensions.fields[0]).toMatchObject({ path: 'confirmation', code: 'NOT_ITS_NAME' });
    expect(await app.refusal(MERGE, { input: { ...input, rule: 'OPEN_STAYS_OPEN' } }, { as: both })).toBe('CANNOT_MERGE');
    const mutationKey = randomUUID();
    const [first, again] = [
      await app.ok(MERGE, { input: { ...input, mutationKey } }, { as: both }),
      await app.ok(MERGE, { input: { ...input, mutationKey } }, { as: both }),
    ];
    expect(again).toEqual(first);
    expect(await app.refusal(MERGE, { input }, { as: both })).toBe('CANNOT_MERGE');
    expect(
      await app.refusal(MERGE, { input: { ...input, communityId: into.id, intoId: from.id, confirmation: into.name } }, { as: both }),
    ).toBe('CANNOT_MERGE');
    const [acts] = await app.sql(
      `select count(*)::int as n from audit_entry where act in ('communities.merged-into', 'communities.merged-from')
      and details->>'rule' = 'ALL_IN_GROUP' and chain = any($1)`,
      [[`community:${from.id}`, `community:${into.id}`]],
    );
    expect(acts).toEqual({ n: 2 });
  });

  it('ends open doors, keeps the charter, and lets go of the old roll who leaves the other', async () => {
    const { from, into, both, member, input } = await two();
    await app.sql(
      `insert into invitation (community_id, email, role, token_hash, invited_by_id, created_at, expires_at) values ($1, 'a@example.org', 'MEMBER', '\\x01', $2, now(), now() + interval '1 day')`,
      [from.id, both],
    );
    await app.ok(MERGE, { input }, { as: both });
    const [open] = await app.sql('select count(*)::int as n from invitation where community_id = $1 and revoked_at is null', [from.id]);
    expect(open).toEqual({ n: 0 });
    const old =
      'query ($slug: String!) { community(slug: $slug) { name mergedInto { slug } charter { domain } charterVersions { version } } }';
    const seen = await app.ok(old, { slug: from.slug }, { as: member });
    expect(seen['community']).toMatchObject({ name: from.name, mergedInto: { slug: into.slug }, charterVersions: [{ version: 1 }] });
    const mine = await app.ok('{ viewer { memberships { community { id } } } }', {}, { as: member });
    expect(mine['viewer'].memberships).toEqual([{ community: { id: into.id } }]);
    await app.ok(
      'mutation ($input: LeaveCommunityInput!) { leaveCommunity(input: $input) { id } }',
      { input: { communityId: into.id } },
      { as: member },
    );
    expect(await roleIn(from.id, member)).toBeUndefined();
  });

  it('tells everybody of both, in the inbox and by mail', async () => {
    const { from, into, both, member, native, input } = await two();
    await app.ok(MERGE, { input }, { as: both });
    await app.jobsDone();
    const inbox = '{ notifications(first: 5) { nodes { kind reason subject path community { name } } } }';
    for (const as of [member, native]) {
      const { notifications } = await app.ok(inbox, {}, { as });
      const told = {
        kind: 'COMMUNITY_MERGED',
        reason: 'YOU_ARE_MEMBER',
        subject: from.name,
        path: `/c/${into.slug}`,
        community: { name: into.name },
      };
      expect(notifications.nodes).toEqual([told]);
    }
    const { notifications } = await app.ok(inbox, {}, { as: both });
    expect(notifications.nodes).toEqual([]);
  });

  it('waits while something is kept off the record, and lets nobody count on fewer possible authors than before', async () => {
    const { from, into, both, member, input } = await two();
    const session = await buildSession(app, { communityId: from.id, scheduledById: both });
    await app.sql(
      `insert into off_record_remark (session_id, person_id, repeat_key, words, said_at) values ($1, $2, 'once', 'Between us.', now())`,
      [session.id, member],
    );
    expect(await app.refusal(MERGE, { input }, { as: both })).toBe('CANNOT_MERGE');
    await app.sql('delete from off_record_remark where session_id = $1', [session.id]);
    await app.sql('insert into unattributed_floor (community_id, people) values ($1, 20), ($2, 5)', [from.id, into.id]);
    const { mergePreview } = await app.ok(PREVIEW, { communityId: from.id, intoSlug: into.slug }, { as: both });
    expect(mergePreview.effects).toContain('FLOOR_RISES');
    await app.ok(MERGE, { input }, { as: both });
    const [floor] = await app.sql('select people from unattributed_floor where community_id = $1', [into.id]);
    expect(floor).toEqual({ people: 20 });
  });

  it('fetches what somebody finished writing just after', async () => {
    const { from, into, both, member, input } = await two();
    await app.ok(MERGE, { input }, { as: both });
    const late = await buildThread(app, { communityId: from.id, authorId: member, level: ConfidentialityLevel.COMMUNITY });
    await app.sql(`update pgboss.job set start_after = now() where name = 'communities.merge-stragglers'`);
    await app.jobsDone();
    expect(await reads(late.id, member)).toMatchObject({ level: 'GROUP', community: { id: into.id } });
  });
});
