import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Community } from '#domain/communities';
import { Person } from '#domain/people';
import { CountryCodeScalar, DateTimeScalar, LanguageTagScalar } from '#platform/graphql';
import { OfferAudience, OfferDirection, OfferKind, OfferState } from '../exchange.enums.js';

/** Something that a member gives or wants: time, a room, an interpreter, material, know-how, a visit. */
@Entity('offer')
@Index('offer_newest', ['createdAt', 'id'])
@Index('offer_person', ['personId'])
@Index('offer_community', ['communityId'])
@Index('offer_open_until', ['until'], { where: `state = 'OPEN'` })
@Check('offer_direction', `direction in ('OFFER', 'ASK')`)
@Check('offer_kind', `kind in ('STAFF_TIME', 'ROOM', 'INTERPRETER', 'MATERIAL', 'KNOW_HOW', 'STUDY_VISIT', 'OTHER')`)
@Check('offer_audience', `audience in ('COMMUNITY', 'SIGNED_IN', 'PUBLIC')`)
@Check('offer_state', `state in ('OPEN', 'SHARED', 'WITHDRAWN', 'EXPIRED')`)
@Check('offer_community_of_audience', `(audience = 'COMMUNITY') = (community_id is not null)`)
@ObjectType({ description: 'Something that somebody gives or wants.' })
export class Offer {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'offer_pkey' })
  id!: string;

  @Field(() => OfferDirection, { description: 'Given or wanted.' })
  @Column({ type: 'text' })
  direction!: OfferDirection;

  @Field(() => OfferKind, { description: 'What it is.' })
  @Column({ type: 'text' })
  kind!: OfferKind;

  @Field(() => String, { description: 'In one line.' })
  @Column({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'What exactly, when and how.' })
  @Column({ type: 'text' })
  details!: string;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'In which country; empty where that does not matter.' })
  @Column({ type: 'text', nullable: true })
  country!: string | null;

  @Field(() => String, { nullable: true, description: 'Where.' })
  @Column({ type: 'text', nullable: true })
  place!: string | null;

  @Field(() => [LanguageTagScalar], { description: 'In which languages.' })
  @Column({ type: 'text', array: true, default: '{}' })
  languages!: string[];

  /** Terms of the scheme `intervention-areas`. */
  @Column({ type: 'text', array: true, default: '{}' })
  themeIds!: string[];

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'offer_of_person' })
  person?: Person;

  @Field(() => OfferAudience, { description: 'Who may see it.' })
  @Column({ type: 'text' })
  audience!: OfferAudience;

  @Column({ type: 'uuid', nullable: true })
  communityId!: string | null;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'offer_in_community' })
  community?: Community | null;

  /** A day: it holds until its end. */
  @Field(() => String, { description: 'The last day it holds, e.g. 2027-03-31.' })
  @Column({ type: 'date' })
  until!: string;

  @Field(() => OfferState, { description: 'How it stands.' })
  @Column({ type: 'text', default: OfferState.OPEN })
  state!: OfferState;

  @Field(() => DateTimeScalar, { description: 'When it was posted.' })
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  sharedWithId!: string | null;

  @ManyToOne(() => Person, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'shared_with_id', foreignKeyConstraintName: 'offer_shared_with' })
  sharedWith?: Person | null;

  @Field(() => String, { nullable: true, description: 'What came of it, where its author told.' })
  @Column({ type: 'text', nullable: true })
  outcome!: string | null;
}
