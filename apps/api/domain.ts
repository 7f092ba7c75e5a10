import type { DynamicModule, Type } from '@nestjs/common';
import { AuthModule } from '#platform/auth';
import { CommunitiesModule, CommunityActorSource } from '#domain/communities';
import { PeopleModule } from '#domain/people';

/** The domain's modules, up the ladder. */
export const domainModules: (Type | DynamicModule)[] = [
  AuthModule.with(CommunityActorSource, [CommunitiesModule]),
  PeopleModule,
  CommunitiesModule,
];
