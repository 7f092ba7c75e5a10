import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '#platform/graphql';
import { HealthMix } from '../health/community-health.js';
import { ReportNote } from './report-note.entity.js';

const few = 'null for one to four, or where it would give these away.';

@ObjectType({ description: 'A month of a report.' })
export class ReportMonth {
  @Field(() => DateTimeScalar, { description: 'Its first day, in UTC.' })
  begins!: Date;
  @Field(() => Int, { nullable: true, description: `How many joined; ${few}` })
  joined!: number | null;
  @Field(() => Int, { nullable: true, description: `How many left; ${few}` })
  left!: number | null;
  @Field(() => Int, { description: 'Discussions that were started.' })
  threads!: number;
  @Field(() => Int, { description: 'Replies that were written.' })
  replies!: number;
  @Field(() => Int, { description: 'Sessions that took place.' })
  sessions!: number;
}

@ObjectType({ description: 'What was done in a period. Without closed groups; numbers of people who are few are hidden.' })
export class ReportNumbers {
  @Field(() => Int, { description: 'Members on the day before the first day.' })
  membersBefore!: number;
  @Field(() => Int, { description: 'Members at the end of the last day, or now.' })
  membersAfter!: number;
  @Field(() => Int, { nullable: true, description: `Newcomers; ${few}` })
  joined!: number | null;
  @Field(() => Int, { nullable: true, description: `Leavers; ${few}` })
  left!: number | null;
  @Field(() => Int, { description: 'Organisations with a part in it before the first day.' })
  organisationsBefore!: number;
  @Field(() => Int, { description: 'Organisations with a part in it at the end of the last day, or now.' })
  organisationsAfter!: number;
  @Field(() => Int, { description: 'Sessions that took place.' })
  sessions!: number;
  @Field(() => Int, { description: 'Sessions that were cancelled.' })
  cancelled!: number;
  @Field(() => Int, { description: 'Seats taken in the sessions that took place.' })
  seats!: number;
  @Field(() => Int, { nullable: true, description: `Different people with a seat in them; ${few}` })
  participants!: number | null;
  @Field(() => Int, { description: 'Discussions that were started.' })
  threads!: number;
  @Field(() => Int, { description: 'Replies that were written.' })
  replies!: number;
  @Field(() => Int, { nullable: true, description: `Different people who wrote with their name; ${few}` })
  writers!: number | null;
  @Field(() => Int, { description: 'Needs that were raised.' })
  needs!: number;
  @Field(() => Int, { description: 'Those of them that a session answers.' })
  answeredNeeds!: number;
  @Field(() => Int, { description: 'Positions that were begun.' })
  positions!: number;
  @Field(() => Int, { description: 'Positions that were adopted.' })
  adopted!: number;
  @Field(() => Int, { description: 'Positions that were published.' })
  published!: number;
  @Field(() => Int, { description: 'Times an organisation stood behind a position, with or without a reservation.' })
  endorsements!: number;
  @Field(() => Int, { description: 'Offers and asks to its members.' })
  offers!: number;
  @Field(() => Int, { description: 'Groups that its members know of, at the end.' })
  groups!: number;
}

@ObjectType({ description: 'Something that is wished, and not there.' })
export class ReportGap {
  @Field(() => HealthMix, { description: 'What is counted by what.' })
  mix!: HealthMix;
  @Field(() => String, { description: 'A type, a level or a country.' })
  key!: string;
  @Field(() => Int, { description: 'The wished share, in hundredths.' })
  wishedPercent!: number;
}

@ObjectType({ description: 'Something that everybody may know of: a published position, or a session of a public community.' })
export class ReportItem {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType({
  description:
    'A period of a community in numbers, for its coordinators and those they show it to: nothing that was said, nobody by name, no closed group.',
})
export class CommunityReport {
  @Field(() => ID, { description: 'Community and period.' })
  id!: string;
  @Field(() => String, { description: 'The first day, like 2026-01-01.' })
  from!: string;
  @Field(() => String, { description: 'The last day, like 2026-12-31.' })
  until!: string;
  @Field(() => Boolean, { description: 'Whether the period is not over: numbers are those of today.' })
  isOpen!: boolean;
  @Field(() => ReportNumbers, { description: 'What was done.' })
  numbers!: ReportNumbers;
  @Field(() => [ReportMonth], { description: 'Month by month until now, the first and the last as far as they are in the period.' })
  months!: ReportMonth[];
  @Field(() => [ReportGap], { description: 'Who is missing today against the wished mix.' })
  missing!: ReportGap[];
  @Field(() => [ReportItem], { description: 'Positions that were published, the latest first; at most 50.' })
  publishedPositions!: ReportItem[];
  @Field(() => [ReportItem], { description: 'Sessions that took place, where everybody may know of them, the latest first; at most 100.' })
  openSessions!: ReportItem[];
  @Field(() => [ReportNote], { description: 'The coordinators’ words about the year in which the period ends, the latest version first.' })
  notes!: ReportNote[];
  @Field(() => Boolean, { description: 'Whether the viewer may write these words.' })
  viewerMayWrite!: boolean;
}
