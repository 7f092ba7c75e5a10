import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { NullIsLeftOut, PageArgs, PageSizeScalar, RepeatableInput, RichTextScalar } from '#platform/graphql';
import { ReactionKind } from './reaction.js';
import { Id } from './threads.inputs.js';

@ArgsType()
export class PostsArgs extends PageArgs {
  @Field(() => PageSizeScalar, { nullable: true, description: 'How many from the end, or before a cursor.' })
  @NullIsLeftOut()
  last?: number;

  @Field(() => String, { nullable: true, description: 'Cursor before which to go on.' })
  @NullIsLeftOut()
  before?: string;

  @Field(() => Int, { nullable: true, description: 'Open around this position instead of at an end.' })
  @IsOptional()
  @IsInt({ message: 'A position is a whole number.' })
  @Min(1, { message: 'Positions begin with 1.' })
  @Max(2_147_483_647, { message: 'There is no such position.' })
  around?: number;
}

@InputType({ description: 'A post in a thread that is there.' })
export class ReplyInput extends RepeatableInput {
  @Field(() => ID, { description: 'The thread.' })
  @Id()
  threadId!: string;

  @Field(() => RichTextScalar, { description: 'What one says.' })
  body!: unknown;

  @Field(() => ID, { nullable: true, description: 'The post that it answers, of the same thread.' })
  @IsOptional()
  @Id()
  replyToId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True to be shown as a voice without a name: nobody learns who wrote it.' })
  isUnattributed?: boolean | null;
}

@InputType({ description: 'A better text for a post of one’s own.' })
export class EditPostInput extends RepeatableInput {
  @Field(() => ID, { description: 'The post.' })
  @Id()
  postId!: string;

  @Field(() => RichTextScalar, { description: 'The new text; the earlier one stays in the history.' })
  body!: unknown;
}

@InputType({ description: 'The post to remove or bring back.' })
export class RemovePostInput extends RepeatableInput {
  @Field(() => ID, { description: 'The post.' })
  @Id()
  postId!: string;
}

@InputType({ description: 'An answer without words, given or taken back.' })
export class ReactInput extends RepeatableInput {
  @Field(() => ID, { description: 'The post.' })
  @Id()
  postId!: string;

  @Field(() => ReactionKind, { description: 'In which way.' })
  kind!: ReactionKind;

  @Field(() => Boolean, { description: 'True to give it, false to take it back.' })
  on!: boolean;
}
