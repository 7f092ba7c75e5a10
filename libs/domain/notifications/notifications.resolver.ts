import { Args, ArgsType, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Communities, Community } from '#domain/communities';
import { People, Person, Viewer } from '#domain/people';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { Invalid } from '#platform/errors';
import { Connection, PageArgs, uuid } from '#platform/graphql';
import { Inbox, type InboxRow } from './inbox.service.js';
import { Notification, NotificationPreference } from './notification.entity.js';
import { NotificationChannel, NotificationKind } from './notification.enums.js';

const NotificationConnection = Connection('Notification', () => Notification);

@ArgsType()
class NotificationArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Only what is not read yet.' })
  unreadOnly?: boolean;
}

@Resolver(() => Notification)
export class NotificationsResolver {
  constructor(
    private readonly inbox: Inbox,
    private readonly communities: Communities,
    private readonly people: People,
  ) {}

  @Query(() => NotificationConnection, { description: 'My inbox, newest first.' })
  notifications(@CurrentActor() actor: Actor, @Args() { first = 20, after, unreadOnly = false }: NotificationArgs) {
    return this.inbox.list(actor, first, after, unreadOnly);
  }

  @Query(() => [NotificationPreference], { description: 'How far each kind of notice may come to me.' })
  notificationPreferences(@CurrentActor() actor: Actor) {
    return this.inbox.preferences(actor.personId);
  }

  @Mutation(() => Int, { description: 'Marks notices as read. Answers how many unread ones are left.' })
  markNotificationsRead(
    @CurrentActor() actor: Actor,
    @Args('ids', { type: () => [ID], nullable: true, description: 'Which; up to 100.' }) ids?: string[],
    @Args('all', { type: () => Boolean, nullable: true, description: 'All of them.' }) all?: boolean,
  ): Promise<number> {
    if (ids && ids.length > 100) throw Invalid.field('ids', 'TOO_MANY', 'Mark at most 100 at a time, or all of them.');
    return this.inbox.markRead(actor, all ? null : (ids ?? []).map(uuid));
  }

  @Mutation(() => [NotificationPreference], { description: 'Says how far a kind of notice may come; NONE stops it.' })
  async setNotificationPreference(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => NotificationKind, description: 'The kind.' }) kind: NotificationKind,
    @Args('channel', { type: () => NotificationChannel, description: 'How far.' }) channel: NotificationChannel,
  ) {
    await this.inbox.setPreference(actor.personId, kind, channel);
    return this.inbox.preferences(actor.personId);
  }

  @ResolveField(() => String, { description: 'Title of the thread, session or position, or the name of the community, as it is now.' })
  subject(@Parent() row: InboxRow): string {
    return row.subject;
  }

  @ResolveField(() => Community, { nullable: true, description: 'Where it happened.' })
  community(@Parent() row: InboxRow, @CurrentLoaders() loaders: Loaders) {
    return row.communityId ? loaders.load(this.communities.communitiesByIds, row.communityId) : null;
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who did it, the latest if there are several.' })
  actor(@Parent() row: InboxRow, @CurrentLoaders() loaders: Loaders) {
    return row.actorId ? loaders.load(this.people.peopleByIds, row.actorId) : null;
  }
}

/** What the inbox adds to the signed-in account. */
@Resolver(() => Viewer)
export class ViewerInboxResolver {
  constructor(private readonly inbox: Inbox) {}

  @ResolveField(() => Int, { description: 'Unread notices, up to 100.' })
  unreadNotificationCount(@CurrentActor() actor: Actor): Promise<number> {
    return this.inbox.unreadCount(actor.personId);
  }
}
