import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a file is for; decides how it is cut. */
export type FilePurpose = 'avatar' | 'content';

/** A file somebody uploaded. Its bytes are in the FileStore under the same id. */
@Entity('stored_file')
@Index('stored_file_owner', ['ownerId', 'createdAt'])
export class StoredFile {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'stored_file_pkey' })
  id!: string;

  /** The person who uploaded it. */
  @Column({ type: 'uuid' })
  ownerId!: string;

  @Column({ type: 'text' })
  purpose!: FilePurpose;

  /** Who may fetch it: `owner`, `public`, or `kind:id` of a rule that a module gave, e.g. `thread:<uuid>`. */
  @Column({ type: 'text' })
  audience!: string;

  @Column({ type: 'text' })
  contentType!: string;

  @Column({ type: 'integer' })
  bytes!: number;

  @Column({ type: 'integer' })
  width!: number;

  @Column({ type: 'integer' })
  height!: number;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}
