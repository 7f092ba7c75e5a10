import { Global, Module } from '@nestjs/common';
import { JobsResolver } from './jobs.resolver.js';
import { Jobs } from './jobs.js';

@Global()
@Module({ providers: [Jobs, JobsResolver], exports: [Jobs] })
export class JobsModule {}
