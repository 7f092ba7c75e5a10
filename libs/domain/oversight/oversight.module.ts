import { Module } from '@nestjs/common';
import { CommunitiesModule } from '#domain/communities';
import { PeopleModule } from '#domain/people';
import { AccountAdministration } from './accounts/account-administration.service.js';
import { AccountsResolver } from './accounts/accounts.resolver.js';
import { SuspensionMail } from './accounts/suspension-mail.js';
import { CommunityOversightResolver } from './communities/community-oversight.resolver.js';
import { CommunityOversight } from './communities/community-oversight.service.js';
import { AuditTrailResolver } from './trail/audit-trail.resolver.js';
import { AuditTrail } from './trail/audit-trail.service.js';

@Module({
  imports: [PeopleModule, CommunitiesModule],
  providers: [
    AuditTrail,
    AuditTrailResolver,
    AccountAdministration,
    AccountsResolver,
    SuspensionMail,
    CommunityOversight,
    CommunityOversightResolver,
  ],
})
export class OversightModule {}
