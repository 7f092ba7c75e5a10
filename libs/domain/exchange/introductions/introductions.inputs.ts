import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { Lines, RepeatableInput } from '#platform/graphql';

const id = (message = 'This is not an id.') => IsUUID(undefined, { message });

@InputType({
  description: 'A wish to get to know a person, or whoever speaks for an organisation: one of the two, or the author of an offer.',
})
export class AskIntroductionInput extends RepeatableInput {
  @Field(() => ID, { nullable: true, description: 'The person.' })
  @IsOptional()
  @id('Choose a person.')
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation.' })
  @IsOptional()
  @id('Choose an organisation.')
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The offer or ask that it is about.' })
  @IsOptional()
  @id()
  offerId?: string | null;

  @Field(() => String, { description: 'Why, 20 to 1000 characters: what you do, and what you hope to talk about.' })
  @Lines({ min: 20, max: 1000 })
  reason!: string;
}

@InputType({ description: 'Yes, or not now.' })
export class AnswerIntroductionInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @id()
  introductionId!: string;

  @Field(() => Boolean, { description: 'Whether one wants to get to know them.' })
  accept!: boolean;

  @Field(() => String, { nullable: true, description: 'A word to them, up to 1000 characters; none is needed.' })
  @IsOptional()
  @Lines({ max: 1000 })
  answer?: string | null;
}

@InputType({ description: 'Hands the answer to a colleague.' })
export class DelegateIntroductionInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @id()
  introductionId!: string;

  @Field(() => ID, { description: 'Somebody of the same organisation.' })
  @id('Choose a colleague.')
  personId!: string;
}

@InputType({ description: 'Takes one’s wish back.' })
export class WithdrawIntroductionInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @id()
  introductionId!: string;
}
