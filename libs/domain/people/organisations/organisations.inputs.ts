import { Field, ID, InputType } from '@nestjs/graphql';
import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsArray, IsEnum, IsOptional, IsString, MaxLength } from 'class-validator';
import { CountryCodeScalar, LanguageTagScalar, Line, RepeatableInput } from '#platform/graphql';
import { Level } from '../level.js';
import { OrganisationType } from '../organisation.entity.js';

@InputType({ description: 'An organisation that is not in the list yet.' })
export class AddOrganisationInput extends RepeatableInput {
  @Field(() => String, { description: 'Its name, 2 to 200 characters.' })
  @Line({ min: 2, max: 200 })
  name!: string;

  @Field(() => OrganisationType, { description: 'What it is.' })
  @IsEnum(OrganisationType)
  type!: OrganisationType;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'Where it is.' })
  @IsOptional()
  country?: string;

  @Field(() => String, { nullable: true, description: 'The town it is in, up to 100 characters.' })
  @IsOptional()
  @Line({ max: 100 })
  city?: string;
}

const few = () => applyDecorators(IsOptional(), IsArray(), ArrayMaxSize(50, { message: 'Choose at most 50.' }));
const words = () => applyDecorators(few(), IsString({ each: true }), MaxLength(200, { each: true, message: 'This is too long.' }));

@InputType({
  description: 'Narrows the register of organisations: each part must fit, of a list one is enough. An empty list narrows nothing.',
})
export class OrganisationFilter {
  @Field(() => String, { nullable: true, description: 'A part of the name.' })
  @IsOptional()
  @MaxLength(200, { message: 'Write at most 200 characters.' })
  text?: string | null;

  @Field(() => [OrganisationType], { nullable: true, description: 'What they are.' })
  @few()
  types?: OrganisationType[] | null;

  @Field(() => [Level], { nullable: true, description: 'On which level they work.' })
  @few()
  levels?: Level[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: 'Where they are.' })
  @few()
  countries?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Towns they are in or serve; accents and case do not matter.' })
  @words()
  cities?: string[] | null;

  @Field(() => [LanguageTagScalar], { nullable: true, description: 'Languages they work in.' })
  @few()
  languages?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Terms of the scheme intervention-areas.' })
  @words()
  themes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Terms of the scheme target-groups.' })
  @words()
  targetGroups?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that are new to the field.' })
  @IsOptional()
  newToField?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those led by migrants or refugees.' })
  @IsOptional()
  migrantLed?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that somebody vouches for.' })
  @IsOptional()
  verified?: boolean | null;
}
