import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Membership } from '#domain/communities';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { Reading, readingKey } from './reading.service.js';
import { Thread } from './thread.entity.js';
import { FollowThreadInput, MarkReadInput } from './threads.inputs.js';

@Resolver(() => Membership)
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

  @ResolveField(() => Int, {
    nullable: true,
    description: 'Threads with something new for the viewer, among the 100 last active; null on the memberships of others.',
  })
  unreadThreadCount(@CurrentActor() actor: Actor, @Parent() membership: Membership, @CurrentLoaders() loaders: Loaders): Promise<number | null> | null {
    if (!actor.is(membership.personId)) return null;
    return loaders.load(this.reading.unreadThreadCounts, readingKey(membership.personId, membership.communityId));
  }
}
