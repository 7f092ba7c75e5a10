import { useEffect, useRef, useSyncExternalStore } from 'react';
import { realtime, type LineState } from './realtime.js';
import type { RoomMessage } from './room-sequence.js';

/**
 * Listens to a room (`thread:<id>`) while the screen is open. `onMessage` gets each message once and in order, to patch the cache with;
 * `onRefetch` is called after the first join and when too much was missed; `onLeft` when the right to read is gone,
 * and where a screen has no words of its own for that, it asks again and hears that there is nothing here. A null room listens to nothing.
 */
export function useRoom(room: string | null, onMessage: (message: RoomMessage) => void, onRefetch: () => void, onLeft?: () => void): void {
  const latest = useRef({ onMessage, onRefetch, onLeft });
  useEffect(() => {
    latest.current = { onMessage, onRefetch, onLeft };
  });
  useEffect(() => {
    if (!room) return;
    return realtime.listen(room, {
      onMessage: (message) => latest.current.onMessage(message),
      onRefetch: () => latest.current.onRefetch(),
      onLeft: () => (latest.current.onLeft ?? latest.current.onRefetch)(),
    });
  }, [room]);
}

/** How the line to the server stands. */
export const useLine = (): LineState => useSyncExternalStore(realtime.watch, realtime.line);

/** Whether a newer version of the client is waiting at the server. */
export const useStale = (): boolean => useSyncExternalStore(realtime.watch, realtime.isStale);
