import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Community } from '../community.entity.js';
import { CommunityKind } from '../community.enums.js';

/** Where a petition stands. */
export enum PetitionState {
  OPEN = 'OPEN',
  GRANTED = 'GRANTED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
}
registerEnumType(PetitionState, {
  name: 'PetitionState',
  description: 'Where a petition stands.',
  valuesMap: {
    OPEN: { description: 'Members may support it.' },
    GRANTED: { description: 'What it asked for has opened.' },
    REFUSED: { description: 'A coordinator refused it, with a reason.' },
    WITHDRAWN: { description: 'Whoever asked took it back.' },
    EXPIRED: { description: 'Its time was over before enough supported it.' },
  },
});

/** Members ask for a task force or a working group; it opens when enough support it. */
@Entity('petition')
@Check('petition_kind', `kind in ('TASK_FORCE', 'WORKING_GROUP')`)
@Check('petition_state', `state in ('OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN')`)
@Check('petition_supporters', `supporter_count >= 0 and threshold between 2 and 500`)
@Index('petition_community', ['communityId', 'createdAt'])
@ObjectType({ description: 'Members ask for a task force or a working group; it opens when enough support it.' })
export class Petition {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'petition_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @Field(() => CommunityKind, { description: 'What is asked for.' })
  @Column({ type: 'text' })
  kind!: CommunityKind;

  @Field(() => String, { description: 'How it would be called.' })
  @Column({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'What it would do.' })
  @Column({ type: 'text' })
  task!: string;

  @Field(() => String, { nullable: true, description: 'The day on which a task force would end.' })
  @Column({ type: 'date', nullable: true })
  endsOn!: string | null;

  @Field(() => Int, { description: 'How many supporters open it.' })
  @Column({ type: 'int' })
  threshold!: number;

  @Field(() => Int, { description: 'How many support it; whoever asked is the first.' })
  @Column({ type: 'int', default: 0 })
  supporterCount!: number;

  /** Expired is what is open too long: nobody has to be there when the time is over. */
  @Column({ type: 'text' })
  state!: Exclude<PetitionState, PetitionState.EXPIRED>;

  @Field(() => DateTimeScalar, { description: 'Until when one may support it.' })
  @Column({ type: 'timestamptz', precision: 3 })
  openUntil!: Date;

  @Column({ type: 'uuid' })
  petitionerId!: string;

  @Column({ type: 'uuid', nullable: true })
  openedId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'petition_in_community' })
  community!: Community;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'petitioner_id', foreignKeyConstraintName: 'petition_by' })
  petitioner!: Person;
  @ManyToOne(() => Community, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'opened_id', foreignKeyConstraintName: 'petition_opened' })
  opened!: Community | null;

  /** Whether the viewer supports it; read along. */
  viewerSupports?: boolean;

  standsAt(now: Date): PetitionState {
    return this.state === PetitionState.OPEN && this.openUntil <= now ? PetitionState.EXPIRED : this.state;
  }
}

/** One person's support. */
@Entity('petition_support')
@Index('petition_support_person', ['personId'])
export class PetitionSupport {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'petition_support_pkey' })
  petitionId!: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'petition_support_pkey' })
  personId!: string;
  @Column({ type: 'timestamptz', precision: 3 })
  supportedAt!: Date;

  @ManyToOne(() => Petition, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'petition_id', foreignKeyConstraintName: 'petition_support_of' })
  petition!: Petition;
  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'petition_support_by' })
  person!: Person;
}
