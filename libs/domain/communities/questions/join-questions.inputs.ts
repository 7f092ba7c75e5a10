import { Field, ID, InputType } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { Line, Lines } from '#platform/graphql';
import { JoinQuestionKind } from './join-question.entity.js';

/** More would keep people from asking. */
export const MOST_QUESTIONS = 5;

@InputType({ description: 'A question to those who ask to join.' })
export class JoinQuestionInput {
  @Field(() => ID, { nullable: true, description: 'Of a question that is there already; it keeps its id.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'This is not an id.' })
  id?: string | null;

  @Field(() => String, { description: 'The question.' })
  @Line({ min: 3, max: 300 })
  text!: string;

  @Field(() => JoinQuestionKind, { description: 'How it is answered.' })
  kind!: JoinQuestionKind;

  @Field(() => [String], { nullable: true, description: 'The answers to choose from: two to twelve, for a choice alone.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12, { message: 'Give at most twelve answers.' })
  @ArrayUnique({ message: 'Each answer only once.' })
  @Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? value.map((one: unknown) => (typeof one === 'string' ? one.normalize('NFC').trim() : one)) : value,
  )
  @Matches(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]{1,200}$/, {
    each: true,
    message: 'Write each answer in one line of 1 to 200 characters.',
  })
  choices?: string[] | null;

  @Field(() => Boolean, { description: 'Whether one cannot ask to join without an answer.' })
  isRequired!: boolean;
}

@InputType({ description: 'The questions to those who ask to join, in their order; those left out are gone.' })
export class SetJoinQuestionsInput {
  @Field(() => ID, { description: 'Which community.' })
  @IsUUID(undefined, { message: 'This is not an id.' })
  communityId!: string;

  @Field(() => [JoinQuestionInput], { description: 'At most five.' })
  @ArrayMaxSize(MOST_QUESTIONS, { message: 'Ask at most five questions.' })
  @ValidateNested({ each: true })
  @Type(() => JoinQuestionInput)
  questions!: JoinQuestionInput[];
}

@InputType({ description: 'An answer to one of the questions.' })
export class JoinAnswerInput {
  @Field(() => ID, { description: 'Which question.' })
  @IsUUID(undefined, { message: 'This is not an id.' })
  questionId!: string;

  @Field(() => String, { description: 'The answer: one of the choices, or words.' })
  @Lines({ max: 2000 })
  text!: string;
}
