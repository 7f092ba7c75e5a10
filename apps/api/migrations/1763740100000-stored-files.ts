import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Uploaded files: who owns them and who may fetch them. */
export class StoredFiles1763740100000 implements MigrationInterface {
  name = 'StoredFiles1763740100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stored_file (
        id uuid constraint stored_file_pkey primary key, owner_id uuid not null, purpose text not null, audience text not null,
        content_type text not null, bytes integer not null, width integer not null, height integer not null,
        created_at timestamptz not null)`);
    await runner.query(`create index stored_file_owner on stored_file (owner_id, created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table stored_file`);
  }
}
