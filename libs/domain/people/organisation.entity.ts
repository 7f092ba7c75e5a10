import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Connection, CountryCodeScalar } from '#platform/graphql';
import { Person } from './person.entity.js';

/** What an organisation is. */
export enum OrganisationType {
  PUBLIC_BODY_LOCAL = 'PUBLIC_BODY_LOCAL',
  PUBLIC_BODY_REGIONAL = 'PUBLIC_BODY_REGIONAL',
  PUBLIC_BODY_NATIONAL = 'PUBLIC_BODY_NATIONAL',
  PUBLIC_SERVICE_PROVIDER = 'PUBLIC_SERVICE_PROVIDER',
  EU_OR_INTERNATIONAL_BODY = 'EU_OR_INTERNATIONAL_BODY',
  NGO = 'NGO',
  MIGRANT_LED = 'MIGRANT_LED',
  NETWORK_OR_UMBRELLA = 'NETWORK_OR_UMBRELLA',
  EDUCATION_PROVIDER = 'EDUCATION_PROVIDER',
  RESEARCH = 'RESEARCH',
  SOCIAL_PARTNER = 'SOCIAL_PARTNER',
  FAITH_BASED = 'FAITH_BASED',
  BUSINESS = 'BUSINESS',
  OTHER = 'OTHER',
}
registerEnumType(OrganisationType, {
  name: 'OrganisationType',
  description: 'What an organisation is.',
  valuesMap: {
    PUBLIC_BODY_LOCAL: { description: 'A municipality or district.' },
    PUBLIC_BODY_REGIONAL: { description: 'A region, province or federal state.' },
    PUBLIC_BODY_NATIONAL: { description: 'A ministry or national agency.' },
    PUBLIC_SERVICE_PROVIDER: { description: 'A public service, such as an employment office or a hospital.' },
    EU_OR_INTERNATIONAL_BODY: { description: 'A body of the European Union or of several states.' },
    NGO: { description: 'A non-governmental organisation.' },
    MIGRANT_LED: { description: 'An organisation led by migrants or refugees.' },
    NETWORK_OR_UMBRELLA: { description: 'A network or umbrella of organisations.' },
    EDUCATION_PROVIDER: { description: 'A school, college or provider of courses.' },
    RESEARCH: { description: 'A university or research institute.' },
    SOCIAL_PARTNER: { description: 'A trade union or an employers’ association.' },
    FAITH_BASED: { description: 'An organisation of a faith.' },
    BUSINESS: { description: 'A company.' },
    OTHER: { description: 'Anything else.' },
  },
});

/** A body that people work for and that may host sessions and sign positions. Everybody may see it. */
@Entity('organisation')
@Check(
  'organisation_type',
  `type in ('PUBLIC_BODY_LOCAL', 'PUBLIC_BODY_REGIONAL', 'PUBLIC_BODY_NATIONAL', 'PUBLIC_SERVICE_PROVIDER', 'EU_OR_INTERNATIONAL_BODY', 'NGO', 'MIGRANT_LED', 'NETWORK_OR_UMBRELLA', 'EDUCATION_PROVIDER', 'RESEARCH', 'SOCIAL_PARTNER', 'FAITH_BASED', 'BUSINESS', 'OTHER')`,
)
@Index('organisation_once', { synchronize: false })
@Index('organisation_by_name', { synchronize: false })
@Index('organisation_plain_name', { synchronize: false })
@ObjectType({ description: 'A body that people work for; it may host sessions and sign positions.' })
export class Organisation {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'organisation_pk' })
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Column({ type: 'text' })
  @Field(() => OrganisationType, { description: 'What it is.' })
  type!: OrganisationType;

  @Column({ type: 'text', nullable: true })
  @Field(() => CountryCodeScalar, { nullable: true, description: 'Where it is; empty for those of several countries.' })
  country!: string | null;

  @Column({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The town it is in.' })
  city!: string | null;

  @Column({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it does.' })
  about!: string | null;

  @Column({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Its own web site.' })
  website!: string | null;

  @Column({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it is part of the demo content.' })
  isDemo!: boolean;

  /** Who entered it; they may speak for it once they take a seat. */
  @Column({ type: 'uuid', nullable: true })
  addedById!: string | null;

  @ManyToOne(() => Person, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'added_by_id', foreignKeyConstraintName: 'organisation_added_by_fk' })
  addedBy?: Relation<Person> | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}

/** A page of organisations. */
export const OrganisationConnection = Connection('Organisation', () => Organisation);
