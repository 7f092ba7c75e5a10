declare module '#platform/events' {
  interface EventPayloads {
    /** A member said what the community needs to know. */
    'needs.need-raised': { needId: string; communityId: string; raisedById: string };
  }
}

export {};
