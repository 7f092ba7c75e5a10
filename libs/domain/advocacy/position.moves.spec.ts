import { PositionState } from './advocacy.enums.js';
import { Position } from './position.entity.js';
import { isPossible, type PositionActionName, positionMoves } from './position.moves.js';

const now = new Date('2026-11-21T10:00:00Z');
const states = Object.values(PositionState);
const at = (state: PositionState) => Object.assign(new Position(), { state });

/** The whole machine, written down a second time: what may be done where. */
const EXPECTED: Record<PositionActionName, PositionState[]> = {
  write: [PositionState.DRAFTING],
  nameVersion: [PositionState.DRAFTING],
  edit: [PositionState.DRAFTING],
  freeze: [PositionState.DRAFTING],
  reopenDrafting: [PositionState.ENDORSEMENT],
  answer: [PositionState.ENDORSEMENT],
  decide: [PositionState.ENDORSEMENT],
  publish: [PositionState.ADOPTED],
};
const MOVES: [PositionActionName, (position: Position) => void, PositionState][] = [
  ['freeze', (position) => position.freeze('version', 'round', now), PositionState.ENDORSEMENT],
  ['reopenDrafting', (position) => position.reopen(now), PositionState.DRAFTING],
  ['decide', (position) => position.decide(true, 'Adopted by all.', 'person', now), PositionState.ADOPTED],
  ['decide', (position) => position.decide(false, 'Not this time.', 'person', now), PositionState.NOT_ADOPTED],
  ['publish', (position) => position.publish('document', now), PositionState.PUBLISHED],
];

describe('the life of a position', () => {
  it.each(Object.entries(EXPECTED) as [PositionActionName, PositionState[]][])('%s happens only where it belongs', (action, expected) => {
    expect(states.filter((state) => isPossible(action, state))).toEqual(expected);
  });

  it.each(MOVES)('%s moves on from the right state and from no other', (action, move, to) => {
    for (const state of states) {
      const position = at(state);
      if (EXPECTED[action].includes(state)) {
        move(position);
        expect(position.state).toBe(to);
        expect(position.updatedAt).toBe(now);
      } else {
        expect(() => move(position)).toThrow(expect.objectContaining({ code: 'POSITION_IS_ELSEWHERE' }));
        expect(position.state).toBe(state);
      }
    }
  });

  it('forgets the frozen version when it is opened again, but not what the organisations said', () => {
    const position = at(PositionState.DRAFTING);
    position.freeze('version', 'round', now);
    position.reopen(now);
    expect(position).toMatchObject({ frozenVersionId: null, roundId: 'round' });
  });

  it('has no state that is reached from nowhere', () => {
    const reached = new Set(Object.values(positionMoves).flatMap((move) => move.to ?? []));
    expect(states.filter((state) => !reached.has(state))).toEqual([]);
  });
});
