import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { DateTimeScalar } from '#platform/graphql';
import { HandoverTemplate } from './handover.enums.js';
import { Handover } from './handover.entity.js';

/** A point of the checklist: one that stands on all of them, or one's own. */
@Entity('handover_item')
@Check('handover_item_says', '(template is null) <> (text is null)')
@Index('handover_item_listed', ['handoverId', 'position'])
@ObjectType({ description: 'A point of a handover’s checklist.' })
export class HandoverItem {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'handover_item_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  handoverId!: string;

  @ManyToOne(() => Handover, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'handover_id', foreignKeyConstraintName: 'handover_item_handover' })
  of?: Relation<Handover>;

  @Field(() => HandoverTemplate, { nullable: true, description: 'One of the usual points; null for one’s own.' })
  @Column({ type: 'text', nullable: true })
  template!: HandoverTemplate | null;

  @Field(() => String, { nullable: true, description: 'One’s own words; null for a usual point.' })
  @Column({ type: 'text', nullable: true })
  text!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  doneAt!: Date | null;

  @Column({ type: 'int' })
  position!: number;
}
