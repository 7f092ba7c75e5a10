import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { type Page, PageArgs } from '#platform/graphql';
import { CommunityOversight } from './community-oversight.service.js';
import { AppointCoordinatorInput, OverseenCommunity, OverseenCommunityConnection, WriteToCoordinatorsInput } from './overseen-community.js';

@Resolver(() => OverseenCommunity)
export class CommunityOversightResolver {
  constructor(private readonly oversight: CommunityOversight) {}

  @Query(() => OverseenCommunityConnection, { description: 'All communities by name. For administrators.' })
  overseenCommunities(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('text', { type: () => String, nullable: true, description: 'A part of the name.' }) text?: string,
    @Args('withoutCoordinator', { type: () => Boolean, nullable: true, description: 'Only those that nobody coordinates.' })
    withoutCoordinator?: boolean,
  ): Promise<Page<OverseenCommunity>> {
    return this.oversight.list(actor, text ?? '', withoutCoordinator ?? false, page);
  }

  @Mutation(() => OverseenCommunity, { description: 'Appoints a coordinator where none is left. For administrators.' })
  appointCoordinator(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Where, and whom.' }) input: AppointCoordinatorInput,
  ): Promise<OverseenCommunity> {
    return this.oversight.appoint(actor, input);
  }

  @Mutation(() => OverseenCommunity, { description: 'Writes a mail to the coordinators of a community. For administrators.' })
  writeToCoordinators(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Where, and what.' }) input: WriteToCoordinatorsInput,
  ): Promise<OverseenCommunity> {
    return this.oversight.write(actor, input);
  }
}
