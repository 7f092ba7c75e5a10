import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { RetentionRule, SetRetentionInput } from './retention-rule.js';
import { Retention } from './retention.js';

@Resolver(() => RetentionRule)
export class RetentionResolver {
  constructor(private readonly retention: Retention) {}

  @Query(() => [RetentionRule], { description: 'How long things are kept. For administrators.' })
  retentionRules(@CurrentActor() actor: Actor): Promise<RetentionRule[]> {
    return this.retention.rules(actor);
  }

  @Mutation(() => [RetentionRule], { description: 'Says how long something is kept. For administrators.' })
  setRetention(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What, and how long.' }) input: SetRetentionInput,
  ): Promise<RetentionRule[]> {
    return this.retention.set(actor, input);
  }
}
