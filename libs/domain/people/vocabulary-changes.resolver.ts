import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { VocabularyChange } from '#domain/vocabulary';
import { CurrentLoaders, type Loaders } from '#platform/auth';
import { People } from './people.service.js';
import { Person } from './person.entity.js';

/** The vocabulary stands below people; who changed it is said here. */
@Resolver(() => VocabularyChange)
export class VocabularyChangesByResolver {
  constructor(private readonly people: People) {}

  @ResolveField(() => Person, { nullable: true, description: 'Who did it; null for what the server brought along.' })
  changedBy(@Parent() change: VocabularyChange, @CurrentLoaders() loaders: Loaders): Promise<Person | null> | null {
    return change.changedById ? loaders.load(this.people.peopleByIds, change.changedById) : null;
  }
}
