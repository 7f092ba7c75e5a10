import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { Lines, RepeatableInput } from '#platform/graphql';

const Id = () => IsUUID('all', { message: 'This is not an id.' });

@InputType({ description: 'The session that shall have a conversation off the record.' })
export class OpenOffRecordInput extends RepeatableInput {
  @Field(() => ID, { description: 'The session.' })
  @Id()
  sessionId!: string;
}

@InputType({ description: 'Something to say off the record.' })
export class SayOffRecordInput extends RepeatableInput {
  @Field(() => ID, { description: 'The session.' })
  @Id()
  sessionId!: string;

  @Field(() => String, { description: 'The words, plain, 1 to 2000 characters.' })
  @Lines({ min: 1, max: 2000 })
  words!: string;
}

@InputType({ description: 'What was said off the record and shall be gone at once.' })
export class TakeBackOffRecordInput {
  @Field(() => ID, { description: 'The session.' })
  @Id()
  sessionId!: string;

  @Field(() => ID, { description: 'Which remark.' })
  @Id()
  remarkId!: string;
}
