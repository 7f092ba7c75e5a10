import { type Loose, startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildCommunity, buildMembership } from '../../communities/testing.js';
import { buildThread } from '../../discussions/testing.js';
import { buildPerson } from '../../people/testing.js';
import { unpacked } from '../testing.js';

const REQUEST = 'mutation ($input: RequestDownloadInput!) { requestDownload(input: $input) { id state } }';
const LINK = 'mutation ($input: DownloadLinkInput!) { downloadLink(input: $input) }';
const LIST = '{ personalDownloads { id state done of bytes expiresAt } }';

let app: TestApp;
let me: string;
let other: string;
let threadId: string;
beforeAll(async () => {
  app = await startTestApp();
  me = (await buildPerson(app, { name: 'Milo Mine', email: 'milo@town.example', about: 'About Milo', language: 'fr' })).id;
  other = (await buildPerson(app, { name: 'Zofia Zaunkoenig', email: 'zofia@town.example' })).id;
  const { id: communityId } = await buildCommunity(app, { name: 'Courses' });
  for (const personId of [me, other]) await buildMembership(app, { communityId, personId });
  threadId = (await buildThread(app, { communityId, authorId: other, title: 'Rooms', text: 'What Zofia said' })).id;
  const body = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'My own words to ' },
          { type: 'mention', attrs: { id: other, label: 'x' } },
        ],
      },
    ],
  };
  await app.ok('mutation ($input: ReplyInput!) { reply(input: $input) { id } }', { input: { threadId, body } }, { as: me });
});
afterAll(() => app?.stop());
afterEach(() => app.clock.set(null));

async function ready(): Promise<string> {
  const { requestDownload } = await app.ok(REQUEST, { input: {} }, { as: me });
  await app.jobsDone();
  return requestDownload.id as string;
}
const linkTo = async (downloadId: string) => (await app.ok(LINK, { input: { downloadId } }, { as: me })).downloadLink as string;
const fetched = async (path: string, as?: string) => app.nest.inject({ url: path, headers: as ? { cookie: await app.cookieOf(as) } : {} });

describe('my data', () => {
  it('is put together by a job, and holds what is mine and nobody else’s', async () => {
    const id = await ready();
    const [download] = (await app.ok(LIST, {}, { as: me })).personalDownloads;
    expect(download).toMatchObject({ id, state: 'READY', done: download.of, bytes: expect.any(Number) });
    const path = await linkTo(id);
    const answer = await fetched(path, me);
    expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-store', 'content-type': 'application/zip' });
    const files = unpacked(answer.rawPayload);
    const data = JSON.parse(files['data.json'] ?? '');
    expect(data.account[0]).toMatchObject({ name: 'Milo Mine', email: 'milo@town.example', about: 'About Milo' });
    expect(data.posts.map(({ text }: { text: string }) => text.trim())).toEqual(['My own words to @…']);
    expect(data.memberships[0]).toMatchObject({ community: 'Courses', role: 'MEMBER' });
    expect(files['index.html']).toContain('Vos données');
    for (const foreign of ['Zofia', 'Zaunkoenig', 'zofia@', 'hash', '<script'])
      expect([foreign, Object.values(files).join('').includes(foreign)]).toEqual([foreign, false]);
  });

  it('opens to nobody else, whatever they have', async () => {
    const path = await linkTo(await ready());
    expect((await fetched(path)).statusCode).toBe(404);
    expect((await fetched(path, other)).statusCode).toBe(404);
    expect((await fetched('/my-data/short', me)).statusCode).toBe(404);
    expect((await fetched(path, me)).statusCode).toBe(200);
    expect(JSON.stringify(await app.sql('select * from personal_download'))).not.toContain(path.split('/').at(-1));
  });

  it('is there for an hour', async () => {
    const id = await ready();
    const path = await linkTo(id);
    app.clock.set(new Date(Date.now() + 3_700_000));
    expect((await fetched(path, me)).statusCode).toBe(404);
  });

  it('needs a sign-in of the last ten minutes, for asking and for fetching', async () => {
    const id = await ready();
    await app.sql(`update sign_in_session set created_at = now() - interval '11 minutes' where person_id = $1`, [me]);
    expect(await app.refusal(REQUEST, { input: {} }, { as: me })).toBe('FRESH_SIGN_IN_NEEDED');
    expect(await app.refusal(LINK, { input: { downloadId: id } }, { as: me })).toBe('FRESH_SIGN_IN_NEEDED');
    await app.sql(`update sign_in_session set created_at = now() where person_id = $1`, [me]);
    expect(await app.refusal(LINK, { input: { downloadId: id } }, { as: other })).toBe('NOT_FOUND');
  });
});

describe('where I am named', () => {
  const NAMED =
    'query ($first: PageSize, $after: String, $kind: NamedKind) { namedIn(first: $first, after: $after, kind: $kind) { nodes { kind title path } pageInfo { hasNextPage endCursor } } }';

  it('lists what names me, as links I may open, page by page', async () => {
    const all: { kind: string; title: string; path: string }[] = [];
    let after: string | null = null;
    do {
      const { namedIn }: Loose = await app.ok(NAMED, { first: 2, after }, { as: me });
      all.push(...namedIn.nodes);
      after = namedIn.pageInfo.hasNextPage ? namedIn.pageInfo.endCursor : null;
    } while (after);
    expect(all.map(({ kind }) => kind).sort()).toEqual(['MEMBERSHIP', 'POST']);
    const mentions = (await app.ok(NAMED, { kind: 'MENTION' }, { as: other })).namedIn.nodes;
    expect(mentions).toEqual([{ kind: 'MENTION', title: 'Rooms', path: expect.stringContaining(`/t/${threadId}`) }]);
  });

  it('shows nothing that I may not open any more', async () => {
    await app.sql(`delete from membership where person_id = $1`, [other]);
    await app.sql(`update community set visibility = 'MEMBERS'`);
    expect((await app.ok(NAMED, {}, { as: other })).namedIn.nodes).toEqual([]);
  });
});
