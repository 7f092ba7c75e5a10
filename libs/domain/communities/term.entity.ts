import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** Words by language tag; English is always there. */
export type Labels = Record<string, string>;

/** The word in the language, or in its base language, or in English. */
export const wordIn = (labels: Labels, language: string): string =>
  labels[language] ?? labels[language.split('-')[0] ?? 'en'] ?? labels['en'] ?? Object.values(labels)[0] ?? '';

@Entity('scheme')
@ObjectType({ description: 'A controlled vocabulary.' })
export class Scheme {
  @Field(() => ID, { description: 'Its short name, e.g. intervention-areas.' })
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'scheme_pkey' })
  id!: string;
  @Column({ type: 'jsonb' })
  labels!: Labels;
  @Column({ type: 'text', nullable: true })
  note!: string | null;
  @Column({ type: 'int', default: 0 })
  position!: number;
}

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
