import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { LanguageTagScalar, Line, NullIsLeftOut, PageArgs } from '#platform/graphql';
import { SearchKind, SearchOrder } from './search.entity.js';

const few = () => applyDecorators(IsOptional(), IsArray(), ArrayMaxSize(50, { message: 'Choose at most 50.' }));

@InputType({ description: 'Narrows a search: in each list one is enough, and each list counts.' })
export class SearchFilter {
  @Field(() => [SearchKind], { nullable: true, description: 'What it is.' })
  @few()
  kinds?: SearchKind[] | null;

  @Field(() => [ID], { nullable: true, description: 'In which communities.' })
  @few()
  @IsUUID(undefined, { each: true, message: 'This is not an id.' })
  communityIds?: string[] | null;

  @Field(() => [Int], { nullable: true, description: 'Of which years.' })
  @few()
  @Min(1900, { each: true, message: 'Write a year like 2019.' })
  @Max(2200, { each: true, message: 'Write a year like 2019.' })
  years?: number[] | null;

  @Field(() => [LanguageTagScalar], { nullable: true, description: 'In which languages.' })
  @few()
  languages?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'About which themes: terms of the scheme intervention-areas.' })
  @few()
  @Matches(/^[a-z0-9-]{1,100}$/, { each: true, message: 'This is not a term.' })
  themes?: string[] | null;
}

/** Longer than anybody types. */
export const LONGEST_SEARCH = 400;

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => String, {
    description:
      'Words, up to 400 characters. "Words in quotes" stand side by side, -word is not there, OR between words. author:, in:, before:, after: and type: narrow, in any language of the house.',
  })
  @Line({ max: LONGEST_SEARCH })
  text!: string;

  @Field(() => SearchFilter, { nullable: true, description: 'Narrows it.' })
  @NullIsLeftOut()
  @ValidateNested()
  @Type(() => SearchFilter)
  filter?: SearchFilter;

  @Field(() => SearchOrder, { nullable: true, description: 'What fits best first, when left out.' })
  @NullIsLeftOut()
  order?: SearchOrder;
}
