import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { VocabularyEdit } from './vocabulary-change.entity.js';

@ObjectType({ description: 'How a word of a file is different from the one that is here.' })
export class TermDifference {
  @Field(() => ID, { description: 'The short name of the word.' })
  id!: string;
  @Field(() => String, { description: 'Its English label, else its short name.' })
  word!: string;
  @Field(() => Boolean, { description: 'Whether it is not here yet.' })
  isNew!: boolean;
  @Field(() => [VocabularyEdit], { description: 'What is different.' })
  edits!: VocabularyEdit[];
}

@ObjectType({ description: 'How a scheme of a file is different from the one that is here; importing it makes it so.' })
export class SchemeDifference {
  @Field(() => ID, { description: 'The short name of the scheme.' })
  id!: string;
  @Field(() => Boolean, { description: 'Whether it is not here yet.' })
  isNew!: boolean;
  @Field(() => [VocabularyEdit], { description: 'What is different about the scheme itself.' })
  edits!: VocabularyEdit[];
  @Field(() => [TermDifference], { description: 'Words that are new or different.' })
  terms!: TermDifference[];
  @Field(() => Boolean, { description: 'Whether the words stand in another order.' })
  isReordered!: boolean;
  @Field(() => Int, { description: 'How many words are the same.' })
  sameCount!: number;
  @Field(() => [ID], { description: 'Words that only stand here; they stay.' })
  onlyHere!: string[];
}
