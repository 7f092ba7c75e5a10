import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events wait in a small table of their own until their listeners have heard them; before, each was a job per listener. */
export class EventsWaiting1763750000000 implements MigrationInterface {
  name = 'EventsWaiting1763750000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table event_waiting (
        place bigint generated always as identity primary key, event_id uuid not null, taken_until timestamptz not null default '-infinity')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table event_waiting`);
  }
}
