import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Downloads of one's own data, and the register of the deleted. */
export class Privacy1763757300000 implements MigrationInterface {
  name = 'Privacy1763757300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table personal_download (
        id uuid not null default gen_random_uuid(), person_id uuid not null, state text not null default 'WAITING',
        done int not null default 0, of int not null default 0, bytes int, token_hash bytea,
        requested_at timestamptz(3) not null, ready_at timestamptz(3), expires_at timestamptz(3),
        constraint personal_download_pk primary key (id),
        constraint personal_download_token unique (token_hash),
        constraint personal_download_state check (state in ('WAITING', 'READY', 'GONE')),
        constraint personal_download_person_fk foreign key (person_id) references person (id) on delete cascade)`);
    await runner.query(`create index personal_download_person on personal_download (person_id, requested_at)`);
    await runner.query(`
      create table deletion_register (
        hash bytea primary key, keeps boolean not null, deleted_at timestamptz not null, reference text not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table deletion_register, personal_download`);
  }
}
