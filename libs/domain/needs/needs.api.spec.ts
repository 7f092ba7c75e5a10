import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import { Visibility } from '../communities/community.enums.js';
import { buildPerson } from '../people/testing.js';
import { buildNeed } from './testing.js';

interface ShownPage {
  nodes: { statement: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const RAISE = `mutation ($input: RaiseNeedInput!) { raiseNeed(input: $input) { id statement sessionCount createdAt raisedBy { id name } community { id name } } }`;
const LIST = `query ($communityId: ID!, $first: PageSize, $after: String) { needs(communityId: $communityId, first: $first, after: $after) {
  nodes { id statement sessionCount raisedBy { name } community { name } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;

describe('raising a need', () => {
  it('is what a member does, in words; the need is told and listed', async () => {
    const { communityId, personId } = await buildMembership(app);
    const statement = '  How do we teach adults who never went to school?  ';
    const { raiseNeed } = await app.ok(RAISE, { input: { communityId, statement } }, { as: personId });
    expect(raiseNeed).toMatchObject({
      statement: statement.trim(),
      sessionCount: 0,
      raisedBy: { id: personId },
      community: { id: communityId },
    });
    const { needs } = await app.ok(LIST, { communityId });
    expect(needs.nodes.map((need: { id: string }) => need.id)).toEqual([raiseNeed.id]);
    const [event] = await app.sql(`select payload from event where name = 'needs.need-raised' and payload->>'needId' = $1`, [raiseNeed.id]);
    expect(event?.['payload']).toEqual({ needId: raiseNeed.id, communityId, raisedById: personId });
  });

  it('happens once, however often it is sent with one key', async () => {
    const { communityId, personId } = await buildMembership(app);
    const input = { communityId, statement: 'Where do we find interpreters at night?', mutationKey: 'press-press-1' };
    const answers = await Promise.all([1, 2, 3].map(() => app.ok(RAISE, { input }, { as: personId })));
    expect(new Set(answers.map((answer) => answer['raiseNeed'].id)).size).toBe(1);
    expect(await app.sql('select id from need where community_id = $1', [communityId])).toHaveLength(1);
  });

  it('is refused to strangers, to other people, and for what is not there', async () => {
    const { id: communityId } = await buildCommunity(app, { visibility: Visibility.MEMBERS });
    const someone = (await buildPerson(app)).id;
    const input = { communityId, statement: 'Where do we find interpreters at night?' };
    expect(await app.refusal(RAISE, { input })).toBe('UNAUTHENTICATED');
    expect(await app.refusal(RAISE, { input }, { as: someone })).toBe('FORBIDDEN');
    const nowhere = { ...input, communityId: '00000000-0000-4000-8000-000000000000' };
    expect(await app.refusal(RAISE, { input: nowhere }, { as: someone })).toBe('NOT_FOUND');
  });

  it.each([
    ['communityId', { communityId: 'x' }],
    ['statement', { statement: 'Too short' }],
    ['statement', { statement: '          \n        ' }],
    ['statement', { statement: 'x'.repeat(501) }],
    ['statement', { statement: 'A null \0 character inside' }],
    ['mutationKey', { mutationKey: 'short' }],
  ])('names the field %s (%#)', async (path, wrong) => {
    const { communityId, personId } = await buildMembership(app);
    const input = { communityId, statement: 'Where do we find interpreters at night?', ...wrong };
    const { errors } = await app.graphql(RAISE, { input }, { as: personId });
    expect(errors?.[0]?.extensions).toMatchObject({ kind: 'INVALID', fields: [{ path }] });
  });
});

describe('the list', () => {
  it('is newest first, page by page, with a fixed number of statements', async () => {
    const { communityId, personId } = await buildMembership(app);
    for (let minute = 10; minute < 35; minute++) {
      await buildNeed(app, {
        communityId,
        raisedById: personId,
        statement: `Need number ${minute} here`,
        createdAt: new Date(`2026-02-01T10:${minute}:00Z`),
      });
    }
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { needs }: { needs: ShownPage } = await app.ok(LIST, { communityId, first: 10, after }, { as: personId });
      seen.push(...needs.nodes.map((need: { statement: string }) => need.statement));
      ({ endCursor: after, hasNextPage: more } = needs.pageInfo);
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => `Need number ${34 - index} here`));
    // Who asks, the community, its needs, their people, their community.
    expect(await app.statements(() => app.ok(LIST, { communityId, first: 20 }, { as: personId }))).toHaveLength(5);
  });

  it('of a public community is for everybody, of a closed one for its members', async () => {
    const open = await buildNeed(app);
    expect((await app.ok(LIST, { communityId: open.communityId })).needs.nodes).toHaveLength(1);
    const { id: communityId } = await buildCommunity(app, { visibility: Visibility.MEMBERS });
    const closed = await buildNeed(app, { communityId });
    expect((await app.ok(LIST, { communityId }, { as: closed.raisedById })).needs.nodes).toHaveLength(1);
    expect(await app.refusal(LIST, { communityId }, { as: open.raisedById })).toBe('NOT_FOUND');
    expect(await app.refusal(LIST, { communityId })).toBe('NOT_FOUND');
  });

  it.each([
    ['after', { after: 'garbage' }],
    ['first', { first: 0 }],
    ['first', { first: 101 }],
  ])('refuses a wrong %s', async (path, wrong) => {
    const { communityId } = await buildNeed(app);
    const { errors } = await app.graphql(LIST, { communityId, ...wrong });
    expect(errors?.[0]?.extensions).toMatchObject({ kind: 'INVALID', fields: [{ path }] });
    expect(await app.refusal(LIST, { communityId: 'no-id' })).toBe('NOT_FOUND');
  });
});
