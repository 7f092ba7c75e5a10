import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Organisation, Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Community } from './community.entity.js';
import { MembershipRole } from './community.enums.js';

/** A person's part in a community. */
@Entity('membership')
@Unique('membership_once', ['communityId', 'personId'])
@Check('membership_role', `role in ('ADVISOR', 'MEMBER', 'FACILITATOR', 'COORDINATOR')`)
@Index('membership_listed', { synchronize: false })
@Index('membership_person', ['personId'])
@Index('membership_organisation', ['communityId', 'organisationId'])
@ObjectType({ description: "A person's part in a community." })
export class Membership {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'membership_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  /** The organisation one comes from here. It gives no say: a seat with a mandate does. */
  @Column({ type: 'uuid', nullable: true })
  organisationId!: string | null;

  /** Came in by a seat of the organisation, without being asked anything: the membership ends with the seat. */
  @Column({ type: 'boolean', default: false })
  isBySeat!: boolean;

  @Field(() => MembershipRole, { description: 'What the person is here.' })
  @Column({ type: 'text' })
  role!: MembershipRole;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  @Column({ type: 'timestamptz', precision: 3 })
  joinedAt!: Date;

  /** Kept in step with another roll; see family/following-rolls. */
  @Field(() => Boolean, {
    description: 'Here because of another community: the larger one that it is a part of, or one that the person coordinates.',
  })
  @Column({ type: 'boolean', default: false })
  isInherited!: boolean;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'membership_in_community' })
  community!: Community;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'membership_of_person' })
  person!: Person;

  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'membership_for_organisation' })
  organisation!: Organisation | null;
}
