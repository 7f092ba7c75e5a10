import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { RichTextDocument } from '#content';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { type Share, together } from './authorship.js';
import { LiveDocument } from './live-document.entity.js';

/** One block of a version, rendered, with who wrote how much of it. */
export interface AuthoredBlock {
  html: string;
  authors: Share[];
}

/** A text as it stood when somebody gave it a name. It never changes. */
@Entity('document_version')
@Unique('document_version_number', ['documentId', 'number'])
@ObjectType({ description: 'A text as it stood when somebody gave it a name. It never changes.' })
export class Version {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'document_version_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  documentId!: string;

  @ManyToOne(() => LiveDocument, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'document_id', foreignKeyConstraintName: 'document_version_document_fk' })
  document?: LiveDocument;

  @Field(() => Int, { description: 'Counted from 1 within its text.' })
  @Column({ type: 'int' })
  number!: number;

  @Field(() => String, { description: 'The name it was given.' })
  @Column({ type: 'text' })
  name!: string;

  /** What all renderings come from. */
  @Column({ type: 'jsonb' })
  body!: RichTextDocument;

  @Field(() => String, { description: 'The text, rendered.' })
  @Column({ type: 'text' })
  html!: string;

  @Column({ type: 'text' })
  plainText!: string;

  @Column({ type: 'jsonb' })
  authorship!: AuthoredBlock[];

  @Field(() => Boolean, { description: 'Whether it was put to the organisations.' })
  @Column({ type: 'boolean', default: false })
  isFrozen!: boolean;

  @Column({ type: 'uuid' })
  createdById!: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'created_by_id', foreignKeyConstraintName: 'document_version_person_fk' })
  writtenDownBy?: Person;

  @Field(() => DateTimeScalar, { description: 'When it was named.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** Whose words it holds, most first. */
  get contributorShares(): Share[] {
    return together(this.authorship.map((block) => block.authors));
  }
}
