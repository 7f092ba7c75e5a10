import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsOptional, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Line, Lines } from '#platform/graphql';
import { CharterInput } from '../communities.inputs.js';
import { CommunityKind, JoinPolicy, Level, Visibility } from '../community.enums.js';

/** What a new community looks for. */
export enum WantedPart {
  ROLE = 'ROLE',
  SEAT = 'SEAT',
}
registerEnumType(WantedPart, {
  name: 'WantedPart',
  description: 'What a community looks for.',
  valuesMap: { ROLE: { description: 'A person for a role.' }, SEAT: { description: 'An organisation that takes a seat.' } },
});

const few = (many: number) => ArrayMaxSize(many, { message: `At most ${many}.` });

@ObjectType({ description: 'Somebody or an organisation that a community looks for.' })
@InputType('WantedPlaceInput', { description: 'Somebody or an organisation that a community looks for.' })
export class WantedPlace {
  @Field(() => WantedPart, { description: 'A role or a seat.' })
  part!: WantedPart;
  @Field(() => String, { description: 'Which, in a few words.' })
  @Line({ min: 2, max: 120 })
  title!: string;
}

@ObjectType({ description: 'A closed room that a new community begins with.' })
@InputType('TemplateRoomInput', { description: 'A closed room that a new community begins with.' })
export class TemplateRoom {
  @Field(() => String, { description: 'Its name.' })
  @Line({ min: 2, max: 100 })
  name!: string;
  @Field(() => String, { description: 'What it is for.' })
  @Lines({ min: 1, max: 1000 })
  purpose!: string;
}

@ObjectType({ description: 'Sessions that come back, set when a community begins.' })
@InputType('SessionSeriesInput', { description: 'Sessions that come back, set when a community begins.' })
export class SessionSeries {
  @Field(() => String, { description: 'What the sessions are called.' })
  @Line({ min: 3, max: 160 })
  title!: string;
  @Field(() => String, { description: 'The need that they answer.' })
  @Lines({ min: 10, max: 500 })
  need!: string;
  @Field(() => Int, { description: 'The first one: so many weeks after the beginning.' })
  @IsInt()
  @Min(1)
  @Max(26)
  firstAfterWeeks!: number;
  @Field(() => Int, { description: 'Then again after so many weeks.' })
  @IsInt()
  @Min(1)
  @Max(26)
  everyWeeks!: number;
  @Field(() => Int, { description: 'How many in all.' })
  @IsInt()
  @Min(1)
  @Max(12)
  times!: number;
  @Field(() => Int, { description: 'On which day of the week: 1 is Monday.' })
  @IsInt()
  @Min(1)
  @Max(7)
  weekday!: number;
  @Field(() => String, { description: 'At what time, like 14:30, in the zone of the place.' })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'Write a time like 14:30.' })
  at!: string;
  @Field(() => Int, { description: 'How long, in minutes.' })
  @IsInt()
  @Min(15)
  @Max(720)
  minutes!: number;
  @Field(() => String, { description: 'Where: a place, or that the link follows.' })
  @Line({ min: 2, max: 300 })
  place!: string;
  @Field(() => Int, { description: 'How many seats.' })
  @IsInt()
  @Min(1)
  @Max(1000)
  seats!: number;
}

@ObjectType({ description: 'The texts of a charter, before there is a community.' })
export class CharterTexts {
  @Field(() => String, { description: 'What it is about.' })
  domain!: string;
  @Field(() => String, { description: 'Who it is for.' })
  community!: string;
  @Field(() => String, { description: 'What it shares and does together.' })
  practice!: string;
}

/** What a template holds. `{place}` in its texts becomes the place of the community that starts from it. */
@ObjectType({ description: 'What a template holds. `{place}` in its texts becomes the place of the community that starts from it.' })
export class TemplateContent {
  @Field(() => CommunityKind, { description: 'What sort of circle starts.' })
  kind!: CommunityKind;
  @Field(() => Level, { description: 'Where it works.' })
  level!: Level;
  @Field(() => [ID], { description: 'Terms of the scheme intervention-areas.' })
  themeIds!: string[];
  @Field(() => String, { description: 'What it is, in a few sentences.' })
  summary!: string;
  @Field(() => CharterTexts, { description: 'Its first charter.' })
  charter!: CharterTexts;
  @Field(() => Visibility, { description: 'Who may see it.' })
  visibility!: Visibility;
  @Field(() => JoinPolicy, { description: 'How one becomes a member.' })
  joinPolicy!: JoinPolicy;
  @Field(() => [WantedPlace], { description: 'Roles and seats it looks for.' })
  wanted!: WantedPlace[];
  @Field(() => [TemplateRoom], { description: 'Closed rooms it begins with.' })
  rooms!: TemplateRoom[];
  @Field(() => [SessionSeries], { description: 'Sessions that come back.' })
  series!: SessionSeries[];
  @Field(() => [String], { description: 'What its coordinators do first.' })
  checklist!: string[];
}

@InputType({ description: 'What a template holds. `{place}` in its texts becomes the place of the community that starts from it.' })
export class TemplateContentInput {
  @Field(() => CommunityKind, { description: 'What sort of circle starts; not one that needs an end or a project of its own.' })
  kind!: CommunityKind;
  @Field(() => Level, { description: 'Where it works.' })
  level!: Level;
  @Field(() => [ID], { description: 'Terms of the scheme intervention-areas.' })
  @IsArray()
  @few(10)
  @Matches(/^[a-z0-9-]{1,100}$/, { each: true, message: 'This is not a term.' })
  themeIds!: string[];
  @Field(() => String, { description: 'What it is, in a few sentences.' })
  @Lines({ min: 10, max: 800 })
  summary!: string;
  @Field(() => CharterInput, { description: 'Its first charter.' })
  @ValidateNested()
  @Type(() => CharterInput)
  charter!: CharterInput;
  @Field(() => Visibility, { description: 'Who may see it.' })
  visibility!: Visibility;
  @Field(() => JoinPolicy, { description: 'How one becomes a member.' })
  joinPolicy!: JoinPolicy;
  @Field(() => [WantedPlace], { description: 'Roles and seats it looks for.' })
  @few(20)
  @ValidateNested({ each: true })
  @Type(() => WantedPlace)
  wanted!: WantedPlace[];
  @Field(() => [TemplateRoom], { description: 'Closed rooms it begins with.' })
  @few(10)
  @ValidateNested({ each: true })
  @Type(() => TemplateRoom)
  rooms!: TemplateRoom[];
  @Field(() => [SessionSeries], { description: 'Sessions that come back.' })
  @few(6)
  @ValidateNested({ each: true })
  @Type(() => SessionSeries)
  series!: SessionSeries[];
  @Field(() => [String], { description: 'What its coordinators do first.' })
  @few(40)
  @Matches(/^[^\u0000-\u001f\u007f]{2,300}$/, { each: true, message: 'Write one line of 2 to 300 characters each.' })
  checklist!: string[];
}

@InputType({
  description: 'One community that is to start. Every cell is a text as it was typed, so that each can be told what is wrong with it.',
})
export class CohortRowInput {
  @Field(() => String, { description: 'Its name.' })
  @MaxLength(500, { message: 'This is too long.' })
  name!: string;
  @Field(() => String, { description: 'Its country, in two letters.' })
  @MaxLength(500, { message: 'This is too long.' })
  country!: string;
  @Field(() => String, { description: 'Its place.' })
  @MaxLength(500, { message: 'This is too long.' })
  place!: string;
  @Field(() => String, { nullable: true, description: 'Its working language, by its tag; that of the larger community when left out.' })
  @IsOptional()
  @MaxLength(500, { message: 'This is too long.' })
  language?: string | null;
  @Field(() => String, { nullable: true, description: 'The address of whoever is to coordinate it; they are invited.' })
  @IsOptional()
  @MaxLength(500, { message: 'This is too long.' })
  coordinatorEmail?: string | null;
}

/** How many communities one cohort may have. */
export const ROWS = { least: 1, most: 50 } as const;

/** The rows of a cohort, in its inputs. */
export const Rows = () => (target: object, name: string) => {
  ArrayMinSize(ROWS.least, { message: 'Write at least one community.' })(target, name);
  ArrayMaxSize(ROWS.most, { message: `Start at most ${ROWS.most} at once.` })(target, name);
};
