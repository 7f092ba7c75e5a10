import { JoinPolicy } from '#domain/communities';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { MembershipRole } from '../communities/community.enums.js';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import { buildSession, buildSessionSeat } from '../peer-learning/testing.js';
import { CANCEL, CHANGE, GIVE_UP } from '../peer-learning/testing/operations.js';
import { buildPerson } from '../people/testing.js';
import { circleWithThread, hearAgain, inboxOf, prefer, reply } from './testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const READ = `mutation ($input: MarkReadInput!) { markRead(input: $input) { id } }`;
const MARK = `mutation ($ids: [ID!], $all: Boolean) { markNotificationsRead(ids: $ids, all: $all) }`;
const JOIN = `mutation ($input: JoinCommunityInput!) { joinCommunity(input: $input) { request { id } } }`;
const LEAVE = `mutation ($input: LeaveCommunityInput!) { leaveCommunity(input: $input) { id } }`;
const ANSWER = `mutation ($input: AnswerJoinRequestInput!) { answerJoinRequest(input: $input) { id } }`;
const INVITE = `mutation ($input: InviteToCommunityInput!) { inviteToCommunity(input: $input) { id } }`;

describe('a discussion', () => {
  it('tells who was named and who follows, each with the reason, once, also when the listener runs again', async () => {
    const { community, thread, ada, ben, cleo } = await circleWithThread(app);
    await reply(app, thread.id, ben.id, 'ask the library.', [{ id: cleo.id, name: 'Cleo' }]);
    await app.jobsDone();
    await hearAgain(app, 'discussions.post-added', 'notifications.tell-readers');
    expect((await inboxOf(app, cleo.id)).notices).toMatchObject([
      {
        kind: 'MENTION',
        reason: 'YOU_WERE_MENTIONED',
        subject: 'Evening courses',
        path: `/t/${thread.id}#post-2`,
        count: 1,
        actor: { name: 'Ben' },
        community: { name: community.name },
      },
    ]);
    expect(await inboxOf(app, ada.id)).toMatchObject({
      notices: [{ kind: 'REPLY', reason: 'YOU_FOLLOW_THREAD', path: `/t/${thread.id}`, count: 1, readAt: null }],
      unread: 1,
    });
    expect((await inboxOf(app, ben.id)).notices).toEqual([]);
  });

  it('is one notice that counts until it is read, and the next begins anew', async () => {
    const { thread, ada, ben, cleo } = await circleWithThread(app);
    await reply(app, thread.id, ben.id, 'One.');
    const last = await reply(app, thread.id, cleo.id, 'Two.');
    expect(await inboxOf(app, ada.id)).toMatchObject({ notices: [{ kind: 'REPLY', count: 2, actor: { name: 'Cleo' } }], unread: 1 });
    await app.ok(READ, { input: { threadId: thread.id, position: last.position - 1 } }, { as: ada.id });
    expect((await inboxOf(app, ada.id)).unread).toBe(1);
    await app.ok(READ, { input: { threadId: thread.id, position: last.position } }, { as: ada.id });
    const read = await inboxOf(app, ada.id);
    expect([read.unread, read.notices[0]?.readAt]).toEqual([0, expect.any(String)]);
    expect((await inboxOf(app, ada.id, { unreadOnly: true })).notices).toEqual([]);
    await reply(app, thread.id, ben.id, 'Three.');
    expect((await inboxOf(app, ada.id, { unreadOnly: true })).notices).toMatchObject([{ count: 1, actor: { name: 'Ben' } }]);
  });

  it('is silent to those who stopped the kind, and about a community that one has left', async () => {
    const { community, thread, ada, ben, cleo } = await circleWithThread(app);
    await prefer(app, ada.id, 'REPLY', 'NONE');
    await reply(app, thread.id, ben.id, 'look.', [{ id: cleo.id, name: 'Cleo' }]);
    expect((await inboxOf(app, ada.id)).notices).toEqual([]);
    expect((await inboxOf(app, cleo.id)).unread).toBe(1);
    await app.ok(LEAVE, { input: { communityId: community.id } }, { as: cleo.id });
    expect(await inboxOf(app, cleo.id)).toEqual({ notices: [], unread: 0 });
  });
});

describe('a session', () => {
  const circle = async () => {
    const session = await buildSession(app, { localStart: '2027-05-20T16:00', seats: 1 });
    const [one, two] = [await buildPerson(app, { name: 'One' }), await buildPerson(app, { name: 'Two' })];
    for (const { id } of [one, two]) await buildMembership(app, { communityId: session.communityId, personId: id });
    await buildSessionSeat(app, session, { personId: one.id });
    await buildSessionSeat(app, session, { personId: two.id, state: 'WAITING', takenAt: new Date('2026-01-03T00:00:00Z') });
    return { session, one, two };
  };

  it('that changes says from what to what to those with a seat and those who wait, and not to who changed it', async () => {
    const { session, one, two } = await circle();
    await app.ok(CHANGE, { input: { sessionId: session.id, localStart: '2027-05-21T16:00' } }, { as: session.scheduledById });
    await app.jobsDone();
    await hearAgain(app, 'peer-learning.session-changed', 'notifications.tell-seats');
    await app.ok(
      CHANGE,
      { input: { sessionId: session.id, localStart: '2027-05-22T16:00', link: 'https://meet.example.org/b' } },
      { as: session.scheduledById },
    );
    const { notices } = await inboxOf(app, one.id);
    expect(notices).toMatchObject([{ kind: 'SESSION_CHANGED', reason: 'YOU_HAVE_SEAT', count: 2 }]);
    expect(notices[0]?.changes).toEqual(
      expect.arrayContaining([
        { field: 'startsAt', before: '2027-05-20T15:00:00.000Z', after: '2027-05-22T15:00:00.000Z' },
        { field: 'link', before: null, after: null },
      ]),
    );
    expect((await inboxOf(app, two.id)).notices).toMatchObject([{ kind: 'SESSION_CHANGED', reason: 'YOU_WAIT_FOR_SEAT' }]);
    expect((await inboxOf(app, session.scheduledById)).notices).toEqual([]);
  });

  it('that is called off, or has a seat for who waited, says so once', async () => {
    const { session, one, two } = await circle();
    await app.ok(GIVE_UP, { input: { sessionId: session.id } }, { as: one.id });
    await app.jobsDone();
    await hearAgain(app, 'peer-learning.seat-moved-up', 'notifications.tell-moved');
    expect((await inboxOf(app, two.id)).notices).toMatchObject([{ kind: 'SEAT_MOVED_UP', reason: 'YOU_HAVE_SEAT', count: 1 }]);
    await app.ok(CANCEL, { input: { sessionId: session.id, reason: 'The host is ill' } }, { as: session.scheduledById });
    expect((await inboxOf(app, two.id)).notices[0]).toMatchObject({ kind: 'SESSION_CANCELLED', count: 1 });
    expect((await inboxOf(app, one.id)).notices).toEqual([]);
  });
});

describe('a community', () => {
  it('tells those who let people in, the one who asked, and the one who is invited', async () => {
    const community = await buildCommunity(app, { joinPolicy: JoinPolicy.ON_REQUEST });
    const coordinator = (await buildMembership(app, { communityId: community.id, role: MembershipRole.COORDINATOR })).personId;
    const member = (await buildMembership(app, { communityId: community.id })).personId;
    const newcomer = await buildPerson(app, { name: 'New' });
    const { joinCommunity } = await app.ok(JOIN, { input: { communityId: community.id, message: 'Please' } }, { as: newcomer.id });
    expect((await inboxOf(app, coordinator)).notices).toMatchObject([
      { kind: 'JOIN_REQUESTED', reason: 'YOU_COORDINATE', path: `/c/${community.slug}/members`, actor: { name: 'New' } },
    ]);
    expect((await inboxOf(app, member)).notices).toEqual([]);
    await app.ok(ANSWER, { input: { requestId: joinCommunity.request.id, accept: false } }, { as: coordinator });
    expect((await inboxOf(app, newcomer.id)).notices).toMatchObject([
      { kind: 'JOIN_ANSWERED', changes: [{ field: 'membership', after: 'DECLINED' }] },
    ]);
    await app.ok(INVITE, { input: { communityId: community.id, email: newcomer.email, role: 'MEMBER' } }, { as: coordinator });
    expect((await inboxOf(app, newcomer.id)).notices[0]).toMatchObject({ kind: 'INVITED', subject: community.name });
    // Who lets people in no more is not told any longer who asks.
    await app.sql(`update membership set role = 'MEMBER' where person_id = $1`, [coordinator]);
    expect((await inboxOf(app, coordinator)).notices).toEqual([]);
  });
});

describe('the inbox', () => {
  it('is marked read by id or as a whole, only one’s own, and goes on where a page ended', async () => {
    const { thread, ada, ben, cleo } = await circleWithThread(app);
    for (const text of ['one.', 'two.', 'three.']) await reply(app, thread.id, ben.id, text, [{ id: cleo.id, name: 'Cleo' }]);
    const { notices, unread } = await inboxOf(app, cleo.id);
    expect([notices.length, unread]).toEqual([3, 3]);
    const ids = [notices[0]?.id];
    expect((await app.ok(MARK, { ids }, { as: ada.id })).markNotificationsRead).toBe(1);
    expect((await app.ok(MARK, { ids }, { as: cleo.id })).markNotificationsRead).toBe(2);
    expect(await app.refusal(MARK, { ids: Array(101).fill(ids[0]) }, { as: cleo.id })).toBe('INVALID');
    const PAGE = `query ($after: String) { notifications(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const first = (await app.ok(PAGE, {}, { as: cleo.id })).notifications;
    const second = (await app.ok(PAGE, { after: first.pageInfo.endCursor }, { as: cleo.id })).notifications;
    expect([...first.nodes, ...second.nodes].map((notice: { id: string }) => notice.id)).toEqual(notices.map((notice) => notice.id));
    expect((await app.ok(MARK, { all: true }, { as: cleo.id })).markNotificationsRead).toBe(0);
    const counts = await app.sql(`select payload from room_message where room = $1 and kind = 'inbox-changed' order by seq`, [
      `person:${cleo.id}`,
    ]);
    expect(counts.map(({ payload }) => payload.unreadNotificationCount)).toEqual([1, 2, 3, 2, 0]);
  });

  it('costs at most four statements', async () => {
    const { thread, ben, cleo } = await circleWithThread(app);
    for (const text of ['one.', 'two.', 'three.']) await reply(app, thread.id, ben.id, text, [{ id: cleo.id, name: 'Cleo' }]);
    await inboxOf(app, cleo.id);
    const LIST = '{ notifications { nodes { subject count actor { name } community { name } } } }';
    expect((await app.statements(() => app.ok(LIST, {}, { as: cleo.id }))).length).toBeLessThanOrEqual(4);
  });
});
