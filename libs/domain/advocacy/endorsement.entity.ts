import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { CommunitySeat } from '#domain/communities';
import { Organisation, Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { EndorsementAnswer } from './advocacy.enums.js';
import { EndorsementRound } from './endorsement-round.entity.js';

/** What one organisation says in one round. It exists from the moment the organisation was asked: silence is shown, too. */
@Entity('endorsement')
@Unique('endorsement_once', ['roundId', 'organisationId'])
@Check('endorsement_answer', `answer in ('ENDORSE', 'ENDORSE_WITH_RESERVATION', 'STAND_ASIDE', 'OBJECT')`)
@Check('endorsement_reasoned', `answer not in ('ENDORSE_WITH_RESERVATION', 'OBJECT') or reason is not null`)
@Index('endorsement_seat', ['seatId'])
@Index('endorsement_of_organisation', ['organisationId'])
@ObjectType({ description: 'What one organisation says in one round.' })
export class Endorsement {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'endorsement_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  roundId!: string;

  @ManyToOne(() => EndorsementRound, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'endorsement_round_fk' })
  inRound?: Relation<EndorsementRound>;

  @Column({ type: 'uuid' })
  organisationId!: string;

  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'endorsement_organisation_fk' })
  ofOrganisation?: Relation<Organisation>;

  @Field(() => EndorsementAnswer, { nullable: true, description: 'Null: no answer yet.' })
  @Column({ type: 'text', nullable: true })
  answer!: EndorsementAnswer | null;

  @Field(() => String, { nullable: true, description: 'Why; always there with a reservation or an objection.' })
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'uuid', nullable: true })
  answeredById!: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'answered_by_id', foreignKeyConstraintName: 'endorsement_answered_by_fk' })
  speaker?: Relation<Person> | null;

  /** The seat from which it was given. */
  @Column({ type: 'uuid', nullable: true })
  seatId!: string | null;

  @ManyToOne(() => CommunitySeat, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'seat_id', foreignKeyConstraintName: 'endorsement_seat_fk' })
  fromSeat?: Relation<CommunitySeat> | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was given or last changed.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  answeredAt!: Date | null;
}
