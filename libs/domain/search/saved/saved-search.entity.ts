import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar, LanguageTagScalar } from '#platform/graphql';
import { SearchKind } from '../finding/search.entity.js';

@ObjectType({ description: 'What narrows a search that is kept: as the filter of a search.' })
export class SavedFilter {
  @Field(() => [SearchKind], { nullable: true, description: 'What it is.' })
  kinds?: SearchKind[] | null;
  @Field(() => [ID], { nullable: true, description: 'In which communities.' })
  communityIds?: string[] | null;
  @Field(() => [Int], { nullable: true, description: 'Of which years.' })
  years?: number[] | null;
  @Field(() => [LanguageTagScalar], { nullable: true, description: 'In which languages.' })
  languages?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'About which themes.' })
  themes?: string[] | null;
}

/** A search that somebody keeps. It is theirs alone. */
@Entity('saved_search')
@Index('saved_search_of_person', ['personId', 'createdAt'])
@ObjectType({ description: 'A search that one keeps; a notice tells once a week when it finds more.' })
export class SavedSearch {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'saved_search_pk' })
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'saved_search_person_fk' })
  person?: Relation<Person>;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'How one calls it.' })
  name!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'What is looked for, as it was typed.' })
  text!: string;

  @Column({ type: 'jsonb', default: {} })
  @Field(() => SavedFilter, { description: 'What narrows it.' })
  filter!: SavedFilter;

  @Column({ type: 'boolean', default: true })
  @Field(() => Boolean, { description: 'Whether a notice tells of new results.' })
  isOn!: boolean;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTimeScalar, { description: 'Since when it is kept.' })
  createdAt!: Date;

  /** When its results were last looked at: what came later is new. */
  @Column({ type: 'timestamptz', precision: 3 })
  seenAt!: Date;

  /** What came before this moment a notice has told already. */
  @Column({ type: 'timestamptz', precision: 3 })
  toldAt!: Date;
}
