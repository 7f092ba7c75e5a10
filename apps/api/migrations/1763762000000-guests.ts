import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Guest observers of one thread or one session. */
export class Guests1763762000000 implements MigrationInterface {
  name = 'Guests1763762000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table guest (
        id uuid not null default gen_random_uuid(), community_id uuid not null, subject text not null, subject_id uuid not null,
        person_id uuid, email text, name text not null, organisation text not null, invited_by_id uuid not null,
        invited_at timestamptz(3) not null, until timestamptz(3) not null, after_position integer not null,
        accepted_at timestamptz(3), ended_at timestamptz(3),
        constraint guest_pk primary key (id),
        constraint guest_subject check (subject in ('THREAD', 'SESSION')),
        constraint guest_whom check (person_id is not null or email is not null),
        constraint guest_in_community foreign key (community_id) references community (id) on delete cascade,
        constraint guest_person foreign key (person_id) references person (id) on delete cascade,
        constraint guest_invited_by foreign key (invited_by_id) references person (id) on delete cascade)`);
    await runner.query(`create index guest_subject_newest on guest (subject_id, invited_at)`);
    await runner.query(`create index guest_community on guest (community_id)`);
    await runner.query(
      `create unique index guest_of_person on guest (person_id, subject_id) where ended_at is null and person_id is not null`,
    );
    await runner.query(`create unique index guest_of_address on guest (email, subject_id) where ended_at is null and email is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table guest`);
  }
}
