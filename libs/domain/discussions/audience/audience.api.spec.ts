import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { plainToRichText } from '#content';
import { Visibility } from '#domain/communities';
import { Authentication } from '#platform/auth';
import { Rooms } from '#platform/realtime';
import { buildGroup, buildGroupMembership } from '../../communities/groups/testing.js';
import { buildPerson } from '../../people/testing.js';
import { buildPost, buildThread } from '../testing.js';
import { type Chorus, buildChorus, release } from '../unattributed/testing.js';
import { ConfidentialityLevel } from '#domain/communities';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const says = (text: string) => plainToRichText(text);
const THREAD = `id level viewerCan audienceRequest { id state purpose fromLevel toLevel askedCount givenCount viewerMayCancel askedBy { id } }`;
const ASK = `mutation ($input: AskForAudienceInput!) { askForAudience(input: $input) { ${THREAD} } }`;
const ANSWER = `mutation ($input: AnswerAudienceInput!) { answerAudience(input: $input) { id state isUnattributed } }`;
const CANCEL = `mutation ($input: CancelAudienceInput!) { cancelAudience(input: $input) { ${THREAD} } }`;
const NARROW = `mutation ($input: NarrowThreadInput!) { narrowThread(input: $input) { ${THREAD} } }`;
const GET = `query ($id: ID!) { thread(id: $id) { ${THREAD} } }`;
const ASKS = `{ audienceAsks { id state isUnattributed title opened request { id purpose } } }`;
const REPLY = `mutation ($input: ReplyInput!) { reply(input: $input) { id } }`;
const purpose = 'For the report to the ministry.';

/** A thread for members of a public community, with two named authors and one without a name. */
async function scene() {
  const chorus = await buildChorus(app, 9, Visibility.PUBLIC);
  const [starter = '', second = '', hidden = '', reader = ''] = chorus.members;
  await app.sql(`update thread set level = 'COMMUNITY' where id = $1`, [chorus.thread.id]);
  await buildPost(app, { threadId: chorus.thread.id, authorId: second, said: 'And I.' });
  await app.ok(REPLY, { input: { threadId: chorus.thread.id, body: says('And someone.'), isUnattributed: true } }, { as: hidden });
  await release(app);
  return { ...chorus, starter, second, hidden, reader, threadId: chorus.thread.id };
}
const ask = (threadId: string, as: string, level = 'PUBLIC') =>
  app.ok(ASK, { input: { threadId, level, purpose } }, { as }).then(({ askForAudience }) => askForAudience);
const asksOf = async (as: string) =>
  (await app.ok(ASKS, {}, { as })).audienceAsks as { id: string; state: string; isUnattributed: boolean; opened: number }[];
const answer = async (as: string, consent: boolean) => {
  const [asked] = await asksOf(as);
  return app.ok(ANSWER, { input: { askId: asked?.id, consent } }, { as });
};
const isPublic = async (id: string) => !(await app.graphql(GET, { id })).errors;

describe('raising an audience', () => {
  it('waits for everyone who wrote, named or not, and opens the thread with the last yes', async () => {
    const { threadId, starter, second, hidden, reader } = await scene();
    const asked = await ask(threadId, reader);
    expect(asked).toMatchObject({
      level: 'COMMUNITY',
      audienceRequest: { state: 'ASKED', purpose, askedCount: 3, givenCount: 0, viewerMayCancel: true },
    });
    for (const as of [starter, second, hidden]) {
      expect(await isPublic(threadId)).toBe(false);
      expect(await asksOf(as)).toHaveLength(1);
      await answer(as, true);
    }
    expect(await isPublic(threadId)).toBe(true);
    expect((await app.ok(GET, { id: threadId })).thread.audienceRequest).toBeNull();
    expect((await app.ok(GET, { id: threadId }, { as: second })).thread).toMatchObject({
      level: 'PUBLIC',
      audienceRequest: { state: 'GIVEN', givenCount: 3 },
    });
    expect((await asksOf(hidden))[0]).toMatchObject({ state: 'GIVEN', isUnattributed: true, opened: 3 });
  });

  it('counts whoever asks as agreed, by name, and nobody twice', async () => {
    const { threadId, starter, second, hidden } = await scene();
    expect((await ask(threadId, starter)).audienceRequest).toMatchObject({ askedCount: 3, givenCount: 1 });
    expect(await app.refusal(ASK, { input: { threadId, level: 'PUBLIC', purpose } }, { as: second })).toBe('ASKED_ALREADY');
    await answer(second, true);
    // Who wrote meanwhile is asked as well, before anything opens.
    const { community } = await app
      .ok(`query ($id: ID!) { thread(id: $id) { community { id } } }`, { id: threadId }, { as: second })
      .then((data) => data.thread);
    expect(community.id).toBeDefined();
    const late = (await buildPerson(app)).id;
    await app.sql(`insert into membership (community_id, person_id, role, joined_at) values ($1, $2, 'MEMBER', now())`, [
      community.id,
      late,
    ]);
    await app.ok(REPLY, { input: { threadId, body: says('Late.') } }, { as: late });
    await answer(hidden, true);
    expect(await isPublic(threadId)).toBe(false);
    expect(await asksOf(late)).toHaveLength(1);
    await answer(late, true);
    expect(await isPublic(threadId)).toBe(true);
  });

  it('one no ends it for all, and nobody learns whose', async () => {
    const { threadId, second, hidden, starter } = await scene();
    await ask(threadId, starter);
    await answer(hidden, false);
    expect(await isPublic(threadId)).toBe(false);
    expect((await app.ok(GET, { id: threadId }, { as: starter })).thread.audienceRequest).toBeNull();
    expect(await asksOf(second)).toEqual([]);
    await app.jobsDone();
    const notices = await app.sql(`select person_id, actor_id, kind from notification where subject_id = $1 and kind like 'AUDIENCE%'`, [
      threadId,
    ]);
    expect(notices).toEqual(
      expect.arrayContaining([
        { person_id: second, actor_id: starter, kind: 'AUDIENCE_ASKED' },
        { person_id: starter, actor_id: null, kind: 'AUDIENCE_DECIDED' },
      ]),
    );
    // The voice was asked where only they see it.
    expect(notices.filter((row) => row['person_id'] === hidden)).toEqual([]);
    expect((await ask(threadId, second)).audienceRequest.state).toBe('ASKED');
  });

  it('is taken back by any of them: the thread is for those again whom it was for, at once', async () => {
    const { threadId, starter, second, hidden } = await scene();
    await ask(threadId, starter);
    for (const as of [second, hidden]) await answer(as, true);
    const outsider = await app.get(Authentication).actorByPerson((await buildPerson(app)).id);
    expect(await app.get(Rooms).mayJoin(outsider, `thread:${threadId}`)).toBe(true);
    await answer(hidden, false);
    expect(await isPublic(threadId)).toBe(false);
    expect(await app.get(Rooms).mayJoin(outsider, `thread:${threadId}`)).toBe(false);
    const [request] = await app.sql('select state from audience_request where thread_id = $1', [threadId]);
    expect(request).toEqual({ state: 'WITHDRAWN' });
  });

  it('is asked only by those who take part, answered only by those who are asked, cancelled only by who asked', async () => {
    const { threadId, starter, second, reader } = await scene();
    const input = { threadId, level: 'PUBLIC', purpose };
    const outsider = (await buildPerson(app)).id;
    expect(await app.refusal(ASK, { input }, { as: outsider })).toBe('NOT_FOUND');
    expect(await app.refusal(ASK, { input })).toBe('UNAUTHENTICATED');
    const { audienceRequest } = await ask(threadId, reader);
    const [asked] = await asksOf(starter);
    for (const as of [second, reader, outsider])
      expect(await app.refusal(ANSWER, { input: { askId: asked?.id, consent: true } }, { as })).toBe('NOT_FOUND');
    expect(await app.refusal(CANCEL, { input: { requestId: audienceRequest.id } }, { as: starter })).toBe('FORBIDDEN');
    expect(await app.refusal(CANCEL, { input: { requestId: audienceRequest.id } }, { as: outsider })).toBe('NOT_FOUND');
    expect((await app.ok(CANCEL, { input: { requestId: audienceRequest.id } }, { as: reader })).cancelAudience.audienceRequest).toBeNull();
    expect(await app.refusal(CANCEL, { input: { requestId: audienceRequest.id } }, { as: reader })).toBe('NO_LONGER_ASKED');
  });

  it('goes only wider, and only as far as the community allows', async () => {
    const { threadId, starter } = await scene();
    for (const level of ['COMMUNITY', 'UNATTRIBUTED', 'GROUP', 'OFF_RECORD'])
      expect(await app.refusal(ASK, { input: { threadId, level, purpose } }, { as: starter })).toBe('NOT_WIDER');
    const closed = await buildChorus(app);
    expect(await app.refusal(ASK, { input: { threadId: closed.thread.id, level: 'PUBLIC', purpose } }, { as: closed.members[0] })).toBe(
      'FORBIDDEN',
    );
    const short = await app.graphql(ASK, { input: { threadId, level: 'PUBLIC', purpose: 'Why' } }, { as: starter });
    expect(short.errors?.[0]?.extensions.fields).toMatchObject([{ path: 'purpose' }]);
  });

  it('brings a thread out of its group, and back into it', async () => {
    const { community, members }: Chorus = await buildChorus(app, 8);
    const [ada = '', ben = '', cleo = ''] = members;
    const group = await buildGroup(app, { communityId: community.id });
    for (const personId of [ada, ben]) await buildGroupMembership(app, { groupId: group.id, personId });
    const thread = await buildThread(app, {
      communityId: community.id,
      groupId: group.id,
      authorId: ada,
      level: ConfidentialityLevel.GROUP,
    });
    await buildPost(app, { threadId: thread.id, authorId: ben });
    expect(await app.refusal(GET, { id: thread.id }, { as: cleo })).toBe('NOT_FOUND');
    await ask(thread.id, ada, 'COMMUNITY');
    await answer(ben, true);
    expect((await app.ok(GET, { id: thread.id }, { as: cleo })).thread.level).toBe('COMMUNITY');
    await answer(ben, false);
    expect(await app.refusal(GET, { id: thread.id }, { as: cleo })).toBe('NOT_FOUND');
    expect((await app.ok(GET, { id: thread.id }, { as: ben })).thread.level).toBe('GROUP');
  });

  it('leaves a thread without names without names, unless people spoke with theirs meanwhile', async () => {
    const { community, members } = await buildChorus(app, 8, Visibility.PUBLIC);
    const [ada = '', ben = ''] = members;
    const start = { communityId: community.id, title: 'What went wrong', body: says('We failed.'), level: 'UNATTRIBUTED' };
    const { startThread } = await app.ok(
      'mutation ($input: StartThreadInput!) { startThread(input: $input) { id } }',
      { input: start },
      { as: ada },
    );
    const id = String(startThread.id);
    // The author asks with their name, and answers as a voice: nothing ties the two.
    expect((await ask(id, ada)).audienceRequest).toMatchObject({ askedCount: 1, givenCount: 0 });
    await answer(ada, true);
    expect((await app.ok(`query ($id: ID!) { thread(id: $id) { level author { id } } }`, { id })).thread).toEqual({
      level: 'PUBLIC',
      author: null,
    });
    await answer(ada, false);
    expect((await app.ok(GET, { id }, { as: ben })).thread.level).toBe('UNATTRIBUTED');
  });
});

it('its author takes a public thread back at any time; nobody else does', async () => {
  const { thread, members, facilitator } = await buildChorus(app, 8, Visibility.PUBLIC);
  const [starter = '', other = ''] = members;
  const input = { threadId: thread.id };
  for (const as of [other, facilitator]) expect(await app.refusal(NARROW, { input }, { as })).toBe('FORBIDDEN');
  expect((await app.ok(GET, { id: thread.id }, { as: starter })).thread.viewerCan).toContain('NARROW');
  expect((await app.ok(NARROW, { input }, { as: starter })).narrowThread).toMatchObject({ level: 'COMMUNITY' });
  expect(await isPublic(thread.id)).toBe(false);
});
