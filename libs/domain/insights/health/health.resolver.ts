import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { CommunityHealth } from './community-health.js';
import { SetWishedMixInput, ShareHealthInput } from './health.inputs.js';
import { Health } from './health.service.js';

@Resolver(() => CommunityHealth)
export class HealthResolver {
  constructor(private readonly health: Health) {}

  @Query(() => CommunityHealth, { description: 'How a community stands: for its facilitators, and its members where it says so.' })
  communityHealth(
    @CurrentActor() actor: Actor,
    @Args('communityId', { type: () => ID, description: 'Which community.' }) communityId: string,
  ): Promise<CommunityHealth> {
    return this.health.of(actor, communityId);
  }

  @Mutation(() => CommunityHealth, { description: 'Says which mix a community wishes.' })
  setWishedMix(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'By which property, and the shares.' }) input: SetWishedMixInput,
  ): Promise<CommunityHealth> {
    return this.health.wish(actor, input);
  }

  @Mutation(() => CommunityHealth, { description: 'Says whether members see the health of their community.' })
  shareCommunityHealth(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whether they do.' }) input: ShareHealthInput,
  ): Promise<CommunityHealth> {
    return this.health.share(actor, input);
  }
}
