import { Field, ObjectType, Parent, Query, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { Term, Vocabulary } from '#domain/vocabulary';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { Offer } from '../offers/offer.entity.js';
import { FitReason } from './fit.js';
import { type Suggested, Suggestions } from './suggestions.service.js';

registerEnumType(FitReason, {
  name: 'FitReason',
  description: 'Why something may fit.',
  valuesMap: {
    THEY_OFFER_WHAT_YOU_ASK: { description: 'They offer what you ask for.' },
    THEY_ASK_WHAT_YOU_OFFER: { description: 'They ask for what you offer.' },
    SAME_THEME: { description: 'The same theme.' },
    COMMON_LANGUAGE: { description: 'A language in common.' },
    OTHER_COUNTRY: { description: 'From another country.' },
  },
});

@ObjectType({ description: 'Something of others that may fit, and why.' })
export class Suggestion {
  @Field(() => Offer, { description: 'The offer or ask.' })
  offer!: Offer;
  @Field(() => [FitReason], { description: 'Why it may fit.' })
  reasons!: FitReason[];
  themeIds!: string[];
}

@Resolver(() => Suggestion)
export class SuggestionsResolver {
  constructor(
    private readonly suggestions: Suggestions,
    private readonly vocabulary: Vocabulary,
  ) {}

  @Query(() => [Suggestion], { description: 'What others offer or ask for that may fit, the best first; at most ten.' })
  exchangeSuggestions(@CurrentActor() actor: Actor): Promise<Suggested[]> {
    return this.suggestions.of(actor);
  }

  @ResolveField(() => [Term], { description: 'Themes in common.' })
  async themes(@Parent() { themeIds }: Suggestion, @CurrentLoaders() loaders: Loaders): Promise<Term[]> {
    return (await Promise.all(themeIds.map((id) => loaders.load(this.vocabulary.termsByIds, id)))).filter((term) => term !== null);
  }
}
