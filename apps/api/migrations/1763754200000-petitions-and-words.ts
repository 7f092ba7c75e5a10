import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Petitions with their supporters, why a charter was changed and who agrees to it, and glossaries that may keep rival definitions. */
export class PetitionsAndWords1763754200000 implements MigrationInterface {
  name = 'PetitionsAndWords1763754200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table community add column petition_threshold int not null default 5`);
    await runner.query(`
      create table petition (
        id uuid not null default gen_random_uuid(), community_id uuid not null, kind text not null, title text not null, task text not null, ends_on date,
        threshold int not null, supporter_count int not null default 0, state text not null, open_until timestamptz(3) not null, petitioner_id uuid not null,
        opened_id uuid, reason text, created_at timestamptz(3) not null,
        constraint petition_pkey primary key (id),
        constraint petition_kind check (kind in ('TASK_FORCE', 'WORKING_GROUP')),
        constraint petition_state check (state in ('OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
        constraint petition_supporters check (supporter_count >= 0 and threshold between 2 and 500),
        constraint petition_in_community foreign key (community_id) references community (id) on delete cascade,
        constraint petition_by foreign key (petitioner_id) references person (id),
        constraint petition_opened foreign key (opened_id) references community (id) on delete set null)`);
    await runner.query(`create index petition_community on petition (community_id, created_at)`);
    await runner.query(`
      create table petition_support (
        petition_id uuid not null, person_id uuid not null, supported_at timestamptz(3) not null,
        constraint petition_support_pkey primary key (petition_id, person_id),
        constraint petition_support_of foreign key (petition_id) references petition (id) on delete cascade,
        constraint petition_support_by foreign key (person_id) references person (id) on delete cascade)`);
    await runner.query(`create index petition_support_person on petition_support (person_id)`);
    await runner.query(`alter table charter add column note text`);
    await runner.query(`
      create table charter_agreement (
        community_id uuid not null, person_id uuid not null, version int not null, agreed_at timestamptz(3) not null,
        constraint charter_agreement_pkey primary key (community_id, person_id),
        constraint charter_agreement_in foreign key (community_id) references community (id) on delete cascade,
        constraint charter_agreement_of foreign key (person_id) references person (id) on delete cascade)`);
    await runner.query(`
      create table glossary_term (
        id uuid not null default gen_random_uuid(), community_id uuid not null, term text not null, agreed_id uuid, created_at timestamptz(3) not null,
        constraint glossary_term_pkey primary key (id),
        constraint glossary_term_in foreign key (community_id) references community (id) on delete cascade)`);
    await runner.query(`create unique index glossary_term_once on glossary_term (community_id, plain(term))`);
    await runner.query(`
      create table glossary_definition (
        id uuid not null default gen_random_uuid(), term_id uuid not null, text text not null, source text, source_url text, author_id uuid not null,
        organisation_id uuid, created_at timestamptz(3) not null, edited_at timestamptz(3),
        constraint glossary_definition_pkey primary key (id),
        constraint glossary_definition_of foreign key (term_id) references glossary_term (id) on delete cascade,
        constraint glossary_definition_by foreign key (author_id) references person (id),
        constraint glossary_definition_for foreign key (organisation_id) references organisation (id))`);
    await runner.query(`create index glossary_definition_term on glossary_definition (term_id, created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table glossary_definition, glossary_term, charter_agreement, petition_support, petition`);
    await runner.query(`alter table charter drop column note`);
    await runner.query(`alter table community drop column petition_threshold`);
  }
}
