import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Unattributed posts: a number instead of an author, the one table that knows, and how many people there must be. */
export class Unattributed1763752000000 implements MigrationInterface {
  name = 'Unattributed1763752000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table thread alter column author_id drop not null, alter column last_post_by_id drop not null,
        drop constraint thread_level, add constraint thread_level check (level in ('PUBLIC', 'COMMUNITY', 'GROUP', 'UNATTRIBUTED')),
        drop constraint thread_group_level,
        add constraint thread_group_level check (level = 'UNATTRIBUTED' or (level = 'GROUP') = (group_id is not null))`);
    await runner.query(`
      alter table post alter column author_id drop not null, add column voice integer,
        add constraint post_voice check ((author_id is null) = (voice is not null))`);
    await runner.query(`
      create table unattributed_author (
        post_id uuid not null,
        thread_id uuid not null,
        person_id uuid not null,
        voice integer not null,
        is_opening boolean not null,
        is_told boolean not null default false,
        constraint unattributed_author_pk primary key (post_id),
        constraint unattributed_author_post_fk foreign key (post_id) references post (id) on delete cascade,
        constraint unattributed_author_person_fk foreign key (person_id) references person (id) on delete cascade)`);
    await runner.query(`create index unattributed_author_voice on unattributed_author (thread_id, person_id)`);
    await runner.query(`
      create table unattributed_floor (
        community_id uuid not null,
        people integer not null,
        constraint unattributed_floor_pk primary key (community_id),
        constraint unattributed_floor_community_fk foreign key (community_id) references community (id) on delete cascade,
        constraint unattributed_floor_people check (people between 5 and 500))`);
  }

  /** What was said without a name cannot get one: it goes with the table. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table unattributed_floor, unattributed_author`);
    await runner.query(`delete from thread where author_id is null`);
    await runner.query(`delete from post where author_id is null`);
    await runner.query(`update thread t set last_post_by_id = t.author_id where last_post_by_id is null`);
    await runner.query(`alter table post drop constraint post_voice, drop column voice, alter column author_id set not null`);
    await runner.query(`
      alter table thread alter column author_id set not null, alter column last_post_by_id set not null,
        drop constraint thread_level, add constraint thread_level check (level in ('PUBLIC', 'COMMUNITY', 'GROUP')),
        drop constraint thread_group_level, add constraint thread_group_level check ((level = 'GROUP') = (group_id is not null))`);
  }
}
