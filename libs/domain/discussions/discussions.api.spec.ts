import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { plainToRichText } from '#content';
import { ConfidentialityLevel, MembershipRole, Visibility } from '#domain/communities';
import { Authentication } from '#platform/auth';
import { Rooms, type RoomMessage } from '#platform/realtime';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import { buildPerson } from '../people/testing.js';
import { Reading, readingKey } from './reading.service.js';
import { buildPost, buildThread } from './testing.js';

let app: TestApp;
const told: RoomMessage[] = [];

beforeAll(async () => {
  app = await startTestApp();
  app.get(Rooms).connect(
    (message) => told.push(structuredClone(message)),
    () => Promise.resolve(),
  );
});
afterAll(() => app.stop());
beforeEach(() => told.splice(0));

const says = (text: string) => plainToRichText(text);
const POST = `fragment P on Post {
  id threadId position body html createdAt editedAt isRemoved viewerCan author { id name headline pictureUrl }
  reactions { kind count viewerReacted } replyTo { id position excerpt author { id name } }
}`;
const THREAD = `fragment T on Thread {
  id title level createdAt lastPostAt replyCount isClosed unreadCount firstUnreadPosition lastReadAt isFollowed viewerCan participantCount
  author { id name headline } lastPostBy { id name }
}`;
const START = `mutation ($input: StartThreadInput!) { startThread(input: $input) { ...T } } ${THREAD}`;
const REPLY = `mutation ($input: ReplyInput!) { reply(input: $input) { ...P } } ${POST}`;
const EDIT = `mutation ($input: EditPostInput!) { editPost(input: $input) { ...P revisions { html writtenAt body } } } ${POST}`;
const REMOVE = `mutation ($input: RemovePostInput!) { removePost(input: $input) { ...P } } ${POST}`;
const RESTORE = `mutation ($input: RemovePostInput!) { restorePost(input: $input) { ...P } } ${POST}`;
const REACT = `mutation ($input: ReactInput!) { react(input: $input) { ...P } } ${POST}`;
const CLOSE = `mutation ($input: CloseThreadInput!) { closeThread(input: $input) { ...T } } ${THREAD}`;
const REOPEN = `mutation ($input: CloseThreadInput!) { reopenThread(input: $input) { ...T } } ${THREAD}`;
const RENAME = `mutation ($input: EditThreadInput!) { editThread(input: $input) { ...T } } ${THREAD}`;
const READ = `mutation ($input: MarkReadInput!) { markRead(input: $input) { ...T } } ${THREAD}`;
const FOLLOW = `mutation ($input: FollowThreadInput!) { followThread(input: $input) { isFollowed } }`;
const SAVE = `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { subject title body savedAt } }`;
const DRAFT = `query ($subject: String!) { draft(subject: $subject) { subject title body } }`;
const DISCARD = `mutation ($subject: String!) { discardDraft(subject: $subject) }`;
const LIST = `query ($id: ID!, $first: PageSize, $after: String) {
  threads(communityId: $id, first: $first, after: $after) { nodes { ...T } pageInfo { hasNextPage hasPreviousPage endCursor } } } ${THREAD}`;
const GET = `query ($id: ID!, $first: PageSize, $after: String, $last: PageSize, $before: String, $around: Int) {
  thread(id: $id) { ...T participants { id name }
    posts(first: $first, after: $after, last: $last, before: $before, around: $around) {
      nodes { ...P } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } ${THREAD} ${POST}`;

/** A community with a member, a facilitator, someone of another community, and a thread of the member. */
async function scene(visibility = Visibility.PUBLIC, level = ConfidentialityLevel.PUBLIC) {
  const community = await buildCommunity(app, { visibility });
  const joinedAt = new Date('2026-01-01T00:00:00Z');
  const join = async (role: MembershipRole, name: string) =>
    (await buildMembership(app, { communityId: community.id, role, joinedAt, personId: (await buildPerson(app, { name })).id })).personId;
  const [ada, ben, fay] = [
    await join(MembershipRole.MEMBER, 'Ada'),
    await join(MembershipRole.MEMBER, 'Ben'),
    await join(MembershipRole.FACILITATOR, 'Fay'),
  ];
  const otto = (await buildMembership(app, { personId: (await buildPerson(app, { name: 'Otto' })).id })).personId;
  const thread = await buildThread(app, { communityId: community.id, authorId: ada, level });
  return { community, thread, ada, ben, fay, otto };
}

describe('the tables', () => {
  it('are what the entities say', async () => {
    const { upQueries } = await app.database.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map((query) => query.query)).toEqual([]);
  });
});

describe('a thread', () => {
  it('starts with its opening post, read and followed by its author and new to the others', async () => {
    const { community, ada, ben } = await scene();
    const input = { communityId: community.id, title: '  Housing first ', body: says('Who tried it?'), level: 'PUBLIC' };
    const { startThread } = await app.ok(START, { input }, { as: ada });
    expect(startThread).toMatchObject({
      title: 'Housing first',
      level: 'PUBLIC',
      replyCount: 0,
      unreadCount: 0,
      isFollowed: true,
      participantCount: 1,
    });
    expect(told).toContainEqual(expect.objectContaining({ room: `community:${community.id}`, kind: 'thread-started' }));
    expect(told).toMatchObject([{ payload: { id: startThread.id, title: 'Housing first' } }]);

    const { threads } = await app.ok(LIST, { id: community.id }, { as: ben });
    expect(threads.nodes[0]).toMatchObject({ id: startThread.id, unreadCount: 1, firstUnreadPosition: 1, isFollowed: false });
    const { thread } = await app.ok(GET, { id: startThread.id }, { as: ben });
    expect(thread.posts.nodes).toMatchObject([{ position: 1, html: expect.stringContaining('Who tried it?'), author: { name: 'Ada' } }]);
    expect(await app.sql('select thread_count from community where id = $1', [community.id])).toEqual([{ thread_count: 1 }]);
  });
});

describe('a reply', () => {
  it('takes the next place, bumps its thread, and is new to the others but not to its author', async () => {
    const { thread, ada, ben } = await scene();
    const opening = (await app.sql('select id from post where thread_id = $1', [thread.id]))[0]?.['id'] as string;
    const { reply } = await app.ok(
      REPLY,
      { input: { threadId: thread.id, body: says('We did, in Turku.'), replyToId: opening } },
      { as: ben },
    );
    expect(reply).toMatchObject({
      position: 2,
      html: expect.stringContaining('Turku'),
      author: { id: ben, name: 'Ben', headline: 'Integration officer, Braga' },
      replyTo: { id: opening, position: 1, author: { id: ada }, excerpt: expect.stringContaining('classrooms') },
      reactions: [],
      viewerCan: ['READ', 'EDIT', 'REMOVE', 'REACT'],
    });
    const mine = (await app.ok(GET, { id: thread.id }, { as: ben })).thread;
    expect(mine).toMatchObject({
      replyCount: 1,
      participantCount: 2,
      unreadCount: 0,
      firstUnreadPosition: null,
      isFollowed: true,
      lastPostBy: { id: ben },
    });
    expect(mine.posts.nodes[1]).toEqual(reply);
    expect(mine.participants.map((person: { name: string }) => person.name)).toEqual(['Ben', 'Ada']);
    expect((await app.ok(GET, { id: thread.id }, { as: ada })).thread).toMatchObject({ unreadCount: 2, firstUnreadPosition: 1 });
  });

  it('is told whole to its room, without anything of one viewer, and its community hears of it once', async () => {
    const { community, thread, ben } = await scene();
    for (const text of ['One.', 'Two.']) await app.ok(REPLY, { input: { threadId: thread.id, body: says(text) } }, { as: ben });
    await app.jobsDone();
    const heard = told.filter((message) => message.room === `thread:${thread.id}`);
    expect(heard.map((message) => message.seq)).toEqual([1, 2]);
    expect(Object.keys(heard[0]?.payload as object).sort()).toEqual(
      [
        '__typename',
        'author',
        'body',
        'createdAt',
        'editedAt',
        'html',
        'id',
        'isRemoved',
        'phase',
        'position',
        'reactions',
        'replyTo',
        'threadId',
        'voice',
      ].sort(),
    );
    expect(heard[1]).toMatchObject({ kind: 'post-added', payload: { position: 3, author: { id: ben, name: 'Ben' }, reactions: [] } });
    const active = told.filter((message) => message.room === `community:${community.id}`);
    expect(active.at(-1)).toMatchObject({ kind: 'thread-active', payload: { id: thread.id, replyCount: 2, lastPostBy: { id: ben } } });
    const [week] = await app.sql('select sum(posts)::int as posts from community_week where community_id = $1', [community.id]);
    expect(week).toEqual({ posts: 2 });
  });

  it('sent 50 times with one key is one post with 50 equal answers', async () => {
    const { thread, ben } = await scene();
    const input = { mutationKey: `reply-${randomUUID()}`, threadId: thread.id, body: says('Once only.') };
    await app.cookieOf(ben);
    const answers = await Promise.all(Array.from({ length: 50 }, () => app.graphql(REPLY, { input }, { as: ben })));
    expect(answers[0]?.data).toMatchObject({ reply: { position: 2 } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await app.sql('select count(*)::int as posts from post where thread_id = $1', [thread.id])).toEqual([{ posts: 2 }]);
    expect(told.filter((message) => message.room === `thread:${thread.id}`)).toHaveLength(1);
    expect(await app.sql(`select count(*)::int as n from event where payload->>'threadId' = $1`, [thread.id])).toEqual([{ n: 1 }]);
  });

  it('of twenty people at once takes places without gaps', async () => {
    const { community, thread } = await scene();
    const people = await Promise.all(
      Array.from({ length: 20 }, async () => (await buildMembership(app, { communityId: community.id })).personId),
    );
    for (const person of people) await app.cookieOf(person);
    const positions = await Promise.all(
      people.map(
        async (as) => (await app.ok(REPLY, { input: { threadId: thread.id, body: says('Here too.') } }, { as })).reply.position as number,
      ),
    );
    expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
    const [kept] = await app.sql('select post_count, participant_count from thread where id = $1', [thread.id]);
    expect(kept).toEqual({ post_count: 21, participant_count: 21 });
    const heard = told.filter((message) => message.room === `thread:${thread.id}`);
    const bySeq = heard.sort((a, b) => a.seq - b.seq).map(({ seq, payload }) => [seq, (payload as { position: number }).position]);
    expect(bySeq).toEqual(Array.from({ length: 20 }, (_, index) => [index + 1, index + 2]));
  });

  it('answers only a post of its own thread', async () => {
    const { thread, ben, community } = await scene();
    const elsewhere = await buildPost(app, { threadId: (await buildThread(app, { communityId: community.id })).id });
    for (const replyToId of [elsewhere.id, randomUUID()]) {
      const { errors } = await app.graphql(REPLY, { input: { threadId: thread.id, body: says('To whom?'), replyToId } }, { as: ben });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_IN_THIS_THREAD', fields: [{ path: 'replyToId' }] });
    }
  });

  it.each([
    [
      'a link that runs',
      {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }] },
        ],
      },
      'body.content[0].content[0].marks[0].attrs.href',
    ],
    ['an unknown element', { type: 'doc', content: [{ type: 'script' }] }, 'body.content[0].type'],
    ['nothing', { type: 'doc', content: [{ type: 'paragraph' }] }, 'body'],
    ['a text', 'hello', 'body'],
    ['a list', [1, 2], 'body'],
    [
      'a thousand levels',
      Array.from({ length: 1_000 }).reduce<object>((inside) => ({ type: 'blockquote', content: [inside] }), { type: 'paragraph' }),
      'body',
    ],
    ['a name of the language', { type: 'doc', toJSON: 'x', content: [] }, 'body'],
  ])('refuses %s and names the place', async (_, body, path) => {
    const { thread, ben } = await scene();
    const { status, errors } = await app.graphql(REPLY, { input: { threadId: thread.id, body } }, { as: ben });
    expect(status).toBeLessThan(500);
    expect(errors?.[0]?.extensions).toMatchObject({
      kind: 'INVALID',
      fields: [{ path: expect.stringMatching(new RegExp(`^${path.replace(/[[\].]/g, '\\$&')}`)) }],
    });
    expect(await app.sql('select post_count from thread where id = $1', [thread.id])).toEqual([{ post_count: 1 }]);
  });
});

it('refuses a tower of lists that would exhaust the stack', async () => {
  const { thread, ben } = await scene();
  const payload = JSON.stringify({ query: REPLY, variables: { input: { threadId: thread.id, body: 'TOWER' } } });
  const response = await app.nest.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', origin: app.config.baseUrl, cookie: await app.cookieOf(ben) },
    payload: payload.replace('"TOWER"', '['.repeat(40_000) + ']'.repeat(40_000)),
  });
  expect(response.statusCode).toBeLessThan(500);
  expect(response.json().errors[0].extensions.kind).toBe('INVALID');
});

describe('a post', () => {
  it('is rewritten by its author with its history, and mentions reach those who are new in it', async () => {
    const { thread, ada, ben, fay, otto } = await scene();
    const mention = (id: string, label: string) => `@[${label}](${id})`;
    const body = says(`${mention(ben, 'The Boss')} and ${mention(otto, 'Otto')}: look.`);
    const { reply } = await app.ok(REPLY, { input: { threadId: thread.id, body } }, { as: ada });
    expect(reply.html).toContain('Ben');
    expect(JSON.stringify(reply)).not.toContain('The Boss');
    expect(reply.body.content[0].content).toEqual([
      { type: 'mention', attrs: { id: ben, label: 'Ben' } },
      { type: 'text', text: ' and @Otto: look.' },
    ]);
    const input = { postId: reply.id, body: says(`${mention(ben, 'Ben')} and ${mention(fay, 'Fay')}: look again.`) };
    const { editPost } = await app.ok(EDIT, { input }, { as: ada });
    expect(editPost).toMatchObject({ html: expect.stringContaining('look again'), editedAt: expect.any(String) });
    expect(editPost.revisions).toMatchObject([{ html: reply.html, writtenAt: reply.createdAt }]);

    const mentions = await app.sql('select person_id from post_mention where post_id = $1', [reply.id]);
    expect(new Set(mentions.map((row) => row['person_id']))).toEqual(new Set([ben, fay]));
    const events = await app.sql(`select name, payload from event where payload->>'postId' = $1 order by occurred_at`, [reply.id]);
    expect(events).toMatchObject([
      { name: 'discussions.post-added', payload: { mentionedIds: [ben] } },
      { name: 'discussions.post-edited', payload: { newlyMentionedIds: [fay] } },
    ]);
    expect(told.find((message) => message.kind === 'post-edited')).toMatchObject({ payload: { id: reply.id, html: editPost.html } });
    expect(await app.refusal(EDIT, { input }, { as: ben })).toBe('FORBIDDEN');
    expect(await app.refusal(EDIT, { input }, { as: fay })).toBe('FORBIDDEN');
  });

  it('is removed and brought back: by its author, or by a facilitator, whose removal only facilitators undo', async () => {
    const { thread, ada, ben, fay } = await scene();
    const { reply } = await app.ok(REPLY, { input: { threadId: thread.id, body: says('Something unwise.') } }, { as: ada });
    const input = { postId: reply.id };
    expect(await app.refusal(REMOVE, { input }, { as: ben })).toBe('FORBIDDEN');

    const { removePost } = await app.ok(REMOVE, { input }, { as: ada });
    expect(removePost).toMatchObject({ isRemoved: true, html: '', viewerCan: ['READ', 'RESTORE'] });
    expect(JSON.stringify(told.find((message) => message.kind === 'post-removed'))).not.toContain('unwise');
    const { thread: seen } = await app.ok(GET, { id: thread.id }, { as: ben });
    expect(seen.posts.nodes[1]).toMatchObject({ isRemoved: true, html: '', author: { name: 'Ada' } });
    expect(await app.refusal(REMOVE, { input }, { as: ada })).toBe('POST_IS_REMOVED');
    expect(await app.refusal(EDIT, { input: { ...input, body: says('Better.') } }, { as: ada })).toBe('POST_IS_REMOVED');

    expect((await app.ok(RESTORE, { input }, { as: ada })).restorePost).toMatchObject({ isRemoved: false, html: reply.html });
    await app.ok(REMOVE, { input }, { as: fay });
    expect(await app.refusal(RESTORE, { input }, { as: ada })).toBe('FORBIDDEN');
    expect((await app.ok(RESTORE, { input }, { as: fay })).restorePost).toMatchObject({ isRemoved: false });
    const heard = told.filter((message) => message.room === `thread:${thread.id}`);
    expect(heard.map((message) => message.kind)).toEqual(['post-added', 'post-removed', 'post-restored', 'post-removed', 'post-restored']);
  });

  it('is removed once by a request that is sent twice', async () => {
    const { thread, ada } = await scene();
    const { reply } = await app.ok(REPLY, { input: { threadId: thread.id, body: says('Away with it.') } }, { as: ada });
    const input = { postId: reply.id, mutationKey: `remove-${randomUUID()}` };
    expect(await app.ok(REMOVE, { input }, { as: ada })).toEqual(await app.ok(REMOVE, { input }, { as: ada }));
    expect(told.filter((message) => message.kind === 'post-removed')).toHaveLength(1);
  });

  it('counts each reaction of each person once, also of many at once', async () => {
    const { community, thread, ada } = await scene();
    const post = await buildPost(app, { threadId: thread.id, authorId: ada });
    const people = await Promise.all(
      Array.from({ length: 8 }, async () => (await buildMembership(app, { communityId: community.id })).personId),
    );
    for (const person of people) await app.cookieOf(person);
    const react = (as: string, kind: string, on: boolean) => app.ok(REACT, { input: { postId: post.id, kind, on } }, { as });
    await Promise.all(people.flatMap((person) => [react(person, 'THANKS', true), react(person, 'THANKS', true)]));
    await react(people[0] ?? '', 'INSIGHT', true);
    const { react: last } = await react(people[0] ?? '', 'THANKS', false);
    expect(last.reactions).toEqual([
      { kind: 'THANKS', count: 7, viewerReacted: false },
      { kind: 'INSIGHT', count: 1, viewerReacted: true },
    ]);
    await react(people[0] ?? '', 'THANKS', false);
    const { react: none } = await react(people[0] ?? '', 'INSIGHT', false);
    expect(none.reactions).toEqual([{ kind: 'THANKS', count: 7, viewerReacted: false }]);
    expect(told.at(-1)).toMatchObject({ kind: 'reactions-changed', payload: { id: post.id, reactions: [{ kind: 'THANKS', count: 7 }] } });
    expect(JSON.stringify(told)).not.toContain('viewerReacted');
  });
});

describe('closing', () => {
  it('ends the conversation, keeps it readable, and can be undone', async () => {
    const { thread, ada, ben, fay } = await scene();
    const input = { threadId: thread.id };
    expect(await app.refusal(CLOSE, { input }, { as: ben })).toBe('FORBIDDEN');
    const { closeThread } = await app.ok(CLOSE, { input }, { as: ada });
    expect(closeThread).toMatchObject({ isClosed: true, viewerCan: ['READ', 'REOPEN', 'NARROW'] });
    expect(await app.refusal(REPLY, { input: { ...input, body: says('Still here?') } }, { as: ben })).toBe('THREAD_IS_CLOSED');
    expect(await app.refusal(CLOSE, { input }, { as: fay })).toBe('THREAD_IS_CLOSED');
    expect(await app.refusal(RENAME, { input: { ...input, title: 'Another title' } }, { as: fay })).toBe('THREAD_IS_CLOSED');
    expect((await app.ok(REOPEN, { input }, { as: fay })).reopenThread).toMatchObject({ isClosed: false });
    expect(await app.refusal(REOPEN, { input }, { as: fay })).toBe('THREAD_IS_OPEN');
    expect((await app.ok(RENAME, { input: { ...input, title: 'A better title' } }, { as: fay })).editThread).toMatchObject({
      title: 'A better title',
    });
    const heard = told.filter((message) => message.room === `thread:${thread.id}`);
    expect(heard.map((message) => [message.kind, message.payload])).toMatchObject([
      ['thread-changed', { id: thread.id, isClosed: true }],
      ['thread-changed', { isClosed: false }],
      ['thread-changed', { title: 'A better title' }],
    ]);
  });
});

describe('reading', () => {
  it('goes only forward, never past the end, and says where one left off', async () => {
    const { thread, ben } = await scene();
    for (let i = 0; i < 9; i++) await buildPost(app, { threadId: thread.id });
    const read = async (position: number) => (await app.ok(READ, { input: { threadId: thread.id, position } }, { as: ben })).markRead;
    expect(await read(4)).toMatchObject({ unreadCount: 6, firstUnreadPosition: 5, lastReadAt: expect.any(String) });
    expect(await read(2)).toMatchObject({ unreadCount: 6, firstUnreadPosition: 5 });
    expect(await read(2_000_000_000)).toMatchObject({ unreadCount: 0, firstUnreadPosition: null });
    await buildPost(app, { threadId: thread.id });
    expect((await app.ok(GET, { id: thread.id }, { as: ben })).thread).toMatchObject({ unreadCount: 1, firstUnreadPosition: 11 });
    const refused = await app.graphql(READ, { input: { threadId: thread.id, position: -1 } }, { as: ben });
    expect(refused.errors?.[0]?.extensions.fields).toMatchObject([{ path: 'position' }]);
  });

  it('counts as read what was written before one joined', async () => {
    const { community, thread } = await scene();
    const late = (await buildMembership(app, { communityId: community.id, joinedAt: new Date(thread.lastPostAt.getTime() + 1_000) }))
      .personId;
    expect((await app.ok(LIST, { id: community.id }, { as: late })).threads.nodes).toMatchObject([
      { unreadCount: 0, firstUnreadPosition: null },
    ]);
    await buildPost(app, { threadId: thread.id });
    expect((await app.ok(LIST, { id: community.id }, { as: late })).threads.nodes).toMatchObject([{ unreadCount: 2 }]);
  });

  it('is counted for each membership of one’s own, for many communities with one statement', async () => {
    const { community, thread, ada, ben } = await scene();
    const second = (await buildMembership(app, { personId: ben, joinedAt: new Date('2026-01-01') })).communityId;
    await buildThread(app, { communityId: second });
    const fresh = await buildThread(app, { communityId: community.id, authorId: ada });
    const counts = () => app.get(Reading).unreadThreadCounts([readingKey(ben, community.id), readingKey(ben, second)]);
    expect(await counts()).toEqual([2, 1]);
    await app.ok(READ, { input: { threadId: thread.id, position: 1 } }, { as: ben });
    expect(await counts()).toEqual([1, 1]);
    expect(await app.statements(counts)).toHaveLength(1);
    await app.ok(READ, { input: { threadId: fresh.id, position: 1 } }, { as: ben });
    const others = `query ($slug: String!) { community(slug: $slug) { members { nodes { person { id } unreadThreadCount } } } }`;
    const { community: seen } = await app.ok(others, { slug: community.slug }, { as: ben });
    for (const member of seen.members.nodes) expect(member.unreadThreadCount).toBe(member.person.id === ben ? 0 : null);
  });

  it('follows as one says, whatever one writes later', async () => {
    const { thread, ben } = await scene();
    const follow = async (on: boolean) =>
      (await app.ok(FOLLOW, { input: { threadId: thread.id, on } }, { as: ben })).followThread.isFollowed;
    expect([await follow(true), await follow(false)]).toEqual([true, false]);
    await app.ok(REPLY, { input: { threadId: thread.id, body: says('But I will not follow.') } }, { as: ben });
    expect((await app.ok(GET, { id: thread.id }, { as: ben })).thread).toMatchObject({ isFollowed: false, unreadCount: 0 });
  });
});

describe('a draft', () => {
  it('survives, is its author’s alone, and goes when the text is sent', async () => {
    const { community, thread, ada, ben } = await scene();
    const subject = `thread:${thread.id}`;
    expect((await app.ok(DRAFT, { subject }, { as: ada })).draft).toBeNull();
    await app.ok(SAVE, { input: { subject, body: says('I think') } }, { as: ada });
    await app.ok(SAVE, { input: { subject, body: says('I think that') } }, { as: ada });
    await app.ok(
      SAVE,
      { input: { subject: `community:${community.id}`, title: 'New', body: { type: 'doc', content: [{ type: 'paragraph' }] } } },
      { as: ada },
    );
    expect((await app.ok(DRAFT, { subject }, { as: ada })).draft).toMatchObject({ subject, body: says('I think that') });
    expect((await app.ok(DRAFT, { subject }, { as: ben })).draft).toBeNull();
    expect((await app.ok(DISCARD, { subject }, { as: ben })).discardDraft).toBe(false);

    await app.ok(REPLY, { input: { threadId: thread.id, body: says('I think that it works.') } }, { as: ada });
    expect((await app.ok(DRAFT, { subject }, { as: ada })).draft).toBeNull();
    expect((await app.ok(DRAFT, { subject: `community:${community.id}` }, { as: ada })).draft).toMatchObject({ title: 'New' });
    expect((await app.ok(DISCARD, { subject: `community:${community.id}` }, { as: ada })).discardDraft).toBe(true);
  });

  it('is of something that one may read', async () => {
    const { community, otto } = await scene(Visibility.MEMBERS, ConfidentialityLevel.COMMUNITY);
    const save = (subject: string) => app.refusal(SAVE, { input: { subject, body: says('Mine') } }, { as: otto });
    expect(await save(`community:${randomUUID()}`)).toBe('NOT_FOUND');
    expect(await save(`thread:${randomUUID()}`)).toBe('NOT_FOUND');
    expect(await save('thread:x')).toBe('INVALID');
    expect(['NOT_FOUND', 'FORBIDDEN']).toContain(await save(`community:${community.id}`));
  });
});

describe('who may read', () => {
  const cases: [string, Visibility, ConfidentialityLevel, { stranger: boolean; outsider: boolean }][] = [
    ['a public thread of a public community', Visibility.PUBLIC, ConfidentialityLevel.PUBLIC, { stranger: true, outsider: true }],
    ['a thread for members of a public community', Visibility.PUBLIC, ConfidentialityLevel.COMMUNITY, { stranger: false, outsider: false }],
    ['a thread of a community of members', Visibility.MEMBERS, ConfidentialityLevel.COMMUNITY, { stranger: false, outsider: false }],
    [
      'a public thread of a community that closed its doors',
      Visibility.MEMBERS,
      ConfidentialityLevel.PUBLIC,
      { stranger: false, outsider: false },
    ],
  ];
  it.each(cases)('%s: page, list and room agree', async (_, visibility, level, expected) => {
    const { community, thread, ada, otto } = await scene(visibility, level);
    const gone = (await buildMembership(app, { communityId: community.id })).personId;
    await app.sql('delete from membership where person_id = $1 and community_id = $2', [gone, community.id]);
    for (const [as, may] of [
      [undefined, expected.stranger],
      [otto, expected.outsider],
      [gone, expected.outsider],
      [ada, true],
    ] as const) {
      const page = await app.graphql(GET, { id: thread.id }, { as });
      expect(page.data?.['thread']?.id ?? page.errors?.[0]?.extensions.code).toBe(may ? thread.id : 'NOT_FOUND');
      const list = await app.graphql(LIST, { id: community.id }, { as });
      const listed = list.data ? list.data['threads'].nodes.length === 1 : list.errors?.[0]?.extensions.code !== 'NOT_FOUND';
      expect(listed).toBe(may);
      const actor = as ? await app.get(Authentication).actorByPerson(as) : (await import('#platform/auth')).Actor.stranger;
      expect(await app.get(Rooms).mayJoin(actor, `thread:${thread.id}`)).toBe(may);
    }
  });

  it('and strangers and outsiders write nothing, and learn nothing', async () => {
    const { thread, ada, otto } = await scene(Visibility.MEMBERS, ConfidentialityLevel.COMMUNITY);
    const post = await buildPost(app, { threadId: thread.id, authorId: ada });
    const writes: [string, object][] = [
      [REPLY, { threadId: thread.id, body: says('In?') }],
      [EDIT, { postId: post.id, body: says('In?') }],
      [REMOVE, { postId: post.id }],
      [RESTORE, { postId: post.id }],
      [REACT, { postId: post.id, kind: 'THANKS', on: true }],
      [CLOSE, { threadId: thread.id }],
      [REOPEN, { threadId: thread.id }],
      [RENAME, { threadId: thread.id, title: 'Mine now' }],
      [READ, { threadId: thread.id, position: 1 }],
      [FOLLOW, { threadId: thread.id, on: true }],
    ];
    for (const [mutation, input] of writes) {
      const refused = await app.graphql(mutation, { input }, { as: otto });
      const missing = { ...input, ...('postId' in input ? { postId: randomUUID() } : { threadId: randomUUID() }) };
      const absent = await app.graphql(mutation, { input: missing }, { as: otto });
      expect(refused.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect(refused.errors?.map(({ message, extensions }) => ({ message, extensions }))).toEqual(
        absent.errors?.map(({ message, extensions }) => ({ message, extensions })),
      );
      expect(await app.refusal(mutation, { input })).toBe('UNAUTHENTICATED');
    }
    expect(await app.refusal(GET, { id: 'no-id' }, { as: otto })).toBe('NOT_FOUND');
    expect(
      await app.refusal(START, { input: { communityId: thread.communityId, title: 'Let me in', body: says('Please') } }, { as: otto }),
    ).toMatch(/NOT_FOUND|FORBIDDEN/);
  });
});

describe('pages of posts', () => {
  let threadId: string;
  let ben: string;
  const COUNT = 47;
  const PAGE = `query ($id: ID!, $first: PageSize, $after: String, $last: PageSize, $before: String, $around: Int) {
    thread(id: $id) { posts(first: $first, after: $after, last: $last, before: $before, around: $around) {
      nodes { position } edges { cursor node { position } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
  interface PostsPage {
    nodes: { position: number }[];
    edges: { cursor: string; node: { position: number } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  }
  const page = async (args: object): Promise<PostsPage> => (await app.ok(PAGE, { id: threadId, ...args }, { as: ben })).thread.posts;
  const positions = (found: PostsPage) => found.nodes.map((node) => node.position);
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

  beforeAll(async () => {
    const made = await scene();
    threadId = made.thread.id;
    ben = made.ben;
    for (let i = 1; i < COUNT; i++) await buildPost(app, { threadId });
  });

  it('show every post once and in order, wherever one opens and however large each step is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: COUNT + 5 }),
        fc.integer({ min: 1, max: 30 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 30 })),
        async (around, first, sizes) => {
          let from = await page({ around, first });
          let to = from;
          let seen = positions(from);
          if (around <= COUNT) expect(seen).toContain(around);
          while (to.pageInfo.hasNextPage) {
            to = await page({ after: to.pageInfo.endCursor, first: sizes.next().value });
            seen = [...seen, ...positions(to)];
          }
          while (from.pageInfo.hasPreviousPage) {
            from = await page({ before: from.pageInfo.startCursor, last: sizes.next().value });
            seen = [...positions(from), ...seen];
          }
          expect(seen).toEqual(upTo(COUNT));
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  it('begin at either end', async () => {
    expect(positions(await page({}))).toEqual(upTo(20));
    const end = await page({ last: 3 });
    expect([positions(end), end.pageInfo.hasNextPage, end.pageInfo.hasPreviousPage]).toEqual([[45, 46, 47], false, true]);
  });

  it('go on with what was written meanwhile', async () => {
    const end = await page({ last: 3 });
    await buildPost(app, { threadId });
    expect(positions(await page({ after: end.pageInfo.endCursor }))).toEqual([48]);
    await app.sql('delete from post where thread_id = $1 and position = 48', [threadId]);
    await app.sql('update thread set post_count = 47 where id = $1', [threadId]);
  });

  it.each([
    ['of another list', { after: Buffer.from('["2026-01-01T00:00:00Z","x"]').toString('base64url') }],
    ['that is damaged', { after: '%%%' }],
    ['beyond all numbers', { after: Buffer.from('[9007199254740991]').toString('base64url') }],
    ['below all numbers', { before: Buffer.from('[-5]').toString('base64url') }],
  ])('refuse a cursor %s', async (_, args) => {
    const { errors } = await app.graphql(PAGE, { id: threadId, ...args }, { as: ben });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ path: Object.keys(args)[0], code: 'BAD_CURSOR' }] });
  });

  it('refuse two places at once', async () => {
    const { errors } = await app.graphql(PAGE, { id: threadId, around: 3, after: Buffer.from('[3]').toString('base64url') }, { as: ben });
    expect(errors?.[0]?.extensions.fields).toMatchObject([{ code: 'ONE_PLACE' }]);
  });
});

describe('pages of threads', () => {
  it('show every thread once, the newest first, also where many were written in at the same instant', async () => {
    const { community, ada, ben } = await scene();
    const at = new Date('2026-11-02T10:00:00Z');
    for (let i = 0; i < 12; i++)
      await buildThread(app, { communityId: community.id, authorId: ada, createdAt: i % 3 ? at : new Date(at.getTime() + i * 1_000) });
    const stored = await app.sql('select id from thread where community_id = $1 order by last_post_at desc, id desc', [community.id]);
    for (const first of [1, 4, 5, 13, 50]) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { threads }: { threads: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } = await app.ok(
          LIST,
          { id: community.id, first, after },
          { as: ben },
        );
        seen.push(...threads.nodes.map((thread) => thread.id));
        after = threads.pageInfo.hasNextPage ? threads.pageInfo.endCursor : null;
      } while (after);
      expect(seen).toEqual(stored.map((row) => row['id']));
    }
  });
});
