declare module '#platform/audit' {
  interface AuditActs {
    'people.first-administrator': Record<string, never>;
  }
}
