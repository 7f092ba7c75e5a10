import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Matches } from 'class-validator';
import { Person } from '#domain/people';
import { Line } from '#platform/graphql';
import { Community } from '../community.entity.js';
import { Membership } from '../membership.entity.js';

/** Where a step or a thing to read leads: a page of ours, or one elsewhere. */
const leadsSomewhere = () =>
  Matches(/^(\/(?![/\\])[^\s\\]{0,500}|https:\/\/[^\s\\]{3,500})?$/, {
    message: 'Give an address that begins with / or https://, or none.',
  });

@ObjectType({ description: 'A step for newcomers, or something worth reading first.' })
@InputType('WelcomeItemInput', { description: 'A step for newcomers, or something worth reading first.' })
export class WelcomeItem {
  @Field(() => String, { description: 'What to do, or what it is.' })
  @Line({ min: 3, max: 200 })
  text!: string;

  @Field(() => String, { description: 'Where it leads: an address that begins with / or https://; may be empty.' })
  @leadsSomewhere()
  path!: string;
}

/** How a community receives newcomers. */
@Entity('welcome')
export class Welcome {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'welcome_pkey' })
  communityId!: string;

  @Column({ type: 'jsonb', default: [] })
  steps!: WelcomeItem[];

  @Column({ type: 'jsonb', default: [] })
  reading!: WelcomeItem[];

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'welcome_of_community' })
  community!: Community;
}

/** A member who offered to be a contact for newcomers. */
@Entity('welcome_contact')
export class WelcomeContact {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'welcome_contact_pkey' })
  membershipId!: string;

  @ManyToOne(() => Membership, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'membership_id', foreignKeyConstraintName: 'welcome_contact_is_member' })
  membership!: Membership;
}

/** How far a newcomer is. */
@Entity('welcome_progress')
export class WelcomeProgress {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'welcome_progress_pkey' })
  membershipId!: string;

  @Column({ type: 'int', array: true, default: '{}' })
  done!: number[];

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  putAwayAt!: Date | null;

  @ManyToOne(() => Membership, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'membership_id', foreignKeyConstraintName: 'welcome_progress_of_membership' })
  membership!: Membership;
}

@ObjectType({ description: 'How a community receives newcomers, as one of its members sees it.' })
export class CommunityWelcome {
  @Field(() => [WelcomeItem], { description: 'Up to three first steps.' })
  steps!: WelcomeItem[];
  @Field(() => [WelcomeItem], { description: 'What is worth reading first.' })
  reading!: WelcomeItem[];
  @Field(() => Person, {
    nullable: true,
    description: 'Whom the viewer may ask: a member who offered it, with a language in common where there is one.',
  })
  contact!: Person | null;
  @Field(() => Boolean, { description: 'Whether the viewer is a contact for newcomers.' })
  viewerIsContact!: boolean;
  @Field(() => [Int], { description: 'The steps the viewer has done, counted from 0.' })
  done!: number[];
  @Field(() => Boolean, { description: 'Whether to show it to the viewer: they are new, and have not put it away.' })
  isForViewer!: boolean;
}
