import type { MergeRule } from './merging/merging.enums.js';
import type { GuestSubject } from './guests/guest.entity.js';
import type { TieKind } from './family/community-tie.entity.js';
import type { TieAct } from './family/tie-trail.js';
import type { CommunityKind, JoinPolicy, MembershipRole, Visibility } from './community.enums.js';

import type { FeeBlocks, FeeState } from './fees/fee.enums.js';

/** What changed in the rules of a community: only what did, with its new value. */
export interface CommunityChanges {
  visibility?: Visibility;
  joinPolicy?: JoinPolicy;
  charterVersion?: number;
}

declare module '#platform/audit' {
  interface AuditActs {
    'communities.archived': Record<string, never>;
    'communities.revived': Record<string, never>;
    'communities.tie-proposed': { kind: TieKind };
    'communities.tie-taken-back': { kind: TieKind };
    'communities.tie-agreed': { kind: TieKind };
    'communities.tie-declined': { kind: TieKind };
    'communities.tie-ended': { kind: TieKind };
    'communities.partner-added': { kind: TieKind };
    /** What the other side did; nobody of it is named. */
    'communities.tie-other-side': { kind: TieKind; what: TieAct };
    'communities.petition-reached': Record<string, never>;
    'communities.petition-granted': Record<string, never>;
    'communities.petition-refused': Record<string, never>;
    'communities.petition-threshold-set': { count: number };
    'communities.template-created': { version: number };
    'communities.template-edited': { version: number };
    'communities.template-retired': { version: number };
    'communities.cohort-started': { count: number };
    'communities.organisation-verified': Record<string, never>;
    'communities.organisation-doubted': Record<string, never>;
    'communities.seats-granted': { count: number; hasMandate: boolean };
    'communities.seat-ended': { seatId: string };
    'communities.mandate-given': { seatId: string };
    'communities.mandate-taken': { seatId: string };
    'communities.handover-begun': Record<string, never>;
    'communities.handover-withdrawn': Record<string, never>;
    'communities.organisations-exported': { count: number };
    'communities.members-exported': { count: number };
    'communities.created': { kind: CommunityKind };
    'communities.edited': CommunityChanges;
    'communities.invited': { role: MembershipRole };
    'communities.invitation-revoked': { role: MembershipRole };
    'communities.invitation-accepted': { role: MembershipRole };
    'communities.fee-rule-changed': { blocks: FeeBlocks; graceDays: number };
    'communities.fees-noted': { state: FeeState; period: string; count: number };
    'communities.guest-invited': { subject: GuestSubject; subjectId: string };
    'communities.guest-ended': { subject: GuestSubject; subjectId: string };
    /** In the trail of the one that ended, and of the one that goes on. */
    'communities.merged-into': { count: number; rule: MergeRule; keepsRoles: boolean };
    'communities.merged-from': { count: number; rule: MergeRule; keepsRoles: boolean };
  }
  interface ActsOnPeople {
    'communities.handover-accepted': { role?: MembershipRole };
    'communities.organisation-person-removed': { organisationId: string };
    'communities.organisation-person-confirmed': { organisationId: string; hasMandate: boolean };
    'communities.role-changed': { from: MembershipRole; role: MembershipRole };
    'communities.member-removed': { role: MembershipRole };
    'communities.coordinator-left': Record<string, never>;
    'communities.request-accepted': Record<string, never>;
    'communities.request-declined': Record<string, never>;
  }
}
