import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, LanguageTagScalar, PageInfo } from '#platform/graphql';

/** What can be found; the names are those of the registry. */
export enum SearchKind {
  THREAD = 'THREAD',
  POST = 'POST',
  SESSION = 'SESSION',
  NEED = 'NEED',
  POSITION = 'POSITION',
  COMMUNITY = 'COMMUNITY',
  GROUP = 'GROUP',
  PERSON = 'PERSON',
  ORGANISATION = 'ORGANISATION',
  WORD = 'WORD',
  OFFER = 'OFFER',
}
registerEnumType(SearchKind, {
  name: 'SearchKind',
  description: 'What can be found.',
  valuesMap: {
    THREAD: { description: 'A discussion, by its title and opening post.' },
    POST: { description: 'A reply in a discussion.' },
    SESSION: { description: 'A session.' },
    NEED: { description: 'What a community needs to know.' },
    POSITION: { description: 'A position, with the last version of its text.' },
    COMMUNITY: { description: 'A community or network.' },
    GROUP: { description: 'A group within a community.' },
    PERSON: { description: 'Someone.' },
    ORGANISATION: { description: 'An organisation.' },
    WORD: { description: 'A word of a glossary.' },
    OFFER: { description: 'An offer, or something asked for.' },
  },
});

/** In which order results come. */
export enum SearchOrder {
  BEST = 'BEST',
  NEWEST = 'NEWEST',
}
registerEnumType(SearchOrder, {
  name: 'SearchOrder',
  description: 'In which order results come.',
  valuesMap: { BEST: { description: 'What fits best, and is newer.' }, NEWEST: { description: 'The newest first.' } },
});

/** Why a part of a search says nothing. */
export enum SearchProblemCode {
  BAD_DATE = 'BAD_DATE',
  UNKNOWN_TYPE = 'UNKNOWN_TYPE',
  NO_VALUE = 'NO_VALUE',
  UNKNOWN_AUTHOR = 'UNKNOWN_AUTHOR',
  UNKNOWN_PLACE = 'UNKNOWN_PLACE',
  ONLY_LEFT_OUT = 'ONLY_LEFT_OUT',
  TOO_MANY_WORDS = 'TOO_MANY_WORDS',
}
registerEnumType(SearchProblemCode, {
  name: 'SearchProblemCode',
  description: 'Why a part of a search says nothing.',
  valuesMap: {
    BAD_DATE: { description: 'Not a date: write 2019, 2019-03 or 2019-03-08.' },
    UNKNOWN_TYPE: { description: 'No such kind of thing: write thread, post, session, need, position, person and so on.' },
    NO_VALUE: { description: 'Nothing stands after the colon.' },
    UNKNOWN_AUTHOR: { description: 'Nobody is called so: write a part of a name.' },
    UNKNOWN_PLACE: { description: 'No community is called so: write a part of its name.' },
    ONLY_LEFT_OUT: { description: 'Only what should not be there was given: add a word that should.' },
    TOO_MANY_WORDS: { description: 'More than twelve words: the rest was left out.' },
  },
});

@ObjectType({ description: 'A part of a search that says nothing, and what to do about it.' })
export class SearchProblem {
  @Field(() => SearchProblemCode, { description: 'What is wrong.' })
  code!: SearchProblemCode;
  @Field(() => String, { nullable: true, description: 'The word before the colon, in English: author, in, before, after, type.' })
  operator!: string | null;
  @Field(() => String, { description: 'What was written.' })
  value!: string;
}

@ObjectType({ description: 'A piece of text, plain, with whether it is what was looked for.' })
export class SearchText {
  @Field(() => String, { description: 'The text.' })
  text!: string;
  @Field(() => Boolean, { description: 'Whether it was looked for.' })
  isHit!: boolean;
}

@ObjectType({ description: 'Something that was found.' })
export class SearchHit {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => SearchKind, { description: 'What it is.' })
  kind!: SearchKind;
  @Field(() => String, { description: 'Its title or name; of a post that of its discussion.' })
  title!: string;
  @Field(() => [SearchText], { description: 'The same in pieces, of which some were looked for.' })
  titlePieces!: SearchText[];
  @Field(() => String, { description: 'Where in its text it is found, or how it begins.' })
  excerpt!: string;
  @Field(() => [SearchText], { description: 'The same in pieces, of which some were looked for.' })
  excerptPieces!: SearchText[];
  @Field(() => String, { description: 'Path in the web client: of a post the post itself.' })
  path!: string;
  @Field(() => DateTimeScalar, { description: 'When it was written, began or takes place; of something unattributed only the day.' })
  at!: Date;
  @Field(() => LanguageTagScalar, { nullable: true, description: 'Its language, as far as it is known or could be told.' })
  language!: string | null;
  authorId!: string | null;
  communityId!: string | null;
  score!: number;
}

@ObjectType({ description: 'How many of the results have something in common.' })
export class SearchFacet {
  @Field(() => String, { description: 'To be given back in the filter.' })
  value!: string;
  @Field(() => String, { nullable: true, description: 'Its name in the viewer’s language; null where the value says it.' })
  label!: string | null;
  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'By what the results can be narrowed, most first.' })
export class SearchFacets {
  @Field(() => [SearchFacet], { description: 'By what it is: values of SearchKind.' })
  kinds!: SearchFacet[];
  @Field(() => [SearchFacet], { description: 'By community: ids.' })
  communities!: SearchFacet[];
  @Field(() => [SearchFacet], { description: 'By year.' })
  years!: SearchFacet[];
  @Field(() => [SearchFacet], { description: 'By language: tags.' })
  languages!: SearchFacet[];
  @Field(() => [SearchFacet], { description: 'By theme: terms of the scheme intervention-areas.' })
  themes!: SearchFacet[];
}

@ObjectType({ description: 'What was found: a page of it, and how many there are of what.' })
export class SearchResults {
  @Field(() => [SearchHit], { description: 'The things themselves.' })
  nodes!: SearchHit[];
  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;
  @Field(() => Int, { description: 'How many there are; at least, where there are more.' })
  count!: number;
  @Field(() => Boolean, { description: 'Whether there are more than were looked at: a further word or a year finds them.' })
  isMore!: boolean;
  @Field(() => SearchFacets, { description: 'By what it can be narrowed.' })
  facets!: SearchFacets;
  @Field(() => [String], { description: 'Words that were looked for, too, because what was typed stands in little or nothing.' })
  meant!: string[];
  @Field(() => [SearchProblem], { description: 'What of the search says nothing; the rest was looked for.' })
  problems!: SearchProblem[];
}
