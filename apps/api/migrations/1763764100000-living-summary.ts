import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is kept on top of a conversation, version by version, and how far each reader has seen it. */
export class LivingSummary1763764100000 implements MigrationInterface {
  name = 'LivingSummary1763764100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table thread add column summary_version integer not null default 0`);
    await runner.query(`alter table thread_reading add column seen_summary integer`);
    await runner.query(`
      create table thread_summary (
        thread_id uuid not null,
        version integer not null,
        agree jsonb,
        differ jsonb,
        open jsonb,
        decided jsonb,
        sources integer[] not null,
        kept_by_id uuid,
        kept_at timestamptz(3) not null,
        constraint thread_summary_pk primary key (thread_id, version),
        constraint thread_summary_thread_fk foreign key (thread_id) references thread (id) on delete cascade,
        constraint thread_summary_kept_by_fk foreign key (kept_by_id) references person (id))`);
    await runner.query(`create index thread_summary_kept_by on thread_summary (kept_by_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table thread_summary`);
    await runner.query(`alter table thread_reading drop column seen_summary`);
    await runner.query(`alter table thread drop column summary_version`);
  }
}
