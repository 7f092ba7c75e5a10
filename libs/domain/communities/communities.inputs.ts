import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CountryCodeScalar, LanguageTagScalar, Line, Lines, RepeatableInput } from '#platform/graphql';
import { Day, WebAddress } from './family/text-rules.js';
import { CommunityKind, JoinPolicy, Level, Visibility } from './community.enums.js';

const atMost = (many: number) => ArrayMaxSize(many, { message: `Choose at most ${many}.` });
const terms = () => Matches(/^[a-z0-9-]{1,100}$/, { each: true, message: 'This is not a term.' });
const once = () => ArrayUnique({ message: 'Each only once.' });

@InputType({ description: 'Narrows the directory. Several values of one field: any of them; several fields: all of them.' })
export class CommunityFilter {
  @Field(() => String, { nullable: true, description: 'Words, or their beginnings, of name, summary or charter.' })
  @IsOptional()
  @IsString()
  @Lines({ max: 200 })
  text?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Terms of the scheme intervention-areas.' })
  @IsOptional()
  @atMost(100)
  @terms()
  themes?: string[] | null;

  @Field(() => [Level], { nullable: true, description: 'Where it works.' })
  @IsOptional()
  @atMost(100)
  levels?: Level[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: 'Countries it works in.' })
  @IsOptional()
  @atMost(300)
  countries?: string[] | null;

  @Field(() => [LanguageTagScalar], { nullable: true, description: 'Languages it works in.' })
  @IsOptional()
  @atMost(300)
  languages?: string[] | null;

  @Field(() => [CommunityKind], { nullable: true, description: 'What sort of circle it is.' })
  @IsOptional()
  @atMost(100)
  kinds?: CommunityKind[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only where I am a member.' })
  @IsOptional()
  mine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that are archived instead of the living ones.' })
  @IsOptional()
  archived?: boolean | null;
}

@InputType({ description: 'The three parts of a charter.' })
export class CharterInput {
  @Field(() => String, { description: 'What it is about.' })
  @Lines({ min: 1, max: 4000 })
  domain!: string;

  @Field(() => String, { description: 'Who it is for.' })
  @Lines({ min: 1, max: 4000 })
  community!: string;

  @Field(() => String, { description: 'What it shares and does together.' })
  @Lines({ min: 1, max: 4000 })
  practice!: string;
}

@InputType({ description: 'Founds a community; the founder coordinates it.' })
export class CreateCommunityInput extends RepeatableInput {
  @Field(() => String, { description: 'Its name.' })
  @Line({ min: 3, max: 120 })
  name!: string;

  @Field(() => CommunityKind, { description: 'What sort of circle it is.' })
  kind!: CommunityKind;

  @Field(() => Level, { description: 'Where it works.' })
  level!: Level;

  @Field(() => [CountryCodeScalar], { description: 'Countries it works in.' })
  @IsArray()
  @atMost(60)
  @once()
  countries!: string[];

  @Field(() => [LanguageTagScalar], { description: 'Languages it works in.' })
  @ArrayMinSize(1, { message: 'Choose at least one language.' })
  @atMost(30)
  @once()
  languages!: string[];

  @Field(() => [ID], { description: 'Terms of the scheme intervention-areas.' })
  @IsArray()
  @atMost(10)
  @terms()
  themes!: string[];

  @Field(() => String, { description: 'What it is, in a few sentences.' })
  @Lines({ min: 10, max: 1000 })
  summary!: string;

  @Field(() => CharterInput, { description: 'What it is about, who it is for, what it shares.' })
  @ValidateNested()
  @Type(() => CharterInput)
  charter!: CharterInput;

  @Field(() => Visibility, { description: 'Who may see it.' })
  visibility!: Visibility;

  @Field(() => JoinPolicy, { description: 'How one becomes a member.' })
  joinPolicy!: JoinPolicy;

  @Field(() => ID, { nullable: true, description: 'What it becomes a part of; the founder has to coordinate that, too.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'This is not an id.' })
  parentId?: string | null;

  @Field(() => String, { nullable: true, description: 'The one task it was made for; which kinds have one is told by communityKinds.' })
  @IsOptional()
  @Lines({ max: 1000 })
  task?: string | null;

  @Field(() => String, { nullable: true, description: 'The day on which it ends, like 2026-12-31.' })
  @IsOptional()
  @Day()
  endsOn?: string | null;

  @Field(() => String, { nullable: true, description: 'The project outside that it belongs to.' })
  @IsOptional()
  @Line({ max: 200 })
  projectName?: string | null;

  @Field(() => String, { nullable: true, description: 'The web address of that project.' })
  @IsOptional()
  @WebAddress()
  projectUrl?: string | null;
}

@InputType({ description: 'Changes what is written about a community. What is left out stays.' })
export class EditCommunityInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which community.' })
  @IsUUID(undefined, { message: 'This is not an id.' })
  communityId!: string;

  @Field(() => String, { nullable: true, description: 'Its name; its address stays.' })
  @IsOptional()
  @Line({ min: 3, max: 120 })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is, in a few sentences.' })
  @IsOptional()
  @Lines({ min: 10, max: 1000 })
  summary?: string | null;

  @Field(() => CharterInput, { nullable: true, description: 'The next version of the charter.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => CharterInput)
  charter?: CharterInput | null;

  @Field(() => String, { nullable: true, description: 'Why the charter changes; kept beside the new version.' })
  @IsOptional()
  @Lines({ max: 500 })
  charterNote?: string | null;

  @Field(() => Visibility, { nullable: true, description: 'Who may see it.' })
  @IsOptional()
  visibility?: Visibility | null;

  @Field(() => JoinPolicy, { nullable: true, description: 'How one becomes a member.' })
  @IsOptional()
  joinPolicy?: JoinPolicy | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether one may be a member without an organisation.' })
  @IsOptional()
  allowsIndividuals?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Terms of the scheme intervention-areas.' })
  @IsOptional()
  @atMost(10)
  @terms()
  themes?: string[] | null;

  @Field(() => [LanguageTagScalar], { nullable: true, description: 'Languages it works in.' })
  @IsOptional()
  @ArrayMinSize(1, { message: 'Choose at least one language.' })
  @atMost(30)
  @once()
  languages?: string[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: 'Countries it works in.' })
  @IsOptional()
  @atMost(60)
  @once()
  countries?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the members of its parent are its members without asking.' })
  @IsOptional()
  inheritsMembers?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The one task it was made for; which kinds have one is told by communityKinds.' })
  @IsOptional()
  @Lines({ max: 1000 })
  task?: string | null;

  @Field(() => String, { nullable: true, description: 'The day on which it ends, like 2026-12-31.' })
  @IsOptional()
  @ValidateIf((_, value) => value !== '')
  @Day()
  endsOn?: string | null;

  @Field(() => String, { nullable: true, description: 'The project outside that it belongs to.' })
  @IsOptional()
  @Line({ max: 200 })
  projectName?: string | null;

  @Field(() => String, { nullable: true, description: 'The web address of that project.' })
  @IsOptional()
  @ValidateIf((_, value) => value !== '')
  @WebAddress()
  projectUrl?: string | null;
}
