import { IndexeddbPersistence, clearDocument } from 'y-indexeddb';
import type * as Y from 'yjs';

const prefix = 'throughline-text';
/** A browser that refuses to keep things must not keep anybody from writing. */
const patienceMs = 2000;

const nameOf = (personId: string, documentId: string) => `${prefix}:${personId}:${documentId}`;

/** The copy of a live text on this device: of this person, so that nobody sends what another wrote here before. */
export class KeptCopy {
  private readonly persistence: IndexeddbPersistence | null;

  constructor(
    private readonly name: { personId: string; documentId: string },
    doc: Y.Doc,
  ) {
    this.persistence = 'indexedDB' in globalThis ? new IndexeddbPersistence(nameOf(name.personId, name.documentId), doc) : null;
  }

  /** Whether a change of the document came from this copy. */
  isOrigin(origin: unknown): boolean {
    return origin !== null && origin === this.persistence;
  }

  /** Until the copy is in the document; `late` is called when that takes longer than anybody should wait. */
  async isThere(late: () => void): Promise<void> {
    const { persistence } = this;
    if (!persistence) return;
    let isLate = false;
    const there = persistence.whenSynced.then(() => void (isLate && late()));
    const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs)).then(() => void (isLate = true));
    await Promise.race([there, patience]);
  }

  close(): void {
    void this.persistence?.destroy();
  }

  /** Takes the copy off this device. */
  async forget(): Promise<void> {
    await this.persistence?.destroy();
    if (this.persistence) await clearDocument(nameOf(this.name.personId, this.name.documentId));
  }
}
