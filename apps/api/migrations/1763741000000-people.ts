import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, organisations and seats; sign-in; limits of tries; mail. */
export class People1763741000000 implements MigrationInterface {
  name = 'People1763741000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        id uuid not null default gen_random_uuid(),
        email text not null,
        name text not null,
        headline text,
        about text,
        languages text[] not null default '{}',
        time_zone text not null default 'UTC',
        picture_file_id uuid,
        language text not null default 'en',
        color_scheme text not null default 'AUTO',
        is_administrator boolean not null default false,
        is_demo boolean not null default false,
        password_hash text,
        named_at timestamptz,
        created_at timestamptz not null default now(),
        constraint person_pk primary key (id),
        constraint person_email_unique unique (email),
        constraint person_email_lower check (email = lower(email)),
        constraint person_color_scheme check (color_scheme in ('AUTO', 'LIGHT', 'DARK')))`);
    await runner.query(`create index person_plain_name on person using gin (plain(name) gin_trgm_ops)`);
    await runner.query(`
      create table organisation (
        id uuid not null default gen_random_uuid(),
        name text not null,
        type text not null,
        country text,
        city text,
        about text,
        website text,
        is_demo boolean not null default false,
        added_by_id uuid,
        created_at timestamptz not null default now(),
        constraint organisation_pk primary key (id),
        constraint organisation_added_by_fk foreign key (added_by_id) references person (id) on delete set null,
        constraint organisation_type check (type in ('PUBLIC_BODY_LOCAL', 'PUBLIC_BODY_REGIONAL', 'PUBLIC_BODY_NATIONAL',
          'PUBLIC_SERVICE_PROVIDER', 'EU_OR_INTERNATIONAL_BODY', 'NGO', 'MIGRANT_LED', 'NETWORK_OR_UMBRELLA', 'EDUCATION_PROVIDER',
          'RESEARCH', 'SOCIAL_PARTNER', 'FAITH_BASED', 'BUSINESS', 'OTHER')))`);
    await runner.query(`
      create unique index organisation_once on organisation (plain(name), coalesce(country, ''), plain(coalesce(city, '')))`);
    await runner.query(`create index organisation_by_name on organisation (plain(name), id)`);
    await runner.query(`create index organisation_plain_name on organisation using gin (plain(name) gin_trgm_ops)`);
    await runner.query(`
      create table organisation_seat (
        id uuid not null default gen_random_uuid(),
        person_id uuid not null,
        organisation_id uuid not null,
        title text,
        has_mandate boolean not null default false,
        is_main boolean not null default false,
        created_at timestamptz not null default now(),
        constraint organisation_seat_pk primary key (id),
        constraint organisation_seat_once unique (person_id, organisation_id),
        constraint organisation_seat_person_fk foreign key (person_id) references person (id) on delete cascade,
        constraint organisation_seat_organisation_fk foreign key (organisation_id) references organisation (id) on delete cascade)`);
    await runner.query(`create unique index organisation_seat_one_main on organisation_seat (person_id) where is_main`);
    await runner.query(`create index organisation_seat_organisation on organisation_seat (organisation_id)`);

    await runner.query(`
      create table sign_in_session (
        id uuid not null default gen_random_uuid(),
        person_id uuid not null,
        token_hash bytea not null,
        device text not null,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        constraint sign_in_session_pk primary key (id),
        constraint sign_in_session_token unique (token_hash),
        constraint sign_in_session_person_fk foreign key (person_id) references person (id) on delete cascade)`);
    await runner.query(`create index sign_in_session_person on sign_in_session (person_id)`);
    await runner.query(`create index sign_in_session_expires on sign_in_session (expires_at)`);
    await runner.query(`
      create table sign_in_request (
        id uuid not null default gen_random_uuid(),
        purpose text not null,
        email text not null,
        token_hash bytea not null,
        code_hash bytea,
        browser_hash bytea,
        tries_left smallint not null,
        return_to text,
        language text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint sign_in_request_pk primary key (id),
        constraint sign_in_request_token unique (token_hash),
        constraint sign_in_request_purpose check (purpose in ('SIGN_IN', 'ADMINISTRATOR')))`);
    await runner.query(`create index sign_in_request_email on sign_in_request (email)`);
    await runner.query(`create index sign_in_request_expires on sign_in_request (expires_at)`);
    await runner.query(`
      create table api_token (
        id uuid not null default gen_random_uuid(),
        person_id uuid not null,
        name text not null,
        token_hash bytea not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        last_used_at timestamptz,
        constraint api_token_pk primary key (id),
        constraint api_token_token unique (token_hash),
        constraint api_token_person_fk foreign key (person_id) references person (id) on delete cascade)`);
    await runner.query(`create index api_token_person on api_token (person_id)`);

    // The shape is that of rate-limiter-flexible.
    await runner.query(`create table rate_limit (key varchar(255) primary key, points integer not null default 0, expire bigint)`);
    await runner.query(`create index rate_limit_expire on rate_limit (expire)`);

    await runner.query(`
      create table mail (
        id uuid primary key default gen_random_uuid(),
        number bigint generated always as identity,
        kind text not null,
        recipient text,
        language text not null,
        params jsonb,
        state text not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'KEPT', 'DROPPED')),
        subject text,
        body_text text,
        body_html text,
        calendar text,
        created_at timestamptz not null,
        expires_at timestamptz,
        done_at timestamptz)`);
    await runner.query(`create index mail_number on mail (number)`);
    await runner.query(`create index mail_recipient on mail (recipient, created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table mail, rate_limit, api_token, sign_in_request, sign_in_session, organisation_seat, organisation, person`);
  }
}
