import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { ConfidentialityLevel } from '#domain/communities';
import { Line, PageArgs, RepeatableInput, RichTextScalar } from '#platform/graphql';
import { ThreadKind } from './kinds/thread-kind.js';

/** The id of a thing that an input is about. */
export const Id = () => IsUUID('all', { message: 'This is not an id.' });

@ArgsType()
export class ThreadsArgs extends PageArgs {
  @Field(() => ID, { description: 'The community.' })
  communityId!: string;

  @Field(() => ID, { nullable: true, description: 'Only what is in this group of it.' })
  groupId?: string;

  @Field(() => ThreadKind, { nullable: true, description: 'Only conversations of this kind.' })
  kind?: ThreadKind | null;
}

@InputType({ description: 'A new conversation.' })
export class StartThreadInput extends RepeatableInput {
  @Field(() => ID, { description: 'Where it belongs.' })
  @Id()
  communityId!: string;

  @Field(() => String, { description: 'What it is about, 3 to 200 characters.' })
  @Line({ min: 3, max: 200 })
  title!: string;

  @Field(() => RichTextScalar, { description: 'The opening post.' })
  body!: unknown;

  @Field(() => ID, { nullable: true, description: 'The group it belongs to, for good; the whole community when left out.' })
  @IsOptional()
  @Id()
  groupId?: string | null;

  @Field(() => ConfidentialityLevel, {
    nullable: true,
    description: 'Who may read it, and whether anyone is named; those in its group, or the members of the community, when left out.',
  })
  level?: ConfidentialityLevel | null;

  @Field(() => ThreadKind, { nullable: true, description: 'What it is for; to talk something over, when left out.' })
  kind?: ThreadKind | null;
}

@InputType({ description: 'A better title for a thread.' })
export class EditThreadInput extends RepeatableInput {
  @Field(() => ID, { description: 'The thread.' })
  @Id()
  threadId!: string;

  @Field(() => String, { description: 'The new title, 3 to 200 characters.' })
  @Line({ min: 3, max: 200 })
  title!: string;
}

@InputType({ description: 'The thread to close or reopen.' })
export class CloseThreadInput extends RepeatableInput {
  @Field(() => ID, { description: 'The thread.' })
  @Id()
  threadId!: string;
}

@InputType({ description: 'How far one has read.' })
export class MarkReadInput {
  @Field(() => ID, { description: 'The thread.' })
  @Id()
  threadId!: string;

  @Field(() => Int, { description: 'Position of the last post one has seen; it never goes back.' })
  @IsInt({ message: 'A position is a whole number.' })
  @Min(0, { message: 'A position is not below 0.' })
  @Max(2_147_483_647, { message: 'There is no such position.' })
  position!: number;

  @Field(() => Int, { nullable: true, description: 'The version of the summary that one has seen; it never goes back.' })
  @IsOptional()
  @IsInt({ message: 'A version is a whole number.' })
  @Min(0, { message: 'A version is not below 0.' })
  @Max(2_147_483_647, { message: 'There is no such version.' })
  summaryVersion?: number | null;
}

@InputType({ description: 'Whether one wants to hear of new posts in a thread.' })
export class FollowThreadInput {
  @Field(() => ID, { description: 'The thread.' })
  @Id()
  threadId!: string;

  @Field(() => Boolean, { description: 'True to follow, false to leave it.' })
  on!: boolean;
}
