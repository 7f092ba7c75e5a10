import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '#domain/people';
import { VocabularyModule } from '#domain/vocabulary';
import { CommunityActorSource } from './actor-source.js';
import { CharterVersion } from './charter-version.entity.js';
import { CommunitiesResolver, DirectoryResolver } from './communities.resolver.js';
import { CommunityRooms } from './communities.rooms.js';
import { Communities } from './communities.service.js';
import { CommunityOrganisation } from './community-organisation.entity.js';
import { CommunityWeek } from './community-week.entity.js';
import { Community } from './community.entity.js';
import { Directory } from './directory.service.js';
import { Founding } from './founding.service.js';
import { InvitationMail } from './invitation-mail.js';
import { Invitation } from './invitation.entity.js';
import { InvitationsResolver } from './invitations.resolver.js';
import { Invitations } from './invitations.service.js';
import { JoinRequest } from './join-request.entity.js';
import { Joining } from './joining.service.js';
import { MembershipRoll } from './membership-roll.js';
import { Membership } from './membership.entity.js';
import { JoinRequestsResolver, MembershipsResolver, ViewerMembershipsResolver } from './memberships.resolver.js';
import { Memberships } from './memberships.service.js';
import { OrganisationPagesResolver, OrganisationProfileResolver } from './organisations/organisation-pages.resolver.js';
import { OrganisationPages } from './organisations/organisation-pages.service.js';
import { waysIn, waysInEntities } from './ways-in.js';

@Module({
  imports: [
    PeopleModule,
    VocabularyModule,
    TypeOrmModule.forFeature([
      Community,
      CharterVersion,
      Membership,
      JoinRequest,
      Invitation,
      CommunityOrganisation,
      CommunityWeek,
      ...waysInEntities,
    ]),
  ],
  providers: [
    CommunityActorSource,
    CommunityRooms,
    Communities,
    Directory,
    Founding,
    MembershipRoll,
    Memberships,
    Joining,
    Invitations,
    InvitationMail,
    OrganisationPages,
    ...waysIn,
    DirectoryResolver,
    CommunitiesResolver,
    MembershipsResolver,
    JoinRequestsResolver,
    ViewerMembershipsResolver,
    InvitationsResolver,
    OrganisationPagesResolver,
    OrganisationProfileResolver,
  ],
  exports: [CommunityActorSource, Communities, Memberships, MembershipRoll],
})
export class CommunitiesModule {}
