import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A group may go on with what a community was before it became part of another. */
export class Merging1763760000000 implements MigrationInterface {
  name = 'Merging1763760000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table community_group add column continues_id uuid,
        add constraint community_group_continues foreign key (continues_id) references community (id) on delete set null`);
    await runner.query(`create index community_group_continues on community_group (continues_id) where continues_id is not null`);
    await runner.query(`create index community_merged on community (merged_into_id) where merged_into_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index community_merged`);
    await runner.query(`alter table community_group drop column continues_id`);
  }
}
