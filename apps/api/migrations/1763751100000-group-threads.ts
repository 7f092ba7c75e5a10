import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A conversation belongs to a community or to one of its groups; a notice knows the group that its subject is in. */
export class GroupThreads1763751100000 implements MigrationInterface {
  name = 'GroupThreads1763751100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table thread add column group_id uuid,
        add constraint thread_group_fk foreign key (group_id) references community_group (id) on delete cascade,
        drop constraint thread_level,
        add constraint thread_level check (level in ('PUBLIC', 'COMMUNITY', 'GROUP')),
        add constraint thread_group_level check ((level = 'GROUP') = (group_id is not null))`);
    await runner.query(`create index thread_newest_group on thread (group_id, last_post_at desc, id desc) where group_id is not null`);
    await runner.query(`alter table notification add column group_id uuid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table notification drop column group_id`);
    await runner.query(`delete from thread where group_id is not null`);
    await runner.query(`
      alter table thread drop constraint thread_group_level, drop constraint thread_level, drop column group_id,
        add constraint thread_level check (level in ('PUBLIC', 'COMMUNITY'))`);
  }
}
