import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsOptional, IsUUID } from 'class-validator';
import { LanguageTagScalar, Lines } from '#platform/graphql';

const notAnId = { message: 'This is not an id.' };
const few = () => ArrayMaxSize(20, { message: 'Choose at most 20.' });
const once = () => ArrayUnique({ message: 'Each only once.' });

/** What is offered to those who take part. */
@InputType({ isAbstract: true })
export abstract class SupportInput {
  @Field(() => [LanguageTagScalar], { description: 'Into which languages there is interpreting or translation.' })
  @few()
  @once()
  interpreting!: string[];

  @Field(() => String, { nullable: true, description: 'Whether and how one is compensated, in words; left out where nothing is offered.' })
  @IsOptional()
  @Lines({ max: 300 })
  compensation?: string | null;
}

@InputType({ description: 'Says what a community offers to those who take part.' })
export class SetCommunitySupportInput extends SupportInput {
  @Field(() => ID, { description: 'Which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;
}

@InputType({ description: 'Says which interpretation one needs; nothing chosen and nothing written takes it back.' })
export class NoteInterpretationNeedInput {
  @Field(() => ID, { description: 'In which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => [LanguageTagScalar], { description: 'Into which languages.' })
  @few()
  @once()
  languages!: string[];

  @Field(() => String, { nullable: true, description: 'What else helps.' })
  @IsOptional()
  @Lines({ max: 300 })
  note?: string | null;
}
