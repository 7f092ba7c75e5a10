import type { MigrationInterface, QueryRunner } from 'typeorm';

const TITLES = ['thread', 'session', 'position'];

/** Titles can be found by a part of them, and a notice knows the post that it is about. */
export class Search1763749000000 implements MigrationInterface {
  name = 'Search1763749000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TITLES)
      await runner.query(`create index ${table}_title_trigrams on ${table} using gin (plain(title) gin_trgm_ops)`);
    await runner.query(`alter table notification add column position integer`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table notification drop column position`);
    for (const table of TITLES) await runner.query(`drop index ${table}_title_trigrams`);
  }
}
