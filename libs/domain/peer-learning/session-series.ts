import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Communities, communityPolicy, type SessionSeries as Series, Templates } from '#domain/communities';
import { Authentication } from '#platform/auth';
import { Events } from '#platform/events';
import { Sessions } from './sessions.service.js';

/** The wall-clock starts of a series in a community that began on this day: each on its weekday, the first so many weeks later. */
export function startsOf(
  series: Pick<Series, 'firstAfterWeeks' | 'everyWeeks' | 'times' | 'weekday' | 'at'>,
  began: Temporal.PlainDate,
): string[] {
  const first = began.add({ weeks: series.firstAfterWeeks });
  const onDay = first.add({ days: (series.weekday - first.dayOfWeek + 7) % 7 });
  return Array.from({ length: series.times }, (_, at) => `${onDay.add({ weeks: at * series.everyWeeks }).toString()}T${series.at}`);
}

/** Sessions that come back in communities that start from a template. */
@Injectable()
export class SessionSeries implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly templates: Templates,
    private readonly communities: Communities,
    private readonly sessions: Sessions,
    private readonly authentication: Authentication,
  ) {}

  onModuleInit(): void {
    this.events.listen('communities.community-started-from-template', 'peer-learning.set-series', ({ id, payload, occurredAt }) =>
      this.set(id, payload, occurredAt),
    );
  }

  /** In the name and the zone of whoever started it. Each session has a key of its own, so that being told twice sets nothing twice. */
  async set(
    eventId: string,
    told: { communityId: string; templateId: string; templateVersion: number; startedById: string },
    occurredAt: Date,
  ): Promise<void> {
    const series = await this.templates.seriesOf(told.templateId, told.templateVersion);
    if (series.length === 0) return;
    const actor = await this.authentication.actorByPerson(told.startedById);
    const [community] = await this.communities.communitiesByIds([told.communityId]);
    // Who has gone meanwhile sets nothing any more.
    if (!community || !communityPolicy.scheduleSession(actor, community)) return;
    const { timeZone } = actor.signedIn;
    const began = Temporal.Instant.fromEpochMilliseconds(occurredAt.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
    for (const [which, { title, need, minutes, place, seats, ...rhythm }] of series.entries()) {
      let needId: string | undefined;
      for (const [at, localStart] of startsOf(rhythm, began).entries()) {
        const session = await this.sessions.schedule(actor, {
          communityId: community.id,
          title,
          kind: 'PEER_LEARNING',
          ...(needId ? { needId } : { needStatement: need }),
          localStart,
          timeZone,
          durationMinutes: minutes,
          place,
          seats,
          mutationKey: `series-${eventId}-${which}-${at}`,
        });
        needId = session.needId;
      }
    }
  }
}
