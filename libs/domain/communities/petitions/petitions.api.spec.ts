import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildPerson } from '../../people/testing.js';
import { MembershipRole } from '../community.enums.js';
import { buildCommunity, buildMembership } from '../testing.js';

let app: TestApp;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.stop());

const PARTS = `id state supporterCount threshold viewerSupports viewerCan reason opened { id parent { id } memberCount task }`;
const START = `mutation ($input: StartPetitionInput!) { startPetition(input: $input) { ${PARTS} } }`;
const SUPPORT = `mutation ($input: SupportPetitionInput!) { supportPetition(input: $input) { ${PARTS} } }`;
const ANSWER = `mutation ($input: AnswerPetitionInput!) { answerPetition(input: $input) { ${PARTS} } }`;
const WITHDRAW = `mutation ($input: WithdrawPetitionInput!) { withdrawPetition(input: $input) { ${PARTS} } }`;
const THRESHOLD = `mutation ($input: SetPetitionThresholdInput!) { setPetitionThreshold(input: $input) { petitionThreshold } }`;
const LIST = `query ($slug: String!) { community(slug: $slug) { petitions { id state } } }`;

async function scene(threshold = 3) {
  const community = await buildCommunity(app);
  const coordinator = (await buildMembership(app, { communityId: community.id, role: MembershipRole.COORDINATOR })).personId;
  const members = await Promise.all(
    Array.from({ length: 6 }, async () => (await buildMembership(app, { communityId: community.id })).personId),
  );
  await app.ok(THRESHOLD, { input: { communityId: community.id, threshold } }, { as: coordinator });
  const [asks = ''] = members;
  const input = {
    communityId: community.id,
    kind: 'TASK_FORCE',
    title: 'Housing task force',
    task: 'One answer to the new law on housing.',
    endsOn: '2031-01-31',
    openUntil: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  };
  const { startPetition } = await app.ok(START, { input }, { as: asks });
  return { community, coordinator, members, asks, input, petitionId: startPetition.id as string };
}
const support = (petitionId: string, as: string, isSupported = true) =>
  app.graphql(SUPPORT, { input: { petitionId, isSupported } }, { as });

it('opens at the threshold exactly once, however many come at the same moment', async () => {
  const { community, members, asks, petitionId } = await scene();
  await Promise.all(members.slice(1).map((as) => support(petitionId, as)));
  const opened = await app.sql<{ id: string; task: string; member_count: number }>(
    'select id, task, member_count from community where parent_id = $1',
    [community.id],
  );
  expect(opened).toHaveLength(1);
  expect(opened[0]).toMatchObject({ task: 'One answer to the new law on housing.', member_count: 3 });
  expect(await app.sql('select person_id from membership where community_id = $1 and role = $2', [opened[0]?.id, 'COORDINATOR'])).toEqual([
    { person_id: asks },
  ]);
  const [last = ''] = members.slice(-1);
  expect((await support(petitionId, last)).errors?.[0]?.extensions.code).toBe('PETITION_IS_OVER');
});

it('is for members; support can be taken back', async () => {
  const { community, members, petitionId } = await scene();
  const outsider = (await buildPerson(app)).id;
  expect((await support(petitionId, outsider)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await app.ok(LIST, { slug: community.slug }, { as: outsider })).community.petitions).toEqual([]);
  const [, second = ''] = members;
  expect((await support(petitionId, second)).data['supportPetition']).toMatchObject({
    supporterCount: 2,
    viewerSupports: true,
    state: 'OPEN',
  });
  expect((await support(petitionId, second, false)).data['supportPetition']).toMatchObject({ supporterCount: 1, viewerSupports: false });
});

it('is granted or refused by coordinators, with a reason, and taken back by whoever asked', async () => {
  const { coordinator, members, asks, petitionId, input } = await scene();
  const [, second = ''] = members;
  expect(await app.refusal(ANSWER, { input: { petitionId, grant: true } }, { as: second })).toBe('FORBIDDEN');
  expect(await app.refusal(ANSWER, { input: { petitionId, grant: false } }, { as: coordinator })).toBe('INVALID');
  const { answerPetition } = await app.ok(
    ANSWER,
    { input: { petitionId, grant: false, reason: 'We have such a group.' } },
    { as: coordinator },
  );
  expect(answerPetition).toMatchObject({ state: 'REFUSED', reason: 'We have such a group.', viewerCan: [] });
  const again = (await app.ok(START, { input }, { as: asks })).startPetition.id as string;
  expect(await app.refusal(WITHDRAW, { input: { petitionId: again } }, { as: second })).toBe('FORBIDDEN');
  expect((await app.ok(WITHDRAW, { input: { petitionId: again } }, { as: asks })).withdrawPetition.state).toBe('WITHDRAWN');
  const third = (await app.ok(START, { input }, { as: asks })).startPetition.id as string;
  expect((await app.ok(ANSWER, { input: { petitionId: third, grant: true } }, { as: coordinator })).answerPetition).toMatchObject({
    state: 'GRANTED',
    opened: { memberCount: 1 },
  });
});

it('ends by itself when its time is over', async () => {
  const { members, petitionId } = await scene();
  await app.sql(`update petition set open_until = now() - interval '1 minute' where id = $1`, [petitionId]);
  expect((await support(petitionId, members[1] ?? '')).errors?.[0]?.extensions.code).toBe('PETITION_IS_OVER');
});

it.each([
  ['another kind', { kind: 'NETWORK' }],
  ['no end of a task force', { endsOn: null }],
  ['a time that is over', { openUntil: '2020-01-01T00:00:00Z' }],
  ['a time too far away', { openUntil: '2050-01-01T00:00:00Z' }],
])('refuses %s', async (_, changed) => {
  const { asks, input } = await scene();
  expect(['INVALID', 'IN_THE_PAST']).toContain(await app.refusal(START, { input: { ...input, ...changed } }, { as: asks }));
});
