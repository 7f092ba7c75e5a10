import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { type Page, PageArgs } from '#platform/graphql';
import { MailCount, MailLogConnection, MailLogEntry, MailState } from './mail-log-entry.js';
import { MailLog } from './mail-log.js';

@Resolver(() => MailLogEntry)
export class MailLogResolver {
  constructor(private readonly log: MailLog) {}

  @Query(() => MailLogConnection, {
    description: 'What became of the mails of the last thirty days, the latest first. For administrators.',
  })
  mailLog(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('state', { type: () => MailState, nullable: true, description: 'Only those in this state.' }) state?: MailState,
  ): Promise<Page<MailLogEntry>> {
    return this.log.list(actor, state ?? null, page);
  }

  @Query(() => [MailCount], { description: 'How many mails there are in each state. For administrators.' })
  mailCounts(@CurrentActor() actor: Actor): Promise<MailCount[]> {
    return this.log.counts(actor);
  }
}
