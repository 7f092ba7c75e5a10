import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fees as notes, and what a community does about unpaid ones. */
export class Fees1763763000000 implements MigrationInterface {
  name = 'Fees1763763000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fee_rule (
        community_id uuid not null, blocks text not null, grace_days int not null, since date not null,
        constraint fee_rule_pkey primary key (community_id),
        constraint fee_rule_blocks check (blocks in ('NOTHING', 'NEW_POSTS')),
        constraint fee_rule_grace check (grace_days between 14 and 365),
        constraint fee_rule_of_community foreign key (community_id) references community (id) on delete cascade)`);
    await runner.query(`
      create table fee (
        id uuid not null default gen_random_uuid(), community_id uuid not null, membership_id uuid, organisation_id uuid, period text not null,
        state text not null, amount numeric(12, 2), currency text, due_on date, note text, unpaid_since date, noted_at timestamptz(3) not null, noted_by_id uuid,
        constraint fee_pkey primary key (id),
        constraint fee_payer check ((membership_id is null) <> (organisation_id is null)),
        constraint fee_state check (state in ('NOT_ASKED', 'UNPAID', 'PAID', 'WAIVED')),
        constraint fee_unpaid_since check ((state = 'UNPAID') = (unpaid_since is not null)),
        constraint fee_of_member unique (membership_id, period),
        constraint fee_of_organisation unique (community_id, organisation_id, period),
        constraint fee_in_community foreign key (community_id) references community (id) on delete cascade,
        constraint fee_of_membership foreign key (membership_id) references membership (id) on delete cascade,
        constraint fee_owed_by_organisation foreign key (organisation_id) references organisation (id) on delete cascade,
        constraint fee_noted_by foreign key (noted_by_id) references person (id))`);
    await runner.query(`create index fee_period on fee (community_id, period)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table fee, fee_rule`);
  }
}
