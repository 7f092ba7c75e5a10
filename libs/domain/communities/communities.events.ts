import type { MembershipRole } from './community.enums.js';

/** Who changed what, where. */
interface InCommunity {
  communityId: string;
}

declare module '#platform/events' {
  interface EventPayloads {
    'communities.community-created': InCommunity & { createdById: string };
    'communities.community-edited': InCommunity & { editedById: string };
    'communities.organisation-person-confirmed': { organisationId: string; personId: string; byId: string; hasMandate: boolean };
    'communities.member-joined': InCommunity & { personId: string; membershipId: string };
    'communities.member-left': InCommunity & { personId: string };
    'communities.member-removed': InCommunity & { personId: string; removedById: string };
    'communities.join-requested': InCommunity & { requestId: string; personId: string };
    'communities.join-answered': InCommunity & { requestId: string; personId: string; answeredById: string; isAccepted: boolean };
    'communities.invited': InCommunity & { invitationId: string; invitedById: string };
    'communities.role-changed': InCommunity & { personId: string; membershipId: string; changedById: string; role: MembershipRole };
  }
}
