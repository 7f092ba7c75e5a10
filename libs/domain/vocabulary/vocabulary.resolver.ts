import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders, Public } from '#platform/auth';
import { Connection, LanguageTagScalar, type Page, PageArgs } from '#platform/graphql';
import { type Labels, wordIn } from './labels.js';
import { Scheme } from './scheme.entity.js';
import { Term } from './term.entity.js';
import { VocabularyChange } from './vocabulary-change.entity.js';
import { vocabularyPolicy } from './vocabulary.policy.js';
import { Vocabulary } from './vocabulary.service.js';

/** What the viewer may do with a vocabulary. */
export enum SchemeAction {
  READ = 'READ',
  EDIT = 'EDIT',
}
registerEnumType(SchemeAction, {
  name: 'SchemeAction',
  description: 'What the viewer may do with a vocabulary.',
  valuesMap: { READ: { description: 'Read its words.' }, EDIT: { description: 'Change its words and see who did.' } },
});

@ObjectType({ description: 'A label in one language.' })
export class Label {
  @Field(() => LanguageTagScalar, { description: 'Which language.' })
  language!: string;
  @Field(() => String, { description: 'The label.' })
  text!: string;
}

const listed = (labels: Labels): Label[] =>
  Object.keys(labels)
    .sort()
    .map((language) => ({ language, text: labels[language] ?? '' }));

/** A page of what changed. */
export const VocabularyChangeConnection = Connection('VocabularyChange', () => VocabularyChange);

@Resolver(() => Scheme)
export class SchemesResolver {
  constructor(private readonly vocabulary: Vocabulary) {}

  @Public()
  @Query(() => [Scheme], { description: 'All controlled vocabularies, in their order.' })
  schemes(): Promise<Scheme[]> {
    return this.vocabulary.schemes();
  }

  @Public()
  @Query(() => Scheme, { description: 'A controlled vocabulary, e.g. intervention-areas.' })
  scheme(@Args('id', { type: () => ID, description: 'Its short name.' }) id: string): Promise<Scheme> {
    return this.vocabulary.scheme(id);
  }

  @ResolveField(() => String, { description: 'Its name in the language of the reader.' })
  label(@Parent() scheme: Scheme, @CurrentActor() actor: Actor): string {
    return wordIn(scheme.labels, actor.language);
  }

  @ResolveField(() => [Label], { description: 'Its name in all languages that it has one in.' })
  labels(@Parent() scheme: Scheme): Label[] {
    return listed(scheme.labels);
  }

  @ResolveField(() => [Term], { description: 'Its words, in their order.' })
  async terms(
    @Parent() scheme: Scheme,
    @CurrentLoaders() loaders: Loaders,
    @Args('withRetired', { type: () => Boolean, nullable: true, description: 'Also those that are out of use; not when left out.' })
    withRetired?: boolean,
  ): Promise<Term[]> {
    const terms = (await loaders.load(this.vocabulary.termsOfSchemes, scheme.id)) ?? [];
    return withRetired ? terms : terms.filter(({ retiredAt }) => !retiredAt);
  }

  @ResolveField(() => Int, { description: 'How many words are in use.' })
  async termCount(@Parent() scheme: Scheme, @CurrentLoaders() loaders: Loaders): Promise<number> {
    return (await this.terms(scheme, loaders)).length;
  }

  @ResolveField(() => VocabularyChangeConnection, { description: 'What changed, newest first; nothing for those who may not edit it.' })
  changes(@Parent() scheme: Scheme, @CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<Page<VocabularyChange>> {
    return this.vocabulary.changes(actor, scheme, page);
  }

  @ResolveField(() => [SchemeAction], { description: 'What the viewer may do with it.' })
  viewerCan(@Parent() scheme: Scheme, @CurrentActor() actor: Actor): SchemeAction[] {
    return vocabularyPolicy.edit(actor, scheme) ? [SchemeAction.READ, SchemeAction.EDIT] : [SchemeAction.READ];
  }
}

@Resolver(() => Term)
export class TermsResolver {
  constructor(private readonly vocabulary: Vocabulary) {}

  @ResolveField(() => String, { description: 'The word.' })
  label(
    @Parent() term: Term,
    @CurrentActor() actor: Actor,
    @Args('language', { type: () => LanguageTagScalar, nullable: true, description: "In this language; the reader's own when left out." })
    language?: string,
  ): string {
    return wordIn(term.labels, language ?? actor.language);
  }

  @ResolveField(() => [Label], { description: 'The word in all languages that it has a label in.' })
  labels(@Parent() term: Term): Label[] {
    return listed(term.labels);
  }

  @ResolveField(() => Term, { nullable: true, description: 'What took its place, where it is out of use.' })
  async successor(@Parent() term: Term, @CurrentLoaders() loaders: Loaders): Promise<Term | null> {
    return term.successorId ? await loaders.load(this.vocabulary.termsByIds, term.successorId) : null;
  }
}

@Resolver(() => VocabularyChange)
export class VocabularyChangesResolver {
  constructor(private readonly vocabulary: Vocabulary) {}

  @ResolveField(() => String, { nullable: true, description: 'The word in the language of the reader, where it is about one.' })
  async word(@Parent() change: VocabularyChange, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<string | null> {
    if (!change.termId) return null;
    const terms = (await loaders.load(this.vocabulary.termsOfSchemes, change.schemeId)) ?? [];
    const term = terms.find(({ id }) => id === change.termId);
    return term ? wordIn(term.labels, actor.language) : null;
  }
}
