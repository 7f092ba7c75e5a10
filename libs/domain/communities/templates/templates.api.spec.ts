import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildPolicyProcess } from '../../advocacy/testing.js';
import { buildPerson } from '../../people/testing.js';
import { CommunityKind, MembershipRole, Visibility } from '../community.enums.js';
import { buildCommunity, buildMembership } from '../testing.js';

let app: TestApp;
let coordinator: string;
let network: { id: string; slug: string };
beforeAll(async () => {
  app = await startTestApp();
  network = await buildCommunity(app, { kind: CommunityKind.NETWORK, languages: ['nl'] });
  coordinator = (await buildMembership(app, { communityId: network.id, role: MembershipRole.COORDINATOR })).personId;
});
afterAll(() => app.stop());

const content = {
  kind: 'COMMUNITY_OF_PRACTICE',
  level: 'LOCAL',
  themeIds: [],
  summary: 'Those in {place} who teach civic orientation.',
  charter: { domain: 'Civic orientation in {place}.', community: 'Teachers and officers.', practice: 'One visit a month.' },
  visibility: 'PUBLIC',
  joinPolicy: 'OPEN',
  wanted: [{ part: 'SEAT', title: 'An association led by migrants' }],
  rooms: [{ name: 'What went wrong', purpose: 'For telling of failures.' }],
  series: [
    {
      title: 'First meeting',
      need: 'What do we need from each other?',
      firstAfterWeeks: 2,
      everyWeeks: 4,
      times: 3,
      weekday: 2,
      at: '15:00',
      minutes: 90,
      place: 'Town hall',
      seats: 20,
    },
  ],
  checklist: ['Find two people to begin with', 'Agree on the charter'],
};
const CREATE = `mutation ($input: CreateTemplateInput!) { createTemplate(input: $input) { id version mayEdit owner { id } } }`;
const EDIT = `mutation ($input: EditTemplateInput!) { editTemplate(input: $input) { id version content { checklist } } }`;
const RETIRE = `mutation ($input: RetireTemplateInput!) { retireTemplate(input: $input) { retiredAt } }`;
const LIST = `query { templates { id name } }`;
const FROM = `query ($id: ID!) { templateFrom(communityId: $id) { charter { domain } } }`;
const PREVIEW = `query ($input: PreviewCohortInput!) { previewCohort(input: $input) { row cell code } }`;
const START = `mutation ($input: StartCohortInput!) { startCohort(input: $input) { id name templateName policyProcess { id }
  communities { place done toDo community { id slug name parent { id } languages summary charter { domain } startItems { id part text } } } } }`;
const ONE = `mutation ($input: StartFromTemplateInput!) { startFromTemplate(input: $input) { id name cohort { id } viewerMembership { role } } }`;
const TICK = `mutation ($input: TickStartItemInput!) { tickStartItem(input: $input) { id doneAt } }`;

const made = async (overrides: object = {}) =>
  (await app.ok(CREATE, { input: { ownerId: network.id, name: 'Local learning community', content, ...overrides } }, { as: coordinator }))
    .createTemplate.id as string;
const row = (name: string, email?: string) => ({
  name,
  country: 'NL',
  place: name.split(' ').at(-1),
  ...(email && { coordinatorEmail: email }),
});
const parts = async () => (await app.sql('select id from community where parent_id = $1', [network.id])).length;

describe('a template', () => {
  it('belongs to a community or the platform, and has versions', async () => {
    const outsider = (await buildPerson(app)).id;
    expect(await app.refusal(CREATE, { input: { ownerId: network.id, name: 'Mine', content } }, { as: outsider })).toBe('FORBIDDEN');
    expect(await app.refusal(CREATE, { input: { name: 'Ours', content } }, { as: coordinator })).toBe('FORBIDDEN');
    const id = await made();
    const next = { templateId: id, version: 1, name: 'Local learning community', content: { ...content, checklist: ['One thing'] } };
    expect(await app.refusal(EDIT, { input: next }, { as: outsider })).toBe('FORBIDDEN');
    expect((await app.ok(EDIT, { input: next }, { as: coordinator })).editTemplate).toMatchObject({
      version: 2,
      content: { checklist: ['One thing'] },
    });
    expect(await app.refusal(EDIT, { input: next }, { as: coordinator })).toBe('TEMPLATE_MOVED');
    expect(await app.sql('select version from template_version where template_id = $1 order by 1', [id])).toEqual([
      { version: 1 },
      { version: 2 },
    ]);
    await app.ok(RETIRE, { input: { templateId: id } }, { as: coordinator });
    expect((await app.ok(LIST, {}, { as: outsider })).templates.map((one: { id: string }) => one.id)).not.toContain(id);
    expect(await app.refusal(ONE, { input: { templateId: id, row: row('Welcome Breda') } }, { as: coordinator })).toBe('FORBIDDEN');
  });

  it('of a closed community is for its members', async () => {
    const closed = await buildCommunity(app, { visibility: Visibility.MEMBERS });
    const { personId } = await buildMembership(app, { communityId: closed.id, role: MembershipRole.COORDINATOR });
    const { createTemplate } = await app.ok(CREATE, { input: { ownerId: closed.id, name: 'Among us', content } }, { as: personId });
    const seen = async (as: string) =>
      (await app.ok(LIST, {}, { as })).templates.some((one: { id: string }) => one.id === createTemplate.id);
    expect([await seen(personId), await seen(coordinator)]).toEqual([true, false]);
    expect(await app.refusal(FROM, { id: closed.id }, { as: coordinator })).toBe('NOT_FOUND');
    expect((await app.ok(FROM, { id: closed.id }, { as: personId })).templateFrom.charter.domain).toBe(
      'First language courses for newcomers.',
    );
  });

  it.each([
    ['a kind with a task of its own', { kind: 'TASK_FORCE' }],
    ['a theme that is none', { themeIds: ['nothing-of-the-kind'] }],
    ['a time that is none', { series: [{ ...content.series[0], at: '25:00' }] }],
    ['an empty step', { checklist: [''] }],
    ['a NUL', { summary: 'Ten characters \0 and more' }],
  ])('takes no %s', async (_, changed) => {
    const input = { ownerId: network.id, name: 'Another', content: { ...content, ...changed } };
    expect(['INVALID', 'BAD_USER_INPUT']).toContain(
      (await app.graphql(CREATE, { input }, { as: coordinator })).errors?.[0]?.extensions.kind ?? 'none',
    );
  });
});

describe('a cohort', () => {
  it('starts whole, with charters, rooms, steps, sessions and invitations, tied to one process', async () => {
    const templateId = await made();
    const process = await buildPolicyProcess(app);
    const rows = [row('Welcome Utrecht', 'uma@example.org'), row('Welcome Zwolle', 'zoe@example.org'), row('Welcome Breda')];
    const input = { communityId: network.id, templateId, name: 'Cohort 2026', policyProcessId: process.id, rows };
    const { startCohort: cohort } = await app.ok(START, { input }, { as: coordinator });
    expect(cohort).toMatchObject({ name: 'Cohort 2026', templateName: 'Local learning community', policyProcess: { id: process.id } });
    expect(cohort.communities.map((one: { community: { name: string } }) => one.community.name)).toEqual([
      'Welcome Breda',
      'Welcome Utrecht',
      'Welcome Zwolle',
    ]);
    const [breda] = cohort.communities;
    expect(breda).toMatchObject({
      place: 'Breda',
      done: 0,
      toDo: 2,
      community: {
        parent: { id: network.id },
        languages: ['nl'],
        summary: 'Those in Breda who teach civic orientation.',
        charter: { domain: 'Civic orientation in Breda.' },
      },
    });
    await app.jobsDone();
    const communityId = breda.community.id as string;
    expect(await app.sql('select name from community_group where community_id = $1', [communityId])).toEqual([{ name: 'What went wrong' }]);
    const sessions = await app.sql<{ title: string; need_id: string }>('select title, need_id from session where community_id = $1', [
      communityId,
    ]);
    expect(sessions.map(({ title }) => title)).toEqual(['First meeting', 'First meeting', 'First meeting']);
    expect(new Set(sessions.map(({ need_id: id }) => id)).size).toBe(1);
    expect(
      await app.sql(
        `select i.email, i.role from invitation i join community c on c.id = i.community_id where c.parent_id = $1 order by 1`,
        [network.id],
      ),
    ).toEqual([
      { email: 'uma@example.org', role: 'COORDINATOR' },
      { email: 'zoe@example.org', role: 'COORDINATOR' },
    ]);
    expect(await app.mails('uma@example.org')).toHaveLength(1);

    const item = breda.community.startItems.find((one: { part: string | null }) => one.part === null);
    expect(await app.refusal(TICK, { input: { itemId: item.id, isDone: true } }, { as: (await buildPerson(app)).id })).toBe('NOT_FOUND');
    expect((await app.ok(TICK, { input: { itemId: item.id, isDone: true } }, { as: coordinator })).tickStartItem.doneAt).not.toBeNull();
    const strangers = await app.ok('query ($slug: String!) { community(slug: $slug) { startItems { part text } } }', {
      slug: breda.community.slug,
    });
    expect(strangers.community.startItems).toEqual([{ part: 'SEAT', text: 'An association led by migrants' }]);
  });

  it('starts nothing while a row is wrong, and names every wrong cell', async () => {
    const templateId = await made();
    const before = await parts();
    const rows = [
      row('Welcome Almere'),
      { ...row('Welcome Almere'), country: 'Holland' },
      { ...row('Welcome Delft'), coordinatorEmail: 'nobody' },
    ];
    const faults = [
      { row: 1, cell: 'name', code: 'NAME_TWICE' },
      { row: 1, cell: 'country', code: 'BAD_COUNTRY' },
      { row: 2, cell: 'coordinatorEmail', code: 'BAD_ADDRESS' },
    ];
    expect((await app.ok(PREVIEW, { input: { communityId: network.id, rows } }, { as: coordinator })).previewCohort).toEqual(faults);
    const answer = await app.graphql(START, { input: { communityId: network.id, templateId, name: 'Bad', rows } }, { as: coordinator });
    expect(answer.errors?.[0]?.extensions.fields.map(({ path }) => path)).toEqual([
      'rows.1.name',
      'rows.1.country',
      'rows.2.coordinatorEmail',
    ]);
    expect(await parts()).toBe(before);
    const member = await buildMembership(app, { communityId: network.id });
    expect(
      await app.refusal(
        START,
        { input: { communityId: network.id, templateId, name: 'Bad', rows: rows.slice(0, 1) } },
        { as: member.personId },
      ),
    ).toBe('FORBIDDEN');
    expect(await app.refusal(START, { input: { communityId: network.id, templateId, name: 'None', rows: [] } }, { as: coordinator })).toBe(
      'INVALID',
    );
  });

  it('is not needed for one community alone', async () => {
    const templateId = await made();
    const founder = (await buildPerson(app)).id;
    const { startFromTemplate } = await app.ok(ONE, { input: { templateId, row: row('Welcome Gouda') } }, { as: founder });
    expect(startFromTemplate).toMatchObject({ name: 'Welcome Gouda', cohort: null, viewerMembership: { role: 'COORDINATOR' } });
    expect(await app.refusal(ONE, { input: { templateId, parentId: network.id, row: row('Welcome Ede') } }, { as: founder })).toBe(
      'FORBIDDEN',
    );
  });
});
