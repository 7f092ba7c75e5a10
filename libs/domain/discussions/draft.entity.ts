import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { RichTextDocument } from '#content';
import { Person } from '#domain/people';
import { DateTimeScalar, RichTextScalar } from '#platform/graphql';

/** A text that is not sent yet. Nobody but its author ever reads it. */
@Entity('draft')
@ObjectType({ description: 'A draft the server keeps for its author alone, so that it survives a crash and another device.' })
export class Draft {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'draft_pk' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'draft_person_fk' })
  person?: Relation<Person>;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'draft_pk' })
  @Field(() => String, { description: 'What it is a draft of: thread:<id> for a reply, community:<id> or group:<id> for a new thread.' })
  subject!: string;

  @Column({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The title, of a new thread.' })
  title!: string | null;

  @Column({ type: 'jsonb' })
  @Field(() => RichTextScalar, { description: 'The text so far.' })
  body!: RichTextDocument;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTimeScalar, { description: 'When it was saved.' })
  savedAt!: Date;
}
