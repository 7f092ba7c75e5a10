import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Community } from '../community.entity.js';
import { MembershipRole } from '../community.enums.js';

/** A way in for whoever has the link: so often, until then, never with more rights than its maker has when it is used. */
@Entity('invitation_link')
@Unique('invitation_link_token', ['tokenHash'])
@Check('invitation_link_uses', `uses between 0 and max_uses`)
@Index('invitation_link_community', ['communityId', 'createdAt'])
@ObjectType({ description: 'A link by which several people can join; those who may invite see it, without its secret.' })
export class InvitationLink {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'invitation_link_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @Field(() => String, { description: 'What it is for, to know it among others.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => MembershipRole, { description: 'What one becomes by it.' })
  @Column({ type: 'text' })
  role!: MembershipRole;

  /** SHA-256 of the token: the link is shown once, when it is made. */
  @Column({ type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ type: 'uuid' })
  createdById!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it can be used.' })
  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Field(() => Int, { description: 'How many people can join by it.' })
  @Column({ type: 'int' })
  maxUses!: number;

  @Field(() => Int, { description: 'How many have joined by it.' })
  @Column({ type: 'int', default: 0 })
  uses!: number;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'invitation_link_to_community' })
  community!: Community;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'created_by_id', foreignKeyConstraintName: 'invitation_link_created_by' })
  createdBy!: Person;
}

@ObjectType({ description: 'A link that was just made.' })
export class CreatedInvitationLink {
  @Field(() => InvitationLink, { description: 'The link.' })
  link!: InvitationLink;

  @Field(() => String, { description: 'Its address. It is shown only now: pass it on, or make another link.' })
  url!: string;
}
