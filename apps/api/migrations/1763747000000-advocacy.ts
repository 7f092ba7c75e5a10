import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Policy processes, positions, and rounds in which organisations endorse them. */
export class Advocacy1763747000000 implements MigrationInterface {
  name = 'Advocacy1763747000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table policy_process (
        id text not null constraint policy_process_pkey primary key,
        name text not null, short_name text, institution text not null,
        level text not null constraint policy_process_level check (level in ('LOCAL', 'REGIONAL', 'NATIONAL', 'EU', 'INTERNATIONAL')),
        summary text not null, source_url text)`);
    await runner.query(`
      create table position (
        id uuid not null default gen_random_uuid() constraint position_pkey primary key,
        community_id uuid not null constraint position_community_fk references community (id) on delete cascade,
        title text not null, addressee text not null, purpose text not null,
        policy_process_id text constraint position_policy_process_fk references policy_process (id),
        deadline timestamptz(3),
        state text not null constraint position_state check (state in ('DRAFTING', 'ENDORSEMENT', 'ADOPTED', 'PUBLISHED', 'NOT_ADOPTED')),
        opened_by_id uuid not null constraint position_opened_by_fk references person (id),
        document_id uuid not null constraint position_document_fk references live_document (id),
        frozen_version_id uuid constraint position_frozen_version_fk references document_version (id),
        round_id uuid,
        is_adopted boolean, outcome_statement text,
        outcome_stated_by_id uuid constraint position_outcome_stated_by_fk references person (id),
        outcome_stated_at timestamptz(3),
        published_at timestamptz(3),
        is_demo boolean not null default false,
        created_at timestamptz(3) not null default now(), updated_at timestamptz(3) not null default now())`);
    await runner.query(`create index position_listed on position (community_id, updated_at desc, id desc)`);
    await runner.query(`create index position_published on position (published_at desc, id desc) where state = 'PUBLISHED'`);
    await runner.query(`
      create table endorsement_round (
        id uuid not null default gen_random_uuid() constraint endorsement_round_pkey primary key,
        position_id uuid not null constraint endorsement_round_position_fk references position (id) on delete cascade,
        version_id uuid not null constraint endorsement_round_version_fk references document_version (id),
        opened_at timestamptz(3) not null, closes_at timestamptz(3), closed_at timestamptz(3))`);
    await runner.query(`create index endorsement_round_position on endorsement_round (position_id)`);
    await runner.query(`
      create table endorsement (
        id uuid not null default gen_random_uuid() constraint endorsement_pkey primary key,
        round_id uuid not null constraint endorsement_round_fk references endorsement_round (id) on delete cascade,
        organisation_id uuid not null constraint endorsement_organisation_fk references organisation (id),
        answer text constraint endorsement_answer check (answer in ('ENDORSE', 'ENDORSE_WITH_RESERVATION', 'STAND_ASIDE', 'OBJECT')),
        reason text,
        answered_by_id uuid constraint endorsement_answered_by_fk references person (id),
        answered_at timestamptz(3),
        constraint endorsement_once unique (round_id, organisation_id),
        constraint endorsement_reasoned check (answer not in ('ENDORSE_WITH_RESERVATION', 'OBJECT') or reason is not null))`);
    await runner.query(`create index endorsement_of_organisation on endorsement (organisation_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table endorsement, endorsement_round, position, policy_process`);
  }
}
