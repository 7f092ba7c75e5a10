declare module '#platform/audit' {
  interface AuditActs {
    'advocacy.position-decided': { adopted: boolean };
    'advocacy.position-published': Record<string, never>;
  }
}
