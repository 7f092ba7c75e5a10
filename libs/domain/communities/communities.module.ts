import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '#domain/people';
import { VocabularyModule } from '#domain/vocabulary';
import { CommunityActorSource } from './actor-source.js';
import { CharterVersion } from './charter-version.entity.js';
import { CommunitiesResolver, DirectoryResolver } from './communities.resolver.js';
import { CommunityTies } from './ties.js';
import { CommunityRooms } from './communities.rooms.js';
import { circleEntities, circles } from './circles.js';
import { Communities } from './communities.service.js';
import { CommunityOrganisation } from './community-organisation.entity.js';
import { CommunityWeek } from './community-week.entity.js';
import { Community } from './community.entity.js';
import { Directory } from './directory.service.js';
import { CommunityTie } from './family/community-tie.entity.js';
import { FamilyResolver, TiesResolver } from './family/family.resolver.js';
import { Family } from './family/family.service.js';
import { FamilyTree } from './family/family-tree.js';
import { FollowingRolls } from './family/following-rolls.js';
import { TieTrail } from './family/tie-trail.js';
import { Ties } from './family/ties.service.js';
import { Fees } from './fees/fees.service.js';
import { Founding } from './founding.service.js';
import { Guest } from './guests/guest.entity.js';
import { GuestMail } from './guests/guest-mail.js';
import { GuestSubjects } from './guests/guest-subjects.js';
import { GuestsResolver } from './guests/guests.resolver.js';
import { Guests } from './guests/guests.service.js';
import { GroupDoor } from './groups/group-door.js';
import { GroupMembership } from './groups/group-membership.entity.js';
import { GroupMemberships } from './groups/group-memberships.service.js';
import { GroupRequest } from './groups/group-request.entity.js';
import { GroupRoll } from './groups/group-roll.js';
import { Group } from './groups/group.entity.js';
import { CommunityGroupsResolver, GroupsResolver } from './groups/groups.resolver.js';
import { Groups } from './groups/groups.service.js';
import { InvitationMail } from './invitation-mail.js';
import { Invitation } from './invitation.entity.js';
import { InvitationsResolver } from './invitations.resolver.js';
import { Invitations } from './invitations.service.js';
import { JoinRequest } from './join-request.entity.js';
import { Joining } from './joining.service.js';
import { CommunitiesMovers } from './merging/communities.movers.js';
import { MergedRoll } from './merging/merged-roll.js';
import { MergeObstacles } from './merging/merge-obstacles.js';
import { Merges } from './merging/merges.service.js';
import { Merging } from './merging/merging.js';
import { MergingResolver } from './merging/merging.resolver.js';
import { MembershipRoll } from './membership-roll.js';
import { MandatesResolver } from './mandates/mandates.resolver.js';
import { Mandates } from './mandates/mandates.service.js';
import { WhoDoesWhatController } from './mandates/who-does-what.controller.js';
import { WhoDoesWhat } from './mandates/who-does-what.service.js';
import { Membership } from './membership.entity.js';
import { JoinRequestsResolver, MembershipsResolver, ViewerMembershipsResolver } from './memberships.resolver.js';
import { Memberships } from './memberships.service.js';
import { OrganisationPagesResolver, OrganisationProfileResolver } from './organisations/organisation-pages.resolver.js';
import { OrganisationLeaving } from './organisations/organisation-leaving.js';
import { OrganisationPages } from './organisations/organisation-pages.service.js';
import { waysIn, waysInEntities } from './ways-in.js';
import { HandoverBook } from './handovers/handover-book.js';
import { Handover } from './handovers/handover.entity.js';
import { HandoverItem } from './handovers/handover-item.entity.js';
import { HandoverMail } from './handovers/handover-mail.js';
import { HandoverSources } from './handovers/handover-sources.js';
import { CommunityHandoversResolver, HandoversResolver, ViewerHandoversResolver } from './handovers/handovers.resolver.js';
import { Handovers } from './handovers/handovers.service.js';
import { JoinRequestsHandover } from './handovers/join-requests.handover.js';
import { CommunitySeat } from './seats/community-seat.entity.js';
import { Templates } from './templates/templates.service.js';
import { SeatBook } from './seats/seat-book.js';
import { SeatGrants } from './seats/seat-grants.service.js';
import { SeatHolding } from './seats/seat-holding.entity.js';
import { SeatProposal } from './seats/seat-proposal.entity.js';
import {
  CommunitySeatsResolver,
  OrganisationSeatsResolver,
  SeatHoldingsResolver,
  SeatProposalsResolver,
  SeatsOfOrganisationsResolver,
  ViewerSeatsResolver,
} from './seats/seats.resolver.js';
import { Seats } from './seats/seats.service.js';
import { CommunitiesPersonalData } from './communities.personal-data.js';
import { forgets } from '#platform/retention';
import { canBeFound } from '#platform/searchables';
import { COMMUNITIES_FOUND, GROUPS_FOUND, PEOPLE_FOUND, WORDS_FOUND } from './communities.searchables.js';

@Module({
  imports: [
    PeopleModule,
    VocabularyModule,
    TypeOrmModule.forFeature([
      Community,
      CommunityTie,
      CharterVersion,
      Membership,
      JoinRequest,
      Invitation,
      CommunityOrganisation,
      CommunityWeek,
      ...waysInEntities,
      ...circleEntities,
      Guest,
      Group,
      GroupMembership,
      GroupRequest,
      CommunitySeat,
      SeatHolding,
      SeatProposal,
      Handover,
      HandoverItem,
    ]),
  ],
  controllers: [WhoDoesWhatController],
  providers: [
    canBeFound(COMMUNITIES_FOUND, GROUPS_FOUND, WORDS_FOUND, PEOPLE_FOUND),
    forgets(
      {
        kind: 'invitations',
        usual: 90,
        least: 14,
        most: 365,
        statements: ['delete from invitation where coalesce(accepted_at, revoked_at, expires_at) < $1'],
      },
      {
        kind: 'requests',
        usual: 90,
        least: 7,
        most: 365,
        statements: ['delete from join_request where answered_at < $1', 'delete from group_request where answered_at < $1'],
      },
    ),
    CommunitiesPersonalData,
    CommunityActorSource,
    CommunityRooms,
    CommunityTies,
    Communities,
    Directory,
    Mandates,
    MandatesResolver,
    WhoDoesWhat,
    Founding,
    GroupRoll,
    FamilyTree,
    Family,
    FollowingRolls,
    Merging,
    CommunitiesMovers,
    MergedRoll,
    MergeObstacles,
    Merges,
    MergingResolver,
    TieTrail,
    Ties,
    MembershipRoll,
    GroupDoor,
    Groups,
    GroupMemberships,
    Memberships,
    Joining,
    Invitations,
    InvitationMail,
    OrganisationLeaving,
    OrganisationPages,
    ...waysIn,
    ...circles,
    SeatBook,
    HandoverBook,
    HandoverMail,
    GuestMail,
    GuestSubjects,
    Guests,
    GuestsResolver,
    HandoverSources,
    Handovers,
    HandoversResolver,
    ViewerHandoversResolver,
    CommunityHandoversResolver,
    JoinRequestsHandover,
    SeatGrants,
    Seats,
    CommunitySeatsResolver,
    OrganisationSeatsResolver,
    SeatHoldingsResolver,
    SeatProposalsResolver,
    SeatsOfOrganisationsResolver,
    ViewerSeatsResolver,
    DirectoryResolver,
    CommunitiesResolver,
    FamilyResolver,
    TiesResolver,
    MembershipsResolver,
    JoinRequestsResolver,
    ViewerMembershipsResolver,
    InvitationsResolver,
    OrganisationPagesResolver,
    OrganisationProfileResolver,
    GroupsResolver,
    CommunityGroupsResolver,
  ],
  exports: [
    Founding,
    CommunityActorSource,
    Communities,
    Groups,
    GroupMemberships,
    Memberships,
    MembershipRoll,
    Fees,
    Seats,
    Guests,
    GuestSubjects,
    HandoverSources,
    Merging,
    Templates,
  ],
})
export class CommunitiesModule {}
