import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { plainToRichText } from '#content';
import { ConfidentialityLevel, Visibility } from '#domain/communities';
import { Authentication } from '#platform/auth';
import { Rooms } from '#platform/realtime';
import { buildGroup, buildGroupMembership } from '../../communities/groups/testing.js';
import { buildPerson } from '../../people/testing.js';
import { buildPost, buildThread } from '../testing.js';
import { buildChorus, release } from '../unattributed/testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const says = (text: string) => plainToRichText(text);
const GUEST = 'id name organisation state afterPosition viewerMayEnd person { id }';
const INVITE = `mutation ($input: InviteGuestInput!) { inviteGuest(input: $input) { ${GUEST} } }`;
const PLACES = '{ guestPlaces { id subject subjectId title communityName state organisation } }';
const ANSWER = 'mutation ($input: AnswerGuestInvitationInput!) { answerGuestInvitation(input: $input) { id state } }';
const END = `mutation ($input: EndGuestInput!) { endGuest(input: $input) { ${GUEST} } }`;
const GUEST_THREAD =
  'query ($id: ID!) { guestThread(id: $id) { title name organisation posts { nodes { position body author { name } } pageInfo { hasNextPage } } } }';
const THREAD = `query ($id: ID!) { thread(id: $id) { id viewerCan guests { ${GUEST} } } }`;
const REPLY = 'mutation ($input: ReplyInput!) { reply(input: $input) { id position } }';
const until = () => new Date(app.clock.now().getTime() + 20 * 86_400_000).toISOString();

/** A thread of a closed community with words before and a voice without a name, and a policymaker with an account. */
async function scene() {
  const chorus = await buildChorus(app, 9);
  const [author = '', second = ''] = chorus.members;
  await buildPost(app, { threadId: chorus.thread.id, authorId: second, said: 'Said before anybody came.' });
  const guest = await buildPerson(app, { name: 'Nadia Berg' });
  return { ...chorus, author, second, guest, threadId: chorus.thread.id };
}
type Scene = Awaited<ReturnType<typeof scene>>;
const invite = async (at: Scene, input: object = {}, as = at.facilitator) =>
  (
    await app.ok(
      INVITE,
      {
        input: {
          subject: 'THREAD',
          subjectId: at.threadId,
          personId: at.guest.id,
          organisation: 'Ministry of the Interior',
          until: until(),
          ...input,
        },
      },
      { as },
    )
  ).inviteGuest;
async function letIn(at: Scene, input: object = {}) {
  const { id } = await invite(at, input);
  await app.ok(ANSWER, { input: { guestId: id, accept: true } }, { as: at.guest.id });
  return id as string;
}
const reads = async (as: string, id: string) => (await app.ok(GUEST_THREAD, { id }, { as })).guestThread;
const mayJoin = async (person: string, room: string) => app.get(Rooms).mayJoin(await app.get(Authentication).actorByPerson(person), room);

describe('a guest observer', () => {
  it('sees what is said with a name since the invitation, and nothing that was said before or without a name', async () => {
    const at = await scene();
    await letIn(at);
    await app.ok(REPLY, { input: { threadId: at.threadId, body: says('Said since.') } }, { as: at.second });
    await app.ok(REPLY, { input: { threadId: at.threadId, body: says('Whispered.'), isUnattributed: true } }, { as: at.author });
    await app.ok(REPLY, { input: { threadId: at.threadId, body: says('And more.') } }, { as: at.author });
    await release(app);
    const thread = await reads(at.guest.id, at.threadId);
    expect(thread).toMatchObject({ name: 'Nadia Berg', organisation: 'Ministry of the Interior' });
    expect(thread.posts.nodes.map(({ position }: { position: number }) => position)).toEqual([3, 5]);
    expect(JSON.stringify(thread)).toContain('Said since.');
    expect(JSON.stringify(thread)).not.toMatch(/before|Whispered/);
  });

  it('is nobody on every other road, and writes nothing', async () => {
    const at = await scene();
    await letIn(at);
    const as = { as: at.guest.id };
    expect(await app.refusal(THREAD, { id: at.threadId }, as)).toBe('NOT_FOUND');
    expect(await app.refusal('query ($id: ID!) { threads(communityId: $id) { nodes { id } } }', { id: at.community.id }, as)).toBe(
      'NOT_FOUND',
    );
    expect(await app.refusal(REPLY, { input: { threadId: at.threadId, body: says('May I?') } }, as)).toBe('NOT_FOUND');
    const react = 'mutation ($input: ReactInput!) { react(input: $input) { id } }';
    const post = await app.ok(REPLY, { input: { threadId: at.threadId, body: says('Since.') } }, { as: at.second });
    expect(await app.refusal(react, { input: { postId: post.reply.id, kind: 'THANKS', on: true } }, as)).toBe('NOT_FOUND');
    const members = 'query ($slug: String!) { community(slug: $slug) { memberCount members { nodes { id } } threadCount } }';
    expect((await app.ok(members, { slug: at.community.slug }, as)).community).toMatchObject({ members: { nodes: [] }, threadCount: 0 });
    expect(await mayJoin(at.guest.id, `thread:${at.threadId}`)).toBe(false);
    expect(await mayJoin(at.guest.id, `community:${at.community.id}`)).toBe(false);
    expect(await mayJoin(at.guest.id, `guest-thread:${at.threadId}`)).toBe(true);
    expect(await mayJoin(at.author, `guest-thread:${at.threadId}`)).toBe(false);
    expect(await app.refusal(GUEST_THREAD, { id: at.threadId }, { as: at.author })).toBe('NOT_FOUND');
    expect(await app.refusal(GUEST_THREAD, { id: 'x' }, as)).toBe('NOT_FOUND');
  });

  it('is marked for everyone there from the invitation on, with name and organisation; outsiders learn of none', async () => {
    const at = await scene();
    await invite(at);
    const seen = (await app.ok(THREAD, { id: at.threadId }, { as: at.second })).thread;
    expect(seen.guests).toMatchObject([
      {
        name: 'Nadia Berg',
        organisation: 'Ministry of the Interior',
        state: 'INVITED',
        afterPosition: 2,
        viewerMayEnd: false,
        person: null,
      },
    ]);
    const [place] = (await app.ok(PLACES, {}, { as: at.guest.id })).guestPlaces;
    expect(place).toMatchObject({ subject: 'THREAD', subjectId: at.threadId, state: 'INVITED', title: at.thread.title });
    await app.ok(ANSWER, { input: { guestId: place.id, accept: true } }, { as: at.guest.id });
    await app.jobsDone();
    const [after] = (await app.ok(THREAD, { id: at.threadId }, { as: at.second })).thread.guests;
    expect(after).toMatchObject({ state: 'READING', person: { id: at.guest.id } });
    const told = await app.sql(`select kind, reason from notification where person_id = $1 and subject_id = $2`, [at.second, at.threadId]);
    expect(told).toEqual([{ kind: 'GUEST_READS', reason: 'YOU_WROTE_IN_THREAD' }]);
    expect(await app.sql(`select kind from notification where person_id = $1`, [at.guest.id])).toEqual([{ kind: 'GUEST_INVITED' }]);
    const said = await app.sql('select payload::text from room_message where room = $1', [`thread:${at.threadId}`]);
    expect(JSON.stringify(said)).not.toContain('Nadia');
  });

  it('comes by an address that only its owner can use; the mail quotes nothing', async () => {
    const at = await scene();
    const email = `${randomUUID()}@ministry.example`;
    await invite(at, { personId: null, email, name: 'The Secretary' });
    await app.jobsDone();
    const [mail] = await app.mails(email);
    expect(mail?.text).toContain('/guest');
    expect(`${mail?.subject} ${mail?.text}`).not.toContain(at.thread.title);
    const [row] = await app.sql<{ id: string }>('select id from guest where email = $1', [email]);
    expect(await app.refusal(ANSWER, { input: { guestId: row?.id, accept: true } }, { as: at.guest.id })).toBe('NOT_FOUND');
    const owner = await buildPerson(app, { email, name: 'Paul Weber' });
    await app.ok(ANSWER, { input: { guestId: row?.id, accept: true } }, { as: owner.id });
    expect((await reads(owner.id, at.threadId)).name).toBe('Paul Weber');
    expect(await app.refusal(ANSWER, { input: { guestId: row?.id, accept: true } }, { as: owner.id })).toBe('GUEST_INVITATION_NOT_VALID');
  });

  it('is out at once when a facilitator ends it, when the guest leaves, and when the time is over', async () => {
    const at = await scene();
    const first = await letIn(at);
    expect(await app.refusal(END, { input: { guestId: first } }, { as: at.second })).toBe('FORBIDDEN');
    expect(await app.refusal(END, { input: { guestId: first } }, { as: (await buildPerson(app)).id })).toBe('NOT_FOUND');
    expect((await app.ok(END, { input: { guestId: first } }, { as: at.coordinator })).endGuest.state).toBe('ENDED');
    const closed = async () => {
      expect(await app.refusal(GUEST_THREAD, { id: at.threadId }, { as: at.guest.id })).toBe('NOT_FOUND');
      expect(await mayJoin(at.guest.id, `guest-thread:${at.threadId}`)).toBe(false);
      expect((await app.ok(PLACES, {}, { as: at.guest.id })).guestPlaces).toEqual([]);
    };
    await closed();
    const second = await letIn(at);
    await app.ok(END, { input: { guestId: second } }, { as: at.guest.id });
    await closed();
    await letIn(at);
    const now = app.clock.now();
    app.clock.set(new Date(now.getTime() + 21 * 86_400_000));
    await closed();
    app.clock.set(now);
    const [first3] = (await app.ok(THREAD, { id: at.threadId }, { as: at.second })).thread.guests;
    expect(first3).toMatchObject({ state: 'ENDED', name: 'Nadia Berg' });
  });

  it('is invited by facilitators and coordinators alone, never into a group, an unattributed or a public thread', async () => {
    const at = await scene();
    const input = { subject: 'THREAD', subjectId: at.threadId, personId: at.guest.id, organisation: 'Ministry', until: until() };
    expect(await app.refusal(INVITE, { input }, { as: at.author })).toBe('FORBIDDEN');
    expect(await app.refusal(INVITE, { input }, { as: at.guest.id })).toBe('NOT_FOUND');
    const group = await buildGroup(app, { communityId: at.community.id, createdById: at.coordinator });
    await buildGroupMembership(app, { groupId: group.id, personId: at.coordinator });
    const inGroup = await buildThread(app, {
      communityId: at.community.id,
      groupId: group.id,
      authorId: at.coordinator,
      level: ConfidentialityLevel.GROUP,
    });
    const unnamed = await buildThread(app, { communityId: at.community.id, authorId: at.author, level: ConfidentialityLevel.COMMUNITY });
    await app.sql(`update thread set level = 'UNATTRIBUTED' where id = $1`, [unnamed.id]);
    const open = await buildChorus(app, 5, Visibility.PUBLIC);
    for (const [subjectId, as] of [
      [inGroup.id, at.coordinator],
      [unnamed.id, at.coordinator],
      [open.thread.id, open.coordinator],
    ])
      expect(await app.refusal(INVITE, { input: { ...input, subjectId } }, { as })).toBe('FORBIDDEN');
  });

  it('says what is wrong with an invitation, invites nobody twice and no member, and acts once for a repeated key', async () => {
    const at = await scene();
    const input = { subject: 'THREAD', subjectId: at.threadId, personId: at.guest.id, organisation: 'Ministry', until: until() };
    const wrong = async (more: object) => {
      const { errors } = await app.graphql(INVITE, { input: { ...input, ...more } }, { as: at.facilitator });
      return JSON.stringify(errors?.[0]?.extensions);
    };
    expect(await wrong({ until: new Date(app.clock.now().getTime() - 1000).toISOString() })).toMatch(
      /IN_THE_PAST.*until|until.*IN_THE_PAST/,
    );
    expect(await wrong({ until: new Date(app.clock.now().getTime() + 400 * 86_400_000).toISOString() })).toContain('TOO_LONG');
    expect(await wrong({ email: 'ana@example.org' })).toContain('ONE_OF_BOTH');
    expect(await wrong({ personId: null, email: 'ana@example.org' })).toContain('NAME_NEEDED');
    expect(await wrong({ personId: randomUUID() })).toContain('NO_SUCH_PERSON');
    expect(await wrong({ personId: at.second })).toContain('MEMBER_IS_NO_GUEST');
    expect(await wrong({ organisation: '' })).toContain('organisation');
    const mutationKey = randomUUID();
    const [one, again] = [await invite(at, { mutationKey }), await invite(at, { mutationKey })];
    expect(again.id).toBe(one.id);
    expect(await wrong({})).toContain('IS_GUEST_ALREADY');
  });

  it('counts only while the inviter may invite, and ends where the guest becomes a member or the thread goes elsewhere', async () => {
    const at = await scene();
    const { id } = await invite(at);
    await app.sql(`update membership set role = 'MEMBER' where community_id = $1 and person_id = $2`, [at.community.id, at.facilitator]);
    expect(await app.refusal(ANSWER, { input: { guestId: id, accept: true } }, { as: at.guest.id })).toBe('GUEST_INVITATION_NOT_VALID');
    await app.sql(`update membership set role = 'FACILITATOR' where community_id = $1 and person_id = $2`, [
      at.community.id,
      at.facilitator,
    ]);
    await app.ok(ANSWER, { input: { guestId: id, accept: true } }, { as: at.guest.id });
    await app.sql(`update thread set level = 'UNATTRIBUTED' where id = $1`, [at.threadId]);
    expect(await app.refusal(GUEST_THREAD, { id: at.threadId }, { as: at.guest.id })).toBe('NOT_FOUND');
  });

  it('hears by ids alone that something was said, and not of voices without a name', async () => {
    const at = await scene();
    await letIn(at);
    const told = async () => app.sql('select kind, payload from room_message where room = $1', [`guest-thread:${at.threadId}`]);
    await app.ok(REPLY, { input: { threadId: at.threadId, body: says('Whispered.'), isUnattributed: true } }, { as: at.author });
    await release(app);
    expect(await told()).toEqual([]);
    await app.ok(REPLY, { input: { threadId: at.threadId, body: says('Said.') } }, { as: at.author });
    await app.jobsDone();
    expect(await told()).toEqual([{ kind: 'thread-stirred', payload: { id: at.threadId } }]);
  });
});
