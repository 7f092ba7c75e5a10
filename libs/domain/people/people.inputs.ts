import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsIn, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { LanguageTagScalar, Line, Lines, RepeatableInput, TimeZoneScalar } from '#platform/graphql';
import { languages } from './languages.js';
import { ColorScheme } from './person.entity.js';

@InputType({ description: 'What to change in one’s profile; what is left out stays.' })
export class UpdateProfileInput extends RepeatableInput {
  @Field(() => String, { nullable: true, description: '1 to 100 characters.' })
  @IsOptional()
  @Line({ min: 1, max: 100 })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Role and place, up to 160 characters.' })
  @IsOptional()
  @Line({ max: 160 })
  headline?: string | null;

  @Field(() => String, { nullable: true, description: 'A short text, up to 2000 characters.' })
  @IsOptional()
  @Lines({ max: 2000 })
  about?: string | null;

  @Field(() => [LanguageTagScalar], { nullable: true, description: 'Languages one works in, up to 20.' })
  @IsOptional()
  @ArrayMaxSize(20, { message: 'Choose at most 20 languages.' })
  languages?: string[] | null;

  @Field(() => TimeZoneScalar, { nullable: true, description: 'Where one lives, as a time zone.' })
  @IsOptional()
  timeZone?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether one wants to be found in the directory, by people who are signed in.' })
  @IsOptional()
  isListed?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Terms of the scheme intervention-areas, up to 10.' })
  @IsOptional()
  @ArrayMaxSize(10, { message: 'Choose at most 10.' })
  @Matches(/^[a-z0-9-]{1,100}$/, { each: true, message: 'This is not a term.' })
  themes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What one can help with, up to 500 characters.' })
  @IsOptional()
  @Lines({ max: 500 })
  canHelp?: string | null;

  @Field(() => ID, { nullable: true, description: 'A picture that one has uploaded.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Upload a picture first.' })
  pictureFileId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Take the picture away.' })
  @IsOptional()
  removePicture?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'The organisation shown beside the name; null for none.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose an organisation from the list.' })
  organisationId?: string | null;

  @Field(() => String, { nullable: true, description: 'What one does there, up to 120 characters.' })
  @IsOptional()
  @Line({ max: 120 })
  organisationTitle?: string | null;
}

@InputType({ description: 'What to change in one’s settings; what is left out stays.' })
export class UpdateSettingsInput extends RepeatableInput {
  @Field(() => LanguageTagScalar, { nullable: true, description: 'Language of pages and mails: en, fr, de, uk or ar.' })
  @IsOptional()
  @IsIn(languages, { message: 'The pages are there in English (en), French (fr), German (de), Ukrainian (uk) and Arabic (ar).' })
  language?: string | null;

  @Field(() => ColorScheme, { nullable: true, description: 'How light the pages are.' })
  @IsOptional()
  @IsEnum(ColorScheme)
  colorScheme?: ColorScheme | null;
}

@InputType({ description: 'A token for a program.' })
export class CreateApiTokenInput extends RepeatableInput {
  @Field(() => String, { description: 'What it is for, 1 to 100 characters.' })
  @Line({ min: 1, max: 100 })
  name!: string;

  @Field(() => Int, { description: 'How long it is good, 1 to 365 days.' })
  @Min(1, { message: 'A token is good for 1 to 365 days.' })
  @Max(365, { message: 'A token is good for 1 to 365 days.' })
  expiresInDays!: number;
}
