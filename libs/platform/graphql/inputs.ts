import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, Matches } from 'class-validator';

/** An input of a write that may be repeated safely. */
@InputType({ isAbstract: true })
export abstract class RepeatableInput {
  @Field(() => ID, { nullable: true, description: 'Chosen by the client; the same key acts once and gets the same answer.' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{8,100}$/, { message: 'A mutation key has 8 to 100 letters, digits, - or _.' })
  mutationKey?: string;
}
