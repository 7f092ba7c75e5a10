import { randomUUID } from 'node:crypto';
import { ConfidentialityLevel, Visibility } from '#domain/communities';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildPosition } from '../advocacy/testing.js';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import { buildThread } from '../discussions/testing.js';
import { buildSession } from '../peer-learning/testing.js';
import { buildOrganisation, buildPerson } from '../people/testing.js';
import { GO_TO } from './go-to/go-to.queries.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const GO = `query ($text: String!) { goTo(text: $text) { kind title detail path } }`;
interface Place {
  kind: string;
  title: string;
  detail: string | null;
  path: string;
}
const goTo = async (text: string, as: string): Promise<Place[]> => (await app.ok(GO, { text }, { as })).goTo;
const canOpen = async (place: Place, as: string): Promise<boolean> => {
  const [, kind = '', id = ''] = place.path.split('/');
  const field = { t: 'thread', s: 'session', p: 'position' }[kind];
  if (!field) return true;
  const answer = await app.graphql(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id }, { as });
  return !answer.errors;
};

describe('going to a place', () => {
  it('finds exactly what may be opened, whoever asks', async () => {
    const [member, outsider] = [(await buildPerson(app)).id, (await buildPerson(app)).id];
    const made: { word: string; place: Place }[] = [];
    for (const visibility of [Visibility.PUBLIC, Visibility.MEMBERS]) {
      const community = await buildCommunity(app, { visibility, name: `Round ${randomUUID()}` });
      const author = (await buildMembership(app, { communityId: community.id })).personId;
      await buildMembership(app, { communityId: community.id, personId: member });
      const detail = community.name;
      const words = () => randomUUID();
      const of = { communityId: community.id };
      const levels =
        visibility === Visibility.PUBLIC ? [ConfidentialityLevel.PUBLIC, ConfidentialityLevel.COMMUNITY] : [ConfidentialityLevel.COMMUNITY];
      for (const level of levels) {
        const title = words();
        const thread = await buildThread(app, { ...of, authorId: author, level, title });
        made.push({ word: title, place: { kind: 'THREAD', title, detail, path: `/t/${thread.id}` } });
      }
      const [sessionTitle, positionTitle] = [words(), words()];
      const session = await buildSession(app, { ...of, title: sessionTitle });
      made.push({ word: sessionTitle, place: { kind: 'SESSION', title: sessionTitle, detail, path: `/s/${session.id}` } });
      const position = await buildPosition(app, { ...of, title: positionTitle });
      made.push({ word: positionTitle, place: { kind: 'POSITION', title: positionTitle, detail, path: `/p/${position.id}` } });
    }
    for (const as of [member, outsider]) {
      for (const { word, place } of made) {
        const found = await goTo(word.slice(0, 13), as);
        expect([place.kind, found]).toEqual([place.kind, (await canOpen(place, as)) ? [place] : []]);
      }
    }
    // The walk can fail: the outsider opens some of it and not the rest.
    const open = await Promise.all(made.map(({ place }) => canOpen(place, outsider)));
    expect(new Set(open)).toEqual(new Set([true, false]));
    expect(await app.refusal(GO, { text: 'Round' })).toBe('UNAUTHENTICATED');
  });

  it('finds communities by name, and people only among those one shares a community with', async () => {
    const word = randomUUID();
    const friend = await buildPerson(app, { name: `Friend ${word}` });
    await buildPerson(app, { name: `Stranger ${word}` });
    const community = await buildCommunity(app, { name: `Circle ${word}`, visibility: Visibility.MEMBERS });
    const me = (await buildMembership(app, { communityId: community.id })).personId;
    await buildMembership(app, { communityId: community.id, personId: friend.id });
    expect((await goTo(word, me)).map(({ title }) => title).sort()).toEqual([`Circle ${word}`, `Friend ${word}`]);
    const other = (await buildPerson(app)).id;
    expect((await goTo(word, other)).map(({ title }) => title)).toEqual([`Circle ${word}`]);
  });

  it('finds organisations, which are for everybody', async () => {
    const organisation = await buildOrganisation(app, { name: `Ponte ${randomUUID()}`, city: 'Évora' });
    const place = { kind: 'ORGANISATION', title: organisation.name, detail: 'Évora', path: `/o/${organisation.id}` };
    expect(await goTo(organisation.name.slice(0, 20), (await buildPerson(app)).id)).toEqual([place]);
  });

  it('does not mind accents, case and order of hits', async () => {
    const { personId, communityId } = await buildMembership(app);
    await buildThread(app, { communityId, authorId: personId, title: 'Éducation à Żory' });
    await buildThread(app, { communityId, authorId: personId, title: 'Éducation à Żory and much more that was said there' });
    expect((await goTo('education a zory', personId)).map(({ title }) => title.length)).toEqual([16, 50]);
  });

  it.each([
    ['wildcards', '%%'],
    ['an underscore', '__'],
    ['a wide percent sign', '\uff05\uff05'],
    ['a backslash', '\\\\'],
    ['nothing but NUL', '\0\0\0'],
    ['blanks', '    '],
    ['one letter', 'e'],
    ['half a letter', '\ud83d\ud83d'],
    ['10 kB', 'e'.repeat(10_000)],
    ['SQL', `e' or true --`],
  ])('takes %s as they are', async (_, text) => {
    const { personId, communityId } = await buildMembership(app);
    await buildThread(app, { communityId, authorId: personId, title: 'Plain words' });
    expect(await goTo(text, personId)).toEqual([]);
  });

  it('finds signs that mean something to the database where they are written', async () => {
    const { personId, communityId } = await buildMembership(app);
    await buildThread(app, { communityId, authorId: personId, title: '100% \\of_it' });
    for (const text of ['100%', '\\of', 'of_it']) expect((await goTo(text, personId)).map(({ title }) => title)).toEqual(['100% \\of_it']);
  });

  it('is two statements, on the indexes of the titles', async () => {
    const { personId, communityId } = await buildMembership(app);
    await app.cookieOf(personId);
    expect(await app.statements(() => goTo('evening', personId))).toHaveLength(2);
    const client = await app.database.pool.connect();
    try {
      await client.query('begin; set local enable_seqscan = off');
      const { rows } = await client.query(`explain ${GO_TO.text}`, ['evening', [communityId], true, []]);
      const plan = rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n');
      for (const index of ['community_name_trigrams', 'thread_title_trigrams', 'session_title_trigrams']) expect(plan).toContain(index);
      // Positions and people are only for members: the few of one's own communities are looked through, by their indexes.
      expect(plan).not.toContain('Seq Scan');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
