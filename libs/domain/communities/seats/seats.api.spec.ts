import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildOrganisation, buildPerson, buildSeat } from '../../people/testing.js';
import { JoinPolicy, MembershipRole, Visibility } from '../community.enums.js';
import { buildCommunity, buildCommunitySeat, buildMembership } from '../testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const SEAT = 'id purpose hasMandate isVacant isOfferedToViewer holder { id } viewerCan';
const mutation = (name: string, input: string, answer = SEAT) => `mutation ($input: ${input}!) { ${name}(input: $input) { ${answer} } }`;
const GRANT = mutation('grantSeats', 'GrantSeatsInput', `organisationCount seats { nodes { ${SEAT} } }`);
const PROPOSE = mutation('proposeSeats', 'ProposeSeatsInput', 'seatProposals { id isInvitation seats }');
const ANSWER = mutation('answerSeatProposal', 'AnswerSeatProposalInput', 'organisationCount viewerMembership { role }');
const HOLD = mutation('holdSeat', 'SeatInput');
const FILL = mutation('fillSeat', 'FillSeatInput');
const VACATE = mutation('vacateSeat', 'SeatInput');
const CHANGE = mutation('changeSeat', 'ChangeSeatInput');
const END = mutation('endSeat', 'SeatInput', 'id endedAt');
const MINE = `{ viewer { memberships { community { id } } seats { id isOfferedToViewer holder { id } } } }`;
const HERE = `query ($slug: String!) { community(slug: $slug) { organisationCount viewerMembership { role organisation { id } }
  seats { nodes { ${SEAT} holdings { person { id } since until } } } viewerSeats { id } } }`;
const OF = `query ($id: ID!) { organisation(id: $id) { seats { id } seatProposals { id seats message } } }`;

/** A closed community with a coordinator, and an organisation with someone who acts for it and a colleague it confirmed. */
async function scene() {
  const community = await buildCommunity(app, { visibility: Visibility.MEMBERS, joinPolicy: JoinPolicy.BY_INVITATION });
  const { id: communityId, slug } = community;
  const coordinator = (await buildMembership(app, { communityId, role: MembershipRole.COORDINATOR })).personId;
  const { organisationId, personId: speaker } = await buildSeat(app);
  const colleague = (await buildSeat(app, { organisationId, hasMandate: false, isConfirmed: true })).personId;
  const claimant = (await buildSeat(app, { organisationId, hasMandate: false })).personId;
  const here = async (as: string) => (await app.ok(HERE, { slug }, { as })).community;
  return { communityId, slug, coordinator, organisationId, speaker, colleague, claimant, here };
}
const membersOf = async (communityId: string) =>
  (await app.sql<{ person_id: string }>('select person_id from membership where community_id = $1', [communityId])).map(
    (row) => row.person_id,
  );

describe('an organisation', () => {
  it('is invited, accepts, and its people take its seats without being asked anything, up to the number', async () => {
    const { communityId, coordinator, organisationId, speaker, colleague, claimant, here } = await scene();
    const input = { communityId, organisationId, seats: 1, hasMandate: false, purpose: 'Housing', message: 'Come in.' };
    await app.ok(PROPOSE, { input }, { as: coordinator });
    expect(await app.refusal(PROPOSE, { input }, { as: coordinator })).toBe('PROPOSED_ALREADY');
    const proposalsFor = async (as: string) => (await app.ok(OF, { id: organisationId }, { as })).organisation.seatProposals;
    expect(await proposalsFor(colleague)).toEqual([]);
    const [proposal] = await proposalsFor(speaker);
    expect(proposal).toMatchObject({ seats: 1, message: 'Come in.' });
    const answer = { proposalId: proposal.id, accept: true };
    expect(await app.refusal(ANSWER, { input: answer }, { as: coordinator })).toBe('FORBIDDEN');
    expect(await app.refusal(ANSWER, { input: answer }, { as: colleague })).toBe('NOT_FOUND');
    await app.ok(ANSWER, { input: answer }, { as: speaker });
    expect(await app.refusal(ANSWER, { input: answer }, { as: speaker })).toBe('PROPOSAL_ANSWERED');
    const [seat] = (await app.ok(MINE, {}, { as: colleague })).viewer.seats;
    expect(await app.refusal(HOLD, { input: { seatId: seat.id } }, { as: claimant })).toBe('NOT_FOUND');
    const { holdSeat } = await app.ok(HOLD, { input: { seatId: seat.id } }, { as: colleague });
    expect(holdSeat).toMatchObject({ isVacant: false, holder: { id: colleague }, viewerCan: ['READ', 'VACATE'] });
    expect(await here(colleague)).toMatchObject({
      organisationCount: 1,
      viewerMembership: { role: 'MEMBER', organisation: { id: organisationId } },
    });
    expect(await app.refusal(HOLD, { input: { seatId: seat.id } }, { as: speaker })).toBe('SEAT_NOT_FREE');
  });

  it('asks for seats itself, and coordinators answer', async () => {
    const { communityId, coordinator, organisationId, speaker, colleague, claimant } = await scene();
    const input = { communityId, organisationId, seats: 2, hasMandate: true };
    for (const as of [colleague, claimant]) expect(await app.refusal(PROPOSE, { input }, { as })).toBe('NOT_FOR_THIS_ORGANISATION');
    await app.ok(PROPOSE, { input }, { as: speaker });
    const { seatProposals } = (await app.ok(OF, { id: organisationId }, { as: speaker })).organisation;
    const answer = { proposalId: seatProposals[0].id, accept: true };
    expect(await app.refusal(ANSWER, { input: answer }, { as: speaker })).toBe('FORBIDDEN');
    await app.ok(ANSWER, { input: answer }, { as: coordinator });
    expect((await app.ok(OF, { id: organisationId }, { as: speaker })).organisation.seats).toHaveLength(2);
    expect(await app.refusal(PROPOSE, { input }, { as: speaker })).toBe('ORGANISATION_IS_HERE');
  });

  it('takes part while it has a seat or a member, and no longer', async () => {
    const { communityId, coordinator, organisationId, speaker, here } = await scene();
    const { id: seatId } = await buildCommunitySeat(app, { communityId, organisationId });
    expect((await here(coordinator)).organisationCount).toBe(1);
    await app.ok(HOLD, { input: { seatId } }, { as: speaker });
    await app.ok(VACATE, { input: { seatId } }, { as: speaker });
    expect((await here(coordinator)).organisationCount).toBe(1);
    expect((await app.ok(END, { input: { seatId } }, { as: speaker })).endSeat.endedAt).not.toBeNull();
    expect((await here(coordinator)).organisationCount).toBe(0);
  });
});

describe('coordinators', () => {
  it('grant seats to those that take part, give and take mandates, and take seats back', async () => {
    const { communityId, coordinator, organisationId, speaker, colleague } = await scene();
    const input = { communityId, organisationId, seats: 2, hasMandate: false };
    expect(await app.refusal(GRANT, { input }, { as: coordinator })).toBe('ORGANISATION_NOT_HERE');
    expect(await app.refusal(GRANT, { input: { ...input, organisationId: randomUUID() } }, { as: coordinator })).toBe('NOT_FOUND');
    await buildMembership(app, { communityId, personId: colleague, organisationId });
    for (const as of [speaker, colleague]) expect(await app.refusal(GRANT, { input }, { as })).toBe('FORBIDDEN');
    const { grantSeats } = await app.ok(GRANT, { input }, { as: coordinator });
    expect(grantSeats.seats.nodes).toHaveLength(2);
    const seatId = grantSeats.seats.nodes[0].id;
    await app.ok(HOLD, { input: { seatId } }, { as: colleague });
    for (const as of [speaker, colleague])
      expect(await app.refusal(CHANGE, { input: { seatId, hasMandate: true } }, { as })).toBe('FORBIDDEN');
    const { changeSeat } = await app.ok(CHANGE, { input: { seatId, hasMandate: true, purpose: 'Voice' } }, { as: coordinator });
    expect(changeSeat).toMatchObject({ hasMandate: true, purpose: 'Voice', holder: { id: colleague } });
    await app.ok(END, { input: { seatId } }, { as: coordinator });
    expect(await app.refusal(HOLD, { input: { seatId } }, { as: colleague })).toBe('FORBIDDEN');
    // The one who was a member before stays one.
    expect(await membersOf(communityId)).toContain(colleague);
  });

  it('fill a seat only where nobody acts for the organisation', async () => {
    const { communityId, coordinator, organisationId, claimant } = await scene();
    const taken = await buildCommunitySeat(app, { communityId, organisationId });
    await buildMembership(app, { communityId, personId: claimant, organisationId });
    const input = { seatId: taken.id, personId: claimant };
    expect(await app.refusal(FILL, { input }, { as: coordinator })).toBe('FORBIDDEN');
    const small = (await buildOrganisation(app)).id;
    await buildSeat(app, { personId: claimant, organisationId: small, hasMandate: false, isMain: false });
    const free = await buildCommunitySeat(app, { communityId, organisationId: small });
    const { fillSeat } = await app.ok(FILL, { input: { seatId: free.id, personId: claimant } }, { as: coordinator });
    expect(fillSeat.holder.id).toBe(claimant);
    const stranger = (await buildPerson(app)).id;
    const { errors } = await app.graphql(FILL, { input: { seatId: free.id, personId: stranger } }, { as: coordinator });
    expect(errors?.[0]?.extensions.fields[0]).toMatchObject({ path: 'personId', code: 'NOT_OF_ORGANISATION' });
  });
});

describe('a seat', () => {
  it('with a mandate is taken by those who act for the organisation, or by whom they choose', async () => {
    const { communityId, organisationId, speaker, colleague, claimant, here } = await scene();
    const { id: seatId } = await buildCommunitySeat(app, { communityId, organisationId });
    expect(await app.refusal(HOLD, { input: { seatId } }, { as: colleague })).toBe('FORBIDDEN');
    // Nobody is put into a community unasked: the seat is kept for them.
    const { fillSeat } = await app.ok(FILL, { input: { seatId, personId: claimant } }, { as: speaker });
    expect(fillSeat).toMatchObject({ isVacant: true, holder: null });
    expect(await membersOf(communityId)).not.toContain(claimant);
    expect((await app.ok(MINE, {}, { as: claimant })).viewer.seats).toEqual([{ id: seatId, isOfferedToViewer: true, holder: null }]);
    expect(await app.refusal(HOLD, { input: { seatId } }, { as: speaker })).toBe('FORBIDDEN');
    await app.ok(HOLD, { input: { seatId } }, { as: claimant });
    expect((await here(claimant)).viewerMembership.role).toBe('MEMBER');
  });

  it('stays with its history when its holder goes; who came in by it goes with it', async () => {
    const { communityId, coordinator, organisationId, speaker, colleague, here } = await scene();
    const { id: seatId } = await buildCommunitySeat(app, { communityId, organisationId, hasMandate: false });
    await app.ok(HOLD, { input: { seatId } }, { as: colleague });
    await app.ok(VACATE, { input: { seatId } }, { as: colleague });
    expect(await membersOf(communityId)).not.toContain(colleague);
    await app.ok(HOLD, { input: { seatId } }, { as: speaker });
    const [seat] = (await here(coordinator)).seats.nodes;
    expect(seat.holdings).toEqual([
      { person: { id: speaker }, since: expect.any(String), until: null },
      { person: { id: colleague }, since: expect.any(String), until: expect.any(String) },
    ]);
    const leave = 'mutation ($input: LeaveCommunityInput!) { leaveCommunity(input: $input) { id } }';
    await app.ok(leave, { input: { communityId } }, { as: speaker });
    expect((await here(coordinator)).seats.nodes[0]).toMatchObject({ id: seatId, isVacant: true });
  });

  it('goes to one of two who take it at once', async () => {
    const { communityId, organisationId, speaker, colleague } = await scene();
    const { id: seatId } = await buildCommunitySeat(app, { communityId, organisationId, hasMandate: false });
    const both = await Promise.all([speaker, colleague].map((as) => app.graphql(HOLD, { input: { seatId } }, { as })));
    expect(new Set(both.map(({ errors }) => errors?.[0]?.extensions.code ?? null))).toEqual(new Set(['SEAT_NOT_FREE', null]));
    expect(await membersOf(communityId)).toHaveLength(2);
  });

  it('is seen by nobody outside a closed community but its own organisation', async () => {
    const { communityId, slug, organisationId, speaker } = await scene();
    const { id: seatId } = await buildCommunitySeat(app, { communityId, organisationId });
    const outsider = (await buildPerson(app)).id;
    expect((await app.ok(HERE, { slug }, { as: outsider })).community.seats.nodes).toEqual([]);
    expect((await app.ok(OF, { id: organisationId }, { as: outsider })).organisation.seats).toEqual([]);
    expect((await app.ok(OF, { id: organisationId })).organisation.seats).toEqual([]);
    expect((await app.ok(OF, { id: organisationId }, { as: speaker })).organisation.seats).toEqual([{ id: seatId }]);
    for (const call of [HOLD, VACATE, END]) expect(await app.refusal(call, { input: { seatId } }, { as: outsider })).toBe('NOT_FOUND');
  });

  it('is found free by who joins for the organisation', async () => {
    const { id: communityId } = await buildCommunity(app);
    const { organisationId, personId } = await buildSeat(app);
    const { id: seatId } = await buildCommunitySeat(app, { communityId, organisationId });
    const JOIN = 'mutation ($input: JoinCommunityInput!) { joinCommunity(input: $input) { community { viewerSeats { id isVacant } } } }';
    const claimant = (await buildSeat(app, { organisationId, hasMandate: false })).personId;
    expect((await app.ok(JOIN, { input: { communityId, organisationId } }, { as: claimant })).joinCommunity.community.viewerSeats).toEqual(
      [],
    );
    const { joinCommunity } = await app.ok(JOIN, { input: { communityId, organisationId } }, { as: personId });
    expect(joinCommunity.community.viewerSeats).toEqual([{ id: seatId, isVacant: false }]);
  });
});

describe('a community of organisations', () => {
  it('takes nobody without one', async () => {
    const { id: communityId } = await buildCommunity(app, { allowsIndividuals: false });
    const { organisationId, personId } = await buildSeat(app);
    const JOIN = 'mutation ($input: JoinCommunityInput!) { joinCommunity(input: $input) { membership { id } } }';
    const { errors } = await app.graphql(JOIN, { input: { communityId } }, { as: personId });
    expect(errors?.[0]?.extensions.fields[0]).toMatchObject({ path: 'organisationId', code: 'ORGANISATION_NEEDED' });
    expect((await app.ok(JOIN, { input: { communityId, organisationId } }, { as: personId })).joinCommunity.membership).not.toBeNull();
  });
});

describe('bad input', () => {
  it.each([
    ['seats', 0],
    ['seats', 21],
    ['purpose', 'x'.repeat(121)],
    ['organisationId', 'nonsense'],
    ['message', 'x'.repeat(2001)],
  ])('%s is refused by its name', async (field, value) => {
    const { communityId, coordinator, organisationId } = await scene();
    const input = { communityId, organisationId, seats: 1, hasMandate: false, [field]: value };
    const { errors } = await app.graphql(PROPOSE, { input }, { as: coordinator });
    expect(errors?.[0]?.extensions.fields[0]?.path).toBe(field);
  });
});

it('lists of seats cost as many statements for many as for few', async () => {
  const { communityId, slug, coordinator } = await scene();
  await app.cookieOf(coordinator);
  const costs: number[] = [];
  for (const count of [2, 7]) {
    for (let seat = 0; seat < count; seat++)
      await buildCommunitySeat(app, { communityId, holderId: (await buildMembership(app, { communityId })).personId });
    const LIST =
      'query ($slug: String!) { community(slug: $slug) { seats { nodes { id organisation { name } holder { name } holdings { person { name } } viewerCan } } } }';
    costs.push((await app.statements(() => app.ok(LIST, { slug }, { as: coordinator }))).length);
  }
  expect(costs[0]).toBe(costs[1]);
  expect(costs[0]).toBeLessThanOrEqual(5);
});
