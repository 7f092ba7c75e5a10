import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The inbox, and what each person wants to hear of. */
export class Notifications1763748000000 implements MigrationInterface {
  name = 'Notifications1763748000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notification (
        id uuid not null default gen_random_uuid(), person_id uuid not null, kind text not null, reason text not null,
        community_id uuid, actor_id uuid, subject_kind text not null, subject_id uuid not null, path text not null,
        changes jsonb not null default '[]', count integer not null default 1, event_ids uuid[] not null,
        created_at timestamptz not null default now(), read_at timestamptz,
        constraint notification_pk primary key (id), constraint notification_count check (count >= 1))`);
    await runner.query(`create index notification_newest on notification (person_id, created_at, id)`);
    await runner.query(`create unique index notification_unread_group on notification (person_id, kind, path) where read_at is null`);
    await runner.query(`
      create table notification_preference (
        person_id uuid not null, kind text not null, channel text not null,
        constraint notification_preference_pk primary key (person_id, kind))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table notification_preference, notification`);
  }
}
