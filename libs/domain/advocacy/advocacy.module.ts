import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommunitiesModule } from '#domain/communities';
import { PeopleModule } from '#domain/people';
import { WritingModule } from '#domain/writing';
import { AdvocacyRules } from './advocacy.rules.js';
import { EndorsedPositions } from './endorsed-positions.js';
import { Endorsement } from './endorsement.entity.js';
import { EndorsementRound } from './endorsement-round.entity.js';
import { Position } from './position.entity.js';
import { PositionFields } from './position.fields.js';
import { PositionsMerging } from './positions.merging.js';
import { PositionsHandover } from './positions.handover.js';
import { PositionsResolver } from './positions.resolver.js';
import { Positions } from './positions.service.js';
import { Publications } from './publications.service.js';
import { EndorsementFields, OutcomeFields, RoundFields } from './round.fields.js';
import { Rounds } from './rounds.service.js';
import { keepsOfPeople } from '#platform/personal-data';
import { ADVOCACY_DATA } from './advocacy.personal-data.js';
import { canBeFound } from '#platform/searchables';
import { POSITIONS_FOUND } from './advocacy.searchables.js';

@Module({
  imports: [TypeOrmModule.forFeature([Position, EndorsementRound, Endorsement]), PeopleModule, CommunitiesModule, WritingModule],
  providers: [
    canBeFound(POSITIONS_FOUND),
    keepsOfPeople('advocacy', ADVOCACY_DATA),
    Positions,
    Rounds,
    Publications,
    AdvocacyRules,
    PositionsResolver,
    PositionFields,
    EndorsedPositions,
    PositionsHandover,
    PositionsMerging,
    RoundFields,
    EndorsementFields,
    OutcomeFields,
  ],
  exports: [Positions, Rounds, Publications],
})
export class AdvocacyModule {}
