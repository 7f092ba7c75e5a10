export { Audit, communityChain, PLATFORM_CHAIN, type AuditFault, type AuditPage } from './audit.js';
export type { AuditAct, AuditNote, AuditSubject, KeptAuditEntry } from './audit-acts.js';
export { AuditModule } from './audit.module.js';

/**
 * What is audited, by name, with the details that are kept: each module adds its own (`declare module '#platform/audit'`).
 * Ids, roles, counts and settings; never texts that people wrote, and nothing that ties an unattributed contribution to its author.
 */
export interface AuditActs extends ActsOnPeople {}

/** Acts on one person, who may read of them under "where am I named": each has a short name in five languages besides its sentence. */
export interface ActsOnPeople {}
