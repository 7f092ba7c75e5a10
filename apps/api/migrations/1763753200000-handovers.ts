import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A seat or a role passes from one to the next, with notes, a checklist and what is open. */
export class Handovers1763753200000 implements MigrationInterface {
  name = 'Handovers1763753200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table handover (
        id uuid not null default gen_random_uuid(), community_id uuid not null, seat_id uuid, role text, state text not null,
        from_id uuid, to_id uuid, to_email text, offered_by_id uuid, notes text not null default '', leaves boolean not null default false,
        begun_at timestamptz(3) not null, accepted_at timestamptz(3), closed_at timestamptz(3),
        constraint handover_pkey primary key (id),
        constraint handover_community foreign key (community_id) references community (id) on delete cascade,
        constraint handover_seat foreign key (seat_id) references community_seat (id) on delete cascade,
        constraint handover_from foreign key (from_id) references person (id) on delete set null,
        constraint handover_to foreign key (to_id) references person (id) on delete set null,
        constraint handover_offered_by foreign key (offered_by_id) references person (id) on delete set null,
        constraint handover_state check (state in ('BEGUN', 'OFFERED', 'ACCEPTED', 'CLOSED')),
        constraint handover_role check (role in ('FACILITATOR', 'COORDINATOR')),
        constraint handover_of check ((seat_id is null) <> (role is null)))`);
    await runner.query(`create unique index handover_open_seat on handover (seat_id) where state in ('BEGUN', 'OFFERED')`);
    await runner.query(
      `create unique index handover_open_role on handover (community_id, from_id) where role is not null and state in ('BEGUN', 'OFFERED')`,
    );
    await runner.query(`create index handover_community_listed on handover (community_id, begun_at)`);
    await runner.query(`create index handover_from_listed on handover (from_id)`);
    await runner.query(`create index handover_to_listed on handover (to_id)`);
    await runner.query(`create index handover_email on handover (to_email) where to_email is not null`);
    await runner.query(`
      create table handover_item (
        id uuid not null default gen_random_uuid(), handover_id uuid not null, template text, text text, done_at timestamptz(3), position int not null,
        constraint handover_item_pkey primary key (id),
        constraint handover_item_handover foreign key (handover_id) references handover (id) on delete cascade,
        constraint handover_item_says check ((template is null) <> (text is null)))`);
    await runner.query(`create index handover_item_listed on handover_item (handover_id, position)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table handover_item, handover`);
  }
}
