import { useMemo, useState, useSyncExternalStore } from 'react';
import { LiveText, type LiveTextState } from './live-text.js';

const nothingYet: LiveTextState = { isReady: false, saving: 'saving', mayWrite: false, refusal: null, isClosed: false, others: [] };

type Opened = { text: LiveText | null; state: LiveTextState };

/** Opens a live text when somebody begins to watch, and leaves it when they end. */
class Desk {
  private opened: Opened = { text: null, state: nothingYet };

  constructor(
    private readonly documentId: string,
    private readonly personId: string,
    /** Counts the times one has started again. */
    readonly visit: number,
  ) {}

  readonly watch = (watcher: () => void): (() => void) => {
    const text = new LiveText(this.documentId, this.personId);
    const tell = () => {
      this.opened = { text, state: text.read() };
      watcher();
    };
    const unwatch = text.watch(tell);
    tell();
    return () => {
      unwatch();
      this.opened = { text: null, state: nothingYet };
      void text.leave();
    };
  };

  readonly read = (): Opened => this.opened;
}

/** A live text while the screen is open. `startAgain` drops what the server refused and takes the common text. */
export function useLiveText(documentId: string, personId: string) {
  const [visit, setVisit] = useState(0);
  const desk = useMemo(() => new Desk(documentId, personId, visit), [documentId, personId, visit]);
  const { text, state } = useSyncExternalStore(desk.watch, desk.read);
  const startAgain = async () => {
    await text?.leave({ forget: true });
    setVisit((before) => before + 1);
  };
  return { text, state, startAgain };
}
