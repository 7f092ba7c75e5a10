import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Community } from '../community.entity.js';
import { PolicyProcess } from '../policy-process.entity.js';
import { TemplateContent, WantedPart } from './template-content.js';

/** What communities can start from. Without an owner it belongs to the platform. */
@Entity('template')
@Index('template_owner', ['ownerId'])
@ObjectType({ description: 'What communities can start from.' })
export class Template {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'template_pkey' })
  id!: string;

  @Column({ type: 'uuid', nullable: true })
  ownerId!: string | null;

  @Field(() => String, { description: 'Its name.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => Int, { description: 'Counted from 1; every change makes the next.' })
  @Column({ type: 'int', default: 1 })
  version!: number;

  @Field(() => TemplateContent, { description: 'What it holds.' })
  @Column({ type: 'jsonb' })
  content!: TemplateContent;

  @Field(() => DateTimeScalar, { description: 'When this version was written.' })
  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when nothing starts from it any more.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  retiredAt!: Date | null;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id', foreignKeyConstraintName: 'template_of_owner' })
  owner!: Community | null;
}

/** One version of a template, kept for good: what started from it can be understood later. */
@Entity('template_version')
export class TemplateVersion {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'template_version_pkey' })
  templateId!: string;
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'template_version_pkey' })
  version!: number;
  @Column({ type: 'jsonb' })
  content!: TemplateContent;
  @Column({ type: 'uuid' })
  writtenById!: string;
  @Column({ type: 'timestamptz', precision: 3 })
  writtenAt!: Date;

  @ManyToOne(() => Template, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'template_id', foreignKeyConstraintName: 'template_version_of' })
  template!: Template;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'written_by_id', foreignKeyConstraintName: 'template_version_written_by' })
  writtenBy!: Person;
}

/** Communities that started together from one template. */
@Entity('cohort')
@Index('cohort_community', ['communityId', 'startedAt'])
@ObjectType({ description: 'Communities that started together from one template.' })
export class Cohort {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'cohort_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @Field(() => String, { description: 'Its name.' })
  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'uuid' })
  templateId!: string;

  @Field(() => Int, { description: 'The version of the template that they started from.' })
  @Column({ type: 'int' })
  templateVersion!: number;

  @Column({ type: 'text', nullable: true })
  policyProcessId!: string | null;

  @Column({ type: 'uuid' })
  startedById!: string;

  @Field(() => DateTimeScalar, { description: 'When they started.' })
  @Column({ type: 'timestamptz', precision: 3 })
  startedAt!: Date;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'cohort_in_community' })
  community!: Community;
  @ManyToOne(() => Template)
  @JoinColumn({ name: 'template_id', foreignKeyConstraintName: 'cohort_from_template' })
  template!: Template;
  @ManyToOne(() => PolicyProcess)
  @JoinColumn({ name: 'policy_process_id', foreignKeyConstraintName: 'cohort_policy_process' })
  policyProcess!: PolicyProcess | null;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'started_by_id', foreignKeyConstraintName: 'cohort_started_by' })
  startedBy!: Person;
}

/** Where a community came from. */
@Entity('community_start')
@Index('community_start_cohort', ['cohortId'])
export class CommunityStart {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'community_start_pkey' })
  communityId!: string;
  @Column({ type: 'uuid' })
  templateId!: string;
  @Column({ type: 'int' })
  templateVersion!: number;
  @Column({ type: 'uuid', nullable: true })
  cohortId!: string | null;
  @Column({ type: 'text' })
  place!: string;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'community_start_of' })
  community!: Community;
  @ManyToOne(() => Template)
  @JoinColumn({ name: 'template_id', foreignKeyConstraintName: 'community_start_from' })
  template!: Template;
  @ManyToOne(() => Cohort)
  @JoinColumn({ name: 'cohort_id', foreignKeyConstraintName: 'community_start_in_cohort' })
  cohort!: Cohort | null;
}

/** What is to be done, and who or what is looked for, when a community begins: ticked off by those who lead it. */
@Entity('start_item')
@Index('start_item_community', ['communityId', 'position'])
@ObjectType({ description: 'Something to be done, found or filled when a community begins.' })
export class StartItem {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'start_item_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @Column({ type: 'int' })
  position!: number;

  /** Null for what is to be done. */
  @Field(() => WantedPart, { nullable: true, description: 'A role or seat that is looked for; null for something to be done.' })
  @Column({ type: 'text', nullable: true })
  part!: WantedPart | null;

  @Field(() => String, { description: 'What.' })
  @Column({ type: 'text' })
  text!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done or found.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  doneAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  doneById!: string | null;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'start_item_in_community' })
  community!: Community;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'done_by_id', foreignKeyConstraintName: 'start_item_done_by' })
  doneBy!: Person | null;
}
