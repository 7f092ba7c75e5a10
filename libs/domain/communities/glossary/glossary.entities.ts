import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Organisation, Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Community } from '../community.entity.js';

/** A word of a community, with as many definitions as it needs. */
@Entity('glossary_term')
@Index('glossary_term_once', { synchronize: false })
@ObjectType({ description: 'A word of a community, with as many definitions as it needs: rivals stand side by side.' })
export class GlossaryTerm {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'glossary_term_pkey' })
  id!: string;
  @Column({ type: 'uuid' })
  communityId!: string;
  @Field(() => String, { description: 'The word.' })
  @Column({ type: 'text' })
  term!: string;
  /** The definition that the community has agreed on; null while rivals stand side by side. */
  @Column({ type: 'uuid', nullable: true })
  agreedId!: string | null;
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'glossary_term_in' })
  community!: Community;
}

/** What somebody means by a word. */
@Entity('glossary_definition')
@Index('glossary_definition_term', ['termId', 'createdAt'])
@ObjectType({ description: 'What somebody means by a word.' })
export class GlossaryDefinition {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'glossary_definition_pkey' })
  id!: string;
  @Column({ type: 'uuid' })
  termId!: string;
  @Field(() => String, { description: 'The definition.' })
  @Column({ type: 'text' })
  text!: string;
  @Field(() => String, { nullable: true, description: 'Where it comes from.' })
  @Column({ type: 'text', nullable: true })
  source!: string | null;
  @Field(() => String, { nullable: true, description: 'The web address of the source.' })
  @Column({ type: 'text', nullable: true })
  sourceUrl!: string | null;
  @Column({ type: 'uuid' })
  authorId!: string;
  @Column({ type: 'uuid', nullable: true })
  organisationId!: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was changed last.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  editedAt!: Date | null;

  @ManyToOne(() => GlossaryTerm, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'term_id', foreignKeyConstraintName: 'glossary_definition_of' })
  term!: GlossaryTerm;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'author_id', foreignKeyConstraintName: 'glossary_definition_by' })
  author!: Person;
  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'glossary_definition_for' })
  organisation!: Organisation | null;

  // Read along.
  communityId?: string;
}
