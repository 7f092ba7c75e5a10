import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import * as Y from 'yjs';
import type { RichTextDocument } from '#content';
import type { Actor } from '#platform/auth';
import { Database, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Log } from '#platform/log';
import { DocumentRules } from './document-rules.js';
import { DocumentStore } from './document-store.js';
import { seedUpdate, updateFrom } from './document-text.js';
import { LiveDocument } from './live-document.entity.js';
import { type AcceptedChange, OpenDocument } from './open-document.js';
import { UpdateLog } from './update-log.js';

const IDLE_MS = 60_000;
const COMPACT_AFTER = 300;
const COMPACT_IDLE_AFTER = 20;
const TELL_EVERY_MS = 20_000;

/** What a document is the text of. */
export interface Subject {
  communityId: string;
  kind: string;
  id: string;
}

/** What has to be told to those who have the text open: the socket side connects itself here. */
export interface Audience {
  /** A stored change, for everyone but its sender. */
  change(documentId: string, update: Uint8Array, except: string | null): void;
  /** Rights may have changed: everyone is looked at again. */
  rights(document: OpenDocument): void;
  /** The text in memory was thrown away: everyone synchronises again. */
  resynchronise(documentId: string): void;
  isWatched(documentId: string): boolean;
  /** For other nodes. */
  stored(documentId: string, change: AcceptedChange, personId: string): void;
  refreshElsewhere(documentId: string): void;
}

const nobody: Audience = {
  change: () => undefined,
  rights: () => undefined,
  resynchronise: () => undefined,
  isWatched: () => false,
  stored: () => undefined,
  refreshElsewhere: () => undefined,
};

/** Live texts: created and closed in the transactions of the modules above, written over sockets. */
@Injectable()
export class Documents implements OnModuleInit, OnModuleDestroy {
  private readonly open = new Map<string, Promise<OpenDocument | null>>();
  /** Changes of other nodes that arrive while a text is being read. */
  private readonly early = new Map<string, ((document: OpenDocument) => void)[]>();
  private audience = nobody;
  private sweep?: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly rules: DocumentRules,
    private readonly store: DocumentStore,
    private readonly updates: UpdateLog,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.sweep = setInterval(() => void this.unloadIdle(), IDLE_MS / 4).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.sweep);
    await this.updates.settled();
  }

  connect(audience: Audience): void {
    this.audience = audience;
  }

  /** A new, empty text. */
  create(tx: Tx, subject: Subject): Promise<LiveDocument> {
    return this.createWith(tx, subject, seedUpdate());
  }

  /** The same words in a new text, open for nobody: what was deleted or tried out in the old one does not come along. */
  async recreate(tx: Tx, documentId: string, body: RichTextDocument): Promise<LiveDocument> {
    const old = await tx.findOneByOrFail(LiveDocument, { id: documentId });
    const document = await this.createWith(
      tx,
      { communityId: old.communityId, kind: old.subjectKind, id: old.subjectId },
      updateFrom(body),
    );
    await this.close(tx, document.id);
    this.database.afterCommit(tx, () => this.refresh(documentId));
    return document;
  }

  /** From the commit on nobody writes here. What was acknowledged before is in; what comes later is refused. */
  async close(tx: Tx, documentId: string): Promise<void> {
    await tx.update(LiveDocument, { id: documentId }, { isOpen: false });
    this.database.afterCommit(tx, () => this.refresh(documentId));
  }

  async reopen(tx: Tx, documentId: string): Promise<void> {
    await tx.update(LiveDocument, { id: documentId }, { isOpen: true });
    this.database.afterCommit(tx, () => this.refresh(documentId));
  }

  /** The text as this person may have it. @throws NotFound */
  async get(actor: Actor, documentId: string): Promise<OpenDocument> {
    const document = await this.find(documentId);
    if (!document?.mayRead(actor)) throw new NotFound();
    document.lastUsedAt = Date.now();
    return document;
  }

  /** Takes a change and answers once it is stored and on its way to the others. @throws everything of writing.errors */
  async write(actor: Actor, document: OpenDocument, update: Uint8Array, sender: string | null): Promise<void> {
    let change: AcceptedChange | null;
    try {
      change = document.accept(actor, update);
    } finally {
      if (document.isStale) this.forget(document);
    }
    if (!change) return;
    const { personId } = actor;
    try {
      await this.updates.append({ documentId: document.id, personId, ...change });
    } catch (error) {
      // It is in our memory but not in the log.
      document.isStale = true;
      this.forget(document);
      throw error;
    }
    this.audience.change(document.id, change.update, sender);
    this.audience.stored(document.id, change, personId);
    this.afterWriting(document);
  }

  /** Everything the client lacks, and nothing that is not stored yet. */
  async missingFor(document: OpenDocument, stateVector: Uint8Array): Promise<Uint8Array> {
    const missing = Y.encodeStateAsUpdate(document.doc, stateVector);
    await this.updates.settled();
    return missing;
  }

  /** What another node has stored. */
  async follow(documentId: string, change: AcceptedChange, personId: string): Promise<void> {
    const apply = (document: OpenDocument) => document.follow(change.update, change.newClientIds, personId);
    this.early.get(documentId)?.push(apply);
    const document = await this.open.get(documentId);
    if (document && !this.early.has(documentId)) apply(document);
  }

  /** Reads again what the rules need to know, and lets the audience know. */
  async refresh(documentId: string): Promise<void> {
    this.audience.refreshElsewhere(documentId);
    await this.refreshHere(documentId);
  }

  async refreshHere(documentId: string): Promise<void> {
    const document = await this.open.get(documentId);
    if (!document) return;
    const row = await this.database.dataSource.manager.findOneBy(LiveDocument, { id: documentId });
    const subject = row ? await this.rules.of(row.subjectKind).load(row.subjectId, row.id) : null;
    document.know(subject, row?.isOpen ?? false);
    this.audience.rights(document);
  }

  /** Waits until what was on its way is stored: after it, a person whose right was taken away has written their last. */
  settled(): Promise<void> {
    return this.updates.settled();
  }

  private async createWith(tx: Tx, subject: Subject, update: Uint8Array): Promise<LiveDocument> {
    const document = await tx.save(
      tx.create(LiveDocument, { communityId: subject.communityId, subjectKind: subject.kind, subjectId: subject.id, isOpen: true }),
    );
    await tx.query('insert into document_snapshot (document_id, state) values ($1, $2)', [document.id, Buffer.from(update)]);
    return document;
  }

  private async find(documentId: string): Promise<OpenDocument | null> {
    let found = this.open.get(documentId);
    if (!found) {
      this.early.set(documentId, []);
      found = this.read(documentId);
      this.open.set(documentId, found);
      found.then(
        (document) => document ?? this.open.delete(documentId),
        () => this.open.delete(documentId),
      );
    }
    return found;
  }

  private async read(documentId: string): Promise<OpenDocument | null> {
    try {
      const stored = await this.store.load(documentId);
      if (!stored) return null;
      const rule = this.rules.of(stored.subjectKind);
      const document = new OpenDocument(stored, rule, await rule.load(stored.subjectId, stored.id));
      for (const apply of this.early.get(documentId) ?? []) apply(document);
      return document;
    } finally {
      this.early.delete(documentId);
    }
  }

  private forget(document: OpenDocument): void {
    void this.open.get(document.id)?.then(
      (present) => {
        if (present !== document) return;
        this.open.delete(document.id);
        this.audience.resynchronise(document.id);
      },
      // A reading that failed has forgotten itself.
      () => undefined,
    );
  }

  private afterWriting(document: OpenDocument): void {
    const now = Date.now();
    document.lastUsedAt = now;
    if (document.changesSinceSnapshot >= COMPACT_AFTER) this.compact(document);
    if (now - document.lastToldAt < TELL_EVERY_MS) return;
    document.lastToldAt = now;
    const { subjectKind, subjectId } = document.stored;
    this.rules
      .of(subjectKind)
      .onWritten?.(subjectId)
      .catch((error: unknown) => this.log.error({ step: 'tell of writing' }, error));
  }

  private compact(document: OpenDocument): void {
    document.changesSinceSnapshot = 0;
    this.store.compactSoon(document.id).catch((error: unknown) => this.log.error({ step: 'compact' }, error));
  }

  private async unloadIdle(): Promise<void> {
    const before = Date.now() - IDLE_MS;
    for (const [documentId, opening] of this.open) {
      const document = await opening.catch(() => null);
      if (!document || document.lastUsedAt > before || this.audience.isWatched(documentId)) continue;
      if (document.changesSinceSnapshot >= COMPACT_IDLE_AFTER) this.compact(document);
      this.open.delete(documentId);
      document.doc.destroy();
    }
  }
}
