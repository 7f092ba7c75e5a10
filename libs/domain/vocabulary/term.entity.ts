import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { DateTimeScalar } from '#platform/graphql';
import type { Labels } from './labels.js';
import { Scheme } from './scheme.entity.js';

/** A word of a controlled vocabulary. It is retired, never deleted, because things are described with it. */
@Entity('term')
@Index('term_scheme', ['schemeId', 'position'])
@Index('term_succeeds', ['successorId'], { where: 'successor_id is not null' })
@Check('term_successor_of_retired', 'successor_id is null or retired_at is not null and successor_id <> id')
@ObjectType({ description: 'A word of the controlled vocabulary, in the language asked for.' })
export class Term {
  @Field(() => ID, { description: 'Its short name, e.g. early-reception-and-integration; the same in every scheme and language.' })
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'term_pkey' })
  id!: string;

  @Column({ type: 'text' })
  schemeId!: string;

  @Column({ type: 'jsonb' })
  labels!: Labels;

  @Field(() => String, { nullable: true, description: 'What is meant by it.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'int', default: 0 })
  position!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when nothing new is described with it; null for a word in use.' })
  @Column({ type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;

  /** The word that took its place: present, never one that has a successor itself. */
  @Column({ type: 'text', nullable: true })
  successorId!: string | null;

  @ManyToOne(() => Scheme)
  @JoinColumn({ name: 'scheme_id', foreignKeyConstraintName: 'term_in_scheme' })
  scheme!: Scheme;

  @ManyToOne(() => Term)
  @JoinColumn({ name: 'successor_id', foreignKeyConstraintName: 'term_successor' })
  successor?: Term | null;
}
