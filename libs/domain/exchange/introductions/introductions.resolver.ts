import { Args, Field, ID, Int, Mutation, ObjectType, Parent, Query, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { Communities, Community } from '#domain/communities';
import { Organisation, Organisations, People, Person } from '#domain/people';
import { type Actor, allowedActions, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { Connection, type Page, PageArgs } from '#platform/graphql';
import { Offer } from '../offers/offer.entity.js';
import { offerPolicy } from '../offers/offer.policy.js';
import { Offers } from '../offers/offers.service.js';
import { Introduction } from './introduction.entity.js';
import { introductionPolicy } from './introduction.policy.js';
import {
  AnswerIntroductionInput,
  AskIntroductionInput,
  DelegateIntroductionInput,
  WithdrawIntroductionInput,
} from './introductions.inputs.js';
import { Introductions } from './introductions.service.js';

/** What the viewer may do with an introduction. */
export enum IntroductionAction {
  READ = 'READ',
  ACCEPT = 'ACCEPT',
  DECLINE = 'DECLINE',
  DELEGATE = 'DELEGATE',
  WITHDRAW = 'WITHDRAW',
}
registerEnumType(IntroductionAction, {
  name: 'IntroductionAction',
  description: 'What the viewer may do with an introduction.',
  valuesMap: {
    READ: { description: 'Read it.' },
    ACCEPT: { description: 'Say yes; both get a room.' },
    DECLINE: { description: 'Say not now, with or without a word.' },
    DELEGATE: { description: 'Hand it to a colleague.' },
    WITHDRAW: { description: 'Take it back.' },
  },
});

const IntroductionConnection = Connection('Introduction', () => Introduction);

@ObjectType({ description: 'Who of a community knows somebody in another country through an introduction.' })
export class CrossBorderContacts {
  @Field(() => Int, { description: 'Members whose organisations say in which country they are.' })
  people!: number;
  @Field(() => Int, { description: 'How many of these know somebody elsewhere.' })
  withContact!: number;
  withoutIds!: string[];
}

@Resolver(() => CrossBorderContacts)
export class CrossBorderContactsResolver {
  constructor(private readonly people: People) {}

  @ResolveField(() => [Person], { description: 'Who does not yet: for coordinators alone, so that they can help; empty for others.' })
  async without(@Parent() contacts: CrossBorderContacts, @CurrentLoaders() loaders: Loaders): Promise<Person[]> {
    const people = await Promise.all(contacts.withoutIds.map((id) => loaders.load(this.people.peopleByIds, id)));
    return people.filter((person) => person !== null);
  }
}

@Resolver(() => Community)
export class CommunityContactsResolver {
  constructor(private readonly introductionsOf: Introductions) {}

  @ResolveField(() => CrossBorderContacts, { nullable: true, description: 'Contacts across borders; null for those who are no members.' })
  crossBorderContacts(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<CrossBorderContacts | null> {
    return this.introductionsOf.contactsOf(actor, community);
  }
}

@Resolver(() => Introduction)
export class IntroductionsResolver {
  constructor(
    private readonly introductionsOf: Introductions,
    private readonly offers: Offers,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly communities: Communities,
  ) {}

  @Query(() => IntroductionConnection, { description: 'Introductions that I asked for or am asked for, newest first.' })
  introductions(@CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<Page<Introduction>> {
    return this.introductionsOf.list(actor, page);
  }

  @Query(() => Introduction, { description: 'An introduction, for the two sides alone.' })
  introduction(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Which one.' }) id: string): Promise<Introduction> {
    return this.introductionsOf.get(actor, id);
  }

  @Mutation(() => Introduction, { description: 'Asks to be introduced.' })
  askIntroduction(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'To whom, and why.' }) input: AskIntroductionInput,
  ): Promise<Introduction> {
    return this.introductionsOf.ask(actor, input);
  }

  @Mutation(() => Introduction, { description: 'Says yes, or not now.' })
  answerIntroduction(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The answer.' }) input: AnswerIntroductionInput,
  ): Promise<Introduction> {
    return this.introductionsOf.answer(actor, input);
  }

  @Mutation(() => Introduction, { description: 'Hands it to a colleague.' })
  delegateIntroduction(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'To whom.' }) input: DelegateIntroductionInput,
  ): Promise<Introduction> {
    return this.introductionsOf.delegate(actor, input);
  }

  @Mutation(() => Introduction, { description: 'Takes one’s wish back.' })
  withdrawIntroduction(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: WithdrawIntroductionInput,
  ): Promise<Introduction> {
    return this.introductionsOf.withdraw(actor, input);
  }

  @ResolveField(() => Person, { description: 'Who asks.' })
  asker(@Parent() { askerId }: Introduction, @CurrentLoaders() loaders: Loaders): Promise<Person | null> {
    return loaders.load(this.people.peopleByIds, askerId);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who is asked, or answered for the organisation.' })
  person(@Parent() { personId, answeredById }: Introduction, @CurrentLoaders() loaders: Loaders): Promise<Person | null> | null {
    const id = answeredById ?? personId;
    return id ? loaders.load(this.people.peopleByIds, id) : null;
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation that is asked.' })
  organisation(@Parent() { organisationId }: Introduction, @CurrentLoaders() loaders: Loaders): Promise<Organisation | null> | null {
    return organisationId ? loaders.load(this.organisations.organisationsByIds, organisationId) : null;
  }

  @ResolveField(() => Offer, { nullable: true, description: 'The offer or ask that it is about, where the viewer may see it.' })
  async offer(
    @Parent() { offerId }: Introduction,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Offer | null> {
    const offer = offerId ? await loaders.load(this.offers.offersByIds, offerId) : null;
    return offer && offerPolicy.read(actor, offer) ? offer : null;
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who handed it on.' })
  delegatedBy(@Parent() { delegatedById }: Introduction, @CurrentLoaders() loaders: Loaders): Promise<Person | null> | null {
    return delegatedById ? loaders.load(this.people.peopleByIds, delegatedById) : null;
  }

  @ResolveField(() => Community, { nullable: true, description: 'The room of the two, for them.' })
  room(
    @Parent() introduction: Introduction,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Community | null> | null {
    const { communityId, askerId, answeredById } = introduction;
    return communityId && (actor.is(askerId) || actor.is(answeredById))
      ? loaders.load(this.communities.communitiesByIds, communityId)
      : null;
  }

  @ResolveField(() => [Person], { description: 'To whom the viewer may hand it: people of the same organisation.' })
  async colleagues(
    @Parent() introduction: Introduction,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Person[]> {
    const ids = await this.introductionsOf.colleagueIds(actor, introduction);
    return (await Promise.all(ids.map((id) => loaders.load(this.people.peopleByIds, id)))).filter((person) => person !== null);
  }

  @ResolveField(() => [IntroductionAction], { description: 'What the viewer may do with it.' })
  viewerCan(@Parent() introduction: Introduction, @CurrentActor() actor: Actor): IntroductionAction[] {
    return allowedActions(actor, introductionPolicy, introduction).map((action) => action.toUpperCase() as IntroductionAction);
  }
}
