import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildOrganisation, buildPerson, buildSeat } from '../people/testing.js';
import { CommunityKind, JoinPolicy, MembershipRole, Visibility } from './community.enums.js';
import { buildCommunity, buildCommunitySeat, buildMembership } from './testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const JOIN = `mutation ($input: JoinCommunityInput!) { joinCommunity(input: $input) { membership { id role organisation { id } } } }`;
const EDIT = `mutation ($input: EditCommunityInput!) { editCommunity(input: $input) { joinPolicy } }`;
const DOOR = `query ($slug: String!) { community(slug: $slug) { viewerCan viewerOpeningOrganisations { id name } } }`;
const NAMES = `query ($slug: String!, $id: ID!) { community(slug: $slug) { members { nodes { person { name } } } asked: members(role: MEMBER) { nodes { id } } }
  mentionable(communityId: $id, text: "") { name } }`;
const key = () => crypto.randomUUID();
const join = (communityId: string, as: string, organisationId?: string) =>
  app.graphql(JOIN, { input: { communityId, mutationKey: key(), ...(organisationId && { organisationId }) } }, { as });
const edit = (communityId: string, as: string, more: object) =>
  app.graphql(EDIT, { input: { communityId, mutationKey: key(), ...more } }, { as });
const field = (answer: { errors?: { extensions: { fields?: { path: string; code: string }[] } }[] }) =>
  answer.errors?.[0]?.extensions.fields?.[0];

describe('a community that one joins by organisation', () => {
  it('takes in confirmed people of an organisation that has a seat, and nobody else', async () => {
    const place = await buildCommunity(app, { joinPolicy: JoinPolicy.BY_ORGANISATION });
    const organisation = await buildOrganisation(app);
    const seat = await buildCommunitySeat(app, { communityId: place.id, organisationId: organisation.id });
    const [confirmed, claimed, stranger] = [(await buildPerson(app)).id, (await buildPerson(app)).id, (await buildPerson(app)).id];
    await buildSeat(app, { personId: confirmed, organisationId: organisation.id, isConfirmed: true, hasMandate: false });
    await buildSeat(app, { personId: claimed, organisationId: organisation.id, isConfirmed: false, hasMandate: false });
    const door = async (as: string) => (await app.ok(DOOR, { slug: place.slug }, { as }))['community'];
    expect(await door(confirmed)).toMatchObject({ viewerOpeningOrganisations: [{ id: organisation.id, name: organisation.name }] });
    expect((await door(confirmed)).viewerCan).toContain('JOIN_FOR_ORGANISATION');
    expect((await door(claimed)).viewerOpeningOrganisations).toEqual([]);
    for (const [who, organisationId] of [
      [claimed, organisation.id],
      [confirmed, undefined],
      [stranger, undefined],
    ] as const)
      expect(field(await join(place.id, who, organisationId))).toMatchObject({ path: 'organisationId', code: 'ORGANISATION_HAS_NO_SEAT' });
    expect(field(await join(place.id, stranger, organisation.id))?.code).toBe('NOT_YOUR_ORGANISATION');
    expect((await join(place.id, confirmed, organisation.id)).data['joinCommunity'].membership).toMatchObject({
      role: 'MEMBER',
      organisation: { id: organisation.id },
    });
    const late = (await buildPerson(app)).id;
    await buildSeat(app, { personId: late, organisationId: organisation.id, isConfirmed: true, hasMandate: false });
    await app.sql('update community_seat set ended_at = now(), holder_id = null where id = $1', [seat.id]);
    expect(field(await join(place.id, late, organisation.id))?.code).toBe('ORGANISATION_HAS_NO_SEAT');
  });
});

describe('a community without a list', () => {
  const found = async () => {
    const place = await buildCommunity(app, { joinPolicy: JoinPolicy.NO_LIST });
    const coordinator = await buildPerson(app, { name: 'Ines Leads' });
    await buildMembership(app, { communityId: place.id, personId: coordinator.id, role: MembershipRole.COORDINATOR });
    const quiet = await buildPerson(app, { name: `Quiet ${key().slice(0, 8)}` });
    const other = await buildPerson(app, { name: 'Other One' });
    for (const { id } of [quiet, other]) expect((await join(place.id, id)).data['joinCommunity'].membership.role).toBe('MEMBER');
    return { place, coordinator, quiet, other };
  };

  it('lets everyone in at once and names only those who lead, to whoever asks', async () => {
    const { place, coordinator, quiet, other } = await found();
    for (const as of [coordinator.id, quiet.id, other.id]) {
      const { community, mentionable } = await app.ok(NAMES, { slug: place.slug, id: place.id }, { as });
      expect(community.members.nodes).toEqual([{ person: { name: 'Ines Leads' } }]);
      expect(community.asked.nodes).toEqual([]);
      expect(mentionable).toEqual([{ name: 'Ines Leads' }]);
    }
  });

  it('ties nobody to anybody: not in the search, not for introductions, not for fees', async () => {
    const { place, coordinator, quiet, other } = await found();
    const GO_TO = `query ($text: String!) { goTo(text: $text) { kind title } }`;
    const people = async (text: string) =>
      (await app.ok(GO_TO, { text }, { as: other.id }))['goTo'].filter(({ kind }: { kind: string }) => kind === 'PERSON');
    expect(await people(quiet.name)).toEqual([]);
    const FEES = `query ($slug: String!) { community(slug: $slug) { feeLines(period: "2026", of: MEMBERS) { nodes { name } } } }`;
    expect((await app.ok(FEES, { slug: place.slug }, { as: coordinator.id }))['community'].feeLines.nodes).toEqual([]);
    const listed = await buildCommunity(app);
    for (const personId of [quiet.id, other.id]) await buildMembership(app, { communityId: listed.id, personId });
    expect(await people(quiet.name)).toHaveLength(1);
  });

  it('tells its room nothing of who comes and goes', async () => {
    const { place } = await found();
    const told = await app.sql('select 1 from room_message where room = $1', [`community:${place.id}`]);
    expect(told).toEqual([]);
  });

  it('never gets a list later, and hands none to a part', async () => {
    const { place, coordinator } = await found();
    expect(field(await edit(place.id, coordinator.id, { joinPolicy: 'OPEN' }))).toMatchObject({
      path: 'joinPolicy',
      code: 'NO_LIST_STAYS',
    });
    const part = await buildCommunity(app, { parentId: place.id, kind: CommunityKind.WORKING_GROUP });
    await buildMembership(app, { communityId: part.id, personId: coordinator.id, role: MembershipRole.COORDINATOR });
    expect(field(await edit(part.id, coordinator.id, { inheritsMembers: true }))?.code).toBe('PARENT_HAS_NO_LIST');
    const whole = await buildCommunity(app, { kind: CommunityKind.NETWORK, visibility: Visibility.MEMBERS });
    await buildMembership(app, { communityId: whole.id, personId: coordinator.id, role: MembershipRole.COORDINATOR });
    await buildCommunity(app, { parentId: whole.id, inheritsMembers: true, visibility: Visibility.MEMBERS });
    expect(field(await edit(whole.id, coordinator.id, { joinPolicy: 'NO_LIST' }))?.code).toBe('PARTS_LIST_MEMBERS');
  });

  it('does not merge: the group that goes on would name people', async () => {
    const { place, coordinator } = await found();
    const other = await buildCommunity(app);
    await buildMembership(app, { communityId: other.id, personId: coordinator.id, role: MembershipRole.COORDINATOR });
    const PREVIEW = `query ($id: ID!, $slug: String!) { mergePreview(communityId: $id, intoSlug: $slug) { obstacles } }`;
    for (const [id, slug] of [
      [place.id, other.slug],
      [other.id, place.slug],
    ])
      expect((await app.ok(PREVIEW, { id, slug }, { as: coordinator.id }))['mergePreview'].obstacles).toContain('NO_LIST');
  });

  it('is not a way into a group', async () => {
    const { place, coordinator } = await found();
    const FOUND = `mutation ($input: FoundGroupInput!) { foundGroup(input: $input) { id } }`;
    const input = {
      communityId: place.id,
      name: 'A group',
      purpose: 'To talk.',
      isHidden: false,
      joinPolicy: 'NO_LIST',
      mutationKey: key(),
    };
    expect(field(await app.graphql(FOUND, { input }, { as: coordinator.id }))?.path).toBe('joinPolicy');
  });
});
