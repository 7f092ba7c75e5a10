import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommunitiesModule } from '#domain/communities';
import { HealthResolver } from './health/health.resolver.js';
import { Health } from './health/health.service.js';
import { MembershipChange } from './health/membership-change.entity.js';
import { HealthSharing, WishedShare } from './health/wished-mix.entity.js';
import { INSIGHTS_DATA } from './insights.personal-data.js';
import { ReportController } from './report/report.controller.js';
import { ReportNote } from './report/report-note.entity.js';
import { ReportResolver } from './report/report.resolver.js';
import { Reports } from './report/reports.service.js';
import { keepsOfPeople } from '#platform/personal-data';

@Module({
  imports: [CommunitiesModule, TypeOrmModule.forFeature([MembershipChange, WishedShare, HealthSharing, ReportNote])],
  controllers: [ReportController],
  providers: [keepsOfPeople('insights', INSIGHTS_DATA), Health, HealthResolver, Reports, ReportResolver],
})
export class InsightsModule {}
