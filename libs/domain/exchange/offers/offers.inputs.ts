import { applyDecorators } from '@nestjs/common';
import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsUUID, Matches } from 'class-validator';
import { CountryCodeScalar, LanguageTagScalar, Line, Lines, RepeatableInput } from '#platform/graphql';
import { OfferAudience, OfferDirection, OfferKind } from '../exchange.enums.js';

const terms = () => Matches(/^[a-z0-9-]{1,100}$/, { each: true, message: 'This is not a term.' });
const day = () => Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Write a day like 2027-03-31.' });
const few = () => applyDecorators(IsOptional(), IsArray(), ArrayMaxSize(50, { message: 'Choose at most 50.' }));

@InputType({ description: 'Something to give or to ask for.' })
export class PostOfferInput extends RepeatableInput {
  @Field(() => OfferDirection, { description: 'Given or wanted.' })
  direction!: OfferDirection;

  @Field(() => OfferKind, { description: 'What it is.' })
  kind!: OfferKind;

  @Field(() => String, { description: 'In one line, 5 to 120 characters.' })
  @Line({ min: 5, max: 120 })
  title!: string;

  @Field(() => String, { description: 'What exactly, when and how, 10 to 2000 characters.' })
  @Lines({ min: 10, max: 2000 })
  details!: string;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'In which country.' })
  @IsOptional()
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Where, up to 120 characters.' })
  @IsOptional()
  @Line({ max: 120 })
  place?: string | null;

  @Field(() => [LanguageTagScalar], { description: 'In which languages.' })
  @ArrayMaxSize(20, { message: 'Choose at most 20.' })
  @ArrayUnique({ message: 'Each only once.' })
  languages!: string[];

  @Field(() => [ID], { description: 'Terms of the scheme intervention-areas, up to 10.' })
  @ArrayMaxSize(10, { message: 'Choose at most 10.' })
  @terms()
  themes!: string[];

  @Field(() => OfferAudience, { description: 'Who may see it.' })
  audience!: OfferAudience;

  @Field(() => ID, { nullable: true, description: 'Of which community, when its members alone may see it.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a community of yours.' })
  communityId?: string | null;

  @Field(() => String, { description: 'The last day it holds, from today to two years ahead.' })
  @day()
  until!: string;
}

@InputType({ description: 'Changes what is written; one that has ended opens again when its day lies ahead.' })
export class EditOfferInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID(undefined, { message: 'This is not an id.' })
  offerId!: string;

  @Field(() => String, { nullable: true, description: 'In one line, 5 to 120 characters.' })
  @IsOptional()
  @Line({ min: 5, max: 120 })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'What exactly, 10 to 2000 characters.' })
  @IsOptional()
  @Lines({ min: 10, max: 2000 })
  details?: string | null;

  @Field(() => String, { nullable: true, description: 'The last day it holds, from today to two years ahead.' })
  @IsOptional()
  @day()
  until?: string | null;
}

@InputType({ description: 'Ends an offer or an ask.' })
export class FinishOfferInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID(undefined, { message: 'This is not an id.' })
  offerId!: string;

  @Field(() => Boolean, { description: 'Whether it was shared; otherwise it is taken back.' })
  wasShared!: boolean;

  @Field(() => ID, { nullable: true, description: 'With whom: somebody one was introduced to.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose from the list.' })
  sharedWithId?: string | null;

  @Field(() => String, { nullable: true, description: 'What came of it, up to 1000 characters.' })
  @IsOptional()
  @Lines({ max: 1000 })
  outcome?: string | null;
}

@InputType({ description: 'Narrows the offers and asks. Several values of one field: any of them; several fields: all of them.' })
export class OfferFilter {
  @Field(() => OfferDirection, { nullable: true, description: 'Given or wanted.' })
  @IsOptional()
  direction?: OfferDirection | null;

  @Field(() => [OfferKind], { nullable: true, description: 'What it is.' })
  @few()
  kinds?: OfferKind[] | null;

  @Field(() => [ID], { nullable: true, description: 'Terms of the scheme intervention-areas.' })
  @few()
  @terms()
  themes?: string[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: 'In which countries.' })
  @few()
  countries?: string[] | null;

  @Field(() => [LanguageTagScalar], { nullable: true, description: 'In which languages.' })
  @few()
  languages?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only my own, also those that have ended.' })
  @IsOptional()
  mine?: boolean | null;
}
