import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Templates with their versions, cohorts that start from them, and what a new community does first. */
export class Templates1763754100000 implements MigrationInterface {
  name = 'Templates1763754100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table template (
        id uuid not null default gen_random_uuid(), owner_id uuid, name text not null, version int not null default 1, content jsonb not null,
        updated_at timestamptz(3) not null, retired_at timestamptz(3),
        constraint template_pkey primary key (id),
        constraint template_of_owner foreign key (owner_id) references community (id) on delete cascade)`);
    await runner.query(`create index template_owner on template (owner_id)`);
    await runner.query(`
      create table template_version (
        template_id uuid not null, version int not null, content jsonb not null, written_by_id uuid not null, written_at timestamptz(3) not null,
        constraint template_version_pkey primary key (template_id, version),
        constraint template_version_of foreign key (template_id) references template (id) on delete cascade,
        constraint template_version_written_by foreign key (written_by_id) references person (id))`);
    await runner.query(`
      create table cohort (
        id uuid not null default gen_random_uuid(), community_id uuid not null, name text not null, template_id uuid not null, template_version int not null,
        policy_process_id text, started_by_id uuid not null, started_at timestamptz(3) not null,
        constraint cohort_pkey primary key (id),
        constraint cohort_in_community foreign key (community_id) references community (id) on delete cascade,
        constraint cohort_from_template foreign key (template_id) references template (id),
        constraint cohort_policy_process foreign key (policy_process_id) references policy_process (id),
        constraint cohort_started_by foreign key (started_by_id) references person (id))`);
    await runner.query(`create index cohort_community on cohort (community_id, started_at)`);
    await runner.query(`
      create table community_start (
        community_id uuid not null, template_id uuid not null, template_version int not null, cohort_id uuid, place text not null,
        constraint community_start_pkey primary key (community_id),
        constraint community_start_of foreign key (community_id) references community (id) on delete cascade,
        constraint community_start_from foreign key (template_id) references template (id),
        constraint community_start_in_cohort foreign key (cohort_id) references cohort (id))`);
    await runner.query(`create index community_start_cohort on community_start (cohort_id)`);
    await runner.query(`
      create table start_item (
        id uuid not null default gen_random_uuid(), community_id uuid not null, position int not null, part text, text text not null,
        done_at timestamptz(3), done_by_id uuid,
        constraint start_item_pkey primary key (id),
        constraint start_item_in_community foreign key (community_id) references community (id) on delete cascade,
        constraint start_item_done_by foreign key (done_by_id) references person (id))`);
    await runner.query(`create index start_item_community on start_item (community_id, position)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table start_item, community_start, cohort, template_version, template`);
  }
}
