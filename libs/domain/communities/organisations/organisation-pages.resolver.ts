import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Organisation, OrganisationProfile, Organisations, People } from '#domain/people';
import { Term, Vocabulary } from '#domain/vocabulary';
import { type Actor, allowedActions, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { NotFound } from '#platform/errors';
import { Communities } from '../communities.service.js';
import { communityPolicy } from '../community.policy.js';
import { OrganisationAction } from './organisation-action.js';
import { type GovernedOrganisation, organisationPolicy } from './organisation.policy.js';
import { OrganisationDoubt, OrganisationPerson, OrganisationVerification } from './organisation-pages.answers.js';
import {
  ConfirmOrganisationPersonInput,
  DoubtOrganisationInput,
  EditOrganisationInput,
  RemoveOrganisationPersonInput,
  VerifyOrganisationInput,
} from './organisation-pages.inputs.js';
import { OrganisationPages } from './organisation-pages.service.js';

/** What stands on the page of an organisation beyond its name, and what those who may do to it. */
@Resolver(() => Organisation)
export class OrganisationPagesResolver {
  constructor(
    private readonly pages: OrganisationPages,
    private readonly organisations: Organisations,
    private readonly communities: Communities,
    private readonly people: People,
  ) {}

  @Mutation(() => Organisation, { description: 'Changes the page of an organisation.' })
  editOrganisation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What changes.' }) input: EditOrganisationInput,
  ): Promise<Organisation> {
    return this.pages.edit(actor, input);
  }

  @Mutation(() => Organisation, { description: 'Vouches for an organisation, as an administrator or for a network.' })
  verifyOrganisation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: VerifyOrganisationInput,
  ): Promise<Organisation> {
    return this.pages.verify(actor, input);
  }

  @Mutation(() => Organisation, { description: 'Takes the vouching for an organisation back.' })
  doubtOrganisation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one, and why.' }) input: DoubtOrganisationInput,
  ): Promise<Organisation> {
    return this.pages.doubt(actor, input);
  }

  @Mutation(() => Organisation, { description: 'Says that someone belongs to an organisation, and whether they may act for it.' })
  confirmOrganisationPerson(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who, and what they may.' }) input: ConfirmOrganisationPersonInput,
  ): Promise<Organisation> {
    return this.pages.confirm(actor, input);
  }

  @Mutation(() => Organisation, {
    description: 'Takes someone out of the people of an organisation. Its seats that they hold stay with it, vacant.',
  })
  removeOrganisationPerson(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who, and from where.' }) input: RemoveOrganisationPersonInput,
  ): Promise<Organisation> {
    return this.pages.remove(actor, input);
  }

  @ResolveField(() => OrganisationVerification, { nullable: true, description: 'Who vouches for it; null when nobody does.' })
  async verification(
    @Parent() organisation: Organisation,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<OrganisationVerification | null> {
    const { verifiedAt: at, verifiedById, verifiedInId } = await this.whole(organisation, loaders);
    if (!at) return null;
    const network = verifiedInId ? await loaders.load(this.communities.communitiesByIds, verifiedInId) : null;
    return {
      at,
      by: verifiedById ? await loaders.load(this.people.peopleByIds, verifiedById) : null,
      network: network && communityPolicy.read(actor, network) ? network : null,
    };
  }

  @ResolveField(() => OrganisationDoubt, { nullable: true, description: 'Why nobody vouches for it any more; for who is signed in.' })
  async doubt(
    @Parent() organisation: Organisation,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<OrganisationDoubt | null> {
    const { doubt: reason, doubtedAt: at, doubtedById } = await this.whole(organisation, loaders);
    if (!actor.isSignedIn || !reason || !at) return null;
    return { reason, at, by: doubtedById ? await loaders.load(this.people.peopleByIds, doubtedById) : null };
  }

  @ResolveField('people', () => [OrganisationPerson], {
    description:
      'Its people: those who may act for it, for who is signed in; those it confirmed, for each other; all, for those who look after it.',
  })
  async peopleOf(
    @Parent() organisation: Organisation,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<OrganisationPerson[]> {
    return this.pages.people(actor, await this.governed(organisation, loaders));
  }

  @ResolveField(() => [OrganisationAction], { description: 'What the viewer may do to it.' })
  async viewerCan(
    @Parent() organisation: Organisation,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<OrganisationAction[]> {
    const actions = allowedActions(actor, organisationPolicy, await this.governed(organisation, loaders));
    return actions.map((action) => action.replace(/[A-Z]/g, '_$&').toUpperCase() as OrganisationAction);
  }

  private async governed(organisation: Organisation, loaders: Loaders): Promise<GovernedOrganisation> {
    const { id, verifiedAt } = await this.whole(organisation, loaders);
    return { id, verifiedAt, networkIds: (await loaders.load(this.pages.networksOf, id)) ?? [] };
  }

  /** Lists of other modules show an organisation by name and place; the rest is loaded when it is asked for. */
  private async whole(organisation: Organisation, loaders: Loaders): Promise<Organisation> {
    if (organisation.profile) return organisation;
    const whole = await loaders.load(this.organisations.organisationsByIds, organisation.id);
    if (!whole) throw new NotFound();
    return whole;
  }
}

/** The words of a profile. */
@Resolver(() => OrganisationProfile)
export class OrganisationProfileResolver {
  constructor(private readonly vocabulary: Vocabulary) {}

  @ResolveField(() => [Term], { description: 'Fields of integration it works in.' })
  themes(@Parent() profile: OrganisationProfile, @CurrentLoaders() loaders: Loaders): Promise<Term[]> {
    return this.terms(profile.themeIds, loaders);
  }

  @ResolveField(() => [Term], { description: 'Whom it works with.' })
  targetGroups(@Parent() profile: OrganisationProfile, @CurrentLoaders() loaders: Loaders): Promise<Term[]> {
    return this.terms(profile.targetGroupIds, loaders);
  }

  private async terms(ids: string[], loaders: Loaders): Promise<Term[]> {
    const terms = await Promise.all(ids.map((id) => loaders.load(this.vocabulary.termsByIds, id)));
    return terms.filter((term) => term !== null);
  }
}
