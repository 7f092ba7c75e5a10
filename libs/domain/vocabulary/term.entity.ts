import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Labels } from './labels.js';
import { Scheme } from './scheme.entity.js';

/** A word of a controlled vocabulary. */
@Entity('term')
@Index('term_scheme', ['schemeId', 'position'])
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

  @ManyToOne(() => Scheme)
  @JoinColumn({ name: 'scheme_id', foreignKeyConstraintName: 'term_in_scheme' })
  scheme!: Scheme;
}
