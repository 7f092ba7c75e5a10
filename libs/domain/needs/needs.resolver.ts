import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Communities, Community, Group, Groups } from '#domain/communities';
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
    private readonly groups: Groups,
    private readonly people: People,
  ) {}

  @Public()
  @Query(() => NeedConnection, { name: 'needs', description: 'What a community needs to know, newest first.' })
  list(
    @CurrentActor() actor: Actor,
    @Args('communityId', { type: () => ID, description: 'Whose needs.' }) communityId: string,
    @Args() page: PageArgs,
    @Args('groupId', { type: () => ID, nullable: true, description: 'Only those of this group of it.' }) groupId?: string,
  ): Promise<Page<Need>> {
    return this.needs.list(actor, communityId, groupId ?? null, page);
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

  @ResolveField(() => Group, { nullable: true, description: 'The group whose need it is; null where it is the whole community’s.' })
  group(@Parent() need: Need, @CurrentLoaders() loaders: Loaders): Promise<Group | null> | null {
    return need.groupId ? loaders.load(this.groups.groupsByIds, need.groupId) : null;
  }

  @ResolveField(() => Person, { description: 'Who raised it.' })
  raisedBy(@Parent() need: Need, @CurrentLoaders() loaders: Loaders): Promise<Person | null> {
    return loaders.load(this.people.peopleByIds, need.raisedById);
  }
}
