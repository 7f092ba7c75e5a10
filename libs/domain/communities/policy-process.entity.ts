import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { Level } from './community.enums.js';

/** A process of policy making that positions are addressed to: loaded from data, with its public source. */
@Entity('policy_process')
@Check('policy_process_level', `level in ('LOCAL', 'REGIONAL', 'NATIONAL', 'EU', 'INTERNATIONAL')`)
@ObjectType({ description: 'A process of policy making that a position can be addressed to.' })
export class PolicyProcess {
  /** A word that stays the same when the data is loaded again. */
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'policy_process_pkey' })
  id!: string;

  @Field(() => String, { description: 'Its official name.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What people call it.' })
  @Column({ type: 'text', nullable: true })
  shortName!: string | null;

  @Field(() => String, { description: 'Who runs it.' })
  @Column({ type: 'text' })
  institution!: string;

  @Field(() => Level, { description: 'Where it decides.' })
  @Column({ type: 'text' })
  level!: Level;

  @Field(() => String, { description: 'What it is about, in a few sentences.' })
  @Column({ type: 'text' })
  summary!: string;

  @Field(() => String, { nullable: true, description: 'Where this description comes from.' })
  @Column({ type: 'text', nullable: true })
  sourceUrl!: string | null;
}
