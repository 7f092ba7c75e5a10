import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database, type Statement } from '#platform/database';
import { Log } from '#platform/log';
import { NotStored, TextIsClosed } from './writing.errors.js';

/** A change on its way into the log. */
export interface LogEntry {
  documentId: string;
  personId: string;
  update: Uint8Array;
  /** Client ids that this person uses here for the first time. */
  newClientIds: number[];
}

interface Waiting extends LogEntry {
  resolve: () => void;
  reject: (error: Error) => void;
}

/**
 * All waiting changes of all documents with one statement. The row lock makes closing a text and appending to it exclude each other:
 * a text that is closed at this moment takes nothing, whatever this process believed.
 */
const APPEND: Statement = {
  name: 'writing.append',
  text: `
    with open as (
      select id from live_document where id = any($1::uuid[]) and is_open order by id for share
    ), entry as (
      select e.* from unnest($1::uuid[], $2::uuid[], $3::bytea[]) with ordinality as e(document_id, person_id, bytes, place) join open on open.id = e.document_id
    ), stored as (
      insert into document_update (document_id, person_id, bytes) select document_id, person_id, bytes from entry order by place
    ), bound as (
      insert into document_client (document_id, client_id, person_id)
      select b.* from unnest($4::uuid[], $5::bigint[], $6::uuid[]) as b(document_id, client_id, person_id) join open on open.id = b.document_id
      on conflict do nothing
    )
    select id from open`,
};

const AT_MOST = 500;
/** Lets a burst gather. While one batch is being stored, the next gathers anyway. */
const GATHER_MS = 4;

/** Appends changes durably, in batches. Nothing is acknowledged or shown to others before it is here. */
@Injectable()
export class UpdateLog {
  private readonly waiting: Waiting[] = [];
  private draining: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** Resolves once the change is stored. @throws TextIsClosed, NotStored */
  append(entry: LogEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...entry, resolve, reject });
      this.draining ??= this.drain();
    });
  }

  /** Waits until what was on its way is stored or refused. */
  async settled(): Promise<void> {
    while (this.draining) await this.draining;
  }

  private async drain(): Promise<void> {
    await sleep(GATHER_MS);
    for (;;) {
      const batch = this.waiting.splice(0, AT_MOST);
      if (batch.length > 0) {
        await this.store(batch);
        continue;
      }
      // In the same breath as the look at the empty queue: a change that comes now starts a new round instead of waiting for ever.
      this.draining = null;
      return;
    }
  }

  private async store(batch: Waiting[]): Promise<void> {
    const bound = batch.flatMap(({ documentId, personId, newClientIds }) =>
      newClientIds.map((clientId) => ({ documentId, personId, clientId })),
    );
    try {
      const open = await this.database.read<{ id: string }>(APPEND, [
        batch.map((entry) => entry.documentId),
        batch.map((entry) => entry.personId),
        batch.map((entry) => Buffer.from(entry.update)),
        bound.map((entry) => entry.documentId),
        bound.map((entry) => entry.clientId),
        bound.map((entry) => entry.personId),
      ]);
      const ids = new Set(open.map((row) => row.id));
      for (const entry of batch) {
        if (ids.has(entry.documentId)) entry.resolve();
        else entry.reject(new TextIsClosed());
      }
    } catch (error) {
      this.log.error({ step: 'store changes', count: batch.length }, error);
      for (const entry of batch) entry.reject(new NotStored());
    }
  }
}
