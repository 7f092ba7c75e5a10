import { Field, ID, InputType } from '@nestjs/graphql';
import { RepeatableInput } from '#platform/graphql';
import { Id } from '../threads.inputs.js';
import { ClinicPhase } from './thread-kind.js';

@InputType({ description: 'The reply that answers a question.' })
export class MarkAnswerInput extends RepeatableInput {
  @Field(() => ID, { description: 'The question.' })
  @Id()
  threadId!: string;

  @Field(() => ID, { description: 'The reply.' })
  @Id()
  postId!: string;

  @Field(() => Boolean, { description: 'True to mark it, false to take the mark away.' })
  on!: boolean;
}

@InputType({ description: 'The next phase of a case clinic.' })
export class MoveClinicInput extends RepeatableInput {
  @Field(() => ID, { description: 'The case clinic.' })
  @Id()
  threadId!: string;

  @Field(() => ClinicPhase, { description: 'Where it goes on; also back.' })
  phase!: ClinicPhase;
}
