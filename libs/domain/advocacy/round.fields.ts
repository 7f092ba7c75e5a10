import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Organisation, Organisations, People, Person } from '#domain/people';
import { Version, Versions } from '#domain/writing';
import { CurrentLoaders, type Loaders } from '#platform/auth';
import { NotFound } from '#platform/errors';
import { Outcome, TallyLine } from './advocacy.answers.js';
import { EndorsementAnswer } from './advocacy.enums.js';
import { Endorsement } from './endorsement.entity.js';
import { EndorsementRound } from './endorsement-round.entity.js';
import { Rounds } from './rounds.service.js';

@Resolver(() => EndorsementRound)
export class RoundFields {
  constructor(
    private readonly rounds: Rounds,
    private readonly versions: Versions,
  ) {}

  @ResolveField(() => Version, { description: 'What was put to the organisations.' })
  version(@Parent() round: EndorsementRound, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(this.versions.versionsByIds, round.versionId);
  }

  @ResolveField(() => [Endorsement], { description: 'One per organisation that was asked; objections first, silence last.' })
  answers(@Parent() round: EndorsementRound, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(this.rounds.answersOfRounds, round.id);
  }

  @ResolveField(() => [TallyLine], { description: 'Every answer with how often it was given, silence too.' })
  async tally(@Parent() round: EndorsementRound, @CurrentLoaders() loaders: Loaders): Promise<TallyLine[]> {
    const answers = (await loaders.load(this.rounds.answersOfRounds, round.id)) ?? [];
    const lines = [...Object.values(EndorsementAnswer), null];
    return lines.map((answer) => ({ answer, count: answers.filter((given) => given.answer === answer).length }));
  }
}

@Resolver(() => Endorsement)
export class EndorsementFields {
  constructor(
    private readonly organisations: Organisations,
    private readonly people: People,
  ) {}

  @ResolveField(() => Organisation, { description: 'Who was asked.' })
  organisation(@Parent() endorsement: Endorsement, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(this.organisations.organisationsByIds, endorsement.organisationId);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who answered for it.' })
  answeredBy(@Parent() { answeredById }: Endorsement, @CurrentLoaders() loaders: Loaders) {
    return answeredById ? loaders.load(this.people.peopleByIds, answeredById) : null;
  }
}

@Resolver(() => Outcome)
export class OutcomeFields {
  constructor(private readonly people: People) {}

  @ResolveField(() => Person, { description: 'Who stated it.' })
  async statedBy(@Parent() outcome: Outcome, @CurrentLoaders() loaders: Loaders): Promise<Person> {
    const person = await loaders.load(this.people.peopleByIds, outcome.statedById);
    if (!person) throw new NotFound();
    return person;
  }
}
