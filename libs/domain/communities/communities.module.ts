import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '#domain/people';
import { CommunityActorSource } from './actor-source.js';
import { CharterVersion } from './charter-version.entity.js';
import { Communities } from './communities.service.js';
import { CommunityOrganisation } from './community-organisation.entity.js';
import { CommunityWeek } from './community-week.entity.js';
import { Community } from './community.entity.js';
import { Invitation } from './invitation.entity.js';
import { JoinRequest } from './join-request.entity.js';
import { Membership } from './membership.entity.js';
import { Scheme, Term } from './term.entity.js';

@Module({
  imports: [
    PeopleModule,
    TypeOrmModule.forFeature([Community, CharterVersion, Membership, JoinRequest, Invitation, CommunityOrganisation, CommunityWeek, Scheme, Term]),
  ],
  providers: [CommunityActorSource, Communities],
  exports: [CommunityActorSource, Communities],
})
export class CommunitiesModule {}
