import { createHash, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startTestApp, type TestApp } from '../../apps/api/testing.js';
import { buildMembership } from '../../libs/domain/communities/testing.js';
import { buildThread } from '../../libs/domain/discussions/testing.js';
import { buildPerson } from '../../libs/domain/people/testing.js';

const OWN = '{ viewer { id } }';
const HASH = createHash('sha256').update(OWN).digest('hex');

let limited: TestApp;
let trusted: TestApp;
beforeAll(async () => {
  limited = await startTestApp({ WRITING_LIMITS: 'on' });
  const web = mkdtempSync(join(tmpdir(), 'throughline-web-'));
  writeFileSync(join(web, 'persisted-documents.json'), JSON.stringify({ [HASH]: OWN }));
  trusted = await startTestApp({ GRAPHQL_QUERIES: 'trusted' }, web);
}, 60_000);
afterAll(async () => {
  await limited?.stop();
  await trusted?.stop();
});

interface Sent {
  payload: string | Buffer;
  headers?: Record<string, string>;
}
async function send(app: TestApp, body: Sent | object, headers: Record<string, string> = {}) {
  const sent = 'payload' in body ? (body as Sent) : { payload: JSON.stringify(body) };
  const response = await app.nest.inject({
    method: 'POST',
    url: '/graphql',
    payload: sent.payload,
    headers: { 'content-type': 'application/json', origin: app.config.baseUrl, ...sent.headers, ...headers },
  });
  const answer = response.json() as { data?: unknown; errors?: { message: string; extensions: { code: string } }[] };
  return { status: response.statusCode, answer, code: answer.errors?.[0]?.extensions.code };
}

describe('free queries', () => {
  it.each([
    ['more tokens than a page needs', `{ ${Array.from({ length: 1_100 }, () => 'viewer { id }').join(' ')} }`],
    ['many aliases', `{ ${Array.from({ length: 20 }, (_, n) => `a${n}: viewer { id }`).join(' ')} }`],
    ['many directives', `{ viewer { id ${'@include(if: true) '.repeat(60)} } }`],
    [
      'depth',
      `{ communities { nodes { members { nodes { community { members { nodes { community { members { nodes { community { members { nodes { id } } } } } } } } } } } } }`,
    ],
    [
      'cost',
      `{ communities(first: 100) { nodes { members(first: 100) { nodes { community { members(first: 100) { nodes { id } } } } } } } }`,
    ],
    ['10 kB', `{ viewer { id } } #${'x'.repeat(10_001)}`],
    ['circles of fragments', `{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }`],
  ])('are refused for %s', async (_, query) => {
    const { status, code } = await send(limited, { query });
    expect(status).toBe(400);
    expect(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', 'BAD_REQUEST']).toContain(code);
  });

  it('do not come in batches, by GET, or from elsewhere', async () => {
    expect(await send(limited, [{ query: OWN }, { query: OWN }])).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    const got = await limited.nest.inject({ method: 'GET', url: `/graphql?query=${encodeURIComponent(OWN)}` });
    expect(got.statusCode).toBeGreaterThanOrEqual(400);
    expect(got.statusCode).toBeLessThan(500);
    expect(got.body).not.toContain('"data":{');
    expect(await send(limited, { query: OWN }, { origin: 'https://evil.example' })).toMatchObject({ status: 403, code: 'FOREIGN_ORIGIN' });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const { status, answer } = await send(limited, { query: OWN }, { 'content-type': type });
      expect([type, status >= 400 && status < 500, answer.data ?? null]).toEqual([type, true, null]);
    }
  });
});

describe('trusted documents', () => {
  it('run by their hash and nothing else does', async () => {
    expect(await send(trusted, { documentId: HASH })).toMatchObject({ status: 200, answer: { data: { viewer: null } } });
    for (const documentId of ['0'.repeat(64), HASH.toUpperCase(), '__proto__', 'constructor', '', null, 7, [HASH]]) {
      expect([documentId, (await send(trusted, { documentId })).code]).toEqual([documentId, 'UNKNOWN_DOCUMENT']);
    }
    expect((await send(trusted, { query: OWN })).code).toBe('FREE_QUERIES_CLOSED');
    expect((await send(trusted, { query: '{ __schema { types { name } } }' })).code).toBe('FREE_QUERIES_CLOSED');
  });

  it('cannot be added to: whoever sends a query with its hash is refused, and the hash stays unknown', async () => {
    const query = '{ __typename }';
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    expect((await send(trusted, { query, extensions })).code).toBe('FREE_QUERIES_CLOSED');
    expect((await send(trusted, { extensions })).code).toBe('FREE_QUERIES_CLOSED');
    expect((await send(trusted, { documentId: sha256Hash, query, extensions })).code).toBe('UNKNOWN_DOCUMENT');
    expect((await send(limited, { extensions })).code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });

  it('leave an API token its own queries, under limits, but no view of the whole schema', async () => {
    const person = await buildPerson(trusted);
    const token = `tl_${randomUUID().replaceAll('-', '')}${randomUUID().replaceAll('-', '')}`;
    await trusted.sql(
      `insert into api_token (person_id, name, token_hash, created_at, expires_at) values ($1, 'A program', $2, now(), '2200-01-01')`,
      [person.id, createHash('sha256').update(token).digest()],
    );
    const bearer = { authorization: `Bearer ${token}` };
    expect(await send(trusted, { query: OWN }, bearer)).toMatchObject({ status: 200, answer: { data: { viewer: { id: person.id } } } });
    const { status, answer } = await send(trusted, { query: '{ __schema { types { name } } }' }, bearer);
    expect([status, JSON.stringify(answer).includes('Community')]).toEqual([400, false]);
  });
});

describe('bodies', () => {
  it('of more than 300 kB are refused, also when they come small and grow', async () => {
    expect(await send(limited, { query: OWN, variables: { text: 'x'.repeat(300_001) } })).toMatchObject({ status: 413, code: 'TOO_LARGE' });
    const bomb = gzipSync(JSON.stringify({ query: OWN, variables: { text: 'x'.repeat(50_000_000) } }));
    const { status } = await send(limited, { payload: bomb }, { 'content-encoding': 'gzip' });
    expect([400, 413, 415]).toContain(status);
  });

  it('that trickle hold up nobody else', async () => {
    const url = new URL(await limited.listen());
    const slow = Array.from({ length: 50 }, () => {
      const socket = connect(Number(url.port), url.hostname);
      socket.on('error', () => undefined);
      socket.write(
        `POST /graphql HTTP/1.1\r\nhost: x\r\norigin: ${limited.config.baseUrl}\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{`,
      );
      return socket;
    });
    expect((await send(limited, { query: OWN })).status).toBe(200);
    expect((await fetch(new URL('/health/live', url))).status).toBe(200);
    for (const socket of slow) socket.destroy();
    // Node ends what has not said everything after so many seconds.
    const server = limited.nest.getHttpServer() as { requestTimeout: number; headersTimeout: number };
    expect(server.requestTimeout).toBeGreaterThan(0);
    expect(server.headersTimeout).toBeGreaterThan(0);
  });
});

describe('one person', () => {
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Again' }] }] };

  it('says only so much in so much time, and is told how long to wait', async () => {
    const { communityId, personId } = await buildMembership(limited);
    const other = (await buildMembership(limited, { communityId })).personId;
    const thread = await buildThread(limited, { communityId, authorId: personId });
    const REPLY = 'mutation ($input: ReplyInput!) { reply(input: $input) { id } }';
    const reply = (as: string) => limited.graphql(REPLY, { input: { threadId: thread.id, body } }, { as });
    const codes = [];
    for (let n = 0; n < 61; n++) codes.push((await reply(personId)).errors?.[0]?.extensions);
    expect(codes.slice(0, 60).filter(Boolean)).toEqual([]);
    expect(codes[60]).toMatchObject({ code: 'TOO_MANY', kind: 'TOO_MANY', retryAfterSeconds: expect.any(Number) });
    expect((await reply(other)).errors).toBeUndefined();
  });

  it('starts only so many conversations', async () => {
    const { communityId, personId } = await buildMembership(limited);
    const START = 'mutation ($input: StartThreadInput!) { startThread(input: $input) { id } }';
    const codes = [];
    for (let n = 0; n < 21; n++)
      codes.push(
        (await limited.graphql(START, { input: { communityId, title: `Thread ${n}`, body } }, { as: personId })).errors?.[0]?.extensions
          .code,
      );
    expect(codes).toEqual([...Array(20).fill(undefined), 'TOO_MANY']);
  });
});
