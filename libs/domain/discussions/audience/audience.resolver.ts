import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { Thread } from '../thread.entity.js';
import type { ReadThread } from '../threads.queries.js';
import { AudienceAsk } from './audience-consent.entity.js';
import { AnswerAudienceInput, AskForAudienceInput, CancelAudienceInput, NarrowThreadInput } from './audience.inputs.js';
import { AudienceRequest } from './audience-request.entity.js';
import { Audience, mayKnow } from './audience.service.js';

@Resolver(() => Thread)
export class AudienceResolver {
  constructor(private readonly audience: Audience) {}

  @Query(() => [AudienceAsk], { description: 'Where one is asked as an author whether others may read it, and what one agreed to.' })
  audienceAsks(@CurrentActor() actor: Actor): Promise<AudienceAsk[]> {
    return this.audience.asks(actor);
  }

  @Mutation(() => Thread, { description: 'Asks all who wrote in a thread whether others may read it.' })
  askForAudience(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who, and what for.' }) input: AskForAudienceInput,
  ): Promise<Thread> {
    return this.audience.ask(actor, input);
  }

  @Mutation(() => [AudienceAsk], { description: 'Consents as an author, refuses, or takes a consent back.' })
  answerAudience(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The answer.' }) input: AnswerAudienceInput,
  ): Promise<AudienceAsk[]> {
    return this.audience.answer(actor, input);
  }

  @Mutation(() => Thread, { description: 'Takes a question to authors back.' })
  cancelAudience(@CurrentActor() actor: Actor, @Args('input', { description: 'Which one.' }) input: CancelAudienceInput): Promise<Thread> {
    return this.audience.cancel(actor, input);
  }

  @Mutation(() => Thread, { description: 'Takes a public thread of one’s own back among those whom it was for.' })
  narrowThread(@CurrentActor() actor: Actor, @Args('input', { description: 'Which one.' }) input: NarrowThreadInput): Promise<Thread> {
    return this.audience.narrow(actor, input);
  }

  @ResolveField(() => AudienceRequest, {
    nullable: true,
    description: 'Whether its authors are asked to let others read it, or have agreed; null for those outside.',
  })
  async audienceRequest(
    @CurrentActor() actor: Actor,
    @Parent() thread: ReadThread,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<AudienceRequest | null> {
    if (!mayKnow(actor, thread)) return null;
    const request = await loaders.load(this.audience.currentByThread, thread.id);
    if (request) request.viewerMayCancel = actor.is(request.askedById);
    return request;
  }
}
