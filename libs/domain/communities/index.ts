export { CommunityActorSource } from './actor-source.js';
export { Charter } from './charter.js';
export { CharterVersion } from './charter-version.entity.js';
export { Communities, type CommunityCounter } from './communities.service.js';
export { CommunitiesModule } from './communities.module.js';
export { Community } from './community.entity.js';
export { CommunityKind, ConfidentialityLevel, JoinPolicy, Level, MembershipRole, reaches, Visibility } from './community.enums.js';
export { CommunityOrganisation } from './community-organisation.entity.js';
export {
  answersFor,
  belongsTo,
  communityPolicy,
  communityScope,
  contentScope,
  holdsIn,
  isGuestAt,
  leads,
  mayRead,
  maySeeMembers,
  takesPart,
  type GovernedCommunity,
  type Place,
  WITHOUT_LIST,
} from './community.policy.js';
export { Fees, FeeUnpaid } from './fees/fees.service.js';
export { feeStops } from './fees/fees.queries.js';
export { Guest, GuestSubject } from './guests/guest.entity.js';
export { GuestSubjects } from './guests/guest-subjects.js';
export { Guests } from './guests/guests.service.js';
export { Group } from './groups/group.entity.js';
export { GroupMembership } from './groups/group-membership.entity.js';
export { groupPolicy } from './groups/group.policy.js';
export { groupRoom } from './groups/group-roll.js';
export { GroupMemberships } from './groups/group-memberships.service.js';
export { Groups } from './groups/groups.service.js';
export { Invitation } from './invitation.entity.js';
export { InvitationLink } from './links/invitation-link.entity.js';
export { JoinQuestion, JoinQuestionKind } from './questions/join-question.entity.js';
export { JoinRequest } from './join-request.entity.js';
export { Membership } from './membership.entity.js';
export { MembershipRoll } from './membership-roll.js';
export { CommunitySeat } from './seats/community-seat.entity.js';
export { SeatHolding } from './seats/seat-holding.entity.js';
export { SeatProposal } from './seats/seat-proposal.entity.js';
export { Seats } from './seats/seats.service.js';
export { Memberships } from './memberships.service.js';
export { HandoverSources, type PassedOn, type PassingOn } from './handovers/handover-sources.js';
export { PassedOnKind } from './handovers/handover.enums.js';
export { PolicyProcess } from './policy-process.entity.js';
export { Templates } from './templates/templates.service.js';
export type { SessionSeries } from './templates/template-content.js';
export { Cohorts } from './templates/cohorts.service.js';
export { Family } from './family/family.service.js';
export { Ties } from './family/ties.service.js';
export { Charters } from './charters/charters.service.js';
export { Glossary } from './glossary/glossary.service.js';
export { Petitions } from './petitions/petitions.service.js';
export { Welcome, WelcomeContact } from './welcome/welcome.entity.js';
export { CommunitySupport, Support } from './support/support.entities.js';
export { SupportInput } from './support/support.inputs.js';
export { Founding } from './founding.service.js';
export { type Merge, MergeStep, type MergeTally, Merging, type Mover, openOrInGroup, tallyOf } from './merging/merging.js';
export { MergedThing, MergeObstacle } from './merging/merging.enums.js';
