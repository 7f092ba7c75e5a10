import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Communities, Community } from '#domain/communities';
import { People, Person } from '#domain/people';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { SearchHit, SearchResults } from './search.entity.js';
import { SearchArgs } from './search.inputs.js';
import { Search } from './search.service.js';

@Resolver(() => SearchHit)
export class SearchResolver {
  constructor(
    private readonly everything: Search,
    private readonly people: People,
    private readonly communities: Communities,
  ) {}

  @Query(() => SearchResults, { description: 'Search across everything that one may read.' })
  search(@CurrentActor() actor: Actor, @Args() args: SearchArgs): Promise<SearchResults> {
    return this.everything.find(actor, args);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Whose words they are; null where nobody is named.' })
  author(@Parent() hit: SearchHit, @CurrentLoaders() loaders: Loaders): Promise<Person | null> | null {
    return hit.authorId ? loaders.load(this.people.peopleByIds, hit.authorId) : null;
  }

  @ResolveField(() => Community, { nullable: true, description: 'Where it is; null where it is in no community.' })
  community(@Parent() hit: SearchHit, @CurrentLoaders() loaders: Loaders): Promise<Community | null> | null {
    return hit.communityId ? loaders.load(this.communities.communitiesByIds, hit.communityId) : null;
  }
}
