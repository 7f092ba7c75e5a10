import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conversations off the record: that there is one, and what is said in it until it is erased. */
export class OffRecord1763752100000 implements MigrationInterface {
  name = 'OffRecord1763752100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table off_record_conversation (
        session_id uuid not null,
        opened_at timestamptz(3) not null,
        constraint off_record_conversation_pk primary key (session_id),
        constraint off_record_conversation_session_fk foreign key (session_id) references session (id) on delete cascade)`);
    await runner.query(`
      create table off_record_remark (
        id uuid not null default gen_random_uuid(),
        session_id uuid not null,
        person_id uuid not null,
        repeat_key text not null,
        words text not null,
        said_at timestamptz(3) not null,
        constraint off_record_remark_pk primary key (id),
        constraint off_record_remark_once unique (session_id, person_id, repeat_key),
        constraint off_record_remark_session_fk foreign key (session_id) references session (id) on delete cascade,
        constraint off_record_remark_person_fk foreign key (person_id) references person (id) on delete cascade)`);
    await runner.query(`create index off_record_remark_order on off_record_remark (session_id, said_at, id)`);
    await runner.query(`create index off_record_remark_person on off_record_remark (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table off_record_remark, off_record_conversation`);
  }
}
