interface OfPosition {
  positionId: string;
  communityId: string;
  /** Who did it. */
  personId: string;
}

declare module '#platform/events' {
  interface EventPayloads {
    'advocacy.position-opened': OfPosition;
    'advocacy.version-named': OfPosition & { versionId: string };
    /** The member organisations of that moment are asked; those with a mandate for them should hear of it. */
    'advocacy.endorsement-requested': OfPosition & { roundId: string; organisationIds: string[] };
    'advocacy.endorsement-answered': OfPosition & { roundId: string; organisationId: string };
    'advocacy.drafting-reopened': OfPosition & { roundId: string | null };
    'advocacy.position-decided': OfPosition & { adopted: boolean };
    'advocacy.position-published': OfPosition;
  }
}

export type { OfPosition };
