import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '#domain/people';
import { LanguageTagScalar } from '#platform/graphql';
import { Community } from '../community.entity.js';
import { Membership } from '../membership.entity.js';

/** What makes it possible to take part for those who are not paid for it, or speak another language. */
@ObjectType({ description: 'What is offered to those who take part: interpreting, and what one gets for the time and the way.' })
export class Support {
  @Field(() => [LanguageTagScalar], { description: 'Into which languages there is interpreting or translation.' })
  interpreting!: string[];

  @Field(() => String, { nullable: true, description: 'Whether and how one is compensated, in words; null where nothing is offered.' })
  compensation!: string | null;
}

/** What a community offers; without a row, nothing. */
@Entity('community_support')
export class CommunitySupport {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'community_support_pkey' })
  communityId!: string;

  @Column({ type: 'text', array: true, default: '{}' })
  interpreting!: string[];

  @Column({ type: 'text', nullable: true })
  compensation!: string | null;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'community_support_of' })
  community!: Community;
}

/** Which interpretation a member needs: for coordinators and oneself. It goes with the membership. */
@Entity('interpretation_need')
@ObjectType({ description: 'Which interpretation a member needs; coordinators and the member see it.' })
export class InterpretationNeed {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'interpretation_need_pkey' })
  membershipId!: string;

  @Field(() => [LanguageTagScalar], { description: 'Into which languages.' })
  @Column({ type: 'text', array: true, default: '{}' })
  languages!: string[];

  @Field(() => String, { nullable: true, description: 'What else helps: sign language, a written version, a person beside one.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => Person, { description: 'Who needs it.' })
  person?: Person;

  @ManyToOne(() => Membership, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'membership_id', foreignKeyConstraintName: 'interpretation_need_of_membership' })
  membership!: Membership;
}
