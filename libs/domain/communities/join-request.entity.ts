import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Organisation, Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Community } from './community.entity.js';
import { JoinAnswer } from './questions/join-question.entity.js';

/** Someone asks to be let in; open until it is answered or taken back. */
@Entity('join_request')
@Index('join_request_open', { synchronize: false })
@Index('join_request_listed', { synchronize: false })
@Index('join_request_answered', { synchronize: false })
@Index('join_request_person', ['personId'])
@ObjectType({ description: 'Someone asks to be let in.' })
export class JoinRequest {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'join_request_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'uuid', nullable: true })
  organisationId!: string | null;

  @Field(() => String, { nullable: true, description: 'What they wrote to those who answer.' })
  @Column({ type: 'text', nullable: true })
  message!: string | null;

  @Field(() => [JoinAnswer], { description: 'What they answered to the questions of the community.' })
  @Column({ type: 'jsonb', default: [] })
  answers!: JoinAnswer[];

  @Field(() => DateTimeScalar, { description: 'When they asked.' })
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  answeredAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  answeredById!: string | null;

  @Column({ type: 'boolean', nullable: true })
  isAccepted!: boolean | null;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'join_request_to_community' })
  community!: Community;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'join_request_of_person' })
  person!: Person;

  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'join_request_for_organisation' })
  organisation!: Organisation | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'answered_by_id', foreignKeyConstraintName: 'join_request_answered_by' })
  answeredBy!: Person | null;
}
