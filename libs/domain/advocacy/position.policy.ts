import { type Community, ConfidentialityLevel, holdsIn, mayRead, MembershipRole } from '#domain/communities';
import { type Actor, authorize, type Policy, type Rule } from '#platform/auth';
import { PositionIsElsewhere } from './advocacy.errors.js';
import type { Position } from './position.entity.js';
import { isPossible, type PositionActionName, positionMoves } from './position.moves.js';

/** What the rules look at. */
export interface GovernedPosition extends Pick<Position, 'communityId' | 'groupId' | 'state'> {
  communityVisibility: Community['visibility'];
  /** Whether its group goes on with what a community was, which might have published it. */
  isContinued: boolean;
  /** Organisations asked in the present round. */
  askedOrganisationIds: readonly string[];
  /** Whether the present round takes answers at this moment. */
  takesAnswers: boolean;
}

const byTable =
  (action: PositionActionName): Rule<GovernedPosition> =>
  (actor, position) =>
    isPossible(action, position.state) && holdsIn(actor, position, positionMoves[action].by);

/** Who may do what to a position. An unpublished text is for members only, in a public community too; one of a group for those in it. */
export const positionPolicy: Policy<GovernedPosition, PositionActionName> = {
  read: (actor, { communityId: id, communityVisibility: visibility, groupId }) =>
    mayRead(actor, { id, visibility }, groupId === null ? ConfidentialityLevel.COMMUNITY : ConfidentialityLevel.GROUP, groupId),
  write: byTable('write'),
  nameVersion: byTable('nameVersion'),
  edit: byTable('edit'),
  freeze: byTable('freeze'),
  reopenDrafting: byTable('reopenDrafting'),
  answer: (actor, position) => byTable('answer')(actor, position) && position.takesAnswers && organisationsOf(actor, position).length > 0,
  decide: byTable('decide'),
  // What a group wrote among itself stays there; to be shown to everybody it is written in the community.
  publish: (actor, position) => (position.groupId === null || position.isContinued) && byTable('publish')(actor, position),
};

/** The asked organisations for which the actor holds a seat with a mandate here. */
export const organisationsOf = (actor: Actor, position: GovernedPosition): string[] =>
  holdsIn(actor, position, MembershipRole.MEMBER)
    ? position.askedOrganisationIds.filter((id) => actor.answersFor(position.communityId, id))
    : [];

/** As `authorize`, but who comes too late (or too early) is told where the position stands instead of being called not entitled. */
export function authorizeMove<Governed extends GovernedPosition>(
  actor: Actor,
  action: PositionActionName,
  position: Governed | null | undefined,
): asserts position is Governed {
  authorize(actor, positionPolicy, 'read', position);
  if (!isPossible(action, position.state)) throw new PositionIsElsewhere(position.state);
  authorize(actor, positionPolicy, action, position);
}
