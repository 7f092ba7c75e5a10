import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { Draft } from './draft.entity.js';
import { SaveDraftInput } from './drafts.inputs.js';
import { Drafts } from './drafts.service.js';

@Resolver(() => Draft)
export class DraftsResolver {
  constructor(private readonly drafts: Drafts) {}

  @Query(() => Draft, { name: 'draft', nullable: true, description: 'The viewer’s own draft, if there is one.' })
  find(
    @CurrentActor() actor: Actor,
    @Args('subject', { type: () => String, description: 'What it is a draft of.' }) subject: string,
  ): Promise<Draft | null> {
    return this.drafts.find(actor, subject);
  }

  @Mutation(() => Draft, { description: 'Keeps a text that is not sent yet.' })
  saveDraft(@CurrentActor() actor: Actor, @Args('input', { description: 'The text so far.' }) input: SaveDraftInput): Promise<Draft> {
    return this.drafts.save(actor, input);
  }

  @Mutation(() => Boolean, { description: 'Throws a draft away; false when there was none.' })
  discardDraft(
    @CurrentActor() actor: Actor,
    @Args('subject', { type: () => String, description: 'What it is a draft of.' }) subject: string,
  ): Promise<boolean> {
    return this.drafts.discard(actor, subject);
  }
}
