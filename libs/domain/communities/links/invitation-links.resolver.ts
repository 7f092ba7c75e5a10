import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '#domain/people';
import { type Actor, CurrentActor } from '#platform/auth';
import { Community } from '../community.entity.js';
import { CreatedInvitationLink, InvitationLink } from './invitation-link.entity.js';
import { CreateInvitationLinkInput, RevokeInvitationLinkInput } from './invitation-links.inputs.js';
import { InvitationLinks } from './invitation-links.service.js';

@Resolver(() => InvitationLink)
export class InvitationLinksResolver {
  constructor(private readonly links: InvitationLinks) {}

  @Mutation(() => CreatedInvitationLink, { description: 'Makes a link by which several people can join.' })
  createInvitationLink(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Where to, as what, how often and how long.' }) input: CreateInvitationLinkInput,
  ): Promise<CreatedInvitationLink> {
    return this.links.create(actor, input);
  }

  @Mutation(() => Boolean, { description: 'Takes a link back: from now on nobody joins by it.' })
  async revokeInvitationLink(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: RevokeInvitationLinkInput,
  ): Promise<boolean> {
    await this.links.revoke(actor, input);
    return true;
  }

  @ResolveField(() => Person, { description: 'Who made it.' })
  createdBy(@Parent() link: InvitationLink): Person {
    return link.createdBy;
  }
}

@Resolver(() => Community)
export class LinksOfCommunityResolver {
  constructor(private readonly links: InvitationLinks) {}

  @ResolveField(() => [InvitationLink], { description: 'Links by which one can join now: for those who may invite, else empty.' })
  invitationLinks(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<InvitationLink[]> {
    return this.links.list(actor, community);
  }
}
