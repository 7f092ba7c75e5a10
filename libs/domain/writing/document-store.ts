import { Injectable } from '@nestjs/common';
import * as Y from 'yjs';
import { Database, type Statement, type Tx } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { documentFrom } from './document-text.js';

/** A document as it is stored. */
export interface StoredDocument {
  id: string;
  communityId: string;
  subjectKind: string;
  subjectId: string;
  isOpen: boolean;
  /** The snapshot, when there is one, and all changes after it: apply them all. */
  updates: Buffer[];
  /** How many of them are changes. */
  changes: number;
  /** Who writes with which client id. */
  writers: Map<number, string>;
}

interface Row extends Omit<StoredDocument, 'updates' | 'writers' | 'changes'> {
  snapshot: Buffer | null;
  changes: Buffer[] | null;
  writers: Record<string, string> | null;
}

/** One statement, so that a compaction in between cannot hide changes from us. */
const LOAD: Statement = {
  name: 'writing.load',
  text: `
    select d.id, d.community_id as "communityId", d.subject_kind as "subjectKind", d.subject_id as "subjectId", d.is_open as "isOpen",
           (select state from document_snapshot where document_id = d.id) as snapshot,
           (select array_agg(bytes order by seq) from document_update where document_id = d.id) as changes,
           (select jsonb_object_agg(client_id::text, person_id) from document_client where document_id = d.id) as writers
      from live_document d where d.id = $1`,
};

const COMPACT = 'writing.compact';

/** Where texts are kept: a snapshot and the changes since. */
@Injectable()
export class DocumentStore {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {
    this.jobs.define<{ documentId: string }>(COMPACT, ({ documentId }) => this.compact(documentId));
  }

  /** Everything acknowledged so far. Inside a transaction that holds the document's row, nothing can come after it. */
  async load(documentId: string, tx?: Tx): Promise<StoredDocument | null> {
    const [row] = tx ? await this.database.run<Row>(tx, LOAD, [documentId]) : await this.database.read<Row>(LOAD, [documentId]);
    if (!row) return null;
    const { snapshot, changes, writers, ...rest } = row;
    return {
      ...rest,
      updates: [...(snapshot ? [snapshot] : []), ...(changes ?? [])],
      changes: changes?.length ?? 0,
      writers: new Map(Object.entries(writers ?? {}).map(([clientId, personId]) => [Number(clientId), personId])),
    };
  }

  /** Asks for a compaction, once however often it is asked. */
  async compactSoon(documentId: string): Promise<void> {
    await this.database.transaction((tx) => this.jobs.send(tx, COMPACT, { documentId }, { singletonKey: documentId }));
  }

  /** Folds the changes into the snapshot. What was deleted is forgotten here; who wrote what stays in document_client. */
  async compact(documentId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      // Appending holds this row too, so no change is half there while we fold.
      const [locked] = (await tx.query('select id from live_document where id = $1 for update', [documentId])) as { id: string }[];
      if (!locked) return;
      const stored = await this.load(documentId, tx);
      if (!stored || stored.changes === 0) return;
      const doc = documentFrom(stored.updates);
      await tx.query(
        `insert into document_snapshot (document_id, state, taken_at) values ($1, $2, now())
         on conflict (document_id) do update set state = excluded.state, taken_at = excluded.taken_at`,
        [documentId, Buffer.from(Y.encodeStateAsUpdate(doc))],
      );
      await tx.query('delete from document_update where document_id = $1', [documentId]);
      doc.destroy();
    });
  }
}
