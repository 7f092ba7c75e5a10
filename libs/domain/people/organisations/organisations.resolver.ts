import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders, Public } from '#platform/auth';
import { NotFound } from '#platform/errors';
import { type Page, PageArgs } from '#platform/graphql';
import { CountryCount } from '../country-count.js';
import { Organisation, OrganisationConnection } from '../organisation.entity.js';
import { OrganisationProfile } from './organisation-profile.js';
import { AddOrganisationInput, OrganisationFilter } from './organisations.inputs.js';
import { Organisations } from './organisations.service.js';

@Resolver(() => Organisation)
export class OrganisationsResolver {
  constructor(private readonly register: Organisations) {}

  @Public()
  @Query(() => OrganisationConnection, { description: 'The register of organisations, by name.' })
  organisations(
    @Args() page: PageArgs,
    @Args('text', { type: () => String, nullable: true, description: 'A part of the name.' }) text?: string,
    @Args('filter', { type: () => OrganisationFilter, nullable: true, description: 'What narrows it.' }) filter?: OrganisationFilter,
  ): Promise<Page<Organisation>> {
    return this.register.list(Object.assign(new OrganisationFilter(), filter, text ? { text } : {}), page);
  }

  @Public()
  @Query(() => Int, { description: 'How many organisations fit.' })
  organisationCount(
    @Args('filter', { type: () => OrganisationFilter, nullable: true, description: 'What narrows it.' }) filter?: OrganisationFilter,
  ): Promise<number> {
    return this.register.count(filter ?? {});
  }

  @Public()
  @Query(() => [CountryCount], { description: 'How many organisations fit in each country.' })
  organisationCountries(
    @Args('filter', { type: () => OrganisationFilter, nullable: true, description: 'What narrows it.' }) filter?: OrganisationFilter,
  ): Promise<CountryCount[]> {
    return this.register.countries(filter ?? {});
  }

  @Public()
  @Query(() => Organisation, { description: 'An organisation.' })
  organisation(@Args('id', { type: () => ID, description: 'Which one.' }) id: string): Promise<Organisation> {
    return this.register.get(id);
  }

  @ResolveField(() => OrganisationProfile, { description: 'What it says about itself.' })
  async profile(@Parent() organisation: Organisation, @CurrentLoaders() loaders: Loaders): Promise<OrganisationProfile> {
    if (organisation.profile) return organisation.profile;
    const whole = await loaders.load(this.register.organisationsByIds, organisation.id);
    if (!whole) throw new NotFound();
    return whole.profile;
  }

  @Mutation(() => Organisation, { description: 'Enters an organisation that is not in the register yet.' })
  addOrganisation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The organisation.' }) input: AddOrganisationInput,
  ): Promise<Organisation> {
    return this.register.add(actor, input);
  }
}
