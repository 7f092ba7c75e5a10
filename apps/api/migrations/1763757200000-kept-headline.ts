import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A line under the name that is not for everyone stands apart, so that no list can show it by mistake. */
export class KeptHeadline1763757200000 implements MigrationInterface {
  name = 'KeptHeadline1763757200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table person add kept_headline text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update person set headline = coalesce(headline, kept_headline)`);
    await runner.query(`alter table person drop kept_headline`);
  }
}
