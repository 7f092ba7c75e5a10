import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { registerEnumType } from '@nestjs/graphql';
import { People, Person } from '#domain/people';
import { type Actor, CurrentActor, CurrentLoaders, CurrentRequest, type Loaders, type RequestContext } from '#platform/auth';
import { Clock } from '#platform/clock';
import { CommunityActorSource } from '../actor-source.js';
import { Communities } from '../communities.service.js';
import { Community } from '../community.entity.js';
import { communityPolicy } from '../community.policy.js';
import { Petition, PetitionState } from './petition.entities.js';
import {
  AnswerPetitionInput,
  SetPetitionThresholdInput,
  StartPetitionInput,
  SupportPetitionInput,
  WithdrawPetitionInput,
} from './petitions.inputs.js';
import { Petitions } from './petitions.service.js';

/** What the viewer may do with a petition. */
export enum PetitionAction {
  SUPPORT = 'SUPPORT',
  ANSWER = 'ANSWER',
  WITHDRAW = 'WITHDRAW',
}
registerEnumType(PetitionAction, {
  name: 'PetitionAction',
  description: 'What the viewer may do with a petition.',
  valuesMap: {
    SUPPORT: { description: 'Support it, or no longer.' },
    ANSWER: { description: 'Grant or refuse it.' },
    WITHDRAW: { description: 'Take it back.' },
  },
});

/** Petitions, for members. */
@Resolver(() => Petition)
export class PetitionsResolver {
  constructor(
    private readonly petitions: Petitions,
    private readonly people: People,
    private readonly communities: Communities,
    private readonly actors: CommunityActorSource,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => Petition, { description: 'Asks for a task force or a working group.' })
  startPetition(@CurrentActor() actor: Actor, @Args('input', { description: 'For what.' }) input: StartPetitionInput): Promise<Petition> {
    return this.petitions.start(actor, input);
  }

  @Mutation(() => Petition, { description: 'Supports a petition, or no longer; who reaches the threshold opens it.' })
  async supportPetition(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which one.' }) input: SupportPetitionInput,
  ): Promise<Petition> {
    const petition = await this.petitions.support(context.actor, input);
    context.actor = await this.actors.again(context.actor);
    return petition;
  }

  @Mutation(() => Petition, { description: 'Grants or refuses a petition; for coordinators.' })
  async answerPetition(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which one, and how.' }) input: AnswerPetitionInput,
  ): Promise<Petition> {
    const petition = await this.petitions.answer(context.actor, input);
    context.actor = await this.actors.again(context.actor);
    return petition;
  }

  @Mutation(() => Petition, { description: 'Takes a petition back.' })
  withdrawPetition(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: WithdrawPetitionInput,
  ): Promise<Petition> {
    return this.petitions.withdraw(actor, input);
  }

  @Mutation(() => Community, { description: 'Sets how many supporters open what a petition asks for.' })
  async setPetitionThreshold(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'How many.' }) input: SetPetitionThresholdInput,
  ): Promise<Community> {
    return this.communities.seenBy(actor, await this.petitions.setThreshold(actor, input));
  }

  @ResolveField(() => PetitionState, { description: 'Where it stands.' })
  state(@Parent() petition: Petition): PetitionState {
    return petition.standsAt(this.clock.now());
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer supports it.' })
  viewerSupports(@Parent() petition: Petition): boolean {
    return petition.viewerSupports ?? false;
  }

  @ResolveField(() => Person, { description: 'Who asked.' })
  async petitioner(@Parent() petition: Petition, @CurrentLoaders() loaders: Loaders): Promise<Person> {
    return (await loaders.load(this.people.peopleByIds, petition.petitionerId)) as Person;
  }

  @ResolveField(() => Community, { nullable: true, description: 'What opened.' })
  async opened(@Parent() petition: Petition, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<Community | null> {
    const opened = petition.openedId ? await loaders.load(this.communities.communitiesByIds, petition.openedId) : null;
    return opened && communityPolicy.read(actor, opened) ? opened : null;
  }

  @ResolveField(() => [PetitionAction], { description: 'What the viewer may do with it.' })
  async viewerCan(
    @Parent() petition: Petition,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<PetitionAction[]> {
    const community = await loaders.load(this.communities.communitiesByIds, petition.communityId);
    if (!community || petition.standsAt(this.clock.now()) !== PetitionState.OPEN) return [];
    const can: PetitionAction[] = [];
    if (communityPolicy.raiseNeed(actor, community)) can.push(PetitionAction.SUPPORT);
    if (communityPolicy.connect(actor, community)) can.push(PetitionAction.ANSWER);
    if (actor.is(petition.petitionerId) && actor.takesPartIn(community.id)) can.push(PetitionAction.WITHDRAW);
    return can;
  }
}

@Resolver(() => Community)
export class CommunityPetitionsResolver {
  constructor(private readonly asked: Petitions) {}

  @ResolveField(() => [Petition], { description: 'Open ones first; for members, else empty.' })
  petitions(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<Petition[]> {
    return this.asked.list(actor, community);
  }

  @ResolveField(() => Int, { description: 'How many supporters open what a petition asks for.' })
  async petitionThreshold(@Parent() community: Community, @CurrentLoaders() loaders: Loaders): Promise<number> {
    return (await loaders.load(this.asked.thresholds, community.id)) ?? 5;
  }
}
