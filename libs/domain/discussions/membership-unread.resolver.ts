import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Membership } from '#domain/communities';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { Reading, readingKey } from './reading.service.js';

/** What discussions add to a membership: the type belongs to `communities`, which knows no threads. */
@Resolver(() => Membership)
export class MembershipUnreadResolver {
  constructor(private readonly reading: Reading) {}

  @ResolveField(() => Int, {
    nullable: true,
    description: 'Threads with something new for the viewer, among the 100 last active; null on the memberships of others.',
  })
  unreadThreadCount(
    @CurrentActor() actor: Actor,
    @Parent() membership: Membership,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<number | null> | null {
    if (!actor.is(membership.personId)) return null;
    return loaders.load(this.reading.unreadThreadCounts, readingKey(membership.personId, membership.communityId));
  }
}
