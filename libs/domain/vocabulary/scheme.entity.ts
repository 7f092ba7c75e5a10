import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
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

  @Field(() => String, { nullable: true, description: 'What its words are for.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'int', default: 0 })
  position!: number;

  @Field(() => Int, { description: 'Counts its changes, from 1.' })
  @Column({ type: 'int', default: 1 })
  version!: number;
}
