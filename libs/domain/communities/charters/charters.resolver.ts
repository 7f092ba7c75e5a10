import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { People, Person } from '#domain/people';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { Community } from '../community.entity.js';
import { communityPolicy } from '../community.policy.js';
import { AgreeToCharterInput, Charters, WrittenCharter } from './charters.service.js';

/** What a charter was, and who stands behind what it is. */
@Resolver(() => Community)
export class ChartersResolver {
  constructor(private readonly charters: Charters) {}

  @Mutation(() => Community, { description: 'Agrees to the charter as it stands.' })
  agreeToCharter(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'To which version.' }) input: AgreeToCharterInput,
  ): Promise<Community> {
    return this.charters.agree(actor, input);
  }

  @ResolveField(() => [WrittenCharter], { description: 'All versions of its charter, the latest first.' })
  charterVersions(@Parent() community: Community): Promise<WrittenCharter[]> {
    return this.charters.versions(community);
  }

  @ResolveField(() => Int, { nullable: true, description: 'The version of the charter that the viewer has agreed to last.' })
  async viewerAgreedVersion(
    @Parent() community: Community,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<number | null> {
    if (!actor.isMemberOf(community.id)) return null;
    return (await loaders.load(this.charters.standings, `${actor.personId} ${community.id}`))?.viewerVersion ?? null;
  }

  @ResolveField(() => Int, { nullable: true, description: 'How many members have agreed to the present version; for coordinators.' })
  async agreedCount(
    @Parent() community: Community,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<number | null> {
    if (!communityPolicy.edit(actor, community)) return null;
    return (await loaders.load(this.charters.standings, `${actor.personId} ${community.id}`))?.agreedCount ?? 0;
  }
}

@Resolver(() => WrittenCharter)
export class CharterVersionsResolver {
  constructor(private readonly people: People) {}

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who wrote it; for signed-in people. Null for what came from a public source.',
  })
  async writtenBy(
    @Parent() charter: WrittenCharter,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Person | null> {
    return charter.writtenById && actor.isSignedIn ? loaders.load(this.people.peopleByIds, charter.writtenById) : null;
  }
}
