import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { Lines, RepeatableInput } from '#platform/graphql';

@InputType({ description: 'A need, as a member raises it.' })
export class RaiseNeedInput extends RepeatableInput {
  @Field(() => ID, { description: 'Whose need it is.' })
  @IsUUID(undefined, { message: 'Choose a community.' })
  communityId!: string;

  @Field(() => ID, { nullable: true, description: 'The group whose need it is; the whole community’s when left out.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a group.' })
  groupId?: string | null;

  @Field(() => String, { description: 'The need in the community’s words, 10 to 500 characters.' })
  @Lines({ min: 10, max: 500 })
  statement!: string;
}
