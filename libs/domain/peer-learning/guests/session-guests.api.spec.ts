import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { MembershipRole } from '#domain/communities';
import { Authentication } from '#platform/auth';
import { Rooms } from '#platform/realtime';
import { buildMembership } from '../../communities/testing.js';
import { buildPerson } from '../../people/testing.js';
import { buildSession, buildSessionSeat } from '../testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const INVITE = 'mutation ($input: InviteGuestInput!) { inviteGuest(input: $input) { id } }';
const ANSWER = 'mutation ($input: AnswerGuestInvitationInput!) { answerGuestInvitation(input: $input) { id } }';
const END = 'mutation ($input: EndGuestInput!) { endGuest(input: $input) { id } }';
const SESSION =
  'query ($id: ID!) { session(id: $id) { id link viewerCan takenSeats participants { id } need { statement } guests { name state } } }';
const until = () => new Date(app.clock.now().getTime() + 20 * 86_400_000).toISOString();
const mayJoin = async (person: string, room: string) => app.get(Rooms).mayJoin(await app.get(Authentication).actorByPerson(person), room);

describe('a guest of a session', () => {
  it('sees its page and its link, takes no seat, and sees neither names nor anything else', async () => {
    const coordinator = await buildMembership(app, { role: MembershipRole.COORDINATOR });
    const { communityId, personId } = coordinator;
    await app.sql(`update community set visibility = 'MEMBERS' where id = $1`, [communityId]);
    const session = await buildSession(app, { communityId, scheduledById: personId, link: 'https://meet.example/x' });
    const other = await buildSession(app, { communityId, scheduledById: personId });
    await buildSessionSeat(app, session);
    const guest = await buildPerson(app, { name: 'Nadia Berg' });
    const as = { as: guest.id };
    expect(await app.refusal(SESSION, { id: session.id }, as)).toBe('NOT_FOUND');
    const input = { subject: 'SESSION', subjectId: session.id, personId: guest.id, organisation: 'Ministry', until: until() };
    const { inviteGuest } = await app.ok(INVITE, { input }, { as: personId });
    expect(await app.refusal(SESSION, { id: session.id }, as)).toBe('NOT_FOUND');
    await app.ok(ANSWER, { input: { guestId: inviteGuest.id, accept: true } }, as);
    const seen = (await app.ok(SESSION, { id: session.id }, as)).session;
    expect(seen).toMatchObject({ link: 'https://meet.example/x', viewerCan: ['READ', 'SEE_LINK'], takenSeats: 1, participants: [] });
    expect(seen.guests).toMatchObject([{ name: 'Nadia Berg', state: 'READING' }]);
    expect(await app.refusal(SESSION, { id: other.id }, as)).toBe('NOT_FOUND');
    const take = 'mutation ($input: TakeSeatInput!) { takeSeat(input: $input) { id } }';
    expect(await app.refusal(take, { input: { sessionId: session.id } }, as)).toBe('FORBIDDEN');
    expect(await mayJoin(guest.id, `session:${session.id}`)).toBe(true);
    expect(await mayJoin(guest.id, `off-record:${session.id}`)).toBe(false);
    const change = 'mutation ($input: ChangeSessionInput!) { changeSession(input: $input) { id } }';
    await app.ok(change, { input: { sessionId: session.id, place: 'Room 7' } }, { as: personId });
    await app.jobsDone();
    const notices = await app.ok('{ notifications { nodes { kind reason } } }', {}, as);
    expect(notices.notifications.nodes).toContainEqual({ kind: 'SESSION_CHANGED', reason: 'YOU_ARE_GUEST' });
    await app.ok(END, { input: { guestId: inviteGuest.id } }, { as: personId });
    expect(await app.refusal(SESSION, { id: session.id }, as)).toBe('NOT_FOUND');
    expect(await mayJoin(guest.id, `session:${session.id}`)).toBe(false);
    expect((await app.ok('{ notifications { nodes { kind } } }', {}, as)).notifications.nodes).toEqual([{ kind: 'GUEST_INVITED' }]);
  });
});
