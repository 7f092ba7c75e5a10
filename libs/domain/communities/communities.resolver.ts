import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CountryCount, Organisation, OrganisationConnection } from '#domain/people';
import { Term, Vocabulary } from '#domain/vocabulary';
import { type Actor, CurrentActor, CurrentLoaders, CurrentRequest, type Loaders, Public, type RequestContext } from '#platform/auth';
import { Connection, type Page, PageArgs } from '#platform/graphql';
import { CommunityActorSource } from './actor-source.js';
import { CommunityFilter, CreateCommunityInput, EditCommunityInput } from './communities.inputs.js';
import { Communities } from './communities.service.js';
import { CommunityAction, communityActions } from './community-action.js';
import { Community } from './community.entity.js';
import { CommunityOrder, ConfidentialityLevel } from './community.enums.js';
import { communityPolicy, mayRead } from './community.policy.js';
import { Directory, type DirectoryPage } from './directory.service.js';
import { Founding } from './founding.service.js';
import type { Invitation } from './invitation.entity.js';
import { Invitations } from './invitations.service.js';
import { JoinRequest } from './join-request.entity.js';
import { Joining } from './joining.service.js';
import { Membership } from './membership.entity.js';
import { InvitationConnection, JoinRequestConnection, MembershipConnection, MembersArgs } from './memberships.answers.js';
import { Memberships } from './memberships.service.js';

/** A page of the directory. */
export const CommunityConnection = Connection('Community', () => Community);

@Resolver(() => CommunityConnection)
export class DirectoryResolver {
  constructor(private readonly directory: Directory) {}

  @Public()
  @Query(() => CommunityConnection, { description: 'The directory: communities the viewer may see.' })
  communities(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => CommunityFilter, nullable: true, description: 'Narrows it.' }) filter?: CommunityFilter,
    @Args('orderBy', { type: () => CommunityOrder, nullable: true, description: 'By name when left out.' }) orderBy?: CommunityOrder,
  ): Promise<DirectoryPage> {
    return this.directory.list(actor, filter ?? {}, orderBy ?? CommunityOrder.NAME, page);
  }

  @Public()
  @Query(() => [CountryCount], {
    description: 'How many communities the viewer may see in each country; one of several countries counts in each.',
  })
  communityCountries(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => CommunityFilter, nullable: true, description: 'Narrows it.' }) filter?: CommunityFilter,
  ): Promise<CountryCount[]> {
    return this.directory.countries(actor, filter ?? {});
  }

  @ResolveField(() => Int, { description: 'How many there are in all.' })
  totalCount(@Parent() page: DirectoryPage): Promise<number> {
    return page.count();
  }
}

/** What is in a community and who its members are is asked here, at each field: a community can be reached on many roads. */
@Resolver(() => Community)
export class CommunitiesResolver {
  constructor(
    private readonly communities: Communities,
    private readonly founding: Founding,
    private readonly memberships: Memberships,
    private readonly joining: Joining,
    private readonly invitationsOf: Invitations,
    private readonly vocabulary: Vocabulary,
    private readonly actors: CommunityActorSource,
  ) {}

  @Public()
  @Query(() => Community, { description: 'A community by its name in addresses.' })
  community(
    @CurrentActor() actor: Actor,
    @Args('slug', { type: () => String, description: 'Its name in addresses.' }) slug: string,
  ): Promise<Community> {
    return this.communities.getBySlug(actor, slug);
  }

  @Mutation(() => Community, { description: 'Founds a community.' })
  async createCommunity(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'What it is.' }) input: CreateCommunityInput,
  ): Promise<Community> {
    const community = await this.founding.create(context.actor, input);
    context.actor = await this.actors.again(context.actor);
    return community;
  }

  @Mutation(() => Community, { description: 'Changes what is written about a community.' })
  editCommunity(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What changes.' }) input: EditCommunityInput,
  ): Promise<Community> {
    return this.founding.edit(actor, input);
  }

  @ResolveField(() => [Term], { description: 'What fields of integration it is about.' })
  async themes(@Parent() community: Community, @CurrentLoaders() loaders: Loaders): Promise<Term[]> {
    if (community.themes) return community.themes;
    const terms = await Promise.all(community.themeIds.map((id) => loaders.load(this.vocabulary.termsByIds, id)));
    // Two words may have been merged into one.
    return [...new Map(terms.filter((term) => term !== null).map((term) => [term.id, term])).values()];
  }

  @ResolveField(() => Community, { nullable: true, description: 'What it is a part of, where the viewer may see that.' })
  async parent(
    @Parent() community: Community,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Community | null> {
    const parent = community.parentId ? await loaders.load(this.communities.communitiesByIds, community.parentId) : null;
    return parent && communityPolicy.read(actor, parent) ? parent : null;
  }

  @ResolveField(() => Int, { description: 'How many conversations it has; 0 for those who may not read them.' })
  threadCount(@Parent() community: Community, @CurrentActor() actor: Actor): number {
    return mayRead(actor, community, ConfidentialityLevel.PUBLIC, null) ? community.threadCount : 0;
  }

  @ResolveField(() => Int, { description: 'How many sessions it has had or planned; 0 for those who may not see them.' })
  sessionCount(@Parent() community: Community, @CurrentActor() actor: Actor): number {
    return mayRead(actor, community, ConfidentialityLevel.PUBLIC, null) ? community.sessionCount : 0;
  }

  @ResolveField(() => Int, { description: 'How many positions it has opened; 0 for those who may not see them.' })
  positionCount(@Parent() community: Community, @CurrentActor() actor: Actor): number {
    return mayRead(actor, community, ConfidentialityLevel.PUBLIC, null) ? community.positionCount : 0;
  }

  @ResolveField(() => [Int], {
    description: 'New posts a week, the last twelve weeks, oldest first; empty for those who may not read them.',
  })
  async pulse(@Parent() community: Community, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<number[]> {
    if (!mayRead(actor, community, ConfidentialityLevel.PUBLIC, null)) return [];
    return community.pulse ?? (await loaders.load(this.communities.pulsesByIds, community.id)) ?? [];
  }

  @ResolveField(() => Membership, { nullable: true, description: "The viewer's own membership." })
  async viewerMembership(
    @Parent() community: Community,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Membership | null> {
    if (community.viewerMembership !== undefined || !actor.isSignedIn) return community.viewerMembership ?? null;
    return (await loaders.load(this.communities.viewerParts, `${actor.personId} ${community.id}`))?.viewerMembership ?? null;
  }

  @ResolveField(() => JoinRequest, { nullable: true, description: "The viewer's own request that nobody has answered yet." })
  async viewerRequest(
    @Parent() community: Community,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<JoinRequest | null> {
    if (community.viewerRequest !== undefined || !actor.isSignedIn) return community.viewerRequest ?? null;
    return (await loaders.load(this.communities.viewerParts, `${actor.personId} ${community.id}`))?.viewerRequest ?? null;
  }

  @ResolveField(() => [CommunityAction], { description: 'What the viewer may do here.' })
  viewerCan(@Parent() community: Community, @CurrentActor() actor: Actor): CommunityAction[] {
    return communityActions(actor, community);
  }

  @ResolveField(() => [Organisation], {
    description: "The viewer's organisations for which they may come in by themselves, where one joins by organisation.",
  })
  viewerOpeningOrganisations(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<Organisation[]> {
    return this.joining.openingOrganisations(actor, community);
  }

  @ResolveField(() => MembershipConnection, { description: 'Coordinators first; empty for those who may not see the members.' })
  members(@Parent() community: Community, @CurrentActor() actor: Actor, @Args() { role, ...page }: MembersArgs): Promise<Page<Membership>> {
    return this.memberships.list(actor, community, page, role);
  }

  @ResolveField(() => OrganisationConnection, {
    description: 'Member organisations by name; empty for those who may not read what is here.',
  })
  organisations(@Parent() community: Community, @CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<Page<Organisation>> {
    return this.memberships.organisations(actor, community, page);
  }

  @ResolveField(() => JoinRequestConnection, { description: 'The oldest first; for those who may answer them, else empty.' })
  joinRequests(@Parent() community: Community, @CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<Page<JoinRequest>> {
    return this.joining.requests(actor, community, page);
  }

  @ResolveField(() => Int, { description: 'How many wait for an answer; 0 for those who may not answer them.' })
  joinRequestCount(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<number> {
    return this.joining.countRequests(actor, community);
  }

  @ResolveField(() => InvitationConnection, { description: 'By mail, the latest first; for those who may invite, else empty.' })
  invitations(@Parent() community: Community, @CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<Page<Invitation>> {
    return this.invitationsOf.list(actor, community, page);
  }
}
