import { startTestApp, type TestApp } from './testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('the server', () => {
  it('says that it is alive and ready', async () => {
    expect((await app.nest.inject('/health/live')).json()).toEqual({ status: 'ok' });
    const ready = await app.nest.inject('/health/ready');
    expect(ready.json()).toEqual({ status: 'ok', database: 'ok', migrations: 'ok', jobs: 'ok' });
  });

  it('refuses what did not come from its own page', async () => {
    const answer = await app.graphql('{ __typename }', {}, { headers: { origin: 'https://elsewhere.example' } });
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([403, 'FOREIGN_ORIGIN']);
  });

  it.each([
    ['a body that is no JSON', { payload: '{"query":', headers: { 'content-type': 'application/json' } }],
    ['a body of another kind', { payload: '<a/>', headers: { 'content-type': 'text/xml' } }],
    ['an array', { payload: '[]', headers: { 'content-type': 'application/json' } }],
    ['a query that is no text', { payload: '{"query": 7}', headers: { 'content-type': 'application/json' } }],
    ['half a query', { payload: '{"query": "{ viewer {"}', headers: { 'content-type': 'application/json' } }],
    ['an unknown field', { payload: '{"query": "{ nothing }"}', headers: { 'content-type': 'application/json' } }],
    ['an unknown document', { payload: '{"documentId": "0000"}', headers: { 'content-type': 'application/json' } }],
    ['a body too large', { payload: JSON.stringify({ query: 'x'.repeat(400_000) }), headers: { 'content-type': 'application/json' } }],
  ])('refuses %s with a clear error', async (_, { payload, headers }) => {
    const response = await app.nest.inject({
      method: 'POST',
      url: '/graphql',
      payload,
      headers: { ...headers, origin: app.config.baseUrl },
    });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    if (response.statusCode >= 500) throw new Error(response.body);
    expect(response.json().errors[0].extensions.code).not.toBe('INTERNAL');
  });
});
