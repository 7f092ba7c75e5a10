import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildPerson } from '../../people/testing.js';
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
