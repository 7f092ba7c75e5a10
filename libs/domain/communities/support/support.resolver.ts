import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { Community } from '../community.entity.js';
import { InterpretationNeed, Support } from './support.entities.js';
import { NoteInterpretationNeedInput, SetCommunitySupportInput } from './support.inputs.js';
import { Supports } from './support.service.js';

@Resolver(() => Community)
export class SupportResolver {
  constructor(private readonly supports: Supports) {}

  @Mutation(() => Community, { description: 'Says what a community offers to those who take part; nothing takes it back.' })
  setCommunitySupport(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Interpreting and compensation.' }) input: SetCommunitySupportInput,
  ): Promise<Community> {
    return this.supports.set(actor, input);
  }

  @Mutation(() => Community, { description: 'Says which interpretation one needs here.' })
  noteInterpretationNeed(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Into which languages.' }) input: NoteInterpretationNeedInput,
  ): Promise<Community> {
    return this.supports.noteNeed(actor, input);
  }

  @ResolveField(() => Support, { nullable: true, description: 'What it offers to those who take part; null where nothing is said.' })
  support(@Parent() community: Community): Promise<Support | null> {
    return this.supports.of(community);
  }

  @ResolveField(() => InterpretationNeed, { nullable: true, description: 'Which interpretation the viewer needs here.' })
  viewerInterpretationNeed(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<InterpretationNeed | null> {
    return this.supports.needOf(actor, community);
  }

  @ResolveField(() => [InterpretationNeed], { description: 'Which interpretation members need, by name; for coordinators, else empty.' })
  interpretationNeeds(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<InterpretationNeed[]> {
    return this.supports.needs(actor, community);
  }
}
