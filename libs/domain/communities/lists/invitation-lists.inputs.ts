import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsBase64, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { RepeatableInput } from '#platform/graphql';

/** More are two lists. */
export const MOST_ROWS = 1000;
/** What fits into a request. */
const MOST_CHARACTERS = 270_000;

const cell = (max: number) => MaxLength(max, { message: `Write at most ${max} characters.` });

@InputType({ description: 'A line of a list, as it was read or mended.' })
export class InvitationRowInput {
  @Field(() => Int, { description: 'Its number in the file.' })
  @Min(0, { message: 'Lines are counted from 1.' })
  @Max(1_000_000, { message: 'This is not a line.' })
  line!: number;

  @Field(() => String, { description: 'The mail address.' })
  @IsString()
  @cell(1000)
  email!: string;

  @Field(() => String, { description: 'The name.' })
  @IsString()
  @cell(1000)
  name!: string;

  @Field(() => String, { description: 'The role in words; empty for a member.' })
  @IsString()
  @cell(1000)
  role!: string;

  @Field(() => String, { description: 'The organisation.' })
  @IsString()
  @cell(1000)
  organisation!: string;

  @Field(() => String, { description: 'The language of the mail; empty for the sender’s.' })
  @IsString()
  @cell(1000)
  language!: string;
}

@InputType({ description: 'A list to look at before it is sent: a file, a pasted text, or lines that were mended. One of the three.' })
export class ReadInvitationListInput {
  @Field(() => ID, { description: 'To which community.' })
  @IsUUID(undefined, { message: 'This is not an id.' })
  communityId!: string;

  @Field(() => String, { nullable: true, description: 'The bytes of a CSV file, in base64.' })
  @IsOptional()
  @IsBase64(undefined, { message: 'Send the bytes of the file in base64.' })
  @MaxLength(MOST_CHARACTERS, { message: 'This file is too large. Send at most 1,000 lines at once.' })
  file?: string | null;

  @Field(() => String, { nullable: true, description: 'Pasted lines.' })
  @IsOptional()
  @IsString()
  @MaxLength(MOST_CHARACTERS, { message: 'This text is too long. Send at most 1,000 lines at once.' })
  text?: string | null;

  @Field(() => [InvitationRowInput], { nullable: true, description: 'Lines as they stand now.' })
  @IsOptional()
  @ArrayMaxSize(MOST_ROWS, { message: 'Send at most 1,000 lines at once.' })
  @ValidateNested({ each: true })
  @Type(() => InvitationRowInput)
  rows?: InvitationRowInput[] | null;
}

@InputType({ description: 'Sends the invitations of a list, once.' })
export class SendInvitationListInput extends RepeatableInput {
  @Field(() => ID, { description: 'To which community.' })
  @IsUUID(undefined, { message: 'This is not an id.' })
  communityId!: string;

  @Field(() => [InvitationRowInput], { description: 'Good lines, at most 1,000.' })
  @ArrayMinSize(1, { message: 'There is no line to send.' })
  @ArrayMaxSize(MOST_ROWS, { message: 'Send at most 1,000 lines at once.' })
  @ValidateNested({ each: true })
  @Type(() => InvitationRowInput)
  rows!: InvitationRowInput[];
}
