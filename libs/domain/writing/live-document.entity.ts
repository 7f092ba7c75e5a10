import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Community } from '#domain/communities';

/** A text that several people write together. What it is the text of is known to the module that asked for it. */
@Entity()
@Index('live_document_subject', ['subjectKind', 'subjectId'])
@Index('live_document_community_id', ['communityId'])
export class LiveDocument {
  /** Random, so that a document's name cannot be guessed. */
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'live_document_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'live_document_community_fk' })
  community?: Community;

  /** What kind of thing it is the text of, e.g. `position`: chooses the rules. */
  @Column({ type: 'text' })
  subjectKind!: string;

  @Column({ type: 'uuid' })
  subjectId!: string;

  /** Appending asks for this under a row lock, so that nothing gets in after the text was closed, on any node. */
  @Column({ type: 'boolean', default: true })
  isOpen!: boolean;

  @CreateDateColumn({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
