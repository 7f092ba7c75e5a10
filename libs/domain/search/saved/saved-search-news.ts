import '../search.events.js';
import { Injectable } from '@nestjs/common';
import { inUse } from '#domain/people';
import { Authentication } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement } from '#platform/database';
import { Events } from '#platform/events';
import { Jobs } from '#platform/jobs';
import { Search } from '../finding/search.service.js';
import type { SavedSearch } from './saved-search.entity.js';

const NEWS = 'search.tell-news';
const ON_MONDAYS = '10 6 * * 1';

/** $1 after this id. */
const NEXT: Statement = {
  name: 'saved-searches.next',
  text: `select q.id, q.person_id as "personId", q.text, q.filter, greatest(q.seen_at, q.told_at) as "seenAt" from saved_search q join person p on p.id = q.person_id
          where q.is_on and q.id > $1::uuid and ${inUse('p')} order by q.id limit 100`,
};
const TOLD: Statement = { name: 'saved-searches.told', text: `update saved_search set told_at = $2 where id = $1 and is_on returning id` };

/** Once a week, says of each search that is kept whether it finds more. By then one may read what one may read then. */
@Injectable()
export class SavedSearchNews {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly authentication: Authentication,
    private readonly everything: Search,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {
    this.jobs.define(NEWS, () => this.tellAll(), ON_MONDAYS);
  }

  async tellAll(): Promise<void> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const some = await this.database.read<Pick<SavedSearch, 'id' | 'personId' | 'text' | 'filter' | 'seenAt'>>(NEXT, [after]);
      for (const saved of some) await this.tell(saved);
      const last = some.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  private async tell({
    id,
    personId,
    text,
    filter,
    seenAt,
  }: Pick<SavedSearch, 'id' | 'personId' | 'text' | 'filter' | 'seenAt'>): Promise<void> {
    const now = this.clock.now();
    const actor = await this.authentication.actorByPerson(personId);
    if ((await this.everything.countSince(actor, text, filter, seenAt)) === 0) return;
    await this.database.transaction(async (tx) => {
      const [told] = await this.database.run(tx, TOLD, [id, now]);
      if (told) await this.events.publish(tx, 'search.news-found', { savedSearchId: id, personId });
    });
  }
}
