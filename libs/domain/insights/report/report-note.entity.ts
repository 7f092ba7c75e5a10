import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Community } from '#domain/communities';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';

/** What coordinators say about a year beside its numbers. Every version is kept. */
@Entity('report_note')
@Unique('report_note_version', ['communityId', 'year', 'version'])
@Check('report_note_year', 'year between 2000 and 2099')
@ObjectType({ description: 'What coordinators say about a year beside its numbers. Every version is kept.' })
export class ReportNote {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'report_note_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @Field(() => Int, { description: 'Which year.' })
  @Column({ type: 'int' })
  year!: number;

  @Field(() => Int, { description: 'Counted from 1.' })
  @Column({ type: 'int' })
  version!: number;

  @Field(() => String, { description: 'The words; empty where they were taken back.' })
  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'uuid', nullable: true })
  writtenById!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  @Column({ type: 'timestamptz', precision: 3 })
  writtenAt!: Date;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'report_note_of_community' })
  community?: Community;

  @ManyToOne(() => Person, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'written_by_id', foreignKeyConstraintName: 'report_note_written_by' })
  writtenBy?: Person | null;

  // What a read brought along.
  @Field(() => String, { nullable: true, description: 'The name of who wrote it; null for a former member.' })
  writtenByName?: string | null;
}
