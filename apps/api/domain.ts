import type { DynamicModule, Type } from '@nestjs/common';
import { VocabularyModule } from '#domain/vocabulary';
import { PeopleModule } from '#domain/people';
import { CommunitiesModule, CommunityActorSource } from '#domain/communities';
import { ExchangeModule } from '#domain/exchange';
import { DiscussionsModule } from '#domain/discussions';
import { NeedsModule } from '#domain/needs';
import { PeerLearningModule } from '#domain/peer-learning';
import { AdvocacyModule } from '#domain/advocacy';
import { WritingModule } from '#domain/writing';
import { InsightsModule } from '#domain/insights';
import { NotificationsModule } from '#domain/notifications';
import { SearchModule } from '#domain/search';
import { OversightModule } from '#domain/oversight';
import { PrivacyModule } from '#domain/privacy';
import { AuthModule } from '#platform/auth';

/** The domain's modules, up the ladder. */
export const domainModules: (Type | DynamicModule)[] = [
  AuthModule.with(CommunityActorSource, [CommunitiesModule]),
  VocabularyModule,
  PeopleModule,
  CommunitiesModule,
  ExchangeModule,
  DiscussionsModule,
  WritingModule,
  NeedsModule,
  PeerLearningModule,
  AdvocacyModule,
  NotificationsModule,
  SearchModule,
  InsightsModule,
  OversightModule,
  PrivacyModule,
];
