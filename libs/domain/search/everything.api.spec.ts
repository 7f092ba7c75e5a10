import { randomUUID } from 'node:crypto';
import { plainToRichText } from '#content';
import { ConfidentialityLevel, Visibility } from '#domain/communities';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import { buildPost, buildThread } from '../discussions/testing.js';
import { buildNeed } from '../needs/testing.js';
import { buildSession } from '../peer-learning/testing.js';
import { buildPerson } from '../people/testing.js';
import { SearchIndex } from './index.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const SEARCH = `query ($text: String!, $filter: SearchFilter, $order: SearchOrder, $first: PageSize, $after: String) {
  search(text: $text, filter: $filter, order: $order, first: $first, after: $after) {
    count isMore meant problems { code operator value }
    facets { kinds { value count } communities { value label count } years { value count } languages { value count } themes { value label count } }
    pageInfo { hasNextPage endCursor }
    nodes { id kind path at language author { id name } community { name } title excerpt titlePieces { text isHit } excerptPieces { text isHit } } } }`;
const search = async (text: string, as: string, more: object = {}) => (await app.ok(SEARCH, { text, ...more }, { as })).search;
const idsOf = (found: { nodes: { id: string }[] }) => found.nodes.map(({ id }) => id);

/** A member with a thread of their own. */
async function scene(overrides: Parameters<typeof buildCommunity>[1] = {}) {
  const community = await buildCommunity(app, overrides);
  const member = (await buildMembership(app, { communityId: community.id })).personId;
  const thread = await buildThread(app, {
    communityId: community.id,
    authorId: member,
    title: 'Evening courses',
    level: ConfidentialityLevel.COMMUNITY,
  });
  const say = (said: string, createdAt?: Date) =>
    buildPost(app, { threadId: thread.id, authorId: member, said, ...(createdAt ? { createdAt } : {}) });
  return { community, member, thread, say };
}
const index = () => app.get(SearchIndex).rebuild();
const unique = () => `w${randomUUID().slice(0, 8)}`;

describe('search', () => {
  it('finds a post by its words, at the post, with the place where they stand', async () => {
    const { member, thread, say, community } = await scene();
    const word = unique();
    const post = await say(`We rented two flats for ${word} families, and the town paid.`);
    await say('Something else');
    await index();
    const found = await search(`flats ${word}`, member);
    expect(found).toMatchObject({ count: 1, isMore: false, meant: [], problems: [] });
    const [hit] = found.nodes;
    expect(hit).toMatchObject({
      id: post.id,
      kind: 'POST',
      path: `/t/${thread.id}#post-${post.position}`,
      author: { id: member },
      community: { name: community.name },
    });
    expect(hit).toMatchObject({ title: 'Evening courses', titlePieces: [{ text: 'Evening courses', isHit: false }] });
    expect(hit.excerptPieces.filter(({ isHit }: { isHit: boolean }) => isHit).map(({ text }: { text: string }) => text)).toEqual([
      'flats',
      word,
    ]);
  });

  it('finds what was said a moment ago, and at once no more what was taken back', async () => {
    const { member, thread } = await scene();
    const word = unique();
    const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { id } }';
    const { id } = (await app.ok(reply, { input: { threadId: thread.id, body: plainToRichText(`A word: ${word}`) } }, { as: member }))
      .reply;
    await app.jobsDone();
    expect(idsOf(await search(word, member))).toEqual([id]);
    // Nothing has told the index yet: what is gone is not shown.
    await app.sql('update post set removed_at = now() where id = $1', [id]);
    expect(await search(word, member)).toMatchObject({ count: 0, facets: { kinds: [] } });
    await app.jobsDone();
    await app
      .ok('mutation ($input: RemovePostInput!) { restorePost(input: $input) { id } }', { input: { postId: id } }, { as: member })
      .catch(() => null);
    await app.sql('update post set removed_at = null where id = $1', [id]);
    await app.jobsDone();
    expect(idsOf(await search(word, member))).toEqual([id]);
  });

  it.each([
    ['English', 'The houses were organised by volunteers and that is what we have', 'house organising'],
    ['German', 'Die Wohnungen sind für die Familien und wir suchen', 'Wohnung Familie'],
    ['French', 'Les logements sont pour des familles que nous cherchons', 'logement famille'],
    ['Ukrainian', 'Ми шукаємо житло для родин, які приїхали', 'житла родини'],
    ['Arabic', 'نبحث عن مساكن للعائلات في المدينة', 'المساكن مدينة'],
    ['accents left out', 'Éducation à Żory', 'education zory'],
    ['an address', 'See https://example.org/checklist-for-families', 'checklist families'],
    ['a name with an apostrophe', 'Наше об’єднання працює', 'обєднання'],
  ])('finds other forms of a word: %s', async (_, said, typed) => {
    const { member, say } = await scene();
    const word = unique();
    const post = await say(`${said} ${word}`);
    await index();
    expect(idsOf(await search(`${typed} ${word}`, member))).toEqual([post.id]);
  });

  it('finds a post of 2019 by a misspelt word in Ukrainian, and says which word was meant', async () => {
    const { member, say } = await scene();
    const old = await say('Тимчасове помешкання знайшли через церкву', new Date('2019-05-08T10:00:00Z'));
    await say('Помешкання знову шукаємо', new Date('2021-05-08T10:00:00Z'));
    await index();
    const found = await search('помешкнаня after:2019 before:2020', member);
    expect(idsOf(found)).toEqual([old.id]);
    expect(found.meant).toEqual(['помешкання']);
    expect(found.facets.years).toEqual([{ value: '2019', count: 1 }]);
    expect(found.facets.languages).toEqual([{ value: 'uk', count: 1 }]);
  });

  it('finds what goes on like the word that is being typed', async () => {
    const { member, say } = await scene();
    const word = unique();
    const post = await say(`${word}suffix`);
    await index();
    expect(idsOf(await search(word.slice(0, 7), member))).toEqual([post.id]);
    expect(idsOf(await search(`${word.slice(0, 7)} `.trimStart(), member))).toEqual([post.id]);
  });

  it('narrows by author, place, kind and time, with names in any language of the house', async () => {
    const word = unique();
    const { member, say, community, thread } = await scene({ name: `Circle of ${word}` });
    const other = await buildPerson(app, { name: `Olena Bilyk ${word}` });
    await buildMembership(app, { communityId: community.id, personId: other.id });
    const mine = await say(`mine ${word}`);
    const theirs = await buildPost(app, { threadId: thread.id, authorId: other.id, said: `theirs ${word}` });
    const need = await buildNeed(app, { communityId: community.id, raisedById: member, statement: `Need ${word}` });
    const session = await buildSession(app, { communityId: community.id, needId: need.id, title: `Session ${word}` });
    await index();
    expect(idsOf(await search(`${word} автор:bilyk type:post`, member))).toEqual([theirs.id]);
    expect(idsOf(await search(`${word} author:"olena bilyk" typ:Beitrag in:"circle of ${word}"`, member))).toEqual([theirs.id]);
    expect(idsOf(await search(`${word} -theirs type:post`, member))).toEqual([mine.id]);
    expect(idsOf(await search(`"session ${word}" OR "need ${word}"`, member)).sort()).toEqual([need.id, session.id].sort());
    expect(idsOf(await search(`type:session in:${community.slug}`, member))).toEqual([session.id]);
    const { facets } = await search(word, member, { filter: { kinds: ['POST', 'NEED'] } });
    expect(facets.kinds).toEqual([
      { value: 'POST', count: 2 },
      { value: 'NEED', count: 1 },
    ]);
    expect(facets.communities).toEqual([{ value: community.id, label: `Circle of ${word}`, count: 3 }]);
    const puzzled = await search('author:nobodyhere in:nowhereatall type:cake after:gestern before:', member);
    expect(puzzled).toMatchObject({ count: 0 });
    expect(puzzled.problems.map(({ code }: { code: string }) => code).sort()).toEqual([
      'BAD_DATE',
      'NO_VALUE',
      'UNKNOWN_AUTHOR',
      'UNKNOWN_PLACE',
      'UNKNOWN_TYPE',
    ]);
  });

  it('goes on from page to page, each result once', async () => {
    const { member, say } = await scene();
    const word = unique();
    for (let i = 0; i < 7; i++) await say(`${word} and ${'more '.repeat(i)}`);
    await index();
    for (const order of ['BEST', 'NEWEST']) {
      const met: string[] = [];
      let after: string | undefined;
      do {
        const { nodes, pageInfo, count } = await search(word, member, { first: 3, order, ...(after ? { after } : {}) });
        expect(count).toBe(7);
        met.push(...nodes.map(({ id }: { id: string }) => id));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
      } while (after);
      expect(met).toHaveLength(7);
      expect(new Set(met).size).toBe(7);
    }
  });

  it('gives nobody what is not for them: no result, no count, no word that was meant', async () => {
    const word = `geheimnis${randomUUID().replaceAll(/[^a-z]/g, '')}`;
    const { member, say, thread } = await scene({ visibility: Visibility.MEMBERS });
    await say(`The ${word} of the house`);
    const stranger = (await buildPerson(app)).id;
    await index();
    expect(await search(word, member)).toMatchObject({ count: 1 });
    const nothing = { count: 0, isMore: false, meant: [], facets: { kinds: [], communities: [], years: [], languages: [], themes: [] } };
    expect(await search(word, stranger)).toMatchObject(nothing);
    expect(await search(`${word.slice(0, -2)}q`, stranger)).toMatchObject(nothing);
    expect((await search(`${word.slice(0, -2)}q`, member)).meant).toEqual([word]);
    // Wider and narrower again, with an index that has not heard of it.
    await app.sql(`update community set visibility = 'PUBLIC' where id = (select community_id from thread where id = $1)`, [thread.id]);
    expect(await search(word, stranger)).toMatchObject(nothing);
    await app.sql(`update thread set level = 'PUBLIC' where id = $1`, [thread.id]);
    await app.jobsDone();
    expect(await search(word, stranger)).toMatchObject({ count: 1 });
    await app.sql(`update thread set level = 'COMMUNITY' where id = $1`, [thread.id]);
    expect(await search(word, stranger)).toMatchObject(nothing);
    expect(await app.refusal(SEARCH, { text: word })).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['nothing', ''],
    ['signs', `'"\\ & | ! ( ) :* <-> %% __`],
    ['half a letter', '\ud83d\ud83d'],
    ['a tsquery', `a' | 'b & !('c`],
    ['SQL', `'; drop table person --`],
    ['400 letters', 'e'.repeat(400)],
    ['only what is left out', '-word'],
    ['a cloud of operators', 'author: in: type: before: after:'],
    ['many words', 'a b c d e f g h i j k l m n o p q r s t u v w x y z'],
    ['right to left signs', 'كلمة عربية'],
  ])('takes %s as it is', async (_, text) => {
    const { member } = await scene();
    expect((await search(text, member)).nodes).toEqual([]);
  });

  it('refuses bad input by name', async () => {
    const { member } = await scene();
    const refused = async (variables: object) =>
      (await app.graphql(SEARCH, variables, { as: member })).errors?.[0]?.extensions.fields.map(({ path }) => path);
    expect(await refused({ text: 'e'.repeat(401) })).toEqual(['text']);
    expect(await refused({ text: 'word', after: 'x' })).toEqual(['after']);
    expect(await refused({ text: 'word', filter: { communityIds: ['x'] } })).toEqual(['filter.communityIds']);
  });
});
