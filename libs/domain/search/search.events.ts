declare module '#platform/events' {
  interface EventPayloads {
    /** Something that can be found was added, changed or taken away: told by the triggers of its table. */
    'search.source-changed': { kind: string; id: string };
    /** A search that somebody keeps finds more than it did. */
    'search.news-found': { savedSearchId: string; personId: string };
  }
}

export {};
