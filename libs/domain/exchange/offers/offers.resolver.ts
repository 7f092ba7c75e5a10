import { Args, ID, Mutation, Parent, Query, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { Communities, Community } from '#domain/communities';
import { People, Person } from '#domain/people';
import { Term, Vocabulary } from '#domain/vocabulary';
import { type Actor, allowedActions, CurrentActor, CurrentLoaders, type Loaders, Public } from '#platform/auth';
import { Connection, type Page, PageArgs } from '#platform/graphql';
import { Offer } from './offer.entity.js';
import { offerPolicy } from './offer.policy.js';
import { EditOfferInput, FinishOfferInput, OfferFilter, PostOfferInput } from './offers.inputs.js';
import { Offers } from './offers.service.js';

/** What the viewer may do with an offer. */
export enum OfferAction {
  READ = 'READ',
  EDIT = 'EDIT',
  FINISH = 'FINISH',
  RESPOND = 'RESPOND',
}
registerEnumType(OfferAction, {
  name: 'OfferAction',
  description: 'What the viewer may do with an offer or an ask.',
  valuesMap: {
    READ: { description: 'Read it.' },
    EDIT: { description: 'Change it, or open it again.' },
    FINISH: { description: 'End it.' },
    RESPOND: { description: 'Ask to be introduced to its author.' },
  },
});

const OfferConnection = Connection('Offer', () => Offer);

@Resolver(() => Offer)
export class OffersResolver {
  constructor(
    private readonly offersOf: Offers,
    private readonly people: People,
    private readonly communities: Communities,
    private readonly vocabulary: Vocabulary,
  ) {}

  @Public()
  @Query(() => OfferConnection, { description: 'Offers and asks that the viewer may see, newest first.' })
  offers(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => OfferFilter, nullable: true, description: 'Narrows it.' }) filter?: OfferFilter,
  ): Promise<Page<Offer>> {
    return this.offersOf.list(actor, filter ?? {}, page);
  }

  @Public()
  @Query(() => Offer, { description: 'An offer or an ask.' })
  offer(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Which one.' }) id: string): Promise<Offer> {
    return this.offersOf.get(actor, id);
  }

  @Mutation(() => Offer, { description: 'Offers something, or asks for it.' })
  postOffer(@CurrentActor() actor: Actor, @Args('input', { description: 'What.' }) input: PostOfferInput): Promise<Offer> {
    return this.offersOf.post(actor, input);
  }

  @Mutation(() => Offer, { description: 'Changes one’s offer or ask, or opens it again.' })
  editOffer(@CurrentActor() actor: Actor, @Args('input', { description: 'What changes.' }) input: EditOfferInput): Promise<Offer> {
    return this.offersOf.edit(actor, input);
  }

  @Mutation(() => Offer, { description: 'Ends one’s offer or ask: it was shared, or is taken back.' })
  finishOffer(@CurrentActor() actor: Actor, @Args('input', { description: 'How.' }) input: FinishOfferInput): Promise<Offer> {
    return this.offersOf.finish(actor, input);
  }

  @ResolveField(() => Person, { description: 'Whose it is.' })
  person(@Parent() offer: Offer, @CurrentLoaders() loaders: Loaders): Promise<Person | null> {
    return loaders.load(this.people.peopleByIds, offer.personId);
  }

  @ResolveField(() => Community, { nullable: true, description: 'Whose members alone may see it.' })
  community(@Parent() offer: Offer, @CurrentLoaders() loaders: Loaders): Promise<Community | null> | null {
    return offer.communityId ? loaders.load(this.communities.communitiesByIds, offer.communityId) : null;
  }

  @ResolveField(() => Person, { nullable: true, description: 'With whom it was shared; for its author.' })
  sharedWith(@Parent() offer: Offer, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<Person | null> | null {
    return offer.sharedWithId && actor.is(offer.personId) ? loaders.load(this.people.peopleByIds, offer.sharedWithId) : null;
  }

  @ResolveField(() => [Term], { description: 'What fields of integration it is about.' })
  async themes(@Parent() offer: Offer, @CurrentLoaders() loaders: Loaders): Promise<Term[]> {
    const terms = await Promise.all(offer.themeIds.map((id) => loaders.load(this.vocabulary.termsByIds, id)));
    return [...new Map(terms.filter((term) => term !== null).map((term) => [term.id, term])).values()];
  }

  @ResolveField(() => [OfferAction], { description: 'What the viewer may do with it.' })
  viewerCan(@Parent() offer: Offer, @CurrentActor() actor: Actor): OfferAction[] {
    return allowedActions(actor, offerPolicy, offer).map((action) => action.toUpperCase() as OfferAction);
  }
}
