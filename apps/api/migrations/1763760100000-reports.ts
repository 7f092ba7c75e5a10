import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words of coordinators about a year of their community. */
export class Reports1763760100000 implements MigrationInterface {
  name = 'Reports1763760100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report_note (
        id uuid not null default gen_random_uuid(), community_id uuid not null, year int not null, version int not null, text text not null,
        written_by_id uuid, written_at timestamptz(3) not null,
        constraint report_note_pkey primary key (id),
        constraint report_note_version unique (community_id, year, version),
        constraint report_note_year check (year between 2000 and 2099),
        constraint report_note_of_community foreign key (community_id) references community (id) on delete cascade,
        constraint report_note_written_by foreign key (written_by_id) references person (id) on delete set null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table report_note`);
  }
}
