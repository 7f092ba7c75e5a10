import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Community, Group, PolicyProcess } from '#domain/communities';
import { Person } from '#domain/people';
import { LiveDocument, Version } from '#domain/writing';
import { Connection, DateTimeScalar } from '#platform/graphql';
import { PositionState } from './advocacy.enums.js';
import { PositionIsElsewhere } from './advocacy.errors.js';
import { type PositionActionName, positionMoves } from './position.moves.js';

/** What a community says together to those who decide. */
@Entity('position')
@Index('position_title_trigrams', { synchronize: false })
@Check('position_state', `state in ('DRAFTING', 'ENDORSEMENT', 'ADOPTED', 'PUBLISHED', 'NOT_ADOPTED')`)
@Index('position_listed', { synchronize: false })
@Index('position_listed_group', { synchronize: false })
@Index('position_published', { synchronize: false })
@ObjectType({ description: 'What a community says together to those who decide.' })
export class Position {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'position_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'position_community_fk' })
  inCommunity?: Relation<Community>;

  /** The group it belongs to for good; null where it belongs to the whole community. */
  @Column({ type: 'uuid', nullable: true })
  groupId!: string | null;

  @ManyToOne(() => Group, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'group_id', foreignKeyConstraintName: 'position_group_fk' })
  inGroup?: Relation<Group> | null;

  @Field(() => String, { description: 'What it is called.' })
  @Column({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'Whom it speaks to.' })
  @Column({ type: 'text' })
  addressee!: string;

  @Field(() => String, { description: 'What it is to bring about.' })
  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'text', nullable: true })
  policyProcessId!: string | null;

  @ManyToOne(() => PolicyProcess)
  @JoinColumn({ name: 'policy_process_id', foreignKeyConstraintName: 'position_policy_process_fk' })
  toProcess?: Relation<PolicyProcess> | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it must be with its addressee.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deadline!: Date | null;

  @Field(() => PositionState, { description: 'Where it stands.' })
  @Column({ type: 'text' })
  state!: PositionState;

  @Column({ type: 'uuid' })
  openedById!: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'opened_by_id', foreignKeyConstraintName: 'position_opened_by_fk' })
  opener?: Relation<Person>;

  @Field(() => ID, { description: 'The live text that is being written; join it over the /writing socket.' })
  @Column({ type: 'uuid' })
  documentId!: string;

  @ManyToOne(() => LiveDocument)
  @JoinColumn({ name: 'document_id', foreignKeyConstraintName: 'position_document_fk' })
  document?: Relation<LiveDocument>;

  @Column({ type: 'uuid', nullable: true })
  frozenVersionId!: string | null;

  @ManyToOne(() => Version)
  @JoinColumn({ name: 'frozen_version_id', foreignKeyConstraintName: 'position_frozen_version_fk' })
  frozen?: Relation<Version> | null;

  /** The present round; after drafting was reopened, the last one, because its objections are what is being worked on. */
  @Column({ type: 'uuid', nullable: true })
  roundId!: string | null;

  @Column({ type: 'boolean', nullable: true })
  isAdopted!: boolean | null;

  @Column({ type: 'text', nullable: true })
  outcomeStatement!: string | null;

  @Column({ type: 'uuid', nullable: true })
  outcomeStatedById!: string | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'outcome_stated_by_id', foreignKeyConstraintName: 'position_outcome_stated_by_fk' })
  decider?: Relation<Person> | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  outcomeStatedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was shown to everybody.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  publishedAt!: Date | null;

  @Column({ type: 'boolean', default: false })
  isDemo!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  updatedAt!: Date;

  freeze(versionId: string, roundId: string, now: Date): void {
    this.move('freeze', PositionState.ENDORSEMENT, now);
    this.frozenVersionId = versionId;
    this.roundId = roundId;
  }

  /** The text is open again; what the organisations said stays to be read. */
  reopen(now: Date): void {
    this.move('reopenDrafting', PositionState.DRAFTING, now);
    this.frozenVersionId = null;
  }

  decide(isAdopted: boolean, statement: string, personId: string, now: Date): void {
    this.move('decide', isAdopted ? PositionState.ADOPTED : PositionState.NOT_ADOPTED, now);
    this.isAdopted = isAdopted;
    this.outcomeStatement = statement;
    this.outcomeStatedById = personId;
    this.outcomeStatedAt = now;
  }

  publish(documentId: string, now: Date): void {
    this.move('publish', PositionState.PUBLISHED, now);
    this.documentId = documentId;
    this.publishedAt = now;
  }

  /** The table decides; an illegal move is refused whoever asks. */
  private move(action: PositionActionName, to: PositionState, now: Date): void {
    const move = positionMoves[action];
    if (!move.in.includes(this.state) || !move.to?.includes(to)) throw new PositionIsElsewhere(this.state);
    this.state = to;
    this.updatedAt = now;
  }
}

/** A page of positions. */
export const PositionConnection = Connection('Position', () => Position);
