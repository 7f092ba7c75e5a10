import { Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';

const everyMs = 100;

/** Where everybody is. A move of one's own is no news: drawing the others anew for it would put a caret back that moves on at this moment. */
export class Carets extends Awareness {
  override emit(name: string, args: unknown[]): void {
    if (name !== 'change' || args[1] !== 'local') super.emit(name, args as never);
  }
}

/** Says where one's own caret is, at most ten times a second. */
export class OwnCaret {
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly awareness: Awareness,
    private readonly send: (update: Uint8Array) => void,
  ) {
    awareness.on('update', (_changed: unknown, origin: unknown) => {
      if (origin === 'local') this.sendSoon();
    });
  }

  /** After a broken line: the server has taken the caret away, and only a newer state counts. */
  show(): void {
    this.awareness.setLocalState(this.awareness.getLocalState() ?? {});
  }

  /** Without a line nobody knows where the others are. */
  hideOthers(): void {
    const own = this.awareness.clientID;
    removeAwarenessStates(
      this.awareness,
      [...this.awareness.getStates().keys()].filter((client) => client !== own),
      'lost',
    );
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private sendSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.send(encodeAwarenessUpdate(this.awareness, [this.awareness.clientID]));
    }, everyMs);
  }
}
