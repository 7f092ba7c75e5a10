import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Session } from '../session.entity.js';

/** One thing that was said off the record. Plain words: nothing in it can mention, show or link to anything, and nothing else points at it. */
@Entity('off_record_remark')
@Unique('off_record_remark_once', ['sessionId', 'personId', 'repeatKey'])
@Index('off_record_remark_order', ['sessionId', 'saidAt', 'id'])
@Index('off_record_remark_person', ['personId'])
@ObjectType({ description: 'One thing that was said off the record.' })
export class OffRecordRemark {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'off_record_remark_pk' })
  @Field(() => ID, { description: 'Its id, as long as it is there.' })
  id!: string;

  @Column({ type: 'uuid' })
  sessionId!: string;

  @ManyToOne(() => Session, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'off_record_remark_session_fk' })
  session?: Session;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'off_record_remark_person_fk' })
  person?: Person;

  /** Kept here and not beside other keys, so that it goes with the words. */
  @Column({ type: 'text' })
  repeatKey!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'The words, plain.' })
  words!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTimeScalar, { description: 'When it was said.' })
  saidAt!: Date;

  @Field(() => Person, { description: 'Who said it.' })
  author!: Person;

  @Field(() => Boolean, { description: 'Whether the viewer may take it back: its author, and the organisers.' })
  viewerMayTakeBack!: boolean;
}
