import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { Events } from '#platform/events';
import { type Contribution, type DataSubject, PersonalData } from '#platform/personal-data';
import { Community } from './community.entity.js';
import { MembershipRole } from './community.enums.js';
import { MembershipRoll } from './membership-roll.js';
import { Membership } from './membership.entity.js';

const WHERE = `(select c.name from community c where c.id = held.community_id) as community`;

const HOLDINGS: Contribution['holdings'] = [
  {
    column: 'membership.person_id',
    erased: 'DELETE',
    part: 'memberships',
    download: `${WHERE}, held.role, held.joined_at as "joinedAt", (select coalesce(json_agg(json_build_object('period', f.period, 'state', f.state,
      'amount', f.amount, 'currency', f.currency, 'dueOn', f.due_on, 'note', f.note) order by f.noted_at), '[]') from fee f where f.membership_id = held.id) as fees,
      (select json_build_object('languages', n.languages, 'note', n.note) from interpretation_need n where n.membership_id = held.id) as "interpretationNeed"`,
    order: 'held.joined_at',
  },
  {
    column: 'charter.written_by_id',
    erased: 'CLEAR',
    part: 'charters',
    download: `${WHERE}, held.version, held.domain, held.community as audience, held.practice, held.written_at as "writtenAt"`,
    order: 'held.written_at',
  },
  {
    column: 'join_request.person_id',
    erased: 'DELETE',
    part: 'joinRequests',
    download: `${WHERE}, held.message, held.created_at as "createdAt", held.answered_at as "answeredAt", held.is_accepted as "isAccepted"`,
    order: 'held.created_at',
  },
  {
    column: 'join_request.answered_by_id',
    erased: 'CLEAR',
    why: 'The request of somebody else; that it was answered stands in the audit trail.',
  },
  {
    column: 'invitation.invited_by_id',
    erased: 'KEEP',
    part: 'invitationsSent',
    download: `${WHERE}, held.role, held.created_at as "createdAt", held.accepted_at as "acceptedAt"`,
    order: 'held.created_at',
  },
  { column: 'invitation.accepted_by_id', erased: 'CLEAR', why: 'The membership that came of it is in the download.' },
  { column: 'invitation.email', erased: 'DELETE', why: 'Sent by somebody else; the mail is in one’s own mailbox.' },
  {
    column: 'invitation_link.created_by_id',
    erased: 'KEEP',
    part: 'invitationLinks',
    download: `${WHERE}, held.name, held.created_at as "createdAt"`,
    order: 'held.created_at',
  },
  {
    column: 'community_group.created_by_id',
    erased: 'KEEP',
    part: 'groupsFounded',
    download: `${WHERE}, held.name, held.created_at as "createdAt"`,
    order: 'held.created_at',
  },
  {
    column: 'group_membership.person_id',
    erased: 'DELETE',
    part: 'groups',
    download: `(select g.name from community_group g where g.id = held.group_id) as "group", held.role, held.since`,
    order: 'held.since',
  },
  {
    column: 'group_request.person_id',
    erased: 'DELETE',
    part: 'groupRequests',
    download: `held.message, held.created_at as "createdAt", held.is_accepted as "isAccepted"`,
    order: 'held.created_at',
  },
  { column: 'group_request.answered_by_id', erased: 'CLEAR', why: 'The request of somebody else.' },
  { column: 'community_tie.proposed_by_id', erased: 'KEEP', why: 'An act in office, between communities.' },
  {
    column: 'seat_holding.person_id',
    erased: 'CLEAR',
    part: 'communitySeats',
    download: `(select c.name || ': ' || o.name from community_seat s join community c on c.id = s.community_id join organisation o on o.id = s.organisation_id
      where s.id = held.seat_id) as seat, held.since, held.until`,
    order: 'held.since',
  },
  { column: 'community_seat.holder_id', erased: 'CLEAR', why: 'Held seats are in the download with their history.' },
  { column: 'community_seat.offered_to_id', erased: 'CLEAR', why: 'An offer that was not answered yet.' },
  { column: 'community_seat.granted_by_id', erased: 'CLEAR', why: 'An act in office.' },
  { column: 'seat_proposal.made_by_id', erased: 'KEEP', why: 'An act in office, for an organisation.' },
  { column: 'seat_proposal.answered_by_id', erased: 'CLEAR', why: 'An act in office.' },
  {
    column: 'handover.from_id',
    erased: 'CLEAR',
    part: 'handovers',
    download: `${WHERE}, held.state, held.notes, held.begun_at as "begunAt", held.closed_at as "closedAt"`,
    order: 'held.begun_at',
  },
  { column: 'handover.to_id', erased: 'CLEAR', why: 'The notes of somebody else.' },
  { column: 'handover.to_email', erased: 'CLEAR', why: 'Where an offer of somebody else went.' },
  { column: 'handover.offered_by_id', erased: 'CLEAR', why: 'An act in office.' },
  { column: 'invitation_list.sent_by_id', erased: 'KEEP', why: 'The invitations that came of it are in the download.' },
  { column: 'template.owner_id', erased: 'KEEP', why: 'A community, not a person.' },
  { column: 'template_version.written_by_id', erased: 'KEEP', why: 'An act in office, for a community.' },
  { column: 'cohort.started_by_id', erased: 'KEEP', why: 'An act in office.' },
  {
    column: 'charter_agreement.person_id',
    erased: 'DELETE',
    part: 'charterAgreements',
    download: `${WHERE}, held.version, held.agreed_at as "agreedAt"`,
    order: 'held.agreed_at',
  },
  {
    column: 'petition.petitioner_id',
    erased: 'KEEP',
    part: 'petitions',
    download: `${WHERE}, held.title, held.task, held.state, held.created_at as "createdAt"`,
    order: 'held.created_at',
  },
  {
    // Kept, so that a petition that was granted still has the supporters it was granted for.
    column: 'petition_support.person_id',
    erased: 'KEEP',
    part: 'petitionsSupported',
    download: `(select p.title from petition p where p.id = held.petition_id) as petition, held.supported_at as "supportedAt"`,
    order: 'held.supported_at',
  },
  {
    column: 'glossary_definition.author_id',
    erased: 'KEEP',
    part: 'definitions',
    download: `(select t.term from glossary_term t where t.id = held.term_id) as term, held.text, held.source, held.created_at as "createdAt"`,
    order: 'held.created_at',
  },
  { column: 'fee.noted_by_id', erased: 'CLEAR', why: 'An act in office; one’s own fees stand with the memberships.' },
  {
    column: 'guest.person_id',
    erased: 'DELETE',
    part: 'guestPlaces',
    download: `${WHERE}, held.subject, held.subject_id as "subjectId", held.organisation, held.invited_at as "invitedAt", held.until, held.ended_at as "endedAt"`,
    order: 'held.invited_at',
  },
  { column: 'guest.email', erased: 'DELETE', why: 'Sent by somebody else; the mail is in one’s own mailbox.' },
  {
    column: 'guest.invited_by_id',
    erased: 'KEEP',
    part: 'guestsInvited',
    download: `${WHERE}, held.subject, held.subject_id as "subjectId", held.invited_at as "invitedAt", held.until`,
    order: 'held.invited_at',
  },
  { column: 'start_item.done_by_id', erased: 'CLEAR', why: 'A tick on a list of the community.' },
];

const NAMED = `
  select 'MEMBERSHIP', c.name, '/c/' || c.slug, m.joined_at from membership m join community c on c.id = m.community_id where m.person_id = $1
  union all
  select 'INVITATION_SENT', c.name, '/c/' || c.slug || '/members', i.created_at from invitation i join community c on c.id = i.community_id
   where i.invited_by_id = $1 and c.id = any($2::uuid[])
  union all
  select 'CHARTER', c.name, '/c/' || c.slug, h.written_at from charter h join community c on c.id = h.community_id
   where h.written_by_id = $1 and (c.id = any($2::uuid[]) or c.visibility = 'PUBLIC')`;

/** What communities keep of a person, and how somebody who is deleted leaves them. */
@Injectable()
export class CommunitiesPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly roll: MembershipRoll,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.data.contribute('communities', { holdings: HOLDINGS, named: NAMED, erase: (tx, person) => this.leaveAll(tx, person) });
  }

  /** By the roll, so that counters, seats, groups and sessions follow. A community may be left without a coordinator: an administrator appoints one. */
  private async leaveAll(tx: Tx, { id: personId }: DataSubject): Promise<void> {
    const memberships = await tx.find(Membership, { where: { personId }, order: { communityId: 'ASC' } });
    for (const { communityId, id } of memberships) {
      await tx.findOne(Community, { where: { id: communityId }, lock: { mode: 'for_no_key_update' } });
      const membership = await tx.findOneBy(Membership, { id });
      if (!membership) continue;
      membership.role = MembershipRole.MEMBER;
      await tx.update(Membership, { id }, { role: MembershipRole.MEMBER });
      await this.events.publish(tx, 'communities.member-left', { communityId, personId });
      await this.roll.strike(tx, membership);
    }
  }
}
