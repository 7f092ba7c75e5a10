import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommunitiesModule } from '#domain/communities';
import { PeopleModule } from '#domain/people';
import { Need } from './need.entity.js';
import { NeedsResolver } from './needs.resolver.js';
import { NeedsMerging } from './needs.merging.js';
import { Needs } from './needs.service.js';
import { keepsOfPeople } from '#platform/personal-data';
import { NEEDS_DATA } from './needs.personal-data.js';
import { canBeFound } from '#platform/searchables';
import { NEEDS_FOUND } from './needs.searchables.js';

@Module({
  imports: [TypeOrmModule.forFeature([Need]), PeopleModule, CommunitiesModule],
  providers: [canBeFound(NEEDS_FOUND), keepsOfPeople('needs', NEEDS_DATA), Needs, NeedsMerging, NeedsResolver],
  exports: [Needs],
})
export class NeedsModule {}
