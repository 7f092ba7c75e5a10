import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { People, Person } from '#domain/people';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { type Page, PageArgs } from '#platform/graphql';
import { AuditEntry, AuditEntryConnection, AuditFilter, AuditState } from './audit-entry.js';
import { AuditTrail } from './audit-trail.service.js';

@Resolver(() => AuditEntry)
export class AuditTrailResolver {
  constructor(
    private readonly trail: AuditTrail,
    private readonly people: People,
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
}
