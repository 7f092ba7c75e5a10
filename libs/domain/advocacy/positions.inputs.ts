import { Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsOptional, IsUUID } from 'class-validator';
import { DateTimeScalar, Line, Lines, RepeatableInput } from '#platform/graphql';
import { EndorsementAnswer } from './advocacy.enums.js';

const anId = { message: 'This is not an id.' };

@InputType({ description: 'A position to begin.' })
export class OpenPositionInput extends RepeatableInput {
  @Field(() => ID, { description: 'The community that speaks.' })
  @IsUUID(undefined, anId)
  communityId!: string;

  @Field(() => ID, { nullable: true, description: 'The group that speaks, for good; the whole community when left out.' })
  @IsOptional()
  @IsUUID(undefined, anId)
  groupId?: string | null;

  @Field(() => String, { description: 'What it is called, 5 to 200 characters.' })
  @Line({ min: 5, max: 200 })
  title!: string;

  @Field(() => String, { description: 'Whom it speaks to, 2 to 200 characters.' })
  @Line({ min: 2, max: 200 })
  addressee!: string;

  @Field(() => String, { description: 'What it is to bring about, 10 to 2000 characters.' })
  @Lines({ min: 10, max: 2000 })
  purpose!: string;

  @Field(() => ID, { nullable: true, description: 'The process it is part of.' })
  @IsOptional()
  @Line({ max: 200 })
  policyProcessId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it must be with its addressee.' })
  @IsOptional()
  deadline?: Date | null;
}

@InputType({ description: 'What is to change about a position; what is left out stays.' })
export class EditPositionInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which position.' })
  @IsUUID(undefined, anId)
  positionId!: string;

  @Field(() => String, { nullable: true, description: 'What it is called, 5 to 200 characters.' })
  @IsOptional()
  @Line({ min: 5, max: 200 })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom it speaks to, 2 to 200 characters.' })
  @IsOptional()
  @Line({ min: 2, max: 200 })
  addressee?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is to bring about, 10 to 2000 characters.' })
  @IsOptional()
  @Lines({ min: 10, max: 2000 })
  purpose?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it must be with its addressee; null takes the deadline away.' })
  @IsOptional()
  deadline?: Date | null;
}

@InputType({ description: 'A name for the present text.' })
export class NameVersionInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which position.' })
  @IsUUID(undefined, anId)
  positionId!: string;

  @Field(() => String, { description: 'The name, 1 to 120 characters.' })
  @Line({ min: 1, max: 120 })
  name!: string;
}

@InputType({ description: 'A position whose present text is put to the organisations.' })
export class FreezePositionInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which position.' })
  @IsUUID(undefined, anId)
  positionId!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when answers are taken; left out: until the outcome is stated.' })
  @IsOptional()
  closesAt?: Date | null;
}

@InputType({ description: 'A position that is to be written on.' })
export class ReopenDraftingInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which position.' })
  @IsUUID(undefined, anId)
  positionId!: string;
}

@InputType({ description: 'What an organisation says.' })
export class AnswerEndorsementInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which position.' })
  @IsUUID(undefined, anId)
  positionId!: string;

  @Field(() => ID, { description: 'The organisation one answers for.' })
  @IsUUID(undefined, anId)
  organisationId!: string;

  @Field(() => EndorsementAnswer, { description: 'What it says.' })
  @IsEnum(EndorsementAnswer)
  answer!: EndorsementAnswer;

  @Field(() => String, { nullable: true, description: 'Required for a reservation and an objection.' })
  @IsOptional()
  @Lines({ max: 3000 })
  reason?: string | null;
}

@InputType({ description: 'The outcome of a round.' })
export class DecidePositionInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which position.' })
  @IsUUID(undefined, anId)
  positionId!: string;

  @Field(() => Boolean, { description: 'Whether it is adopted.' })
  @IsBoolean()
  adopted!: boolean;

  @Field(() => String, { description: 'Why, and what happens next; 10 to 3000 characters.' })
  @Lines({ min: 10, max: 3000 })
  statement!: string;
}

@InputType({ description: 'An adopted position that is to be shown to everybody.' })
export class PublishPositionInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which position.' })
  @IsUUID(undefined, anId)
  positionId!: string;
}
