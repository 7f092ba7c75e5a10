import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Communities, Groups, takesPart } from '#domain/communities';
import { type Actor, CurrentActor } from '#platform/auth';
import { uuid } from '#platform/graphql';
import { Post } from '../post.entity.js';
import { Posts } from '../posts.service.js';
import { Thread } from '../thread.entity.js';
import type { ReadThread } from '../threads.queries.js';
import { kindsFor } from './fits-kind.js';
import { MarkAnswerInput, MoveClinicInput } from './kinds.inputs.js';
import { Kinds } from './kinds.service.js';
import { ThreadKind } from './thread-kind.js';

/** What a conversation has because of what it is for. */
@Resolver(() => Thread)
export class KindsResolver {
  constructor(
    private readonly kinds: Kinds,
    private readonly posts: Posts,
    private readonly communities: Communities,
    private readonly groups: Groups,
  ) {}

  @Query(() => [ThreadKind], { description: 'The kinds of conversations that the viewer may begin in a community, or in a group of it.' })
  async threadKinds(
    @CurrentActor() actor: Actor,
    @Args('communityId', { type: () => ID, description: 'The community.' }) communityId: string,
    @Args('groupId', { type: () => ID, nullable: true, description: 'The group.' }) groupId?: string | null,
  ): Promise<ThreadKind[]> {
    const community = await this.communities.get(actor, uuid(communityId));
    const group = groupId ? await this.groups.get(actor, uuid(groupId)) : null;
    const place = { communityId: community.id, groupId: group?.id ?? null };
    return takesPart(actor, place) ? kindsFor(actor, place) : [];
  }

  @Mutation(() => Thread, { description: 'Marks the reply that answers a question, or takes the mark away.' })
  markAnswer(@CurrentActor() actor: Actor, @Args('input', { description: 'Which one.' }) input: MarkAnswerInput): Promise<Thread> {
    return this.kinds.markAnswer(actor, input);
  }

  @Mutation(() => Thread, { description: 'Moves a case clinic to another phase.' })
  moveClinic(@CurrentActor() actor: Actor, @Args('input', { description: 'Where to.' }) input: MoveClinicInput): Promise<Thread> {
    return this.kinds.moveClinic(actor, input);
  }

  @ResolveField(() => Post, { nullable: true, description: 'The reply that answers the question.' })
  async answer(@CurrentActor() actor: Actor, @Parent() thread: ReadThread): Promise<Post | null> {
    if (!thread.answerPostId) return null;
    const [answer] = await this.posts.chosen(actor, thread, [thread.answerPostId]);
    return answer ?? null;
  }
}
