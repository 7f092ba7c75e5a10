import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '#domain/people';
import { type Actor, CurrentActor, CurrentRequest, Public, type RequestContext } from '#platform/auth';
import { CommunityActorSource } from './actor-source.js';
import { Invitation } from './invitation.entity.js';
import { Invitations } from './invitations.service.js';
import { Membership } from './membership.entity.js';
import { InvitationOffer } from './memberships.answers.js';
import { AcceptInvitationInput, InviteToCommunityInput, RevokeInvitationInput } from './memberships.inputs.js';
import { Memberships } from './memberships.service.js';

@Resolver(() => Invitation)
export class InvitationsResolver {
  constructor(
    private readonly invitations: Invitations,
    private readonly memberships: Memberships,
    private readonly actors: CommunityActorSource,
  ) {}

  @Public()
  @Query(() => InvitationOffer, { description: 'What an invitation link offers. Looking does not use it.' })
  invitationOffer(
    @Args('token', { type: () => String, description: 'From the link in the mail.' }) token: string,
  ): Promise<InvitationOffer> {
    return this.invitations.offer(token);
  }

  @Mutation(() => Invitation, { description: 'Invites someone by mail.' })
  inviteToCommunity(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whom, where to, and as what.' }) input: InviteToCommunityInput,
  ): Promise<Invitation> {
    return this.invitations.invite(actor, input);
  }

  @Mutation(() => Membership, { description: 'Uses an invitation.' })
  async acceptInvitation(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which one.' }) input: AcceptInvitationInput,
  ): Promise<Membership> {
    const membershipId = await this.invitations.accept(context.actor, input);
    context.actor = await this.actors.again(context.actor);
    return this.memberships.get(membershipId);
  }

  @Mutation(() => Boolean, { description: 'Withdraws an invitation.' })
  async revokeInvitation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: RevokeInvitationInput,
  ): Promise<boolean> {
    await this.invitations.revoke(actor, input.invitationId);
    return true;
  }

  @ResolveField(() => Person, { description: 'Who sent it.' })
  invitedBy(@Parent() invitation: Invitation): Person {
    return invitation.invitedBy;
  }
}
