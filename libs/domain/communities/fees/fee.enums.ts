import { registerEnumType } from '@nestjs/graphql';

/** How it stands with a fee. */
export enum FeeState {
  NOT_ASKED = 'NOT_ASKED',
  UNPAID = 'UNPAID',
  PAID = 'PAID',
  WAIVED = 'WAIVED',
}

/** What an unpaid fee keeps one from. */
export enum FeeBlocks {
  NOTHING = 'NOTHING',
  NEW_POSTS = 'NEW_POSTS',
}

/** Whose fees are listed. */
export enum FeePayers {
  MEMBERS = 'MEMBERS',
  ORGANISATIONS = 'ORGANISATIONS',
}

registerEnumType(FeeState, {
  name: 'FeeState',
  description: 'How it stands with a fee.',
  valuesMap: {
    NOT_ASKED: { description: 'Nothing is asked for.' },
    UNPAID: { description: 'Asked for, and not there yet.' },
    PAID: { description: 'Paid.' },
    WAIVED: { description: 'Let off.' },
  },
});
registerEnumType(FeeBlocks, {
  name: 'FeeBlocks',
  description: 'What an unpaid fee keeps one from.',
  valuesMap: {
    NOTHING: { description: 'From nothing: it is a note.' },
    NEW_POSTS: { description: 'From starting discussions and replying, once the grace period is over. Everything else stays open.' },
  },
});
registerEnumType(FeePayers, {
  name: 'FeePayers',
  description: 'Whose fees are listed.',
  valuesMap: {
    MEMBERS: { description: 'Of each member.' },
    ORGANISATIONS: { description: 'Of each organisation that takes part.' },
  },
});
