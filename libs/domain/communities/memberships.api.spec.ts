import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { hashToken, newToken } from '#platform/auth';
import { buildOrganisation, buildPerson, buildSeat } from '../people/testing.js';
import { JoinPolicy, MembershipRole, Visibility } from './community.enums.js';
import type { Membership } from './membership.entity.js';
import { buildCommunity, buildMembership } from './testing.js';

const { MEMBER, FACILITATOR, COORDINATOR } = MembershipRole;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const JOIN = `mutation ($input: JoinCommunityInput!) { joinCommunity(input: $input) {
  community { id memberCount organisationCount viewerCan viewerMembership { id } } membership { id role person { id } organisation { id } } request { id message person { id } } } }`;
const LEAVE = `mutation ($input: LeaveCommunityInput!) { leaveCommunity(input: $input) { memberCount organisationCount viewerCan viewerMembership { id } members { nodes { id } } } }`;
const REMOVE = `mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { memberCount members { nodes { id } } } }`;
const CHANGE = `mutation ($input: ChangeRoleInput!) { changeRole(input: $input) { id role person { id } } }`;
const ANSWER = `mutation ($input: AnswerJoinRequestInput!) { answerJoinRequest(input: $input) { memberCount joinRequests { nodes { id } } joinRequestCount } }`;
const MENTIONABLE = `query ($communityId: ID!, $text: String!) { mentionable(communityId: $communityId, text: $text) { name } }`;

const join = (communityId: string, as: string, more: object = {}) => app.graphql(JOIN, { input: { communityId, ...more } }, { as });
const leave = (communityId: string, as: string, more: object = {}) => app.graphql(LEAVE, { input: { communityId, ...more } }, { as });
const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code ?? 'accepted';
const countsOf = async (communityId: string) =>
  (
    await app.sql(
      `select member_count, (select count(*)::int from membership where community_id = c.id) as members,
              organisation_count, (select count(*)::int from community_organisation where community_id = c.id) as organisations
         from community c where id = $1`,
      [communityId],
    )
  )[0];
const told = (room: string) =>
  app.sql<{ kind: string; payload: object }>('select kind, payload from room_message where room = $1 order by seq', [room]);
const events = async (communityId: string) =>
  (
    await app.sql<{ name: string }>(`select name from event where payload->>'communityId' = $1 order by occurred_at, name`, [communityId])
  ).map((event) => event.name);
/** A page of members. */
interface Listed {
  nodes: { id: string; role: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const personOf = async (): Promise<string> => (await buildPerson(app)).id;

describe('joining an open community', () => {
  it('makes one a member, for an organisation of one’s own, with the rights in the same answer', async () => {
    const seat = await buildSeat(app);
    const community = await buildCommunity(app);
    const answer = (await join(community.id, seat.personId, { organisationId: seat.organisationId })).data['joinCommunity'];
    expect(answer).toMatchObject({
      community: { memberCount: 1, organisationCount: 1, viewerMembership: { id: answer.membership.id } },
      membership: { role: 'MEMBER', person: { id: seat.personId }, organisation: { id: seat.organisationId } },
      request: null,
    });
    expect(answer.community.viewerCan).toEqual(expect.arrayContaining(['START_THREAD', 'LEAVE']));
    expect(await events(community.id)).toEqual(['communities.member-joined']);
    expect(await told(`community:${community.id}`)).toMatchObject([
      { kind: 'member-joined', payload: { membership: { person: { id: seat.personId } } } },
    ]);
    expect(JSON.stringify(await told(`community:${community.id}`))).not.toContain('@');
    expect(await told(`person:${seat.personId}`)).toMatchObject([
      { kind: 'membership-changed', payload: { communityId: community.id, role: 'MEMBER' } },
    ]);
  });

  it('counts once, however often and however simultaneously it is pressed', async () => {
    const community = await buildCommunity(app);
    const person = await personOf();
    await app.cookieOf(person);
    const mutationKey = randomUUID();
    const answers = await Promise.all([
      join(community.id, person),
      join(community.id, person),
      join(community.id, person, { mutationKey }),
      join(community.id, person, { mutationKey }),
    ]);
    expect(new Set(answers.map((answer) => answer.data['joinCommunity'].membership.id)).size).toBe(1);
    expect(await countsOf(community.id)).toMatchObject({ member_count: 1, members: 1 });
    expect(await events(community.id)).toEqual(['communities.member-joined']);
  });

  it('stays right when many come at once', async () => {
    const community = await buildCommunity(app);
    const organisation = await buildOrganisation(app);
    const seats = await Promise.all(Array.from({ length: 6 }, () => buildSeat(app, { organisationId: organisation.id })));
    for (const seat of seats) await app.cookieOf(seat.personId);
    await Promise.all(seats.map((seat) => join(community.id, seat.personId, { organisationId: organisation.id })));
    expect(await countsOf(community.id)).toEqual({ member_count: 6, members: 6, organisation_count: 1, organisations: 1 });
    await Promise.all(seats.map((seat) => leave(community.id, seat.personId)));
    expect(await countsOf(community.id)).toEqual({ member_count: 0, members: 0, organisation_count: 0, organisations: 0 });
  });

  it.each([
    ['an organisation of others', async () => ({ organisationId: (await buildOrganisation(app)).id }), 'organisationId'],
    ['an organisation that is not there', async () => ({ organisationId: randomUUID() }), 'organisationId'],
    ['an id that is none', async () => ({ organisationId: 'x' }), 'organisationId'],
    ['a message too long', async () => ({ message: 'x'.repeat(2001) }), 'message'],
  ])('refuses %s', async (_, more, field) => {
    const community = await buildCommunity(app);
    const answer = await join(community.id, await personOf(), await more());
    expect(answer.errors?.[0]?.extensions.fields[0]?.path).toBe(field);
    expect(await countsOf(community.id)).toMatchObject({ members: 0 });
  });

  it('says later for which organisation, and for another one', async () => {
    const seat = await buildSeat(app);
    const other = await buildSeat(app, { personId: seat.personId, isMain: false });
    const founder = await buildMembership(app, { role: COORDINATOR, personId: seat.personId });
    for (const organisationId of [seat.organisationId, other.organisationId]) {
      const answer = (await join(founder.communityId, seat.personId, { organisationId })).data['joinCommunity'];
      expect(answer).toMatchObject({
        community: { memberCount: 1, organisationCount: 1 },
        membership: { id: founder.id, role: 'COORDINATOR', organisation: { id: organisationId } },
      });
    }
    expect((await join(founder.communityId, seat.personId)).data['joinCommunity'].membership.organisation.id).toBe(other.organisationId);
    expect(codeOf(await join(founder.communityId, seat.personId, { organisationId: (await buildOrganisation(app)).id }))).toBe('INVALID');
    expect(await countsOf(founder.communityId)).toEqual({ member_count: 1, members: 1, organisation_count: 1, organisations: 1 });
  });

  it('is not there for ids that are not there, nor for strangers', async () => {
    expect(codeOf(await join(randomUUID(), await personOf()))).toBe('NOT_FOUND');
    expect(await app.refusal(JOIN, { input: { communityId: randomUUID() } })).toBe('UNAUTHENTICATED');
  });
});

describe('joining on request', () => {
  it('waits for an answer; of two answers the first one counts', async () => {
    const coordinator = await buildMembership(app, {
      role: COORDINATOR,
      communityId: (await buildCommunity(app, { joinPolicy: JoinPolicy.ON_REQUEST })).id,
    });
    const { communityId } = coordinator;
    const person = await personOf();
    const [one, two] = await Promise.all([1, 2].map(() => join(communityId, person, { message: 'I teach in Braga.' })));
    const request = one?.data['joinCommunity'].request;
    expect(request).toMatchObject({ message: 'I teach in Braga.', person: { id: person } });
    expect(two?.data['joinCommunity']).toMatchObject({ membership: null, request: { id: request.id } });
    const answer = (accept: boolean, as: string) => app.graphql(ANSWER, { input: { requestId: request.id, accept } }, { as });
    expect(codeOf(await answer(true, person))).toBe('NOT_FOUND');
    expect(codeOf(await answer(true, (await buildMembership(app, { communityId })).personId))).toBe('NOT_FOUND');
    expect(codeOf(await answer(true, (await buildMembership(app, { role: COORDINATOR })).personId))).toBe('NOT_FOUND');
    const answers = await Promise.all([answer(true, coordinator.personId), answer(false, coordinator.personId)]);
    expect(answers.map(codeOf).toSorted()).toEqual(['REQUEST_ANSWERED', 'accepted']);
    expect((await events(communityId)).filter((name) => name.startsWith('communities.join-'))).toEqual([
      'communities.join-requested',
      'communities.join-answered',
    ]);
  });

  it('lets in, or not, and one may ask again', async () => {
    const coordinator = await buildMembership(app, {
      role: FACILITATOR,
      communityId: (await buildCommunity(app, { joinPolicy: JoinPolicy.ON_REQUEST })).id,
    });
    const { communityId } = coordinator;
    const person = await personOf();
    const ask = async (): Promise<string> => (await join(communityId, person)).data['joinCommunity'].request.id;
    const answer = async (requestId: string, accept: boolean) =>
      app.ok(ANSWER, { input: { requestId, accept } }, { as: coordinator.personId });
    const first = await ask();
    expect((await answer(first, false)).answerJoinRequest).toEqual({ memberCount: 1, joinRequests: { nodes: [] }, joinRequestCount: 0 });
    const second = await ask();
    expect(second).not.toBe(first);
    expect((await answer(second, true)).answerJoinRequest).toEqual({ memberCount: 2, joinRequests: { nodes: [] }, joinRequestCount: 0 });
  });

  it('takes nobody by themselves where one is invited', async () => {
    const community = await buildCommunity(app, { joinPolicy: JoinPolicy.BY_INVITATION });
    expect(codeOf(await join(community.id, await personOf()))).toBe('JOINING_BY_INVITATION');
  });
});

describe('leaving', () => {
  it('takes the rights with it, and the organisation when nobody is left to speak for it', async () => {
    const coordinator = await buildMembership(app, {
      role: COORDINATOR,
      communityId: (await buildCommunity(app, { visibility: Visibility.MEMBERS })).id,
    });
    const seat = await buildSeat(app);
    const { communityId } = coordinator;
    await buildMembership(app, { communityId, personId: seat.personId, organisationId: seat.organisationId });
    const left = (await leave(communityId, seat.personId)).data['leaveCommunity'];
    expect(left).toMatchObject({
      memberCount: 1,
      organisationCount: 0,
      viewerCan: ['READ', 'JOIN'],
      viewerMembership: null,
      members: { nodes: [] },
    });
    expect(codeOf(await leave(communityId, seat.personId))).toBe('FORBIDDEN');
    expect((await told(`community:${communityId}`)).map((message) => message.kind)).toEqual(['member-left']);
  });

  it('is not for the last coordinator, also when two leave at once', async () => {
    const one = await buildMembership(app, { role: COORDINATOR });
    const two = await buildMembership(app, { role: COORDINATOR, communityId: one.communityId });
    await app.cookieOf(one.personId);
    await app.cookieOf(two.personId);
    const answers = await Promise.all([one, two].map((membership) => leave(one.communityId, membership.personId)));
    expect(answers.map(codeOf).toSorted()).toEqual(['LAST_COORDINATOR', 'accepted']);
    expect(await app.sql(`select 1 from membership where community_id = $1 and role = 'COORDINATOR'`, [one.communityId])).toHaveLength(1);
  });

  it('closes the sockets’ rooms before it answers', async () => {
    const coordinator = await buildMembership(app, { role: COORDINATOR });
    const member = await buildMembership(app, { communityId: coordinator.communityId });
    const room = `community:${coordinator.communityId}`;
    const socket = io(await app.listen(), {
      transports: ['websocket'],
      extraHeaders: { cookie: await app.cookieOf(member.personId), origin: app.config.baseUrl },
    });
    const heard: string[] = [];
    socket.on('message', (message: { room: string; kind: string }) => void (message.room === room && heard.push(message.kind)));
    try {
      expect(await socket.timeout(3000).emitWithAck('join', { room })).toMatchObject({ ok: true });
      await join(coordinator.communityId, await personOf());
      for (let tries = 0; heard.length === 0 && tries < 100; tries++) await sleep(10);
      expect(heard).toEqual(['member-joined']);
      await app.ok(REMOVE, { input: { membershipId: member.id } }, { as: coordinator.personId });
      await join(coordinator.communityId, await personOf());
      await sleep(200);
      expect(heard).toEqual(['member-joined']);
      expect(await socket.timeout(3000).emitWithAck('join', { room })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
      expect(await socket.timeout(3000).emitWithAck('join', { room: `person:${coordinator.personId}` })).toMatchObject({ ok: false });
      expect(await socket.timeout(3000).emitWithAck('join', { room: `person:${member.personId}` })).toMatchObject({ ok: true });
    } finally {
      socket.disconnect();
    }
  });
});

describe('removing and roles', () => {
  let coordinator: Membership;
  let facilitator: Membership;
  let member: Membership;
  beforeEach(async () => {
    coordinator = await buildMembership(app, { role: COORDINATOR });
    const { communityId } = coordinator;
    facilitator = await buildMembership(app, { communityId, role: FACILITATOR });
    member = await buildMembership(app, { communityId });
  });
  const change = (membershipId: string, role: MembershipRole, as: string) => app.graphql(CHANGE, { input: { membershipId, role } }, { as });
  const remove = (membershipId: string, as: string, more: object = {}) => app.graphql(REMOVE, { input: { membershipId, ...more } }, { as });

  it('are for coordinators', async () => {
    for (const who of [facilitator, member]) {
      expect(codeOf(await remove(member.id, who.personId))).toBe('FORBIDDEN');
      expect(codeOf(await change(member.id, FACILITATOR, who.personId))).toBe('FORBIDDEN');
    }
    expect((await change(member.id, COORDINATOR, coordinator.personId)).data['changeRole']).toEqual({
      id: member.id,
      role: 'COORDINATOR',
      person: { id: member.personId },
    });
    expect((await remove(facilitator.id, coordinator.personId)).data['removeMember']).toMatchObject({ memberCount: 2 });
    expect(await countsOf(coordinator.communityId)).toMatchObject({ member_count: 2, members: 2 });
    expect(await events(coordinator.communityId)).toEqual(['communities.role-changed', 'communities.member-removed']);
  });

  it('act once for one key', async () => {
    const mutationKey = randomUUID();
    const answers = await Promise.all([1, 2].map(() => remove(member.id, coordinator.personId, { mutationKey })));
    expect(answers.map(codeOf)).toEqual(['accepted', 'accepted']);
    expect(codeOf(await remove(member.id, coordinator.personId))).toBe('NOT_FOUND');
  });

  it('leave a community with a coordinator', async () => {
    expect(codeOf(await change(coordinator.id, MEMBER, coordinator.personId))).toBe('LAST_COORDINATOR');
    expect(codeOf(await remove(coordinator.id, coordinator.personId))).toBe('LAST_COORDINATOR');
    const other = await buildMembership(app, { communityId: coordinator.communityId, role: COORDINATOR });
    const both = await Promise.all([change(other.id, MEMBER, coordinator.personId), change(coordinator.id, MEMBER, other.personId)]);
    // The second one finds that it is no coordinator any more.
    expect(both.map(codeOf).toSorted()).toEqual(['FORBIDDEN', 'accepted']);
  });

  it('are nothing to outsiders: what is there and what is not look the same', async () => {
    const outsider = (await buildMembership(app, { role: COORDINATOR })).personId;
    const closed = await buildMembership(app, { communityId: (await buildCommunity(app, { visibility: Visibility.MEMBERS })).id });
    const [there, missing] = [await remove(closed.id, outsider), await remove(randomUUID(), outsider)];
    expect(there.errors).toEqual(missing.errors);
    expect(codeOf(there)).toBe('NOT_FOUND');
    expect(codeOf(await change(closed.id, MEMBER, outsider))).toBe('NOT_FOUND');
    expect(codeOf(await remove(member.id, outsider))).toBe('FORBIDDEN');
    expect((await remove('nonsense', outsider)).errors?.[0]?.extensions.fields[0]?.path).toBe('membershipId');
  });

  it('find members for mentions by the beginning of a name, for members only', async () => {
    const named = await buildPerson(app, { name: 'Zoë Öztürk' });
    await buildMembership(app, { communityId: coordinator.communityId, personId: named.id });
    const ask = (text: string, as: string) => app.graphql(MENTIONABLE, { communityId: coordinator.communityId, text }, { as });
    for (const text of ['zoe', 'ÖZ', 'Zoë Öz'])
      expect((await ask(text, member.personId)).data['mentionable']).toEqual([{ name: 'Zoë Öztürk' }]);
    for (const text of ['%', '_oe', 'oe', '\\']) expect((await ask(text, member.personId)).data['mentionable']).toEqual([]);
    expect(codeOf(await ask('zoe', await personOf()))).toBe('FORBIDDEN');
  });
});

describe('the memberships of the viewer', () => {
  it('are there by name of the community, in four statements', async () => {
    const person = await personOf();
    for (const name of ['Zebra', 'Ärzte', 'Bread'])
      await buildMembership(app, { personId: person, communityId: (await buildCommunity(app, { name })).id });
    await app.cookieOf(person);
    const ask = () =>
      app.ok('{ viewer { memberships { role joinedAt organisation { id } community { name viewerCan } } } }', {}, { as: person });
    const { viewer } = await ask();
    expect(viewer.memberships.map((membership: { community: { name: string } }) => membership.community.name)).toEqual([
      'Ärzte',
      'Bread',
      'Zebra',
    ]);
    expect((await app.statements(ask)).length).toBeLessThanOrEqual(4);
  });
});

describe('the list of members', () => {
  it('goes on page by page, coordinators first, and by role', async () => {
    const { communityId, personId } = await buildMembership(app);
    const built = [
      await buildMembership(app, { communityId }),
      await buildMembership(app, { communityId, role: COORDINATOR }),
      await buildMembership(app, { communityId, role: FACILITATOR }),
    ];
    const [{ slug }] = (await app.sql('select slug from community where id = $1', [communityId])) as [{ slug: string }];
    const list = async (variables: object): Promise<Listed> =>
      (
        await app.ok(
          `query ($slug: String!, $first: PageSize, $after: String, $role: MembershipRole) {
             community(slug: $slug) { members(first: $first, after: $after, role: $role) { nodes { id role } pageInfo { endCursor hasNextPage } } } }`,
          { slug, ...variables },
          { as: personId },
        )
      ).community.members;
    const roles: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const members: Listed = await list({ first: 1, after });
      roles.push(...members.nodes.map((node) => node.role));
      ({ endCursor: after, hasNextPage: more } = members.pageInfo);
    }
    expect(roles).toEqual(['COORDINATOR', 'FACILITATOR', 'MEMBER', 'MEMBER']);
    expect((await list({ role: 'FACILITATOR' })).nodes).toEqual([{ id: built[2]?.id, role: 'FACILITATOR' }]);
  });
});

describe('an invitation', () => {
  const INVITE = `mutation ($input: InviteToCommunityInput!) { inviteToCommunity(input: $input) { id email role invitedBy { id } expiresAt acceptedAt } }`;
  const OFFER = `query ($token: String!) { invitationOffer(token: $token) { role invitedBy { name } community { name members { nodes { id } } threadCount } } }`;
  const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { id role community { id viewerCan } person { id } } }`;
  const REVOKE = `mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) }`;
  let inviter: Membership;
  beforeEach(async () => {
    const community = await buildCommunity(app, { visibility: Visibility.MEMBERS, joinPolicy: JoinPolicy.BY_INVITATION, threadCount: 4 });
    inviter = await buildMembership(app, { communityId: community.id, role: FACILITATOR });
    await buildMembership(app, { communityId: community.id, role: COORDINATOR });
  });
  const invite = (email: string, role: MembershipRole, as = inviter.personId) =>
    app.graphql(INVITE, { input: { communityId: inviter.communityId, email, role } }, { as });
  const accept = (token: string, as: string) => app.graphql(ACCEPT, { input: { token } }, { as });

  /** Invites, and gives the invitation a token that we know: the real one is only in the mail. */
  async function invited(role = MEMBER) {
    const person = await buildPerson(app);
    const { id } = (await invite(person.email.toUpperCase(), role)).data['inviteToCommunity'];
    const token = newToken();
    await app.sql('update invitation set token_hash = $2 where id = $1', [id, hashToken(token)]);
    return { id: id as string, token, person };
  }

  it('comes by mail and lets one in, once', async () => {
    const person = await buildPerson(app);
    const mutationKey = randomUUID();
    const input = { communityId: inviter.communityId, email: person.email, role: FACILITATOR, mutationKey };
    const [first, second] = await Promise.all([1, 2].map(() => app.ok(INVITE, { input }, { as: inviter.personId })));
    expect(first?.inviteToCommunity).toMatchObject({
      email: person.email,
      role: 'FACILITATOR',
      acceptedAt: null,
      invitedBy: { id: inviter.personId },
    });
    expect(second?.inviteToCommunity.id).toBe(first?.inviteToCommunity.id);
    await app.jobsDone();
    const mails = await app.sql<{ body_text: string; subject: string }>('select subject, body_text from mail where recipient = $1', [
      person.email,
    ]);
    expect(mails).toHaveLength(1);
    const token = mails[0]?.body_text.match(/\/invitations\/([\w-]+)/)?.[1] ?? '';
    expect(mails[0]?.subject).toBe('You are invited');
    const { invitationOffer } = await app.ok(OFFER, { token });
    expect(invitationOffer).toMatchObject({ role: 'FACILITATOR', community: { members: { nodes: [] }, threadCount: 0 } });
    const accepted = (await accept(token, person.id)).data['acceptInvitation'];
    expect(accepted).toMatchObject({ role: 'FACILITATOR', person: { id: person.id } });
    expect(accepted.community.viewerCan).toContain('INVITE');
    expect((await accept(token, person.id)).data['acceptInvitation'].id).toBe(accepted.id); // pressed twice
    expect(await app.refusal(OFFER, { token })).toBe('INVITATION_NOT_VALID');
    expect(await countsOf(inviter.communityId)).toMatchObject({ member_count: 3, members: 3 });
  });

  it('is used by one of two who come at once', async () => {
    const { token, person } = await invited();
    await app.cookieOf(person.id);
    const answers = await Promise.all([accept(token, person.id), accept(token, person.id), accept(token, person.id)]);
    expect(answers.filter((answer) => codeOf(answer) === 'accepted').length).toBeGreaterThan(0);
    expect(await countsOf(inviter.communityId)).toMatchObject({ member_count: 3, members: 3 });
  });

  it('never reaches further than the inviter', async () => {
    expect(codeOf(await invite('ana@example.org', COORDINATOR))).toBe('ROLE_ABOVE_YOUR_OWN');
    const member = await buildMembership(app, { communityId: inviter.communityId });
    expect(codeOf(await invite('ana@example.org', MEMBER, member.personId))).toBe('FORBIDDEN');
    const outsider = (await buildMembership(app, { role: COORDINATOR })).personId;
    expect(codeOf(await invite('ana@example.org', MEMBER, outsider))).toBe('FORBIDDEN');
  });

  it.each([
    [
      'has expired',
      ({ id }: { id: string }) => app.sql(`update invitation set expires_at = now() - interval '1 second' where id = $1`, [id]),
    ],
    ['was withdrawn', ({ id }: { id: string }) => app.ok(REVOKE, { input: { invitationId: id } }, { as: inviter.personId })],
    ['came from someone who has left', () => app.sql('delete from membership where id = $1', [inviter.id])],
    ['came from someone who may not invite any more', () => app.sql(`update membership set role = 'MEMBER' where id = $1`, [inviter.id])],
    ['was followed by a newer one', ({ person }: { person: { email: string } }) => invite(person.email, MEMBER)],
  ])('is not valid once it %s', async (_, happens) => {
    const invitation = await invited(MEMBER);
    await happens(invitation);
    expect(codeOf(await accept(invitation.token, invitation.person.id))).toBe('INVITATION_NOT_VALID');
    expect(await app.refusal(OFFER, { token: invitation.token })).toBe('INVITATION_NOT_VALID');
    expect(await app.sql('select 1 from membership where person_id = $1', [invitation.person.id])).toEqual([]);
  });

  it('is for its address alone', async () => {
    const { token, person } = await invited();
    expect(codeOf(await accept(token, await personOf()))).toBe('INVITATION_FOR_ANOTHER');
    expect(codeOf(await accept(token, person.id))).toBe('accepted');
    expect(codeOf(await accept('nothing', person.id))).toBe('INVITATION_NOT_VALID');
    expect(await app.refusal(OFFER, { token: 'a\0b' })).toBe('INVITATION_NOT_VALID');
  });

  it('changes nothing for who is a member already', async () => {
    const { token, person } = await invited(FACILITATOR);
    const membership = await buildMembership(app, { communityId: inviter.communityId, personId: person.id });
    expect((await accept(token, person.id)).data['acceptInvitation']).toMatchObject({ id: membership.id, role: 'MEMBER' });
  });

  it('is withdrawn by those who may invite; to others it is not there', async () => {
    const { id } = await invited();
    const member = await buildMembership(app, { communityId: inviter.communityId });
    const outsider = await buildMembership(app, { role: COORDINATOR });
    for (const who of [member, outsider])
      expect(await app.refusal(REVOKE, { input: { invitationId: id } }, { as: who.personId })).toBe('NOT_FOUND');
    expect(await app.ok(REVOKE, { input: { invitationId: id } }, { as: inviter.personId })).toEqual({ revokeInvitation: true });
  });

  it.each(['nobody', 'a@b', 'Ana <ana@example.org>', 'ana@example.org\r\nBcc: eve@example.org'])(
    'goes to no address like %j',
    async (email) => {
      expect((await invite(email, MEMBER)).errors?.[0]?.extensions.fields[0]?.path).toBe('email');
    },
  );
});

describe('an advisor', () => {
  const START = `mutation ($input: StartThreadInput!) { startThread(input: $input) { id } }`;
  const REPLY = `mutation ($input: ReplyInput!) { reply(input: $input) { id } }`;
  const NEED = `mutation ($input: RaiseNeedInput!) { raiseNeed(input: $input) { id } }`;
  const THREAD = `query ($id: ID!) { thread(id: $id) { viewerCan } }`;
  const LIST = `query ($slug: String!, $first: PageSize, $after: String, $role: MembershipRole) { community(slug: $slug) {
    members(first: $first, after: $after, role: $role) { nodes { id role } pageInfo { hasNextPage endCursor } } } }`;
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'I would ask the employers first.' }] }] };

  it('reads and answers, but starts, needs and decides nothing; and brings no organisation along', async () => {
    const community = await buildCommunity(app, { visibility: Visibility.MEMBERS });
    const of = { communityId: community.id };
    const coordinator = await buildMembership(app, { ...of, role: COORDINATOR });
    const seat = await buildSeat(app, { hasMandate: true });
    const advisor = await buildMembership(app, { ...of, personId: seat.personId });
    await join(community.id, seat.personId, { organisationId: seat.organisationId });
    const change = (role: string) => app.ok(CHANGE, { input: { membershipId: advisor.id, role } }, { as: coordinator.personId });
    const organisations = async () => (await countsOf(community.id))?.['organisations'] as number;
    expect(await organisations()).toBe(1);
    await change('ADVISOR');
    expect(await organisations()).toBe(0);
    const { startThread: thread } = await app.ok(START, { input: { ...of, title: 'Who employs?', body } }, { as: coordinator.personId });
    const as = { as: seat.personId };
    expect((await app.ok(THREAD, { id: thread.id }, as))['thread'].viewerCan).toContain('REPLY');
    await app.ok(REPLY, { input: { threadId: thread.id, body } }, as);
    expect((await app.ok(MENTIONABLE, { ...of, text: 'A' }, as))['mentionable'].length).toBeGreaterThan(0);
    expect(await app.refusal(START, { input: { ...of, title: 'Something else', body } }, as)).toBe('FORBIDDEN');
    expect(await app.refusal(NEED, { input: { ...of, statement: 'We need to know more about it.' } }, as)).toBe('FORBIDDEN');
    await change('MEMBER');
    expect(await organisations()).toBe(1);
    expect(await countsOf(community.id)).toMatchObject({ member_count: 2, members: 2, organisation_count: 1 });
  });

  it('comes last in the list, page by page, and alone when asked for', async () => {
    const community = await buildCommunity(app);
    const roles = [MembershipRole.ADVISOR, MEMBER, COORDINATOR, MembershipRole.ADVISOR, FACILITATOR, MEMBER];
    for (const role of roles) await buildMembership(app, { communityId: community.id, role });
    const as = { as: await personOf() };
    const listed: string[] = [];
    let after: string | null = null;
    do {
      const page: { community: { members: Listed } } = await app.ok(LIST, { slug: community.slug, first: 2, after }, as);
      listed.push(...page.community.members.nodes.map(({ role }) => role));
      after = page.community.members.pageInfo.hasNextPage ? page.community.members.pageInfo.endCursor : null;
    } while (after);
    expect(listed).toEqual(['COORDINATOR', 'FACILITATOR', 'MEMBER', 'MEMBER', 'ADVISOR', 'ADVISOR']);
    const alone = await app.ok(LIST, { slug: community.slug, first: 1, role: 'ADVISOR' }, as);
    expect(alone['community'].members).toMatchObject({ nodes: [{ role: 'ADVISOR' }], pageInfo: { hasNextPage: true } });
  });
});
