import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { Line, Lines, RepeatableInput } from '#platform/graphql';
import { WebAddress } from '../family/text-rules.js';

const notAnId = { message: 'This is not an id.' };

@InputType({ isAbstract: true })
abstract class DefinitionWords extends RepeatableInput {
  @Field(() => String, { description: 'The definition.' })
  @Lines({ min: 3, max: 2000 })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Where it comes from.' })
  @IsOptional()
  @Line({ max: 300 })
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'The web address of the source.' })
  @IsOptional()
  @WebAddress()
  sourceUrl?: string | null;
}

@InputType({ description: 'What one means by a word; a word that is not there yet is added.' })
export class DefineTermInput extends DefinitionWords {
  @Field(() => ID, { description: 'In which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => String, { description: 'The word.' })
  @Line({ min: 1, max: 120 })
  term!: string;
}

@InputType({ description: 'Changes a definition.' })
export class EditDefinitionInput extends DefinitionWords {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID(undefined, notAnId)
  definitionId!: string;
}

@InputType({ description: 'Takes a definition away; with the last one, the word goes.' })
export class RemoveDefinitionInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID(undefined, notAnId)
  definitionId!: string;
}

@InputType({ description: 'Says that the community has agreed on a definition, or no longer.' })
export class AgreeOnDefinitionInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID(undefined, notAnId)
  definitionId!: string;

  @Field(() => Boolean, { description: 'Whether it is agreed on.' })
  isAgreed!: boolean;
}

@InputType({ description: 'Writes a word in another way.' })
export class RenameTermInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which word.' })
  @IsUUID(undefined, notAnId)
  termId!: string;

  @Field(() => String, { description: 'The word.' })
  @Line({ min: 1, max: 120 })
  term!: string;
}
