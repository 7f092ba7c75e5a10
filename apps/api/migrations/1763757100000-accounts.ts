import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an account stands: suspended, leaving, gone; what of it others see; and a mail log that says to whom, masked, and why not. */
export class Accounts1763757100000 implements MigrationInterface {
  name = 'Accounts1763757100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person
        add suspended_at timestamptz, add suspended_reason text,
        add leaving_at timestamptz, add leaving_keeps boolean, add leaving_token_hash bytea,
        add deleted_at timestamptz,
        add shown jsonb not null default '{}'`);
    await runner.query(`alter table person add constraint person_leaving_token unique (leaving_token_hash)`);
    await runner.query(`create index person_leaving on person (leaving_at) where leaving_at is not null`);
    await runner.query(`create index person_by_name on person (plain(name), id)`);
    await runner.query(`alter table mail add masked text, add reason text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table mail drop masked, drop reason`);
    await runner.query(`drop index person_by_name`);
    await runner.query(`
      alter table person drop suspended_at, drop suspended_reason, drop leaving_at, drop leaving_keeps, drop leaving_token_hash,
        drop deleted_at, drop shown`);
  }
}
