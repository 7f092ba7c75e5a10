import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Term } from '#domain/vocabulary';
import { CountryCodeScalar, DateTimeScalar, LanguageTagScalar } from '#platform/graphql';
import { Charter } from './charter.js';
import { CommunityKind, JoinPolicy, Level, Visibility } from './community.enums.js';
import type { JoinRequest } from './join-request.entity.js';
import type { Membership } from './membership.entity.js';

/** A community of practice, or another circle of its kind. */
@Entity('community')
@Unique('community_slug', ['slug'])
@Check(
  'community_kind',
  `kind in ('COMMUNITY_OF_PRACTICE', 'NETWORK', 'LEARNING_SYSTEM', 'TASK_FORCE', 'WORKING_GROUP', 'PROJECT_CIRCLE', 'PROGRAMME_STRAND')`,
)
@Check('community_level', `level in ('LOCAL', 'REGIONAL', 'NATIONAL', 'EU', 'INTERNATIONAL')`)
@Check('community_visibility', `visibility in ('PUBLIC', 'MEMBERS')`)
@Check('community_join_policy', `join_policy in ('OPEN', 'ON_REQUEST', 'BY_INVITATION', 'BY_ORGANISATION', 'NO_LIST')`)
@Index('community_by_name', { synchronize: false })
@Index('community_merged', { synchronize: false })
@Index('community_by_activity', { synchronize: false })
@Index('community_by_members', { synchronize: false })
@Index('community_text', { synchronize: false })
@Index('community_name_trigrams', { synchronize: false })
@Index('community_themes', { synchronize: false })
@Index('community_parent', ['parentId'])
@Index('community_circle_of', { synchronize: false })
@Index('community_archived', { synchronize: false })
@Index('community_without_list', { synchronize: false })
@ObjectType({ description: 'A community of practice, or another circle of its kind.' })
export class Community {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'community_pkey' })
  id!: string;

  @Field(() => String, { description: 'Its name in addresses; it never changes.' })
  @Column({ type: 'text' })
  slug!: string;

  @Field(() => String, { description: 'Its name.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its name in its own language, where that differs.' })
  @Column({ type: 'text', nullable: true })
  nameLocal!: string | null;

  @Field(() => CommunityKind, { description: 'What sort of circle it is.' })
  @Column({ type: 'text' })
  kind!: CommunityKind;

  @Field(() => Level, { description: 'Where it works.' })
  @Column({ type: 'text' })
  level!: Level;

  @Field(() => [CountryCodeScalar], { description: 'Countries it works in.' })
  @Column({ type: 'text', array: true, default: '{}' })
  countries!: string[];

  @Field(() => [LanguageTagScalar], { description: 'Languages it works in.' })
  @Column({ type: 'text', array: true, default: '{}' })
  languages!: string[];

  /** Terms of the scheme `intervention-areas`. */
  @Column({ type: 'text', array: true, default: '{}' })
  themeIds!: string[];

  @Field(() => String, { description: 'What it is, in a few sentences.' })
  @Column({ type: 'text' })
  summary!: string;

  @Field(() => Charter, { description: 'What it is about, who it is for, what it shares.' })
  @Column(() => Charter, { prefix: 'charter' })
  charter!: Charter;

  @Field(() => Visibility, { description: 'Who may see it.' })
  @Column({ type: 'text' })
  visibility!: Visibility;

  @Field(() => JoinPolicy, { description: 'How one becomes a member.' })
  @Column({ type: 'text' })
  joinPolicy!: JoinPolicy;

  @Field(() => Boolean, { description: 'Whether one may be a member without an organisation.' })
  @Column({ type: 'boolean', default: true })
  allowsIndividuals!: boolean;

  @Field(() => Int, { nullable: true, description: 'When it began, where known.' })
  @Column({ type: 'int', nullable: true })
  foundedYear!: number | null;

  @Field(() => String, { nullable: true, description: 'Who runs it, where a public source says so.' })
  @Column({ type: 'text', nullable: true })
  coordinatedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Where its public description comes from.' })
  @Column({ type: 'text', nullable: true })
  sourceUrl!: string | null;

  @Field(() => Boolean, { description: 'Part of the demonstration content.' })
  @Column({ type: 'boolean', default: false })
  isDemo!: boolean;

  @Column({ type: 'uuid', nullable: true })
  parentId!: string | null;

  @Field(() => Boolean, { description: 'Whether the members of its parent are its members without asking.' })
  @Column({ type: 'boolean', default: false })
  inheritsMembers!: boolean;

  /** Of a coordinators' circle: the whole whose parts' coordinators meet here. */
  @Column({ type: 'uuid', nullable: true })
  circleOfId!: string | null;

  @Field(() => String, { nullable: true, description: 'The one task it was made for.' })
  @Column({ type: 'text', nullable: true })
  task!: string | null;

  @Field(() => String, { nullable: true, description: 'The day on which it ends, like 2026-12-31.' })
  @Column({ type: 'date', nullable: true })
  endsOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The project outside the platform that it belongs to.' })
  @Column({ type: 'text', nullable: true })
  projectName!: string | null;

  @Field(() => String, { nullable: true, description: 'The web address of that project.' })
  @Column({ type: 'text', nullable: true })
  projectUrl!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is archived: readable as before, and nobody writes in it.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  archivedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was archived, or what came of it.' })
  @Column({ type: 'text', nullable: true })
  archiveNote!: string | null;

  /** How many supporters open what a petition asks for. */
  @Column({ type: 'int', default: 5 })
  petitionThreshold!: number;

  /** Where it went when it was merged into another. */
  @Column({ type: 'uuid', nullable: true })
  mergedIntoId!: string | null;

  @Field(() => Int, { description: 'How many members it has.' })
  @Column({ type: 'int', default: 0 })
  memberCount!: number;

  @Field(() => Int, { description: 'How many organisations take part.' })
  @Column({ type: 'int', default: 0 })
  organisationCount!: number;

  /** Known to its members alone: in no list, no search, and not found by others who have its address. */
  @Column({ type: 'boolean', default: false })
  isUnlisted!: boolean;

  @Column({ type: 'int', default: 0 })
  threadCount!: number;

  @Column({ type: 'int', default: 0 })
  sessionCount!: number;

  @Column({ type: 'int', default: 0 })
  positionCount!: number;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  lastActivityAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it came here.' })
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @ManyToOne(() => Community)
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'community_in_parent' })
  parent!: Community | null;

  @ManyToOne(() => Community)
  @JoinColumn({ name: 'circle_of_id', foreignKeyConstraintName: 'community_circle_of_whole' })
  circleOf!: Community | null;

  @ManyToOne(() => Community)
  @JoinColumn({ name: 'merged_into_id', foreignKeyConstraintName: 'community_merged_into' })
  mergedInto!: Community | null;

  // What a read brought along, so that no field has to ask again; undefined where it did not.
  themes?: Term[];
  pulse?: number[];
  viewerMembership?: Membership | null;
  viewerRequest?: JoinRequest | null;
}
