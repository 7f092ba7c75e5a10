import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Closed rooms inside communities. That only members of the community are in its groups is kept by the database itself. */
export class Groups1763751000000 implements MigrationInterface {
  name = 'Groups1763751000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table community_group (
        id uuid not null default gen_random_uuid(),
        community_id uuid not null,
        name text not null,
        purpose text not null,
        is_hidden boolean not null,
        join_policy text not null,
        created_by_id uuid not null,
        created_at timestamptz(3) not null,
        archived_at timestamptz(3),
        member_count integer not null default 0,
        constraint community_group_pkey primary key (id),
        constraint community_group_place unique (id, community_id),
        constraint community_group_in_community foreign key (community_id) references community (id) on delete cascade,
        constraint community_group_created_by foreign key (created_by_id) references person (id),
        constraint community_group_join_policy check (join_policy in ('OPEN', 'ON_REQUEST', 'BY_INVITATION')),
        constraint community_group_hidden check (not is_hidden or join_policy = 'BY_INVITATION'))`);
    await runner.query(`create index community_group_listed on community_group (community_id, plain(name), id)`);

    const ofMember = (name: string) => `
      constraint ${name} foreign key (community_id, person_id) references membership (community_id, person_id) on delete cascade`;
    const inGroup = (name: string) => `
      constraint ${name} foreign key (group_id, community_id) references community_group (id, community_id) on delete cascade on update cascade`;
    await runner.query(`
      create table group_membership (
        id uuid not null default gen_random_uuid(),
        group_id uuid not null,
        community_id uuid not null,
        person_id uuid not null,
        role text not null,
        since timestamptz(3) not null,
        constraint group_membership_pkey primary key (id),
        constraint group_membership_once unique (group_id, person_id),
        ${inGroup('group_membership_in_group')},
        ${ofMember('group_membership_of_member')},
        constraint group_membership_of_person foreign key (person_id) references person (id),
        constraint group_membership_role check (role in ('KEEPER', 'MEMBER')))`);
    await runner.query(`create index group_membership_listed on group_membership (group_id, role, since, id)`);
    await runner.query(`create index group_membership_person on group_membership (person_id, community_id)`);

    await runner.query(`
      create table group_request (
        id uuid not null default gen_random_uuid(),
        group_id uuid not null,
        community_id uuid not null,
        person_id uuid not null,
        message text,
        created_at timestamptz(3) not null,
        answered_at timestamptz(3),
        answered_by_id uuid,
        is_accepted boolean,
        constraint group_request_pkey primary key (id),
        ${inGroup('group_request_to_group')},
        ${ofMember('group_request_of_member')},
        constraint group_request_of_person foreign key (person_id) references person (id),
        constraint group_request_answered_by foreign key (answered_by_id) references person (id))`);
    await runner.query(`create unique index group_request_open on group_request (group_id, person_id) where answered_at is null`);
    await runner.query(`create index group_request_person on group_request (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table group_request, group_membership, community_group`);
  }
}
