import { PolicyProcess } from '#domain/communities';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType } from '#domain/people';
import { CountryCodeScalar, DateTimeScalar } from '#platform/graphql';
import { EndorsementAnswer } from './advocacy.enums.js';

@ObjectType({ description: 'How often an answer was given.' })
export class TallyLine {
  @Field(() => EndorsementAnswer, { nullable: true, description: 'Null: no answer yet.' })
  answer!: EndorsementAnswer | null;

  @Field(() => Int, { description: 'By how many organisations.' })
  count!: number;
}

@ObjectType({ description: 'What became of the round, in the coordinator’s words.' })
export class Outcome {
  @Field(() => Boolean, { description: 'Whether the position is adopted.' })
  adopted!: boolean;

  @Field(() => String, { description: 'Why, and what happens next.' })
  statement!: string;

  statedById!: string;

  @Field(() => DateTimeScalar, { description: 'When it was stated.' })
  statedAt!: Date;
}

@ObjectType({ description: 'An organisation on a published position.' })
export class PublicSignatory {
  @Field(() => String, { description: 'Its name.' })
  organisationName!: string;

  @Field(() => OrganisationType, { description: 'What it is.' })
  organisationType!: OrganisationType;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'Where it is.' })
  country!: string | null;

  @Field(() => EndorsementAnswer, { nullable: true, description: 'What it answered; null when it did not.' })
  answer!: EndorsementAnswer | null;

  @Field(() => String, { nullable: true, description: 'The reservation as it is printed; nothing for other answers.' })
  reason!: string | null;
}

@ObjectType({ description: 'What anyone may read, without an account.' })
export class PublicPosition {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'Whom it speaks to.' })
  addressee!: string;

  @Field(() => String, { description: 'What it is to bring about.' })
  purpose!: string;

  @Field(() => PolicyProcess, { nullable: true, description: 'The process it is part of.' })
  policyProcess!: PolicyProcess | null;

  @Field(() => String, { description: 'Who speaks.' })
  communityName!: string;

  @Field(() => String, { nullable: true, description: 'Name of the community in addresses; null when its page is for members.' })
  communitySlug!: string | null;

  @Field(() => String, { description: 'The text, rendered.' })
  html!: string;

  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  publishedAt!: Date;

  @Field(() => Outcome, { description: 'How it was adopted.' })
  outcome!: Outcome;

  @Field(() => [PublicSignatory], { description: 'Those who signed it.' })
  signatories!: PublicSignatory[];

  @Field(() => [PublicSignatory], { description: 'Those who signed it with a reservation.' })
  reservations!: PublicSignatory[];

  @Field(() => [PublicSignatory], { description: 'Stood aside, objected, or silent: named, because silence is not a yes.' })
  others!: PublicSignatory[];

  @Field(() => Boolean, { description: 'Part of the demonstration content.' })
  isDemo!: boolean;

  @Field(() => String, { description: 'SHA-256 of the published text (of `html`, as UTF-8), in hexadecimal.' })
  checkValue!: string;
}
