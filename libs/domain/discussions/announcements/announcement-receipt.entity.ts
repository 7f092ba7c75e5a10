import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Thread } from '../thread.entity.js';

/** That a person confirmed having read an announcement. */
@Entity('announcement_receipt')
export class AnnouncementReceipt {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'announcement_receipt_pk' })
  threadId!: string;

  @ManyToOne(() => Thread, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'thread_id', foreignKeyConstraintName: 'announcement_receipt_thread_fk' })
  thread?: Relation<Thread>;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'announcement_receipt_pk' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'announcement_receipt_person_fk' })
  person?: Relation<Person>;

  @Column({ type: 'timestamptz', precision: 3 })
  confirmedAt!: Date;
}

@ObjectType({ description: 'Who has confirmed that they read an announcement. Readers are told that it is kept.' })
export class Receipts {
  @Field(() => Int, { description: 'How many of those whom it is for have confirmed.' })
  confirmedCount!: number;
  @Field(() => Int, { description: 'How many it is for, its author not counted.' })
  audienceCount!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the viewer confirmed.' })
  viewerConfirmedAt!: Date | null;
  @Field(() => [Person], {
    nullable: true,
    description: 'Who has confirmed, latest first, at most 200; null for all but those who may announce.',
  })
  confirmed!: Person[] | null;
  @Field(() => [Person], {
    nullable: true,
    description: 'Who has not yet, by name, at most 200; null for all but those who may announce.',
  })
  missing!: Person[] | null;
}
