import * as Y from 'yjs';
import type { Actor } from '#platform/auth';
import type { DocumentRule } from './document-rules.js';
import type { StoredDocument } from './document-store.js';
import { documentFrom } from './document-text.js';
import { noveltyOf, readUpdate } from './update-check.js';
import { DamagedUpdate, ForeignAuthor, MayNotWrite, TextIsClosed, TooLarge } from './writing.errors.js';

const TEXT_BYTES = 8_000_000;
/** Tells an accepted change from what we apply ourselves. */
const ACCEPTING = Symbol('accepting');

/** A change that passed all checks and is applied in memory; not stored yet. */
export interface AcceptedChange {
  /** Exactly what is new: without what the document had, and without bytes that mean nothing. */
  update: Uint8Array;
  newClientIds: number[];
}

/** A text in memory while somebody has it open. */
export class OpenDocument {
  readonly id: string;
  readonly doc: Y.Doc;
  readonly writers: Map<number, string>;
  isOpen: boolean;
  /** What was applied here may not be what is stored: it must be thrown away and read again. */
  isStale = false;
  lastUsedAt = Date.now();
  lastToldAt = 0;
  changesSinceSnapshot: number;
  private bytes: number;

  constructor(
    readonly stored: StoredDocument,
    private readonly rule: DocumentRule<unknown>,
    private subject: unknown,
  ) {
    this.id = stored.id;
    this.doc = documentFrom(stored.updates);
    this.writers = stored.writers;
    this.isOpen = stored.isOpen;
    this.changesSinceSnapshot = stored.changes;
    this.bytes = stored.updates.reduce((sum, update) => sum + update.byteLength, 0);
  }

  mayRead(actor: Actor): boolean {
    return this.subject !== null && this.rule.mayRead(actor, this.subject);
  }

  mayWrite(actor: Actor): boolean {
    return this.isOpen && this.mayRead(actor) && this.rule.mayWrite(actor, this.subject);
  }

  /** The thing it is the text of has changed. */
  know(subject: unknown, isOpen: boolean): void {
    this.subject = subject;
    this.isOpen = isOpen;
  }

  /**
   * Checks a change and applies it in memory; null when it brings nothing new. From the question of the right to the applying nothing
   * waits, so a right that is taken away is gone for every change after it.
   */
  accept(actor: Actor, update: Uint8Array): AcceptedChange | null {
    const change = readUpdate(update);
    const { clientIds, isNew } = noveltyOf(this.doc, change);
    if (!isNew) return null;
    if (!this.mayWrite(actor)) throw this.isOpen ? new MayNotWrite() : new TextIsClosed();
    const newClientIds: number[] = [];
    for (const clientId of clientIds) {
      const personId = this.writers.get(clientId);
      // A client id that is in the text but belongs to nobody is the server's own: the seed.
      if (personId === undefined && Y.getState(this.doc.store, clientId) > 0) throw new ForeignAuthor();
      if (personId !== undefined && personId !== actor.personId) throw new ForeignAuthor();
      if (personId === undefined) newClientIds.push(clientId);
    }
    if (this.bytes + update.byteLength > TEXT_BYTES) throw new TooLarge('text');
    const applied = this.apply(update);
    if (!applied) return null;
    for (const clientId of newClientIds) this.writers.set(clientId, actor.personId);
    this.bytes += applied.byteLength;
    this.changesSinceSnapshot++;
    return { update: applied, newClientIds };
  }

  /** Takes what another node has stored. */
  follow(update: Uint8Array, clientIds: readonly number[], personId: string): void {
    Y.applyUpdate(this.doc, update);
    for (const clientId of clientIds) this.writers.set(clientId, personId);
    this.changesSinceSnapshot++;
  }

  private apply(update: Uint8Array): Uint8Array | null {
    let applied: Uint8Array | null = null;
    const keep = (emitted: Uint8Array, origin: unknown) => {
      if (origin === ACCEPTING) applied = emitted;
    };
    this.doc.on('update', keep);
    try {
      Y.applyUpdate(this.doc, update, ACCEPTING);
    } catch {
      this.isStale = true; // Yjs may have stopped half way
      throw new DamagedUpdate();
    } finally {
      this.doc.off('update', keep);
    }
    if (this.doc.store.pendingStructs || this.doc.store.pendingDs) {
      this.isStale = true; // operations that wait for each other in a circle
      throw new DamagedUpdate();
    }
    return applied;
  }
}
