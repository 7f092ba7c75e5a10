import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Community } from '#domain/communities';
import { Organisation, Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { IntroductionState } from '../exchange.enums.js';
import { Offer } from '../offers/offer.entity.js';

/** Somebody asks to get to know a person, or whoever speaks for an organisation. */
@Entity('introduction')
@Index('introduction_asker_newest', ['askerId', 'askedAt', 'id'])
@Index('introduction_person', ['personId', 'askedAt', 'id'])
@Index('introduction_organisation', ['organisationId', 'askedAt', 'id'])
@Check('introduction_state', `state in ('ASKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')`)
@Check('introduction_to_someone', 'person_id is not null or organisation_id is not null')
@ObjectType({ description: 'A wish to get to know a person, or whoever speaks for an organisation.' })
export class Introduction {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'introduction_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  askerId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'asker_id', foreignKeyConstraintName: 'introduction_asker' })
  asker?: Person;

  /** Who is asked; null while an organisation is. */
  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'introduction_of_person' })
  person?: Person | null;

  @Column({ type: 'uuid', nullable: true })
  organisationId!: string | null;

  @ManyToOne(() => Organisation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'introduction_of_organisation' })
  organisation?: Organisation | null;

  @Column({ type: 'uuid', nullable: true })
  offerId!: string | null;

  @ManyToOne(() => Offer, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'offer_id', foreignKeyConstraintName: 'introduction_offer' })
  offer?: Offer | null;

  @Field(() => String, { description: 'Why.' })
  @Column({ type: 'text' })
  reason!: string;

  @Field(() => IntroductionState, { description: 'How it stands.' })
  @Column({ type: 'text', default: IntroductionState.ASKED })
  state!: IntroductionState;

  @Field(() => String, { nullable: true, description: 'A word with the answer, where there is one.' })
  @Column({ type: 'text', nullable: true })
  answer!: string | null;

  @Column({ type: 'uuid', nullable: true })
  delegatedById!: string | null;

  @ManyToOne(() => Person, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'delegated_by_id', foreignKeyConstraintName: 'introduction_delegated_by' })
  delegatedBy?: Person | null;

  @Column({ type: 'uuid', nullable: true })
  answeredById!: string | null;

  @ManyToOne(() => Person, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'answered_by_id', foreignKeyConstraintName: 'introduction_answered_by' })
  answeredBy?: Person | null;

  @Column({ type: 'uuid', nullable: true })
  communityId!: string | null;

  @ManyToOne(() => Community, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'introduction_room' })
  community?: Community | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  @Column({ type: 'timestamptz', precision: 3 })
  askedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  answeredAt!: Date | null;

  /** Who may answer: the one who is asked, or those who speak for the organisation. Loaded with it. */
  answerers?: string[];
}
