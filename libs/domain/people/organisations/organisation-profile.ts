import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column } from 'typeorm';
import { LanguageTagScalar } from '#platform/graphql';
import { Level } from '../level.js';

/** How many people carry it. */
export enum OrganisationSize {
  VOLUNTEERS = 'VOLUNTEERS',
  MICRO = 'MICRO',
  SMALL = 'SMALL',
  MEDIUM = 'MEDIUM',
  LARGE = 'LARGE',
}
registerEnumType(OrganisationSize, {
  name: 'OrganisationSize',
  description: 'How many people carry an organisation.',
  valuesMap: {
    VOLUNTEERS: { description: 'Volunteers only.' },
    MICRO: { description: 'Up to 9 employed.' },
    SMALL: { description: '10 to 49 employed.' },
    MEDIUM: { description: '50 to 249 employed.' },
    LARGE: { description: '250 employed or more.' },
  },
});

/** The nine dimensions on which two contexts can be compared, in three groups: beneficiaries, receiving society, space of intervention. */
export const CONTEXT_DIMENSIONS = [
  'migrationPatterns',
  'socioEconomic',
  'demography',
  'societyType',
  'awareness',
  'socialClimate',
  'socialSpatial',
  'stakeholders',
  'politicalCommitment',
] as const;

/** One of the nine. */
export type ContextDimension = (typeof CONTEXT_DIMENSIONS)[number];

const optional = { nullable: true };

@ObjectType({ description: 'The conditions an organisation works under, on nine dimensions; what was not said is null.' })
export class OrganisationContext implements Partial<Record<ContextDimension, string | null>> {
  @Field(() => String, { ...optional, description: 'Shares of new, temporary and long-term residents; reasons for moving.' })
  migrationPatterns?: string | null;
  @Field(() => String, { ...optional, description: 'Education, income and employment of the migrant population.' })
  socioEconomic?: string | null;
  @Field(() => String, { ...optional, description: 'Gender, age, origin.' })
  demography?: string | null;
  @Field(() => String, { ...optional, description: 'From recent destination to long-standing, highly diverse country of immigration.' })
  societyType?: string | null;
  @Field(() => String, {
    ...optional,
    description: 'Awareness of needs among residents, media, services, authorities and decision-makers.',
  })
  awareness?: string | null;
  @Field(() => String, { ...optional, description: 'Attitudes, civic engagement, support by associations, extent of discrimination.' })
  socialClimate?: string | null;
  @Field(() => String, { ...optional, description: 'Urban or rural, jobs and social infrastructure nearby, disadvantaged territory.' })
  socialSpatial?: string | null;
  @Field(() => String, { ...optional, description: 'Partners available, strength of civil society, authorities with mandate and powers.' })
  stakeholders?: string | null;
  @Field(() => String, { ...optional, description: 'Openness to new ways, will to overcome resistance, resources made available.' })
  politicalCommitment?: string | null;
}

/** What an organisation says about itself, so that others find it and see how it works. */
@ObjectType({ description: 'What an organisation says about itself.' })
export class OrganisationProfile {
  @Field(() => Level, { nullable: true, description: 'On which level it works.' })
  @Column({ type: 'text', nullable: true })
  level!: Level | null;

  @Field(() => OrganisationSize, { nullable: true, description: 'How many people carry it.' })
  @Column({ type: 'text', nullable: true })
  size!: OrganisationSize | null;

  @Field(() => [String], { description: 'Cities and towns it serves, as it writes them.' })
  @Column({ type: 'text', array: true, default: '{}' })
  citiesServed!: string[];

  @Field(() => [LanguageTagScalar], { description: 'Languages it works in.' })
  @Column({ type: 'text', array: true, default: '{}' })
  languages!: string[];

  /** Terms of the scheme `intervention-areas`. */
  @Column({ type: 'text', array: true, default: '{}' })
  themeIds!: string[];

  /** Terms of the scheme `target-groups`. */
  @Column({ type: 'text', array: true, default: '{}' })
  targetGroupIds!: string[];

  @Field(() => Boolean, { description: 'It calls itself new to the field: others know whom to welcome.' })
  @Column({ type: 'boolean', default: false })
  isNewToField!: boolean;

  @Field(() => Boolean, { description: 'Led by migrants or refugees.' })
  @Column({ type: 'boolean', default: false })
  isMigrantLed!: boolean;

  @Field(() => OrganisationContext, { description: 'The conditions it works under, so that two contexts can be compared.' })
  @Column({ type: 'jsonb', default: () => `'{}'` })
  context!: OrganisationContext;
}
