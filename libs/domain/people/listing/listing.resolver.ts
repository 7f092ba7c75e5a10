import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Term, Vocabulary } from '#domain/vocabulary';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { Connection, type Page, PageArgs } from '#platform/graphql';
import { CountryCount } from '../country-count.js';
import { People } from '../people.service.js';
import { Person } from '../person.entity.js';
import { PeopleFilter } from './listing.inputs.js';
import { Listing } from './listing.service.js';

/** A page of people. */
export const PersonConnection = Connection('Person', () => Person);

@Resolver(() => Person)
export class ListingResolver {
  constructor(
    private readonly listing: Listing,
    private readonly people: People,
    private readonly vocabulary: Vocabulary,
  ) {}

  @Query(() => PersonConnection, { description: 'People who chose to be found, by name.' })
  listedPeople(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => PeopleFilter, nullable: true, description: 'What narrows it.' }) filter?: PeopleFilter,
  ): Promise<Page<Person>> {
    return this.listing.list(actor, filter ?? {}, page);
  }

  @Query(() => [CountryCount], { description: 'How many people who chose to be found are in each country of their organisations.' })
  listedPeopleCountries(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => PeopleFilter, nullable: true, description: 'What narrows it.' }) filter?: PeopleFilter,
  ): Promise<CountryCount[]> {
    return this.listing.countries(actor, filter ?? {});
  }

  @Query(() => Int, { description: 'How many people who chose to be found fit.' })
  listedPeopleCount(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => PeopleFilter, nullable: true, description: 'What narrows it.' }) filter?: PeopleFilter,
  ): Promise<number> {
    return this.listing.count(actor, filter ?? {});
  }

  @ResolveField(() => Boolean, { description: 'Whether they chose to be found in the directory.' })
  async isListed(@Parent() person: Person, @CurrentLoaders() loaders: Loaders): Promise<boolean> {
    return (await this.whole(person, loaders)).isListed;
  }

  @ResolveField(() => [Term], { description: 'What fields of integration they work in; none where they did not choose to be found.' })
  async themes(@Parent() person: Person, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<Term[]> {
    const whole = await this.whole(person, loaders);
    if (!shows(actor, whole)) return [];
    const terms = await Promise.all(whole.themeIds.map((id) => loaders.load(this.vocabulary.termsByIds, id)));
    return [...new Map(terms.filter((term) => term !== null).map((term) => [term.id, term])).values()];
  }

  @ResolveField(() => String, { nullable: true, description: 'What they can help with; nothing where they did not choose to be found.' })
  async canHelp(@Parent() person: Person, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<string | null> {
    const whole = await this.whole(person, loaders);
    return shows(actor, whole) ? whole.canHelp : null;
  }

  /** Lists elsewhere give people as plain objects with what they show. */
  private async whole(person: Person, loaders: Loaders): Promise<Person> {
    if ((person as Partial<Person>).isListed !== undefined) return person;
    const loaded = await loaders.load(this.people.peopleByIds, person.id);
    if (!loaded) throw new Error('a person was shown who is not there');
    return loaded;
  }
}

const shows = (actor: Actor, person: Person): boolean => actor.is(person.id) || (actor.isSignedIn && person.isListed);
