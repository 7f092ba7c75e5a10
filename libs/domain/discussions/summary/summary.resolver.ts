import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { Thread } from '../thread.entity.js';
import type { ReadThread } from '../threads.queries.js';
import { Summaries } from './summaries.service.js';
import { KeepSummaryInput } from './summary.inputs.js';
import { ThreadSummary } from './thread-summary.entity.js';

@Resolver(() => Thread)
export class SummaryResolver {
  constructor(private readonly summaries: Summaries) {}

  @Mutation(() => Thread, { description: 'Keeps a new version of the summary on top of a conversation.' })
  keepSummary(@CurrentActor() actor: Actor, @Args('input', { description: 'What it says.' }) input: KeepSummaryInput): Promise<Thread> {
    return this.summaries.keep(actor, input);
  }

  @ResolveField(() => ThreadSummary, { nullable: true, description: 'Where the conversation stands, as those who lead it keep it.' })
  summary(@Parent() thread: ReadThread): Promise<ThreadSummary | null> {
    return this.summaries.current(thread);
  }

  @ResolveField(() => ThreadSummary, {
    nullable: true,
    description: 'The version of the summary that the viewer saw last, where there is a newer one.',
  })
  summarySeen(@Parent() thread: ReadThread): Promise<ThreadSummary | null> {
    return this.summaries.lastSeen(thread);
  }

  @ResolveField(() => [ThreadSummary], { description: 'The versions of the summary, the latest first; at most 50.' })
  summaryHistory(@Parent() thread: ReadThread): Promise<ThreadSummary[]> {
    return this.summaries.history(thread);
  }
}
