import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommunitiesModule } from '#domain/communities';
import { PeopleModule } from '#domain/people';
import { DocumentRules } from './document-rules.js';
import { DocumentStore } from './document-store.js';
import { DocumentsMerging } from './documents.merging.js';
import { Documents } from './documents.service.js';
import { LiveDocument } from './live-document.entity.js';
import { UpdateLog } from './update-log.js';
import { Version } from './version.entity.js';
import { Versions } from './versions.service.js';
import { ContributorResolver, VersionResolver } from './writing.resolver.js';
import { WritingSockets } from './writing.sockets.js';
import { keepsOfPeople } from '#platform/personal-data';
import { WRITING_DATA } from './writing.personal-data.js';

@Module({
  imports: [TypeOrmModule.forFeature([LiveDocument, Version]), CommunitiesModule, PeopleModule],
  providers: [
    keepsOfPeople('writing', WRITING_DATA),
    DocumentRules,
    DocumentStore,
    UpdateLog,
    Documents,
    DocumentsMerging,
    Versions,
    WritingSockets,
    ContributorResolver,
    VersionResolver,
  ],
  exports: [DocumentRules, Documents, Versions],
})
export class WritingModule {}
