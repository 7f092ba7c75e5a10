import { registerEnumType } from '@nestjs/graphql';
import { Level } from '#domain/people';

export { Level };

/** What sort of circle it is. */
export enum CommunityKind {
  COMMUNITY_OF_PRACTICE = 'COMMUNITY_OF_PRACTICE',
  NETWORK = 'NETWORK',
  LEARNING_SYSTEM = 'LEARNING_SYSTEM',
  TASK_FORCE = 'TASK_FORCE',
  WORKING_GROUP = 'WORKING_GROUP',
  PROJECT_CIRCLE = 'PROJECT_CIRCLE',
  PROGRAMME_STRAND = 'PROGRAMME_STRAND',
}

/** Who may see the community itself. */
export enum Visibility {
  PUBLIC = 'PUBLIC',
  MEMBERS = 'MEMBERS',
}

/** How one becomes a member. */
export enum JoinPolicy {
  OPEN = 'OPEN',
  ON_REQUEST = 'ON_REQUEST',
  BY_INVITATION = 'BY_INVITATION',
  BY_ORGANISATION = 'BY_ORGANISATION',
  NO_LIST = 'NO_LIST',
}

/** What a member is in a community. Lists show coordinators first and advisors last: see `membersPage`. */
export enum MembershipRole {
  ADVISOR = 'ADVISOR',
  MEMBER = 'MEMBER',
  FACILITATOR = 'FACILITATOR',
  COORDINATOR = 'COORDINATOR',
}

/** How far a contribution may travel. */
export enum ConfidentialityLevel {
  PUBLIC = 'PUBLIC',
  COMMUNITY = 'COMMUNITY',
  GROUP = 'GROUP',
  UNATTRIBUTED = 'UNATTRIBUTED',
  OFF_RECORD = 'OFF_RECORD',
}

/** The order of the directory. */
export enum CommunityOrder {
  NAME = 'NAME',
  ACTIVITY = 'ACTIVITY',
  MEMBERS = 'MEMBERS',
}

const ranks: Record<MembershipRole, number> = { ADVISOR: 0, MEMBER: 1, FACILITATOR: 2, COORDINATOR: 3 };

/** Whether a role reaches at least as far as another. */
export const reaches = (role: string | null, needed: MembershipRole): boolean =>
  role !== null && role in ranks && ranks[role as MembershipRole] >= ranks[needed];

registerEnumType(CommunityKind, {
  name: 'CommunityKind',
  description: 'What sort of circle it is.',
  valuesMap: {
    COMMUNITY_OF_PRACTICE: { description: 'People who learn from each other because they do the same work.' },
    NETWORK: { description: 'Organisations or communities that keep in touch.' },
    LEARNING_SYSTEM: { description: 'Several communities that learn as one, on several levels.' },
    TASK_FORCE: { description: 'A circle with one task and an end.' },
    WORKING_GROUP: { description: 'A standing circle on one subject.' },
    PROJECT_CIRCLE: { description: 'The circle of a project.' },
    PROGRAMME_STRAND: { description: 'A strand of a programme, with members and materials of its own.' },
  },
});
registerEnumType(Visibility, {
  name: 'Visibility',
  description: 'Who may see the community itself.',
  valuesMap: {
    PUBLIC: { description: 'Everybody, also without an account.' },
    MEMBERS: { description: 'Signed-in people see what it is about; everything else is for its members.' },
  },
});
registerEnumType(JoinPolicy, {
  name: 'JoinPolicy',
  description: 'How one becomes a member.',
  valuesMap: {
    OPEN: { description: 'Whoever wants to, at once.' },
    ON_REQUEST: { description: 'By asking; a facilitator or coordinator answers.' },
    BY_INVITATION: { description: 'Only when invited.' },
    BY_ORGANISATION: { description: 'As confirmed people of an organisation that has a seat; others when invited.' },
    NO_LIST: {
      description: 'Whoever wants to, at once, and there is no list of members: only those who lead are named. It cannot get a list later.',
    },
  },
});
registerEnumType(MembershipRole, {
  name: 'MembershipRole',
  description: 'What a member is in a community.',
  valuesMap: {
    ADVISOR: {
      description:
        'Reads everything and advises by replies and in sessions, but has no say: votes on nothing, drafts and endorses nothing.',
    },
    MEMBER: { description: 'Takes part.' },
    FACILITATOR: { description: 'Also keeps conversations and sessions going, invites, and answers requests.' },
    COORDINATOR: { description: 'Also answers for the community: its charter, its members and its positions.' },
  },
});
registerEnumType(ConfidentialityLevel, {
  name: 'ConfidentialityLevel',
  description: 'How far a contribution may travel.',
  valuesMap: {
    PUBLIC: { description: 'Everybody may read it, where the community itself is public.' },
    COMMUNITY: { description: 'Members of the community may read it.' },
    GROUP: { description: 'Only those in its group may read it.' },
    UNATTRIBUTED: { description: 'Members of the community may read it, and nobody is shown who said it.' },
    OFF_RECORD: { description: 'Those in a session may read it while it lasts; then it is erased.' },
  },
});
registerEnumType(CommunityOrder, {
  name: 'CommunityOrder',
  description: 'The order of the directory.',
  valuesMap: {
    NAME: { description: 'By name, from A.' },
    ACTIVITY: { description: 'Latest activity first.' },
    MEMBERS: { description: 'Most members first.' },
  },
});
