import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection, DateTimeScalar } from '#platform/graphql';

/** How something names a person. */
export enum NamedKind {
  THREAD = 'THREAD',
  POST = 'POST',
  MENTION = 'MENTION',
  MEMBERSHIP = 'MEMBERSHIP',
  INVITATION_SENT = 'INVITATION_SENT',
  CHARTER = 'CHARTER',
  NEED = 'NEED',
  SESSION = 'SESSION',
  SEAT = 'SEAT',
  POSITION = 'POSITION',
  ENDORSEMENT = 'ENDORSEMENT',
  AUDIT = 'AUDIT',
}
registerEnumType(NamedKind, {
  name: 'NamedKind',
  description: 'How something names a person.',
  valuesMap: {
    THREAD: { description: 'A conversation they began.' },
    POST: { description: 'A post they wrote.' },
    MENTION: { description: 'A post that speaks to them by name.' },
    MEMBERSHIP: { description: 'A community they are in.' },
    INVITATION_SENT: { description: 'An invitation they sent.' },
    CHARTER: { description: 'A charter they wrote on.' },
    NEED: { description: 'A need they raised.' },
    SESSION: { description: 'A session they scheduled.' },
    SEAT: { description: 'A session they have or had a seat in.' },
    POSITION: { description: 'A position they opened.' },
    ENDORSEMENT: { description: 'An answer they gave for an organisation.' },
    AUDIT: { description: 'An act of governance on them; its title is the act.' },
  },
});

@ObjectType({ description: 'Something that names a person or carries their name.' })
export class NamedIn {
  @Field(() => NamedKind, { description: 'How.' })
  kind!: NamedKind;

  @Field(() => String, { description: 'What: its title, or the act.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Where it can be opened; null where there is no page for it.' })
  path!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when.' })
  at!: Date | null;

  key!: string;
}

/** A page of what names a person. */
export const NamedInConnection = Connection('NamedIn', () => NamedIn);
