import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One may also join by organisation, or where no list of members is kept. */
export class MoreWaysIn1763763100000 implements MigrationInterface {
  name = 'MoreWaysIn1763763100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table community drop constraint community_join_policy,
      add constraint community_join_policy check (join_policy in ('OPEN', 'ON_REQUEST', 'BY_INVITATION', 'BY_ORGANISATION', 'NO_LIST'))`);
    await runner.query(`create index community_without_list on community (id) where join_policy = 'NO_LIST'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index community_without_list`);
    await runner.query(`update community set join_policy = 'BY_INVITATION' where join_policy in ('BY_ORGANISATION', 'NO_LIST')`);
    await runner.query(`alter table community drop constraint community_join_policy,
      add constraint community_join_policy check (join_policy in ('OPEN', 'ON_REQUEST', 'BY_INVITATION'))`);
  }
}
