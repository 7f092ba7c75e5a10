import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Communities, Community } from '#domain/communities';
import { People, Person } from '#domain/people';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders, Public } from '#platform/auth';
import { Connection, type Page, PageArgs } from '#platform/graphql';
import { Need } from './need.entity.js';
import { RaiseNeedInput } from './needs.inputs.js';
import { Needs } from './needs.service.js';

const NeedConnection = Connection('Need', () => Need);

@Resolver(() => Need)
export class NeedsResolver {
  constructor(
    private readonly needs: Needs,
    private readonly communities: Communities,
    private readonly people: People,
  ) {}

  @Public()
  @Query(() => NeedConnection, { name: 'needs', description: 'What a community needs to know, newest first.' })
  list(
    @CurrentActor() actor: Actor,
    @Args('communityId', { type: () => ID, description: 'Whose needs.' }) communityId: string,
    @Args() page: PageArgs,
  ): Promise<Page<Need>> {
    return this.needs.list(actor, communityId, page);
  }

  @Mutation(() => Need, { description: 'Say what your community needs to know.' })
  raiseNeed(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => RaiseNeedInput, description: 'The need.' }) input: RaiseNeedInput,
  ): Promise<Need> {
    return this.needs.raise(actor, input);
  }

  @ResolveField(() => Community, { description: 'Whose need it is.' })
  community(@Parent() need: Need, @CurrentLoaders() loaders: Loaders): Promise<Community | null> {
    return loaders.load(this.communities.communitiesByIds, need.communityId);
  }

  @ResolveField(() => Person, { description: 'Who raised it.' })
  raisedBy(@Parent() need: Need, @CurrentLoaders() loaders: Loaders): Promise<Person | null> {
    return loaders.load(this.people.peopleByIds, need.raisedById);
  }
}
