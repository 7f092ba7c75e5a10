import { plainToRichText } from '#content';
import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildOrganisation, buildPerson, buildSeat } from '../../people/testing.js';
import { MembershipRole } from '../community.enums.js';
import { buildCommunity, buildMembership } from '../testing.js';

let app: TestApp;
let place: { id: string; slug: string };
let coordinator: string;
let member: string;
let membershipId: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
afterEach(() => app.clock.set(null));
beforeEach(async () => {
  place = await buildCommunity(app);
  coordinator = (await buildMembership(app, { communityId: place.id, role: MembershipRole.COORDINATOR })).personId;
  ({ personId: member, id: membershipId } = await buildMembership(app, { communityId: place.id }));
});

const NOTE = `mutation ($input: NoteFeesInput!) { noteFees(input: $input) { feePeriods } }`;
const RULE = `mutation ($input: SetFeeRuleInput!) { setFeeRule(input: $input) { feeRule { blocks graceDays } } }`;
const MINE = `query ($slug: String!) { community(slug: $slug) { feeRule { blocks } feePeriods viewerFees { period state amount currency dueOn note stopsOn isStopping organisationName } } }`;
const LINES = `query ($slug: String!, $of: FeePayers!, $state: FeeState, $first: PageSize, $after: String) { community(slug: $slug) { feeLines(period: "2026", of: $of, state: $state, first: $first, after: $after) {
  nodes { payerId name fee { state amount } } pageInfo { hasNextPage endCursor } } } }`;
const START = `mutation ($input: StartThreadInput!) { startThread(input: $input) { id } }`;
const REPLY = `mutation ($input: ReplyInput!) { reply(input: $input) { id } }`;
const key = () => crypto.randomUUID();
const note = (more: object = {}, as = coordinator) =>
  app.graphql(
    NOTE,
    {
      input: {
        communityId: place.id,
        period: '2026',
        membershipIds: [membershipId],
        organisationIds: [],
        state: 'UNPAID',
        mutationKey: key(),
        ...more,
      },
    },
    { as },
  );
const rule = (blocks: string, graceDays = 30, as = coordinator) =>
  app.graphql(RULE, { input: { communityId: place.id, blocks, graceDays } }, { as });
const seen = async (as: string) => (await app.ok(MINE, { slug: place.slug }, { as }))['community'];
const lines = async (of: string, as = coordinator, more: object = {}) =>
  (await app.ok(LINES, { slug: place.slug, of, ...more }, { as }))['community'].feeLines;
const start = (as: string) =>
  app.graphql(
    START,
    { input: { communityId: place.id, title: 'A question', body: plainToRichText('How do you do it?'), mutationKey: key() } },
    { as },
  );
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

describe('fees', () => {
  it('are notes that keep nobody from anything, seen by the person concerned and by coordinators alone', async () => {
    expect((await note({ amount: '120', currency: 'EUR', dueOn: '2026-03-01', note: 'By transfer.' })).data['noteFees'].feePeriods).toEqual(
      ['2026'],
    );
    const mine = { period: '2026', state: 'UNPAID', amount: '120.00', currency: 'EUR', dueOn: '2026-03-01', note: 'By transfer.' };
    expect((await seen(member)).viewerFees).toMatchObject([{ ...mine, stopsOn: null, isStopping: false }]);
    const other = (await buildMembership(app, { communityId: place.id })).personId;
    const facilitator = (await buildMembership(app, { communityId: place.id, role: MembershipRole.FACILITATOR })).personId;
    const outsider = (await buildPerson(app)).id;
    for (const as of [other, facilitator, outsider]) {
      expect(await seen(as)).toMatchObject({ viewerFees: [], feePeriods: [] });
      expect((await lines('MEMBERS', as)).nodes).toEqual([]);
    }
    expect((await lines('MEMBERS')).nodes).toEqual(
      expect.arrayContaining([expect.objectContaining({ payerId: membershipId, fee: { state: 'UNPAID', amount: '120.00' } })]),
    );
    app.clock.set(inDays(400));
    expect((await start(member)).errors).toBeUndefined();
  });

  it('keeps what is not said again, and lists by state', async () => {
    await note({ amount: '120.50', currency: 'EUR' });
    await note({ state: 'PAID' });
    expect((await seen(member)).viewerFees).toMatchObject([{ state: 'PAID', amount: '120.50', currency: 'EUR' }]);
    expect((await lines('MEMBERS', coordinator, { state: 'PAID' })).nodes).toHaveLength(1);
    expect((await lines('MEMBERS', coordinator, { state: 'UNPAID' })).nodes).toHaveLength(0);
    expect((await lines('MEMBERS', coordinator, { state: 'NOT_ASKED' })).nodes).toHaveLength(1);
    const page = await lines('MEMBERS', coordinator, { first: 1 });
    expect(page.pageInfo.hasNextPage).toBe(true);
    const rest = await lines('MEMBERS', coordinator, { first: 1, after: page.pageInfo.endCursor });
    expect(rest.nodes[0].payerId).not.toBe(page.nodes[0].payerId);
  });

  it('keep from new posts only where the community says so, after the grace period, and not from the rest', async () => {
    const {
      data: { startThread: thread },
    } = await start(coordinator);
    await note({ dueOn: '2026-01-01' });
    await rule('NEW_POSTS', 30);
    const reply = (as: string) =>
      app.graphql(REPLY, { input: { threadId: thread.id, body: plainToRichText('Like this.'), mutationKey: key() } }, { as });
    expect((await reply(member)).errors).toBeUndefined();
    expect((await seen(member)).viewerFees).toMatchObject([{ isStopping: false, stopsOn: inDays(30).toISOString().slice(0, 10) }]);
    app.clock.set(inDays(31));
    expect((await seen(member)).viewerFees).toMatchObject([{ isStopping: true }]);
    expect((await reply(member)).errors?.[0]?.extensions.code).toBe('FEE_UNPAID');
    expect((await start(member)).errors?.[0]?.extensions.code).toBe('FEE_UNPAID');
    const nameless = { threadId: thread.id, body: plainToRichText('Quietly.'), isUnattributed: true, mutationKey: key() };
    expect(await app.refusal(REPLY, { input: nameless }, { as: member })).toBe('FEE_UNPAID');
    const THREAD = `query ($id: ID!) { thread(id: $id) { title } }`;
    expect((await app.ok(THREAD, { id: thread.id }, { as: member }))['thread'].title).toBe('A question');
    expect((await reply(coordinator)).errors).toBeUndefined();
    await note({ state: 'WAIVED' });
    expect((await reply(member)).errors).toBeUndefined();
    await note({ state: 'UNPAID' });
    app.clock.set(inDays(92));
    expect((await reply(member)).errors?.[0]?.extensions.code).toBe('FEE_UNPAID');
    await rule('NOTHING');
    expect((await reply(member)).errors).toBeUndefined();
  });

  it('of an organisation are seen by those who act for it, and concern its people unless their own is settled', async () => {
    const organisation = await buildOrganisation(app);
    const { personId, id } = await buildMembership(app, { communityId: place.id, organisationId: organisation.id });
    await buildSeat(app, { personId, organisationId: organisation.id, hasMandate: true });
    await note({ membershipIds: [], organisationIds: [organisation.id] });
    await rule('NEW_POSTS', 14);
    expect((await seen(personId)).viewerFees).toMatchObject([{ state: 'UNPAID', organisationName: organisation.name }]);
    expect((await seen(member)).viewerFees).toEqual([]);
    expect((await lines('ORGANISATIONS')).nodes).toMatchObject([{ name: organisation.name, fee: { state: 'UNPAID' } }]);
    app.clock.set(inDays(15));
    expect((await start(personId)).errors?.[0]?.extensions.code).toBe('FEE_UNPAID');
    await note({ membershipIds: [id], state: 'PAID' });
    expect((await start(personId)).errors).toBeUndefined();
  });

  it('tell whoever is asked, once', async () => {
    await note();
    await app.jobsDone();
    const NOTICES = `query { notifications { nodes { kind path reason } } }`;
    const { notifications } = await app.ok(NOTICES, {}, { as: member });
    expect(notifications.nodes).toMatchObject([{ kind: 'FEE_ASKED', path: `/c/${place.slug}#fees`, reason: 'YOU_ARE_ASKED' }]);
    await note({ state: 'PAID' });
    await app.jobsDone();
    expect((await app.ok(NOTICES, {}, { as: member }))['notifications'].nodes).toHaveLength(1);
  });

  it('are noted by coordinators, of those who are here', async () => {
    expect((await note({}, member)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await rule('NEW_POSTS', 30, member)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const elsewhere = (await buildMembership(app)).id;
    await note({ membershipIds: [elsewhere], organisationIds: [(await buildOrganisation(app)).id] });
    expect(await app.sql('select 1 from fee where community_id = $1', [place.id])).toEqual([]);
  });

  it.each([
    ['an amount in words', { amount: 'much' }, 'amount'],
    ['an amount without a currency', { amount: '12' }, 'currency'],
    ['a currency of nowhere', { amount: '12', currency: 'euro' }, 'currency'],
    ['a day that does not exist', { dueOn: '2026-02-31' }, 'dueOn'],
    ['no period', { period: ' ' }, 'period'],
  ])('refuse %s at the field', async (_, more, path) => {
    expect((await note(more)).errors?.[0]?.extensions.fields[0]?.path).toBe(path);
  });

  it('gives people at least two weeks', async () => {
    expect((await rule('NEW_POSTS', 1)).errors?.[0]?.extensions.fields[0]?.path).toBe('graceDays');
  });
});
