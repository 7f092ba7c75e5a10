import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { Lines, RepeatableInput } from '#platform/graphql';

@InputType({ description: 'Words about a year of a community. What was said before is kept as an earlier version.' })
export class WriteReportNoteInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which community.' })
  @IsUUID(undefined, { message: 'This is not an id.' })
  communityId!: string;

  @Field(() => Int, { description: 'Which year.' })
  @IsInt({ message: 'Write a year like 2026.' })
  @Min(2000, { message: 'At least 2000.' })
  @Max(2099, { message: 'At most 2099.' })
  year!: number;

  @Field(() => String, { description: 'The words, at most 10,000 characters; empty takes them back.' })
  @Lines({ max: 10_000 })
  text!: string;
}
