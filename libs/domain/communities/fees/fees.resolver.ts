import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import type { Page } from '#platform/graphql';
import { Community } from '../community.entity.js';
import { Fee, type FeeLine, FeeLineConnection, FeeRule } from './fee.entities.js';
import { FeeLinesArgs, NoteFeesInput, SetFeeRuleInput } from './fees.inputs.js';
import { Fees } from './fees.service.js';

@Resolver(() => Community)
export class FeesResolver {
  constructor(private readonly fees: Fees) {}

  @Mutation(() => Community, { description: 'Says what an unpaid fee keeps one from; nothing where nothing was said.' })
  setFeeRule(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'From what, and after how many days.' }) input: SetFeeRuleInput,
  ): Promise<Community> {
    return this.fees.setRule(actor, input);
  }

  @Mutation(() => Community, { description: 'Notes how it stands with fees.' })
  noteFees(@CurrentActor() actor: Actor, @Args('input', { description: 'Whose, and how.' }) input: NoteFeesInput): Promise<Community> {
    return this.fees.note(actor, input);
  }

  @ResolveField(() => FeeRule, { nullable: true, description: 'What it does about unpaid fees; for its members.' })
  feeRule(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<FeeRule | null> {
    return this.fees.rule(actor, community);
  }

  @ResolveField(() => [Fee], {
    description: 'What is noted of the viewer, and of organisations that the viewer acts for or holds a seat of here; the latest first.',
  })
  viewerFees(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<Fee[]> {
    return this.fees.ofViewer(actor, community);
  }

  @ResolveField(() => FeeLineConnection, { description: 'Those who may owe a fee, by name; empty for those who do not coordinate.' })
  feeLines(@Parent() community: Community, @CurrentActor() actor: Actor, @Args() args: FeeLinesArgs): Promise<Page<FeeLine>> {
    return this.fees.lines(actor, community, args);
  }

  @ResolveField(() => [String], { description: 'For which times there are notes, the latest first; for those who coordinate.' })
  feePeriods(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<string[]> {
    return this.fees.periods(actor, community);
  }
}
