declare module '#platform/events' {
  interface EventPayloads {
    'peer-learning.session-scheduled': { sessionId: string; communityId: string; scheduledById: string };
    /** `changeIds` are rows of session_change: what changed, from what to what. */
    'peer-learning.session-changed': { sessionId: string; communityId: string; changedById: string; changeIds: string[] };
    'peer-learning.session-cancelled': { sessionId: string; communityId: string; cancelledById: string };
    'peer-learning.seat-taken': { sessionId: string; communityId: string; seatId: string; personId: string; isWaiting: boolean };
    'peer-learning.seat-given-up': { sessionId: string; communityId: string; personId: string };
    /** From the waiting list into a seat, because one became free. */
    'peer-learning.seat-moved-up': { sessionId: string; communityId: string; seatId: string; personId: string };
    /** A day before: told once per seat and start. */
    'peer-learning.session-is-near': { sessionId: string; communityId: string; personId: string };
  }
}

export {};
