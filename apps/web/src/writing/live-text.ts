import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Socket } from 'socket.io-client';
import { applyAwarenessUpdate } from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { KeptCopy } from './kept-copy.js';
import { Carets, OwnCaret } from './own-caret.js';
import { Outbox } from './outbox.js';
import { presentIn, type Present } from './present.js';
import { say, writingLine } from './writing-line.js';

/** Why the server took no more changes, and that it does not. */
export type Refusal = { code: string };

/** How a live text stands, for the screen. */
export type LiveTextState = {
  /** Whether the text is here, so that an editor may mount. */
  isReady: boolean;
  /** Everything is stored at the server; on its way; or kept on this device until the line is back. */
  saving: 'saved' | 'saving' | 'offline';
  mayWrite: boolean;
  refusal: Refusal | null;
  /** One may no longer read it. */
  isClosed: boolean;
  others: Present[];
};

const body = 'body';

/**
 * A text that several people write at the same time: keeps the Yjs document in step with the server's. What one writes counts as saved
 * once the server has acknowledged it; until then it is on this device. The protocol is described in libs/domain/writing/README.md.
 */
export class LiveText {
  readonly doc = new Y.Doc();
  readonly awareness = new Carets(this.doc);
  private beforeOthers: () => void = () => undefined;
  private readonly kept: KeptCopy;
  private readonly outbox: Outbox;
  private readonly caret: OwnCaret;
  private readonly watchers = new Set<() => void>();
  private socket: Socket | null = null;
  private isGone = false;
  private isSynchronising = false;
  private isInStep = false;
  private state: LiveTextState = { isReady: false, saving: 'saving', mayWrite: false, refusal: null, isClosed: false, others: [] };

  constructor(
    readonly documentId: string,
    personId: string,
  ) {
    this.kept = new KeptCopy({ personId, documentId }, this.doc);
    this.outbox = new Outbox({
      send: (update) => this.say('y:update', { update }),
      onChange: () => this.tell(),
      onOutOfStep: () => void this.synchronise(),
      onRefused: (code) => this.become({ refusal: { code }, mayWrite: false }),
    });
    this.caret = new OwnCaret(this.awareness, (update) => void this.say('y:awareness', { update }));
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && !this.kept.isOrigin(origin)) this.outbox.add(update);
    });
    this.awareness.on('change', () => this.become({ others: presentIn(this.awareness, personId) }));
    window.addEventListener('offline', this.goOffline);
    window.addEventListener('online', this.goOnline);
    void this.start();
  }

  /** The part of the document that the editor writes in. */
  get fragment(): Y.XmlFragment {
    return this.doc.getXmlFragment(body);
  }

  /** For useSyncExternalStore. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** `prepare` runs before anything of the others comes in: the editor reads where its caret is now, or a click of this very moment would be lost. */
  prepareForOthers(prepare: () => void): () => void {
    this.beforeOthers = prepare;
    return () => {
      this.beforeOthers = () => undefined;
    };
  }

  readonly read = (): LiveTextState => this.state;

  /** Ends it here; with `forget` the copy on this device goes too. */
  async leave({ forget = false } = {}): Promise<void> {
    if (this.isGone) return;
    this.isGone = true;
    window.removeEventListener('offline', this.goOffline);
    window.removeEventListener('online', this.goOnline);
    this.outbox.stop();
    this.caret.stop();
    if (this.socket?.connected) void this.say('y:leave', {});
    this.listenTo(null);
    this.awareness.destroy();
    if (forget) await this.kept.forget();
    else this.kept.close();
  }

  private async start(): Promise<void> {
    await this.kept.isThere(() => void this.synchronise());
    if (this.isGone) return;
    // A copy that was in step once is a text, and may be written on without a line.
    if (this.fragment.length > 0 && !navigator.onLine) this.become({ isReady: true });
    const socket = await writingLine().catch(() => null);
    if (this.isGone) return;
    this.listenTo(socket);
    if (socket?.connected) await this.enter();
    else this.tell();
  }

  private listenTo(socket: Socket | null): void {
    for (const [one, how] of [
      [this.socket, 'off'],
      [socket, 'on'],
    ] as const) {
      one?.[how]('connect', this.enter);
      one?.[how]('disconnect', this.onLost);
      one?.[how]('connect_error', this.onLost);
      one?.[how]('y:update', this.onUpdate);
      one?.[how]('y:awareness', this.onAwareness);
      one?.[how]('y:rights', this.onRights);
      one?.[how]('y:closed', this.onClosed);
      one?.[how]('y:resync', this.onResync);
    }
    this.socket = socket;
  }

  /** Joins and brings both sides into step; again after every broken line. */
  private readonly enter = async (): Promise<void> => {
    const joined = await this.say('y:join', {});
    if (this.isGone) return;
    if (!joined.ok) {
      if (joined.code === 'NOT_FOUND') this.close();
      else if (this.socket?.connected) setTimeout(() => void (!this.isGone && this.enter()), 2000);
      return;
    }
    this.become({ mayWrite: joined.mayWrite === true && this.state.refusal === null });
    await this.synchronise();
    this.caret.show();
  };

  private async synchronise(): Promise<void> {
    if (this.isGone || this.isSynchronising || this.state.refusal || !this.socket?.connected) return;
    this.isSynchronising = true;
    this.isInStep = false;
    this.outbox.pause();
    this.tell();
    try {
      const step1 = encoding.createEncoder();
      sync.writeSyncStep1(step1, this.doc);
      const answer = await this.say('y:sync', { message: encoding.toUint8Array(step1) });
      if (this.isGone || !answer.ok) return;
      let theirs: Uint8Array | null = null;
      this.beforeOthers();
      for (const message of answer.messages ?? []) {
        const decoder = decoding.createDecoder(new Uint8Array(message));
        const type = decoding.readVarUint(decoder);
        const bytes = decoding.readVarUint8Array(decoder);
        if (type === sync.messageYjsSyncStep1) theirs = bytes;
        else Y.applyUpdate(this.doc, bytes, this);
      }
      this.isInStep = true;
      // All that the server lacks, in one piece: what waited in the outbox and what an earlier visit could not send.
      if (theirs) this.outbox.restart(Y.encodeStateAsUpdate(this.doc, theirs));
      this.become({ isReady: true });
    } finally {
      this.isSynchronising = false;
      if (!this.isInStep && !this.isGone && this.socket?.connected) setTimeout(() => void this.synchronise(), 2000);
      this.tell();
    }
  }

  private readonly onLost = (): void => {
    this.isInStep = false;
    this.outbox.pause();
    this.beforeOthers();
    this.caret.hideOthers();
    if (this.fragment.length > 0) this.become({ isReady: true });
    this.tell();
  };

  private readonly goOffline = (): void => void this.socket?.disconnect();
  private readonly goOnline = (): void => void this.socket?.connect();

  private readonly onUpdate = ({ documentId, update }: { documentId: string; update: ArrayBuffer }): void => {
    if (documentId !== this.documentId) return;
    this.beforeOthers();
    Y.applyUpdate(this.doc, new Uint8Array(update), this);
  };

  private readonly onAwareness = ({ documentId, update }: { documentId: string; update: ArrayBuffer }): void => {
    if (documentId !== this.documentId) return;
    this.beforeOthers();
    applyAwarenessUpdate(this.awareness, new Uint8Array(update), 'server');
  };

  private readonly onRights = ({ documentId, mayWrite }: { documentId: string; mayWrite: boolean }): void => {
    if (documentId === this.documentId && !this.state.refusal) this.become({ mayWrite });
  };

  private readonly onResync = ({ documentId }: { documentId: string }): void => {
    if (documentId === this.documentId) void this.synchronise();
  };

  private readonly onClosed = ({ documentId }: { documentId: string }): void => {
    if (documentId === this.documentId) this.close();
  };

  private close(): void {
    this.become({ isClosed: true, mayWrite: false });
    void this.leave({ forget: true });
  }

  private say(event: string, message: object) {
    const { socket } = this;
    if (!socket?.connected) return Promise.resolve({ ok: false, code: 'NO_ANSWER' } as const);
    return say(socket, event, { documentId: this.documentId, ...message });
  }

  private become(changed: Partial<LiveTextState>): void {
    this.state = { ...this.state, ...changed };
    this.tell();
  }

  private tell(): void {
    const saving = !this.socket?.connected ? 'offline' : this.isInStep && this.outbox.isEmpty ? 'saved' : 'saving';
    if (saving !== this.state.saving) this.state = { ...this.state, saving };
    this.watchers.forEach((watcher) => watcher());
  }
}
