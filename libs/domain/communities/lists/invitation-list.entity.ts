import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Community } from '../community.entity.js';
import type { CleanRow } from './list-rows.js';

/** A list on its way: a job sends its invitations some at a time. The addresses are kept only until they are sent. */
@Entity('invitation_list')
@Check('invitation_list_done', `done between 0 and total`)
@ObjectType({ description: 'A list of invitations on its way; whoever sent it sees how far it is.' })
export class InvitationList {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'invitation_list_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @Column({ type: 'uuid' })
  sentById!: string;

  @Column({ type: 'jsonb' })
  rows!: CleanRow[];

  @Field(() => Int, { description: 'How many invitations it is.' })
  @Column({ type: 'int' })
  total!: number;

  @Field(() => Int, { description: 'How many have been written.' })
  @Column({ type: 'int', default: 0 })
  done!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it ended: after the last one, or because the sender may not invite any more.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  finishedAt!: Date | null;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'invitation_list_to_community' })
  community!: Community;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'sent_by_id', foreignKeyConstraintName: 'invitation_list_sent_by' })
  sentBy!: Person;
}

/** How a line of a list stands. */
export enum InvitationRowState {
  GOOD = 'GOOD',
  WRONG = 'WRONG',
  TWICE = 'TWICE',
  INVITED = 'INVITED',
  JOINED = 'JOINED',
}
registerEnumType(InvitationRowState, {
  name: 'InvitationRowState',
  description: 'How a line of a list stands. Nothing here tells whether an address has an account.',
  valuesMap: {
    GOOD: { description: 'It can be sent.' },
    WRONG: { description: 'Something in it has to be mended.' },
    TWICE: { description: 'The same address stands in an earlier line.' },
    INVITED: { description: 'An invitation to this address is open already.' },
    JOINED: { description: 'Whoever was invited at this address has accepted and is a member.' },
  },
});

@ObjectType({ description: 'What has to be mended in a line.' })
export class InvitationRowProblem {
  @Field(() => String, { description: 'In which column.' })
  field!: string;
  @Field(() => String, { description: 'What it is, as a code.' })
  code!: string;
  @Field(() => String, { description: 'What to do.' })
  message!: string;
}

@ObjectType({ description: 'A line of a list as it was read.' })
export class InvitationRow {
  @Field(() => Int, { description: 'Its number in the file.' })
  line!: number;
  @Field(() => String, { description: 'The mail address.' })
  email!: string;
  @Field(() => String, { description: 'The name; may be empty.' })
  name!: string;
  @Field(() => String, { description: 'The role in words; empty for a member.' })
  role!: string;
  @Field(() => String, { description: 'The organisation; may be empty.' })
  organisation!: string;
  @Field(() => String, { description: 'The language of the mail; empty for the sender’s.' })
  language!: string;
  @Field(() => InvitationRowState, { description: 'How it stands.' })
  state!: InvitationRowState;
  @Field(() => [InvitationRowProblem], { description: 'What has to be mended.' })
  problems!: InvitationRowProblem[];
}
