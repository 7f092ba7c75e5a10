import { CommunityKind, MembershipRole } from '#domain/communities';
import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildCommunity, buildCommunitySeat, buildMembership } from '../../communities/testing.js';
import { buildPerson, buildSeat } from '../../people/testing.js';

// Which act leaves which entry, in whose trail, and who is named in it.

let app: TestApp;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app?.stop());

const TRAIL = `query ($communityId: ID) { auditEntries(communityId: $communityId) { nodes {
  act actor { id } person { id } organisation { id } community { id } details { name value } } } }`;
interface Entry {
  act: string;
  actor: { id: string } | null;
}
const trail = async (as: string, communityId?: string): Promise<Entry[]> =>
  (await app.ok(TRAIL, { communityId }, { as })).auditEntries.nodes;
const write = (name: string, inputType: string, input: object, as: string, parts = '{ id }') =>
  app.ok(`mutation ($input: ${inputType}!) { ${name}(input: $input) ${parts} }`, { input }, { as });
/** A community with its coordinator. */
async function led(overrides: object = {}) {
  const community = await buildCommunity(app, overrides);
  const coordinator = (await buildMembership(app, { communityId: community.id, role: MembershipRole.COORDINATOR })).personId;
  return { id: community.id, slug: community.slug, coordinator };
}

describe('ties', () => {
  it.each([
    [true, 'communities.tie-agreed', 'AGREED'],
    [false, 'communities.tie-declined', 'DECLINED'],
  ])('stand in both trails (agreed: %s), each with the people of its own side alone', async (agree, act, what) => {
    const [one, other] = [await led(), await led()];
    const input = { communityId: one.id, otherSlug: other.slug, relation: 'PARTNER' };
    const { proposeTie } = await write('proposeTie', 'ProposeTieInput', input, one.coordinator, '{ ties { id } }');
    await write('answerTie', 'AnswerTieInput', { tieId: proposeTie.ties[0].id, agree }, other.coordinator);
    const otherSide = (communityId: string, did: string) => ({
      act: 'communities.tie-other-side',
      actor: null,
      community: { id: communityId },
      details: expect.arrayContaining([{ name: 'what', value: did }]),
    });
    expect(await trail(one.coordinator, one.id)).toMatchObject([
      otherSide(other.id, what),
      { act: 'communities.tie-proposed', actor: { id: one.coordinator }, community: { id: other.id } },
    ]);
    expect(await trail(other.coordinator, other.id)).toMatchObject([
      { act, actor: { id: other.coordinator }, community: { id: one.id } },
      otherSide(one.id, 'PROPOSED'),
    ]);
  });

  it('that end, and proposals that are taken back, are told apart', async () => {
    const [one, other] = [await led(), await led()];
    const propose = async () => {
      const input = { communityId: one.id, otherSlug: other.slug, relation: 'PARTNER' };
      return (await write('proposeTie', 'ProposeTieInput', input, one.coordinator, '{ ties { id } }')).proposeTie.ties[0].id as string;
    };
    await write('endTie', 'EndTieInput', { tieId: await propose() }, one.coordinator);
    const tieId = await propose();
    await write('answerTie', 'AnswerTieInput', { tieId, agree: true }, other.coordinator);
    await write('endTie', 'EndTieInput', { tieId }, other.coordinator);
    const acts = (await trail(other.coordinator, other.id)).map(({ act }) => act);
    expect(acts.slice(0, 2)).toEqual(['communities.tie-ended', 'communities.tie-agreed']);
    expect((await trail(one.coordinator, one.id)).map(({ act }) => act)).toContain('communities.tie-taken-back');
  });
});

describe('petitions', () => {
  const ask = async (threshold: number) => {
    const { id, coordinator } = await led();
    const [one, other] = [
      (await buildMembership(app, { communityId: id })).personId,
      (await buildMembership(app, { communityId: id })).personId,
    ];
    await write('setPetitionThreshold', 'SetPetitionThresholdInput', { communityId: id, threshold }, coordinator);
    const openUntil = new Date(Date.now() + 86_400_000).toISOString();
    const petition = { communityId: id, kind: 'WORKING_GROUP', title: 'Housing', task: 'One answer to the new law.', openUntil };
    const { startPetition } = await write('startPetition', 'StartPetitionInput', petition, one);
    return { id, coordinator, other, petitionId: startPetition.id as string };
  };

  it('that reach their threshold name nobody, not even as founder of what opens', async () => {
    const { id, coordinator, other, petitionId } = await ask(2);
    await write('supportPetition', 'SupportPetitionInput', { petitionId, isSupported: true }, other);
    expect(await trail(coordinator, id)).toMatchObject([
      { act: 'communities.petition-reached', actor: null },
      {
        act: 'communities.petition-threshold-set',
        details: [{ name: 'count', value: '2' }],
        actor: { id: coordinator },
      },
    ]);
    const [opened] = await app.sql<{ actor_id: string | null }>(
      `select e.actor_id from audit_entry e join community c on e.chain = 'community:' || c.id where c.parent_id = $1 and e.act = 'communities.created'`,
      [id],
    );
    expect(opened).toEqual({ actor_id: null });
  });

  it.each([
    [true, 'communities.petition-granted'],
    [false, 'communities.petition-refused'],
  ])('that coordinators answer (granted: %s) name them', async (grant, act) => {
    const { id, coordinator, petitionId } = await ask(5);
    await write('answerPetition', 'AnswerPetitionInput', { petitionId, grant, reason: 'We have talked.' }, coordinator);
    expect((await trail(coordinator, id))[0]).toMatchObject({ act, actor: { id: coordinator } });
  });
});

it('archiving and reviving stand in the trail', async () => {
  const { id, coordinator } = await led();
  await write('archiveCommunity', 'ArchiveCommunityInput', { communityId: id }, coordinator);
  await write('reviveCommunity', 'ReviveCommunityInput', { communityId: id }, coordinator);
  expect((await trail(coordinator, id)).map(({ act }) => act)).toEqual(['communities.revived', 'communities.archived']);
});

describe('organisations', () => {
  it('are vouched for in the trail of a network, or of the platform', async () => {
    const network = await led({ kind: CommunityKind.NETWORK });
    const { organisationId } = await buildSeat(app);
    await buildCommunitySeat(app, { communityId: network.id, organisationId });
    const administrator = (await buildPerson(app, { isAdministrator: true })).id;
    await write('verifyOrganisation', 'VerifyOrganisationInput', { organisationId }, network.coordinator);
    await write('doubtOrganisation', 'DoubtOrganisationInput', { organisationId, reason: 'Another address.' }, administrator);
    const organisation = { id: organisationId };
    expect((await trail(network.coordinator, network.id))[0]).toMatchObject({ act: 'communities.organisation-verified', organisation });
    expect((await trail(administrator))[0]).toMatchObject({ act: 'communities.organisation-doubted', organisation });
  });

  it('whose people are confirmed, whose seats come, go and get mandates, leave entries', async () => {
    const { id: communityId, coordinator } = await led();
    const { organisationId, personId: speaker } = await buildSeat(app);
    const claimant = (await buildSeat(app, { organisationId, hasMandate: false })).personId;
    await write(
      'confirmOrganisationPerson',
      'ConfirmOrganisationPersonInput',
      { organisationId, personId: claimant, hasMandate: false },
      speaker,
    );
    const administrator = (await buildPerson(app, { isAdministrator: true })).id;
    expect((await trail(administrator))[0]).toMatchObject({
      act: 'communities.organisation-person-confirmed',
      actor: { id: speaker },
      person: { id: claimant },
    });
    const { id: seatId } = await buildCommunitySeat(app, { communityId, organisationId });
    await write('grantSeats', 'GrantSeatsInput', { communityId, organisationId, seats: 2, hasMandate: false }, coordinator);
    for (const hasMandate of [false, true]) await write('changeSeat', 'ChangeSeatInput', { seatId, hasMandate }, coordinator);
    await write('endSeat', 'SeatInput', { seatId }, coordinator);
    expect((await trail(coordinator, communityId)).map(({ act }) => act)).toEqual([
      'communities.seat-ended',
      'communities.mandate-given',
      'communities.mandate-taken',
      'communities.seats-granted',
    ]);
  });
});

it('handovers stand in the trail from beginning to end', async () => {
  const { id: communityId, coordinator } = await led();
  const successor = (await buildMembership(app, { communityId })).personId;
  const begin = async () =>
    (await write('beginHandover', 'BeginHandoverInput', { communityId, leaves: false }, coordinator)).beginHandover.id as string;
  await app.ok(
    'mutation ($input: HandoverInput!) { withdrawHandover(input: $input) }',
    { input: { handoverId: await begin() } },
    { as: coordinator },
  );
  const handoverId = await begin();
  await write('offerHandover', 'OfferHandoverInput', { handoverId, personId: successor }, coordinator);
  await write('acceptHandover', 'HandoverInput', { handoverId }, successor);
  expect(await trail(successor, communityId)).toMatchObject([
    { act: 'communities.handover-accepted', actor: { id: successor }, person: { id: coordinator } },
    { act: 'communities.handover-begun' },
    { act: 'communities.handover-withdrawn' },
    { act: 'communities.handover-begun' },
  ]);
});

it('templates stand in the trail of their community, or of the platform', async () => {
  const { id, coordinator } = await led();
  const charter = { domain: 'Housing in {place}.', community: 'Everybody.', practice: 'One visit a month.' };
  const content = {
    kind: 'COMMUNITY_OF_PRACTICE',
    level: 'LOCAL',
    themeIds: [],
    summary: 'Those in {place} who help with housing.',
    charter,
    visibility: 'PUBLIC',
    joinPolicy: 'OPEN',
    wanted: [],
    rooms: [],
    series: [],
    checklist: [],
  };
  const { createTemplate } = await write('createTemplate', 'CreateTemplateInput', { ownerId: id, name: 'Local', content }, coordinator);
  const templateId = createTemplate.id as string;
  await write('editTemplate', 'EditTemplateInput', { templateId, version: 1, name: 'Local', content }, coordinator);
  await write('retireTemplate', 'RetireTemplateInput', { templateId }, coordinator);
  expect((await trail(coordinator, id)).map(({ act }) => act)).toEqual([
    'communities.template-retired',
    'communities.template-edited',
    'communities.template-created',
  ]);
  const administrator = (await buildPerson(app, { isAdministrator: true })).id;
  await write('createTemplate', 'CreateTemplateInput', { name: 'For all', content }, administrator);
  expect((await trail(administrator))[0]).toMatchObject({
    act: 'communities.template-created',
    details: [{ name: 'version', value: '1' }],
  });
});

it('tables that are taken along are noted with their number of rows, and refused ones are not', async () => {
  const { id, coordinator } = await led();
  await buildMembership(app, { communityId: id, personId: (await buildPerson(app, { isListed: true })).id });
  const administrator = (await buildPerson(app, { isAdministrator: true })).id;
  const take = async (path: string, as: string) =>
    (await app.nest.inject({ url: `/export/${path}`, headers: { cookie: await app.cookieOf(as) } })).statusCode;
  expect(await take(`communities/${id}/people.csv`, coordinator)).toBe(200);
  expect(await take(`communities/${id}/people.csv`, administrator)).toBe(404);
  expect(await take('organisations.csv', administrator)).toBe(200);
  expect(await trail(coordinator, id)).toMatchObject([{ act: 'communities.members-exported', details: [{ name: 'count', value: '1' }] }]);
  expect((await trail(administrator))[0]).toMatchObject({ act: 'communities.organisations-exported', actor: { id: administrator } });
});
