import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Community } from '../community.entity.js';

/** How a question is answered. */
export enum JoinQuestionKind {
  TEXT = 'TEXT',
  CHOICE = 'CHOICE',
}
registerEnumType(JoinQuestionKind, {
  name: 'JoinQuestionKind',
  description: 'How a question to those who ask to join is answered.',
  valuesMap: { TEXT: { description: 'In their own words.' }, CHOICE: { description: 'By one of the given answers.' } },
});

/** A question to those who ask to join. The answer is kept with the request, in the words the question had then. */
@Entity('join_question')
@Check('join_question_kind', `kind in ('TEXT', 'CHOICE')`)
@Index('join_question_order', ['communityId', 'position'])
@ObjectType({ description: 'A question to those who ask to join.' })
export class JoinQuestion {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'join_question_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @Column({ type: 'int' })
  position!: number;

  @Field(() => String, { description: 'The question.' })
  @Column({ type: 'text' })
  text!: string;

  @Field(() => JoinQuestionKind, { description: 'How it is answered.' })
  @Column({ type: 'text' })
  kind!: JoinQuestionKind;

  @Field(() => [String], { description: 'The answers to choose from; none for a text.' })
  @Column({ type: 'text', array: true, default: '{}' })
  choices!: string[];

  @Field(() => Boolean, { description: 'Whether one cannot ask to join without an answer.' })
  @Column({ type: 'boolean', default: false })
  isRequired!: boolean;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'join_question_of_community' })
  community!: Community;
}

@ObjectType({ description: 'What someone who asks to join answered.' })
export class JoinAnswer {
  @Field(() => String, { description: 'The question as it was asked.' })
  question!: string;

  @Field(() => String, { description: 'The answer.' })
  answer!: string;
}
