import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Person } from '#domain/people';
import { Connection, DateTimeScalar } from '#platform/graphql';

/** Which accounts are asked for. */
export enum AccountState {
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  LEAVING = 'LEAVING',
  ADMINISTRATOR = 'ADMINISTRATOR',
}
registerEnumType(AccountState, {
  name: 'AccountState',
  description: 'Which accounts are asked for.',
  valuesMap: {
    ACTIVE: { description: 'In use.' },
    SUSPENDED: { description: 'Kept out by an administrator.' },
    LEAVING: { description: 'To be deleted, as their owner asked.' },
    ADMINISTRATOR: { description: 'Those who look after the server.' },
  },
});

/** What an administrator may do to an account. */
export enum AccountAction {
  READ = 'READ',
  SUSPEND = 'SUSPEND',
  UNSUSPEND = 'UNSUSPEND',
  END_SESSIONS = 'END_SESSIONS',
  MAKE_ADMINISTRATOR = 'MAKE_ADMINISTRATOR',
  UNMAKE_ADMINISTRATOR = 'UNMAKE_ADMINISTRATOR',
}
registerEnumType(AccountAction, {
  name: 'AccountAction',
  description: 'What an administrator may do to an account.',
  valuesMap: {
    READ: { description: 'See how it stands.' },
    SUSPEND: { description: 'Keep its owner out.' },
    UNSUSPEND: { description: 'Let its owner in again.' },
    END_SESSIONS: { description: 'Sign its owner out everywhere.' },
    MAKE_ADMINISTRATOR: { description: 'Let its owner look after the server, too.' },
    UNMAKE_ADMINISTRATOR: { description: 'Take that back.' },
  },
});

@ObjectType({ description: 'An account as administrators see it: how it stands, never what is in it. The address is masked.' })
export class Account {
  /** The person's. */
  @Field(() => ID, { description: 'The id of the person.' })
  id!: string;

  @Field(() => Person, { description: 'Whose it is.' })
  person!: Person;

  @Field(() => String, { description: 'Their address, masked: `a…@e….org`.' })
  maskedEmail!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Their last visit, to five minutes, while a session of it lasts.' })
  lastSeenAt!: Date | null;

  @Field(() => Int, { description: 'In how many browsers they are signed in.' })
  sessionCount!: number;

  @Field(() => Int, { description: 'In how many communities they are.' })
  communityCount!: number;

  @Field(() => Boolean, { description: 'Whether they look after the server.' })
  isAdministrator!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when they are kept out.' })
  suspendedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  suspendedReason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it will be deleted, as its owner asked.' })
  leavingAt!: Date | null;

  @Field(() => [AccountAction], { description: 'What the viewer may do to it.' })
  viewerCan!: AccountAction[];
}

/** A page of accounts. */
export const AccountConnection = Connection('Account', () => Account);
