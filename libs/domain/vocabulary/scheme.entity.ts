import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Labels } from './labels.js';

/** A controlled vocabulary. */
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
