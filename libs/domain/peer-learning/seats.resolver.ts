import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Organisation, Organisations, People, Person } from '#domain/people';
import { CurrentLoaders, type Loaders } from '#platform/auth';
import { Seat } from './seat.entity.js';
import { SessionChange } from './session-change.entity.js';

@Resolver(() => Seat)
export class SeatsResolver {
  constructor(
    private readonly people: People,
    private readonly organisations: Organisations,
  ) {}

  @ResolveField(() => Person, { description: 'Who comes or waits.' })
  person(@Parent() seat: Seat, @CurrentLoaders() loaders: Loaders): Promise<Person | null> {
    return loaders.load(this.people.peopleByIds, seat.personId);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation they came for when they took the seat.' })
  organisation(@Parent() seat: Seat, @CurrentLoaders() loaders: Loaders): Promise<Organisation | null> | null {
    return seat.organisationId ? loaders.load(this.organisations.organisationsByIds, seat.organisationId) : null;
  }
}

@Resolver(() => SessionChange)
export class SessionChangesResolver {
  constructor(private readonly people: People) {}

  @ResolveField(() => Person, { description: 'Who changed it.' })
  changedBy(@Parent() change: SessionChange, @CurrentLoaders() loaders: Loaders): Promise<Person | null> {
    return loaders.load(this.people.peopleByIds, change.changedById);
  }
}
