import type { Actor, Policy } from '#platform/auth';
import type { Introduction } from './introduction.entity.js';
import { type IntroductionMove, introductionMoves, type Side } from './introduction.states.js';

/** What the rules look at. */
export type GovernedIntroduction = Pick<Introduction, 'askerId' | 'state' | 'answeredById' | 'delegatedById' | 'answerers'>;

const isOn = (actor: Actor, introduction: GovernedIntroduction, side: Side): boolean =>
  side === 'ASKER' ? actor.is(introduction.askerId) : (introduction.answerers ?? []).some((id) => actor.is(id));

const may = (move: IntroductionMove) => (actor: Actor, introduction: GovernedIntroduction) =>
  introductionMoves[move].from === introduction.state && isOn(actor, introduction, introductionMoves[move].by);

/** Known to those two sides alone. */
export const introductionPolicy: Policy<GovernedIntroduction, IntroductionMove> = {
  read: (actor, introduction) =>
    isOn(actor, introduction, 'ASKER') ||
    isOn(actor, introduction, 'ASKED_ONE') ||
    actor.is(introduction.answeredById) ||
    actor.is(introduction.delegatedById),
  accept: may('accept'),
  decline: may('decline'),
  delegate: may('delegate'),
  withdraw: may('withdraw'),
};
