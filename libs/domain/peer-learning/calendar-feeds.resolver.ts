import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { CalendarFeed, CreatedCalendarFeed } from './calendar-feed.entity.js';
import { CalendarFeeds } from './calendar-feeds.service.js';

@Resolver(() => CalendarFeed)
export class CalendarFeedsResolver {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Query(() => [CalendarFeed], { description: 'My calendar addresses, oldest first.' })
  calendarFeeds(@CurrentActor() actor: Actor): Promise<CalendarFeed[]> {
    return this.feeds.list(actor);
  }

  @Mutation(() => CreatedCalendarFeed, { description: 'Make a secret calendar address; five at most.' })
  createCalendarFeed(@CurrentActor() actor: Actor): Promise<CreatedCalendarFeed> {
    return this.feeds.create(actor);
  }

  @Mutation(() => Boolean, { description: 'Revoke a calendar address; it answers nothing from now on.' })
  revokeCalendarFeed(
    @CurrentActor() actor: Actor,
    @Args('feedId', { type: () => ID, description: 'Which one.' }) feedId: string,
  ): Promise<boolean> {
    return this.feeds.revoke(actor, feedId);
  }
}
