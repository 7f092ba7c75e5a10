import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '#domain/people';
import { CountryCodeScalar } from '#platform/graphql';
import { Thread } from '../thread.entity.js';

/** That a person sees what a signal tells, too. Only numbers of it are shown. */
@Entity('signal_echo')
export class SignalEcho {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'signal_echo_pk' })
  threadId!: string;

  @ManyToOne(() => Thread, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'thread_id', foreignKeyConstraintName: 'signal_echo_thread_fk' })
  thread?: Relation<Thread>;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'signal_echo_pk' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'signal_echo_person_fk' })
  person?: Relation<Person>;

  @Column({ type: 'timestamptz', precision: 3 })
  echoedAt!: Date;
}

@ObjectType({ description: 'How many see it in one country.' })
export class SignalCountry {
  @Field(() => CountryCodeScalar, { description: 'The country of their organisations.' })
  country!: string;
  @Field(() => Int, { description: 'How many; at least five.' })
  people!: number;
}

@ObjectType({ description: 'How far a signal is seen: who says so is shown to nobody.' })
export class SignalReach {
  @Field(() => Int, { description: 'How many others say that they see it too.' })
  people!: number;
  @Field(() => Int, { nullable: true, description: 'From how many organisations they are; null while they are fewer than five people.' })
  organisationCount!: number | null;
  @Field(() => Int, { nullable: true, description: 'From how many countries they are; null while they are fewer than five people.' })
  countryCount!: number | null;
  @Field(() => [SignalCountry], { description: 'Countries in which at least five see it, the most first.' })
  countries!: SignalCountry[];
  @Field(() => Boolean, { description: 'Whether the viewer says so.' })
  viewerEchoed!: boolean;
}
