import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Needs, sessions and positions, too, belong to a community or to one of its groups. */
export class GroupThings1763751200000 implements MigrationInterface {
  name = 'GroupThings1763751200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const thing of ['need', 'session', 'position']) {
      await runner.query(`
        alter table ${thing} add column group_id uuid,
          add constraint ${thing}_group_fk foreign key (group_id) references community_group (id) on delete cascade`);
    }
    await runner.query(`create index need_newest_group on need (group_id, created_at, id) where group_id is not null`);
    await runner.query(`create index session_calendar_group on session (group_id, starts_at, id) where group_id is not null`);
    await runner.query(`create index position_listed_group on position (group_id, updated_at, id) where group_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const thing of ['position', 'session', 'need']) {
      await runner.query(`delete from ${thing} where group_id is not null`);
      await runner.query(`alter table ${thing} drop column group_id`);
    }
  }
}
