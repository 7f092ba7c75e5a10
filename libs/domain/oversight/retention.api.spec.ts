import { Retention } from '#platform/retention';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildPerson } from '../people/testing.js';

const RULES = '{ retentionRules { kind days usual least most } }';
const SET = 'mutation ($input: SetRetentionInput!) { setRetention(input: $input) { kind days } }';

let app: TestApp;
let administrator: string;
beforeAll(async () => {
  app = await startTestApp();
  administrator = (await buildPerson(app, { isAdministrator: true })).id;
});
afterAll(() => app?.stop());
afterEach(() => app.clock.set(null));

const events = async () => (await app.sql(`select name from event where name like 'test.%' order by name`)).map(({ name }) => name);
const happened = (name: string, daysAgo: number) =>
  app.sql(`insert into event (name, payload, occurred_at) values ($1, '{}', now() - make_interval(days => $2))`, [name, daysAgo]);

describe('retention', () => {
  it('erases what is old, by the night, and nothing younger', async () => {
    await happened('test.old', 31);
    await happened('test.young', 29);
    await app.get(Retention).forget();
    expect(await events()).toEqual(['test.young']);
    app.clock.set(new Date(Date.now() + 2 * 86_400_000));
    await app.get(Retention).forget();
    expect(await events()).toEqual([]);
  });

  it('follows what administrators chose, and notes it', async () => {
    await happened('test.week', 10);
    await app.ok(SET, { input: { kind: 'events', days: 7 } }, { as: administrator });
    expect((await app.ok(RULES, {}, { as: administrator })).retentionRules).toContainEqual({
      kind: 'events',
      days: 7,
      usual: 30,
      least: 7,
      most: 365,
    });
    await app.get(Retention).forget();
    expect(await events()).toEqual([]);
    const [entry] = await app.sql(`select act, details from audit_entry where chain = 'platform' order by seq desc limit 1`);
    expect(entry).toEqual({ act: 'oversight.retention-changed', details: { kind: 'events', days: 7 } });
  });

  it('keeps within the limits of each rule, and is for administrators', async () => {
    const refused = (input: object, as = administrator) => app.graphql(SET, { input }, { as });
    expect((await refused({ kind: 'events', days: 1 })).errors?.[0]?.extensions.fields[0]?.path).toBe('days');
    expect((await refused({ kind: 'nothing', days: 30 })).errors?.[0]?.extensions.fields[0]?.path).toBe('kind');
    const somebody = (await buildPerson(app)).id;
    expect(await app.refusal(RULES, {}, { as: somebody })).toBe('NOT_FOUND');
    expect(await app.refusal(SET, { input: { kind: 'events', days: 30 } }, { as: somebody })).toBe('NOT_FOUND');
  });

  it('has statements that the database takes, of every kind', async () => {
    await expect(app.get(Retention).forget()).resolves.toBeUndefined();
  });
});
