import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Community } from '#domain/communities';
import { Thread } from '#domain/discussions';
import { Session } from '#domain/peer-learning';
import { Organisation, Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { NotificationKind } from './notification.enums.js';

/** What may need somebody. */
export enum AskKind {
  ANSWER_ENDORSEMENT = 'ANSWER_ENDORSEMENT',
  REPLY_TO_MENTION = 'REPLY_TO_MENTION',
  TAKE_SEAT = 'TAKE_SEAT',
  WRITE_POSITION = 'WRITE_POSITION',
  ANSWER_JOIN_REQUEST = 'ANSWER_JOIN_REQUEST',
  ANSWER_INTRODUCTION = 'ANSWER_INTRODUCTION',
  COMPLETE_PROFILE = 'COMPLETE_PROFILE',
  JOIN_COMMUNITY = 'JOIN_COMMUNITY',
  READ_ANNOUNCEMENT = 'READ_ANNOUNCEMENT',
}
registerEnumType(AskKind, {
  name: 'AskKind',
  description: 'What may need the viewer.',
  valuesMap: {
    ANSWER_ENDORSEMENT: { description: 'An organisation has not answered in an open round.' },
    REPLY_TO_MENTION: { description: 'Somebody named the viewer, who has not looked yet.' },
    TAKE_SEAT: { description: 'A coming session has free seats.' },
    WRITE_POSITION: { description: 'A position is being written and its deadline is near.' },
    ANSWER_JOIN_REQUEST: { description: 'Somebody waits to be let in.' },
    ANSWER_INTRODUCTION: { description: 'Somebody would like to get to know the viewer, or an organisation the viewer acts for.' },
    COMPLETE_PROFILE: { description: 'The profile does not say who the viewer is.' },
    JOIN_COMMUNITY: { description: 'The viewer is in no community yet.' },
    READ_ANNOUNCEMENT: { description: 'An announcement for the viewer, who has not confirmed it yet.' },
  },
});

@ObjectType({ description: 'Something that needs the viewer, with an honest estimate of the minutes.' })
export class Ask {
  @Field(() => ID, { description: 'Stable for the same thing.' })
  id!: string;
  @Field(() => AskKind, { description: 'What is asked.' })
  kind!: AskKind;
  @Field(() => Int, { description: 'How long it takes, in minutes, rounded up.' })
  minutes!: number;
  @Field(() => Community, { nullable: true, description: 'Where.' })
  community!: Community | null;
  @Field(() => String, { description: 'Title of the thing; empty where the kind says it all.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'A little more, such as the first words of a post.' })
  detail!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when, or when it takes place.' })
  due!: Date | null;
  @Field(() => String, { description: 'Path in the web client.' })
  path!: string;
  @Field(() => Person, { nullable: true, description: 'Who asks.' })
  actor!: Person | null;
  @Field(() => Organisation, { nullable: true, description: 'For which organisation.' })
  organisation!: Organisation | null;
  @Field(() => NotificationKind, { nullable: true, description: 'The kind of notice that brought it, to stop it with one click.' })
  notificationKind!: NotificationKind | null;
}

@ObjectType('Home', { description: 'What needs the viewer this week, and what came meanwhile.' })
export class HomePage {
  @Field(() => [Ask], { description: 'At most as many as fit into ten minutes, the most urgent first.' })
  asks!: Ask[];
  @Field(() => Int, { description: 'How many did not fit.' })
  leftOutCount!: number;
  @Field(() => Session, { nullable: true, description: 'The next session the viewer has a seat in.' })
  nextSession!: Session | null;
  @Field(() => [Thread], { description: 'Threads with something new, newest first.' })
  newThreads!: Thread[];
}
