import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import type { Statement } from '#platform/database';
import type { OrganisationFilter } from './organisations.inputs.js';
import { organisationFilters, organisationsPage } from './organisations.queries.js';

const MANY = 10_000;
let app: TestApp;

/** A register as it may be: few of the small countries and languages, many associations; every letter of the alphabet. */
beforeAll(async () => {
  app = await startTestApp();
  await app.sql(
    `insert into organisation (name, type, country, city, level, languages, theme_ids, target_group_ids, cities_served, is_new_to_field, is_migrant_led, verified_at)
     select 'Association ' || md5(n::text), (array['NGO', 'NGO', 'PUBLIC_BODY_LOCAL', 'RESEARCH', 'MIGRANT_LED'])[1 + n % 5],
            (array['DE', 'FR', 'IT', 'ES', 'PT', 'PL', 'CZ', 'BE', 'SE', 'GR'])[1 + n % 10], 'Town ' || n % 500,
            (array['LOCAL', 'LOCAL', 'REGIONAL', 'NATIONAL', 'EU'])[1 + n % 5],
            array[(array['en', 'fr', 'de', 'uk', 'ar'])[1 + n % 5]], array['theme-' || n % 20], array['group-' || n % 27], array['City ' || n % 700],
            n % 40 = 0, n % 9 = 0, case when n % 3 = 0 then now() end
       from generate_series(1, $1::int) n`,
    [MANY],
  );
  await app.sql(
    `insert into organisation (name, type, country, city, level, languages, theme_ids, target_group_ids)
     select 'Zebra ' || n, 'FAITH_BASED', 'MT', 'Sliema', 'INTERNATIONAL', array['mt'], array['rare'], array['rare'] from generate_series(1, 3) n`,
  );
  await app.sql('analyze organisation');
});
afterAll(() => app.stop());

interface Plan {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Plan[];
}

/** Rows of the register that the statement touched, whether it kept them or not; as a statement that has been run often. */
async function touched({ name, text }: Statement, values: unknown[]): Promise<number> {
  const client = await app.database.pool.connect();
  try {
    for (let time = 0; time < 7; time++) await client.query({ name, text, values });
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (analyze, format json) ${text}`, values);
    const count = (plan: Plan): number =>
      (plan['Relation Name'] === 'organisation'
        ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)) *
          plan['Actual Loops']
        : 0) + (plan.Plans ?? []).reduce((sum, child) => sum + count(child), 0);
    return count(rows[0]?.['QUERY PLAN'][0].Plan as Plan);
  } finally {
    client.release();
  }
}

/** A narrowing that fits every n-th costs the smaller of 21 × n rows by name and 10,000 / n by its own index: 460 at worst, and room for guesses. */
const AS_FEW = 600;
const narrowings: [string, OrganisationFilter][] = [
  ['nothing', {}],
  ['a rare word', { text: 'zebra' }],
  ['a part of many names', { text: 'association' }],
  ['a frequent type', { types: ['NGO'] as never }],
  ['a rare type', { types: ['FAITH_BASED'] as never }],
  ['a frequent country', { countries: ['DE'] }],
  ['a rare country', { countries: ['MT'] }],
  ['a level', { levels: ['INTERNATIONAL'] as never }],
  ['a frequent language', { languages: ['en'] }],
  ['a rare language', { languages: ['mt'] }],
  ['a theme', { themes: ['theme-3'] }],
  ['a rare theme', { themes: ['rare'] }],
  ['a target group', { targetGroups: ['group-3'] }],
  ['a town it is in', { cities: ['SLIEMA'] }],
  ['a town it serves', { cities: ['City 33'] }],
  ['being new', { newToField: true }],
  ['being led by migrants', { migrantLed: true }],
  ['being verified', { verified: true }],
  ['a country and a language', { countries: ['MT'], languages: ['mt'] }],
  ['a type, a theme and being verified', { types: ['NGO'] as never, themes: ['theme-0'], verified: true }],
];

describe('a page of 10,000 organisations reads as few as one of 100', () => {
  it.each(narrowings)('narrowed by %s, at its beginning and deep inside', async (_what, filter) => {
    for (const cursor of [null, ['association 8', '00000000-0000-4000-8000-000000000000']]) {
      const { statement, values } = organisationsPage(organisationFilters(filter), 21, cursor);
      expect(await touched(statement, values)).toBeLessThanOrEqual(AS_FEW);
    }
  });

  it('in one statement, with everything that a list of the directory shows', async () => {
    const LIST = `query ($filter: OrganisationFilter) { organisations(filter: $filter, first: 50) { nodes { id name type country city about
      profile { level size citiesServed languages isNewToField isMigrantLed } } pageInfo { hasNextPage endCursor } } }`;
    for (const [, filter] of narrowings) expect(await app.statements(() => app.ok(LIST, { filter }))).toHaveLength(1);
  });
});

describe('narrowing', () => {
  const LIST =
    'query ($filter: OrganisationFilter) { organisations(filter: $filter, first: 5) { nodes { name } } organisationCount(filter: $filter) }';
  const found = async (filter: OrganisationFilter) => (await app.ok(LIST, { filter })).organisationCount as number;

  it('takes each part, and of a list one', async () => {
    expect(await found({ countries: ['MT'] })).toBe(3);
    expect(await found({ countries: ['MT', 'DE'] })).toBe(3 + MANY / 10);
    expect(await found({ countries: ['MT'], languages: ['en'] })).toBe(0);
    expect(await found({ cities: ['slíema'] })).toBe(3);
    expect(await found({ countries: [], text: '', newToField: false })).toBe(3 + MANY);
    expect(await found({ text: 'ZEBRA 2' })).toBe(1);
    expect(await found({ text: '%' })).toBe(0);
  });

  it.each([
    ['countries', ['Malta']],
    ['languages', ['english please']],
    ['types', ['CLUB']],
    ['cities', ['x'.repeat(201)]],
    ['themes', Array.from({ length: 51 }, () => 'x')],
    ['text', 'x'.repeat(201)],
  ])('refuses bad %s', async (name, value) => {
    const { errors, status } = await app.graphql(LIST, { filter: { [name]: value } });
    expect(errors?.length).toBeGreaterThan(0);
    expect(status).toBeLessThan(500);
    expect(errors?.[0]?.extensions.code).not.toBe('INTERNAL');
  });
});
