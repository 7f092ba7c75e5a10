declare module '#platform/audit' {
  interface ActsOnPeople {
    'privacy.download-asked': Record<string, never>;
    'privacy.deletion-asked': Record<string, never>;
    'privacy.deletion-withdrawn': Record<string, never>;
    'privacy.deleted': { reference: string };
    'privacy.deleted-again': { reference: string };
  }
}
