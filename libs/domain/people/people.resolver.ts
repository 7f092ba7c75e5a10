import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders, Public } from '#platform/auth';
import { translate } from '#platform/i18n';
import { LanguageTagScalar, TimeZoneScalar } from '#platform/graphql';
import { Organisation } from './organisation.entity.js';
import { People } from './people.service.js';
import { FORMER_MEMBER, Person } from './person.entity.js';
import { audienceOf } from './person.policy.js';
import { Audience, ProfilePart } from './profile-part.js';
import { Profiles } from './profiles.service.js';

/** Hot reads elsewhere make people as plain objects with what their lists show; the rest is loaded here. */
type PartialPerson = Pick<Person, 'id'> & Partial<Person> & { organisation?: Organisation | null };

@Resolver(() => Person)
export class PeopleResolver {
  constructor(
    private readonly people: People,
    private readonly profiles: Profiles,
  ) {}

  @Public()
  @Query(() => Person, { nullable: true, description: 'A profile; null for strangers and where there is none.' })
  person(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The person.' }) id: string): Promise<Person | null> {
    return this.people.find(actor, id);
  }

  @ResolveField(() => String, { description: 'How they want to be called; of those who are gone, that they are.' })
  name(@Parent() person: PartialPerson, @CurrentActor() actor: Actor): string | undefined {
    return person.name === FORMER_MEMBER ? translate(actor.language, 'formerMember') : person.name;
  }

  /** In lists it comes along where it is for everyone; where it is for fewer, it is on the profile alone. */
  @ResolveField(() => String, { nullable: true, description: 'One line: role and place, where the viewer may see it.' })
  async headline(
    @Parent() person: PartialPerson,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<string | null> {
    if (person.headline !== undefined && person.headline !== null) return person.headline;
    const kept = person.keptHeadline;
    return kept && person instanceof Person && (await this.profiles.sees(actor, person, ProfilePart.HEADLINE, loaders)) ? kept : null;
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation they speak from, where the viewer may see it.' })
  async organisation(
    @Parent() person: PartialPerson,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Organisation | null> {
    if (person.organisation !== undefined) return person.organisation;
    if (!person.shown || audienceOf({ shown: person.shown }, ProfilePart.ORGANISATION) === Audience.EVERYONE)
      return loaders.load(this.people.mainOrganisations, person.id);
    const sees = await this.profiles.sees(actor, await this.whole(person, loaders), ProfilePart.ORGANISATION, loaders);
    return sees ? loaders.load(this.people.ownOrganisations, person.id) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'A short text about them, where the viewer may see it.' })
  async about(@Parent() person: PartialPerson, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<string | null> {
    return this.part(person, actor, loaders, ProfilePart.ABOUT, (whole) => whole.about);
  }

  @ResolveField(() => [LanguageTagScalar], { description: 'Languages they work in; none where the viewer may not see them.' })
  async languages(@Parent() person: PartialPerson, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<string[]> {
    return (await this.part(person, actor, loaders, ProfilePart.LANGUAGES, (whole) => whole.languages)) ?? [];
  }

  @ResolveField(() => TimeZoneScalar, { description: 'Where they live, as a time zone; UTC where the viewer may not see it.' })
  async timeZone(@Parent() person: PartialPerson, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<string> {
    return (await this.part(person, actor, loaders, ProfilePart.TIME_ZONE, (whole) => whole.timeZone)) ?? 'UTC';
  }

  @ResolveField(() => Boolean, { description: 'Whether they are part of the demo content.' })
  async isDemo(@Parent() person: PartialPerson, @CurrentLoaders() loaders: Loaders): Promise<boolean> {
    return person.isDemo ?? (await this.whole(person, loaders)).isDemo;
  }

  private async part<T>(
    person: PartialPerson,
    actor: Actor,
    loaders: Loaders,
    part: ProfilePart,
    read: (whole: Person) => T,
  ): Promise<T | null> {
    const whole = await this.whole(person, loaders);
    return (await this.profiles.sees(actor, whole, part, loaders)) ? read(whole) : null;
  }

  private async whole(person: PartialPerson, loaders: Loaders): Promise<Person> {
    if (person instanceof Person && person.shown) return person;
    const loaded = await loaders.load(this.people.peopleByIds, person.id);
    if (!loaded) throw new Error('a person was shown who is not there');
    return loaded;
  }
}
