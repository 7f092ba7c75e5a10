import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { SavedSearch } from './saved-search.entity.js';
import { ChangeSavedSearchInput, SavedSearchInput, SaveSearchInput } from './saved-searches.inputs.js';
import { SavedSearches } from './saved-searches.service.js';

@Resolver(() => SavedSearch)
export class SavedSearchesResolver {
  constructor(private readonly saved: SavedSearches) {}

  @Query(() => [SavedSearch], { description: 'The searches that you keep, in the order in which you began.' })
  savedSearches(@CurrentActor() actor: Actor): Promise<SavedSearch[]> {
    return this.saved.list(actor);
  }

  @ResolveField(() => Int, { description: 'How many results came since you looked; at least, where there are very many.' })
  newCount(@CurrentActor() actor: Actor, @Parent() saved: SavedSearch): Promise<number> {
    return this.saved.newCount(actor, saved);
  }

  @Mutation(() => SavedSearch, { description: 'Keep a search; at most twenty.' })
  saveSearch(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => SaveSearchInput, description: 'The search.' }) input: SaveSearchInput,
  ): Promise<SavedSearch> {
    return this.saved.save(actor, input);
  }

  @Mutation(() => SavedSearch, { description: 'Call a search otherwise, or let a notice tell of new results or not.' })
  changeSavedSearch(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => ChangeSavedSearchInput, description: 'The change.' }) input: ChangeSavedSearchInput,
  ): Promise<SavedSearch> {
    return this.saved.change(actor, input);
  }

  @Mutation(() => SavedSearch, { description: 'You have looked at what a search finds: from now on it counts anew.' })
  seeSavedSearch(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => SavedSearchInput, description: 'Which one.' }) input: SavedSearchInput,
  ): Promise<SavedSearch> {
    return this.saved.see(actor, input);
  }

  @Mutation(() => [SavedSearch], { description: 'Keep a search no longer; returns those that are left.' })
  removeSavedSearch(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => SavedSearchInput, description: 'Which one.' }) input: SavedSearchInput,
  ): Promise<SavedSearch[]> {
    return this.saved.remove(actor, input);
  }
}
