import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { plainToRichText } from '#content';
import { buildCommunity, buildMembership } from '../../domain/communities/testing.js';
import { buildThread } from '../../domain/discussions/testing.js';
import { TrustedDocuments } from './trusted-documents.js';

const LIST = `query ($id: ID!, $first: PageSize, $faces: Boolean = false) { threads(communityId: $id, first: $first) { nodes { id title level createdAt replyCount
  isClosed unreadCount author { ...Line } participants @include(if: $faces) { ...Line } community { name } } pageInfo { endCursor } } } fragment Line on Person { id name }`;
const THREAD = `query ($id: ID!) { thread(id: $id) { id viewerCan posts(first: 3) { edges { node { position body revisions { body } reactions { kind } } } } } }`;
const REPLY = `mutation ($input: ReplyInput!) { reply(input: $input) { position body isRemoved } }`;
const VIEWER = `{ viewer { person { name } memberships { role } } }`;
const COMMUNITY = `query ($slug: String!) { community(slug: $slug) { name viewerMembership { role } } none: community(slug: "there-is-none") { name } }`;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

let app: TestApp;
let slug: string;
let member: string;
let communityId: string;
let threadId: string;

beforeAll(async () => {
  app = await startTestApp();
  ({ id: communityId, slug } = await buildCommunity(app));
  member = (await buildMembership(app, { communityId })).personId;
  threadId = (await buildThread(app, { communityId })).id;
  const file = join(mkdtempSync(join(tmpdir(), 'documents-')), 'persisted-documents.json');
  writeFileSync(file, JSON.stringify(Object.fromEntries([LIST, THREAD, REPLY, VIEWER, COMMUNITY].map((text) => [hash(text), text]))));
  app.get(TrustedDocuments).load(file);
});

afterAll(() => app.stop());

async function send(payload: object, as: string | null): Promise<{ status: number; body: unknown }> {
  const headers = { origin: app.config.baseUrl, ...(as ? { cookie: await app.cookieOf(as) } : {}) };
  const response = await app.nest.inject({ method: 'POST', url: '/graphql', headers, payload });
  // Where in the operation an error arose is told by its path; a constant operation has no lines to point to.
  const body = JSON.parse(response.body, (key, value: unknown) =>
    key === 'locations' || key === 'reference' ? undefined : value,
  ) as unknown;
  return { status: response.statusCode, body };
}

describe('a document of the client', () => {
  it.each<[string, string, () => object, boolean]>([
    ['a list', LIST, () => ({ id: communityId, first: 5 }), true],
    ['a list with what was left out', LIST, () => ({ id: communityId, faces: true }), true],
    ['a thread with batch loaders', THREAD, () => ({ id: threadId }), true],
    ['what a stranger may not see', THREAD, () => ({ id: threadId }), false],
    ['an id that is none', THREAD, () => ({ id: 'x' }), true],
    ['a nullable thing that is not there', COMMUNITY, () => ({ slug }), true],
    ['nobody', VIEWER, () => ({}), false],
    ['somebody', VIEWER, () => ({}), true],
    ['a page that is too large', LIST, () => ({ id: communityId, first: 1000 }), true],
    ['a variable of another kind', LIST, () => ({ id: [communityId] }), true],
    ['no variables where they are needed', LIST, () => ({}), true],
    ['a write by a stranger', REPLY, () => ({ input: { threadId, body: plainToRichText('Yes.') } }), false],
    ['a write with an empty text', REPLY, () => ({ input: { threadId, body: plainToRichText('') } }), true],
    ['a write with an input that is not valid', REPLY, () => ({ input: { threadId: 'x', body: plainToRichText('Yes.') } }), true],
  ])('is answered as the same query is: %s', async (_, text, variables, isMember) => {
    const as = isMember ? member : null;
    const asQuery = await send({ query: text, variables: variables() }, as);
    expect(await send({ documentId: hash(text), variables: variables() }, as)).toEqual(asQuery);
    expect(await send({ documentId: hash(text), variables: variables(), operationName: null, extensions: {} }, as)).toEqual(asQuery);
  });

  it('is refused when nobody knows it', async () => {
    expect((await send({ documentId: hash('{ viewer { id } }') }, member)).status).toBe(400);
  });

  it('does its write once and answers with it', async () => {
    const input = { threadId, body: plainToRichText('Yes, gladly.') };
    const { status, body } = await send({ documentId: hash(REPLY), variables: { input } }, member);
    expect({ status, body }).toEqual({
      status: 200,
      body: { data: { reply: { position: expect.any(Number), body: plainToRichText('Yes, gladly.'), isRemoved: false } } },
    });
    const [{ n }] = (await app.sql(`select count(*)::int as n from post where thread_id = $1 and text = 'Yes, gladly.'`, [threadId])) as [
      { n: number },
    ];
    expect(n).toBe(1);
  });
});
