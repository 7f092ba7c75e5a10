import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { DateTimeScalar } from '#platform/graphql';
import { Person } from './person.entity.js';

/** A browser in which someone is signed in: until 90 days are over, or 14 without a visit. */
@Entity('sign_in_session')
@Unique('sign_in_session_token', ['tokenHash'])
@Index('sign_in_session_person', ['personId'])
@Index('sign_in_session_expires', ['expiresAt'])
@ObjectType({ description: 'A browser in which one is signed in.' })
export class SignInSession {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'sign_in_session_pk' })
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'sign_in_session_person_fk' })
  person?: Relation<Person>;

  /** SHA-256 of the cookie's token. */
  @Column({ type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'Browser and system, by family only.' })
  device!: string;

  @Column({ type: 'timestamptz' })
  @Field(() => DateTimeScalar, { description: 'When one signed in.' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  @Field(() => DateTimeScalar, { description: 'The last visit, to five minutes.' })
  lastSeenAt!: Date;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;
}
