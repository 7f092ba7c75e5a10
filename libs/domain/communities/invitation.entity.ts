import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Community } from './community.entity.js';
import { MembershipRole } from './community.enums.js';

/** A way in for one address: used once, for fourteen days, never with more rights than the inviter has when it is used. */
@Entity('invitation')
@Unique('invitation_token', ['tokenHash'])
@Check('invitation_role', `role in ('ADVISOR', 'MEMBER', 'FACILITATOR', 'COORDINATOR')`)
@Index('invitation_address', ['communityId', 'email'])
@Index('invitation_community', ['communityId', 'createdAt', 'id'])
@ObjectType({ description: 'An invitation by mail; those who may invite see it.' })
export class Invitation {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'invitation_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @Field(() => String, { description: 'The address it was sent to.' })
  @Column({ type: 'text' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'The name that stood beside the address in a list.' })
  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'The organisation that stood beside the address in a list.' })
  @Column({ type: 'text', nullable: true })
  organisationName!: string | null;

  @Field(() => MembershipRole, { description: 'What the invited person will be.' })
  @Column({ type: 'text' })
  role!: MembershipRole;

  /** SHA-256 of the token; the token itself is only in the mail. */
  @Column({ type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ type: 'uuid' })
  invitedById!: string;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it can be used.' })
  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was used.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  acceptedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  acceptedById!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'invitation_to_community' })
  community!: Community;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'invited_by_id', foreignKeyConstraintName: 'invitation_invited_by' })
  invitedBy!: Person;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'accepted_by_id', foreignKeyConstraintName: 'invitation_accepted_by' })
  acceptedBy!: Person | null;

  isOpen(at: Date): boolean {
    return this.acceptedAt === null && this.revokedAt === null && this.expiresAt > at;
  }
}
