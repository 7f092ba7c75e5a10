import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { DateTimeScalar } from '#platform/graphql';
import { Person } from './person.entity.js';

/** Lets a program act as its owner, until it expires or is revoked. */
@Entity('api_token')
@Unique('api_token_token', ['tokenHash'])
@Index('api_token_person', ['personId'])
@ObjectType({ description: 'Lets a program act in one’s name.' })
export class ApiToken {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'api_token_pk' })
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'api_token_person_fk' })
  person?: Relation<Person>;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'What it is for.' })
  name!: string;

  /** SHA-256 of the secret. */
  @Column({ type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ type: 'timestamptz' })
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  @Field(() => DateTimeScalar, { description: 'Until when it is good.' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When a program last came with it.' })
  lastUsedAt!: Date | null;
}

@ObjectType({ description: 'A new token with its secret.' })
export class CreatedApiToken {
  @Field(() => ApiToken, { description: 'The token.' })
  apiToken!: ApiToken;

  @Field(() => String, { description: 'Shown once; only its hash is kept.' })
  secret!: string;
}
