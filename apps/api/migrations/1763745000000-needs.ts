import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What communities need to know, in their own words. */
export class Needs1763745000000 implements MigrationInterface {
  name = 'Needs1763745000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table need (
        id uuid not null default gen_random_uuid(), community_id uuid not null, statement text not null, raised_by_id uuid not null,
        created_at timestamptz not null, session_count integer not null default 0,
        constraint need_pk primary key (id),
        constraint need_community_fk foreign key (community_id) references community (id) on delete cascade,
        constraint need_raised_by_fk foreign key (raised_by_id) references person (id),
        constraint need_statement_length check (length(statement) between 10 and 500),
        constraint need_session_count_positive check (session_count >= 0))`);
    await runner.query(`create index need_newest on need (community_id, created_at, id)`);
    await runner.query(`create index need_raised_by on need (raised_by_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table need`);
  }
}
