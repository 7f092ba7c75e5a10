import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions to those who ask to join, and links by which several people can join. */
export class WaysIn1763755000000 implements MigrationInterface {
  name = 'WaysIn1763755000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table join_question (
        id uuid not null default gen_random_uuid(), community_id uuid not null, position int not null, text text not null, kind text not null,
        choices text[] not null default '{}', is_required boolean not null default false,
        constraint join_question_pkey primary key (id),
        constraint join_question_kind check (kind in ('TEXT', 'CHOICE')),
        constraint join_question_of_community foreign key (community_id) references community (id) on delete cascade)`);
    await runner.query(`create index join_question_order on join_question (community_id, position)`);
    await runner.query(`alter table join_request add column answers jsonb not null default '[]'`);
    await runner.query(`create index join_request_listed on join_request (community_id, created_at, id) where answered_at is null`);
    await runner.query(`create index join_request_answered on join_request (answered_at) where answered_at is not null`);
    await runner.query(`
      create table invitation_link (
        id uuid not null default gen_random_uuid(), community_id uuid not null, name text not null, role text not null, token_hash bytea not null,
        created_by_id uuid not null, created_at timestamptz(3) not null, expires_at timestamptz(3) not null,
        max_uses int not null, uses int not null default 0, revoked_at timestamptz(3),
        constraint invitation_link_pkey primary key (id),
        constraint invitation_link_token unique (token_hash),
        constraint invitation_link_uses check (uses between 0 and max_uses),
        constraint invitation_link_to_community foreign key (community_id) references community (id) on delete cascade,
        constraint invitation_link_created_by foreign key (created_by_id) references person (id))`);
    await runner.query(`create index invitation_link_community on invitation_link (community_id, created_at)`);
    await runner.query(`drop index invitation_community`);
    await runner.query(`create index invitation_community on invitation (community_id, created_at, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index invitation_community`);
    await runner.query(`create index invitation_community on invitation (community_id, created_at)`);
    await runner.query(`drop table invitation_link, join_question`);
    await runner.query(`drop index join_request_listed, join_request_answered`);
    await runner.query(`alter table join_request drop column answers`);
  }
}
