import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { ConfidentialityLevel, MembershipRole, Visibility } from '#domain/communities';
import { OrganisationType } from '#domain/people';
import { buildCommunity, buildMembership } from '../../communities/testing.js';
import { buildPost, buildThread } from '../../discussions/testing.js';
import { buildOrganisation, buildPerson, buildSeat } from '../../people/testing.js';
import { mixesOf } from './mixes.js';

let app: TestApp;
let communityId: string;
let coordinator: string;
let member: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  communityId = (await buildCommunity(app, { visibility: Visibility.MEMBERS })).id;
  coordinator = (await buildMembership(app, { communityId, role: MembershipRole.COORDINATOR })).personId;
  member = (await buildMembership(app, { communityId })).personId;
});

const PARTS = `isForMembers viewerMayEdit mixes { mix total shares { key count wishedPercent isMissing } } weeks { begins threads posts sessions }
  months { begins joined left } repertoire { threads needs sessions positions } crossBorder { threads across }`;
const HEALTH = `query ($id: ID!) { communityHealth(communityId: $id) { ${PARTS} } }`;
const WISH = `mutation ($input: SetWishedMixInput!) { setWishedMix(input: $input) { ${PARTS} } }`;
const SHARE = `mutation ($input: ShareHealthInput!) { shareCommunityHealth(input: $input) { isForMembers viewerMayEdit } }`;
const health = async (as = coordinator) => (await app.ok(HEALTH, { id: communityId }, { as }))['communityHealth'];

describe('the health of a community', () => {
  it('counts organisations and members, hides small numbers and what they could be computed from', async () => {
    for (const [type, country, many] of [
      ['NGO', 'PT', 8],
      ['MIGRANT_LED', 'PL', 2],
      ['RESEARCH', 'FI', 9],
    ] as const) {
      for (let one = 0; one < many; one++) {
        const organisation = await buildOrganisation(app, { type: type as OrganisationType, country });
        await buildMembership(app, { communityId, organisationId: organisation.id });
      }
    }
    const { mixes } = await health();
    const shares = (mix: string) => mixes.find((one: { mix: string }) => one.mix === mix);
    expect(shares('ORGANISATIONS_BY_TYPE')).toMatchObject({
      total: 19,
      shares: [
        { key: 'MIGRANT_LED', count: null },
        { key: 'NGO', count: null },
        { key: 'RESEARCH', count: 9 },
      ],
    });
    // Two who speak for no organisation beside two of migrant-led ones: four can be shared out in three ways.
    expect(shares('MEMBERS_BY_TYPE')).toMatchObject({ total: 21 });
    expect(shares('MEMBERS_BY_TYPE').shares.map(({ count }: { count: number | null }) => count)).toEqual([null, null, 8, 9]);
    expect(JSON.stringify(mixes)).not.toMatch(/"count":[1-4]\b/);
  });

  it('shows what is wished beside what is there, and what is missing', async () => {
    const input = { communityId, mix: 'ORGANISATIONS_BY_TYPE', shares: [{ key: 'MIGRANT_LED', percent: 25 }] };
    const { mixes } = (await app.ok(WISH, { input }, { as: coordinator }))['setWishedMix'];
    expect(mixes[0].shares).toEqual([{ key: 'MIGRANT_LED', count: 0, wishedPercent: 25, isMissing: true }]);
    const wrong = { ...input, shares: [...input.shares, { key: 'NGO', percent: 80 }] };
    const answer = await app.graphql(WISH, { input: wrong }, { as: coordinator });
    expect(answer.errors?.[0]?.extensions.fields[0]).toMatchObject({ path: 'shares', code: 'MORE_THAN_ALL' });
    expect(await app.refusal(WISH, { input }, { as: member })).toBe('FORBIDDEN');
    expect((await app.ok(WISH, { input: { ...input, shares: [] } }, { as: coordinator }))['setWishedMix'].mixes[0].shares).toEqual([]);
  });

  it('is for facilitators, and for members where coordinators say so', async () => {
    const outsider = (await buildPerson(app)).id;
    const facilitator = (await buildMembership(app, { communityId, role: MembershipRole.FACILITATOR })).personId;
    expect((await health(facilitator)).viewerMayEdit).toBe(false);
    expect(await app.refusal(HEALTH, { id: communityId }, { as: member })).toBe('FORBIDDEN');
    expect(await app.refusal(SHARE, { input: { communityId, isForMembers: true } }, { as: facilitator })).toBe('FORBIDDEN');
    await app.ok(SHARE, { input: { communityId, isForMembers: true } }, { as: coordinator });
    expect(await health(member)).toMatchObject({ isForMembers: true, viewerMayEdit: false });
    expect(await app.refusal(HEALTH, { id: communityId }, { as: outsider })).toBe('FORBIDDEN');
    expect(await app.refusal(SHARE, { input: { communityId, isForMembers: true } }, { as: outsider })).toBe('NOT_FOUND');
    expect(await app.refusal(HEALTH, { id: communityId })).toBe('UNAUTHENTICATED');
  });

  it('counts by week and month, each coming and going once, and nothing of groups', async () => {
    const createdAt = new Date();
    const thread = await buildThread(app, { communityId, authorId: member, level: ConfidentialityLevel.COMMUNITY, createdAt });
    await buildPost(app, { threadId: thread.id, authorId: coordinator, createdAt });
    const { foundGroup: group } = await app.ok(
      'mutation ($input: FoundGroupInput!) { foundGroup(input: $input) { id } }',
      { input: { communityId, name: 'A closed room', purpose: 'To talk among ourselves.', isHidden: false, joinPolicy: 'BY_INVITATION' } },
      { as: coordinator },
    );
    await buildThread(app, { communityId, authorId: coordinator, groupId: group.id, level: ConfidentialityLevel.GROUP, createdAt });
    const leaver = (await buildPerson(app)).id;
    for (const [name, input] of [
      ['joinCommunity', 'JoinCommunityInput'],
      ['leaveCommunity', 'LeaveCommunityInput'],
    ]) {
      const inner = name === 'joinCommunity' ? '{ community { id } }' : '{ id }';
      await app.ok(`mutation ($input: ${input}!) { ${name}(input: $input) ${inner} }`, { input: { communityId } }, { as: leaver });
    }
    await app.jobsDone();
    const { weeks, months, repertoire, crossBorder } = await health();
    expect([weeks.length, months.length]).toEqual([26, 12]);
    expect(weeks.at(-1)).toMatchObject({ threads: 1, posts: 2, sessions: 0 });
    expect(repertoire).toEqual({ threads: 1, needs: 0, sessions: 0, positions: 0 });
    expect(crossBorder).toEqual({ threads: 1, across: null });
    expect(months.at(-1)).toMatchObject({ joined: null, left: null });
    const [noted] = await app.sql(
      `select count(*) filter (where by = 1)::int as came, count(*) filter (where by = -1)::int as went
      from membership_change where community_id = $1`,
      [communityId],
    );
    expect(noted).toEqual({ came: 1, went: 1 });
  });

  it('counts discussions in which two countries met, and no person', async () => {
    const speakers = await Promise.all(
      ['PT', 'PL'].map(async (country) => {
        const organisation = await buildOrganisation(app, { country });
        const seat = await buildSeat(app, { organisationId: organisation.id });
        await buildMembership(app, { communityId, organisationId: organisation.id, personId: seat.personId });
        return seat.personId;
      }),
    );
    for (let one = 0; one < 6; one++) {
      const thread = await buildThread(app, { communityId, authorId: speakers[0], createdAt: new Date() });
      await buildPost(app, { threadId: thread.id, authorId: speakers[1] });
    }
    const found = await health();
    expect(found.crossBorder).toEqual({ threads: 6, across: 6 });
    expect(JSON.stringify(found)).not.toContain(speakers[0]);
  });
});

it('a wish is missed below half of it, and never where the count is hidden', () => {
  const of = (count: number, percent: number) =>
    mixesOf(
      [
        { mix: 'ORGANISATIONS_BY_TYPE', key: 'NGO', count },
        { mix: 'ORGANISATIONS_BY_TYPE', key: 'RESEARCH', count: 100 - count },
      ],
      [{ mix: 'ORGANISATIONS_BY_TYPE', key: 'NGO', percent }],
    )[0]?.shares[0]?.isMissing;
  expect([of(10, 30), of(10, 21), of(10, 20), of(10, 5), of(3, 100)]).toEqual([true, true, false, false, false]);
});
