import type { ActsOnPeople, AuditActs } from './index.js';

/** The name of an act, e.g. `communities.role-changed`. */
export type AuditAct = keyof AuditActs;

/** On what something may be done. */
export type AuditSubjectKind =
  | 'person'
  | 'community'
  | 'organisation'
  | 'invitation'
  | 'invitation-link'
  | 'tie'
  | 'petition'
  | 'template'
  | 'cohort'
  | 'seat'
  | 'handover'
  | 'guest'
  | 'post'
  | 'thread'
  | 'position'
  | 'session'
  | 'group'
  | 'job'
  | 'server';

/** On what something was done. Only what is declared as an act on people is noted of a person: they read of it where they are named. */
export interface AuditSubject<Act extends AuditAct = AuditAct> {
  kind: Act extends keyof ActsOnPeople ? 'person' : Exclude<AuditSubjectKind, 'person'>;
  id: string | null;
}

/** Where and on what, with the act's details. */
export interface AuditNote<Act extends AuditAct> {
  /** Left out: the act concerns the whole platform. */
  communityId?: string;
  subject: AuditSubject<Act>;
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
