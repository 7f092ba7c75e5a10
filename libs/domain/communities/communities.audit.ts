import type { MergeRule } from './merging/merging.enums.js';
import type { GuestSubject } from './guests/guest.entity.js';
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
    'communities.created': { kind: CommunityKind };
    'communities.edited': CommunityChanges;
    'communities.role-changed': { from: MembershipRole; role: MembershipRole };
    'communities.member-removed': { role: MembershipRole };
    'communities.coordinator-left': Record<string, never>;
    'communities.invited': { role: MembershipRole };
    'communities.invitation-revoked': { role: MembershipRole };
    'communities.invitation-accepted': { role: MembershipRole };
    'communities.fee-rule-changed': { blocks: FeeBlocks; graceDays: number };
    'communities.fees-noted': { state: FeeState; period: string; count: number };
    'communities.guest-invited': { subject: GuestSubject; subjectId: string };
    'communities.guest-ended': { subject: GuestSubject; subjectId: string };
    'communities.request-accepted': Record<string, never>;
    'communities.request-declined': Record<string, never>;
    /** In the trail of the one that ended, and of the one that goes on. */
    'communities.merged-into': { count: number; rule: MergeRule; keepsRoles: boolean };
    'communities.merged-from': { count: number; rule: MergeRule; keepsRoles: boolean };
  }
}
