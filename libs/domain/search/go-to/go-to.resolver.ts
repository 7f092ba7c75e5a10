import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { GoToResult } from './go-to.entity.js';
import { GoTo } from './go-to.service.js';

@Resolver(() => GoToResult)
export class GoToResolver {
  constructor(private readonly places: GoTo) {}

  @Query(() => [GoToResult], { description: 'Places whose title holds what is typed, the nearest first; only what one may read.' })
  goTo(
    @CurrentActor() actor: Actor,
    @Args('text', { type: () => String, description: 'At least two letters.' }) text: string,
  ): Promise<GoToResult[]> {
    return this.places.find(actor, text);
  }
}
