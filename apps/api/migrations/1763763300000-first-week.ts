import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first week of newcomers, and who looks after them. */
export class FirstWeek1763763300000 implements MigrationInterface {
  name = 'FirstWeek1763763300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table welcome_progress add column week_done text[] not null default '{}', add column contact_membership_id uuid,
        add column welcomed_at timestamptz(3), add column reminded_at timestamptz(3),
        add constraint welcome_progress_contact foreign key (contact_membership_id) references membership (id) on delete set null`);
    await runner.query(`create index welcome_progress_contact_of on welcome_progress (contact_membership_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table welcome_progress drop column week_done, drop column contact_membership_id, drop column welcomed_at, drop column reminded_at`,
    );
  }
}
