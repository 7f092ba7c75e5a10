declare module '#platform/audit' {
  interface AuditActs {
    'oversight.retention-changed': { kind: string; days: number };
  }
}
