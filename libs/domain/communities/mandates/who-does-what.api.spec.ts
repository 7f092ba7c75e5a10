import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { FirstWords } from '#domain/vocabulary';
import { buildOrganisation, buildPerson, buildSeat } from '../../people/testing.js';
import { MembershipRole, Visibility } from '../community.enums.js';
import { buildCommunity, buildMembership } from '../testing.js';

let app: TestApp;
let communityId: string;
let slug: string;
let coordinator: string;
let member: string;
let outsider: string;
beforeAll(async () => {
  app = await startTestApp();
  await app.get(FirstWords).load();
  const community = await buildCommunity(app, { visibility: Visibility.MEMBERS, countries: ['PT', 'ES'], name: 'Closed circle' });
  ({ id: communityId, slug } = community);
  const courses = await buildOrganisation(app, { name: '=Courses("all")', country: 'PT' });
  const town = await buildOrganisation(app, { name: 'Town of Viseu', country: 'PT' });
  const silent = await buildOrganisation(app, { name: 'Silent', country: 'ES' });
  await app.sql(`update organisation set level = 'LOCAL', theme_ids = '{language-learning,employment}' where id = any($1)`, [
    [courses.id, town.id],
  ]);
  coordinator = (await buildMembership(app, { communityId, role: MembershipRole.COORDINATOR, organisationId: courses.id })).personId;
  member = (await buildMembership(app, { communityId, organisationId: town.id, personId: (await buildPerson(app, { name: 'Mira' })).id }))
    .personId;
  await buildMembership(app, { communityId, organisationId: silent.id });
  await buildSeat(app, { personId: member, organisationId: town.id });
  outsider = (await buildPerson(app)).id;
});
afterAll(() => app?.stop());

const profile = (input: object, as: string) =>
  app.ok(`mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { id } }`, { input }, { as });
const listed = async (filter: object, as?: string) =>
  (
    await app.ok(
      `query ($filter: PeopleFilter) { listedPeople(filter: $filter) { nodes { id name canHelp themes { id } organisation { name } } } }`,
      { filter },
      { as },
    )
  )['listedPeople'].nodes;
const file = async (path: string, as?: string) => {
  const answer = await app.nest.inject({ url: `/export/${path}`, headers: as ? { cookie: await app.cookieOf(as) } : {} });
  return { status: answer.statusCode, text: answer.payload };
};

describe('people who want to be found', () => {
  it('are listed once they say so, with what they can help with; nobody else is', async () => {
    expect(await listed({}, outsider)).toEqual([]);
    await profile({ themes: ['employment'], canHelp: 'Reading contracts' }, member);
    const asked = `query ($id: ID!) { person(id: $id) { canHelp isListed themes { id } } }`;
    expect((await app.ok(asked, { id: member }, { as: outsider }))['person']).toEqual({ canHelp: null, isListed: false, themes: [] });
    await profile({ isListed: true }, member);
    const mira = {
      id: member,
      name: 'Mira',
      canHelp: 'Reading contracts',
      themes: [{ id: 'employment' }],
      organisation: { name: 'Town of Viseu' },
    };
    expect(await listed({}, outsider)).toEqual([mira]);
    expect(await listed({ text: 'contr', themes: ['employment'], countries: ['PT'], languages: ['pt'] }, outsider)).toEqual([mira]);
    for (const filter of [{ text: 'cooking' }, { themes: ['language-learning'] }, { countries: ['ES'] }, { languages: ['fi'] }])
      expect(await listed(filter, outsider)).toEqual([]);
    const counts = `{ listedPeopleCountries { country count } listedPeopleCount }`;
    expect(await app.ok(counts, {}, { as: outsider })).toEqual({
      listedPeopleCountries: [{ country: 'PT', count: 1 }],
      listedPeopleCount: 1,
    });
    expect(await app.refusal('{ listedPeople { nodes { id } } }')).toBe('UNAUTHENTICATED');
  });

  it('choose their themes from the list', async () => {
    const refused = await app.graphql(`mutation { updateProfile(input: { themes: ["cooking"] }) { id } }`, {}, { as: member });
    expect(refused.errors?.[0]?.extensions.fields[0]).toMatchObject({ path: 'themes', code: 'UNKNOWN_TERM' });
  });
});

describe('the countries', () => {
  it('count what one may see', async () => {
    await buildCommunity(app, { name: 'Open circle', countries: ['PT', 'SE'] });
    const asked = `{ communityCountries { country count } organisationCountries { country count } }`;
    expect(await app.ok(asked)).toEqual({
      communityCountries: [
        { country: 'PT', count: 1 },
        { country: 'SE', count: 1 },
      ],
      organisationCountries: [
        { country: 'PT', count: 2 },
        { country: 'ES', count: 1 },
      ],
    });
    const mine = `{ communityCountries(filter: { countries: ["ES"] }) { country count } }`;
    expect((await app.ok(mine, {}, { as: member }))['communityCountries']).toContainEqual({ country: 'ES', count: 1 });
  });
});

describe('the map of mandates', () => {
  const asked = `query ($slug: String!) { community(slug: $slug) {
    mandateMap { themes { id } cells { theme { id } level organisations { name } } unsaid { name } } } }`;
  it('shows who does what at which level, and who did not say', async () => {
    const map = (await app.ok(asked, { slug }, { as: member }))['community'].mandateMap;
    expect(map.themes).toHaveLength(20);
    expect(map.cells).toHaveLength(2);
    expect(map.cells).toContainEqual({
      theme: { id: 'employment' },
      level: 'LOCAL',
      organisations: [{ name: '=Courses("all")' }, { name: 'Town of Viseu' }],
    });
    expect(map.unsaid).toEqual([{ name: 'Silent' }]);
  });
  it('is not for those outside', async () => {
    expect((await app.ok(asked, { slug }, { as: outsider }))['community'].mandateMap).toBeNull();
  });
});

describe('the tables', () => {
  it('are for coordinators, and run no formula', async () => {
    const { status, text } = await file(`communities/${communityId}/organisations.csv`, coordinator);
    expect(status).toBe(200);
    expect(text.startsWith('\uFEFF"Name","Type"')).toBe(true);
    expect(text).toContain(`"'=Courses(""all"")","NGO","LOCAL","PT","Braga","","","","Language learning; Employment and labour market"`);
  });
  it('name only people who chose to be found', async () => {
    const { text } = await file(`communities/${communityId}/people.csv`, coordinator);
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text).toContain('"Mira"');
  });
  it.each(['organisations', 'people'])('of %s are not there for anyone else', async (what) => {
    for (const as of [member, outsider, undefined])
      expect(await file(`communities/${communityId}/${what}.csv`, as)).toMatchObject({ status: 404 });
    expect(await file(`communities/not-an-id/${what}.csv`, coordinator)).toMatchObject({ status: 404 });
  });
  it('of the whole register are for administrators', async () => {
    const admin = (await buildPerson(app, { isAdministrator: true })).id;
    expect((await file('organisations.csv', admin)).text).toContain('"Silent"');
    expect(await file('organisations.csv', coordinator)).toMatchObject({ status: 404 });
  });
});

describe('with ten thousand people', () => {
  it('a page of the directory reads the index of those who chose to be found', async () => {
    await app.sql(
      `insert into person (email, name, is_listed, theme_ids) select 'many' || n || '@example.org', 'Person ' || n, n % 3 = 0, '{}' from generate_series(1, 10000) n`,
    );
    await app.sql('analyze person');
    const { rows } = await app.database.pool.query<{ 'QUERY PLAN': string }>(
      `explain select p.id from person p left join organisation_seat s on s.person_id = p.id and s.is_main where p.is_listed order by plain(p.name), p.id limit 21`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('person_listed');
  });
});
