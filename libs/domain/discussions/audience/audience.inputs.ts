import { Field, ID, InputType } from '@nestjs/graphql';
import { ConfidentialityLevel } from '#domain/communities';
import { Lines, RepeatableInput } from '#platform/graphql';
import { Id } from '../threads.inputs.js';

@InputType({ description: 'A question to all who wrote in a thread.' })
export class AskForAudienceInput extends RepeatableInput {
  @Field(() => ID, { description: 'The thread.' })
  @Id()
  threadId!: string;

  @Field(() => ConfidentialityLevel, { description: 'Who shall be able to read it.' })
  level!: ConfidentialityLevel;

  @Field(() => String, { description: 'What for, 10 to 500 characters.' })
  @Lines({ min: 10, max: 500 })
  purpose!: string;
}

@InputType({ description: 'One’s answer as an author.' })
export class AnswerAudienceInput extends RepeatableInput {
  @Field(() => ID, { description: 'What one is asked.' })
  @Id()
  askId!: string;

  @Field(() => Boolean, { description: 'True to consent. False to refuse, or to take back what one gave.' })
  consent!: boolean;
}

@InputType({ description: 'A question to authors that is taken back.' })
export class CancelAudienceInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @Id()
  requestId!: string;
}

@InputType({ description: 'A thread of one’s own that fewer shall read.' })
export class NarrowThreadInput extends RepeatableInput {
  @Field(() => ID, { description: 'The thread.' })
  @Id()
  threadId!: string;
}
