import './advocacy.events.js';

export { EndorsementAnswer, PositionAction, PositionState } from './advocacy.enums.js';
export { AdvocacyModule } from './advocacy.module.js';
export { Endorsement } from './endorsement.entity.js';
export { EndorsementRound } from './endorsement-round.entity.js';
export { Position } from './position.entity.js';
export { isPossible, type PositionActionName, type PositionMove, positionMoves } from './position.moves.js';
export { type GovernedPosition, positionPolicy } from './position.policy.js';
export { type GovernedRow, Positions } from './positions.service.js';
export { Publications } from './publications.service.js';
export { Rounds } from './rounds.service.js';
