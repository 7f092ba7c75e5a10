import type { AuditActs } from './index.js';

/** The name of an act, e.g. `communities.role-changed`. */
export type AuditAct = keyof AuditActs;

/** On what something was done. */
export interface AuditSubject {
  kind: string;
  id: string | null;
}

/** Where and on what, with the act's details. */
export interface AuditNote<Act extends AuditAct> {
  /** Left out: the act concerns the whole platform. */
  communityId?: string;
  subject: AuditSubject;
  details: AuditActs[Act];
}

/** An entry as it is kept. */
export interface KeptAuditEntry {
  id: string;
  seq: number;
  at: Date;
  act: string;
  actorId: string | null;
  subjectKind: string;
  subjectId: string | null;
  details: Record<string, unknown>;
}
