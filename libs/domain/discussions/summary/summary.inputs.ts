import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { RepeatableInput, RichTextScalar } from '#platform/graphql';
import { Id } from '../threads.inputs.js';

@InputType({ description: 'What is kept on top of a conversation: a new version of all four parts.' })
export class KeepSummaryInput extends RepeatableInput {
  @Field(() => ID, { description: 'The thread.' })
  @Id()
  threadId!: string;

  @Field(() => Int, { description: 'The version that it was written from; 0 when there was none.' })
  @IsInt({ message: 'A version is a whole number.' })
  @Min(0, { message: 'A version is not below 0.' })
  @Max(2_147_483_647, { message: 'There is no such version.' })
  baseVersion!: number;

  @Field(() => RichTextScalar, { nullable: true, description: 'Where we agree.' })
  agree?: unknown;

  @Field(() => RichTextScalar, { nullable: true, description: 'Where we differ.' })
  differ?: unknown;

  @Field(() => RichTextScalar, { nullable: true, description: 'What is still open.' })
  open?: unknown;

  @Field(() => RichTextScalar, { nullable: true, description: 'What is decided.' })
  decided?: unknown;
}
