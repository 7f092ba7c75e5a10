declare module '#platform/audit' {
  interface AuditActs {
    'oversight.job-retried': { queue: string };
  }
}
