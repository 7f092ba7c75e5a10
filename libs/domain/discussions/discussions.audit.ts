declare module '#platform/audit' {
  interface AuditActs {
    /** Only what someone does to the words of others: taking one's own back is nobody's business. */
    'discussions.post-removed': { threadId: string };
    'discussions.post-restored': { threadId: string };
  }
}
