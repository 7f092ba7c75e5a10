import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Version } from '#domain/writing';
import { DateTimeScalar } from '#platform/graphql';
import { Position } from './position.entity.js';

/** One time that a frozen version was put to the member organisations. Earlier rounds are kept. */
@Entity('endorsement_round')
@Index('endorsement_round_position', ['positionId'])
@ObjectType({ description: 'One time that a frozen version was put to the member organisations.' })
export class EndorsementRound {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'endorsement_round_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  positionId!: string;

  @ManyToOne(() => Position, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'position_id', foreignKeyConstraintName: 'endorsement_round_position_fk' })
  ofPosition?: Relation<Position>;

  @Column({ type: 'uuid' })
  versionId!: string;

  @ManyToOne(() => Version)
  @JoinColumn({ name: 'version_id', foreignKeyConstraintName: 'endorsement_round_version_fk' })
  ofVersion?: Relation<Version>;

  @Field(() => DateTimeScalar, { description: 'When the organisations were asked.' })
  @Column({ type: 'timestamptz', precision: 3 })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when answers are taken.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  closesAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ended: by the outcome, or because drafting was reopened.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  closedAt!: Date | null;
}
