import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offers and asks, introductions, and the unlisted rooms that these lead to. */
export class Exchange1763756200000 implements MigrationInterface {
  name = 'Exchange1763756200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table community add column is_unlisted boolean not null default false`);
    await runner.query(`
      create table offer (
        id uuid not null default gen_random_uuid(), direction text not null, kind text not null, title text not null, details text not null,
        country text, place text, languages text[] not null default '{}', theme_ids text[] not null default '{}',
        person_id uuid not null, audience text not null, community_id uuid, until date not null, state text not null default 'OPEN',
        created_at timestamptz(3) not null, ended_at timestamptz(3), shared_with_id uuid, outcome text,
        constraint offer_pkey primary key (id),
        constraint offer_direction check (direction in ('OFFER', 'ASK')),
        constraint offer_kind check (kind in ('STAFF_TIME', 'ROOM', 'INTERPRETER', 'MATERIAL', 'KNOW_HOW', 'STUDY_VISIT', 'OTHER')),
        constraint offer_audience check (audience in ('COMMUNITY', 'SIGNED_IN', 'PUBLIC')),
        constraint offer_state check (state in ('OPEN', 'SHARED', 'WITHDRAWN', 'EXPIRED')),
        constraint offer_community_of_audience check ((audience = 'COMMUNITY') = (community_id is not null)),
        constraint offer_of_person foreign key (person_id) references person (id) on delete cascade,
        constraint offer_in_community foreign key (community_id) references community (id) on delete cascade,
        constraint offer_shared_with foreign key (shared_with_id) references person (id) on delete set null)`);
    await runner.query(`create index offer_newest on offer (created_at, id)`);
    await runner.query(`create index offer_person on offer (person_id)`);
    await runner.query(`create index offer_community on offer (community_id)`);
    await runner.query(`create index offer_open_until on offer (until) where state = 'OPEN'`);
    await runner.query(`
      create table introduction (
        id uuid not null default gen_random_uuid(), asker_id uuid not null, person_id uuid, organisation_id uuid, offer_id uuid, reason text not null,
        state text not null default 'ASKED', answer text, delegated_by_id uuid, answered_by_id uuid, community_id uuid,
        asked_at timestamptz(3) not null, answered_at timestamptz(3),
        constraint introduction_pkey primary key (id),
        constraint introduction_state check (state in ('ASKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
        constraint introduction_to_someone check (person_id is not null or organisation_id is not null),
        constraint introduction_asker foreign key (asker_id) references person (id) on delete cascade,
        constraint introduction_of_person foreign key (person_id) references person (id) on delete cascade,
        constraint introduction_of_organisation foreign key (organisation_id) references organisation (id) on delete cascade,
        constraint introduction_offer foreign key (offer_id) references offer (id) on delete set null,
        constraint introduction_delegated_by foreign key (delegated_by_id) references person (id) on delete set null,
        constraint introduction_answered_by foreign key (answered_by_id) references person (id) on delete set null,
        constraint introduction_room foreign key (community_id) references community (id) on delete set null)`);
    await runner.query(`create index introduction_asker_newest on introduction (asker_id, asked_at, id)`);
    await runner.query(`create index introduction_person on introduction (person_id, asked_at, id)`);
    await runner.query(`create index introduction_organisation on introduction (organisation_id, asked_at, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table introduction, offer`);
    await runner.query(`alter table community drop column is_unlisted`);
  }
}
