import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Matches } from 'class-validator';
import { Person } from '#domain/people';
import { DateTimeScalar, Line } from '#platform/graphql';
import { Community } from '../community.entity.js';
import { Membership } from '../membership.entity.js';

/** The small steps of the first week of somebody whose organisation is new to the field: one a day, in this order. */
export enum WeekStep {
  READ_CHARTER = 'READ_CHARTER',
  SAY_HELLO = 'SAY_HELLO',
  WRITE_TO_CONTACT = 'WRITE_TO_CONTACT',
  READ_GLOSSARY = 'READ_GLOSSARY',
  FIND_ALIKE = 'FIND_ALIKE',
  TAKE_SEAT = 'TAKE_SEAT',
  ASK_FOR_SOMETHING = 'ASK_FOR_SOMETHING',
}
registerEnumType(WeekStep, {
  name: 'WeekStep',
  description: 'A small step of the first week, one a day.',
  valuesMap: {
    READ_CHARTER: { description: 'Read what the community is about.' },
    SAY_HELLO: { description: 'Say who one is.' },
    WRITE_TO_CONTACT: { description: 'Write to the contact.' },
    READ_GLOSSARY: { description: 'Look up the words used here.' },
    FIND_ALIKE: { description: 'Find organisations like one’s own.' },
    TAKE_SEAT: { description: 'Take a seat in a session.' },
    ASK_FOR_SOMETHING: { description: 'Ask for what one lacks.' },
  },
});

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

/** How far a newcomer is, and who looks after them. */
@Entity('welcome_progress')
@Index('welcome_progress_contact_of', ['contactMembershipId'])
export class WelcomeProgress {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'welcome_progress_pkey' })
  membershipId!: string;

  @Column({ type: 'int', array: true, default: '{}' })
  done!: number[];

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  putAwayAt!: Date | null;

  /** What of the first week is done, by the names of its steps. */
  @Column({ type: 'text', array: true, default: '{}' })
  weekDone!: WeekStep[];

  /** Who was named as their contact, before those who offered it to all. */
  @Column({ type: 'uuid', nullable: true })
  contactMembershipId!: string | null;

  /** When somebody who leads here welcomed them. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  welcomedAt!: Date | null;

  /** When their contact was reminded of them; once is enough. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  remindedAt!: Date | null;

  @ManyToOne(() => Membership, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'membership_id', foreignKeyConstraintName: 'welcome_progress_of_membership' })
  membership!: Membership;

  @ManyToOne(() => Membership, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'contact_membership_id', foreignKeyConstraintName: 'welcome_progress_contact' })
  contact!: Membership | null;
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
  @Field(() => [WeekStep], {
    description: 'The first week of somebody whose organisation is new to the field, as far as its days have come; empty for others.',
  })
  week!: WeekStep[];
  @Field(() => [WeekStep], { description: 'What of it the viewer has done.' })
  weekDone!: WeekStep[];
  @Field(() => String, { nullable: true, description: 'The country of that organisation, to find others like it.' })
  weekCountry!: string | null;
  @Field(() => Boolean, { description: 'Whether to show it to the viewer: they are new, and have not put it away.' })
  isForViewer!: boolean;
}

@ObjectType({ description: 'Somebody who came within the last two months, as those who lead see it.' })
export class Newcomer {
  @Field(() => ID, { description: 'The id of the membership.' })
  id!: string;
  @Field(() => Person, { description: 'Who came.' })
  person!: Person;
  @Field(() => String, { nullable: true, description: 'For which organisation.' })
  organisationName!: string | null;
  @Field(() => Boolean, { description: 'Whether that organisation is new to the field.' })
  isNewToField!: boolean;
  @Field(() => DateTimeScalar, { description: 'Since when.' })
  joinedAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When somebody who leads welcomed them.' })
  welcomedAt!: Date | null;
  @Field(() => Person, { nullable: true, description: 'Who was named as their contact.' })
  contact!: Person | null;
}
