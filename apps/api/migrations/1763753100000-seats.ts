import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations hold seats in communities; a seat with a mandate answers for its organisation there. */
export class Seats1763753100000 implements MigrationInterface {
  name = 'Seats1763753100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table community add column allows_individuals boolean not null default true`);
    await runner.query(`alter table membership add column is_by_seat boolean not null default false`);
    await runner.query(`
      create table community_seat (
        id uuid not null default gen_random_uuid(), community_id uuid not null, organisation_id uuid not null, purpose text,
        has_mandate boolean not null default false, holder_id uuid, held_since timestamptz(3), offered_to_id uuid,
        granted_by_id uuid, granted_at timestamptz(3) not null, ended_at timestamptz(3),
        constraint community_seat_pkey primary key (id),
        constraint community_seat_community foreign key (community_id) references community (id) on delete cascade,
        constraint community_seat_organisation_fk foreign key (organisation_id) references organisation (id) on delete cascade,
        constraint community_seat_holder_fk foreign key (holder_id) references person (id) on delete set null,
        constraint community_seat_offered_to_fk foreign key (offered_to_id) references person (id) on delete set null,
        constraint community_seat_granted_by_fk foreign key (granted_by_id) references person (id) on delete set null,
        constraint community_seat_over check (ended_at is null or holder_id is null and offered_to_id is null))`);
    await runner.query(`create index community_seat_listed on community_seat (community_id, organisation_id)`);
    await runner.query(`create index community_seat_organisation on community_seat (organisation_id)`);
    await runner.query(`create unique index community_seat_once on community_seat (holder_id, community_id, organisation_id)`);
    await runner.query(`create index community_seat_offered on community_seat (offered_to_id) where offered_to_id is not null`);
    await runner.query(`
      create table seat_holding (
        id uuid not null default gen_random_uuid(), seat_id uuid not null, person_id uuid, since timestamptz(3) not null, until timestamptz(3),
        constraint seat_holding_pkey primary key (id),
        constraint seat_holding_seat foreign key (seat_id) references community_seat (id) on delete cascade,
        constraint seat_holding_person foreign key (person_id) references person (id) on delete set null)`);
    await runner.query(`create index seat_holding_listed on seat_holding (seat_id, since)`);
    await runner.query(`
      create table seat_proposal (
        id uuid not null default gen_random_uuid(), community_id uuid not null, organisation_id uuid not null, is_invitation boolean not null,
        seats int not null, purpose text, has_mandate boolean not null, message text, made_by_id uuid not null, made_at timestamptz(3) not null,
        answered_at timestamptz(3), answered_by_id uuid, is_accepted boolean,
        constraint seat_proposal_pkey primary key (id),
        constraint seat_proposal_seats check (seats between 1 and 20),
        constraint seat_proposal_community foreign key (community_id) references community (id) on delete cascade,
        constraint seat_proposal_organisation foreign key (organisation_id) references organisation (id) on delete cascade,
        constraint seat_proposal_made_by foreign key (made_by_id) references person (id) on delete cascade,
        constraint seat_proposal_answered_by foreign key (answered_by_id) references person (id) on delete set null)`);
    await runner.query(`create unique index seat_proposal_open on seat_proposal (community_id, organisation_id) where answered_at is null`);
    await runner.query(`create index seat_proposal_organisation_listed on seat_proposal (organisation_id)`);

    // Until now everyone with a mandate of a member organisation could answer for it in every community: each gets the seat that says so. Where
    // nobody could, the seat is vacant: the organisation was asked all the same.
    await runner.query(`
      insert into community_seat (community_id, organisation_id, has_mandate, holder_id, held_since, granted_at)
      select co.community_id, co.organisation_id, true, speaker.person_id, speaker.joined_at, co.since
        from community_organisation co left join lateral (
          select m.person_id, m.joined_at from membership m
            join organisation_seat o on o.person_id = m.person_id and o.organisation_id = co.organisation_id and o.has_mandate
           where m.community_id = co.community_id) as speaker on true`);
    await runner.query(`
      insert into seat_holding (seat_id, person_id, since) select id, holder_id, held_since from community_seat where holder_id is not null`);
    await runner.query(`alter table community_organisation drop column is_added`);

    await runner.query(`alter table endorsement add column seat_id uuid,
      add constraint endorsement_seat_fk foreign key (seat_id) references community_seat (id) on delete set null`);
    await runner.query(`create index endorsement_seat on endorsement (seat_id)`);
    await runner.query(`
      update endorsement e set seat_id = s.id from endorsement_round r join position p on p.id = r.position_id
        join community_seat s on s.community_id = p.community_id
       where r.id = e.round_id and s.organisation_id = e.organisation_id and s.holder_id = e.answered_by_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table endorsement drop column seat_id`);
    await runner.query(`alter table community_organisation add column is_added boolean not null default false`);
    await runner.query(`drop table seat_proposal, seat_holding, community_seat`);
    await runner.query(`alter table membership drop column is_by_seat`);
    await runner.query(`alter table community drop column allows_individuals`);
  }
}
