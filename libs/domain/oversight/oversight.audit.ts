declare module '#platform/audit' {
  interface AuditActs {
    'oversight.coordinators-written-to': { count: number };
  }
  interface ActsOnPeople {
    'oversight.person-suspended': Record<string, never>;
    'oversight.person-unsuspended': Record<string, never>;
    'oversight.sessions-ended': { count: number };
    'oversight.administrator-made': Record<string, never>;
    'oversight.administrator-unmade': Record<string, never>;
    'oversight.coordinator-appointed': { communityId: string };
    'communities.coordinator-appointed': Record<string, never>;
  }
}
