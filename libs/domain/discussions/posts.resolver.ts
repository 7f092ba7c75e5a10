import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { Post } from './post.entity.js';
import { PostRevision } from './post-revision.entity.js';
import { EditPostInput, ReactInput, RemovePostInput, ReplyInput } from './posts.inputs.js';
import { Posts } from './posts.service.js';
import { UnattributedPosts } from './unattributed/unattributed-posts.service.js';

@Resolver(() => Post)
export class PostsResolver {
  constructor(
    private readonly posts: Posts,
    private readonly unattributed: UnattributedPosts,
  ) {}

  @Mutation(() => Post, { description: 'Adds a post to a thread.' })
  reply(@CurrentActor() actor: Actor, @Args('input', { description: 'What to say.' }) input: ReplyInput): Promise<Post> {
    return input.isUnattributed ? this.unattributed.reply(actor, input) : this.posts.reply(actor, input);
  }

  @Mutation(() => Post, { description: 'Rewrites a post of one’s own; the earlier text stays in its history.' })
  editPost(@CurrentActor() actor: Actor, @Args('input', { description: 'The new text.' }) input: EditPostInput): Promise<Post> {
    return this.posts.edit(actor, input);
  }

  @Mutation(() => Post, { description: 'Takes a post away; its place stays.' })
  removePost(@CurrentActor() actor: Actor, @Args('input', { description: 'Which one.' }) input: RemovePostInput): Promise<Post> {
    return this.posts.remove(actor, input);
  }

  @Mutation(() => Post, { description: 'Undoes the removal of a post.' })
  restorePost(@CurrentActor() actor: Actor, @Args('input', { description: 'Which one.' }) input: RemovePostInput): Promise<Post> {
    return this.posts.restore(actor, input);
  }

  @Mutation(() => Post, { description: 'Answers a post without words, or takes that back.' })
  react(@CurrentActor() actor: Actor, @Args('input', { description: 'How.' }) input: ReactInput): Promise<Post> {
    return this.posts.react(actor, input);
  }

  @ResolveField(() => [PostRevision], { description: 'What it said before, latest first; nothing when it was removed.' })
  revisions(@Parent() post: Post, @CurrentLoaders() loaders: Loaders): Promise<PostRevision[] | null> {
    return loaders.load(this.posts.revisionsByPost, post.id);
  }
}
