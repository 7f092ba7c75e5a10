import fc from 'fast-check';
import { startTestApp, type TestApp } from '../../apps/api/testing.js';
import { MembershipRole } from '#domain/communities';
import { SearchIndex } from '#domain/search';
import { buildMembership } from '../../libs/domain/communities/testing.js';
import { buildPerson } from '../../libs/domain/people/testing.js';
import { metBy } from './leaks/walk.js';
import { build, examplePlan, type Plan, plans, type World } from './leaks/world.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

const MERGE = 'mutation ($input: MergeCommunitiesInput!) { mergeCommunities(input: $input) { id } }';
const ruleOf = (from: boolean, into: boolean) => (!from ? 'ALL_IN_GROUP' : into ? 'OPEN_STAYS_OPEN' : 'OPEN_FOR_MEMBERS');

/** The ids of a community of the world, by its index. */
const idOf = (world: World, at: number): string =>
  String(world.places.find(({ canaries }) => canaries.some(({ community }) => community === at))?.values['communityId']);

async function merge(world: World, both: string, from: number, into: number): Promise<string> {
  const [fromId, intoId] = [idOf(world, from), idOf(world, into)];
  const [row] = await app.sql<{ name: string }>('select name from community where id = $1', [fromId]);
  const { communities } = world.plan;
  const rule = ruleOf(communities[from]?.isPublic === true, communities[into]?.isPublic === true);
  await app.ok(MERGE, { input: { communityId: fromId, intoId, rule, keepRoles: false, confirmation: row?.name } }, { as: both });
  const [group] = await app.sql<{ id: string }>('select id from community_group where continues_id = $1', [fromId]);
  return group?.id ?? '';
}

/** Every place, asked for where it was, where it is, and in the group that goes on. */
function ways(world: World, groupId: string) {
  const all = world.places.map(({ values }) => values);
  const communityIds = [...new Set(all.map(({ communityId }) => communityId))];
  const inGroup = {
    'group.id': groupId,
    'threads.groupId': groupId,
    'sessions.groupId': groupId,
    'needs.groupId': groupId,
    'positions.groupId': groupId,
  };
  const lists = communityIds.flatMap((communityId) => {
    const there = {
      'threads.communityId': communityId,
      'sessions.communityId': communityId,
      'needs.communityId': communityId,
      'positions.communityId': communityId,
    };
    return [
      { ...all[0], communityId, ...there },
      { ...all[0], communityId, ...there, ...inGroup },
    ];
  });
  return [...all, ...lists].map((values) => ({ values }));
}

async function isKeptIn(plan: Plan, from: number, into: number): Promise<void> {
  const world = await build(app, plan);
  await world.removals();
  const author = String(world.places.find(({ canaries }) => canaries.some(({ community }) => community === from))?.values['person.id']);
  const both = (await buildPerson(app)).id;
  for (const at of [from, into])
    await buildMembership(app, { communityId: idOf(world, at), personId: both, role: MembershipRole.COORDINATOR });
  const words = world.canaries.map(({ word }) => word);
  const people = [null, ...world.viewers, author];
  // What is found by then is found before.
  await app.get(SearchIndex).rebuild();
  const before = await metBy(app, people, world.places, words);
  const groupId = await merge(world, both, from, into);
  const after = await metBy(app, people, ways(world, groupId), words);
  const name = (word: string) => {
    const canary = world.canaries.find((known) => known.word === word);
    return `${canary?.thing} ${canary?.level} of ${canary?.community === from ? 'the old' : 'the other'} community`;
  };
  const wasIn = (at: number) => at === people.length - 1 || (at > 0 && isIn(plan, at - 1, from));
  // Who comes is a member of the other one: what is there for its members, and nothing of its groups but the names of those that all know.
  const isForNewcomers = (word: string) => {
    const canary = world.canaries.find((known) => known.word === word);
    if (canary?.community !== into) return false;
    return canary.thing === 'group' ? plan.communities[into]?.groups[canary.group ?? 0]?.isHidden === false : canary.group === null;
  };
  const gained = people.flatMap((who, at) =>
    [...(after.get(who) ?? [])]
      .filter((word) => !before.get(who)?.has(word) && !(wasIn(at) && isForNewcomers(word)))
      .map((word) => `${at}: ${name(word)}`),
  );
  expect(gained).toEqual([]);
  // Whoever was in the old community has all of it still; that it has groups is known to those in them.
  const ofOld = (word: string) =>
    world.canaries.some((known) => known.word === word && known.community === from && known.thing !== 'group');
  const inside = people.filter((_, at) => wasIn(at));
  const lost = inside.flatMap((who) => [...(before.get(who) ?? [])].filter((word) => ofOld(word) && !after.get(who)?.has(word)).map(name));
  expect(lost).toEqual([]);
  expect([...(before.get(author) ?? [])].some(ofOld)).toBe(true);
}
const isIn = ({ viewers }: Plan, viewer: number, at: number) =>
  ['MEMBER', 'FACILITATOR', 'COORDINATOR'].includes(viewers[viewer]?.at[at]?.standing ?? 'NONE');

describe('two communities that merge', () => {
  it.each([
    ['a public one into a closed one', 0, 1],
    ['a closed one into a public one', 1, 0],
  ])(
    'show nobody what they could not read, and keep everything for those who could: %s',
    async (_, from, into) => {
      await isKeptIn(examplePlan, from, into);
    },
    240_000,
  );

  it('in any world', async () => {
    await fc.assert(
      fc.asyncProperty(plans, (plan) => isKeptIn(plan, 0, 1)),
      { numRuns: Number(process.env['LEAK_WORLDS'] ?? 1), endOnFailure: true },
    );
  }, 240_000);
});
