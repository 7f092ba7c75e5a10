import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { Line, RepeatableInput } from '#platform/graphql';
import { MergeRule } from './merging.enums.js';

const notAnId = { message: 'This is not an id.' };

@InputType({ description: 'Makes one community part of another. It cannot be undone.' })
export class MergeCommunitiesInput extends RepeatableInput {
  @Field(() => ID, { description: 'The one that ends.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => ID, { description: 'The one that goes on.' })
  @IsUUID(undefined, notAnId)
  intoId!: string;

  @Field(() => MergeRule, { description: 'What the preview said becomes of what everybody could read.' })
  rule!: MergeRule;

  @Field(() => Boolean, { description: 'Whether roles and mandates count in the other one.' })
  keepRoles!: boolean;

  @Field(() => String, { description: 'The name of the one that ends, typed by whoever does it.' })
  @Line({ min: 1, max: 200 })
  confirmation!: string;
}
