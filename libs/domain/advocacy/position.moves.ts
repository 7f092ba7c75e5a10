import { MembershipRole } from '#domain/communities';
import { PositionState } from './advocacy.enums.js';

/** What can be done to a position besides reading it. */
export type PositionActionName = 'write' | 'nameVersion' | 'edit' | 'freeze' | 'reopenDrafting' | 'answer' | 'decide' | 'publish';

/** One line of the table: in which states, by whom, where it leads, and what must be there first. */
export interface PositionMove {
  in: readonly PositionState[];
  /** The least role in the community. */
  by: MembershipRole;
  /** Where it may lead; left out when the state stays. */
  to?: readonly PositionState[];
  /** What must be filled in first. */
  needs: readonly ('text' | 'memberOrganisations' | 'mandate' | 'openRound' | 'reason' | 'statement')[];
}

const { DRAFTING, ENDORSEMENT, ADOPTED, NOT_ADOPTED, PUBLISHED } = PositionState;

/**
 * The life of a position. Policy, service, `viewerCan` and the documentation read this one table: the text is written in DRAFTING only, what
 * is put to the organisations is a frozen version, and what is published is what was adopted.
 */
export const positionMoves: Record<PositionActionName, PositionMove> = {
  write: { in: [DRAFTING], by: MembershipRole.MEMBER, needs: [] },
  nameVersion: { in: [DRAFTING], by: MembershipRole.MEMBER, needs: [] },
  edit: { in: [DRAFTING], by: MembershipRole.COORDINATOR, needs: [] },
  freeze: { in: [DRAFTING], by: MembershipRole.COORDINATOR, to: [ENDORSEMENT], needs: ['text', 'memberOrganisations'] },
  reopenDrafting: { in: [ENDORSEMENT], by: MembershipRole.COORDINATOR, to: [DRAFTING], needs: [] },
  answer: { in: [ENDORSEMENT], by: MembershipRole.MEMBER, needs: ['mandate', 'openRound', 'reason'] },
  decide: { in: [ENDORSEMENT], by: MembershipRole.COORDINATOR, to: [ADOPTED, NOT_ADOPTED], needs: ['statement'] },
  publish: { in: [ADOPTED], by: MembershipRole.COORDINATOR, to: [PUBLISHED], needs: [] },
};

/** Whether the action belongs to the state. */
export const isPossible = (action: PositionActionName, state: PositionState): boolean => positionMoves[action].in.includes(state);
