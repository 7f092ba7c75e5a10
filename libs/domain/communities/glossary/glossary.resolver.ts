import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Organisation, Organisations, People, Person } from '#domain/people';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { Communities } from '../communities.service.js';
import { Community } from '../community.entity.js';
import { GlossaryDefinition, GlossaryTerm } from './glossary.entities.js';
import { AgreeOnDefinitionInput, DefineTermInput, EditDefinitionInput, RemoveDefinitionInput, RenameTermInput } from './glossary.inputs.js';
import { Glossary } from './glossary.service.js';

/** The glossary of a community. Every change answers with the community. */
@Resolver(() => Community)
export class GlossaryResolver {
  constructor(private readonly words: Glossary) {}

  @Mutation(() => Community, { description: 'Says what one means by a word.' })
  defineTerm(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which word, and what.' }) input: DefineTermInput,
  ): Promise<Community> {
    return this.words.define(actor, input);
  }

  @Mutation(() => Community, { description: 'Changes a definition; its author or a facilitator does.' })
  editDefinition(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which, and how.' }) input: EditDefinitionInput,
  ): Promise<Community> {
    return this.words.edit(actor, input);
  }

  @Mutation(() => Community, { description: 'Takes a definition away; its author or a facilitator does.' })
  removeDefinition(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which.' }) input: RemoveDefinitionInput,
  ): Promise<Community> {
    return this.words.remove(actor, input);
  }

  @Mutation(() => Community, { description: 'Says that the community has agreed on a definition, or no longer; a facilitator does.' })
  agreeOnDefinition(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which.' }) input: AgreeOnDefinitionInput,
  ): Promise<Community> {
    return this.words.agreeOn(actor, input);
  }

  @Mutation(() => Community, { description: 'Writes a word in another way; a facilitator does.' })
  renameTerm(@CurrentActor() actor: Actor, @Args('input', { description: 'Which, and how.' }) input: RenameTermInput): Promise<Community> {
    return this.words.rename(actor, input);
  }

  @ResolveField(() => [GlossaryTerm], { description: 'Its words by the alphabet; for those who may read what is here.' })
  glossary(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<GlossaryTerm[]> {
    return this.words.terms(actor, community);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer keeps the glossary in order.' })
  mayTidyGlossary(@Parent() community: Community, @CurrentActor() actor: Actor): boolean {
    return this.words.mayTidy(actor, community);
  }
}

@Resolver(() => GlossaryTerm)
export class GlossaryTermsResolver {
  constructor(private readonly words: Glossary) {}

  @ResolveField(() => [GlossaryDefinition], { description: 'What people mean by it, in the order in which they said so.' })
  async definitions(
    @Parent() term: GlossaryTerm,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<(GlossaryDefinition & { isAgreed: boolean })[]> {
    const definitions = (await loaders.load(this.words.definitionsOf, term.id)) ?? [];
    return definitions.map((one) => Object.assign(one, { isAgreed: one.id === term.agreedId }));
  }
}

@Resolver(() => GlossaryDefinition)
export class GlossaryDefinitionsResolver {
  constructor(
    private readonly words: Glossary,
    private readonly communities: Communities,
    private readonly people: People,
    private readonly organisations: Organisations,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether the community has agreed on this one.' })
  isAgreed(@Parent() definition: GlossaryDefinition & { isAgreed?: boolean }): boolean {
    return definition.isAgreed ?? false;
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who said so; for signed-in people.' })
  async author(
    @Parent() definition: GlossaryDefinition,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Person | null> {
    return actor.isSignedIn ? loaders.load(this.people.peopleByIds, definition.authorId) : null;
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'For which organisation.' })
  async organisation(@Parent() definition: GlossaryDefinition, @CurrentLoaders() loaders: Loaders): Promise<Organisation | null> {
    return definition.organisationId ? loaders.load(this.organisations.organisationsByIds, definition.organisationId) : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change it or take it away.' })
  async mayEdit(
    @Parent() definition: GlossaryDefinition,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<boolean> {
    const community = definition.communityId ? await loaders.load(this.communities.communitiesByIds, definition.communityId) : null;
    if (!community || !actor.takesPartIn(community.id)) return false;
    return actor.is(definition.authorId) || this.words.mayTidy(actor, community);
  }
}
