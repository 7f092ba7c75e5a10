import type { MembershipRole } from './community.enums.js';
import type { GuestSubject } from './guests/guest.entity.js';
import type { CameBy } from './groups/group-roll.js';
import type { GroupRole } from './groups/group.enums.js';

/** Who changed what, where. */
interface InCommunity {
  communityId: string;
}

interface InGroup extends InCommunity {
  groupId: string;
}

interface OfOrganisation extends InCommunity {
  organisationId: string;
}

interface OfSeat extends OfOrganisation {
  seatId: string;
}

interface OfGuest extends InCommunity {
  guestId: string;
  subject: GuestSubject;
  subjectId: string;
}

declare module '#platform/events' {
  interface EventPayloads {
    'communities.community-created': InCommunity & { createdById: string };
    'communities.community-edited': InCommunity & { editedById: string };
    /** It has a next version; members are asked whether they agree. */
    'communities.charter-written': InCommunity & { version: number; byId: string };
    'communities.organisation-person-confirmed': { organisationId: string; personId: string; byId: string; hasMandate: boolean };
    'communities.organisation-person-removed': { organisationId: string; personId: string; byId: string };
    'communities.seats-granted': OfOrganisation & { seatIds: string[]; grantedById: string };
    'communities.seat-changed': OfSeat & { changedById: string; hadMandate: boolean };
    'communities.seat-offered': OfSeat & { personId: string; byId: string };
    'communities.seat-filled': OfSeat & { personId: string; byId: string };
    'communities.seat-vacated': OfSeat & { personId: string };
    'communities.seat-ended': OfSeat & { endedById: string };
    'communities.seats-proposed': OfOrganisation & { proposalId: string; byId: string; isInvitation: boolean };
    'communities.seats-answered': OfOrganisation & { proposalId: string; byId: string; isAccepted: boolean };
    /** `personId` is null where it was offered to an address. */
    'communities.handover-offered': InCommunity & { handoverId: string; personId: string | null; byId: string };
    'communities.handover-accepted': InCommunity & { handoverId: string; fromId: string | null; personId: string };
    'communities.member-joined': InCommunity & { personId: string; membershipId: string };
    'communities.member-left': InCommunity & { personId: string };
    'communities.member-removed': InCommunity & { personId: string; removedById: string };
    'communities.join-requested': InCommunity & { requestId: string; personId: string };
    'communities.join-answered': InCommunity & { requestId: string; personId: string; answeredById: string; isAccepted: boolean };
    'communities.fees-noted': InCommunity & { feeIds: string[]; notedById: string };
    /** `contactId` is null where no contact was named with it. */
    'communities.newcomer-welcomed': InCommunity & { personId: string; contactId: string | null; byId: string };
    'communities.invited': InCommunity & { invitationId: string; invitedById: string };
    'communities.guest-invited': OfGuest & { invitedById: string };
    'communities.guest-let-in': OfGuest & { personId: string };
    /** `personId` is null where nobody had said yes, `byId` where its time was over. */
    'communities.guest-ended': OfGuest & { personId: string | null; byId: string | null };
    'communities.petition-started': InCommunity & { petitionId: string; petitionerId: string };
    'communities.petition-decided': InCommunity & { petitionId: string; decidedById: string; isGranted: boolean };
    'communities.cohort-started': InCommunity & { cohortId: string; startedById: string };
    'communities.community-started-from-template': InCommunity & { templateId: string; templateVersion: number; startedById: string };
    'communities.tie-proposed': InCommunity & { tieId: string; askedId: string; proposedById: string };
    'communities.tie-answered': InCommunity & {
      tieId: string;
      askedId: string;
      answeredById: string;
      isAgreed: boolean;
      proposedById: string;
    };
    /** `fromId` ended and is part of it now. */
    'communities.community-merged': InCommunity & { fromId: string; mergedById: string };
    'communities.community-archived': InCommunity & { archivedById: string };
    'communities.community-revived': InCommunity & { revivedById: string };
    'communities.role-changed': InCommunity & { personId: string; membershipId: string; changedById: string; role: MembershipRole };
    'communities.group-founded': InGroup & { byId: string };
    /** It has another name, purpose or way in, or was archived or reopened. */
    'communities.group-changed': InGroup & { byId: string };
    'communities.group-member-added': InGroup & { personId: string; byId: string; cameBy: CameBy };
    /** Left it, was removed from it, or left the community. */
    'communities.group-member-gone': InGroup & { personId: string };
    'communities.group-join-requested': InGroup & { requestId: string; personId: string };
    'communities.group-join-answered': InGroup & { personId: string; byId: string; isAccepted: boolean };
    /** `byId` is null where somebody keeps it on because the last keeper is gone. */
    'communities.group-role-changed': InGroup & { personId: string; byId: string | null; role: GroupRole };
  }
}
