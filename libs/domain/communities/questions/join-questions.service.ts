import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, authorize } from '#platform/auth';
import { Database, type Tx } from '#platform/database';
import { Invalid } from '#platform/errors';
import { Communities } from '../communities.service.js';
import type { Community } from '../community.entity.js';
import { communityPolicy } from '../community.policy.js';
import { MembershipRoll } from '../membership-roll.js';
import { type JoinAnswer, JoinQuestion, JoinQuestionKind } from './join-question.entity.js';
import type { JoinAnswerInput, JoinQuestionInput, SetJoinQuestionsInput } from './join-questions.inputs.js';

/** What coordinators ask those who want to join, and whether an answer answers it. */
@Injectable()
export class JoinQuestions {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly roll: MembershipRoll,
  ) {}

  /** In their order: for those who may ask to join or change the questions, else none. */
  async list(actor: Actor, community: Community): Promise<JoinQuestion[]> {
    if (!communityPolicy.requestToJoin(actor, community) && !communityPolicy.edit(actor, community)) return [];
    return this.of(community.id);
  }

  /** Writes the whole list; a question that keeps its id keeps its place in half-filled forms. */
  async set(actor: Actor, input: SetJoinQuestionsInput): Promise<Community> {
    const id = await this.database.transaction(async (tx) => {
      const { community, actor: now } = await this.roll.open(tx, actor, input.communityId);
      authorize(now, communityPolicy, 'edit', community);
      const there = await tx.findBy(JoinQuestion, { communityId: community.id });
      const known = new Set(there.map((question) => question.id));
      const kept = input.questions.flatMap(({ id: questionId }) => (questionId && known.has(questionId) ? [questionId] : []));
      const gone = there.filter((question) => !kept.includes(question.id)).map((question) => question.id);
      if (gone.length) await tx.delete(JoinQuestion, { id: In(gone) });
      await tx.save(
        input.questions.map((question, position) =>
          tx.create(JoinQuestion, {
            ...(question.id && known.has(question.id) ? { id: question.id } : {}),
            communityId: community.id,
            position,
            text: question.text,
            kind: question.kind,
            choices: choicesOf(question, position),
            isRequired: question.isRequired,
          }),
        ),
      );
      return community.id;
    });
    return this.communities.seenBy(actor, id);
  }

  /** The answers as they are kept with a request. @throws Invalid at the answer that is missing or is none of the choices */
  async answered(tx: Tx, communityId: string, given: JoinAnswerInput[]): Promise<JoinAnswer[]> {
    const questions = await this.of(communityId, tx);
    return questions.flatMap((question) => {
      const at = given.findIndex(({ questionId }) => questionId === question.id);
      const answer = given[at]?.text ?? '';
      const path = at < 0 ? 'answers' : `answers.${at}.text`;
      if (!answer && question.isRequired) throw Invalid.field(path, 'ANSWER_MISSING', `Answer this question: ${question.text}`);
      if (answer && question.kind === JoinQuestionKind.CHOICE && !question.choices.includes(answer))
        throw Invalid.field(path, 'NOT_A_CHOICE', `Choose one of the answers to: ${question.text}`);
      return answer ? [{ question: question.text, answer }] : [];
    });
  }

  private of(communityId: string, tx: Tx = this.database.dataSource.manager): Promise<JoinQuestion[]> {
    return tx.find(JoinQuestion, { where: { communityId }, order: { position: 'ASC', id: 'ASC' } });
  }
}

/** @throws Invalid when a choice has nothing to choose between */
function choicesOf({ kind, choices }: JoinQuestionInput, position: number): string[] {
  if (kind === JoinQuestionKind.TEXT) return [];
  if ((choices?.length ?? 0) < 2)
    throw Invalid.field(`questions.${position}.choices`, 'TOO_FEW_CHOICES', 'Give at least two answers to choose from.');
  return choices ?? [];
}
