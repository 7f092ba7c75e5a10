import type { MigrationInterface, QueryRunner } from 'typeorm';

/** First steps of newcomers, what they read first, and who offered to be their contact. */
export class Welcome1763755400000 implements MigrationInterface {
  name = 'Welcome1763755400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table welcome (
        community_id uuid not null, steps jsonb not null default '[]', reading jsonb not null default '[]',
        constraint welcome_pkey primary key (community_id),
        constraint welcome_of_community foreign key (community_id) references community (id) on delete cascade)`);
    await runner.query(`
      create table welcome_contact (
        membership_id uuid not null,
        constraint welcome_contact_pkey primary key (membership_id),
        constraint welcome_contact_is_member foreign key (membership_id) references membership (id) on delete cascade)`);
    await runner.query(`
      create table welcome_progress (
        membership_id uuid not null, done int[] not null default '{}', put_away_at timestamptz(3),
        constraint welcome_progress_pkey primary key (membership_id),
        constraint welcome_progress_of_membership foreign key (membership_id) references membership (id) on delete cascade)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table welcome_progress, welcome_contact, welcome`);
  }
}
