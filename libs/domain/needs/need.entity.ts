import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Community, Group } from '#domain/communities';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';

/** What a community needs to know. It starts the line from a need to what became of it, so it is never edited away. */
@Entity('need')
@Index('need_newest', ['communityId', 'createdAt', 'id'])
@Index('need_newest_group', { synchronize: false })
@Index('need_raised_by', ['raisedById'])
@Check('need_statement_length', 'length(statement) between 10 and 500')
@Check('need_session_count_positive', 'session_count >= 0')
@ObjectType({ description: 'Something a community needs to know, in its own words.' })
export class Need {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'need_pk' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'need_community_fk' })
  community?: Community;

  /** The group it belongs to for good; null where it belongs to the whole community. */
  @Column({ type: 'uuid', nullable: true })
  groupId!: string | null;

  @ManyToOne(() => Group, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'group_id', foreignKeyConstraintName: 'need_group_fk' })
  group?: Group | null;

  @Field(() => String, { description: 'The need as its people say it, 10 to 500 characters.' })
  @Column({ type: 'text' })
  statement!: string;

  @Column({ type: 'uuid' })
  raisedById!: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'raised_by_id', foreignKeyConstraintName: 'need_raised_by_fk' })
  raisedBy?: Person;

  @Field(() => DateTimeScalar, { description: 'When it was raised.' })
  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => Int, { description: 'How many sessions answer it; cancelled ones do not count.' })
  @Column({ type: 'integer', default: 0 })
  sessionCount!: number;
}
