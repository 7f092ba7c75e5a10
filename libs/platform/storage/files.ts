import { Injectable, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { In } from 'typeorm';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';
import { Conflict, Invalid, NotFound, TooMany } from '#platform/errors';
import { Jobs } from '#platform/jobs';
import { FileStore } from './file-store.js';
import { type FilePurpose, StoredFile } from './stored-file.entity.js';

/** Asked at every fetch: the policy's `read` of the thing the file belongs to. */
export type MayFetch = (actor: Actor, id: string) => Promise<boolean> | boolean;

const DAY = 24 * 60 * 60_000;
/** Where the form that attaches a file shows what was wrong. */
const FIELDS: Record<FilePurpose, string> = { avatar: 'pictureFileId', content: 'body' };
const MOST_FILES_A_DAY = 200;
const DAYS_WITHOUT_A_HOME = 7;

const RECENT: Statement = {
  name: 'stored_file.recent',
  text: `select count(*)::int as files from stored_file where owner_id = $1 and created_at > $2`,
};
const HOMELESS: Statement = {
  name: 'stored_file.homeless',
  text: `select id from stored_file where audience = 'owner' and created_at < $1 order by created_at limit 500`,
};

/**
 * Uploaded files and who may fetch them. A fresh upload is its owner's alone; whoever writes it into a thing gives it that thing's
 * audience with `attach`, in the same transaction.
 */
@Injectable()
export class Files implements OnModuleInit {
  private readonly rules = new Map<string, MayFetch>();

  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.define('storage.remove-homeless', () => this.removeHomeless(), '20 3 * * *');
  }

  /** Says who may fetch files with the audience `kind:id`. In onModuleInit. */
  audience(kind: string, mayFetch: MayFetch): void {
    this.rules.set(kind, mayFetch);
  }

  /** Keeps a picture, cut for its purpose, for its owner alone. @throws Invalid on `file`; TooMany after 200 files in a day */
  async upload(actor: Actor, purpose: FilePurpose, original: Buffer): Promise<StoredFile> {
    const ownerId = actor.personId;
    const now = this.clock.now();
    const [recent] = await this.database.read<{ files: number }>(RECENT, [ownerId, new Date(now.getTime() - DAY)]);
    if ((recent?.files ?? 0) >= MOST_FILES_A_DAY) throw new TooMany(DAY / 1000);
    // Loaded with the first picture: the decoders take memory that a server without uploads need not have.
    const { acceptPicture, avatar } = await import('./images.js');
    const picture = purpose === 'avatar' ? await avatar(original) : await acceptPicture(original);
    const id = randomUUID();
    // Bytes first: a row without bytes is a broken picture, bytes without a row are only litter.
    await this.store.put(id, picture.buffer, picture.contentType);
    try {
      return await this.database.transaction((tx) =>
        tx.save(
          tx.create(StoredFile, {
            id,
            ownerId,
            purpose,
            audience: 'owner',
            contentType: picture.contentType,
            bytes: picture.buffer.length,
            width: picture.width,
            height: picture.height,
            createdAt: now,
          }),
        ),
      );
    } catch (error) {
      await this.store.delete(id).catch(() => undefined);
      throw error;
    }
  }

  /**
   * Gives files of the actor the audience of the thing they were just written into, e.g. `thread:<uuid>`, or `public`. Files that have
   * it already stay as they are, so that editing a text attaches again without harm.
   * @throws Invalid when a file is not there, not the actor's, of another purpose; Conflict when it already belongs to something else
   */
  async attach(tx: Tx, actor: Actor, ids: readonly string[], as: { purpose: FilePurpose; audience: string }): Promise<void> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return;
    const files = await tx.find(StoredFile, { where: { id: In(wanted) }, order: { id: 'asc' }, lock: { mode: 'pessimistic_write' } });
    const others = files.filter((file) => file.audience !== as.audience);
    const sound =
      files.length === wanted.length &&
      files.every((file) => file.purpose === as.purpose) &&
      others.every((file) => actor.is(file.ownerId));
    if (!sound)
      throw Invalid.field(FIELDS[as.purpose], 'UNKNOWN_FILE', 'This picture is not there any more, or is not yours. Upload it again.');
    if (others.some((file) => file.audience !== 'owner')) throw new FileIsElsewhere();
    if (others.length > 0) await tx.update(StoredFile, { id: In(others.map((file) => file.id)) }, { audience: as.audience });
  }

  /** Forgets files that are no longer shown anywhere (a replaced portrait): the rows now, the bytes after the commit. */
  async remove(tx: Tx, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.delete(StoredFile, { id: In([...ids]) });
    this.database.afterCommit(tx, async () => {
      // What cannot be deleted now stays as litter that nobody can fetch; the person's own work has succeeded.
      await Promise.allSettled(ids.map((id) => this.store.delete(id)));
    });
  }

  /** The file, if the actor may fetch it now. @throws NotFound otherwise, the same for missing and closed */
  async get(actor: Actor, id: string): Promise<StoredFile> {
    const file = await this.database.dataSource.manager.findOneBy(StoredFile, { id });
    if (!file || !(await this.mayFetch(actor, file))) throw new NotFound();
    return file;
  }

  /** The bytes of a file that `get` has let through. */
  bytes(file: StoredFile): Promise<Readable> {
    return this.store.get(file.id);
  }

  private async mayFetch(actor: Actor, file: StoredFile): Promise<boolean> {
    if (file.audience === 'public') return true;
    if (file.audience === 'owner') return actor.is(file.ownerId);
    const separator = file.audience.indexOf(':');
    // An audience that nobody answers for is closed, also to its owner.
    const rule = this.rules.get(file.audience.slice(0, separator));
    return rule ? await rule(actor, file.audience.slice(separator + 1)) : false;
  }

  /** Forgets uploads that no text or profile took in within a week; runs every night. */
  async removeHomeless(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - DAYS_WITHOUT_A_HOME * DAY);
    const rows = await this.database.read<{ id: string }>(HOMELESS, [before]);
    await this.database.transaction(async (tx) => {
      // Asked again under the lock: one of them may have found its home meanwhile.
      const files = await tx.find(StoredFile, {
        where: { id: In(rows.map((row) => row.id)), audience: 'owner' },
        lock: { mode: 'pessimistic_write' },
      });
      await this.remove(
        tx,
        files.map((file) => file.id),
      );
    });
  }
}

/** A file is shown in one thing; what is shown twice is uploaded twice, so that closing one never opens or closes the other. */
export class FileIsElsewhere extends Conflict {
  constructor() {
    super('This picture is already used in another place. Upload it again for this one.', 'FILE_IS_ELSEWHERE');
  }
}
