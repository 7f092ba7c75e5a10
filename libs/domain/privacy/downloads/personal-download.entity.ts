import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';

/** How far a download is. */
export enum DownloadState {
  WAITING = 'WAITING',
  READY = 'READY',
  GONE = 'GONE',
}
registerEnumType(DownloadState, {
  name: 'DownloadState',
  description: 'How far a download is.',
  valuesMap: {
    WAITING: { description: 'It is being put together.' },
    READY: { description: 'It can be fetched, for an hour.' },
    GONE: { description: 'Its hour is over; ask again.' },
  },
});

/** One's data in a file: for its owner alone, for an hour. Its bytes are in the FileStore under the same id. */
@Entity('personal_download')
@Unique('personal_download_token', ['tokenHash'])
@Check('personal_download_state', `state in ('WAITING', 'READY', 'GONE')`)
@Index('personal_download_person', ['personId', 'requestedAt'])
@ObjectType({ description: 'One’s data in a file: for oneself alone, for an hour.' })
export class PersonalDownload {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'personal_download_pk' })
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'personal_download_person_fk' })
  person?: Relation<Person>;

  @Column({ type: 'text', default: DownloadState.WAITING })
  @Field(() => DownloadState, { description: 'How far it is.' })
  state!: DownloadState;

  @Column({ type: 'int', default: 0 })
  @Field(() => Int, { description: 'How many of its parts are done.' })
  done!: number;

  @Column({ type: 'int', default: 0 })
  @Field(() => Int, { description: 'How many parts it has; 0 before it began.' })
  of!: number;

  @Column({ type: 'int', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How large it is.' })
  bytes!: number | null;

  /** SHA-256 of the last address under which it can be fetched. */
  @Column({ type: 'bytea', nullable: true })
  tokenHash!: Buffer | null;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  readyAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it can be fetched.' })
  expiresAt!: Date | null;
}
