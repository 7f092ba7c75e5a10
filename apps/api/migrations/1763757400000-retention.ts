import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long things are kept, where administrators chose other than usual. */
export class Retention1763757400000 implements MigrationInterface {
  name = 'Retention1763757400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table retention_setting (kind text primary key, days int not null check (days > 0))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table retention_setting`);
  }
}
