import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildOrganisation, buildPerson } from '../../people/testing.js';
import type { Community } from '../community.entity.js';
import { CommunityKind, MembershipRole, Visibility } from '../community.enums.js';
import { buildCommunity, buildMembership } from '../testing.js';

let app: TestApp;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.stop());

const { COORDINATOR, FACILITATOR } = MembershipRole;
const PROPOSE = `mutation ($input: ProposeTieInput!) { proposeTie(input: $input) { id parent { id } parts { id } ties { id agreedAt viewerCan other { id } outsideName } } }`;
const ANSWER = `mutation ($input: AnswerTieInput!) { answerTie(input: $input) { id parts { id } ties { id agreedAt } } }`;
const END = `mutation ($input: EndTieInput!) { endTie(input: $input) { id ties { id } } }`;
const DETACH = `mutation ($input: DetachCommunityInput!) { detachCommunity(input: $input) { id parent { id } } }`;
const OUTSIDE = `mutation ($input: AddOutsidePartnerInput!) { addOutsidePartner(input: $input) { ties { outsideName outsideUrl agreedAt } } }`;
const CIRCLE = `mutation ($input: OpenCircleInput!) { openCircle(input: $input) { id slug visibility viewerMembership { role } } }`;
const EDIT = `mutation ($input: EditCommunityInput!) { editCommunity(input: $input) { id inheritsMembers memberCount task endsOn } }`;
const ARCHIVE = `mutation ($input: ArchiveCommunityInput!) { archiveCommunity(input: $input) { archivedAt archiveNote viewerCan } }`;
const REVIVE = `mutation ($input: ReviveCommunityInput!) { reviveCommunity(input: $input) { archivedAt viewerCan } }`;
const FOUND = `mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { id parent { id } task endsOn projectName } }`;
const JOIN = `mutation ($input: JoinCommunityInput!) { joinCommunity(input: $input) { membership { id } } }`;
const LEAVE = `mutation ($input: LeaveCommunityInput!) { leaveCommunity(input: $input) { id } }`;
const REMOVE = `mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { id } }`;
const ROLE = `mutation ($input: ChangeRoleInput!) { changeRole(input: $input) { role isInherited } }`;
const PAGE = `query ($slug: String!) { community(slug: $slug) { id parent { id } parts { id archivedAt } circle { id } mayOpenCircle ties { id agreedAt } memberCount } }`;

/** A community with its coordinator. */
async function led(overrides: Partial<Community> = {}, personId?: string) {
  const community = await buildCommunity(app, overrides);
  const { personId: coordinator, id } = await buildMembership(app, {
    communityId: community.id,
    role: COORDINATOR,
    ...(personId && { personId }),
  });
  return { community, coordinator, membershipId: id };
}
const rolls = async (communityId: string) => {
  const rows = await app.sql<{ person_id: string; role: string; is_inherited: boolean }>(
    'select person_id, role, is_inherited from membership where community_id = $1',
    [communityId],
  );
  return new Map(rows.map((row) => [row.person_id, `${row.role}${row.is_inherited ? ' inherited' : ''}`]));
};
const counted = async (communityId: string) => {
  const [row] = await app.sql<{ member_count: number; organisation_count: number }>(
    'select member_count, organisation_count from community where id = $1',
    [communityId],
  );
  return row;
};
const tie = (from: { community: Community; coordinator: string }, to: Community, relation: string) =>
  app.ok(PROPOSE, { input: { communityId: from.community.id, otherSlug: to.slug, relation } }, { as: from.coordinator });

describe('parts and partners', () => {
  it('hold once both sides have agreed; strangers see no proposal', async () => {
    const network = await led({ kind: CommunityKind.NETWORK });
    const local = await led();
    const { proposeTie } = await tie(local, network.community, 'PART_OF');
    expect(proposeTie.ties).toMatchObject([{ agreedAt: null, viewerCan: ['END'] }]);
    expect((await app.ok(PAGE, { slug: network.community.slug })).community.ties).toEqual([]);
    const [{ id: tieId }] = proposeTie.ties;
    const answer = { input: { tieId, agree: true } };
    expect(await app.refusal(ANSWER, answer, { as: local.coordinator })).toBe('FORBIDDEN');
    expect(await app.refusal(ANSWER, answer, { as: (await buildPerson(app)).id })).toBe('NOT_FOUND');
    const { answerTie } = await app.ok(ANSWER, answer, { as: network.coordinator });
    expect(answerTie).toMatchObject({ parts: [{ id: local.community.id }], ties: [] });
    const { detachCommunity } = await app.ok(DETACH, { input: { communityId: local.community.id } }, { as: local.coordinator });
    expect(detachCommunity.parent).toBeNull();
  });

  it('are declined, taken back and ended', async () => {
    const [one, other] = [await led(), await led()];
    const propose = async () => (await tie(one, other.community, 'PARTNER')).proposeTie.ties[0].id as string;
    const declined = await propose();
    expect(
      await app.refusal(
        PROPOSE,
        { input: { communityId: other.community.id, otherSlug: one.community.slug, relation: 'PARTNER' } },
        { as: other.coordinator },
      ),
    ).toBe('TIE_IS_THERE');
    await app.ok(ANSWER, { input: { tieId: declined, agree: false } }, { as: other.coordinator });
    const back = await propose();
    await app.ok(END, { input: { tieId: back } }, { as: one.coordinator });
    expect(await app.refusal(ANSWER, { input: { tieId: back, agree: true } }, { as: other.coordinator })).toBe('NOT_FOUND');
    const held = await propose();
    await app.ok(ANSWER, { input: { tieId: held, agree: true } }, { as: other.coordinator });
    expect(await app.refusal(ANSWER, { input: { tieId: held, agree: false } }, { as: other.coordinator })).toBe('TIE_IS_SETTLED');
    expect((await app.ok(END, { input: { tieId: held } }, { as: other.coordinator })).endTie).toMatchObject({
      id: other.community.id,
      ties: [],
    });
  });

  it('lead outside by a web address, and to nothing else', async () => {
    const { community, coordinator } = await led();
    const input = { communityId: community.id, name: 'City project', url: 'https://city.example/project' };
    const { addOutsidePartner } = await app.ok(OUTSIDE, { input }, { as: coordinator });
    expect(addOutsidePartner.ties).toMatchObject([{ outsideName: 'City project', outsideUrl: input.url }]);
    for (const url of ['javascript:alert(1)', 'city', 'ftp://x.example', '//x.example'])
      expect(await app.refusal(OUTSIDE, { input: { ...input, url } }, { as: coordinator })).toBe('INVALID');
  });

  it('keep to the kinds', async () => {
    const person = (await buildPerson(app)).id;
    const local = await led({}, person);
    const network = await led({ kind: CommunityKind.NETWORK }, person);
    expect(
      await app.refusal(
        PROPOSE,
        { input: { communityId: network.community.id, otherSlug: local.community.slug, relation: 'PART_OF' } },
        { as: person },
      ),
    ).toBe('INVALID');
  });

  it('never make a turn, also when three are tied at once', async () => {
    const person = (await buildPerson(app)).id;
    const circles = await Promise.all([1, 2, 3].map(() => led({ kind: CommunityKind.NETWORK }, person)));
    const answers = await Promise.all(
      circles.map((one, at) => {
        const next = circles[(at + 1) % 3]?.community.slug;
        return app.graphql(PROPOSE, { input: { communityId: one.community.id, otherSlug: next, relation: 'PART_OF' } }, { as: person });
      }),
    );
    expect(answers.filter(({ errors }) => errors).map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(['FAMILY_WOULD_TURN']);
    const rows = await app.sql('select parent_id from community where id = any($1) and parent_id is null', [
      circles.map(({ community }) => community.id),
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe('kinds', () => {
  const words = {
    level: 'LOCAL',
    countries: [],
    languages: ['en'],
    themes: [],
    summary: 'A circle that has something to do.',
    charter: { domain: 'D', community: 'C', practice: 'P' },
    visibility: 'PUBLIC',
    joinPolicy: 'OPEN',
  };
  it('ask for what belongs to them, at the field', async () => {
    const as = (await buildPerson(app)).id;
    const answer = await app.graphql(FOUND, { input: { ...words, name: 'A task force', kind: 'TASK_FORCE' } }, { as });
    expect(answer.errors?.[0]?.extensions.fields.map(({ path }) => path)).toEqual(['task', 'endsOn']);
    const { createCommunity } = await app.ok(
      FOUND,
      { input: { ...words, name: 'A task force', kind: 'TASK_FORCE', task: 'One answer.', endsOn: '2030-02-28' } },
      { as },
    );
    expect(createCommunity).toMatchObject({ task: 'One answer.', endsOn: '2030-02-28' });
    const later = await app.ok(EDIT, { input: { communityId: createCommunity.id, endsOn: '2031-01-01' } }, { as });
    expect(later.editCommunity.endsOn).toBe('2031-01-01');
    expect(await app.refusal(EDIT, { input: { communityId: createCommunity.id, endsOn: '' } }, { as })).toBe('INVALID');
    for (const endsOn of ['2030-02-30', 'soon', '0000-01-01'])
      expect(await app.refusal(FOUND, { input: { ...words, name: 'A task force', kind: 'TASK_FORCE', task: 'T', endsOn } }, { as })).toBe(
        'INVALID',
      );
  });

  it('let a strand begin only inside a community one coordinates', async () => {
    const { community, coordinator } = await led();
    const input = { ...words, name: 'A strand', kind: 'PROGRAMME_STRAND' };
    expect(await app.refusal(FOUND, { input }, { as: coordinator })).toBe('INVALID');
    expect(await app.refusal(FOUND, { input: { ...input, parentId: community.id } }, { as: (await buildPerson(app)).id })).toBe(
      'FORBIDDEN',
    );
    const { createCommunity } = await app.ok(FOUND, { input: { ...input, parentId: community.id } }, { as: coordinator });
    expect(createCommunity.parent.id).toBe(community.id);
    expect(await app.refusal(DETACH, { input: { communityId: createCommunity.id } }, { as: coordinator })).toBe('INVALID');
  });
});

describe('a roll that follows', () => {
  it('takes over whoever is in the larger one, and gives them back with it', async () => {
    const person = (await buildPerson(app)).id;
    const whole = await led({ kind: CommunityKind.NETWORK }, person);
    const part = await led({ parentId: whole.community.id }, (await buildPerson(app)).id);
    const organisation = await buildOrganisation(app);
    const early = await buildMembership(app, { communityId: whole.community.id, role: FACILITATOR, organisationId: organisation.id });
    await app.ok(EDIT, { input: { communityId: part.community.id, inheritsMembers: true } }, { as: part.coordinator });
    const late = (await buildPerson(app)).id;
    await app.ok(JOIN, { input: { communityId: whole.community.id } }, { as: late });
    expect(await rolls(part.community.id)).toEqual(
      new Map([
        [part.coordinator, 'COORDINATOR'],
        [whole.coordinator, 'MEMBER inherited'],
        [early.personId, 'MEMBER inherited'],
        [late, 'MEMBER inherited'],
      ]),
    );
    expect(await counted(part.community.id)).toEqual({ member_count: 4, organisation_count: 1 });
    expect(await app.refusal(LEAVE, { input: { communityId: part.community.id } }, { as: late })).toBe('MEMBERSHIP_FOLLOWS');
    await app.ok(REMOVE, { input: { membershipId: early.id } }, { as: whole.coordinator });
    await app.ok(LEAVE, { input: { communityId: whole.community.id } }, { as: late });
    expect([...(await rolls(part.community.id)).keys()].toSorted()).toEqual([part.coordinator, whole.coordinator].toSorted());
    expect(await counted(part.community.id)).toEqual({ member_count: 2, organisation_count: 0 });
    await app.ok(DETACH, { input: { communityId: part.community.id } }, { as: part.coordinator });
    expect(await counted(part.community.id)).toEqual({ member_count: 1, organisation_count: 0 });
  });

  it('lets those stay who have a role of their own here', async () => {
    const whole = await led({ kind: CommunityKind.NETWORK });
    const part = await led({ parentId: whole.community.id, inheritsMembers: true });
    const person = (await buildPerson(app)).id;
    await app.ok(JOIN, { input: { communityId: whole.community.id } }, { as: person });
    const [{ id: membershipId } = { id: '' }] = await app.sql<{ id: string }>(
      'select id from membership where community_id = $1 and person_id = $2',
      [part.community.id, person],
    );
    const { changeRole } = await app.ok(ROLE, { input: { membershipId, role: 'FACILITATOR' } }, { as: part.coordinator });
    expect(changeRole).toEqual({ role: 'FACILITATOR', isInherited: false });
    await app.ok(LEAVE, { input: { communityId: whole.community.id } }, { as: person });
    expect((await rolls(part.community.id)).get(person)).toBe('FACILITATOR');
  });

  it('does not show in public who is in a closed community', async () => {
    const person = (await buildPerson(app)).id;
    const whole = await led({ kind: CommunityKind.NETWORK, visibility: Visibility.MEMBERS }, person);
    const part = await led({ parentId: whole.community.id }, person);
    expect(await app.refusal(EDIT, { input: { communityId: part.community.id, inheritsMembers: true } }, { as: person })).toBe('INVALID');
    await app.ok(EDIT, { input: { communityId: part.community.id, inheritsMembers: true, visibility: 'MEMBERS' } }, { as: person });
    await app.ok(EDIT, { input: { communityId: whole.community.id, visibility: 'PUBLIC' } }, { as: person });
    await app.ok(EDIT, { input: { communityId: part.community.id, visibility: 'PUBLIC' } }, { as: person });
    expect(await app.refusal(EDIT, { input: { communityId: whole.community.id, visibility: 'MEMBERS' } }, { as: person })).toBe('INVALID');
  });
});

describe('the circle of coordinators', () => {
  it('holds whoever coordinates a part, and nobody longer than that', async () => {
    const whole = await led({ kind: CommunityKind.LEARNING_SYSTEM });
    const [one, two] = [await led({ parentId: whole.community.id }), await led({ parentId: whole.community.id })];
    const { openCircle: circle } = await app.ok(
      CIRCLE,
      { input: { communityId: whole.community.id, name: 'Coordinators' } },
      { as: whole.coordinator },
    );
    expect(circle).toMatchObject({ visibility: 'MEMBERS', viewerMembership: { role: 'COORDINATOR' } });
    expect(await rolls(circle.id)).toEqual(
      new Map([
        [whole.coordinator, 'COORDINATOR inherited'],
        [one.coordinator, 'MEMBER inherited'],
        [two.coordinator, 'MEMBER inherited'],
      ]),
    );
    const second = await buildMembership(app, { communityId: one.community.id });
    await app.ok(ROLE, { input: { membershipId: second.id, role: 'COORDINATOR' } }, { as: one.coordinator });
    await app.ok(ROLE, { input: { membershipId: one.membershipId, role: 'MEMBER' } }, { as: second.personId });
    await app.ok(DETACH, { input: { communityId: two.community.id } }, { as: two.coordinator });
    expect([...(await rolls(circle.id)).keys()].toSorted()).toEqual([whole.coordinator, second.personId].toSorted());
    expect(await app.refusal(CIRCLE, { input: { communityId: whole.community.id, name: 'Once more' } }, { as: whole.coordinator })).toBe(
      'CIRCLE_IS_THERE',
    );
    expect(await app.refusal(EDIT, { input: { communityId: circle.id, visibility: 'PUBLIC' } }, { as: whole.coordinator })).toBe('INVALID');
    expect(await counted(circle.id)).toMatchObject({ member_count: 2 });
  });
});

describe('an archived community', () => {
  it('is read as before, leaves the directory, takes nobody, and is revived by its last coordinator', async () => {
    const { community, coordinator } = await led({ name: 'Once there was a circle' });
    const member = await buildMembership(app, { communityId: community.id });
    expect(await app.refusal(ARCHIVE, { input: { communityId: community.id } }, { as: member.personId })).toBe('FORBIDDEN');
    const { archiveCommunity } = await app.ok(
      ARCHIVE,
      { input: { communityId: community.id, note: 'The task is done.' } },
      { as: coordinator },
    );
    expect(archiveCommunity).toMatchObject({
      archiveNote: 'The task is done.',
      viewerCan: ['READ', 'READ_CONTENT', 'LEAVE', 'READ_AUDIT', 'REVIVE'],
    });
    const listed = async (archived: boolean) =>
      (
        await app.ok('query ($filter: CommunityFilter) { communities(filter: $filter) { nodes { id } } }', {
          filter: { text: 'Once there was', archived },
        })
      ).communities.nodes.length;
    expect([await listed(false), await listed(true)]).toEqual([0, 1]);
    expect(await app.refusal(JOIN, { input: { communityId: community.id } }, { as: (await buildPerson(app)).id })).toBe(
      'COMMUNITY_IS_ARCHIVED',
    );
    expect(await app.refusal(EDIT, { input: { communityId: community.id, name: 'Another name' } }, { as: coordinator })).toBe('FORBIDDEN');
    expect(await app.refusal(REVIVE, { input: { communityId: community.id } }, { as: member.personId })).toBe('FORBIDDEN');
    const { reviveCommunity } = await app.ok(REVIVE, { input: { communityId: community.id } }, { as: coordinator });
    expect(reviveCommunity.viewerCan).toContain('EDIT');
    expect(await listed(false)).toBe(1);
  });
});
