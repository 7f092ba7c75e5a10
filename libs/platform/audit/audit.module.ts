import { Global, Module } from '@nestjs/common';
import { AuditHealthController } from './audit-health.controller.js';
import { Audit } from './audit.js';

@Global()
@Module({ providers: [Audit], controllers: [AuditHealthController], exports: [Audit] })
export class AuditModule {}
