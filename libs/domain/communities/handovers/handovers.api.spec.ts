import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildSpeaker } from '../../advocacy/testing.js';
import { buildThread } from '../../discussions/testing.js';
import { buildSession } from '../../peer-learning/testing.js';
import { buildPerson, buildSeat } from '../../people/testing.js';
import { JoinPolicy, MembershipRole, Visibility } from '../community.enums.js';
import { buildCommunity, buildCommunitySeat, buildMembership } from '../testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const PARTS = `id state role leaves notes from { id } to { id } toEmail viewerCan items { template text doneAt } passesOn { kind title path }
  seat { id holder { id } holdings { person { id } until } }`;
const mutation = (name: string, input: string) => `mutation ($input: ${input}!) { ${name}(input: $input) { ${PARTS} } }`;
const BEGIN = mutation('beginHandover', 'BeginHandoverInput');
const WRITE = mutation('writeHandover', 'WriteHandoverInput');
const OFFER = mutation('offerHandover', 'OfferHandoverInput');
const ACCEPT = mutation('acceptHandover', 'HandoverInput');
const CLOSE = mutation('closeHandover', 'HandoverInput');
const WITHDRAW = 'mutation ($input: HandoverInput!) { withdrawHandover(input: $input) }';
const GET = `query ($id: ID!) { handover(id: $id) { ${PARTS} } }`;
const MINE = '{ viewer { handovers { id state } } }';
const LEAVE = 'mutation ($input: LeaveCommunityInput!) { leaveCommunity(input: $input) { id } }';
const THREAD = 'query ($id: ID!) { thread(id: $id) { isFollowed } }';

/** A closed community in which Ines holds the seat of an organisation, with things open; Tiago is her colleague and not in it. */
async function scene() {
  const { id: communityId } = await buildCommunity(app, { visibility: Visibility.MEMBERS, joinPolicy: JoinPolicy.BY_INVITATION });
  const of = { communityId };
  const coordinator = (await buildMembership(app, { ...of, role: MembershipRole.COORDINATOR })).personId;
  const { organisationId, personId: ines } = await buildSpeaker(app, communityId);
  const [seat] = await app.sql<{ id: string }>('select id from community_seat where holder_id = $1', [ines]);
  const seatId = seat?.id ?? '';
  const tiago = (await buildSeat(app, { organisationId, hasMandate: false, isConfirmed: true })).personId;
  const session = await buildSession(app, { ...of, scheduledById: ines, title: 'A session to come' });
  const thread = await buildThread(app, { ...of, authorId: coordinator, title: 'What she follows' });
  await app.ok(
    'mutation ($input: FollowThreadInput!) { followThread(input: $input) { id } }',
    { input: { threadId: thread.id, on: true } },
    { as: ines },
  );
  return { communityId, of, coordinator, organisationId, ines, tiago, seatId, session, thread };
}

const titlesOf = (handover: { passesOn: { title: string }[] }) => handover.passesOn.map(({ title }) => title).toSorted();
const begin = async (at: { communityId: string; seatId: string }, as: string, more = {}) =>
  (await app.ok(BEGIN, { input: { communityId: at.communityId, seatId: at.seatId, leaves: true, ...more } }, { as })).beginHandover;

describe('a seat', () => {
  it('is handed over with notes, checklist and all that is open, and its predecessor is out at once', async () => {
    const at = await scene();
    const handover = await begin(at, at.ines);
    expect(handover).toMatchObject({
      state: 'BEGUN',
      leaves: true,
      from: { id: at.ines },
      viewerCan: ['READ', 'WRITE', 'OFFER', 'OFFER_BY_MAIL', 'WITHDRAW'],
    });
    expect(handover.items.map((item: { template: string }) => item.template)).toEqual(['CONTACTS', 'FILES', 'DATES', 'PROMISES', 'ACCESS']);
    expect(titlesOf(handover)).toEqual(['A session to come', 'What she follows']);
    const handoverId = handover.id;
    const items = [
      { template: 'FILES', isDone: true },
      { text: 'Call the mayor', isDone: false },
    ];
    const { writeHandover } = await app.ok(WRITE, { input: { handoverId, notes: 'Ask Rui first.', items } }, { as: at.ines });
    expect(writeHandover.items).toEqual([
      { template: 'FILES', text: null, doneAt: expect.any(String) },
      { template: null, text: 'Call the mayor', doneAt: null },
    ]);
    expect(await app.refusal(GET, { id: handoverId }, { as: at.tiago })).toBe('NOT_FOUND');
    await app.ok(OFFER, { input: { handoverId, personId: at.tiago } }, { as: at.ines });
    expect((await app.ok(MINE, {}, { as: at.tiago })).viewer.handovers).toEqual([{ id: handoverId, state: 'OFFERED' }]);
    // Before he takes over he reads what she wrote, and nothing of the community.
    const offered = (await app.ok(GET, { id: handoverId }, { as: at.tiago })).handover;
    expect(offered).toMatchObject({ notes: 'Ask Rui first.', viewerCan: ['READ', 'ACCEPT'], passesOn: [] });
    const { acceptHandover } = await app.ok(ACCEPT, { input: { handoverId } }, { as: at.tiago });
    expect(acceptHandover).toMatchObject({
      state: 'ACCEPTED',
      to: { id: at.tiago },
      seat: { holder: { id: at.tiago } },
      viewerCan: ['READ', 'WRITE', 'CLOSE'],
    });
    expect(acceptHandover.seat.holdings.map((holding: { person: { id: string } }) => holding.person.id)).toEqual([at.tiago, at.ines]);
    // Subscriptions and sessions are his now, she has lost every road.
    expect((await app.ok(THREAD, { id: at.thread.id }, { as: at.tiago })).thread.isFollowed).toBe(true);
    const [session] = await app.sql('select scheduled_by_id from session where id = $1', [at.session.id]);
    expect(session?.['scheduled_by_id']).toBe(at.tiago);
    expect(await app.refusal(THREAD, { id: at.thread.id }, { as: at.ines })).toBe('NOT_FOUND');
    expect(await app.refusal(GET, { id: handoverId }, { as: (await buildPerson(app)).id })).toBe('NOT_FOUND');
    expect((await app.ok(CLOSE, { input: { handoverId } }, { as: at.tiago })).closeHandover.state).toBe('CLOSED');
  });

  it('keeps what is open when its holder goes without a word, and the next one finds it', async () => {
    const at = await scene();
    await app.ok(LEAVE, { input: { communityId: at.communityId } }, { as: at.ines });
    const [waiting] = (await app.ok(MINE, {}, { as: at.ines })).viewer.handovers;
    // She still acts for the organisation, so she may say who follows; the seat itself is not hers any more.
    await app.ok(OFFER, { input: { handoverId: waiting.id, personId: at.tiago } }, { as: at.ines });
    await app.ok(ACCEPT, { input: { handoverId: waiting.id } }, { as: at.tiago });
    expect((await app.ok(THREAD, { id: at.thread.id }, { as: at.tiago })).thread.isFollowed).toBe(true);
  });

  it('passes on to whoever comes into it, also without an offer', async () => {
    const at = await scene();
    const { id } = await begin(at, at.ines);
    await buildMembership(app, { ...at.of, personId: at.tiago });
    const FILL = 'mutation ($input: FillSeatInput!) { fillSeat(input: $input) { holder { id } } }';
    await app.ok(FILL, { input: { seatId: at.seatId, personId: at.tiago } }, { as: at.ines });
    await app.jobsDone();
    expect((await app.ok(GET, { id }, { as: at.tiago })).handover).toMatchObject({ state: 'ACCEPTED', to: { id: at.tiago } });
    expect((await app.ok(THREAD, { id: at.thread.id }, { as: at.tiago })).thread.isFollowed).toBe(true);
  });

  it('is offered by mail by those who act for the organisation, and taken with that address alone', async () => {
    const at = await scene();
    const { id: handoverId } = await begin(at, at.ines, { leaves: false });
    const email = `${randomUUID()}@example.org`;
    await app.ok(OFFER, { input: { handoverId, email: email.toUpperCase() } }, { as: at.ines });
    await app.jobsDone();
    expect((await app.mails()).filter(({ to }) => to === email)).toHaveLength(1);
    const other = (await buildPerson(app)).id;
    expect(await app.refusal(ACCEPT, { input: { handoverId } }, { as: other })).toBe('NOT_FOUND');
    const successor = (await buildPerson(app, { email })).id;
    await app.ok(ACCEPT, { input: { handoverId } }, { as: successor });
    const [place] = await app.sql('select is_confirmed, has_mandate from organisation_seat where person_id = $1', [successor]);
    expect(place).toEqual({ is_confirmed: true, has_mandate: false });
    expect(await app.refusal(ACCEPT, { input: { handoverId } }, { as: other })).toBe('NOT_FOUND');
  });

  it('is not handed to strangers by who only holds it', async () => {
    const { id: communityId } = await buildCommunity(app);
    const holder = (await buildMembership(app, { communityId })).personId;
    const { organisationId, personId: speaker } = await buildSeat(app);
    const { id: seatId } = await buildCommunitySeat(app, { communityId, organisationId, holderId: holder });
    const { id: handoverId } = await begin({ communityId, seatId }, holder);
    const claimant = (await buildSeat(app, { organisationId, hasMandate: false })).personId;
    expect(await app.refusal(OFFER, { input: { handoverId, email: 'friend@example.org' } }, { as: holder })).toBe('FORBIDDEN');
    const { errors } = await app.graphql(OFFER, { input: { handoverId, personId: claimant } }, { as: holder });
    expect(errors?.[0]?.extensions.fields[0]).toMatchObject({ path: 'personId', code: 'NOT_OF_ORGANISATION' });
    await app.ok(OFFER, { input: { handoverId, personId: speaker } }, { as: holder });
    expect(await app.refusal(BEGIN, { input: { communityId, seatId, leaves: true } }, { as: holder })).toBe('HANDOVER_BEGUN');
    await app.ok(WITHDRAW, { input: { handoverId } }, { as: holder });
    expect(await app.refusal(ACCEPT, { input: { handoverId } }, { as: speaker })).toBe('NOT_FOUND');
  });
});

describe('a role', () => {
  it('of the last coordinator passes on, and then they may go', async () => {
    const at = await scene();
    const member = (await buildMembership(app, at.of)).personId;
    expect(await app.refusal(LEAVE, { input: at.of }, { as: at.coordinator })).toBe('LAST_COORDINATOR');
    const { beginHandover } = await app.ok(BEGIN, { input: { ...at.of, leaves: true } }, { as: at.coordinator });
    expect(beginHandover).toMatchObject({ role: 'COORDINATOR', seat: null });
    const handoverId = beginHandover.id;
    const outsider = (await buildPerson(app)).id;
    const { errors } = await app.graphql(OFFER, { input: { handoverId, personId: outsider } }, { as: at.coordinator });
    expect(errors?.[0]?.extensions.fields[0]).toMatchObject({ path: 'personId', code: 'NOT_A_MEMBER' });
    await app.ok(OFFER, { input: { handoverId, personId: member } }, { as: at.coordinator });
    await app.ok(ACCEPT, { input: { handoverId } }, { as: member });
    const roles = await app.sql('select person_id, role from membership where community_id = $1 and role <> $2', [
      at.communityId,
      'MEMBER',
    ]);
    expect(roles).toEqual([{ person_id: member, role: 'COORDINATOR' }]);
    expect(await app.refusal(THREAD, { id: at.thread.id }, { as: at.coordinator })).toBe('NOT_FOUND');
  });

  it('is not there for members to hand over', async () => {
    const at = await scene();
    expect(await app.refusal(BEGIN, { input: { ...at.of, leaves: true } }, { as: at.ines })).toBe('INVALID');
    expect(await app.refusal(BEGIN, { input: { ...at.of, leaves: true } }, { as: at.tiago })).toBe('NOT_FOUND');
  });
});

describe('bad input', () => {
  it.each([
    ['notes', 'x'.repeat(10_001)],
    ['items', Array.from({ length: 41 }, () => ({ text: 'x', isDone: false }))],
    ['items.0.text', [{ text: 'x', template: 'FILES', isDone: false }]],
    ['items.0.text', [{ isDone: false }]],
    ['items.0.text', [{ text: 'x'.repeat(201), isDone: false }]],
  ])('%s is refused by its name', async (path, value) => {
    const at = await scene();
    const { id: handoverId } = await begin(at, at.ines);
    const { errors } = await app.graphql(WRITE, { input: { handoverId, [path.split('.')[0] ?? '']: value } }, { as: at.ines });
    expect(errors?.[0]?.extensions.fields[0]?.path).toBe(path);
  });

  it.each([{}, { email: 'nonsense' }, { email: 'a@example.org', personId: randomUUID() }])('an offer to %s is refused', async (to) => {
    const at = await scene();
    const { id: handoverId } = await begin(at, at.ines);
    expect(await app.refusal(OFFER, { input: { handoverId, ...to } }, { as: at.ines })).toBe('INVALID');
  });
});
