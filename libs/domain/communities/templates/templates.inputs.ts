import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Matches, Min, ValidateNested } from 'class-validator';
import { Line, RepeatableInput } from '#platform/graphql';
import { CohortRowInput, Rows, TemplateContentInput } from './template-content.js';

const notAnId = { message: 'This is not an id.' };

@InputType({ isAbstract: true })
abstract class TemplateWords extends RepeatableInput {
  @Field(() => String, { description: 'Its name.' })
  @Line({ min: 3, max: 120 })
  name!: string;

  @Field(() => TemplateContentInput, { description: 'What it holds.' })
  @ValidateNested()
  @Type(() => TemplateContentInput)
  content!: TemplateContentInput;
}

@InputType({ description: 'Writes a template.' })
export class CreateTemplateInput extends TemplateWords {
  @Field(() => ID, {
    nullable: true,
    description: 'The community it belongs to; the platform when left out, which only administrators do.',
  })
  @IsOptional()
  @IsUUID(undefined, notAnId)
  ownerId?: string | null;
}

@InputType({ description: 'Writes the next version of a template; what started from an earlier one stays as it is.' })
export class EditTemplateInput extends TemplateWords {
  @Field(() => ID, { description: 'Which template.' })
  @IsUUID(undefined, notAnId)
  templateId!: string;

  @Field(() => Int, { description: 'The version that was read: nobody writes over what somebody else has changed meanwhile.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'Takes a template out of use.' })
export class RetireTemplateInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which template.' })
  @IsUUID(undefined, notAnId)
  templateId!: string;
}

@InputType({ description: 'A table of communities that shall start together.' })
export class StartCohortInput extends RepeatableInput {
  @Field(() => ID, { description: 'What they become parts of.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => ID, { description: 'From which template.' })
  @IsUUID(undefined, notAnId)
  templateId!: string;

  @Field(() => String, { description: 'The name of the cohort.' })
  @Line({ min: 2, max: 120 })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The policy process that all of them are tied to.' })
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,100}$/, { message: 'Choose a process from the list.' })
  policyProcessId?: string | null;

  @Field(() => [CohortRowInput], { description: 'The communities, one a row.' })
  @Rows()
  @ValidateNested({ each: true })
  @Type(() => CohortRowInput)
  rows!: CohortRowInput[];
}

@InputType({ description: 'The table as it stands, to be looked through before anything starts.' })
export class PreviewCohortInput {
  @Field(() => ID, { description: 'What they become parts of.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => [CohortRowInput], { description: 'The communities, one a row.' })
  @Rows()
  @ValidateNested({ each: true })
  @Type(() => CohortRowInput)
  rows!: CohortRowInput[];
}

@InputType({ description: 'Starts one community from a template; whoever does coordinates it.' })
export class StartFromTemplateInput extends RepeatableInput {
  @Field(() => ID, { description: 'From which template.' })
  @IsUUID(undefined, notAnId)
  templateId!: string;

  @Field(() => ID, { nullable: true, description: 'What it becomes a part of; whoever starts it has to coordinate that, too.' })
  @IsOptional()
  @IsUUID(undefined, notAnId)
  parentId?: string | null;

  @Field(() => CohortRowInput, { description: 'The community.' })
  @ValidateNested()
  @Type(() => CohortRowInput)
  row!: CohortRowInput;
}

@InputType({ description: 'Ticks something off, or not.' })
export class TickStartItemInput extends RepeatableInput {
  @Field(() => ID, { description: 'What.' })
  @IsUUID(undefined, notAnId)
  itemId!: string;

  @Field(() => Boolean, { description: 'Whether it is done.' })
  isDone!: boolean;
}
