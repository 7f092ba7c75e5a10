import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar } from '#platform/graphql';
import { NotificationChannel, NotificationKind, NotificationReason } from './notification.enums.js';

@ObjectType({ description: 'One thing that changed, from what to what.' })
export class NotificationChange {
  @Field(() => String, { description: 'Which property.' })
  field!: string;
  @Field(() => String, { nullable: true, description: 'How it was.' })
  before!: string | null;
  @Field(() => String, { nullable: true, description: 'How it is now.' })
  after!: string | null;
}

/** A notice to one person. Unread ones about the same thing and of the same kind are one row that counts. */
@Entity('notification')
@Index('notification_newest', ['personId', 'createdAt', 'id'])
@Index('notification_unread_group', ['personId', 'kind', 'path'], { unique: true, where: 'read_at is null' })
@Check('notification_count', 'count >= 1')
@ObjectType({ description: 'A notice: what happened, why it came to you, and where to look.' })
export class Notification {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'notification_pk' })
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'text' })
  @Field(() => NotificationKind, { description: 'What it is about.' })
  kind!: NotificationKind;

  @Column({ type: 'text' })
  @Field(() => NotificationReason, { description: 'Why you got it.' })
  reason!: NotificationReason;

  @Column({ type: 'uuid', nullable: true })
  communityId!: string | null;

  /** The group that its subject is in, for as long as it is there: who left the group has no notice of it either. */
  @Column({ type: 'uuid', nullable: true })
  groupId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  actorId!: string | null;

  /** Thread, session, position or community: asked for again when the notice is shown, so that a lost right takes the words with it. */
  @Column({ type: 'text' })
  subjectKind!: string;

  @Column({ type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'Where to look: a path of the web client.' })
  path!: string;

  @Column({ type: 'jsonb', default: () => `'[]'` })
  @Field(() => [NotificationChange], { description: 'What changed, from what to what.' })
  changes!: NotificationChange[];

  @Column({ type: 'int', default: 1 })
  @Field(() => Int, { description: 'How many of these it stands for.' })
  count!: number;

  /** The post that it is about: who has read that far has seen it. */
  @Column({ type: 'int', nullable: true })
  position!: number | null;

  /** The events that it already counts: a listener that runs again changes nothing. */
  @Column({ type: 'uuid', array: true })
  eventIds!: string[];

  @Column({ type: 'timestamptz', default: () => 'now()' })
  @Field(() => DateTimeScalar, { description: 'When the latest of them happened.' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When you read it.' })
  readAt!: Date | null;
}

/** How far a kind may come, where a person chose. */
@Entity('notification_preference')
@ObjectType({ description: 'How far a kind of notice may come to you.' })
export class NotificationPreference {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'notification_preference_pk' })
  personId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'notification_preference_pk' })
  @Field(() => NotificationKind, { description: 'The kind.' })
  kind!: NotificationKind;

  @Column({ type: 'text' })
  @Field(() => NotificationChannel, { description: 'How far it may come.' })
  channel!: NotificationChannel;
}
