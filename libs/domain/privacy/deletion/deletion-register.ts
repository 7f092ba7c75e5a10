import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database, type Statement, type Tx } from '#platform/database';

/** Someone who was deleted: a keyed hash of an id, nothing else of them. */
export interface Deleted {
  hash: string;
  keeps: boolean;
  deletedAt: string;
  reference: string;
}

const ALL: Statement = {
  name: 'deletion-register.all',
  text: `select encode(hash, 'hex') as hash, keeps, deleted_at as "deletedAt", reference from deletion_register`,
};
const KEEP: Statement = {
  name: 'deletion-register.keep',
  text: `insert into deletion_register (hash, keeps, deleted_at, reference) values (decode($1, 'hex'), $2, $3, $4) on conflict do nothing`,
};

/**
 * Who was deleted, in the database and, apart from it, in a file of the data folder: backups of the one bring people back, the other knows better.
 * Keep the file (`deletion-register.jsonl`) when restoring, and with the same SECRET, whose key the hashes are made with.
 */
@Injectable()
export class DeletionRegister {
  readonly file: string;

  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {
    this.file = join(config.dataDir, 'deletion-register.jsonl');
  }

  hashOf(personId: string): string {
    return createHmac('sha256', this.config.secret).update(`deleted ${personId}`).digest('hex');
  }

  /** In the transaction that deletes; in the file once it is committed. */
  async keep(tx: Tx, deleted: Deleted): Promise<void> {
    await this.database.run(tx, KEEP, [deleted.hash, deleted.keeps, deleted.deletedAt, deleted.reference]);
    this.database.afterCommit(tx, () => this.append([deleted]));
  }

  /** The same for one that the file had kept: the database forgot it in a restore. */
  async restore(tx: Tx, { hash, keeps, deletedAt, reference }: Deleted): Promise<void> {
    await this.database.run(tx, KEEP, [hash, keeps, deletedAt, reference]);
  }

  /** Those that the file knows and the database does not: it was restored from before they were deleted. Completes the file as well. */
  async missing(): Promise<Deleted[]> {
    const [inFile, inDatabase] = [await this.read(), await this.database.read<Deleted>(ALL, [])];
    const known = new Set(inDatabase.map(({ hash }) => hash));
    const written = new Set(inFile.map(({ hash }) => hash));
    const unwritten = inDatabase.filter(({ hash }) => !written.has(hash));
    if (unwritten.length > 0) await this.append(unwritten);
    return inFile.filter(({ hash }) => !known.has(hash));
  }

  private async append(all: Deleted[]): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    await appendFile(this.file, all.map((one) => `${JSON.stringify(one)}\n`).join(''), { mode: 0o600 });
  }

  /** A line that a crash cut short says nothing; the database still has it. */
  private async read(): Promise<Deleted[]> {
    if (!existsSync(this.file)) return [];
    const lines = (await readFile(this.file, 'utf8')).split('\n').filter(Boolean);
    return lines.flatMap((line) => {
      try {
        const { hash, keeps, deletedAt, reference } = JSON.parse(line) as Deleted;
        return /^[0-9a-f]{64}$/.test(hash) ? [{ hash, keeps, deletedAt, reference }] : [];
      } catch {
        return [];
      }
    });
  }
}
