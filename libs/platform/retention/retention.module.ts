import { Global, Module } from '@nestjs/common';
import { RetentionResolver } from './retention.resolver.js';
import { forgets, Retention } from './retention.js';

@Global()
@Module({
  providers: [
    Retention,
    RetentionResolver,
    forgets(
      { kind: 'events', usual: 30, least: 7, most: 365, statements: ['delete from event where occurred_at < $1'] },
      { kind: 'mails', usual: 30, least: 1, most: 30, statements: [`delete from mail where created_at < $1 and state <> 'QUEUED'`] },
      { kind: 'repeat-keys', usual: 30, least: 7, most: 365, statements: ['delete from mutation_key where created_at < $1'] },
    ),
  ],
  exports: [Retention],
})
export class RetentionModule {}
