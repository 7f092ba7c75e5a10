import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection, DateTimeScalar } from '#platform/graphql';

/** What became of a mail. */
export enum MailState {
  QUEUED = 'QUEUED',
  SENT = 'SENT',
  KEPT = 'KEPT',
  DROPPED = 'DROPPED',
}
registerEnumType(MailState, {
  name: 'MailState',
  description: 'What became of a mail.',
  valuesMap: {
    QUEUED: { description: 'It waits to leave, or the mail server has not taken it yet.' },
    SENT: { description: 'The mail server took it.' },
    KEPT: { description: 'Without a mail server: it stands on the mailbox page of the demo.' },
    DROPPED: { description: 'It was not sent; the reason says why.' },
  },
});

/** Why a mail was not sent. */
export type MailDropReason = 'EXPIRED' | 'NOT_WANTED' | 'NOT_TRUE_ANY_MORE' | 'NO_SERVER';

@ObjectType({ description: 'A mail as administrators see it: never its text, and its address only masked.' })
export class MailLogEntry {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  /** Its place in the log. */
  number!: number;

  @Field(() => String, { description: 'What kind of mail it is, such as `people.sign-in`.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'To whom, masked: `a…@e….org`.' })
  to!: string | null;

  @Field(() => MailState, { description: 'What became of it.' })
  state!: MailState;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was not sent: EXPIRED, NOT_WANTED, NOT_TRUE_ANY_MORE (what it would have said, or the right to read it), NO_SERVER.',
  })
  reason!: MailDropReason | null;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it left, or was dropped.' })
  doneAt!: Date | null;
}

/** A page of the mail log. */
export const MailLogConnection = Connection('MailLogEntry', () => MailLogEntry);

@ObjectType({ description: 'How many mails there are in each state, of the last thirty days.' })
export class MailCount {
  @Field(() => MailState, { description: 'The state.' })
  state!: MailState;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}
