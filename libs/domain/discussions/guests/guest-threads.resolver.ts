import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Guest, Guests } from '#domain/communities';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { type Page, PageArgs } from '#platform/graphql';
import { Thread } from '../thread.entity.js';
import { type GuestPost, GuestPostConnection, GuestThread } from './guest-thread.answers.js';
import { GuestThreads } from './guest-threads.service.js';

@Resolver(() => GuestThread)
export class GuestThreadsResolver {
  constructor(private readonly threads: GuestThreads) {}

  @Query(() => GuestThread, { description: 'A discussion that one is let into as a guest observer.' })
  guestThread(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the discussion.' }) id: string,
  ): Promise<GuestThread> {
    return this.threads.get(actor, id);
  }

  @ResolveField(() => GuestPostConnection, { description: 'What was said with a name since one was invited.' })
  posts(@Parent() thread: GuestThread, @Args() page: PageArgs): Promise<Page<GuestPost>> {
    return this.threads.posts(thread, page);
  }
}

@Resolver(() => Thread)
export class ThreadGuestsResolver {
  constructor(private readonly guestRoll: Guests) {}

  @ResolveField(() => [Guest], {
    description: 'Guest observers: who reads along, is asked to, or did. Empty for those who do not belong there.',
  })
  async guests(@CurrentActor() actor: Actor, @Parent() thread: Thread, @CurrentLoaders() loaders: Loaders): Promise<Guest[]> {
    return this.guestRoll.seenBy(actor, (await loaders.load(this.guestRoll.bySubject, thread.id)) ?? []);
  }
}
