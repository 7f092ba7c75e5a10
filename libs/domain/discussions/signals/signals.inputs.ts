import { Field, ID, InputType } from '@nestjs/graphql';
import { RepeatableInput } from '#platform/graphql';
import { Id } from '../threads.inputs.js';

@InputType({ description: 'That one sees what a signal tells, too.' })
export class EchoSignalInput extends RepeatableInput {
  @Field(() => ID, { description: 'The signal.' })
  @Id()
  threadId!: string;

  @Field(() => Boolean, { description: 'True to say so, false to take it back.' })
  on!: boolean;
}
