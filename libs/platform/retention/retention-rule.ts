import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Matches, Max, Min } from 'class-validator';
import { RepeatableInput } from '#platform/graphql';

@ObjectType({ description: 'How long something is kept before it is erased.' })
export class RetentionRule {
  @Field(() => String, { description: 'What: `notices`, `events`, …' })
  kind!: string;

  @Field(() => Int, { description: 'After how many days it is erased.' })
  days!: number;

  @Field(() => Int, { description: 'What is usual.' })
  usual!: number;

  @Field(() => Int, { description: 'The least that can be chosen.' })
  least!: number;

  @Field(() => Int, { description: 'The most that can be chosen.' })
  most!: number;
}

@InputType({ description: 'How long something is kept.' })
export class SetRetentionInput extends RepeatableInput {
  @Field(() => String, { description: 'What.' })
  @Matches(/^[a-z-]{3,40}$/, { message: 'Choose one of the rules.' })
  kind!: string;

  @Field(() => Int, { description: 'After how many days it is erased; each rule has its least and most.' })
  @Min(1, { message: 'At least a day.' })
  @Max(3650, { message: 'At most ten years.' })
  days!: number;
}
