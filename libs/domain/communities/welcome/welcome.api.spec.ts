import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildThread } from '../../discussions/testing.js';
import { WelcomeListeners } from '../../notifications/welcome.listeners.js';
import { buildOrganisation, buildPerson } from '../../people/testing.js';
import { MembershipRole, Visibility } from '../community.enums.js';
import { buildCommunity, buildMembership } from '../testing.js';

let app: TestApp;
let place: { id: string; slug: string };
let coordinator: string;
let newcomer: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
afterEach(() => app.clock.set(null));
beforeEach(async () => {
  place = await buildCommunity(app, { visibility: Visibility.MEMBERS });
  coordinator = (await buildMembership(app, { communityId: place.id, role: MembershipRole.COORDINATOR })).personId;
  newcomer = (await buildMembership(app, { communityId: place.id, personId: (await buildPerson(app, { languages: ['uk'] })).id })).personId;
});

const SET = `mutation ($input: SetWelcomeInput!) { setWelcome(input: $input) { welcome { steps { text path } isForViewer } } }`;
const OFFER = `mutation ($input: OfferAsContactInput!) { offerAsContact(input: $input) { welcome { viewerIsContact } } }`;
const NOTE = `mutation ($input: NoteWelcomeInput!) { noteWelcome(input: $input) { welcome { done isForViewer } } }`;
const WELCOME = `query ($slug: String!) { community(slug: $slug) { welcome { steps { text path } reading { text } contact { id } done isForViewer viewerIsContact } } }`;
const steps = [
  { text: 'Say who you are', path: '/c/x/discussions' },
  { text: 'Meet your contact', path: '' },
];
const reading = [{ text: 'Our charter', path: 'https://example.org/charter' }];
const seen = async (as: string) => (await app.ok(WELCOME, { slug: place.slug }, { as }))['community'].welcome;
const set = (more: object = {}, as = coordinator) =>
  app.graphql(SET, { input: { communityId: place.id, steps, reading, ...more } }, { as });
const note = async (done: number[], isPutAway = false) =>
  (await app.ok(NOTE, { input: { communityId: place.id, done, isPutAway } }, { as: newcomer }))['noteWelcome'].welcome;

describe('the welcome of newcomers', () => {
  it('shows the steps until they are done, or put away, or two months have gone by', async () => {
    expect((await seen(newcomer)).isForViewer).toBe(false);
    expect((await set()).data['setWelcome'].welcome).toEqual({ steps, isForViewer: false });
    expect(await seen(newcomer)).toMatchObject({ steps, reading: [{ text: 'Our charter' }], done: [], isForViewer: true });
    expect(await note([1])).toEqual({ done: [1], isForViewer: true });
    expect(await note([1, 0])).toEqual({ done: [1, 0], isForViewer: false });
    expect(await note([])).toEqual({ done: [], isForViewer: true });
    app.clock.set(new Date(Date.now() + 61 * 86_400_000));
    expect((await seen(newcomer)).isForViewer).toBe(false);
    app.clock.set(null);
    expect((await note([], true)).isForViewer).toBe(false);
  });

  it('names a contact who offered it, with a language in common first, and always the same', async () => {
    const speaking = async (language: string) =>
      (await buildMembership(app, { communityId: place.id, personId: (await buildPerson(app, { languages: [language] })).id })).personId;
    const [english, ukrainian] = [await speaking('en'), await speaking('uk')];
    await set();
    expect((await seen(newcomer)).contact).toBeNull();
    for (const as of [english, ukrainian, newcomer]) {
      const { offerAsContact } = await app.ok(OFFER, { input: { communityId: place.id, isContact: true } }, { as });
      expect(offerAsContact.welcome.viewerIsContact).toBe(true);
    }
    expect((await seen(newcomer)).contact.id).toBe(ukrainian);
    expect((await seen(newcomer)).contact.id).toBe(ukrainian);
    await app.ok(OFFER, { input: { communityId: place.id, isContact: false } }, { as: ukrainian });
    expect((await seen(newcomer)).contact.id).toBe(english);
  });

  it('is written by coordinators and seen by members', async () => {
    await set();
    const outsider = (await buildPerson(app)).id;
    expect((await set({}, newcomer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await seen(outsider)).toBeNull();
    for (const query of [OFFER, NOTE]) {
      const input = query === OFFER ? { isContact: true } : { done: [], isPutAway: true };
      expect(await app.refusal(query, { input: { communityId: place.id, ...input } }, { as: outsider })).toBe('FORBIDDEN');
    }
  });

  it.each([
    ['four steps', { steps: Array.from({ length: 4 }, () => steps[0]) }, 'steps'],
    ['a script for an address', { reading: [{ text: 'Read this', path: 'javascript:alert(1)' }] }, 'reading.0.path'],
    ['an address of nowhere', { reading: [{ text: 'Read this', path: '//elsewhere.example' }] }, 'reading.0.path'],
    ['an empty step', { steps: [{ text: ' ', path: '' }] }, 'steps.0.text'],
  ])('refuses %s at the field', async (_, more, path) => {
    expect((await set(more)).errors?.[0]?.extensions.fields[0]?.path).toBe(path);
  });
});

const newToField = async () => {
  const organisation = await buildOrganisation(app, { country: 'RO' });
  await app.sql('update organisation set is_new_to_field = true where id = $1', [organisation.id]);
  return organisation;
};

describe('the first week of somebody whose organisation is new to the field', () => {
  const WEEK = `query ($slug: String!) { community(slug: $slug) { welcome { week weekDone weekCountry isForViewer } } }`;
  const NOTE_WEEK = `mutation ($input: NoteWeekInput!) { noteWeek(input: $input) { welcome { weekDone isForViewer } } }`;
  const week = async (as: string) => (await app.ok(WEEK, { slug: place.slug }, { as }))['community'].welcome;
  const later = (days: number) => app.clock.set(new Date(Date.now() + days * 86_400_000));

  it('comes a step a day, for two weeks, and for nobody else', async () => {
    const organisation = await newToField();
    const { personId } = await buildMembership(app, { communityId: place.id, organisationId: organisation.id });
    expect(await week(personId)).toEqual({ week: ['READ_CHARTER'], weekDone: [], weekCountry: 'RO', isForViewer: true });
    expect(await week(newcomer)).toMatchObject({ week: [], isForViewer: false });
    later(2);
    expect((await week(personId)).week).toEqual(['READ_CHARTER', 'SAY_HELLO', 'WRITE_TO_CONTACT']);
    const { noteWeek } = await app.ok(NOTE_WEEK, { input: { communityId: place.id, done: ['READ_CHARTER'] } }, { as: personId });
    expect(noteWeek.welcome).toEqual({ weekDone: ['READ_CHARTER'], isForViewer: true });
    later(9);
    expect((await week(personId)).week).toHaveLength(7);
    later(15);
    expect(await week(personId)).toMatchObject({ week: [], isForViewer: false });
  });
});

describe('those who were not welcomed yet', () => {
  const NEWCOMERS = `query ($slug: String!) { community(slug: $slug) { newcomers { id person { id } isNewToField welcomedAt contact { id } } } }`;
  const GREET = `mutation ($input: WelcomeNewcomerInput!) { welcomeNewcomer(input: $input) { newcomers { id welcomedAt contact { id } } } }`;
  const NOTICES = `query { notifications { nodes { kind path } } }`;
  const listed = async (as: string) => (await app.ok(NEWCOMERS, { slug: place.slug }, { as }))['community'].newcomers;
  const kindsOf = async (as: string) =>
    (await app.ok(NOTICES, {}, { as }))['notifications'].nodes.map(({ kind }: { kind: string }) => kind);
  const membershipOf = async (personId: string) =>
    (await app.sql('select id from membership where person_id = $1 and community_id = $2', [personId, place.id]))[0]?.['id'] as string;

  it('are seen by those who lead, those new to the field first, until two months have gone by', async () => {
    const organisation = await newToField();
    const fresh = await buildMembership(app, { communityId: place.id, organisationId: organisation.id });
    expect(await listed(coordinator)).toMatchObject([
      { id: fresh.id, isNewToField: true, welcomedAt: null, contact: null },
      { person: { id: newcomer }, isNewToField: false },
    ]);
    expect(await listed(newcomer)).toEqual([]);
    app.clock.set(new Date(Date.now() + 61 * 86_400_000));
    expect(await listed(coordinator)).toEqual([]);
  });

  it('are welcomed with one click: they and their contact hear of it, and who was named is the contact', async () => {
    const contact = await buildMembership(app, { communityId: place.id });
    const input = { membershipId: await membershipOf(newcomer), contactMembershipId: contact.id };
    const { welcomeNewcomer } = await app.ok(GREET, { input }, { as: coordinator });
    expect(welcomeNewcomer.newcomers.find(({ id }: { id: string }) => id === input.membershipId)).toMatchObject({
      welcomedAt: expect.any(String),
      contact: { id: contact.personId },
    });
    expect((await seen(newcomer)).contact.id).toBe(contact.personId);
    await app.jobsDone();
    expect(await kindsOf(newcomer)).toEqual(['WELCOMED']);
    expect(await kindsOf(contact.personId)).toEqual(['NEWCOMER_GIVEN']);
  });

  it('remind their contact once, after five days without a trace', async () => {
    const [quiet, busy] = [newcomer, (await buildMembership(app, { communityId: place.id })).personId];
    const contacts = [await buildMembership(app, { communityId: place.id }), await buildMembership(app, { communityId: place.id })];
    for (const [index, personId] of [quiet, busy].entries())
      await app.ok(
        GREET,
        { input: { membershipId: await membershipOf(personId), contactMembershipId: contacts[index]?.id } },
        { as: coordinator },
      );
    const thread = await buildThread(app, { communityId: place.id, authorId: coordinator });
    await app.sql('insert into thread_reading (person_id, thread_id, last_read_position, last_read_at) values ($1, $2, 1, now())', [
      busy,
      thread.id,
    ]);
    await app.jobsDone();
    const remind = () => app.get(WelcomeListeners).remind();
    // A notice that was not read yet counts on: the contact finds one, raised anew.
    const counts = async () =>
      Promise.all(
        contacts.map(async ({ personId }) => {
          const [row] = await app.sql<{ count: number }>('select sum(count)::int as count from notification where person_id = $1', [
            personId,
          ]);
          return row?.count;
        }),
      );
    await remind();
    expect(await counts()).toEqual([1, 1]);
    app.clock.set(new Date(Date.now() + 6 * 86_400_000));
    await remind();
    await remind();
    expect(await counts()).toEqual([2, 1]);
  });

  it('are welcomed by those who lead, with a contact who is here', async () => {
    const membershipId = await membershipOf(newcomer);
    const other = (await buildMembership(app, { communityId: place.id })).personId;
    expect(await app.refusal(GREET, { input: { membershipId } }, { as: other })).toBe('FORBIDDEN');
    expect(await app.refusal(GREET, { input: { membershipId } }, { as: (await buildPerson(app)).id })).toBe('NOT_FOUND');
    const elsewhere = (await buildMembership(app)).id;
    for (const contactMembershipId of [elsewhere, membershipId]) {
      const answer = await app.graphql(GREET, { input: { membershipId, contactMembershipId } }, { as: coordinator });
      expect(answer.errors?.[0]?.extensions.fields[0]?.path).toBe('contactMembershipId');
    }
  });
});
