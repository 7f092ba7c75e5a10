import { randomUUID } from 'node:crypto';
import { JoinPolicy, MembershipRole, Visibility, SeatProposal } from '#domain/communities';
import { SearchIndex } from '#domain/search';
import type { TestApp } from '../../apps/api/testing.js';
import { buildPosition } from '../../libs/domain/advocacy/testing.js';
import { buildCommunity, buildCommunitySeat, buildMembership } from '../../libs/domain/communities/testing.js';
import { buildPost, buildThread } from '../../libs/domain/discussions/testing.js';
import { OfferAudience } from '#domain/exchange';
import { buildIntroduction, buildOffer } from '../../libs/domain/exchange/testing.js';
import { buildNeed } from '../../libs/domain/needs/testing.js';
import { buildSession } from '../../libs/domain/peer-learning/testing.js';
import { buildOrganisation, buildPerson, buildSeat } from '../../libs/domain/people/testing.js';
import type { Values } from './every-operation.js';

/** A word that stands in every text of the community, and nowhere else. */
export const CANARY = 'zaunkoenig';

/** People around a members-only community, and arguments that lead every operation to its things. */
export interface ClosedCommunity {
  coordinator: string;
  member: string;
  outsider: string;
  removed: string;
  rooms: string[];
  values: Values;
}

/** A members-only community in which every text holds the canary. */
export async function closedCommunity(app: TestApp): Promise<ClosedCommunity> {
  const coordinator = (await buildPerson(app, { name: 'Coordinator' })).id;
  const member = (await buildPerson(app, { name: 'Member' })).id;
  const outsider = (await buildPerson(app, { name: 'Outsider' })).id;
  const removed = (await buildPerson(app, { name: 'Removed' })).id;
  const community = await buildCommunity(app, {
    visibility: Visibility.MEMBERS,
    joinPolicy: JoinPolicy.BY_INVITATION,
    name: 'A closed community',
  });
  const organisation = await buildOrganisation(app, { name: 'An organisation' });
  await buildSeat(app, { personId: member, organisationId: organisation.id, hasMandate: true });
  await buildMembership(app, { communityId: community.id, personId: coordinator, role: MembershipRole.COORDINATOR });
  const membership = await buildMembership(app, { communityId: community.id, personId: member, organisationId: organisation.id });
  const lost = await buildMembership(app, { communityId: community.id, personId: removed });
  const seat = await buildCommunitySeat(app, {
    communityId: community.id,
    organisationId: organisation.id,
    holderId: member,
    purpose: CANARY,
  });
  const thread = await buildThread(app, {
    communityId: community.id,
    authorId: member,
    title: `Thread ${CANARY}`,
    text: `Opening ${CANARY}`,
  });
  const post = await buildPost(app, { threadId: thread.id, authorId: member, said: `Reply ${CANARY}` });
  const need = await buildNeed(app, { communityId: community.id, raisedById: member, statement: `We need to know about ${CANARY}` });
  const session = await buildSession(app, {
    communityId: community.id,
    needId: need.id,
    scheduledById: coordinator,
    title: `Session ${CANARY}`,
    place: CANARY,
  });
  const position = await buildPosition(app, {
    communityId: community.id,
    openedById: coordinator,
    title: `Position ${CANARY}`,
    purpose: `Purpose ${CANARY}`,
  });
  const offer = await buildOffer(app, {
    personId: member,
    communityId: community.id,
    audience: OfferAudience.COMMUNITY,
    title: `Offer ${CANARY}`,
    details: `Details ${CANARY}`,
  });
  const introduction = await buildIntroduction(app, {
    askerId: coordinator,
    personId: member,
    offerId: offer.id,
    reason: `Because of ${CANARY}`,
  });
  const as = { as: coordinator };
  const { inviteToCommunity: invitation } = await app.ok(
    'mutation ($input: InviteToCommunityInput!) { inviteToCommunity(input: $input) { id } }',
    { input: { communityId: community.id, email: 'invited@example.org', role: 'MEMBER' } },
    as,
  );
  const { createInvitationLink: link } = await app.ok(
    'mutation ($input: CreateInvitationLinkInput!) { createInvitationLink(input: $input) { link { id } } }',
    { input: { communityId: community.id, name: `Link ${CANARY}`, role: 'MEMBER', maxUses: 5, days: 7 } },
    as,
  );
  await app.ok(
    'mutation ($input: SetJoinQuestionsInput!) { setJoinQuestions(input: $input) { id } }',
    { input: { communityId: community.id, questions: [{ text: `Question ${CANARY}`, kind: 'TEXT', isRequired: true }] } },
    as,
  );
  const { beginHandover: handover } = await app.ok(
    'mutation ($input: BeginHandoverInput!) { beginHandover(input: $input) { id } }',
    { input: { communityId: community.id, seatId: seat.id, leaves: false } },
    { as: member },
  );
  await app.sql('update handover set notes = $2 where id = $1', [handover.id, CANARY]);
  const guest = await buildOrganisation(app, { name: 'A guest' });
  const proposal = await app.database.dataSource.manager.save(SeatProposal, {
    communityId: community.id,
    organisationId: guest.id,
    isInvitation: true,
    seats: 1,
    hasMandate: false,
    message: CANARY,
    madeById: coordinator,
    madeAt: new Date(),
  });
  const observer = await buildPerson(app, { name: 'Observer' });
  const { inviteGuest: letIn } = await app.ok(
    'mutation ($input: InviteGuestInput!) { inviteGuest(input: $input) { id } }',
    {
      input: {
        subject: 'SESSION',
        subjectId: session.id,
        personId: observer.id,
        organisation: CANARY,
        until: new Date(app.clock.now().getTime() + 864e5).toISOString(),
      },
    },
    as,
  );
  await app.ok('mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { id } }', { input: { membershipId: lost.id } }, as);
  await app.get(SearchIndex).rebuild();
  await app.cookieOf(member);
  const [signIn] = await app.sql<{ id: string }>('select id from sign_in_session where person_id = $1', [member]);
  const rooms = [
    `community:${community.id}`,
    `thread:${thread.id}`,
    `session:${session.id}`,
    `position:${position.id}`,
    `person:${member}`,
  ];
  const values = {
    communityId: community.id,
    threadId: thread.id,
    postId: post.id,
    sessionId: session.id,
    needId: need.id,
    positionId: position.id,
    membershipId: membership.id,
    organisationId: organisation.id,
    seatId: seat.id,
    handoverId: handover.id,
    'handover.id': handover.id,
    'offerHandover.email': 'somebody@example.org',
    proposalId: proposal.id,
    invitationId: invitation.id,
    requestId: randomUUID(),
    linkId: link.link.id,
    'readInvitationList.text': 'somebody@example.org',
    'sendInvitationList.email': 'somebody@example.org',
    'sendInvitationList.role': '',
    'sendInvitationList.language': '',
    offerId: offer.id,
    introductionId: introduction.id,
    'offer.id': offer.id,
    'introduction.id': introduction.id,
    'finishOffer.sharedWithId': undefined,
    'askIntroduction.personId': member,
    'postOffer.until': '2027-03-31',
    guestId: letIn.id,
    subjectId: thread.id,
    'inviteGuest.personId': outsider,
    'guestThread.id': thread.id,
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
    'search.text': CANARY,
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
  };
  return { coordinator, member, outsider, removed, rooms, values };
}
