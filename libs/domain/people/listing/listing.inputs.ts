import { applyDecorators } from '@nestjs/common';
import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsOptional, Matches } from 'class-validator';
import { CountryCodeScalar, LanguageTagScalar, Lines } from '#platform/graphql';

const few = () => applyDecorators(IsOptional(), IsArray(), ArrayMaxSize(50, { message: 'Choose at most 50.' }));

@InputType({
  description: 'Narrows the people who want to be found. Several values of one field: any of them; several fields: all of them.',
})
export class PeopleFilter {
  @Field(() => String, { nullable: true, description: 'Words, or their beginnings, of name, headline or what they can help with.' })
  @IsOptional()
  @Lines({ max: 200 })
  text?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Terms of the scheme intervention-areas.' })
  @few()
  @Matches(/^[a-z0-9-]{1,100}$/, { each: true, message: 'This is not a term.' })
  themes?: string[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: 'Where their organisation is.' })
  @few()
  countries?: string[] | null;

  @Field(() => [LanguageTagScalar], { nullable: true, description: 'Languages they work in.' })
  @few()
  languages?: string[] | null;
}
