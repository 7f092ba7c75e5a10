import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Membership } from '../membership.entity.js';
import { GroupRole } from './group.enums.js';
import { Group } from './group.entity.js';

/** A person's part in a group. The database itself lets only members of the group's community be in it. */
@Entity('group_membership')
@Unique('group_membership_once', ['groupId', 'personId'])
@Check('group_membership_role', `role in ('KEEPER', 'MEMBER')`)
@Index('group_membership_listed', ['groupId', 'role', 'since', 'id'])
@Index('group_membership_person', ['personId', 'communityId'])
@ObjectType({ description: "A person's part in a group." })
export class GroupMembership {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'group_membership_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  groupId!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Field(() => GroupRole, { description: 'What the person is here.' })
  @Column({ type: 'text' })
  role!: GroupRole;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  @Column({ type: 'timestamptz', precision: 3 })
  since!: Date;

  @ManyToOne(() => Group, { onDelete: 'CASCADE', onUpdate: 'CASCADE' })
  @JoinColumn([
    { name: 'group_id', referencedColumnName: 'id', foreignKeyConstraintName: 'group_membership_in_group' },
    { name: 'community_id', referencedColumnName: 'communityId' },
  ])
  group?: Relation<Group>;

  @ManyToOne(() => Membership, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'community_id', referencedColumnName: 'communityId', foreignKeyConstraintName: 'group_membership_of_member' },
    { name: 'person_id', referencedColumnName: 'personId' },
  ])
  membership?: Relation<Membership>;

  @Field(() => Person, { description: 'Who.' })
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'group_membership_of_person' })
  person?: Relation<Person>;
}
