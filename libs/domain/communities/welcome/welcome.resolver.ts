import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { Community } from '../community.entity.js';
import { CommunityWelcome, Newcomer } from './welcome.entity.js';
import { NoteWeekInput, NoteWelcomeInput, OfferAsContactInput, SetWelcomeInput, WelcomeNewcomerInput } from './welcome.inputs.js';
import { Welcomes } from './welcome.service.js';

@Resolver(() => Community)
export class WelcomeResolver {
  constructor(private readonly welcomes: Welcomes) {}

  @Mutation(() => Community, { description: 'Writes how a community receives newcomers.' })
  setWelcome(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'First steps, and what to read.' }) input: SetWelcomeInput,
  ): Promise<Community> {
    return this.welcomes.set(actor, input);
  }

  @Mutation(() => Community, { description: 'Offers to be a contact for newcomers, or no longer.' })
  offerAsContact(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Where, and whether.' }) input: OfferAsContactInput,
  ): Promise<Community> {
    return this.welcomes.offer(actor, input);
  }

  @Mutation(() => Community, { description: 'Says how far one is with the first steps, or puts them away.' })
  noteWelcome(@CurrentActor() actor: Actor, @Args('input', { description: 'How far.' }) input: NoteWelcomeInput): Promise<Community> {
    return this.welcomes.note(actor, input);
  }

  @Mutation(() => Community, { description: 'Says what of the first week one has done.' })
  noteWeek(@CurrentActor() actor: Actor, @Args('input', { description: 'What.' }) input: NoteWeekInput): Promise<Community> {
    return this.welcomes.noteWeek(actor, input);
  }

  @Mutation(() => Community, { description: 'Welcomes a newcomer, and names a contact: both hear of it.' })
  welcomeNewcomer(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whom, and their contact.' }) input: WelcomeNewcomerInput,
  ): Promise<Community> {
    return this.welcomes.welcome(actor, input);
  }

  @ResolveField(() => [Newcomer], {
    description: 'Who came within two months, those nobody welcomed yet first; for those who lead, else empty.',
  })
  newcomers(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<Newcomer[]> {
    return this.welcomes.newcomers(actor, community);
  }

  @ResolveField(() => CommunityWelcome, { nullable: true, description: 'How it receives newcomers; for those who are in.' })
  welcome(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<CommunityWelcome | null> {
    return this.welcomes.of(actor, community);
  }
}
