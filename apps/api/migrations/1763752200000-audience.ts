import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions to authors whether more people may read a thread, and their answers. */
export class Audience1763752200000 implements MigrationInterface {
  name = 'Audience1763752200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audience_request (
        id uuid not null default gen_random_uuid(),
        thread_id uuid not null,
        asked_by_id uuid not null,
        purpose text not null,
        from_level text not null,
        from_group_id uuid,
        to_level text not null,
        state text not null,
        asked_at timestamptz(3) not null,
        decided_at timestamptz(3),
        constraint audience_request_pk primary key (id),
        constraint audience_request_thread_fk foreign key (thread_id) references thread (id) on delete cascade,
        constraint audience_request_asked_by_fk foreign key (asked_by_id) references person (id) on delete cascade,
        constraint audience_request_state check (state in ('ASKED', 'GIVEN', 'REFUSED', 'WITHDRAWN')))`);
    await runner.query(`create unique index audience_request_open on audience_request (thread_id) where state in ('ASKED', 'GIVEN')`);
    await runner.query(`create index audience_request_thread on audience_request (thread_id, asked_at)`);
    await runner.query(`create index audience_request_asked_by on audience_request (asked_by_id)`);
    await runner.query(`
      create table audience_consent (
        id uuid not null default gen_random_uuid(),
        request_id uuid not null,
        person_id uuid,
        voice integer,
        state text not null default 'ASKED',
        constraint audience_consent_pk primary key (id),
        constraint audience_consent_request_fk foreign key (request_id) references audience_request (id) on delete cascade,
        constraint audience_consent_person_fk foreign key (person_id) references person (id) on delete cascade,
        constraint audience_consent_whose check ((person_id is null) <> (voice is null)),
        constraint audience_consent_state check (state in ('ASKED', 'GIVEN', 'REFUSED', 'WITHDRAWN')))`);
    await runner.query(
      `create unique index audience_consent_person on audience_consent (request_id, person_id) where person_id is not null`,
    );
    await runner.query(`create unique index audience_consent_voice on audience_consent (request_id, voice) where voice is not null`);
    await runner.query(`create index audience_consent_asked on audience_consent (person_id) where person_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table audience_consent, audience_request`);
  }
}
