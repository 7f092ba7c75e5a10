import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Connection, CountryCodeScalar } from '#platform/graphql';
import { OrganisationProfile } from './organisations/organisation-profile.js';
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
@Check('organisation_level', `level in ('LOCAL', 'REGIONAL', 'NATIONAL', 'EU', 'INTERNATIONAL')`)
@Check('organisation_size', `size in ('VOLUNTEERS', 'MICRO', 'SMALL', 'MEDIUM', 'LARGE')`)
@Index('organisation_tags', { synchronize: false })
@Index('organisation_by_country', { synchronize: false })
@Index('organisation_by_type', { synchronize: false })
@Index('organisation_by_level', { synchronize: false })
@Index('organisation_new', { synchronize: false })
@Index('organisation_migrant_led', { synchronize: false })
@Index('organisation_verified', { synchronize: false })
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

  /** Not there where a list of another module showed only its name and place; the field then asks for it. */
  @Column(() => OrganisationProfile, { prefix: false })
  profile!: OrganisationProfile;

  /** When an administrator or a network vouched for it; null before, and after a doubt. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  verifiedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  verifiedById!: string | null;

  @ManyToOne(() => Person, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'verified_by_id', foreignKeyConstraintName: 'organisation_verified_by_fk' })
  verifiedBy?: Relation<Person> | null;

  /** The network that vouches for it; null when an administrator does. Communities stand above this module, so there is no key. */
  @Column({ type: 'uuid', nullable: true })
  verifiedInId!: string | null;

  /** Why it is doubted that this is the organisation it says it is. */
  @Column({ type: 'text', nullable: true })
  doubt!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  doubtedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  doubtedById!: string | null;

  @ManyToOne(() => Person, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'doubted_by_id', foreignKeyConstraintName: 'organisation_doubted_by_fk' })
  doubtedBy?: Relation<Person> | null;

  /** Who entered it; they may speak for it once they take a seat. */
  @Column({ type: 'uuid', nullable: true })
  addedById!: string | null;

  @ManyToOne(() => Person, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'added_by_id', foreignKeyConstraintName: 'organisation_added_by_fk' })
  addedBy?: Relation<Person> | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  updatedAt!: Date;

  /** Someone vouches for it; an earlier doubt is settled by that. */
  verify(personId: string, communityId: string | null, now: Date): void {
    Object.assign(this, {
      verifiedAt: now,
      verifiedById: personId,
      verifiedInId: communityId,
      doubt: null,
      doubtedAt: null,
      doubtedById: null,
    });
  }

  /** Nobody vouches for it any more, and why. */
  withdrawVerification(personId: string, doubt: string, now: Date): void {
    Object.assign(this, { verifiedAt: null, verifiedById: null, verifiedInId: null, doubt, doubtedAt: now, doubtedById: personId });
  }
}

/** A page of organisations. */
export const OrganisationConnection = Connection('Organisation', () => Organisation);
