import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { plainToRichText } from '#content';
import { MembershipRole, Visibility } from '#domain/communities';
import { type RoomMessage, Rooms } from '#platform/realtime';
import { buildMembership } from '../../communities/testing.js';
import { buildPerson } from '../../people/testing.js';
import { buildChorus, release } from './testing.js';

let app: TestApp;
const told: RoomMessage[] = [];
const at = new Date('2026-11-20T15:47:31.250Z');
beforeAll(async () => {
  app = await startTestApp();
  app.get(Rooms).connect(
    (message) => told.push(structuredClone(message)),
    () => Promise.resolve(),
  );
  app.clock.set(at);
});
afterAll(() => app.stop());
beforeEach(() => told.splice(0));

const says = (text: string) => plainToRichText(text);
const POST = `fragment P on Post { id threadId position voice createdAt editedAt isRemoved html viewerCan author { id } replyTo { voice author { id } } revisions { writtenAt } }`;
const THREAD = `fragment T on Thread { id level createdAt lastPostAt isFollowed viewerCan participantCount author { id } lastPostBy { id } participants { id } }`;
const REPLY = `mutation ($input: ReplyInput!) { reply(input: $input) { ...P } } ${POST}`;
const START = `mutation ($input: StartThreadInput!) { startThread(input: $input) { ...T } } ${THREAD}`;
const EDIT = `mutation ($input: EditPostInput!) { editPost(input: $input) { ...P } } ${POST}`;
const REMOVE = `mutation ($input: RemovePostInput!) { removePost(input: $input) { ...P } } ${POST}`;
const RESTORE = `mutation ($input: RemovePostInput!) { restorePost(input: $input) { ...P } } ${POST}`;
const CLOSE = `mutation ($input: CloseThreadInput!) { closeThread(input: $input) { ...T } } ${THREAD}`;
const FLOOR = `mutation ($input: SetUnattributedFloorInput!) { setUnattributedFloor(input: $input) { unattributed { floor possibleAuthors isPossible } } }`;
const GET = `query ($id: ID!) { thread(id: $id) { ...T posts { nodes { ...P } } } } ${THREAD} ${POST}`;
const RULE = `query ($slug: String!) { community(slug: $slug) { unattributed { floor possibleAuthors isPossible } } }`;

const sayUnnamed = (threadId: string, as: string, text: string, more: object = {}) =>
  app.ok(REPLY, { input: { threadId, body: says(text), isUnattributed: true, ...more } }, { as }).then(({ reply }) => reply);

describe('a reply without a name', () => {
  it('shows a number and a day instead of a person and a moment', async () => {
    const { thread, members } = await buildChorus(app);
    const [starter = '', author = '', reader = ''] = members;
    const post = await sayUnnamed(thread.id, author, 'We failed, and this is how.');
    expect(post).toMatchObject({ author: null, createdAt: '2026-11-20T00:00:00.000Z', viewerCan: ['READ', 'EDIT', 'REMOVE', 'REACT'] });
    expect(post.voice).toBeGreaterThan(0);
    const seen = (await app.ok(GET, { id: thread.id }, { as: reader })).thread;
    expect(seen).toMatchObject({ lastPostBy: null, participantCount: 2, participants: [{ id: starter }] });
    expect(seen.posts.nodes[1]).toEqual({ ...post, viewerCan: ['READ', 'REACT'] });
    // Sending neither reads nor follows: both would be a sign.
    expect((await app.ok(GET, { id: thread.id }, { as: author })).thread).toMatchObject({ isFollowed: false });
    expect(await app.sql('select 1 from thread_reading where thread_id = $1 and person_id = $2', [thread.id, author])).toEqual([]);
  });

  it('keeps the number of a person within a thread, and gives each another', async () => {
    const { thread, members } = await buildChorus(app);
    const [, ada = '', ben = '', cleo = ''] = members;
    const voices: number[] = [];
    for (const who of [ada, ben, ada, cleo, ben]) voices.push((await sayUnnamed(thread.id, who, 'Again.')).voice);
    expect(voices[2]).toBe(voices[0]);
    expect(voices[4]).toBe(voices[1]);
    expect(new Set(voices).size).toBe(3);
    expect((await app.ok(GET, { id: thread.id }, { as: ada })).thread.participantCount).toBe(4);
  });

  it('gives different people different numbers, however many speak at once', async () => {
    const { thread, members } = await buildChorus(app, 12);
    const posts = await Promise.all(members.slice(1).map((who) => sayUnnamed(thread.id, who, 'All at once.')));
    expect(new Set(posts.map((post) => post.voice)).size).toBe(9);
    expect(posts.map((post) => post.position).sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('sent 20 times with one key is one post, and nobody else finds it under that key', async () => {
    const { thread, members } = await buildChorus(app);
    const [, ada = '', ben = ''] = members;
    const mutationKey = `unnamed-${randomUUID()}`;
    const ids = await Promise.all(Array.from({ length: 20 }, async () => (await sayUnnamed(thread.id, ada, 'Once.', { mutationKey })).id));
    expect(new Set(ids).size).toBe(1);
    expect((await sayUnnamed(thread.id, ben, 'Another.', { mutationKey })).id).not.toBe(ids[0]);
  });

  it('answers a post and is answered', async () => {
    const { thread, members } = await buildChorus(app);
    const [, ada = '', ben = ''] = members;
    const first = await sayUnnamed(thread.id, ada, 'First.');
    const second = await sayUnnamed(thread.id, ben, 'Second.', { replyToId: first.id });
    expect(second.replyTo).toEqual({ voice: first.voice, author: null });
    const named = await app.ok(REPLY, { input: { threadId: thread.id, body: says('Third.'), replyToId: first.id } }, { as: ben });
    expect(named.reply).toMatchObject({ voice: null, author: { id: ben }, replyTo: { voice: first.voice, author: null } });
  });

  it('is read by the public in a public thread, and by nobody else in a closed one', async () => {
    const open = await buildChorus(app, 8, Visibility.PUBLIC);
    const post = await sayUnnamed(open.thread.id, open.members[1] ?? '', 'For everyone.');
    expect((await app.ok(GET, { id: open.thread.id })).thread.posts.nodes[1]).toMatchObject({
      id: post.id,
      author: null,
      viewerCan: ['READ'],
    });
    const closed = await buildChorus(app);
    expect(
      await app.refusal(REPLY, { input: { threadId: closed.thread.id, body: says('x'), isUnattributed: true } }, { as: open.members[1] }),
    ).toBe('NOT_FOUND');
    expect(await app.refusal(REPLY, { input: { threadId: closed.thread.id, body: says('x'), isUnattributed: true } })).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('calls nobody and holds no pictures', async () => {
    const { thread, members } = await buildChorus(app);
    const [, ada = '', ben = ''] = members;
    const post = await sayUnnamed(thread.id, ada, `Ask @[Ben](${ben}) and @[me](${ada}).`);
    expect(post.html).toContain('@Ben');
    expect(post.html).not.toContain(ben);
    await release(app);
    expect(await app.sql('select 1 from notification where kind = $1 and subject_id = $2', ['MENTION', thread.id])).toEqual([]);
    const picture = { type: 'doc', content: [{ type: 'image', attrs: { src: `/files/${randomUUID()}`, alt: 'A plan' } }] };
    const refused = await app.graphql(REPLY, { input: { threadId: thread.id, body: picture, isUnattributed: true } }, { as: ada });
    expect(refused.errors?.[0]?.extensions.fields).toMatchObject([{ path: 'body', code: 'NO_PICTURES_UNATTRIBUTED' }]);
  });

  it('is heard of later: by its thread’s room with ids alone, by followers without a name', async () => {
    const { thread, members } = await buildChorus(app);
    const [starter = '', ada = '', ben = ''] = members;
    for (const as of [ada, ben])
      await app.ok(
        'mutation ($input: FollowThreadInput!) { followThread(input: $input) { id } }',
        { input: { threadId: thread.id, on: true } },
        { as },
      );
    told.splice(0);
    const post = await sayUnnamed(thread.id, ada, 'Heard later.');
    await app.jobsDone();
    expect(told).toEqual([]);
    await release(app);
    expect(told.filter(({ room }) => room === `thread:${thread.id}`)).toMatchObject([
      { kind: 'post-added', payload: { __typename: 'Post', id: post.id, threadId: thread.id, position: 2 } },
    ]);
    expect(Object.keys(told.find(({ kind }) => kind === 'post-added')?.payload as object)).toHaveLength(4);
    const notices = await app.sql('select person_id, actor_id from notification where subject_id = $1', [thread.id]);
    // The same rows as for any follower: an absent one would point at the author.
    expect(new Set(notices.map((row) => String(row['person_id'])))).toEqual(new Set([ada, ben]));
    expect(notices.map((row) => row['actor_id'])).toEqual([null, null]);
    expect(starter).not.toBe(ada);
  });
});

describe('one’s own unattributed post', () => {
  it('is edited, taken back and brought back by its author alone', async () => {
    const { thread, members, facilitator } = await buildChorus(app);
    const [, ada = '', ben = ''] = members;
    const { id: postId } = await sayUnnamed(thread.id, ada, 'First words.');
    for (const as of [ben, facilitator])
      expect(await app.refusal(EDIT, { input: { postId, body: says('Mine') } }, { as })).toBe('FORBIDDEN');
    const edited = (await app.ok(EDIT, { input: { postId, body: says('Better words.') } }, { as: ada })).editPost;
    expect(edited).toMatchObject({
      editedAt: '2026-11-20T00:00:00.000Z',
      revisions: [{ writtenAt: '2026-11-20T00:00:00.000Z' }],
      author: null,
    });
    expect(await app.refusal(REMOVE, { input: { postId } }, { as: ben })).toBe('FORBIDDEN');
    expect((await app.ok(REMOVE, { input: { postId } }, { as: ada })).removePost).toMatchObject({ isRemoved: true, html: '' });
    for (const as of [ben, facilitator]) expect(await app.refusal(RESTORE, { input: { postId } }, { as })).toBe('FORBIDDEN');
    expect((await app.ok(RESTORE, { input: { postId } }, { as: ada })).restorePost).toMatchObject({ isRemoved: false });
  });

  it('that a facilitator removed stays removed', async () => {
    const { thread, members, facilitator } = await buildChorus(app);
    const [, ada = ''] = members;
    const { id: postId } = await sayUnnamed(thread.id, ada, 'Unfair words.');
    await app.ok(REMOVE, { input: { postId } }, { as: facilitator });
    expect(await app.refusal(RESTORE, { input: { postId } }, { as: ada })).toBe('FORBIDDEN');
    expect((await app.ok(RESTORE, { input: { postId } }, { as: facilitator })).restorePost.isRemoved).toBe(false);
  });
});

describe('a thread without names', () => {
  it('names nobody, and is its author’s to close', async () => {
    const { community, members, facilitator } = await buildChorus(app);
    const [ada = '', ben = ''] = members;
    const input = { communityId: community.id, title: 'What went wrong in our town', body: says('We lost them.'), level: 'UNATTRIBUTED' };
    const thread = (await app.ok(START, { input }, { as: ada })).startThread;
    const day = '2026-11-20T00:00:00.000Z';
    expect(thread).toMatchObject({
      level: 'UNATTRIBUTED',
      author: null,
      lastPostBy: null,
      participants: [],
      createdAt: day,
      lastPostAt: day,
    });
    expect(thread.viewerCan).toEqual(['READ', 'REPLY', 'EDIT', 'CLOSE']);
    expect((await app.ok(GET, { id: thread.id }, { as: ben })).thread.viewerCan).toEqual(['READ', 'REPLY']);
    expect(await app.refusal(REPLY, { input: { threadId: thread.id, body: says('It was me') } }, { as: ben })).toBe('NOBODY_IS_NAMED_HERE');
    expect((await sayUnnamed(thread.id, ben, 'Us too.')).voice).toBeGreaterThan(0);
    expect((await app.ok(GET, { id: thread.id }, { as: facilitator })).thread.posts.nodes[0].viewerCan).toEqual([
      'READ',
      'REMOVE',
      'REACT',
    ]);
    const listed = await app.ok(
      'query ($id: ID!) { threads(communityId: $id) { nodes { id viewerCan } } }',
      { id: community.id },
      { as: ada },
    );
    expect(listed.threads.nodes.find(({ id }: { id: string }) => id === thread.id)?.viewerCan).toContain('CLOSE');
    expect(await app.refusal(CLOSE, { input: { threadId: thread.id } }, { as: ben })).toBe('FORBIDDEN');
    expect((await app.ok(CLOSE, { input: { threadId: thread.id } }, { as: ada })).closeThread.viewerCan).toEqual(['READ', 'REOPEN']);
    told.splice(0);
    await release(app);
    const community_ = told.filter(({ room }) => room === `community:${community.id}`);
    expect(community_.map(({ payload }) => payload)).toContainEqual({ __typename: 'Thread', id: thread.id, communityId: community.id });
  });

  it('is for members only, also in a public community, and no level but these three starts a thread', async () => {
    const { community, members } = await buildChorus(app, 8, Visibility.PUBLIC);
    const input = { communityId: community.id, title: 'Among ourselves', body: says('Words.') };
    const { id } = (await app.ok(START, { input: { ...input, level: 'UNATTRIBUTED' } }, { as: members[0] })).startThread;
    const outsider = (await buildPerson(app)).id;
    expect(await app.refusal(GET, { id }, { as: outsider })).toBe('NOT_FOUND');
    expect(await app.refusal(GET, { id })).toBe('NOT_FOUND');
    expect(await app.refusal(START, { input: { ...input, level: 'OFF_RECORD' } }, { as: members[0] })).toBe('NOT_FOR_THREADS');
  });
});

describe('the floor', () => {
  it('refuses where too few could have written it, and says how many there are', async () => {
    const { thread, community, members } = await buildChorus(app, 7);
    const as = members[1];
    expect(await app.refusal(REPLY, { input: { threadId: thread.id, body: says('x'), isUnattributed: true } }, { as })).toBe(
      'TOO_FEW_TO_HIDE_AMONG',
    );
    const start = { communityId: community.id, title: 'Too few', body: says('x'), level: 'UNATTRIBUTED' };
    expect(await app.refusal(START, { input: start }, { as })).toBe('TOO_FEW_TO_HIDE_AMONG');
    const { community: shown } = await app.ok(RULE, { slug: community.slug }, { as });
    expect(shown.unattributed).toEqual({ floor: 8, possibleAuthors: 7, isPossible: false });
    expect((await app.ok(RULE, { slug: community.slug }, { as: (await buildPerson(app)).id })).community.unattributed).toBeNull();
    await buildMembership(app, { communityId: community.id });
    await sayUnnamed(thread.id, as ?? '', 'Now we are eight.');
  });

  it('is chosen by coordinators, never below five', async () => {
    const { thread, community, members, coordinator, facilitator } = await buildChorus(app, 6);
    const choose = (people: number) => ({ input: { communityId: community.id, people } });
    expect(await app.refusal(FLOOR, choose(6), { as: facilitator })).toBe('FORBIDDEN');
    expect(await app.refusal(FLOOR, choose(6), { as: members[0] })).toBe('FORBIDDEN');
    const tooLow = await app.graphql(FLOOR, choose(4), { as: coordinator });
    expect(tooLow.errors?.[0]?.extensions.fields).toMatchObject([{ path: 'people' }]);
    const { setUnattributedFloor } = await app.ok(FLOOR, choose(6), { as: coordinator });
    expect(setUnattributedFloor.unattributed).toEqual({ floor: 6, possibleAuthors: 6, isPossible: true });
    await sayUnnamed(thread.id, members[1] ?? '', 'Six are enough here.');
  });

  it('waits for whoever is just leaving: never a post without a name among fewer', async () => {
    const { thread, members, community } = await buildChorus(app, 8);
    const [, author = '', leaver = ''] = members;
    const leaving = await app.database.pool.connect();
    try {
      await leaving.query('begin');
      await leaving.query('select from community where id = $1 for no key update', [community.id]);
      await leaving.query('delete from membership where community_id = $1 and person_id = $2', [community.id, leaver]);
      let isAnswered = false;
      const input = { threadId: thread.id, body: says('Now or never.'), isUnattributed: true };
      const sent = app.graphql(REPLY, { input }, { as: author }).finally(() => (isAnswered = true));
      await sleep(300);
      expect(isAnswered).toBe(false);
      await leaving.query('commit');
      expect((await sent).errors?.[0]?.extensions.code).toBe('TOO_FEW_TO_HIDE_AMONG');
    } finally {
      leaving.release();
    }
  });

  it('counts those who may write, whatever their role', async () => {
    const { community, members } = await buildChorus(app, 9);
    await app.sql('update membership set role = $2 where community_id = $1 and person_id = $3', [
      community.id,
      MembershipRole.FACILITATOR,
      members[2],
    ]);
    expect((await app.ok(RULE, { slug: community.slug }, { as: members[0] })).community.unattributed.possibleAuthors).toBe(9);
  });
});
