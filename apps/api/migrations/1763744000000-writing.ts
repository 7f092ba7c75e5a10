import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Live documents: an append-only log of changes, a snapshot, who writes with which client id, and named versions. */
export class Writing1763744000000 implements MigrationInterface {
  name = 'Writing1763744000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table live_document (
        id uuid not null default gen_random_uuid() constraint live_document_pkey primary key,
        community_id uuid not null constraint live_document_community_fk references community (id) on delete cascade,
        subject_kind text not null, subject_id uuid not null,
        is_open boolean not null default true,
        created_at timestamptz not null default now())`);
    await runner.query(`create index live_document_subject on live_document (subject_kind, subject_id)`);
    await runner.query(`create index live_document_community_id on live_document (community_id)`);
    await runner.query(`
      create table document_update (
        document_id uuid not null constraint document_update_document_fk references live_document (id) on delete cascade,
        seq bigint not null generated always as identity,
        bytes bytea not null,
        person_id uuid constraint document_update_person_fk references person (id) on delete set null,
        created_at timestamptz not null default now(),
        constraint document_update_pkey primary key (document_id, seq))`);
    await runner.query(`
      create table document_snapshot (
        document_id uuid not null constraint document_snapshot_pkey primary key
          constraint document_snapshot_document_fk references live_document (id) on delete cascade,
        state bytea not null, taken_at timestamptz not null default now())`);
    await runner.query(`
      create table document_client (
        document_id uuid not null constraint document_client_document_fk references live_document (id) on delete cascade,
        client_id bigint not null,
        person_id uuid not null constraint document_client_person_fk references person (id) on delete cascade,
        constraint document_client_pkey primary key (document_id, client_id))`);
    await runner.query(`
      create table document_version (
        id uuid not null default gen_random_uuid() constraint document_version_pkey primary key,
        document_id uuid not null constraint document_version_document_fk references live_document (id) on delete cascade,
        number integer not null,
        name text not null,
        body jsonb not null, html text not null, plain_text text not null,
        authorship jsonb not null,
        is_frozen boolean not null default false,
        created_by_id uuid not null constraint document_version_person_fk references person (id),
        created_at timestamptz not null default now(),
        constraint document_version_number unique (document_id, number))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table document_version, document_client, document_snapshot, document_update, live_document`);
  }
}
