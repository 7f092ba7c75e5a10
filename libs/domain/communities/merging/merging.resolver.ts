import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, type Batch, CurrentActor, CurrentLoaders, CurrentRequest, type Loaders, type RequestContext } from '#platform/auth';
import { Database, type Statement } from '#platform/database';
import { CommunityActorSource } from '../actor-source.js';
import { COMMUNITY_COLUMNS } from '../communities.queries.js';
import { Communities } from '../communities.service.js';
import { Community } from '../community.entity.js';
import { communityPolicy } from '../community.policy.js';
import { MergePreview } from './merging.answers.js';
import { MergeCommunitiesInput } from './merging.inputs.js';
import { Merges } from './merges.service.js';

const MERGED: Statement = {
  name: 'merging.merged',
  text: `select ${COMMUNITY_COLUMNS} from community c where c.merged_into_id = any($1::uuid[]) order by c.archived_at desc, c.id limit 200`,
};

/** One community becomes part of another. */
@Resolver(() => Community)
export class MergingResolver {
  constructor(
    private readonly merges: Merges,
    private readonly communities: Communities,
    private readonly actors: CommunityActorSource,
    private readonly database: Database,
  ) {}

  private readonly mergedInto: Batch<string, Community[]> = async (ids) => {
    const rows = await this.database.read<Community>(MERGED, [ids]);
    return ids.map((id) => rows.filter((row) => row.mergedIntoId === id));
  };

  @Query(() => MergePreview, {
    description: 'What would happen if one community became part of another. For who coordinates both; administrators may look.',
  })
  mergePreview(
    @CurrentActor() actor: Actor,
    @Args('communityId', { type: () => ID, description: 'The one that would end.' }) communityId: string,
    @Args('intoSlug', { type: () => String, description: 'The name in addresses of the one that would go on.' }) intoSlug: string,
  ): Promise<MergePreview> {
    return this.merges.preview(actor, communityId, intoSlug);
  }

  @Mutation(() => Community, {
    description: 'Makes one community part of another; answers with the one that goes on. It cannot be undone.',
  })
  async mergeCommunities(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which two, and how.' }) input: MergeCommunitiesInput,
  ): Promise<Community> {
    const community = await this.merges.merge(context.actor, input);
    // The answer shows the rights after the change.
    context.actor = await this.actors.again(context.actor);
    return this.communities.seenBy(context.actor, community.id);
  }

  @ResolveField(() => [Community], { description: 'Communities that became part of it, the latest first.' })
  async merged(@Parent() community: Community, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<Community[]> {
    const merged = (await loaders.load(this.mergedInto, community.id)) ?? [];
    return merged.filter((one) => communityPolicy.read(actor, one));
  }
}
