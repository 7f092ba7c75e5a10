import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { Community } from '../community.entity.js';
import { JoinQuestion } from './join-question.entity.js';
import { SetJoinQuestionsInput } from './join-questions.inputs.js';
import { JoinQuestions } from './join-questions.service.js';

@Resolver(() => Community)
export class JoinQuestionsResolver {
  constructor(private readonly questions: JoinQuestions) {}

  @Mutation(() => Community, { description: 'Writes the questions to those who ask to join, all of them at once.' })
  setJoinQuestions(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Where, and which.' }) input: SetJoinQuestionsInput,
  ): Promise<Community> {
    return this.questions.set(actor, input);
  }

  @ResolveField(() => [JoinQuestion], {
    description: 'What those are asked who want to join: for them and for coordinators, else empty.',
  })
  joinQuestions(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<JoinQuestion[]> {
    return this.questions.list(actor, community);
  }
}
