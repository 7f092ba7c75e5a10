import { Injectable } from '@nestjs/common';
import { type Actor, hashToken, newToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement } from '#platform/database';
import { NotFound } from '#platform/errors';
import { uuid } from '#platform/graphql';
import { CalendarFeed, type CreatedCalendarFeed } from './calendar-feed.entity.js';
import { Calendars } from './calendars.service.js';
import { TooManyFeeds } from './peer-learning.errors.js';

const MOST_FEEDS = 5;
/** Two at once would both count four: one waits for the other. */
const ONE_AT_A_TIME: Statement = {
  name: 'calendar-feeds.lock',
  text: `select pg_advisory_xact_lock(hashtextextended('calendar-feed:' || $1, 0))`,
};

/** A person's own secret calendar addresses. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly database: Database,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<CalendarFeed[]> {
    return this.database.dataSource.manager.find(CalendarFeed, {
      where: { personId: actor.personId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** The address is shown once: we keep only its hash. */
  async create(actor: Actor): Promise<CreatedCalendarFeed> {
    const { personId } = actor;
    const token = newToken();
    const feed = await this.database.transaction(async (tx) => {
      await this.database.run(tx, ONE_AT_A_TIME, [personId]);
      if ((await tx.countBy(CalendarFeed, { personId })) >= MOST_FEEDS) throw new TooManyFeeds();
      const created = tx.create(CalendarFeed, { personId, tokenHash: hashToken(token), createdAt: this.clock.now(), lastFetchedAt: null });
      await tx.insert(CalendarFeed, created);
      return created;
    });
    return { feed, url: this.calendars.feedUrl(token) };
  }

  /** From now on the address answers like one that never was. @throws NotFound when it is not one's own */
  async revoke(actor: Actor, feedId: string): Promise<true> {
    const { affected } = await this.database.dataSource.manager.delete(CalendarFeed, { id: uuid(feedId), personId: actor.personId });
    if (!affected) throw new NotFound();
    return true;
  }
}
