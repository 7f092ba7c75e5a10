import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';

/** A secret address that a calendar reads. Only the hash of its token is kept; revoking removes the row. */
@Entity('calendar_feed')
@Unique('calendar_feed_token', ['tokenHash'])
@Index('calendar_feed_person', ['personId'])
@ObjectType({ description: 'A personal calendar address: secret, revocable.' })
export class CalendarFeed {
  @Field(() => ID, { description: 'Its id, by which it is revoked.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'calendar_feed_pk' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'calendar_feed_person_fk' })
  person?: Person;

  @Column({ type: 'bytea' })
  tokenHash!: Buffer;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a calendar last read it, to the minute.' })
  @Column({ type: 'timestamptz', nullable: true })
  lastFetchedAt!: Date | null;
}

@ObjectType({ description: 'A new calendar address, with the secret that is shown once.' })
export class CreatedCalendarFeed {
  @Field(() => CalendarFeed, { description: 'The feed as it is listed.' })
  feed!: CalendarFeed;

  @Field(() => String, { description: 'The address for the calendar. Shown once.' })
  url!: string;
}
