import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'COMMUNITY_OF_PRACTICE', 'NETWORK', 'LEARNING_SYSTEM', 'TASK_FORCE', 'WORKING_GROUP', 'PROJECT_CIRCLE'`;

/** Kinds with their particulars, parts and partners, rolls that follow others, archived communities. */
export class Families1763754000000 implements MigrationInterface {
  name = 'Families1763754000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table community
        add column inherits_members boolean not null default false, add column circle_of_id uuid, add column task text, add column ends_on date,
        add column project_name text, add column project_url text, add column archived_at timestamptz(3), add column archive_note text,
        add column merged_into_id uuid,
        add constraint community_circle_of_whole foreign key (circle_of_id) references community (id),
        add constraint community_merged_into foreign key (merged_into_id) references community (id),
        drop constraint community_kind,
        add constraint community_kind check (kind in (${KINDS}, 'PROGRAMME_STRAND'))`);
    await runner.query(`create unique index community_circle_of on community (circle_of_id) where circle_of_id is not null`);
    // Few are archived: who acts is loaded with each request, and looks here for those among their communities.
    await runner.query(`create index community_archived on community (id) where archived_at is not null`);
    await runner.query(`alter table membership add column is_inherited boolean not null default false`);
    await runner.query(`
      create table community_tie (
        id uuid not null default gen_random_uuid(), kind text not null, community_id uuid not null, other_id uuid, proposed_from_id uuid not null,
        proposed_by_id uuid not null, outside_name text, outside_url text, note text, created_at timestamptz(3) not null, agreed_at timestamptz(3),
        constraint community_tie_pkey primary key (id),
        constraint community_tie_kind check (kind in ('PART', 'PARTNER')),
        constraint community_tie_target check (
          (other_id is null) = (outside_name is not null) and (kind = 'PARTNER' or other_id is not null) and other_id <> community_id),
        constraint community_tie_of_community foreign key (community_id) references community (id) on delete cascade,
        constraint community_tie_with_other foreign key (other_id) references community (id) on delete cascade,
        constraint community_tie_proposed_from foreign key (proposed_from_id) references community (id) on delete cascade,
        constraint community_tie_proposed_by foreign key (proposed_by_id) references person (id))`);
    await runner.query(`
      create unique index community_tie_once on community_tie (kind, least(community_id, other_id), greatest(community_id, other_id))
       where other_id is not null`);
    await runner.query(`create index community_tie_of on community_tie (community_id)`);
    await runner.query(`create index community_tie_with on community_tie (other_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table community_tie`);
    await runner.query(`alter table membership drop column is_inherited`);
    await runner.query(`drop index community_circle_of, community_archived`);
    await runner.query(`
      alter table community
        drop column inherits_members, drop column circle_of_id, drop column task, drop column ends_on, drop column project_name,
        drop column project_url, drop column archived_at, drop column archive_note, drop column merged_into_id, drop constraint community_kind`);
    await runner.query(`update community set kind = 'WORKING_GROUP' where kind = 'PROGRAMME_STRAND'`);
    await runner.query(`alter table community add constraint community_kind check (kind in (${KINDS}))`);
  }
}
