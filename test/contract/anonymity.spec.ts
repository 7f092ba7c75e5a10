import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { plainToRichText } from '#content';
import { MembershipRole } from '#domain/communities';
import { Log } from '#platform/log';
import { type RoomMessage, Rooms } from '#platform/realtime';
import { startTestApp, type TestApp } from '../../apps/api/testing.js';
import { buildMembership } from '../../libs/domain/communities/testing.js';
import { buildChorus, type Chorus, release } from '../../libs/domain/discussions/unattributed/testing.js';
import { buildPerson } from '../../libs/domain/people/testing.js';
import { everyOperation } from './every-operation.js';

/** A word that stands only in what is said without a name. */
const CANARY = 'nachtigall';

let app: TestApp;
const told: RoomMessage[] = [];
const logged: string[] = [];
beforeAll(async () => {
  app = await startTestApp({ LOG_LEVEL: 'silent' });
  app.get(Rooms).connect(
    (message) => told.push(structuredClone(message)),
    () => Promise.resolve(),
  );
  const log = app.get(Log);
  for (const level of ['info', 'warn', 'error'] as const) {
    const write = log[level].bind(log) as (...words: unknown[]) => void;
    Object.assign(log, { [level]: (...words: unknown[]) => (logged.push(JSON.stringify(words)), write(...words)) });
  }
});
afterAll(() => app?.stop());
beforeEach(() => {
  told.splice(0);
  logged.splice(0);
});

const says = (text: string) => plainToRichText(text);
const REPLY = 'mutation ($input: ReplyInput!) { reply(input: $input) { id } }';
const START = 'mutation ($input: StartThreadInput!) { startThread(input: $input) { id } }';
const EDIT = 'mutation ($input: EditPostInput!) { editPost(input: $input) { id } }';
const REMOVE = 'mutation ($input: RemovePostInput!) { removePost(input: $input) { id } }';
const RESTORE = 'mutation ($input: RemovePostInput!) { restorePost(input: $input) { id } }';
const RENAME = 'mutation ($input: EditThreadInput!) { editThread(input: $input) { id } }';
const CLOSE = 'mutation ($input: CloseThreadInput!) { closeThread(input: $input) { id } }';
const DRAFT = 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { subject } }';

/** Every row of every table, the queue's too, as text: `table row`. */
async function everyRow(): Promise<string[]> {
  const tables = await app.sql<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
  );
  const rows: string[] = [];
  for (const { name } of tables)
    for (const row of await app.sql<{ text: string }>(`select to_jsonb(t)::text as text from ${name} t`)) rows.push(`${name} ${row.text}`);
  return rows;
}

async function personOf(id: string): Promise<{ name: string; email: string }> {
  const [person] = await app.sql<{ name: string; email: string }>('select name, email from person where id = $1', [id]);
  return person ?? { name: '', email: '' };
}

const tableOf = (row: string): string => row.slice(0, row.indexOf(' '));

const addedTo = (before: string[], after: string[]): string[] => {
  const known = new Set(before);
  return after.filter((row) => !known.has(row));
};

/** All that an author can do without a name, with keys of their own, and the time until others have heard of it. */
async function tellsAll({ thread, community }: Chorus, author: string): Promise<{ postId: string; threadId: string; keys: string[] }> {
  const as = { as: author };
  const keys: string[] = [];
  const key = () => {
    keys.push(randomUUID());
    return { mutationKey: keys.at(-1) };
  };
  const body = says(`We failed ${CANARY}.`);
  await app.ok(DRAFT, { input: { subject: `thread:${thread.id}`, body } }, as);
  const { reply } = await app.ok(REPLY, { input: { threadId: thread.id, body, isUnattributed: true, ...key() } }, as);
  const postId = String(reply.id);
  await app.ok(EDIT, { input: { postId, body: says(`We failed twice ${CANARY}.`), ...key() } }, as);
  await app.ok(REMOVE, { input: { postId, ...key() } }, as);
  await app.ok(RESTORE, { input: { postId, ...key() } }, as);
  await app.ok(DRAFT, { input: { subject: `community:${community.id}`, title: CANARY, body } }, as);
  const start = { communityId: community.id, title: `What failed ${CANARY}`, body, level: 'UNATTRIBUTED' };
  const { startThread } = await app.ok(START, { input: { ...start, ...key() } }, as);
  const threadId = String(startThread.id);
  await app.ok(REPLY, { input: { threadId, body, isUnattributed: true, ...key() } }, as);
  await app.ok(RENAME, { input: { threadId, title: `What failed twice ${CANARY}`, ...key() } }, as);
  await app.ok(CLOSE, { input: { threadId, ...key() } }, as);
  await release(app);
  return { postId, threadId, keys };
}

/** A community in which some follow the thread, and hear of it by mail. */
async function scene(): Promise<Chorus & { author: string; other: string; administrator: string }> {
  const chorus = await buildChorus(app, 9);
  const [, author = '', other = ''] = chorus.members;
  for (const personId of [chorus.members[0] ?? '', author, other, chorus.facilitator]) {
    const as = { as: personId };
    await app.ok(
      'mutation ($input: FollowThreadInput!) { followThread(input: $input) { id } }',
      { input: { threadId: chorus.thread.id, on: true } },
      as,
    );
    await app.sql(`insert into notification_preference (person_id, kind, channel) values ($1, 'REPLY', 'INBOX_AND_MAIL')`, [personId]);
  }
  const administrator = (await buildPerson(app, { name: 'Administrator', isAdministrator: true })).id;
  await buildMembership(app, { personId: administrator, role: MembershipRole.COORDINATOR });
  for (const personId of [author, other, chorus.facilitator, chorus.coordinator, administrator]) await app.cookieOf(personId);
  return { ...chorus, author, other, administrator };
}

/**
 * Rows that may name who wrote, because everyone else's look the same: each line says why.
 * - sign_in_session: that one was here at all; it is noted for every visit, reads included.
 * - notification, mail and its job: followers are told, the author among them as one of them, so that nobody's row is missing.
 * - room, room_message of `person:<id>`: the number on a follower's own bell.
 */
const SAME_FOR_ALL = [
  /^public\.sign_in_session /,
  /^public\.notification /,
  /^public\.mail /,
  /^public\.room_message .*"room": "person:/,
  /^public\.room .*"name": "person:/,
];

describe('an unattributed contribution', () => {
  it('is tied to its author by one row of one table', async () => {
    const place = await scene();
    // The index hears of the people first: what it says of them afterwards would be of somebody who wrote.
    await app.jobsDone();
    const before = await everyRow();
    const { postId, threadId, keys } = await tellsAll(place, place.author);
    const after = await everyRow();
    const added = addedTo(before, after);

    const both = added.filter((row) => row.includes(place.author) && (row.includes(postId) || row.includes(threadId)));
    expect([...new Set(both.map((row) => tableOf(row)))]).toEqual(['public.unattributed_author']);

    const naming = added.filter((row) => row.includes(place.author) && !row.startsWith('public.unattributed_author '));
    expect(naming.filter((row) => !SAME_FOR_ALL.some((pattern) => pattern.test(row)))).toEqual([]);
    // Whoever else follows has rows of the same tables, as many of each.
    const tablesOf = (person: string) =>
      added
        .filter((row) => row.includes(person) && !row.startsWith('public.unattributed_author '))
        .map((row) => tableOf(row))
        .toSorted((one, other) => one.localeCompare(other));
    expect(tablesOf(place.author)).toEqual(tablesOf(place.other));

    // The keys that the client sent lead nowhere either, and no draft is left.
    expect(added.filter((row) => keys.some((key) => row.includes(key)))).toEqual([]);
    expect(after.filter((row) => row.startsWith('public.draft ') && row.includes(place.author))).toEqual([]);
  });

  it('would be found by this walk if it had a name', async () => {
    const place = await scene();
    const before = await everyRow();
    const input = { threadId: place.thread.id, body: says('With my name.'), mutationKey: randomUUID() };
    const { reply } = await app.ok(REPLY, { input }, { as: place.author });
    await app.jobsDone();
    const both = addedTo(before, await everyRow()).filter((row) => row.includes(place.author) && row.includes(String(reply.id)));
    expect(both.map((row) => tableOf(row))).toEqual(
      expect.arrayContaining(['public.event', 'public.mutation_key', 'public.post', 'public.room_message']),
    );
  });

  it('keeps no moment: of when it was said only the day is left in what is kept of it', async () => {
    const place = await scene();
    app.clock.set(new Date('2031-03-04T13:14:15.678Z'));
    const { postId, threadId } = await tellsAll(place, place.author);
    const rows = (await everyRow()).filter(
      (row) => /^public\.(post|thread|post_revision) /.test(row) && (row.includes(postId) || row.includes(threadId)),
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter((row) => row.includes('13:14') && !row.includes('closed_at'))).toEqual([]);
    expect(rows.some((row) => row.includes('2031-03-04T00:00:00'))).toBe(true);
  });

  it('names nobody in what sockets, mails and logs carry, and carries no words of it', async () => {
    const place = await scene();
    const { name, email } = await personOf(place.author);
    told.splice(0);
    const mailsBefore = (await app.mails()).length;
    await tellsAll(place, place.author);
    const heard = told.filter(({ room }) => room !== `person:${place.author}`).map((message) => JSON.stringify(message));
    expect(heard.length).toBeGreaterThan(3);
    const mails = (await app.mails()).slice(0, (await app.mails()).length - mailsBefore).map((mail) => JSON.stringify(mail));
    expect(mails.length).toBeGreaterThan(1);
    expect(heard.filter((message) => message.includes(CANARY))).toEqual([]);
    expect(mails.filter((mail) => mail.includes(CANARY))).toEqual([]);
    for (const secret of [place.author, name]) {
      expect(heard.filter((message) => message.includes(secret))).toEqual([]);
      expect(mails.filter((mail) => mail.includes(secret) && !mail.includes(email))).toEqual([]);
    }
    expect(logged.filter((line) => line.includes(place.author) || line.includes(name) || line.includes(CANARY))).toEqual([]);
  });

  it('is not tied to its author by anything that any role can fetch', async () => {
    const place = await scene();
    const { name } = await personOf(place.author);
    const values = {
      communityId: place.community.id,
      'thread.id': place.thread.id,
      'community.slug': place.community.slug,
      'person.id': place.author,
      'threads.communityId': place.community.id,
      'goTo.text': name,
      'search.text': `author:"${name}"`,
      'mentionable.text': 'Chorister',
      'draft.subject': `thread:${place.thread.id}`,
    };
    // Deep where the limits allow it, and broad in any case.
    const queries = [2, 3].flatMap((depth) =>
      everyOperation(app.get(GraphQLSchemaHost).schema, values, depth)
        .filter(({ kind }) => kind === 'query')
        .map((query) => ({ ...query, name: `${query.name} ${depth}` })),
    );
    const roles = [place.other, place.facilitator, place.coordinator, place.administrator, undefined];
    /** How often the author occurs in what a role gets, by query. */
    const occurrences = async () => {
      const counted: Record<string, number> = {};
      for (const [at, as] of roles.entries()) {
        const answers = await Promise.all(queries.map((query) => app.graphql(query.text, query.variables, { as })));
        for (const [index, query] of queries.entries()) {
          const text = JSON.stringify(answers[index]?.data ?? {});
          counted[`${at} ${query.name}`] = text.split(place.author).length + text.split(name).length - 2;
        }
      }
      return counted;
    };
    const before = await occurrences();
    expect(Object.values(before).some((count) => count > 0)).toBe(true);
    const { threadId } = await tellsAll(place, place.author);
    expect(await occurrences()).toEqual(before);
    const PERSON = '{ id name headline }';
    const DEEP = `query ($id: ID!) { thread(id: $id) { title author ${PERSON} lastPostBy ${PERSON} participants ${PERSON}
      posts { nodes { html body author ${PERSON} replyTo { excerpt author ${PERSON} } revisions { html body writtenAt } reactions { count } } } } }`;
    for (const as of [place.other, place.facilitator, place.coordinator]) {
      const text = JSON.stringify(await app.ok(DEEP, { id: threadId }, { as }));
      expect(text).toContain(CANARY);
      expect([text.includes(place.author), text.includes(name)]).toEqual([false, false]);
    }
  }, 90_000);

  it('looks the same to everyone else, whoever wrote it', async () => {
    const place = await scene();
    const READ = `query ($id: ID!) { thread(id: $id) { level createdAt lastPostAt replyCount participantCount unreadCount viewerCan author { id } lastPostBy { id } participants { id }
      posts { nodes { position createdAt editedAt isRemoved html viewerCan author { id } reactions { count } revisions { html writtenAt } replyTo { excerpt } } } } }`;
    const pages: string[][] = [];
    for (const author of [place.author, place.other]) {
      const { startThread } = await app.ok(
        START,
        { input: { communityId: place.community.id, title: 'The same words', body: says('The same.'), level: 'UNATTRIBUTED' } },
        { as: author },
      );
      const { reply } = await app.ok(
        REPLY,
        { input: { threadId: startThread.id, body: says('And more.'), isUnattributed: true } },
        { as: author },
      );
      await app.ok(EDIT, { input: { postId: reply.id, body: says('And still more.') } }, { as: author });
      const page: string[] = [];
      for (const as of [place.facilitator, place.coordinator, place.members[4]])
        page.push(JSON.stringify(await app.ok(READ, { id: startThread.id }, { as })));
      pages.push(page);
    }
    expect(pages[0]).toEqual(pages[1]);
  });
});

/** The files of the modules, without their tests, that say this. */
const filesThatSay = (pattern: RegExp): string[] => {
  const folder = join(process.cwd(), 'libs');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .filter((file) => pattern.test(readFileSync(join(folder, file), 'utf8')))
    .map((file) => file.split('/').at(-1) ?? file)
    .toSorted((one, other) => one.localeCompare(other));
};

it('one service alone speaks to the table that knows', () => {
  // The entity and its registration, the statements that only `UnattributedAuthors` sends, and that one's own are in one's own download and go with the account.
  expect(filesThatSay(/unattributed_author|UnattributedAuthor\b/)).toEqual([
    'discussions.module.ts',
    'discussions.personal-data.ts',
    'unattributed-author.entity.ts',
    'unattributed.queries.ts',
  ]);
  expect(filesThatSay(/sql\.(KEEP_AUTHOR|OWN_VOICE|OWN_VOICES|OWN_POSTS|OWN_THREADS|TELL_ONCE)/)).toEqual([
    'unattributed-authors.service.ts',
  ]);
});
