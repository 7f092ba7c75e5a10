import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions, their seats, what changed about them, reminders that went out, and personal calendar addresses. */
export class PeerLearning1763746000000 implements MigrationInterface {
  name = 'PeerLearning1763746000000';

  async up(runner: QueryRunner): Promise<void> {
    // local_start and time_zone are what was agreed; starts_at and ends_at follow from them, for sorting and for the moment as such.
    await runner.query(`
      create table session (
        id uuid not null default gen_random_uuid(), community_id uuid not null, need_id uuid not null, host_id uuid, scheduled_by_id uuid not null,
        title text not null, kind text not null, description text, place text, link text,
        local_start text not null, time_zone text not null, duration_minutes integer not null,
        starts_at timestamptz not null, ends_at timestamptz not null,
        seats integer not null, taken_seats integer not null default 0, waiting_count integer not null default 0,
        state text not null default 'SCHEDULED', cancel_reason text, sequence integer not null default 0,
        created_at timestamptz not null, updated_at timestamptz not null,
        constraint session_pk primary key (id),
        constraint session_community_fk foreign key (community_id) references community (id) on delete cascade,
        constraint session_need_fk foreign key (need_id) references need (id),
        constraint session_host_fk foreign key (host_id) references organisation (id) on delete set null,
        constraint session_scheduled_by_fk foreign key (scheduled_by_id) references person (id),
        constraint session_seats_kept check (seats between 1 and 10000 and taken_seats between 0 and seats and waiting_count >= 0),
        constraint session_time check (ends_at > starts_at and local_start ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d$'),
        constraint session_state check (state = 'SCHEDULED' and cancel_reason is null or state = 'CANCELLED' and cancel_reason is not null))`);
    await runner.query(`create index session_calendar on session (community_id, starts_at, id)`);
    await runner.query(`create index session_need on session (need_id)`);
    await runner.query(`create index session_host on session (host_id)`);
    await runner.query(`create index session_scheduled_by on session (scheduled_by_id)`);
    // arrival only grows, so the waiting list keeps its order without renumbering: a place is how many wait with a smaller number, plus one.
    await runner.query(`
      create table seat (
        id uuid not null default gen_random_uuid(), session_id uuid not null, person_id uuid not null, organisation_id uuid,
        state text not null, arrival bigserial not null, taken_at timestamptz not null,
        constraint seat_pk primary key (id),
        constraint seat_session_fk foreign key (session_id) references session (id) on delete cascade,
        constraint seat_person_fk foreign key (person_id) references person (id) on delete cascade,
        constraint seat_organisation_fk foreign key (organisation_id) references organisation (id) on delete set null,
        constraint seat_once unique (session_id, person_id),
        constraint seat_state check (state in ('TAKEN', 'WAITING')))`);
    await runner.query(`create index seat_order on seat (session_id, state, arrival)`);
    await runner.query(`create index seat_person on seat (person_id, session_id)`);
    await runner.query(`create index seat_organisation on seat (organisation_id)`);
    await runner.query(`
      create table session_change (
        id uuid not null default gen_random_uuid(), session_id uuid not null, field text not null, before text, after text,
        changed_at timestamptz not null, changed_by_id uuid not null,
        constraint session_change_pk primary key (id),
        constraint session_change_session_fk foreign key (session_id) references session (id) on delete cascade,
        constraint session_change_changed_by_fk foreign key (changed_by_id) references person (id))`);
    await runner.query(`create index session_change_newest on session_change (session_id, changed_at, id)`);
    await runner.query(`create index session_change_changed_by on session_change (changed_by_id)`);
    await runner.query(`
      create table session_reminder (
        session_id uuid not null, person_id uuid not null, starts_at timestamptz not null, sent_at timestamptz not null,
        constraint session_reminder_pk primary key (session_id, person_id, starts_at),
        constraint session_reminder_session_fk foreign key (session_id) references session (id) on delete cascade,
        constraint session_reminder_person_fk foreign key (person_id) references person (id) on delete cascade)`);
    await runner.query(`create index session_reminder_person on session_reminder (person_id)`);
    await runner.query(`
      create table calendar_feed (
        id uuid not null default gen_random_uuid(), person_id uuid not null, token_hash bytea not null,
        created_at timestamptz not null, last_fetched_at timestamptz,
        constraint calendar_feed_pk primary key (id),
        constraint calendar_feed_person_fk foreign key (person_id) references person (id) on delete cascade,
        constraint calendar_feed_token unique (token_hash))`);
    await runner.query(`create index calendar_feed_person on calendar_feed (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table calendar_feed, session_reminder, session_change, seat, session`);
  }
}
