import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { RepeatableInput } from '#platform/graphql';
import { Id } from '../threads.inputs.js';

@InputType({ description: 'How many people must be able to write in a community before anyone may do so unattributed.' })
export class SetUnattributedFloorInput extends RepeatableInput {
  @Field(() => ID, { description: 'The community.' })
  @Id()
  communityId!: string;

  @Field(() => Int, { description: 'At least 5, because among fewer everyone would guess; 8 is usual.' })
  @IsInt({ message: 'Say a whole number of people.' })
  @Min(5, { message: 'Say 5 or more: among fewer everyone would guess who wrote it.' })
  @Max(500, { message: 'Say 500 or fewer.' })
  people!: number;
}
