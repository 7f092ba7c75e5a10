import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The vocabulary, communities with their charters, members, member organisations, requests and invitations. */
export class Communities1763742000000 implements MigrationInterface {
  name = 'Communities1763742000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scheme (
        id text not null, labels jsonb not null, note text, position int not null default 0,
        constraint scheme_pkey primary key (id))`);
    await runner.query(`
      create table term (
        id text not null, scheme_id text not null, labels jsonb not null, note text, position int not null default 0,
        constraint term_pkey primary key (id),
        constraint term_in_scheme foreign key (scheme_id) references scheme (id))`);
    await runner.query(`create index term_scheme on term (scheme_id, position)`);
    await runner.query(`
      create table community (
        id uuid not null default gen_random_uuid(), slug text not null, name text not null, name_local text, kind text not null, level text not null,
        countries text[] not null default '{}', languages text[] not null default '{}', theme_ids text[] not null default '{}', summary text not null,
        charter_domain text not null, charter_community text not null, charter_practice text not null,
        charter_version int not null default 1, charter_updated_at timestamptz(3),
        visibility text not null, join_policy text not null, founded_year int, coordinated_by text, source_url text, is_demo boolean not null default false,
        parent_id uuid, member_count int not null default 0, organisation_count int not null default 0, thread_count int not null default 0,
        session_count int not null default 0, position_count int not null default 0,
        last_activity_at timestamptz(3) not null default now(), created_at timestamptz(3) not null default now(),
        constraint community_pkey primary key (id),
        constraint community_slug unique (slug),
        constraint community_kind check (kind in ('COMMUNITY_OF_PRACTICE', 'NETWORK', 'LEARNING_SYSTEM', 'TASK_FORCE', 'WORKING_GROUP', 'PROJECT_CIRCLE')),
        constraint community_level check (level in ('LOCAL', 'REGIONAL', 'NATIONAL', 'EU', 'INTERNATIONAL')),
        constraint community_visibility check (visibility in ('PUBLIC', 'MEMBERS')),
        constraint community_join_policy check (join_policy in ('OPEN', 'ON_REQUEST', 'BY_INVITATION')),
        constraint community_in_parent foreign key (parent_id) references community (id))`);
    await runner.query(`create index community_parent on community (parent_id)`);
    await runner.query(`create index community_by_name on community (plain(name), id)`);
    await runner.query(`create index community_by_activity on community (last_activity_at desc, id desc)`);
    await runner.query(`create index community_by_members on community (member_count desc, id desc)`);
    await runner.query(`create index community_themes on community using gin (theme_ids)`);
    await runner.query(`create index community_name_trigrams on community using gin (plain(name) gin_trgm_ops)`);
    // One function says what is searched, for the index and the query alike.
    await runner.query(`
      create function community_words(name text, name_local text, summary text, domain text, community text, practice text)
      returns tsvector language sql immutable parallel safe
      as $$ select to_tsvector('simple', public.plain(concat_ws(' ', $1, $2, $3, $4, $5, $6))) $$`);
    await runner.query(`create index community_text on community using gin (
      community_words(name, name_local, summary, charter_domain, charter_community, charter_practice))`);
    // Words as they are typed: each a beginning, all of them there. Lexemes are quoted, so no input can break the query.
    await runner.query(`
      create function beginnings(text) returns tsquery language sql immutable parallel safe strict
      as $$ select coalesce(string_agg('''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || ''':*', ' & '), '')::tsquery
              from unnest(to_tsvector('simple', public.plain($1))) $$`);
    await runner.query(`
      create table charter (
        community_id uuid not null, version int not null, domain text not null, community text not null, practice text not null,
        written_by_id uuid, written_at timestamptz(3) not null,
        constraint charter_pkey primary key (community_id, version),
        constraint charter_community foreign key (community_id) references community (id) on delete cascade,
        constraint charter_written_by foreign key (written_by_id) references person (id))`);
    await runner.query(`
      create table membership (
        id uuid not null default gen_random_uuid(), community_id uuid not null, person_id uuid not null, organisation_id uuid,
        role text not null, joined_at timestamptz(3) not null,
        constraint membership_pkey primary key (id),
        constraint membership_once unique (community_id, person_id),
        constraint membership_role check (role in ('MEMBER', 'FACILITATOR', 'COORDINATOR')),
        constraint membership_in_community foreign key (community_id) references community (id) on delete cascade,
        constraint membership_of_person foreign key (person_id) references person (id),
        constraint membership_for_organisation foreign key (organisation_id) references organisation (id))`);
    await runner.query(`create index membership_listed on membership (community_id, role, joined_at, id)`);
    await runner.query(`create index membership_person on membership (person_id)`);
    await runner.query(`create index membership_organisation on membership (community_id, organisation_id)`);
    await runner.query(`
      create table community_organisation (
        community_id uuid not null, organisation_id uuid not null, is_added boolean not null default false, since timestamptz(3) not null default now(),
        constraint community_organisation_pkey primary key (community_id, organisation_id),
        constraint community_organisation_in_community foreign key (community_id) references community (id) on delete cascade,
        constraint community_organisation_of foreign key (organisation_id) references organisation (id))`);
    await runner.query(`create index community_organisation_organisation on community_organisation (organisation_id)`);
    await runner.query(`
      create table join_request (
        id uuid not null default gen_random_uuid(), community_id uuid not null, person_id uuid not null, organisation_id uuid, message text,
        created_at timestamptz(3) not null, answered_at timestamptz(3), answered_by_id uuid, is_accepted boolean,
        constraint join_request_pkey primary key (id),
        constraint join_request_to_community foreign key (community_id) references community (id) on delete cascade,
        constraint join_request_of_person foreign key (person_id) references person (id),
        constraint join_request_for_organisation foreign key (organisation_id) references organisation (id),
        constraint join_request_answered_by foreign key (answered_by_id) references person (id))`);
    await runner.query(`create unique index join_request_open on join_request (community_id, person_id) where answered_at is null`);
    await runner.query(`create index join_request_person on join_request (person_id)`);
    await runner.query(`
      create table invitation (
        id uuid not null default gen_random_uuid(), community_id uuid not null, email text not null, role text not null, token_hash bytea not null,
        invited_by_id uuid not null, created_at timestamptz(3) not null, expires_at timestamptz(3) not null,
        accepted_at timestamptz(3), accepted_by_id uuid, revoked_at timestamptz(3),
        constraint invitation_pkey primary key (id),
        constraint invitation_token unique (token_hash),
        constraint invitation_role check (role in ('MEMBER', 'FACILITATOR', 'COORDINATOR')),
        constraint invitation_to_community foreign key (community_id) references community (id) on delete cascade,
        constraint invitation_invited_by foreign key (invited_by_id) references person (id),
        constraint invitation_accepted_by foreign key (accepted_by_id) references person (id))`);
    await runner.query(`create index invitation_community on invitation (community_id, created_at)`);
    await runner.query(`
      create table community_week (
        community_id uuid not null, week date not null, posts int not null default 0,
        constraint community_week_pkey primary key (community_id, week),
        constraint community_week_of foreign key (community_id) references community (id) on delete cascade)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table community_week, invitation, join_request, community_organisation, membership, charter`);
    await runner.query(`drop table community, term, scheme`);
    await runner.query(`drop function beginnings(text)`);
    await runner.query(`drop function community_words(text, text, text, text, text, text)`);
  }
}
