import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { Guest, GuestPlace } from './guest.entity.js';
import { AnswerGuestInvitationInput, EndGuestInput, InviteGuestInput } from './guests.inputs.js';
import { Guests } from './guests.service.js';

@Resolver(() => Guest)
export class GuestsResolver {
  constructor(private readonly guests: Guests) {}

  @Query(() => [GuestPlace], { description: 'Where one is invited as a guest observer, or reads along.' })
  guestPlaces(@CurrentActor() actor: Actor): Promise<GuestPlace[]> {
    return this.guests.places(actor);
  }

  @Mutation(() => Guest, { description: 'Invites a guest observer into one discussion or one session.' })
  inviteGuest(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whom, where, until when.' }) input: InviteGuestInput,
  ): Promise<Guest> {
    return this.guests.invite(actor, input);
  }

  @Mutation(() => [GuestPlace], { description: 'Accepts or declines to be a guest observer.' })
  answerGuestInvitation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The answer.' }) input: AnswerGuestInvitationInput,
  ): Promise<GuestPlace[]> {
    return this.guests.answer(actor, input);
  }

  @Mutation(() => Guest, { description: 'Ends what a guest observer sees, at once.' })
  endGuest(@CurrentActor() actor: Actor, @Args('input', { description: 'Which guest.' }) input: EndGuestInput): Promise<Guest> {
    return this.guests.end(actor, input);
  }
}
