import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '#domain/people';
import { Session } from './session.entity.js';

const KEY = { primaryKeyConstraintName: 'session_reminder_pk' };

/** That a person was reminded of a start: the key lets it happen once, and again only when the session moves. */
@Entity('session_reminder')
@Index('session_reminder_person', ['personId'])
export class SessionReminder {
  @PrimaryColumn({ type: 'uuid', ...KEY })
  sessionId!: string;

  @ManyToOne(() => Session, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'session_reminder_session_fk' })
  session?: Session;

  @PrimaryColumn({ type: 'uuid', ...KEY })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'session_reminder_person_fk' })
  person?: Person;

  @PrimaryColumn({ type: 'timestamptz', ...KEY })
  startsAt!: Date;

  @Column({ type: 'timestamptz' })
  sentAt!: Date;
}
