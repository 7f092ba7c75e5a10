import { randomUUID } from 'node:crypto';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Visibility, JoinPolicy, MembershipRole } from '#domain/communities';
import { Authentication } from '#platform/auth';
import { Rooms } from '#platform/realtime';
import { startTestApp, type TestApp } from '../../apps/api/testing.js';
import { buildPosition } from '../../libs/domain/advocacy/testing.js';
import { buildCommunity, buildMembership } from '../../libs/domain/communities/testing.js';
import { buildPost, buildThread } from '../../libs/domain/discussions/testing.js';
import { buildNeed } from '../../libs/domain/needs/testing.js';
import { buildSession } from '../../libs/domain/peer-learning/testing.js';
import { buildOrganisation, buildPerson, buildSeat } from '../../libs/domain/people/testing.js';
import { everyOperation, type Operation } from './every-operation.js';

/** Open to strangers: they answer without a person, and with nothing that is for members. */
const OPEN = [
  'viewer', 'person', 'organisations', 'scheme', 'communities', 'community', 'threads', 'thread', 'needs', 'sessions', 'session', 'policyProcesses',
  'positions', 'publicPosition', 'publicPositions', 'invitationOffer', 'requestSignIn', 'signInWithCode', 'signInWithLink', 'signInWithPassword', 'signOut',
];

/** About oneself alone, or open to everyone who is signed in. */
const OWN = [
  'home', 'notifications', 'notificationPreferences', 'goTo', 'calendarFeeds', 'draft', 'updateProfile', 'updateSettings', 'setPassword',
  'addOrganisation', 'createApiToken', 'createCommunity', 'createCalendarFeed', 'saveDraft', 'discardDraft', 'markNotificationsRead', 'setNotificationPreference',
];

const CANARY = 'zaunkoenig';
let app: TestApp;
let outsider: string;
let removed: string;
let member: string;
let operations: Operation[];
const rooms: string[] = [];

beforeAll(async () => {
  app = await startTestApp();
  // A members-only community in which every text holds the canary.
  const coordinator = await buildPerson(app, { name: 'Coordinator' });
  member = (await buildPerson(app, { name: 'Member' })).id;
  outsider = (await buildPerson(app, { name: 'Outsider' })).id;
  removed = (await buildPerson(app, { name: 'Removed' })).id;
  const community = await buildCommunity(app, { visibility: Visibility.MEMBERS, joinPolicy: JoinPolicy.BY_INVITATION, name: 'A closed community' });
  const organisation = await buildOrganisation(app, { name: 'An organisation' });
  await buildSeat(app, { personId: member, organisationId: organisation.id, hasMandate: true });
  await buildMembership(app, { communityId: community.id, personId: coordinator.id, role: MembershipRole.COORDINATOR });
  const membership = await buildMembership(app, { communityId: community.id, personId: member, organisationId: organisation.id });
  const lost = await buildMembership(app, { communityId: community.id, personId: removed });
  const thread = await buildThread(app, { communityId: community.id, authorId: member, title: `Thread ${CANARY}`, text: `Opening ${CANARY}` });
  const post = await buildPost(app, { threadId: thread.id, authorId: member, said: `Reply ${CANARY}` });
  const need = await buildNeed(app, { communityId: community.id, raisedById: member, statement: `We need to know about ${CANARY}` });
  const session = await buildSession(app, { communityId: community.id, needId: need.id, scheduledById: coordinator.id, title: `Session ${CANARY}`, place: CANARY });
  const position = await buildPosition(app, { communityId: community.id, openedById: coordinator.id, title: `Position ${CANARY}`, purpose: `Purpose ${CANARY}` });
  const as = { as: coordinator.id };
  const { inviteToCommunity: invitation } = await app.ok(
    'mutation ($input: InviteToCommunityInput!) { inviteToCommunity(input: $input) { id } }',
    { input: { communityId: community.id, email: 'invited@example.org', role: 'MEMBER' } },
    as,
  );
  await app.ok('mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { id } }', { input: { membershipId: lost.id } }, as);
  await app.cookieOf(member);
  const [signIn] = await app.sql<{ id: string }>('select id from sign_in_session where person_id = $1', [member]);
  rooms.push(`community:${community.id}`, `thread:${thread.id}`, `session:${session.id}`, `position:${position.id}`, `person:${member}`);
  operations = everyOperation(app.get(GraphQLSchemaHost).schema, {
    communityId: community.id,
    threadId: thread.id,
    postId: post.id,
    sessionId: session.id,
    needId: need.id,
    positionId: position.id,
    membershipId: membership.id,
    organisationId: organisation.id,
    invitationId: invitation.id,
    requestId: randomUUID(),
    'community.slug': community.slug,
    'thread.id': thread.id,
    'session.id': session.id,
    'position.id': position.id,
    'publicPosition.id': position.id,
    'person.id': member,
    'draft.subject': `thread:${thread.id}`,
    'saveDraft.subject': `thread:${thread.id}`,
    'discardDraft.subject': `thread:${thread.id}`,
    'sessions.communityId': community.id,
    'positions.communityId': community.id,
    'goTo.text': CANARY,
    'mentionable.text': 'Mem',
    'communities.filter': { text: CANARY },
    'revokeSession.sessionId': signIn?.id,
    'updateProfile.organisationId': undefined,
    'inviteToCommunity.email': 'somebody@example.org',
    'requestSignIn.email': 'somebody@example.org',
    'signInWithPassword.email': 'somebody@example.org',
    'setPassword.password': 'a long and unusual password 4711',
    'markRead.position': 1,
    'needs.communityId': community.id,
    'threads.communityId': community.id,
    'scheduleSession.needId': need.id,
  });
});
afterAll(() => app?.stop());

const call = (operation: Operation, as?: string) => app.graphql(operation.text, operation.variables, { as });
const sound = (answer: { status: number; errors?: { extensions: { code: string } }[] }) => ({
  status: answer.status < 500,
  internal: answer.errors?.some((error) => error.extensions.code === 'INTERNAL') ?? false,
});

describe('every operation', () => {
  it('is open, one’s own, or for those inside; nothing else is forgotten', () => {
    const names = operations.map((operation) => operation.name);
    expect([...OPEN, ...OWN].filter((name) => !names.includes(name))).toEqual([]);
    expect(OPEN.filter((name) => OWN.includes(name))).toEqual([]);
  });

  it('denies strangers, but for what is open', async () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      const answer = await call(operation);
      const { status, internal } = sound(answer);
      const code = answer.errors?.[0]?.extensions.code;
      const right = OPEN.includes(operation.name) || code === 'UNAUTHENTICATED';
      if (!status || internal || !right) wrong.push(`${operation.name}: ${answer.status} ${JSON.stringify(answer.errors ?? answer.data).slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(['outsider', 'removed member'])('gives an %s nothing of a closed community, and lets them do nothing in it', async (who) => {
    const as = who === 'outsider' ? outsider : removed;
    const wrong: string[] = [];
    for (const operation of operations) {
      if (operation.name === 'signOut' || operation.name === 'setPassword') continue;
      const answer = await call(operation, as);
      const { status, internal } = sound(answer);
      const text = JSON.stringify(answer.data ?? {});
      const open = [...OPEN, ...OWN].includes(operation.name);
      // What was typed comes back in nobody's words but one's own draft.
      const leaks = text.includes(CANARY);
      const acts = operation.kind === 'mutation' && !open && !answer.errors;
      if (!status || internal || leaks || acts) wrong.push(`${operation.name}: ${answer.status} ${JSON.stringify(answer).slice(0, 400)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('shows a member what it hides from the others, so that the walk above can fail', async () => {
    const seen: string[] = [];
    for (const operation of operations.filter(({ kind }) => kind === 'query')) {
      if (JSON.stringify((await call(operation, member)).data ?? {}).includes(CANARY)) seen.push(operation.name);
    }
    expect(seen).toEqual(expect.arrayContaining(['thread', 'threads', 'session', 'sessions', 'position', 'positions', 'needs', 'goTo']));
  });

  it('lets nobody into the rooms of a closed community but its members', async () => {
    const authentication = app.get(Authentication);
    const mayJoin = async (personId: string) => {
      const actor = await authentication.actorByPerson(personId);
      return Promise.all(rooms.map((room) => app.get(Rooms).mayJoin(actor, room)));
    };
    expect(await mayJoin(member)).toEqual(rooms.map(() => true));
    expect(await mayJoin(outsider)).toEqual(rooms.map(() => false));
    expect(await mayJoin(removed)).toEqual(rooms.map(() => false));
  });
});
