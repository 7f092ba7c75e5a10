import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Threads with a purpose: questions with an answer, case clinics with phases, signals that others see too, announcements that are confirmed. */
export class ThreadKinds1763764000000 implements MigrationInterface {
  name = 'ThreadKinds1763764000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table thread
        add column kind text not null default 'DISCUSSION',
        add column phase text,
        add column answer_post_id uuid,
        add constraint thread_kind check (kind in ('DISCUSSION', 'QUESTION', 'CASE_CLINIC', 'EXPERIENCE', 'SIGNAL', 'ANNOUNCEMENT')),
        add constraint thread_phase check ((kind = 'CASE_CLINIC') = (phase is not null))`);
    // Plain discussions are not in it: a reply to one moves no row of it.
    await runner.query(
      `create index thread_newest_kind on thread (community_id, kind, last_post_at desc, id desc) where kind <> 'DISCUSSION'`,
    );
    await runner.query(`alter table post add column phase text`);
    for (const [table, at] of [
      ['signal_echo', 'echoed_at'],
      ['announcement_receipt', 'confirmed_at'],
    ]) {
      await runner.query(`
        create table ${table} (
          thread_id uuid not null,
          person_id uuid not null,
          ${at} timestamptz(3) not null,
          constraint ${table}_pk primary key (thread_id, person_id),
          constraint ${table}_thread_fk foreign key (thread_id) references thread (id) on delete cascade,
          constraint ${table}_person_fk foreign key (person_id) references person (id) on delete cascade)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table announcement_receipt, signal_echo`);
    await runner.query(`alter table post drop column phase`);
    await runner.query(`drop index thread_newest_kind`);
    await runner.query(`alter table thread drop column kind, drop column phase, drop column answer_post_id`);
  }
}
