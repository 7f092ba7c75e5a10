import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { CommunitySeat } from './community-seat.entity.js';

/** That someone held a seat, from when to when: the history of the seat. */
@Entity('seat_holding')
@Index('seat_holding_listed', ['seatId', 'since'])
@ObjectType({ description: 'That someone held a seat.' })
export class SeatHolding {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'seat_holding_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  seatId!: string;

  @ManyToOne(() => CommunitySeat, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'seat_id', foreignKeyConstraintName: 'seat_holding_seat' })
  seat?: Relation<CommunitySeat>;

  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @ManyToOne(() => Person, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'seat_holding_person' })
  person?: Relation<Person> | null;

  @Field(() => DateTimeScalar, { description: 'From when.' })
  @Column({ type: 'timestamptz', precision: 3 })
  since!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; null while they hold it.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  until!: Date | null;
}
