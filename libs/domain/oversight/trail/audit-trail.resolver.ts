import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Communities, Community, communityPolicy } from '#domain/communities';
import { Organisation, Organisations, People, Person } from '#domain/people';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { type Page, PageArgs } from '#platform/graphql';
import { AuditEntry, AuditEntryConnection, AuditFilter, AuditState } from './audit-entry.js';
import { AuditTrail } from './audit-trail.service.js';

@Resolver(() => AuditEntry)
export class AuditTrailResolver {
  constructor(
    private readonly trail: AuditTrail,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly communities: Communities,
  ) {}

  @Query(() => AuditEntryConnection, {
    description: 'Who did what, the latest first: of a community for its coordinators, of the platform for administrators.',
  })
  auditEntries(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('communityId', { type: () => ID, nullable: true, description: 'The community; left out: the platform.' }) communityId?: string,
    @Args('filter', { type: () => AuditFilter, nullable: true, description: 'Narrows it.' }) filter?: AuditFilter,
  ): Promise<Page<AuditEntry>> {
    return this.trail.list(actor, communityId ?? null, filter ?? {}, page);
  }

  @Query(() => AuditState, { description: 'Checks every entry of the audit trail. For administrators.' })
  auditState(@CurrentActor() actor: Actor): Promise<AuditState> {
    return this.trail.check(actor);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who did it; null for the server itself.' })
  actor(@Parent() entry: AuditEntry, @CurrentLoaders() loaders: Loaders): Promise<Person | null> | null {
    return entry.actorId ? loaders.load(this.people.peopleByIds, entry.actorId) : null;
  }

  @ResolveField(() => Person, { nullable: true, description: 'To whom, where it was done to a person.' })
  person(@Parent() entry: AuditEntry, @CurrentLoaders() loaders: Loaders): Promise<Person | null> | null {
    return entry.subjectKind === 'person' && entry.subjectId ? loaders.load(this.people.peopleByIds, entry.subjectId) : null;
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'To which organisation, where it was done to one that is still there.' })
  organisation(@Parent() entry: AuditEntry, @CurrentLoaders() loaders: Loaders): Promise<Organisation | null> | null {
    return entry.subjectKind === 'organisation' && entry.subjectId
      ? loaders.load(this.organisations.organisationsByIds, entry.subjectId)
      : null;
  }

  @ResolveField(() => Community, { nullable: true, description: 'To or with which community, where the reader may see it.' })
  async community(
    @Parent() entry: AuditEntry,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Community | null> {
    if (entry.subjectKind !== 'community' || !entry.subjectId) return null;
    const community = await loaders.load(this.communities.communitiesByIds, entry.subjectId);
    return community && communityPolicy.read(actor, community) ? community : null;
  }
}
