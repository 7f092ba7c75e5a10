import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsEnum, IsOptional, IsUUID, IsUrl, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { DateTimeScalar, Line, Lines, LocalDateTimeScalar, PageArgs, RepeatableInput, TimeZoneScalar } from '#platform/graphql';
import { SessionKind } from './session.entity.js';
import { LONGEST_MINUTES } from './sessions.queries.js';

export const SessionTime = { COMING: 'COMING', PAST: 'PAST' } as const;
export type SessionTime = keyof typeof SessionTime;
registerEnumType(SessionTime, {
  name: 'SessionTime',
  description: 'Which side of now.',
  valuesMap: { COMING: { description: 'Not over yet, soonest first.' }, PAST: { description: 'Over, newest first.' } },
});

/** May be left out, but not emptied with null. */
const Stays = () => ValidateIf((_, value) => value !== undefined);
const Duration = () =>
  applyDecorators(
    Min(5, { message: 'A session takes at least 5 minutes.' }),
    Max(LONGEST_MINUTES, { message: 'A session takes at most 14 days.' }),
  );
const Seats = () =>
  applyDecorators(Min(1, { message: 'Offer at least one seat.' }), Max(10_000, { message: 'Offer at most 10,000 seats.' }));
const SecureLink = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    ValidateIf((_, value) => value !== undefined && value !== null && value !== ''),
    MaxLength(500, { message: 'Write at most 500 characters.' }),
    Matches(/^[^\u0000-\u0020\u007f-\u00a0\u2028-\u202e\u2066-\u2069]*$/, { message: 'A link has no spaces and no control characters.' }),
    IsUrl({ protocols: ['https'], require_protocol: true, disallow_auth: true }, { message: 'Give a link that begins with https://.' }),
  );
const Id = (message: string) => applyDecorators(IsOptional(), IsUUID(undefined, { message }));

@ArgsType()
export class SessionsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Of one community; left out: of all I am a member of.' })
  communityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this group of the community.' })
  groupId?: string | null;

  @Field(() => SessionTime, { nullable: true, description: 'Only coming or only past ones; left out: both, by start.' })
  time?: SessionTime | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only those that end after this instant.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only those that start before this instant.' })
  to?: Date | null;
}

@InputType({ description: 'A session to be scheduled. It answers a need, and has a place or a link.' })
export class ScheduleSessionInput extends RepeatableInput {
  @Field(() => ID, { description: 'Whose session it is.' })
  @IsUUID(undefined, { message: 'Choose a community.' })
  communityId!: string;

  @Field(() => ID, { nullable: true, description: 'The group it belongs to, for good; the whole community when left out.' })
  @Id('Choose a group.')
  groupId?: string | null;

  @Field(() => String, { description: 'What it is about, 3 to 160 characters.' })
  @Line({ min: 3, max: 160 })
  title!: string;

  @Field(() => SessionKind, { description: 'How people learn in it.' })
  @IsEnum(SessionKind, { message: 'Choose a kind of session.' })
  kind!: SessionKind;

  @Field(() => String, { nullable: true, description: 'More about it, plain text of up to 4,000 characters.' })
  @IsOptional()
  @Lines({ max: 4000 })
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'An existing need, or needStatement for a new one.' })
  @Id('Choose a need of this community.')
  needId?: string | null;

  @Field(() => String, { nullable: true, description: 'A new need that it answers, 10 to 500 characters; raised in the same moment.' })
  @IsOptional()
  @Lines({ min: 10, max: 500 })
  needStatement?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation that hosts it.' })
  @Id('Choose an organisation from the list.')
  hostId?: string | null;

  @Field(() => LocalDateTimeScalar, {
    description: 'Wall clock in the session’s zone. A time that clocks jump over is refused; an hour that comes twice means the first.',
  })
  localStart!: string;

  @Field(() => TimeZoneScalar, { description: 'The zone of the wall clock.' })
  timeZone!: string;

  @Field(() => Int, { description: 'How long it takes: 5 minutes to 14 days.' })
  @Duration()
  durationMinutes!: number;

  @Field(() => String, { nullable: true, description: 'Where one meets, up to 200 characters.' })
  @IsOptional()
  @Line({ max: 200 })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'An https link to join by; shown only to those with a seat and to organisers.' })
  @SecureLink()
  link?: string | null;

  @Field(() => Int, { description: 'How many can take part: 1 to 10,000.' })
  @Seats()
  seats!: number;
}

@InputType({ description: 'What changes about a session; what is left out stays. Null empties description, place, link and host.' })
export class ChangeSessionInput extends RepeatableInput {
  @Field(() => ID, { description: 'The session.' })
  @IsUUID(undefined, { message: 'Choose a session.' })
  sessionId!: string;

  @Field(() => String, { nullable: true, description: 'What it is about, 3 to 160 characters.' })
  @Stays()
  @Line({ min: 3, max: 160 })
  title?: string;

  @Field(() => String, { nullable: true, description: 'More about it, plain text of up to 4,000 characters.' })
  @IsOptional()
  @Lines({ max: 4000 })
  description?: string | null;

  @Field(() => LocalDateTimeScalar, { nullable: true, description: 'Another wall clock in the session’s zone.' })
  localStart?: string | null;

  @Field(() => TimeZoneScalar, { nullable: true, description: 'Another zone.' })
  timeZone?: string | null;

  @Field(() => Int, { nullable: true, description: 'How long it takes: 5 minutes to 14 days.' })
  @Stays()
  @Duration()
  durationMinutes?: number;

  @Field(() => String, { nullable: true, description: 'Where one meets, up to 200 characters.' })
  @IsOptional()
  @Line({ max: 200 })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'An https link to join by.' })
  @SecureLink()
  link?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many can take part; not fewer than have a seat.' })
  @Stays()
  @Seats()
  seats?: number;

  @Field(() => ID, { nullable: true, description: 'The organisation that hosts it.' })
  @Id('Choose an organisation from the list.')
  hostId?: string | null;
}

@InputType({ description: 'A session that does not take place.' })
export class CancelSessionInput extends RepeatableInput {
  @Field(() => ID, { description: 'The session.' })
  @IsUUID(undefined, { message: 'Choose a session.' })
  sessionId!: string;

  @Field(() => String, { description: 'Why, for those who had a seat: 3 to 500 characters.' })
  @Lines({ min: 3, max: 500 })
  reason!: string;
}

@InputType({ description: 'A seat to be taken.' })
export class TakeSeatInput extends RepeatableInput {
  @Field(() => ID, { description: 'The session.' })
  @IsUUID(undefined, { message: 'Choose a session.' })
  sessionId!: string;
}

@InputType({ description: 'A seat, or a place in the waiting list, to be given up.' })
export class GiveUpSeatInput extends RepeatableInput {
  @Field(() => ID, { description: 'The session.' })
  @IsUUID(undefined, { message: 'Choose a session.' })
  sessionId!: string;
}
