import { IntroductionState } from '../exchange.enums.js';

const { ASKED, ACCEPTED, DECLINED, WITHDRAWN } = IntroductionState;

/** What can happen to an introduction. */
export type IntroductionMove = 'accept' | 'decline' | 'delegate' | 'withdraw';

/** Whose move it is. */
export type Side = 'ASKED_ONE' | 'ASKER';

/** The whole machine: from which state who may make which move, and where it leads. What is answered stays answered. */
export const introductionMoves: Readonly<Record<IntroductionMove, { from: IntroductionState; by: Side; to: IntroductionState }>> = {
  accept: { from: ASKED, by: 'ASKED_ONE', to: ACCEPTED },
  decline: { from: ASKED, by: 'ASKED_ONE', to: DECLINED },
  delegate: { from: ASKED, by: 'ASKED_ONE', to: ASKED },
  withdraw: { from: ASKED, by: 'ASKER', to: WITHDRAWN },
};
