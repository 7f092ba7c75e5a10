import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every module stands on: extensions, mutation keys, events, room messages, sign-in sessions. */
export class Platform1763740000000 implements MigrationInterface {
  name = 'Platform1763740000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create extension if not exists pg_trgm`);
    await runner.query(`create extension if not exists unaccent`);
    // unaccent() is only stable; an index needs an immutable form with its dictionary named.
    await runner.query(`
      create function plain(text) returns text language sql immutable parallel safe strict
      as $$ select lower(public.unaccent('public.unaccent', $1)) $$`);
    await runner.query(`
      create table mutation_key (
        person_id uuid not null, key text not null check (length(key) <= 100), result_id uuid not null,
        created_at timestamptz not null default now(), primary key (person_id, key))`);
    await runner.query(`
      create table event (
        id uuid primary key default gen_random_uuid(), name text not null, payload jsonb not null,
        occurred_at timestamptz not null default now())`);
    await runner.query(`create index event_occurred on event (occurred_at)`);
    await runner.query(`create table room (name text primary key, seq bigint not null)`);
    await runner.query(`
      create table room_message (
        room text not null, seq bigint not null, kind text not null, payload jsonb not null,
        at timestamptz not null default now(), primary key (room, seq))`);
    await runner.query(`create index room_message_at on room_message (at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table room_message, room, event, mutation_key`);
    await runner.query(`drop function plain(text)`);
    await runner.query(`drop extension unaccent`);
    await runner.query(`drop extension pg_trgm`);
  }
}
