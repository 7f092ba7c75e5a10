import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { plainToRichText } from '#content';
import { MembershipRole } from '#domain/communities';
import { buildCommunity, buildMembership } from '../../communities/testing.js';
import { buildOrganisation } from '../../people/testing.js';
import { buildPost, buildThread } from '../testing.js';
import { ThreadKind } from './thread-kind.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const START = `mutation ($input: StartThreadInput!) { startThread(input: $input) { id kind phase isAnswered viewerCan } }`;
const KINDS = `query ($communityId: ID!) { threadKinds(communityId: $communityId) }`;
const LIST = `query ($communityId: ID!, $kind: ThreadKind, $first: PageSize, $after: String) {
  threads(communityId: $communityId, kind: $kind, first: $first, after: $after) { nodes { id kind } pageInfo { endCursor } } }`;
const ANSWER = `mutation ($input: MarkAnswerInput!) { markAnswer(input: $input) { isAnswered answer { id position author { id } } } }`;
const MOVE = `mutation ($input: MoveClinicInput!) { moveClinic(input: $input) { phase } }`;
const ECHO = `mutation ($input: EchoSignalInput!) { echoSignal(input: $input) { signal { people organisationCount countryCount countries { country people } viewerEchoed } } }`;
const CONFIRM = `mutation ($input: ConfirmReadingInput!) { confirmReading(input: $input) { id } }`;
const RECEIPTS = `query ($id: ID!) { thread(id: $id) { receipts { confirmedCount audienceCount viewerConfirmedAt confirmed { id } missing { id } } } }`;
const NOTICES = `query { notifications { nodes { kind reason path } } }`;

async function place() {
  const { id: communityId } = await buildCommunity(app);
  const join = async (role = MembershipRole.MEMBER, organisationId?: string) =>
    (await buildMembership(app, { communityId, role, ...(organisationId && { organisationId }) })).personId;
  const [coordinator, ana, ben] = [await join(MembershipRole.COORDINATOR), await join(), await join()];
  const start = (as: string, kind: string, more: object = {}) =>
    app.graphql(START, { input: { communityId, title: 'A beginning', body: plainToRichText('Words.'), kind, ...more } }, { as });
  const thread = (kind: ThreadKind, authorId = ana) => buildThread(app, { communityId, authorId, kind });
  return { communityId, coordinator, ana, ben, join, start, thread };
}
const code = ({ errors }: { errors?: { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code;
const kindsTold = async (as: string) => {
  await app.jobsDone();
  return (await app.ok(NOTICES, {}, { as }))['notifications'].nodes.map(({ kind }: { kind: string }) => kind);
};

describe('beginning a thread with a purpose', () => {
  it('offers announcements only to those who may make them', async () => {
    const { communityId, coordinator, ana } = await place();
    const kinds = async (as: string) => (await app.ok(KINDS, { communityId }, { as }))['threadKinds'];
    expect(await kinds(ana)).toEqual(['DISCUSSION', 'QUESTION', 'CASE_CLINIC', 'EXPERIENCE', 'SIGNAL']);
    expect(await kinds(coordinator)).toContain('ANNOUNCEMENT');
    const { personId: outsider } = await buildMembership(app);
    expect(await kinds(outsider)).toEqual([]);
  });

  it('refuses announcements of members, announcements without a name, and notes that are none', async () => {
    const { coordinator, ana, start } = await place();
    expect(code(await start(ana, 'ANNOUNCEMENT'))).toBe('ONLY_FACILITATORS_ANNOUNCE');
    const unnamed = await start(coordinator, 'ANNOUNCEMENT', { level: 'UNATTRIBUTED' });
    expect(unnamed.errors?.[0]?.extensions).toMatchObject({ code: 'ANNOUNCEMENTS_ARE_NAMED', fields: [{ path: 'level' }] });
    const long = await start(ana, 'EXPERIENCE', { body: plainToRichText('word '.repeat(301)) });
    expect(long.errors?.[0]?.extensions).toMatchObject({ code: 'NOTE_TOO_LONG', fields: [{ path: 'body' }] });
    expect((await start(ana, 'EXPERIENCE')).data['startThread']).toMatchObject({ kind: 'EXPERIENCE', phase: null });
  });

  it('lists one kind, page by page', async () => {
    const { communityId, ana, thread } = await place();
    const [one, , two, plain] = [
      await thread(ThreadKind.QUESTION),
      await thread(ThreadKind.SIGNAL),
      await thread(ThreadKind.QUESTION),
      await thread(ThreadKind.DISCUSSION),
    ];
    const page = async (variables: object) => (await app.ok(LIST, { communityId, ...variables }, { as: ana }))['threads'];
    const ids = (list: { nodes: { id: string }[] }) => list.nodes.map(({ id }) => id);
    const first = await page({ kind: 'QUESTION', first: 1 });
    const second = await page({ kind: 'QUESTION', first: 1, after: first.pageInfo.endCursor });
    expect([...ids(first), ...ids(second)].toSorted()).toEqual([one.id, two.id].toSorted());
    expect(ids(await page({ kind: 'DISCUSSION' }))).toEqual([plain.id]);
    expect((await page({})).nodes).toHaveLength(4);
  });
});

describe('a question', () => {
  it('has the answer that its asker marks, until it is unmarked, replaced or removed', async () => {
    const { ana, ben, coordinator, thread } = await place();
    const { id: threadId } = await thread(ThreadKind.QUESTION);
    const reply = await buildPost(app, { threadId, authorId: ben });
    const other = await buildPost(app, { threadId, authorId: coordinator });
    const mark = (as: string, postId: string, on = true) => app.graphql(ANSWER, { input: { threadId, postId, on } }, { as });
    expect(code(await mark(ben, reply.id))).toBe('FORBIDDEN');
    expect((await mark(ana, reply.id)).data['markAnswer']).toMatchObject({
      isAnswered: true,
      answer: { id: reply.id, author: { id: ben } },
    });
    expect(await kindsTold(ben)).toContain('ANSWER_MARKED');
    expect((await mark(coordinator, other.id)).data['markAnswer'].answer.id).toBe(other.id);
    // To unmark what is no longer the answer changes nothing.
    expect((await mark(ana, reply.id, false)).data['markAnswer'].answer.id).toBe(other.id);
    await app.ok(
      'mutation ($input: RemovePostInput!) { removePost(input: $input) { id } }',
      { input: { postId: other.id } },
      { as: coordinator },
    );
    const GET = `query ($id: ID!) { thread(id: $id) { isAnswered answer { id } } }`;
    expect(await app.ok(GET, { id: threadId }, { as: ana })).toEqual({ thread: { isAnswered: false, answer: null } });
    expect(code(await mark(ana, other.id))).toBe('NOT_AN_ANSWER');
  });

  it('takes no answer from elsewhere, nor its own opening; other kinds take none', async () => {
    const { ana, ben, thread } = await place();
    const question = await thread(ThreadKind.QUESTION);
    const plain = await thread(ThreadKind.DISCUSSION);
    const elsewhere = await buildPost(app, { threadId: plain.id, authorId: ben });
    const [opening] = await app.sql('select id from post where thread_id = $1', [question.id]);
    const mark = (threadId: string, postId: unknown) => app.graphql(ANSWER, { input: { threadId, postId, on: true } }, { as: ana });
    for (const postId of [elsewhere.id, opening?.['id'], randomUUID()]) expect(code(await mark(question.id, postId))).toBe('NOT_AN_ANSWER');
    expect(code(await mark(plain.id, elsewhere.id))).toBe('FORBIDDEN');
  });
});

describe('a case clinic', () => {
  it('goes from phase to phase, and posts know in which they were said', async () => {
    const { ana, ben, start } = await place();
    const { startThread } = (await start(ana, 'CASE_CLINIC')).data;
    expect(startThread).toMatchObject({ kind: 'CASE_CLINIC', phase: 'CASE' });
    const threadId = startThread.id;
    const move = (as: string, phase: string) => app.graphql(MOVE, { input: { threadId, phase } }, { as });
    expect(code(await move(ben, 'QUESTIONS'))).toBe('FORBIDDEN');
    expect((await move(ana, 'QUESTIONS')).data['moveClinic'].phase).toBe('QUESTIONS');
    expect(code(await move(ana, 'QUESTIONS'))).toBe('IN_THIS_PHASE');
    const REPLY = `mutation ($input: ReplyInput!) { reply(input: $input) { phase } }`;
    const said = await app.ok(REPLY, { input: { threadId, body: plainToRichText('Since when?') } }, { as: ben });
    expect(said['reply'].phase).toBe('QUESTIONS');
    const { thread } = await app.ok(`query ($id: ID!) { thread(id: $id) { posts { nodes { phase } } } }`, { id: threadId }, { as: ben });
    expect(thread.posts.nodes).toEqual([{ phase: 'CASE' }, { phase: 'QUESTIONS' }]);
  });
});

describe('an early signal', () => {
  it('counts who sees it too, and takes small numbers not apart', async () => {
    const { ana, coordinator, join, thread } = await place();
    const { id: threadId } = await thread(ThreadKind.SIGNAL);
    const echo = (as: string, on = true) => app.graphql(ECHO, { input: { threadId, on } }, { as });
    expect(code(await echo(ana))).toBe('FORBIDDEN');
    const porto = await buildOrganisation(app, { country: 'PT' });
    const gent = await buildOrganisation(app, { country: 'BE' });
    const people = [];
    for (const { id } of [porto, porto, porto, porto, gent]) people.push(await join(MembershipRole.MEMBER, id));
    const answers = [];
    for (const person of people) answers.push((await echo(person)).data['echoSignal'].signal);
    expect(answers[3]).toEqual({ people: 4, organisationCount: null, countryCount: null, countries: [], viewerEchoed: true });
    expect(answers[4]).toMatchObject({ people: 5, organisationCount: 2, countryCount: 2, countries: [] });
    // The fifth from one country makes it a number that can be shown.
    const [again, last] = [await echo(people[0] ?? ''), await echo(await join(MembershipRole.MEMBER, porto.id))];
    expect(again.data['echoSignal'].signal.people).toBe(5);
    expect(last.data['echoSignal'].signal).toMatchObject({ people: 6, countries: [{ country: 'PT', people: 5 }] });
    expect((await echo(people[0] ?? '', false)).data['echoSignal'].signal).toMatchObject({ people: 5, countries: [], viewerEchoed: false });
    expect((await kindsTold(coordinator)).filter((kind: string) => kind === 'SIGNAL_GROWS')).toHaveLength(1);
    expect(await kindsTold(ana)).not.toContain('SIGNAL_GROWS');
  });
});

describe('an announcement', () => {
  it('tells everyone it is for, and shows who has confirmed to those who may announce', async () => {
    const { coordinator, ana, ben, start } = await place();
    const { id } = (await start(coordinator, 'ANNOUNCEMENT')).data['startThread'];
    expect(await kindsTold(ana)).toContain('ANNOUNCEMENT');
    expect(await kindsTold(coordinator)).not.toContain('ANNOUNCEMENT');
    const asks = async (as: string) =>
      (await app.ok(`query { home { asks { kind path } } }`, {}, { as }))['home'].asks.filter(
        ({ kind }: { kind: string }) => kind === 'READ_ANNOUNCEMENT',
      );
    expect(await asks(ana)).toEqual([{ kind: 'READ_ANNOUNCEMENT', path: `/t/${id}` }]);
    const confirm = (as: string) => app.graphql(CONFIRM, { input: { threadId: id } }, { as });
    expect(code(await confirm(coordinator))).toBe('FORBIDDEN');
    expect(code(await confirm((await buildMembership(app)).personId))).toBe('NOT_FOUND');
    await confirm(ana);
    await confirm(ana);
    expect(await asks(ana)).toEqual([]);
    const receipts = async (as: string) => (await app.ok(RECEIPTS, { id }, { as }))['thread'].receipts;
    expect(await receipts(coordinator)).toMatchObject({
      confirmedCount: 1,
      audienceCount: 2,
      confirmed: [{ id: ana }],
      missing: [{ id: ben }],
    });
    expect(await receipts(ben)).toEqual({ confirmedCount: 1, audienceCount: 2, viewerConfirmedAt: null, confirmed: null, missing: null });
    expect((await receipts(ana)).viewerConfirmedAt).not.toBeNull();
  });
});
