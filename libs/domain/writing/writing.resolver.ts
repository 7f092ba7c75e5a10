import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { People, Person } from '#domain/people';
import { CurrentLoaders, type Loaders } from '#platform/auth';
import { NotFound } from '#platform/errors';
import { together } from './authorship.js';
import { BlockAuthorship, Contributor } from './contributor.js';
import { Version } from './version.entity.js';

@Resolver(() => Contributor)
export class ContributorResolver {
  constructor(private readonly people: People) {}

  @ResolveField(() => Person, { description: 'Who.' })
  async person(@Parent() contributor: Contributor, @CurrentLoaders() loaders: Loaders): Promise<Person> {
    const person = await loaders.load(this.people.peopleByIds, contributor.personId);
    if (!person) throw new NotFound();
    return person;
  }
}

@Resolver(() => Version)
export class VersionResolver {
  constructor(private readonly people: People) {}

  @ResolveField(() => Person, { description: 'Who named it.' })
  async createdBy(@Parent() version: Version, @CurrentLoaders() loaders: Loaders): Promise<Person> {
    const person = await loaders.load(this.people.peopleByIds, version.createdById);
    if (!person) throw new NotFound();
    return person;
  }

  @ResolveField(() => [Contributor], { description: 'Whose words it holds, most first.' })
  contributors(@Parent() version: Version): Contributor[] {
    return together(version.authorship.map((block) => block.authors));
  }

  @ResolveField(() => [BlockAuthorship], { description: 'Each block with who wrote how much of it.' })
  authorship(@Parent() version: Version): BlockAuthorship[] {
    return version.authorship;
  }
}
