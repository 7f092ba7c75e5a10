import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional, Matches, ValidateNested } from 'class-validator';
import { LanguageTagScalar, Line, Lines, RepeatableInput } from '#platform/graphql';

const shortName = (message: string) => Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message });
const SHORT = 'A short name has small letters a to z, digits and single hyphens.';

@InputType({ description: 'A label in one language.' })
export class LabelInput {
  @Field(() => LanguageTagScalar, { description: 'Which language.' })
  language!: string;

  @Field(() => String, { description: 'The label, 1 to 160 characters.' })
  @Line({ min: 1, max: 160 })
  text!: string;
}

/** Labels and a note, as schemes and terms have them. */
@InputType({ isAbstract: true })
abstract class DescribedInput extends RepeatableInput {
  @Field(() => [LabelInput], { description: 'Labels, one a language; English is always among them.' })
  @ArrayMinSize(1, { message: 'Write the word in English.' })
  @ArrayMaxSize(50, { message: 'Write at most 50 labels.' })
  @ArrayUnique(({ language }: LabelInput) => language, { message: 'Write one label a language.' })
  @ValidateNested()
  @Type(() => LabelInput)
  labels!: LabelInput[];

  @Field(() => String, { nullable: true, description: 'What is meant, up to 1000 characters.' })
  @IsOptional()
  @Lines({ max: 1000 })
  note?: string | null;
}

@InputType({ description: 'How a scheme is called from now on.' })
export class EditSchemeInput extends DescribedInput {
  @Field(() => ID, { description: 'Which scheme.' })
  @shortName(SHORT)
  schemeId!: string;
}

@InputType({ description: 'A new word.' })
export class AddTermInput extends DescribedInput {
  @Field(() => ID, { description: 'In which scheme.' })
  @shortName(SHORT)
  schemeId!: string;
}

@InputType({ description: 'How a word is written from now on. Things keep it.' })
export class EditTermInput extends DescribedInput {
  @Field(() => ID, { description: 'Which word.' })
  @shortName(SHORT)
  termId!: string;
}

@InputType({ description: 'Takes a word out of use.' })
export class RetireTermInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which word.' })
  @shortName(SHORT)
  termId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The word of the same scheme that takes its place: what carries the old one is found and shown by it.',
  })
  @IsOptional()
  @shortName(SHORT)
  successorId?: string | null;
}

@InputType({ description: 'Brings a retired word back.' })
export class ReviveTermInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which word.' })
  @shortName(SHORT)
  termId!: string;
}

@InputType({ description: 'The order of the words.' })
export class OrderTermsInput extends RepeatableInput {
  @Field(() => ID, { description: 'Of which scheme.' })
  @shortName(SHORT)
  schemeId!: string;

  @Field(() => [ID], { description: 'Its words in use, each once, first to last.' })
  @ArrayMaxSize(2000, { message: 'A scheme has at most 2000 words.' })
  @ArrayUnique({ message: 'Each word once.' })
  @Matches(/^[a-z0-9-]{1,100}$/, { each: true, message: SHORT })
  termIds!: string[];
}

@InputType({ description: 'A word in a file.' })
export class ImportedTermInput {
  @Field(() => ID, { description: 'Its short name, up to 100 characters.' })
  @Line({ min: 1, max: 100 })
  @shortName(SHORT)
  id!: string;

  @Field(() => [LabelInput], { description: 'Its labels; languages that are left out stay.' })
  @ArrayMaxSize(50, { message: 'Write at most 50 labels.' })
  @ArrayUnique(({ language }: LabelInput) => language, { message: 'Write one label a language.' })
  @ValidateNested()
  @Type(() => LabelInput)
  labels!: LabelInput[];

  @Field(() => String, { nullable: true, description: 'What is meant; stays when left out.' })
  @IsOptional()
  @Lines({ max: 1000 })
  note?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is out of use.' })
  @IsOptional()
  isRetired?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'What took its place, when it is out of use.' })
  @IsOptional()
  @shortName(SHORT)
  successorId?: string | null;
}

@InputType({ description: 'A scheme as a file has it. Words that the file does not have stay as they are.' })
export class ImportSchemeInput extends RepeatableInput {
  @Field(() => ID, { description: 'Its short name, up to 100 characters; a new one makes a new scheme.' })
  @Line({ min: 1, max: 100 })
  @shortName(SHORT)
  id!: string;

  @Field(() => [LabelInput], { description: 'Its name; languages that are left out stay.' })
  @ArrayMaxSize(50, { message: 'Write at most 50 labels.' })
  @ArrayUnique(({ language }: LabelInput) => language, { message: 'Write one label a language.' })
  @ValidateNested()
  @Type(() => LabelInput)
  labels!: LabelInput[];

  @Field(() => String, { nullable: true, description: 'What its words are for; stays when left out.' })
  @IsOptional()
  @Lines({ max: 1000 })
  note?: string | null;

  @Field(() => [ImportedTermInput], { description: 'Its words in their order, up to 1000.' })
  @ArrayMaxSize(1000, { message: 'Import at most 1000 words at once.' })
  @ArrayUnique(({ id }: ImportedTermInput) => id, { message: 'Each word once.' })
  @ValidateNested()
  @Type(() => ImportedTermInput)
  terms!: ImportedTermInput[];
}
