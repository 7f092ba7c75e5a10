import type { INestApplicationContext } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { Authentication } from '#platform/auth';
import { Clock } from '#platform/clock';
import { SearchIndex } from '#domain/search';
import { Database } from '#platform/database';
import { loadCircles, loadWords } from './load-circles.js';
import { loadDoors } from './load-doors.js';
import { loadDirectory } from './load-directory.js';
import { loadGuests } from './load-guests.js';
import { loadGroups } from './load-groups.js';
import { loadExchange } from './load-exchange.js';
import { loadPlaces } from './load-places.js';
import { loadPositions } from './load-positions.js';
import { loadSessions } from './load-sessions.js';
import { loadTalk } from './load-talk.js';

/** A clock that the demo sets, so that its services write the past as they write the present. */
export class DemoClock extends Clock {
  private shownAt: Date | null = null;
  override now(): Date {
    return this.shownAt ? new Date(this.shownAt) : new Date();
  }
  show(moment: Date): void {
    this.shownAt = moment;
  }
}

/** What the parts of the demo load with. */
export interface Stage {
  app: INestApplicationContext;
  database: Database;
  clock: DemoClock;
  now: Date;
  personId: (key: string) => string;
  organisationId: (key: string) => string;
  communityId: (key: string) => string;
  actor: (key: string) => ReturnType<Authentication['actorByPerson']>;
}

const HOUR = 3_600_000;
/** Notices about what is older are not sent any more. */
const FRESH_HOURS = 60;

const COUNT_WEEKS = `
  insert into community_week (community_id, week, posts)
  select t.community_id, date_trunc('week', p.created_at at time zone 'UTC')::date, count(*) from post p join thread t on t.id = p.thread_id
   where t.group_id is null group by 1, 2`;

/** Loads the demo through the same services that people use, with the clock set back. */
export async function loadDemo(app: INestApplicationContext, clock: DemoClock, passwordHash: string): Promise<void> {
  const database = app.get(Database);
  const authentication = app.get(Authentication);
  const now = new Date();
  const ids = await loadPlaces(app, database, now, passwordHash);
  const known = (map: Map<string, string>, key: string): string => {
    const id = map.get(key);
    if (!id) throw new Error(`the demo knows no ${key}`);
    return id;
  };
  const stage: Stage = {
    app,
    database,
    clock,
    now,
    personId: (key) => known(ids.people, key),
    organisationId: (key) => known(ids.organisations, key),
    communityId: (key) => known(ids.communities, key),
    actor: (key) => authentication.actorByPerson(known(ids.people, key)),
  };
  await loadDoors(stage);
  await loadDirectory(stage);
  await loadCircles(stage);
  await loadWords(stage);
  await loadExchange(stage);
  await loadPositions(stage);
  await loadSessions(stage);
  await loadGroups(stage);
  const fresh = new Date(now.getTime() - FRESH_HOURS * HOUR);
  await loadTalk(stage, { before: fresh });
  await loadGuests(stage, FRESH_HOURS);
  // Nobody is told today of what was said weeks ago; what listeners count is counted here.
  await database.pool.query(`delete from event_waiting`);
  await database.pool.query(`delete from pgboss.job where name in ('events', 'mail.send')`);
  await database.pool.query(`delete from mail`);
  await database.pool.query(COUNT_WEEKS);
  await database.pool.query(`update thread_stir s set told_position = t.post_count from thread t where t.id = s.thread_id`);
  await loadTalk(stage, { from: fresh });
  await app.get(SearchIndex, { strict: false }).rebuild();
  await database.pool.query('delete from mutation_key');
}

/** As for people's own passwords. */
export const demoPasswordHash = (password: string): Promise<string> => hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
