import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, Max, MaxDate, Min } from 'class-validator';
import { DateTimeScalar, Line, Lines, RepeatableInput } from '#platform/graphql';
import { CommunityKind } from '../community.enums.js';
import { Day } from '../family/text-rules.js';

const notAnId = { message: 'This is not an id.' };

@InputType({ description: 'Asks for a task force or a working group.' })
export class StartPetitionInput extends RepeatableInput {
  @Field(() => ID, { description: 'In which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => CommunityKind, { description: 'A task force or a working group.' })
  kind!: CommunityKind;

  @Field(() => String, { description: 'How it would be called.' })
  @Line({ min: 3, max: 120 })
  title!: string;

  @Field(() => String, { description: 'What it would do.' })
  @Lines({ min: 10, max: 1000 })
  task!: string;

  @Field(() => String, { nullable: true, description: 'Of a task force: the day on which it would end, like 2026-12-31.' })
  @IsOptional()
  @Day()
  endsOn?: string | null;

  @Field(() => DateTimeScalar, { description: 'Until when one may support it; at most a year.' })
  @MaxDate(() => new Date(Date.now() + 366 * 86_400_000), { message: 'Choose a day within a year.' })
  openUntil!: Date;
}

@InputType({ description: 'Supports a petition, or no longer.' })
export class SupportPetitionInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID(undefined, notAnId)
  petitionId!: string;

  @Field(() => Boolean, { description: 'Whether one supports it.' })
  isSupported!: boolean;
}

@InputType({ description: 'Grants or refuses a petition before enough have supported it.' })
export class AnswerPetitionInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID(undefined, notAnId)
  petitionId!: string;

  @Field(() => Boolean, { description: 'Whether it opens.' })
  grant!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not; needed for a refusal.' })
  @IsOptional()
  @Lines({ max: 1000 })
  reason?: string | null;
}

@InputType({ description: 'Takes a petition back.' })
export class WithdrawPetitionInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID(undefined, notAnId)
  petitionId!: string;
}

@InputType({ description: 'How many supporters open what a petition asks for, from the next petition on.' })
export class SetPetitionThresholdInput extends RepeatableInput {
  @Field(() => ID, { description: 'In which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => Int, { description: 'How many, 2 to 500.' })
  @IsInt()
  @Min(2, { message: 'At least two.' })
  @Max(500, { message: 'At most 500.' })
  threshold!: number;
}
