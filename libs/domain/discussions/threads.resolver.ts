import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Communities, Community, Group, Groups } from '#domain/communities';
import { Person } from '#domain/people';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders, Public } from '#platform/auth';
import type { Page } from '#platform/graphql';
import { type Post, PostConnection } from './post.entity.js';
import { PostsArgs } from './posts.inputs.js';
import { Posts } from './posts.service.js';
import { Thread, ThreadConnection } from './thread.entity.js';
import { CloseThreadInput, EditThreadInput, StartThreadInput, ThreadsArgs } from './threads.inputs.js';
import type { ReadThread } from './threads.queries.js';
import { Threads } from './threads.service.js';
import { isUnnamed, UnattributedPosts } from './unattributed/unattributed-posts.service.js';

@Resolver(() => Thread)
export class ThreadsResolver {
  constructor(
    private readonly threads: Threads,
    private readonly posts: Posts,
    private readonly unattributed: UnattributedPosts,
    private readonly communities: Communities,
    private readonly groups: Groups,
  ) {}

  @Public()
  @Query(() => ThreadConnection, {
    name: 'threads',
    description: 'The conversations of a community or a group that the viewer may read, the newest first by their last post.',
  })
  list(@CurrentActor() actor: Actor, @Args() args: ThreadsArgs): Promise<Page<Thread>> {
    return this.threads.list(actor, args);
  }

  @Public()
  @Query(() => Thread, { name: 'thread', description: 'One conversation.' })
  get(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string): Promise<Thread> {
    return this.threads.get(actor, id);
  }

  @Mutation(() => Thread, { description: 'Starts a conversation with its opening post.' })
  startThread(@CurrentActor() actor: Actor, @Args('input', { description: 'What to start.' }) input: StartThreadInput): Promise<Thread> {
    return isUnnamed(input.level) ? this.unattributed.start(actor, input) : this.threads.start(actor, input);
  }

  @Mutation(() => Thread, { description: 'Gives a thread a better title.' })
  editThread(@CurrentActor() actor: Actor, @Args('input', { description: 'The new title.' }) input: EditThreadInput): Promise<Thread> {
    return this.threads.rename(actor, input);
  }

  @Mutation(() => Thread, { description: 'Ends a conversation; it stays readable.' })
  closeThread(@CurrentActor() actor: Actor, @Args('input', { description: 'Which one.' }) input: CloseThreadInput): Promise<Thread> {
    return this.threads.close(actor, input);
  }

  @Mutation(() => Thread, { description: 'Lets a closed conversation go on.' })
  reopenThread(@CurrentActor() actor: Actor, @Args('input', { description: 'Which one.' }) input: CloseThreadInput): Promise<Thread> {
    return this.threads.reopen(actor, input);
  }

  @ResolveField(() => Community, { description: 'Where it belongs.' })
  community(@Parent() thread: Thread, @CurrentLoaders() loaders: Loaders): Promise<Community | null> {
    return loaders.load(this.communities.communitiesByIds, thread.communityId);
  }

  @ResolveField(() => Group, { nullable: true, description: 'The group it belongs to; null where it belongs to the whole community.' })
  group(@Parent() thread: Thread, @CurrentLoaders() loaders: Loaders): Promise<Group | null> | null {
    return thread.groupId === null ? null : loaders.load(this.groups.groupsByIds, thread.groupId);
  }

  @ResolveField(() => [Person], { description: 'Some of those who have written in it, latest first; at most 24.' })
  participants(@Parent() thread: Thread, @CurrentLoaders() loaders: Loaders): Promise<Person[] | null> {
    return loaders.load(this.threads.participantsByThread, thread.id);
  }

  @ResolveField(() => PostConnection, { name: 'posts', description: 'What was said, by position.' })
  listPosts(@CurrentActor() actor: Actor, @Parent() thread: ReadThread, @Args() args: PostsArgs): Promise<Page<Post>> {
    return this.posts.list(actor, thread, args);
  }
}
