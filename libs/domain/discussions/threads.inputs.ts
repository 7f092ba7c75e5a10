import { applyDecorators } from '@nestjs/common';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsInt, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { ConfidentialityLevel } from '#domain/communities';
import { PageArgs, RepeatableInput, RichTextScalar } from '#platform/graphql';

/** One line, trimmed; control characters and direction overrides would turn the text around it. */
export const Title = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC').replace(/\s+/gu, ' ').trim() : value)),
    IsString({ message: 'Write a title.' }),
    Length(3, 200, { message: 'A title has 3 to 200 characters.' }),
    Matches(/^[^\p{Cc}\u2028-\u202e\u2066-\u2069]*$/u, { message: 'Write the title in one line without control characters.' }),
  );

/** The id of a thing that an input is about. */
export const Id = () => IsUUID('all', { message: 'This is not an id.' });

@ArgsType()
export class ThreadsArgs extends PageArgs {
  @Field(() => ID, { description: 'The community.' })
  communityId!: string;
}

@InputType({ description: 'A new conversation.' })
export class StartThreadInput extends RepeatableInput {
  @Field(() => ID, { description: 'Where it belongs.' })
  @Id()
  communityId!: string;

  @Field(() => String, { description: 'What it is about, 3 to 200 characters.' })
  @Title()
  title!: string;

  @Field(() => RichTextScalar, { description: 'The opening post.' })
  body!: unknown;

  @Field(() => ConfidentialityLevel, { nullable: true, description: 'Who may read it; the members of the community when left out.' })
  level?: ConfidentialityLevel | null;
}

@InputType({ description: 'A better title for a thread.' })
export class EditThreadInput extends RepeatableInput {
  @Field(() => ID, { description: 'The thread.' })
  @Id()
  threadId!: string;

  @Field(() => String, { description: 'The new title, 3 to 200 characters.' })
  @Title()
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
}

@InputType({ description: 'Whether one wants to hear of new posts in a thread.' })
export class FollowThreadInput {
  @Field(() => ID, { description: 'The thread.' })
  @Id()
  threadId!: string;

  @Field(() => Boolean, { description: 'True to follow, false to leave it.' })
  on!: boolean;
}
