import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Interpreting and compensation: what communities and sessions offer, and what members need. */
export class Support1763763200000 implements MigrationInterface {
  name = 'Support1763763200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table community_support (
        community_id uuid not null, interpreting text[] not null default '{}', compensation text,
        constraint community_support_pkey primary key (community_id),
        constraint community_support_of foreign key (community_id) references community (id) on delete cascade)`);
    await runner.query(`
      create table session_support (
        session_id uuid not null, interpreting text[] not null default '{}', compensation text,
        constraint session_support_pkey primary key (session_id),
        constraint session_support_of foreign key (session_id) references session (id) on delete cascade)`);
    await runner.query(`
      create table interpretation_need (
        membership_id uuid not null, languages text[] not null default '{}', note text,
        constraint interpretation_need_pkey primary key (membership_id),
        constraint interpretation_need_of_membership foreign key (membership_id) references membership (id) on delete cascade)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table interpretation_need, session_support, community_support`);
  }
}
