import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Communities, Community, Group, Groups, PolicyProcess } from '#domain/communities';
import { Organisation, Organisations, People, Person } from '#domain/people';
import { Contributor, type Share, Version, Versions } from '#domain/writing';
import { type Actor, allowedActions, type Batch, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { NotFound } from '#platform/errors';
import { Outcome } from './advocacy.answers.js';
import { PositionAction, PositionState } from './advocacy.enums.js';
import { EndorsementRound } from './endorsement-round.entity.js';
import { Position } from './position.entity.js';
import { organisationsOf, positionPolicy } from './position.policy.js';
import { type GovernedRow, Positions } from './positions.service.js';
import { Rounds } from './rounds.service.js';

/** What a key must lead to, since the database says so. */
const present = async <Value>(loaders: Loaders, batch: Batch<string, Value>, id: string): Promise<Value> => {
  const value = await loaders.load(batch, id);
  if (value === null) throw new NotFound();
  return value;
};

@Resolver(() => Position)
export class PositionFields {
  constructor(
    private readonly positions: Positions,
    private readonly rounds: Rounds,
    private readonly communities: Communities,
    private readonly groups: Groups,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly versionsOfTexts: Versions,
  ) {}

  @ResolveField(() => Community, { description: 'Who speaks.' })
  community(@Parent() position: GovernedRow, @CurrentLoaders() loaders: Loaders) {
    return present(loaders, this.communities.communitiesByIds, position.communityId);
  }

  @ResolveField(() => Group, { nullable: true, description: 'The group that speaks; null where it is the whole community.' })
  group(@Parent() { groupId }: GovernedRow, @CurrentLoaders() loaders: Loaders) {
    return groupId ? loaders.load(this.groups.groupsByIds, groupId) : null;
  }

  @ResolveField(() => PolicyProcess, { nullable: true, description: 'The process it is part of.' })
  policyProcess(@Parent() { policyProcessId }: GovernedRow, @CurrentLoaders() loaders: Loaders) {
    return policyProcessId ? loaders.load(this.positions.processesByIds, policyProcessId) : null;
  }

  @ResolveField(() => Person, { description: 'Who opened it.' })
  openedBy(@Parent() position: GovernedRow, @CurrentLoaders() loaders: Loaders) {
    return present(loaders, this.people.peopleByIds, position.openedById);
  }

  @ResolveField(() => [Version], { description: 'Its named versions, newest first.' })
  versions(@Parent() position: GovernedRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(this.positions.versionsOfPositions, position.id);
  }

  @ResolveField(() => Version, { nullable: true, description: 'The version put to the organisations.' })
  frozenVersion(@Parent() { frozenVersionId }: GovernedRow, @CurrentLoaders() loaders: Loaders) {
    return frozenVersionId ? loaders.load(this.versionsOfTexts.versionsByIds, frozenVersionId) : null;
  }

  @ResolveField(() => EndorsementRound, { nullable: true, description: 'The present round; while drafting is reopened, the last one.' })
  round(@Parent() { roundId }: GovernedRow, @CurrentLoaders() loaders: Loaders) {
    return roundId ? loaders.load(this.rounds.roundsByIds, roundId) : null;
  }

  @ResolveField(() => Outcome, { nullable: true, description: 'What became of it.' })
  outcome(@Parent() position: GovernedRow): Outcome | null {
    const { isAdopted, outcomeStatement, outcomeStatedById, outcomeStatedAt } = position;
    if (isAdopted === null || !outcomeStatement || !outcomeStatedById || !outcomeStatedAt) return null;
    return { adopted: isAdopted, statement: outcomeStatement, statedById: outcomeStatedById, statedAt: outcomeStatedAt };
  }

  @ResolveField(() => String, { nullable: true, description: 'Path of the public page.' })
  publicPath(@Parent() { id, state }: GovernedRow): string | null {
    return state === PositionState.PUBLISHED ? `/positions/${id}/public` : null;
  }

  @ResolveField(() => [Contributor], { description: 'Whose words are in it, most first.' })
  async contributors(@Parent() { documentId, frozenVersionId }: GovernedRow, @CurrentLoaders() loaders: Loaders): Promise<Share[]> {
    if (!frozenVersionId) return (await loaders.load(this.versionsOfTexts.contributorsOfDocuments, documentId)) ?? [];
    const version = await loaders.load(this.versionsOfTexts.versionsByIds, frozenVersionId);
    return version?.contributorShares ?? [];
  }

  @ResolveField(() => [PositionAction], { description: 'What the one who asks may do.' })
  viewerCan(@Parent() position: GovernedRow, @CurrentActor() actor: Actor): PositionAction[] {
    return allowedActions(actor, positionPolicy, position).map((action) => action.replace(/[A-Z]/g, '_$&').toUpperCase() as PositionAction);
  }

  @ResolveField(() => [Organisation], { description: 'Organisations the viewer may answer for in the open round.' })
  async viewerAnswersFor(
    @Parent() position: GovernedRow,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<Organisation[]> {
    const ids = positionPolicy.answer(actor, position) ? organisationsOf(actor, position) : [];
    return Promise.all(ids.map((id) => present(loaders, this.organisations.organisationsByIds, id)));
  }
}
