import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { Thread } from '../thread.entity.js';
import type { ReadThread } from '../threads.queries.js';
import { SignalReach } from './signal-echo.entity.js';
import { EchoSignalInput } from './signals.inputs.js';
import { Signals } from './signals.service.js';

@Resolver(() => Thread)
export class SignalsResolver {
  constructor(private readonly signals: Signals) {}

  @Mutation(() => Thread, { description: 'Says that one sees what a signal tells, too, or takes that back.' })
  echoSignal(@CurrentActor() actor: Actor, @Args('input', { description: 'Which one.' }) input: EchoSignalInput): Promise<Thread> {
    return this.signals.echo(actor, input);
  }

  @ResolveField(() => SignalReach, { nullable: true, description: 'Of an early signal, how far it is seen; null for all others.' })
  signal(@CurrentActor() actor: Actor, @Parent() thread: ReadThread): Promise<SignalReach | null> {
    return this.signals.reach(actor, thread);
  }
}
