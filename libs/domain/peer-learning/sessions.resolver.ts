import { Args, ID, Mutation, Parent, Query, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { Communities, Community, Group, Groups } from '#domain/communities';
import { Need } from '#domain/needs';
import { Organisation, People, Person } from '#domain/people';
import { type Actor, allowedActions, CurrentActor, CurrentLoaders, type Loaders, Public } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Connection, type Page } from '#platform/graphql';
import { Calendars } from './calendars.service.js';
import { Seat } from './seat.entity.js';
import { Seats } from './seats.service.js';
import { SessionChange } from './session-change.entity.js';
import { SessionChanges } from './session-changes.service.js';
import { Session } from './session.entity.js';
import { sessionPolicy } from './session.policy.js';
import {
  CancelSessionInput,
  ChangeSessionInput,
  GiveUpSeatInput,
  ScheduleSessionInput,
  SessionsArgs,
  TakeSeatInput,
} from './sessions.inputs.js';
import { Sessions } from './sessions.service.js';

/** What the schema calls the rules of the policy. */
export const SessionAction = {
  READ: 'read',
  TAKE_SEAT: 'takeSeat',
  GIVE_UP_SEAT: 'giveUpSeat',
  CHANGE: 'change',
  CANCEL: 'cancel',
  SEE_LINK: 'seeLink',
  SEE_PARTICIPANTS: 'seeParticipants',
  ADMIT_GUEST: 'admitGuest',
} as const;
registerEnumType(SessionAction, {
  name: 'SessionAction',
  description: 'What one may do with a session as it stands.',
  valuesMap: {
    READ: { description: 'Open it.' },
    TAKE_SEAT: { description: 'Take a seat, or join the waiting list when all are taken.' },
    GIVE_UP_SEAT: { description: 'Give up the seat, or leave the waiting list.' },
    CHANGE: { description: 'Change what was agreed.' },
    CANCEL: { description: 'Call it off.' },
    SEE_LINK: { description: 'See the link to join by.' },
    SEE_PARTICIPANTS: { description: 'See who comes and what changed.' },
    ADMIT_GUEST: { description: 'Invite a guest observer.' },
  },
});
const SessionConnection = Connection('Session', () => Session);
const input = <T>(type: () => T, description: string) => ({ type, description });

@Resolver(() => Session)
export class SessionsResolver {
  constructor(
    private readonly sessions: Sessions,
    private readonly seats: Seats,
    private readonly sessionChanges: SessionChanges,
    private readonly calendars: Calendars,
    private readonly communities: Communities,
    private readonly groups: Groups,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Query(() => SessionConnection, { name: 'sessions', description: 'Sessions of a community, or of all my communities.' })
  list(@CurrentActor() actor: Actor, @Args() args: SessionsArgs): Promise<Page<Session>> {
    return this.sessions.list(actor, args);
  }

  @Public()
  @Query(() => Session, { name: 'session', description: 'One session.' })
  get(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string): Promise<Session> {
    return this.sessions.get(actor, id);
  }

  @Mutation(() => Session, { description: 'Schedule a session that answers a need.' })
  scheduleSession(
    @CurrentActor() actor: Actor,
    @Args('input', input(() => ScheduleSessionInput, 'The session.')) given: ScheduleSessionInput,
  ): Promise<Session> {
    return this.sessions.schedule(actor, given);
  }

  @Mutation(() => Session, { description: 'Change what was agreed; those with a seat are told what changed.' })
  changeSession(
    @CurrentActor() actor: Actor,
    @Args('input', input(() => ChangeSessionInput, 'What changes.')) given: ChangeSessionInput,
  ): Promise<Session> {
    return this.sessionChanges.change(actor, given);
  }

  @Mutation(() => Session, { description: 'Call a session off; those with a seat are told why.' })
  cancelSession(
    @CurrentActor() actor: Actor,
    @Args('input', input(() => CancelSessionInput, 'Which and why.')) given: CancelSessionInput,
  ): Promise<Session> {
    return this.sessionChanges.cancel(actor, given);
  }

  @Mutation(() => Session, { description: 'Take a seat, or join the waiting list when all are taken.' })
  takeSeat(@CurrentActor() actor: Actor, @Args('input', input(() => TakeSeatInput, 'Where.')) given: TakeSeatInput): Promise<Session> {
    return this.seats.take(actor, given);
  }

  @Mutation(() => Session, { description: 'Give up a seat or leave the waiting list; the next in it moves up.' })
  giveUpSeat(
    @CurrentActor() actor: Actor,
    @Args('input', input(() => GiveUpSeatInput, 'Where.')) given: GiveUpSeatInput,
  ): Promise<Session> {
    return this.seats.giveUp(actor, given);
  }

  @ResolveField(() => Community, { description: 'Whose session it is.' })
  community(@Parent() session: Session, @CurrentLoaders() loaders: Loaders): Promise<Community | null> {
    return loaders.load(this.communities.communitiesByIds, session.communityId);
  }

  @ResolveField(() => Group, { nullable: true, description: 'The group it belongs to; null where it is the whole community’s.' })
  group(@Parent() session: Session, @CurrentLoaders() loaders: Loaders): Promise<Group | null> | null {
    return session.groupId ? loaders.load(this.groups.groupsByIds, session.groupId) : null;
  }

  @ResolveField(() => Need, { description: 'The need it answers.' })
  need(@Parent() session: Session): Need | undefined {
    return session.need;
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation that hosts it.' })
  host(@Parent() session: Session): Organisation | null | undefined {
    return session.host;
  }

  @ResolveField(() => Person, { description: 'Who scheduled it.' })
  scheduledBy(@Parent() session: Session, @CurrentLoaders() loaders: Loaders): Promise<Person | null> {
    return loaders.load(this.people.peopleByIds, session.scheduledById);
  }

  @ResolveField(() => String, { nullable: true, description: 'Only for those with a seat, its organisers and its guests.' })
  link(@Parent() session: Session, @CurrentActor() actor: Actor): string | null {
    return sessionPolicy.seeLink(actor, this.sessions.subjectOf(session)) ? session.link : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether it is over.' })
  isPast(@Parent() session: Session): boolean {
    return session.endsAt <= this.clock.now();
  }

  @ResolveField(() => Seat, { nullable: true, description: 'My seat or my place in the waiting list.' })
  viewerSeat(@Parent() session: Session): Seat | null {
    return session.viewerSeat;
  }

  @ResolveField(() => [SessionAction], { description: 'What I may do with it as it stands.' })
  viewerCan(@Parent() session: Session, @CurrentActor() actor: Actor): string[] {
    return allowedActions(actor, sessionPolicy, this.sessions.subjectOf(session));
  }

  @ResolveField(() => [Seat], { description: 'Who comes, then who waits, in order. Empty for those who are not members.' })
  async participants(@Parent() session: Session, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<Seat[]> {
    if (!sessionPolicy.seeParticipants(actor, this.sessions.subjectOf(session))) return [];
    return (await loaders.load(this.seats.seatsBySessions, session.id)) ?? [];
  }

  @ResolveField(() => [SessionChange], {
    description: 'What changed since it was scheduled, oldest first. Empty for those who are not members.',
  })
  async changes(@Parent() session: Session, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<SessionChange[]> {
    if (!sessionPolicy.seeParticipants(actor, this.sessions.subjectOf(session))) return [];
    return (await loaders.load(this.sessionChanges.changesBySessions, session.id)) ?? [];
  }

  @ResolveField(() => String, { description: 'Address of its calendar file.' })
  calendarUrl(@Parent() session: Session): string {
    return this.calendars.fileUrl(session.id);
  }
}
