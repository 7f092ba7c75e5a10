import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '#domain/people';
import { Community } from './community.entity.js';

/** One version of a charter, kept for good. The present one is also kept on its community. */
@Entity('charter')
export class CharterVersion {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'charter_pkey' })
  communityId!: string;
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'charter_pkey' })
  version!: number;
  @Column({ type: 'text' })
  domain!: string;
  @Column({ type: 'text' })
  community!: string;
  @Column({ type: 'text' })
  practice!: string;
  /** Null for what was loaded from a public source. */
  @Column({ type: 'uuid', nullable: true })
  writtenById!: string | null;
  /** Why it was changed. */
  @Column({ type: 'text', nullable: true })
  note!: string | null;
  @Column({ type: 'timestamptz', precision: 3 })
  writtenAt!: Date;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'charter_community' })
  belongsTo!: Community;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'written_by_id', foreignKeyConstraintName: 'charter_written_by' })
  writtenBy!: Person | null;
}
