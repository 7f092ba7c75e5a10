import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Membership } from '../membership.entity.js';
import { Group } from './group.entity.js';

/** A member of the community asks to be let into a group; open until a keeper answers. Whoever leaves the community asks no more. */
@Entity('group_request')
@Index('group_request_open', { synchronize: false })
@Index('group_request_person', ['personId'])
@ObjectType({ description: 'A member of the community asks to be let into a group.' })
export class GroupRequest {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'group_request_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  groupId!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Field(() => String, { nullable: true, description: 'What they wrote to the keepers.' })
  @Column({ type: 'text', nullable: true })
  message!: string | null;

  @Field(() => DateTimeScalar, { description: 'When they asked.' })
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  answeredAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  answeredById!: string | null;

  @Column({ type: 'boolean', nullable: true })
  isAccepted!: boolean | null;

  @ManyToOne(() => Group, { onDelete: 'CASCADE', onUpdate: 'CASCADE' })
  @JoinColumn([
    { name: 'group_id', referencedColumnName: 'id', foreignKeyConstraintName: 'group_request_to_group' },
    { name: 'community_id', referencedColumnName: 'communityId' },
  ])
  group?: Relation<Group>;

  @ManyToOne(() => Membership, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'community_id', referencedColumnName: 'communityId', foreignKeyConstraintName: 'group_request_of_member' },
    { name: 'person_id', referencedColumnName: 'personId' },
  ])
  membership?: Relation<Membership>;

  @Field(() => Person, { description: 'Who asks.' })
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'group_request_of_person' })
  person?: Relation<Person>;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'answered_by_id', foreignKeyConstraintName: 'group_request_answered_by' })
  answeredBy?: Relation<Person> | null;
}
