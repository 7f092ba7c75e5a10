import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders, Public } from '#platform/auth';
import { LanguageTagScalar, TimeZoneScalar } from '#platform/graphql';
import { Organisation } from './organisation.entity.js';
import { People } from './people.service.js';
import { Person } from './person.entity.js';

/** Hot reads elsewhere make people as plain objects with what their lists show; the rest is loaded here. */
type PartialPerson = Pick<Person, 'id'> & Partial<Person> & { organisation?: Organisation | null };

@Resolver(() => Person)
export class PeopleResolver {
  constructor(private readonly people: People) {}

  @Public()
  @Query(() => Person, { nullable: true, description: 'A profile; null for strangers and where there is none.' })
  person(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The person.' }) id: string): Promise<Person | null> {
    return this.people.find(actor, id);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation they speak from.' })
  organisation(@Parent() person: PartialPerson, @CurrentLoaders() loaders: Loaders): Promise<Organisation | null> | Organisation | null {
    return person.organisation === undefined ? loaders.load(this.people.mainOrganisations, person.id) : person.organisation;
  }

  @ResolveField(() => String, { nullable: true, description: 'A short text about them. Not for strangers.' })
  async about(@Parent() person: PartialPerson, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<string | null> {
    return actor.isSignedIn ? (await this.whole(person, loaders)).about : null;
  }

  @ResolveField(() => [LanguageTagScalar], { description: 'Languages they work in. None for strangers.' })
  async languages(@Parent() person: PartialPerson, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<string[]> {
    return actor.isSignedIn ? (await this.whole(person, loaders)).languages : [];
  }

  @ResolveField(() => TimeZoneScalar, { description: 'Where they live, as a time zone. UTC for strangers.' })
  async timeZone(@Parent() person: PartialPerson, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<string> {
    return actor.isSignedIn ? (await this.whole(person, loaders)).timeZone : 'UTC';
  }

  @ResolveField(() => Boolean, { description: 'Whether they are part of the demo content.' })
  async isDemo(@Parent() person: PartialPerson, @CurrentLoaders() loaders: Loaders): Promise<boolean> {
    return person.isDemo ?? (await this.whole(person, loaders)).isDemo;
  }

  private async whole(person: PartialPerson, loaders: Loaders): Promise<Person> {
    if (person instanceof Person) return person;
    const loaded = await loaders.load(this.people.peopleByIds, person.id);
    if (!loaded) throw new Error('a person was shown who is not there');
    return loaded;
  }
}
