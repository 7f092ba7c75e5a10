import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { Line, RepeatableInput } from '#platform/graphql';
import { LONGEST_SEARCH, SearchFilter } from '../finding/search.inputs.js';

@InputType({ description: 'Keeps a search.' })
export class SaveSearchInput extends RepeatableInput {
  @Field(() => String, { description: 'How you call it, 1 to 80 characters.' })
  @Line({ min: 1, max: 80 })
  name!: string;

  @Field(() => String, { description: 'What is looked for, as it is typed, up to 400 characters.' })
  @Line({ max: LONGEST_SEARCH })
  text!: string;

  @Field(() => SearchFilter, { nullable: true, description: 'What narrows it.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SearchFilter)
  filter?: SearchFilter | null;
}

@InputType({ description: 'Names a search that you keep.' })
export class SavedSearchInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID(undefined, { message: 'This is not an id.' })
  savedSearchId!: string;
}

@InputType({ description: 'Changes a search that you keep; what is left out stays.' })
export class ChangeSavedSearchInput extends SavedSearchInput {
  @Field(() => String, { nullable: true, description: 'How you call it, 1 to 80 characters.' })
  @IsOptional()
  @Line({ min: 1, max: 80 })
  name?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a notice tells of new results.' })
  @IsOptional()
  isOn?: boolean | null;
}
