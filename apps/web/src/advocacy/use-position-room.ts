import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useRoom } from '../data/use-room.js';
import type { RoomMessage } from '../data/room-sequence.js';

const calmMs = 700;

/** Keeps a position in step with what the others do to it. What moved is fetched, a moment later, since many messages come together while one writes. */
export function usePositionRoom(positionId: string, refetch: () => void): void {
  const { cache } = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(refetch);
  useEffect(() => {
    latest.current = refetch;
  });
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
  const refetchSoon = () => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      latest.current();
    }, calmMs);
  };
  const onMessage = ({ kind, payload }: RoomMessage) => {
    if (kind === 'position-changed') {
      const { state, updatedAt } = payload as { state: string; updatedAt: string };
      const id = cache.identify({ __typename: 'Position', id: positionId });
      cache.modify({ ...(id && { id }), fields: { state: () => state, updatedAt: () => updatedAt } });
    }
    refetchSoon();
  };
  useRoom(`position:${positionId}`, onMessage, refetchSoon, refetchSoon);
}
