import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '#platform/graphql';

/** What is counted by what. */
export enum HealthMix {
  ORGANISATIONS_BY_TYPE = 'ORGANISATIONS_BY_TYPE',
  ORGANISATIONS_BY_LEVEL = 'ORGANISATIONS_BY_LEVEL',
  ORGANISATIONS_BY_COUNTRY = 'ORGANISATIONS_BY_COUNTRY',
  MEMBERS_BY_TYPE = 'MEMBERS_BY_TYPE',
  MEMBERS_BY_COUNTRY = 'MEMBERS_BY_COUNTRY',
}
registerEnumType(HealthMix, {
  name: 'HealthMix',
  description: 'What is counted by what.',
  valuesMap: {
    ORGANISATIONS_BY_TYPE: { description: 'Member organisations by what they are.' },
    ORGANISATIONS_BY_LEVEL: { description: 'Member organisations by where they work: a city, a country, the Union.' },
    ORGANISATIONS_BY_COUNTRY: { description: 'Member organisations by country.' },
    MEMBERS_BY_TYPE: { description: 'Members by what the organisation is that they speak for.' },
    MEMBERS_BY_COUNTRY: { description: 'Members by the country of the organisation that they speak for.' },
  },
});

@ObjectType({ description: 'One part of a mix.' })
export class MixShare {
  @Field(() => String, { description: 'A type, a level or a country; empty where none is known.' })
  key!: string;
  @Field(() => Int, { nullable: true, description: 'How many; null when they are too few to show, or others could be computed from it.' })
  count!: number | null;
  @Field(() => Int, { nullable: true, description: 'The share that the community wishes, in hundredths.' })
  wishedPercent!: number | null;
  @Field(() => Boolean, {
    description: 'Wished, and not there, or with less than half of the wished share. Only where the count is shown.',
  })
  isMissing!: boolean;
}

@ObjectType({ description: 'Who is in a community, by one property.' })
export class Mix {
  @Field(() => HealthMix, { description: 'What is counted by what.' })
  mix!: HealthMix;
  @Field(() => Int, { description: 'How many in all.' })
  total!: number;
  @Field(() => [MixShare], { description: 'The parts, in the order of their keys; parts without anyone only where they are wished.' })
  shares!: MixShare[];
}

@ObjectType({ description: 'What happened in a week.' })
export class HealthWeek {
  @Field(() => DateTimeScalar, { description: 'Its Monday, in UTC.' })
  begins!: Date;
  @Field(() => Int, { description: 'Discussions that were started.' })
  threads!: number;
  @Field(() => Int, { description: 'Posts that were written.' })
  posts!: number;
  @Field(() => Int, { description: 'Sessions that took place.' })
  sessions!: number;
}

@ObjectType({ description: 'Who came and went in a month.' })
export class HealthMonth {
  @Field(() => DateTimeScalar, { description: 'Its first day, in UTC.' })
  begins!: Date;
  @Field(() => Int, { nullable: true, description: 'How many joined; null for one to four.' })
  joined!: number | null;
  @Field(() => Int, { nullable: true, description: 'How many left; null for one to four.' })
  left!: number | null;
}

@ObjectType({ description: 'What a community has to draw on.' })
export class Repertoire {
  @Field(() => Int, { description: 'Discussions.' })
  threads!: number;
  @Field(() => Int, { description: 'Needs that were said.' })
  needs!: number;
  @Field(() => Int, { description: 'Sessions that took place.' })
  sessions!: number;
  @Field(() => Int, { description: 'Positions that were published.' })
  positions!: number;
}

@ObjectType({ description: 'Discussions of the last year in which people of several countries met.' })
export class CrossBorder {
  @Field(() => Int, { description: 'Discussions of the last year.' })
  threads!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Those with people from organisations of two countries or more; null when these, or the others, are one to four.',
  })
  across!: number | null;
}

@ObjectType({
  description:
    'How a community stands: who is in it, its rhythm, what it has to draw on. Counts alone, never of single people, without its closed groups.',
})
export class CommunityHealth {
  @Field(() => ID, { description: 'That of the community.' })
  id!: string;
  @Field(() => Boolean, { description: 'Whether members see it, too.' })
  isForMembers!: boolean;
  @Field(() => Boolean, { description: 'Whether the viewer says who sees it, and which mix is wished.' })
  viewerMayEdit!: boolean;
  @Field(() => [Mix], { description: 'Who is here.' })
  mixes!: Mix[];
  @Field(() => [HealthWeek], { description: 'The last 26 weeks, oldest first.' })
  weeks!: HealthWeek[];
  @Field(() => [HealthMonth], { description: 'The last twelve months, oldest first.' })
  months!: HealthMonth[];
  @Field(() => Repertoire, { description: 'What it has to draw on.' })
  repertoire!: Repertoire;
  @Field(() => CrossBorder, { description: 'How often people of several countries met in discussions.' })
  crossBorder!: CrossBorder;
}
