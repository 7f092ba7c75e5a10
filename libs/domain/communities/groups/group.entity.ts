import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Community } from '../community.entity.js';
import { JoinPolicy } from '../community.enums.js';
import { GroupIsArchived, GroupIsOpen } from './groups.errors.js';

/** A closed room inside a community. What is in it is for those in it alone, whatever else anyone is. */
@Entity('community_group')
@Unique('community_group_place', ['id', 'communityId'])
@Check('community_group_join_policy', `join_policy in ('OPEN', 'ON_REQUEST', 'BY_INVITATION')`)
@Check('community_group_hidden', `not is_hidden or join_policy = 'BY_INVITATION'`)
@Index('community_group_listed', { synchronize: false })
@Index('community_group_continues', { synchronize: false })
@ObjectType({ description: 'A closed room inside a community.' })
export class Group {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'community_group_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @Field(() => String, { description: 'Its name.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'What it is for.' })
  @Column({ type: 'text' })
  purpose!: string;

  @Field(() => Boolean, { description: 'Whether it exists only for those in it.' })
  @Column({ type: 'boolean' })
  isHidden!: boolean;

  @Field(() => JoinPolicy, { description: 'How members of the community come in.' })
  @Column({ type: 'text' })
  joinPolicy!: JoinPolicy;

  @Column({ type: 'uuid' })
  createdById!: string;

  @Field(() => DateTimeScalar, { description: 'Since when it is there.' })
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is only read; null while it goes on.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  archivedAt!: Date | null;

  @Field(() => Int, { description: 'How many people are in it.' })
  @Column({ type: 'int', default: 0 })
  memberCount!: number;

  /** The community whose conversations go on here, since it became part of this one. */
  @Column({ type: 'uuid', nullable: true })
  continuesId!: string | null;

  @ManyToOne(() => Community, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'continues_id', foreignKeyConstraintName: 'community_group_continues' })
  continues?: Relation<Community> | null;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'community_group_in_community' })
  community?: Relation<Community>;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'created_by_id', foreignKeyConstraintName: 'community_group_created_by' })
  createdBy?: Relation<Person>;

  /** From now on it is only read. */
  archive(now: Date): void {
    if (this.archivedAt) throw new GroupIsArchived();
    this.archivedAt = now;
  }

  /** Lets it go on. */
  reopen(): void {
    if (!this.archivedAt) throw new GroupIsOpen();
    this.archivedAt = null;
  }
}
