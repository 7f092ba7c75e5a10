import { Field, ID, InputType } from '@nestjs/graphql';
import { RepeatableInput } from '#platform/graphql';
import { Id } from '../threads.inputs.js';

@InputType({ description: 'The announcement that one has read.' })
export class ConfirmReadingInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @Id()
  threadId!: string;
}
