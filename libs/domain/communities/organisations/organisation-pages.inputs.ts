import { applyDecorators } from '@nestjs/common';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEnum,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { type ContextDimension, Level, OrganisationSize, OrganisationType } from '#domain/people';
import { CountryCodeScalar, LanguageTagScalar, Line, Lines, RepeatableInput } from '#platform/graphql';

const anId = { message: 'This is not an id.' };
const upTo = (most: number) => applyDecorators(IsOptional(), IsArray(), ArrayMaxSize(most, { message: `Choose at most ${most}.` }));
const terms = (most: number) =>
  applyDecorators(upTo(most), IsString({ each: true }), MaxLength(100, { each: true, message: 'Choose from the list.' }));
const about = (description: string) =>
  applyDecorators(
    Field(() => String, { nullable: true, description }),
    IsOptional(),
    Lines({ max: 1000 }),
  );

@InputType({ description: 'The conditions it works under; each up to 1000 characters, what is left out stays.' })
export class OrganisationContextInput implements Partial<Record<ContextDimension, string | null>> {
  @about('Patterns of migration.')
  migrationPatterns?: string | null;
  @about('Socio-economic profile of the migrant population.')
  socioEconomic?: string | null;
  @about('Gender, age, origin.')
  demography?: string | null;
  @about('Type of society.')
  societyType?: string | null;
  @about('Awareness of needs.')
  awareness?: string | null;
  @about('Social climate.')
  socialClimate?: string | null;
  @about('Social-spatial setting.')
  socialSpatial?: string | null;
  @about('Stakeholder landscape.')
  stakeholders?: string | null;
  @about('Political commitment.')
  politicalCommitment?: string | null;
}

@InputType({ description: 'What changes on the page of an organisation; what is left out stays.' })
export class EditOrganisationInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which organisation.' })
  @IsUUID(undefined, anId)
  organisationId!: string;

  @Field(() => String, { nullable: true, description: 'Its name, 2 to 200 characters. A new name has to be verified anew.' })
  @IsOptional()
  @Line({ min: 2, max: 200 })
  name?: string | null;

  @Field(() => OrganisationType, { nullable: true, description: 'What it is.' })
  @IsOptional()
  @IsEnum(OrganisationType)
  type?: OrganisationType | null;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'Where it is; null for those of several countries.' })
  @IsOptional()
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'The town it is in, up to 100 characters.' })
  @IsOptional()
  @Line({ max: 100 })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'What it does, up to 2000 characters.' })
  @IsOptional()
  @Lines({ max: 2000 })
  about?: string | null;

  @Field(() => String, { nullable: true, description: 'Its own web site, beginning with https:// or http://.' })
  @IsOptional()
  @Line({ max: 300 })
  @Matches(/^$|^https?:\/\/[^\s/$.?#][^\s]*$/i, { message: 'Write the whole address, beginning with https://.' })
  website?: string | null;

  @Field(() => Level, { nullable: true, description: 'On which level it works.' })
  @IsOptional()
  @IsEnum(Level)
  level?: Level | null;

  @Field(() => OrganisationSize, { nullable: true, description: 'How many people carry it.' })
  @IsOptional()
  @IsEnum(OrganisationSize)
  size?: OrganisationSize | null;

  @Field(() => [String], { nullable: true, description: 'Cities and towns it serves, up to 50.' })
  @upTo(50)
  @Transform(({ value }: { value: unknown }) =>
    Array.isArray(value)
      ? value.map((city: unknown) => (typeof city === 'string' ? city.toWellFormed().normalize('NFC').trim() : city))
      : value,
  )
  @Matches(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]{1,100}$/, {
    each: true,
    message: 'Write names of towns, each up to 100 characters.',
  })
  citiesServed?: string[] | null;

  @Field(() => [LanguageTagScalar], { nullable: true, description: 'Languages it works in, up to 30.' })
  @upTo(30)
  languages?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Terms of the scheme intervention-areas, up to 20.' })
  @terms(20)
  themes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Terms of the scheme target-groups, up to 30.' })
  @terms(30)
  targetGroups?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is new to the field.' })
  @IsOptional()
  @IsBoolean()
  isNewToField?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is led by migrants or refugees.' })
  @IsOptional()
  @IsBoolean()
  isMigrantLed?: boolean | null;

  @Field(() => OrganisationContextInput, { nullable: true, description: 'The conditions it works under.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OrganisationContextInput)
  context?: OrganisationContextInput | null;
}

@InputType({ description: 'An organisation that one vouches for.' })
export class VerifyOrganisationInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which organisation.' })
  @IsUUID(undefined, anId)
  organisationId!: string;
}

@InputType({ description: 'An organisation that is in doubt.' })
export class DoubtOrganisationInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which organisation.' })
  @IsUUID(undefined, anId)
  organisationId!: string;

  @Field(() => String, { description: 'Why; it is shown on its page. 5 to 500 characters.' })
  @Lines({ min: 5, max: 500 })
  reason!: string;
}

@InputType({ description: 'Someone who belongs to an organisation.' })
export class ConfirmOrganisationPersonInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which organisation.' })
  @IsUUID(undefined, anId)
  organisationId!: string;

  @Field(() => ID, { description: 'Who; they have chosen the organisation in their profile.' })
  @IsUUID(undefined, anId)
  personId!: string;

  @Field(() => Boolean, { description: 'Whether they may act for it: edit its page, confirm its people, fill its seats.' })
  @IsBoolean()
  hasMandate!: boolean;
}

@InputType({ description: 'Someone who does not belong to an organisation.' })
export class RemoveOrganisationPersonInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which organisation.' })
  @IsUUID(undefined, anId)
  organisationId!: string;

  @Field(() => ID, { description: 'Who stands among its people.' })
  @IsUUID(undefined, anId)
  personId!: string;
}
