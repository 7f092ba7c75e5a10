import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, CurrentLoaders, CurrentRequest, type Loaders, Public, type RequestContext } from '#platform/auth';
import { CommunityActorSource } from '../actor-source.js';
import { Communities } from '../communities.service.js';
import { Community } from '../community.entity.js';
import { communityPolicy } from '../community.policy.js';
import { CommunityTie } from './community-tie.entity.js';
import { kindsOfCommunities, KindOfCommunity, TieAction } from './family.answers.js';
import {
  AddOutsidePartnerInput,
  AnswerTieInput,
  ArchiveCommunityInput,
  DetachCommunityInput,
  EndTieInput,
  OpenCircleInput,
  ProposeTieInput,
  ReviveCommunityInput,
} from './family.inputs.js';
import { Family } from './family.service.js';
import { Ties } from './ties.service.js';

/** What a community hangs together with. Whatever one may not see of it looks as if it were not there. */
@Resolver(() => Community)
export class FamilyResolver {
  constructor(
    private readonly family: Family,
    private readonly tying: Ties,
    private readonly communities: Communities,
    private readonly actors: CommunityActorSource,
  ) {}

  @Public()
  @Query(() => [KindOfCommunity], { description: 'The kinds of circles with their rules.' })
  communityKinds(): KindOfCommunity[] {
    return kindsOfCommunities;
  }

  @Mutation(() => Community, { description: 'Proposes a tie to another community; answers with the proposing one.' })
  async proposeTie(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Between whom.' }) input: ProposeTieInput,
  ): Promise<Community> {
    return this.again(context, await this.tying.propose(context.actor, input));
  }

  @Mutation(() => Community, { description: 'Names a partner outside the platform.' })
  addOutsidePartner(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: AddOutsidePartnerInput,
  ): Promise<Community> {
    return this.tying.addOutside(actor, input);
  }

  @Mutation(() => Community, { description: 'Answers a proposed tie; answers with the community that was asked.' })
  async answerTie(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which one, and how.' }) input: AnswerTieInput,
  ): Promise<Community> {
    return this.again(context, await this.tying.answer(context.actor, input));
  }

  @Mutation(() => Community, { description: 'Ends a partnership, or takes a proposal back.' })
  endTie(@CurrentActor() actor: Actor, @Args('input', { description: 'Which one.' }) input: EndTieInput): Promise<Community> {
    return this.tying.end(actor, input);
  }

  @Mutation(() => Community, { description: 'Ends being a part of another community.' })
  async detachCommunity(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which part.' }) input: DetachCommunityInput,
  ): Promise<Community> {
    return this.again(context, await this.tying.detach(context.actor, input));
  }

  @Mutation(() => Community, { description: 'Opens the circle in which the coordinators of all parts meet.' })
  async openCircle(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Of which whole.' }) input: OpenCircleInput,
  ): Promise<Community> {
    return this.again(context, await this.family.openCircle(context.actor, input));
  }

  @Mutation(() => Community, { description: 'Closes a community; it stays readable.' })
  async archiveCommunity(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which one, and why.' }) input: ArchiveCommunityInput,
  ): Promise<Community> {
    return this.again(context, await this.family.archive(context.actor, input.communityId, input.note || null, input.mutationKey));
  }

  @Mutation(() => Community, { description: 'Opens an archived community again.' })
  async reviveCommunity(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which one.' }) input: ReviveCommunityInput,
  ): Promise<Community> {
    return this.again(context, await this.family.revive(context.actor, input.communityId, input.mutationKey));
  }

  @ResolveField(() => [Community], { description: 'Its parts by name, the living ones first, where the viewer may see them.' })
  async parts(@Parent() community: Community, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<Community[]> {
    const parts = (await loaders.load(this.family.partsOf, community.id)) ?? [];
    return parts.filter((part) => communityPolicy.read(actor, part));
  }

  @ResolveField(() => Community, { nullable: true, description: 'The circle of the coordinators of its parts.' })
  async circle(
    @Parent() community: Community,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Community | null> {
    const circle = await loaders.load(this.family.circlesOf, community.id);
    return circle && communityPolicy.read(actor, circle) ? circle : null;
  }

  @ResolveField(() => Community, { nullable: true, description: 'Of a circle of coordinators: the whole whose parts they coordinate.' })
  circleOf(@Parent() community: Community, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<Community | null> {
    return this.readable(community.circleOfId, actor, loaders);
  }

  @ResolveField(() => Community, { nullable: true, description: 'Where it went when it was merged into another.' })
  mergedInto(@Parent() community: Community, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<Community | null> {
    return this.readable(community.mergedIntoId, actor, loaders);
  }

  @ResolveField(() => [CommunityTie], {
    description: 'Partners, for everyone who sees it; proposals only for those who decide about them.',
  })
  async ties(@Parent() community: Community, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<CommunityTie[]> {
    const ties = (await loaders.load(this.family.tiesOf, community.id)) ?? [];
    const seen = await Promise.all(
      ties.map(async (tie) => {
        const otherId = tie.communityId === community.id ? tie.otherId : tie.communityId;
        const other = await this.readable(otherId, actor, loaders);
        if (otherId && !other) return false;
        return (
          tie.agreedAt !== null || communityPolicy.connect(actor, community) || (other !== null && communityPolicy.connect(actor, other))
        );
      }),
    );
    return ties.filter((_, at) => seen[at]);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may open a circle of its coordinators.' })
  async mayOpenCircle(@Parent() community: Community, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<boolean> {
    return this.family.mayHaveCircle(actor, community) && (await loaders.load(this.family.circlesOf, community.id)) === null;
  }

  private async readable(id: string | null, actor: Actor, loaders: Loaders): Promise<Community | null> {
    const found = id ? await loaders.load(this.communities.communitiesByIds, id) : null;
    return found && communityPolicy.read(actor, found) ? found : null;
  }

  /** The answer shows the rights after the change. */
  private async again(context: RequestContext, community: Community): Promise<Community> {
    context.actor = await this.actors.again(context.actor);
    return this.communities.seenBy(context.actor, community.id);
  }
}

/** The two ends of a tie, and what the viewer may do with it. */
@Resolver(() => CommunityTie)
export class TiesResolver {
  constructor(private readonly communities: Communities) {}

  @ResolveField(() => Community, { nullable: true, description: 'Of a part: the smaller one.' })
  community(@Parent() tie: CommunityTie, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<Community | null> {
    return this.end(tie.communityId, actor, loaders);
  }

  @ResolveField(() => Community, { nullable: true, description: 'Of a part: the larger one. Null for a partner outside.' })
  other(@Parent() tie: CommunityTie, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<Community | null> {
    return this.end(tie.otherId, actor, loaders);
  }

  @ResolveField(() => [TieAction], { description: 'What the viewer may do with it.' })
  async viewerCan(@Parent() tie: CommunityTie, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<TieAction[]> {
    const askedId = tie.proposedFromId === tie.communityId ? tie.otherId : tie.communityId;
    const [proposer, asked] = await Promise.all([this.end(tie.proposedFromId, actor, loaders), this.end(askedId, actor, loaders)]);
    const isOf = (community: Community | null) => community !== null && communityPolicy.connect(actor, community);
    const can: TieAction[] = [];
    if (!tie.agreedAt && isOf(asked)) can.push(TieAction.ANSWER);
    if (isOf(proposer) || (tie.agreedAt && isOf(asked))) can.push(TieAction.END);
    return can;
  }

  private async end(id: string | null, actor: Actor, loaders: Loaders): Promise<Community | null> {
    const found = id ? await loaders.load(this.communities.communitiesByIds, id) : null;
    return found && communityPolicy.read(actor, found) ? found : null;
  }
}
