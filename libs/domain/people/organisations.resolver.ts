import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, Public } from '#platform/auth';
import { type Page, PageArgs } from '#platform/graphql';
import { Organisation, OrganisationConnection } from './organisation.entity.js';
import { AddOrganisationInput } from './organisations.inputs.js';
import { Organisations } from './organisations.service.js';

@Resolver(() => Organisation)
export class OrganisationsResolver {
  constructor(private readonly register: Organisations) {}

  @Public()
  @Query(() => OrganisationConnection, { description: 'The register of organisations, by name.' })
  organisations(
    @Args() page: PageArgs,
    @Args('text', { type: () => String, nullable: true, description: 'A part of the name.' }) text?: string,
  ): Promise<Page<Organisation>> {
    return this.register.list(text, page);
  }

  @Mutation(() => Organisation, { description: 'Enters an organisation that is not in the register yet.' })
  addOrganisation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The organisation.' }) input: AddOrganisationInput,
  ): Promise<Organisation> {
    return this.register.add(actor, input);
  }
}
