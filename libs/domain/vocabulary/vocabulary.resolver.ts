import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders, Public } from '#platform/auth';
import { LanguageTagScalar } from '#platform/graphql';
import { wordIn } from './labels.js';
import { Scheme } from './scheme.entity.js';
import { Term } from './term.entity.js';
import { Vocabulary } from './vocabulary.service.js';

@Resolver(() => Scheme)
export class SchemesResolver {
  constructor(private readonly vocabulary: Vocabulary) {}

  @Public()
  @Query(() => Scheme, { description: 'A controlled vocabulary, e.g. intervention-areas.' })
  scheme(@Args('id', { type: () => ID, description: 'Its short name.' }) id: string): Promise<Scheme> {
    return this.vocabulary.scheme(id);
  }

  @ResolveField(() => String, { description: 'Its name in the language of the reader.' })
  label(@Parent() scheme: Scheme, @CurrentActor() actor: Actor): string {
    return wordIn(scheme.labels, actor.language);
  }

  @ResolveField(() => [Term], { description: 'Its words, in their order.' })
  async terms(@Parent() scheme: Scheme, @CurrentLoaders() loaders: Loaders): Promise<Term[]> {
    return (await loaders.load(this.vocabulary.termsOfSchemes, scheme.id)) ?? [];
  }
}

@Resolver(() => Term)
export class TermsResolver {
  @ResolveField(() => String, { description: 'The word.' })
  label(
    @Parent() term: Term,
    @CurrentActor() actor: Actor,
    @Args('language', { type: () => LanguageTagScalar, nullable: true, description: "In this language; the reader's own when left out." })
    language?: string,
  ): string {
    return wordIn(term.labels, language ?? actor.language);
  }
}
