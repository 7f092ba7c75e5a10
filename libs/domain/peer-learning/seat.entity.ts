import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Generated, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Organisation, Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Session } from './session.entity.js';
import { SeatState } from './session.states.js';

registerEnumType(SeatState, {
  name: 'SeatState',
  description: 'Whether a seat is taken or waited for.',
  valuesMap: {
    TAKEN: { description: 'The person takes part.' },
    WAITING: { description: 'The person gets a seat when one becomes free.' },
  },
});

/** A person's seat in a session, or their place in its waiting list. Giving it up removes it. */
@Entity('seat')
@Unique('seat_once', ['sessionId', 'personId'])
@Index('seat_order', ['sessionId', 'state', 'arrival'])
@Index('seat_person', ['personId', 'sessionId'])
@Index('seat_organisation', ['organisationId'])
@Check('seat_state', `state in ('TAKEN', 'WAITING')`)
@ObjectType({ description: 'A seat in a session, or a place in its waiting list.' })
export class Seat {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'seat_pk' })
  id!: string;

  @Column({ type: 'uuid' })
  sessionId!: string;

  @ManyToOne(() => Session, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'seat_session_fk' })
  session?: Session;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'seat_person_fk' })
  person?: Person;

  @Column({ type: 'uuid', nullable: true })
  organisationId!: string | null;

  @ManyToOne(() => Organisation, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'seat_organisation_fk' })
  organisation?: Organisation | null;

  @Field(() => SeatState, { description: 'Taken, or waited for.' })
  @Column({ type: 'text' })
  state!: SeatState;

  /** Only grows: who came earlier has the smaller number. */
  @Generated('increment')
  @Column({ type: 'bigint' })
  arrival!: string;

  @Field(() => DateTimeScalar, { description: 'When the seat was taken, or the wait began.' })
  @Column({ type: 'timestamptz' })
  takenAt!: Date;

  @Field(() => Int, { nullable: true, description: 'Place in the waiting list, from 1; null for a taken seat.' })
  waitingPosition!: number | null;
}
