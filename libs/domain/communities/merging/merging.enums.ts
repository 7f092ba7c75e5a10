import { registerEnumType } from '@nestjs/graphql';

/** What becomes of what everybody could read. */
export enum MergeRule {
  OPEN_STAYS_OPEN = 'OPEN_STAYS_OPEN',
  OPEN_FOR_MEMBERS = 'OPEN_FOR_MEMBERS',
  ALL_IN_GROUP = 'ALL_IN_GROUP',
}
registerEnumType(MergeRule, {
  name: 'MergeRule',
  description: 'What becomes of what everybody could read. What was for members goes into a closed group, always.',
  valuesMap: {
    OPEN_STAYS_OPEN: { description: 'Both are public: it stands in the other community and stays open to all.' },
    OPEN_FOR_MEMBERS: { description: 'The other is for its members: they read it from now on, and the public no more.' },
    ALL_IN_GROUP: { description: 'Nothing was open to all: everything goes into the closed group.' },
  },
});

/** What a preview counts. */
export enum MergedThing {
  THREADS = 'THREADS',
  NEEDS = 'NEEDS',
  SESSIONS = 'SESSIONS',
  POSITIONS = 'POSITIONS',
  SEATS = 'SEATS',
  PARTS = 'PARTS',
  PARTNERS = 'PARTNERS',
  TEMPLATES = 'TEMPLATES',
  WORDS = 'WORDS',
  PETITIONS = 'PETITIONS',
  OFFERS = 'OFFERS',
  INVITATIONS = 'INVITATIONS',
}
registerEnumType(MergedThing, {
  name: 'MergedThing',
  description: 'What a preview of a merger counts.',
  valuesMap: {
    THREADS: { description: 'Conversations.' },
    NEEDS: { description: 'Needs.' },
    SESSIONS: { description: 'Sessions.' },
    POSITIONS: { description: 'Positions.' },
    SEATS: { description: 'Seats of organisations.' },
    PARTS: { description: 'Communities that are parts.' },
    PARTNERS: { description: 'Partners.' },
    TEMPLATES: { description: 'Templates.' },
    WORDS: { description: 'Words of the glossary.' },
    PETITIONS: { description: 'Petitions.' },
    OFFERS: { description: 'Offers and asks that are for members.' },
    INVITATIONS: { description: 'Invitations and links that are open.' },
  },
});

/** Who will see what they do not see now, or does no more: said before, never silent. */
export enum MergeEffect {
  THEY_READ_IT = 'THEY_READ_IT',
  NAMES_FOR_MEMBERS = 'NAMES_FOR_MEMBERS',
  NAMES_FOR_SIGNED_IN = 'NAMES_FOR_SIGNED_IN',
  ORGANISATIONS_FOR_ALL = 'ORGANISATIONS_FOR_ALL',
  PARTICIPANTS_FOR_MEMBERS = 'PARTICIPANTS_FOR_MEMBERS',
  GROUPS_HIDDEN = 'GROUPS_HIDDEN',
  FLOOR_RISES = 'FLOOR_RISES',
}
registerEnumType(MergeEffect, {
  name: 'MergeEffect',
  description: 'Who will see what they do not see now, or does no more.',
  valuesMap: {
    THEY_READ_IT: { description: 'Those who come read what is for members of the other, also what was written before.' },
    NAMES_FOR_MEMBERS: { description: 'Members of the other see the names of those who come.' },
    NAMES_FOR_SIGNED_IN: { description: 'Everybody who is signed in sees the names of those who come, because the other is public.' },
    ORGANISATIONS_FOR_ALL: { description: 'Everybody sees which organisations come, because the other is public.' },
    PARTICIPANTS_FOR_MEMBERS: {
      description: 'Members of the other see who took part in open sessions; its facilitators run those to come.',
    },
    GROUPS_HIDDEN: { description: 'Its visible groups are hidden from the other: their keepers can show them there.' },
    FLOOR_RISES: { description: 'In the other, too, unattributed words need as many possible authors as here.' },
  },
});

/** What must be over, or different, before two communities may merge. */
export enum MergeObstacle {
  SAME = 'SAME',
  ARCHIVED = 'ARCHIVED',
  OTHER_ARCHIVED = 'OTHER_ARCHIVED',
  NO_LIST = 'NO_LIST',
  CIRCLE = 'CIRCLE',
  OTHER_IS_PART = 'OTHER_IS_PART',
  PARTS_DO_NOT_FIT = 'PARTS_DO_NOT_FIT',
  ENDORSEMENT_OPEN = 'ENDORSEMENT_OPEN',
  OFF_RECORD_OPEN = 'OFF_RECORD_OPEN',
}
registerEnumType(MergeObstacle, {
  name: 'MergeObstacle',
  description: 'What must be over, or different, before two communities may merge.',
  valuesMap: {
    SAME: { description: 'It is the same community.' },
    ARCHIVED: { description: 'It is archived.' },
    NO_LIST: { description: 'One of them has no list of members: those who take part there would be named.' },
    OTHER_ARCHIVED: { description: 'The other is archived.' },
    CIRCLE: { description: 'One of the two is a circle of coordinators.' },
    OTHER_IS_PART: { description: 'The other is a part of it.' },
    PARTS_DO_NOT_FIT: { description: 'It has parts that the other cannot hold.' },
    ENDORSEMENT_OPEN: { description: 'Organisations are being asked about one of its positions.' },
    OFF_RECORD_OPEN: { description: 'Something is being said off the record in one of its sessions.' },
  },
});
