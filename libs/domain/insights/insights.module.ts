import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommunitiesModule } from '#domain/communities';
import { HealthResolver } from './health/health.resolver.js';
import { Health } from './health/health.service.js';
import { MembershipChange } from './health/membership-change.entity.js';
import { HealthSharing, WishedShare } from './health/wished-mix.entity.js';

@Module({
  imports: [CommunitiesModule, TypeOrmModule.forFeature([MembershipChange, WishedShare, HealthSharing])],
  providers: [Health, HealthResolver],
})
export class InsightsModule {}
