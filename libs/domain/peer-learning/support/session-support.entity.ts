import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Session } from '../session.entity.js';

/** What a session offers to those who come; without a row, nothing is said. */
@Entity('session_support')
export class SessionSupport {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'session_support_pkey' })
  sessionId!: string;

  @Column({ type: 'text', array: true, default: '{}' })
  interpreting!: string[];

  @Column({ type: 'text', nullable: true })
  compensation!: string | null;

  @ManyToOne(() => Session, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'session_support_of' })
  session?: Session;
}
