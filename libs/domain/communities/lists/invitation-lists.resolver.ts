import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { InvitationList, InvitationRow } from './invitation-list.entity.js';
import { ReadInvitationListInput, SendInvitationListInput } from './invitation-lists.inputs.js';
import { InvitationLists } from './invitation-lists.service.js';

@Resolver(() => InvitationList)
export class InvitationListsResolver {
  constructor(private readonly lists: InvitationLists) {}

  @Query(() => [InvitationRow], { description: 'Looks at a list of addresses line by line, without sending anything.' })
  readInvitationList(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Where to, and the list.' }) input: ReadInvitationListInput,
  ): Promise<InvitationRow[]> {
    return this.lists.read(actor, input);
  }

  @Query(() => InvitationList, { description: 'How far a list is that one has sent.' })
  invitationList(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Which one.' }) id: string,
  ): Promise<InvitationList> {
    return this.lists.get(actor, id);
  }

  @Mutation(() => InvitationList, { description: 'Sends the good lines of a list, once.' })
  sendInvitationList(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Where to, and the lines.' }) input: SendInvitationListInput,
  ): Promise<InvitationList> {
    return this.lists.send(actor, input);
  }
}
