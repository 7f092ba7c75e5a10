import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { DateTimeScalar } from '#platform/graphql';
import { Session } from '../session.entity.js';
import { OffRecordRemark } from './off-record-remark.entity.js';

export const OffRecordState = { NONE: 'NONE', COMING: 'COMING', OPEN: 'OPEN', ERASED: 'ERASED' } as const;
export type OffRecordState = keyof typeof OffRecordState;
export const OffRecordAction = { OPEN: 'OPEN', SAY: 'SAY' } as const;
export type OffRecordAction = keyof typeof OffRecordAction;

registerEnumType(OffRecordState, {
  name: 'OffRecordState',
  description: 'How a conversation off the record stands.',
  valuesMap: {
    NONE: { description: 'The organisers have not opened one.' },
    COMING: { description: 'It begins with the session.' },
    OPEN: { description: 'Those in the session talk and read.' },
    ERASED: { description: 'It is over, and what was said is gone for good.' },
  },
});
registerEnumType(OffRecordAction, {
  name: 'OffRecordAction',
  description: 'What one may do with a conversation off the record.',
  valuesMap: { OPEN: { description: 'Have one in this session.' }, SAY: { description: 'Say something.' } },
});

/** That a session has a conversation off the record. What is said in it is erased; that there was one stays. */
@Entity('off_record_conversation')
@ObjectType({ description: 'A conversation of those in a session, while it lasts; then it is erased for good.' })
export class OffRecordConversation {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'off_record_conversation_pk' })
  sessionId!: string;

  @OneToOne(() => Session, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'off_record_conversation_session_fk' })
  session?: Session;

  @Column({ type: 'timestamptz', precision: 3 })
  openedAt!: Date;

  @Field(() => OffRecordState, { description: 'How it stands.' })
  state!: OffRecordState;

  @Field(() => DateTimeScalar, { description: 'When it begins: with the session.' })
  opensAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When everything said in it is erased: a short while after the session.' })
  erasedAt!: Date;

  @Field(() => Int, { description: 'How many people can read it: those with a taken seat, and the organisers.' })
  readerCount!: number;

  @Field(() => [OffRecordRemark], { description: 'What was said, in its order; the latest 300.' })
  remarks!: OffRecordRemark[];

  @Field(() => [OffRecordAction], { description: 'What the viewer may do.' })
  viewerCan!: OffRecordAction[];
}
