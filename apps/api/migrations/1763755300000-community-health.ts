import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comings and goings, wished mixes, and who sees the health of a community. */
export class CommunityHealth1763755300000 implements MigrationInterface {
  name = 'CommunityHealth1763755300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table membership_change (
        event_id uuid not null, community_id uuid not null, by smallint not null, at timestamptz(3) not null,
        constraint membership_change_pkey primary key (event_id),
        constraint membership_change_by check (by in (1, -1)),
        constraint membership_change_of_community foreign key (community_id) references community (id) on delete cascade)`);
    await runner.query(`create index membership_change_month on membership_change (community_id, at)`);
    // Those who are here came once.
    await runner.query(
      `insert into membership_change (event_id, community_id, by, at) select id, community_id, 1, joined_at from membership`,
    );
    await runner.query(`
      create table wished_share (
        community_id uuid not null, mix text not null, key text not null, percent int not null,
        constraint wished_share_pkey primary key (community_id, mix, key),
        constraint wished_share_percent check (percent between 1 and 100),
        constraint wished_share_of_community foreign key (community_id) references community (id) on delete cascade)`);
    await runner.query(`
      create table health_sharing (
        community_id uuid not null, is_for_members boolean not null default false,
        constraint health_sharing_pkey primary key (community_id),
        constraint health_sharing_of_community foreign key (community_id) references community (id) on delete cascade)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table health_sharing, wished_share, membership_change`);
  }
}
