import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { createServer } from '../../../apps/api/server.js';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildPerson } from '../../domain/people/testing.js';

declare module '#platform/events' {
  interface EventPayloads {
    'jobs.tried': { which: string };
    'jobs.counted': { which: string };
  }
}

/** At once, and nine times as a job. */
const TRIES = 10;
const PARKED = '{ parkedJobs { id queue attempts error failedAt } }';
const RETRY = 'mutation ($id: ID!) { retryParkedJob(id: $id) }';

let app: TestApp;
let second: NestFastifyApplication;
/** What the listener of both applications heard. */
let heard: string[] = [];
let mood: 'works' | 'fails' = 'works';

const listen = (events: Events) =>
  events.listen('jobs.tried', 'jobs.test', async ({ payload }) => {
    heard.push(payload.which);
    if (mood === 'fails') throw new TypeError('with a secret in its message');
  });

const tell = (which: string) => app.database.transaction((tx) => app.get(Events).publish(tx, 'jobs.tried', { which }));

const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 400; tries++) {
    if (await done()) return;
    await sleep(25);
  }
  throw new Error('it did not come about within ten seconds');
};

beforeAll(async () => {
  app = await startTestApp({ LOG_LEVEL: 'silent' });
  second = await createServer(app.config, app.databaseUrl, '');
  listen(app.get(Events));
  listen(second.get(Events));
});
afterAll(async () => {
  await second.close();
  await app.stop();
});
beforeEach(() => {
  heard = [];
  mood = 'works';
});

describe('a job', () => {
  it('of a transaction that is rolled back is not done', async () => {
    const failed = app.database.transaction(async (tx) => {
      await app.get(Events).publish(tx, 'jobs.tried', { which: 'undone' });
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    await tell('done');
    await until(() => heard.length > 0);
    await app.jobsDone();
    expect(heard).toEqual(['done']);
    expect(await app.sql(`select from event where payload->>'which' = 'undone'`)).toEqual([]);
  });

  it('is done once, though two applications share the database', async () => {
    const all = Array.from({ length: 40 }, (_, index) => `job ${index}`);
    // Both send, both work.
    await Promise.all(
      all.map((which, index) => {
        const sender = index % 2 === 0 ? app.nest : second;
        return sender.get(Database).transaction((tx) => sender.get(Events).publish(tx, 'jobs.tried', { which }));
      }),
    );
    await until(() => heard.length >= all.length);
    await app.jobsDone();
    expect(heard.toSorted()).toEqual(all.toSorted());
  });
});

describe('an event', () => {
  it('is heard again when the process that took it was killed', async () => {
    mood = 'works';
    await app.sql(`with told as (insert into event (name, payload) values ('jobs.tried', '{"which": "taken"}') returning id)
      insert into event_waiting (event_id, taken_until) select id, now() + interval '1 minute' from told`);
    await tell('another');
    await until(() => heard.length > 0);
    expect(heard).toEqual(['another']);
    await app.sql(`update event_waiting set taken_until = now() - interval '1 second'`);
    await until(() => heard.length > 1);
    await app.jobsDone();
    expect(heard).toEqual(['another', 'taken']);
    expect(await app.sql('select from event_waiting')).toEqual([]);
  });

  it('that cannot be heard does not hold up those that wait with it', async () => {
    const together: number[] = [];
    const done: string[] = [];
    for (const each of [app.get(Events), second.get(Events)])
      each.listenMany('jobs.counted', 'jobs.test-many', async (events) => {
        together.push(events.length);
        if (events.some(({ payload }) => payload.which === 'bad')) throw new TypeError('bad');
        done.push(...events.map(({ payload }) => payload.which));
      });
    await app.database.transaction(async (tx) => {
      for (const which of ['good', 'bad', 'better']) await app.get(Events).publish(tx, 'jobs.counted', { which });
    });
    await until(() => done.length === 2);
    expect(done).toEqual(['good', 'better']);
    expect(together.slice(0, 4)).toEqual([3, 1, 1, 1]);
    await until(async () => (await app.sql(`select from pgboss.job where name = 'events' and state in ('created', 'retry')`)).length === 1);
    await app.sql(`delete from pgboss.job where name = 'events'`);
  });
});

describe('a job that fails', () => {
  it('is tried again after growing pauses, then parked; an administrator sees it and lets it try again', async () => {
    const member = await buildPerson(app, { name: 'A member' });
    const administrator = await buildPerson(app, { name: 'An administrator' });
    await app.sql('update person set is_administrator = true where id = $1', [administrator.id]);
    mood = 'fails';
    await tell('stubborn');

    const pauses: number[] = [];
    for (let tries = 1; tries < TRIES; tries++) {
      let pause: number | undefined;
      await until(async () => {
        const [job] = await app.sql<{ pause: number }>(
          `select extract(epoch from start_after - now())::float as pause from pgboss.job where name = 'events' and state in ('created', 'retry')`,
        );
        pause = job?.pause;
        return job !== undefined;
      });
      pauses.push(pause ?? 0);
      expect(heard).toHaveLength(tries);
      // Nobody waits for an hour here.
      await app.sql(`update pgboss.job set start_after = now() where name = 'events' and state in ('created', 'retry')`);
      await until(() => heard.length > tries);
    }
    // With some chance in each, so that many that failed together do not come back together.
    expect(pauses[0]).toBeLessThan(5);
    expect(pauses.at(-1)).toBeGreaterThan(100);
    for (let at = 2; at < pauses.length; at++) expect(pauses[at]).toBeGreaterThan(pauses[at - 2] ?? 0);

    await until(async () => (await app.ok(PARKED, {}, { as: administrator.id }))['parkedJobs'].length > 0);
    expect(heard).toHaveLength(TRIES);
    const { parkedJobs } = await app.ok(PARKED, {}, { as: administrator.id });
    expect(parkedJobs).toEqual([
      { id: expect.any(String), queue: 'events', attempts: TRIES - 1, error: 'TypeError', failedAt: expect.any(String) },
    ]);
    const [{ id }] = parkedJobs as [{ id: string }];

    expect(await app.refusal(PARKED, {}, { as: member.id })).toBe('NOT_FOUND');
    expect(await app.refusal(RETRY, { id }, { as: member.id })).toBe('NOT_FOUND');
    expect(await app.refusal(PARKED)).toBe('UNAUTHENTICATED');
    expect(await app.refusal(RETRY, { id: member.id }, { as: administrator.id })).toBe('NOT_FOUND');

    mood = 'works';
    await app.ok(RETRY, { id }, { as: administrator.id });
    await until(() => heard.length > TRIES);
    await app.jobsDone();
    expect((await app.ok(PARKED, {}, { as: administrator.id }))['parkedJobs']).toEqual([]);
    expect(await app.refusal(RETRY, { id }, { as: administrator.id })).toBe('NOT_FOUND');
  }, 60_000);
});
