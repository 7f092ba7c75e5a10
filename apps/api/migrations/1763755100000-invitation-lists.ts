import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of addresses to invite, and what stood beside an address. */
export class InvitationLists1763755100000 implements MigrationInterface {
  name = 'InvitationLists1763755100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table invitation add column name text, add column organisation_name text`);
    await runner.query(`create index invitation_address on invitation (community_id, email)`);
    await runner.query(`
      create table invitation_list (
        id uuid not null default gen_random_uuid(), community_id uuid not null, sent_by_id uuid not null, rows jsonb not null,
        total int not null, done int not null default 0, created_at timestamptz(3) not null, finished_at timestamptz(3),
        constraint invitation_list_pkey primary key (id),
        constraint invitation_list_done check (done between 0 and total),
        constraint invitation_list_to_community foreign key (community_id) references community (id) on delete cascade,
        constraint invitation_list_sent_by foreign key (sent_by_id) references person (id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table invitation_list`);
    await runner.query(`drop index invitation_address`);
    await runner.query(`alter table invitation drop column name, drop column organisation_name`);
  }
}
