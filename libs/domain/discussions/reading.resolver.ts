import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { Reading } from './reading.service.js';
import { Thread } from './thread.entity.js';
import { FollowThreadInput, MarkReadInput } from './threads.inputs.js';

@Resolver()
export class ReadingResolver {
  constructor(private readonly reading: Reading) {}

  @Mutation(() => Thread, { description: 'Says how far one has read; it never goes back.' })
  markRead(@CurrentActor() actor: Actor, @Args('input', { description: 'How far.' }) input: MarkReadInput): Promise<Thread> {
    return this.reading.markRead(actor, input);
  }

  @Mutation(() => Thread, { description: 'Follows a thread, or leaves it.' })
  followThread(@CurrentActor() actor: Actor, @Args('input', { description: 'Which one.' }) input: FollowThreadInput): Promise<Thread> {
    return this.reading.follow(actor, input);
  }
}
