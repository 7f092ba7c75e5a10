import { Module } from '@nestjs/common';
import { CommunitiesModule } from '#domain/communities';
import { PeopleModule } from '#domain/people';
import { AuditTrailResolver } from './trail/audit-trail.resolver.js';
import { AuditTrail } from './trail/audit-trail.service.js';

@Module({
  imports: [PeopleModule, CommunitiesModule],
  providers: [AuditTrail, AuditTrailResolver],
})
export class OversightModule {}
