import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { Line, Lines, PageArgs, RepeatableInput } from '#platform/graphql';
import { Day } from '../family/text-rules.js';
import { FeeBlocks, FeePayers, FeeState } from './fee.enums.js';

const notAnId = { message: 'This is not an id.' };
const payers = () => ArrayMaxSize(200, { message: 'Choose at most 200 at once.' });
const once = () => ArrayUnique({ message: 'Each only once.' });

@ArgsType()
export class FeeLinesArgs extends PageArgs {
  @Field(() => String, { description: 'For which time.' })
  @Line({ min: 1, max: 20 })
  period!: string;

  @Field(() => FeePayers, { description: 'Whose.' })
  of!: FeePayers;

  @Field(() => FeeState, { nullable: true, description: 'Only those that stand so; where nothing is noted, nothing is asked.' })
  @IsOptional()
  state?: FeeState | null;
}

@InputType({ description: 'Says what an unpaid fee keeps one from.' })
export class SetFeeRuleInput {
  @Field(() => ID, { description: 'Which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => FeeBlocks, { description: 'From what.' })
  blocks!: FeeBlocks;

  @Field(() => Int, { description: 'How many days one has before that, 14 to 365.' })
  @Min(14, { message: 'Give people at least 14 days.' })
  @Max(365, { message: 'At most 365 days.' })
  graceDays!: number;
}

@InputType({ description: 'Notes how it stands with the fees of some members and organisations.' })
export class NoteFeesInput extends RepeatableInput {
  @Field(() => ID, { description: 'In which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => String, { description: 'For which time: a year, a quarter, a project.' })
  @Line({ min: 1, max: 20 })
  period!: string;

  @Field(() => [ID], { description: 'Of which memberships.' })
  @payers()
  @once()
  @IsUUID(undefined, { each: true, ...notAnId })
  membershipIds!: string[];

  @Field(() => [ID], { description: 'Of which organisations.' })
  @payers()
  @once()
  @IsUUID(undefined, { each: true, ...notAnId })
  organisationIds!: string[];

  @Field(() => FeeState, { description: 'How it stands.' })
  state!: FeeState;

  @Field(() => String, { nullable: true, description: 'How much, like 120 or 120.50. Left out, it stays.' })
  @IsOptional()
  @Matches(/^\d{1,9}(\.\d{1,2})?$/, { message: 'Write an amount like 120 or 120.50.' })
  amount?: string | null;

  @Field(() => String, { nullable: true, description: 'In which currency, like EUR. Left out, it stays.' })
  @IsOptional()
  @Matches(/^[A-Z]{3}$/, { message: 'Write a currency in three letters, like EUR.' })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: 'By which day, like 2026-12-31. Left out, it stays.' })
  @IsOptional()
  @Day()
  dueOn?: string | null;

  @Field(() => String, { nullable: true, description: 'What else there is to say; those concerned read it. Left out, it stays.' })
  @IsOptional()
  @Lines({ max: 500 })
  note?: string | null;
}
