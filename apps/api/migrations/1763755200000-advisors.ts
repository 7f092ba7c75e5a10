import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['membership', 'invitation'];
const ROLES = `'MEMBER', 'FACILITATOR', 'COORDINATOR'`;

/** Advisors: they read and advise, and come last in the list of members. */
export class Advisors1763755200000 implements MigrationInterface {
  name = 'Advisors1763755200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await allow(runner, table, `'ADVISOR', ${ROLES}`);
    await runner.query(`drop index membership_listed`);
    await runner.query(
      `create index membership_listed on membership (community_id, (case when role = 'ADVISOR' then 1 else 0 end), role, joined_at, id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index membership_listed`);
    await runner.query(`create index membership_listed on membership (community_id, role, joined_at, id)`);
    for (const table of TABLES) {
      await runner.query(`update ${table} set role = 'MEMBER' where role = 'ADVISOR'`);
      await allow(runner, table, ROLES);
    }
  }
}

async function allow(runner: QueryRunner, table: string, roles: string): Promise<void> {
  await runner.query(`alter table ${table} drop constraint ${table}_role, add constraint ${table}_role check (role in (${roles}))`);
}
