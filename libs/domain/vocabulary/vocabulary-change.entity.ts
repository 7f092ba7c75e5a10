import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar } from '#platform/graphql';
import { Scheme } from './scheme.entity.js';
import { Term } from './term.entity.js';

/** What can happen to the words. */
export enum VocabularyChangeKind {
  SCHEME_ADDED = 'SCHEME_ADDED',
  SCHEME_EDITED = 'SCHEME_EDITED',
  TERM_ADDED = 'TERM_ADDED',
  TERM_EDITED = 'TERM_EDITED',
  TERM_RETIRED = 'TERM_RETIRED',
  TERM_REVIVED = 'TERM_REVIVED',
  TERMS_ORDERED = 'TERMS_ORDERED',
}
registerEnumType(VocabularyChangeKind, {
  name: 'VocabularyChangeKind',
  description: 'What can happen to the words.',
  valuesMap: {
    SCHEME_ADDED: { description: 'A vocabulary came.' },
    SCHEME_EDITED: { description: 'Its name or its note changed.' },
    TERM_ADDED: { description: 'A word came.' },
    TERM_EDITED: { description: 'A label or the note of a word changed.' },
    TERM_RETIRED: { description: 'A word is not used any more.' },
    TERM_REVIVED: { description: 'A retired word is used again.' },
    TERMS_ORDERED: { description: 'The words stand in another order.' },
  },
});

@ObjectType({ description: 'One thing that is different: which, how it was, how it is.' })
export class VocabularyEdit {
  @Field(() => String, { description: 'What: label.en (or another language), note, retired, successor or order.' })
  field!: string;
  @Field(() => String, { nullable: true, description: 'How it was.' })
  before!: string | null;
  @Field(() => String, { nullable: true, description: 'How it is.' })
  after!: string | null;
}

/** One change of the words: who, when, what. An import makes many of one version. */
@Entity('vocabulary_change')
@Index('vocabulary_change_newest', ['schemeId', 'changedAt', 'id'])
@Check(
  'vocabulary_change_kind',
  `kind in ('SCHEME_ADDED', 'SCHEME_EDITED', 'TERM_ADDED', 'TERM_EDITED', 'TERM_RETIRED', 'TERM_REVIVED', 'TERMS_ORDERED')`,
)
@ObjectType({ description: 'One change of the words.' })
export class VocabularyChange {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'vocabulary_change_pkey' })
  id!: string;

  @Column({ type: 'text' })
  schemeId!: string;

  @ManyToOne(() => Scheme)
  @JoinColumn({ name: 'scheme_id', foreignKeyConstraintName: 'vocabulary_change_in_scheme' })
  scheme?: Scheme;

  @Field(() => Int, { description: 'The version of the vocabulary that it made.' })
  @Column({ type: 'int' })
  version!: number;

  @Field(() => VocabularyChangeKind, { description: 'What happened.' })
  @Column({ type: 'text' })
  kind!: VocabularyChangeKind;

  @Field(() => ID, { nullable: true, description: 'The word, where it is about one.' })
  @Column({ type: 'text', nullable: true })
  termId!: string | null;

  @ManyToOne(() => Term)
  @JoinColumn({ name: 'term_id', foreignKeyConstraintName: 'vocabulary_change_of_term' })
  term?: Term | null;

  @Field(() => [VocabularyEdit], { description: 'What is different.' })
  @Column({ type: 'jsonb' })
  edits!: VocabularyEdit[];

  /** The words stand below people, who are known here by name only; the module of people adds the field `changedBy`. */
  @Column({ type: 'uuid', nullable: true })
  changedById!: string | null;

  @ManyToOne('Person', { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'changed_by_id', foreignKeyConstraintName: 'vocabulary_change_by' })
  changedBy?: { id: string } | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  @Column({ type: 'timestamptz', precision: 3 })
  changedAt!: Date;
}
