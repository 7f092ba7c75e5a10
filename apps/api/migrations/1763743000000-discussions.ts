import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Threads and posts with their kept counters, revisions, reactions, mentions, reading state and drafts. */
export class Discussions1763743000000 implements MigrationInterface {
  name = 'Discussions1763743000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table thread (
        id uuid not null default gen_random_uuid(),
        community_id uuid not null,
        title text not null,
        level text not null,
        author_id uuid not null,
        created_at timestamptz(3) not null,
        last_post_at timestamptz(3) not null,
        last_post_by_id uuid not null,
        post_count integer not null,
        participant_count integer not null,
        closed_at timestamptz(3),
        constraint thread_pk primary key (id),
        constraint thread_community_fk foreign key (community_id) references community (id) on delete cascade,
        constraint thread_author_fk foreign key (author_id) references person (id),
        constraint thread_last_post_by_fk foreign key (last_post_by_id) references person (id),
        constraint thread_level check (level in ('PUBLIC', 'COMMUNITY')))`);
    await runner.query(`create index thread_newest on thread (community_id, last_post_at desc, id desc)`);
    // Strangers must not read past the threads of members to find the public ones.
    await runner.query(`create index thread_newest_public on thread (community_id, last_post_at desc, id desc) where level = 'PUBLIC'`);

    await runner.query(`
      create table post (
        id uuid not null default gen_random_uuid(),
        thread_id uuid not null,
        position integer not null,
        author_id uuid not null,
        body jsonb not null,
        html text not null,
        text text not null,
        excerpt text not null,
        reply_to_id uuid,
        reaction_counts jsonb not null default '{}',
        created_at timestamptz(3) not null,
        edited_at timestamptz(3),
        removed_at timestamptz(3),
        removed_by_id uuid,
        constraint post_pk primary key (id),
        constraint post_place unique (thread_id, position),
        constraint post_thread_fk foreign key (thread_id) references thread (id) on delete cascade,
        constraint post_author_fk foreign key (author_id) references person (id),
        constraint post_reply_to_fk foreign key (reply_to_id) references post (id) on delete set null,
        constraint post_removed_by_fk foreign key (removed_by_id) references person (id))`);
    await runner.query(`create index post_reply_to on post (reply_to_id) where reply_to_id is not null`);

    await runner.query(`
      create table post_revision (
        id uuid not null default gen_random_uuid(),
        post_id uuid not null,
        body jsonb not null,
        html text not null,
        written_at timestamptz(3) not null,
        constraint post_revision_pk primary key (id),
        constraint post_revision_post_fk foreign key (post_id) references post (id) on delete cascade)`);
    await runner.query(`create index post_revision_post on post_revision (post_id, written_at)`);

    await runner.query(`
      create table post_reaction (
        post_id uuid not null,
        person_id uuid not null,
        kind text not null,
        reacted_at timestamptz(3) not null,
        constraint post_reaction_pk primary key (post_id, person_id, kind),
        constraint post_reaction_post_fk foreign key (post_id) references post (id) on delete cascade,
        constraint post_reaction_person_fk foreign key (person_id) references person (id) on delete cascade,
        constraint post_reaction_kind check (kind in ('THANKS', 'AGREE', 'INSIGHT', 'SAME_HERE', 'SUPPORT')))`);
    await runner.query(`
      create table post_mention (
        post_id uuid not null,
        person_id uuid not null,
        constraint post_mention_pk primary key (post_id, person_id),
        constraint post_mention_post_fk foreign key (post_id) references post (id) on delete cascade,
        constraint post_mention_person_fk foreign key (person_id) references person (id) on delete cascade)`);
    await runner.query(`create index post_mention_person on post_mention (person_id)`);

    await runner.query(`
      create table thread_participant (
        thread_id uuid not null,
        person_id uuid not null,
        post_count integer not null,
        last_post_at timestamptz(3) not null,
        constraint thread_participant_pk primary key (thread_id, person_id),
        constraint thread_participant_thread_fk foreign key (thread_id) references thread (id) on delete cascade,
        constraint thread_participant_person_fk foreign key (person_id) references person (id) on delete cascade)`);
    await runner.query(`
      create table thread_reading (
        person_id uuid not null,
        thread_id uuid not null,
        last_read_position integer,
        last_read_at timestamptz(3),
        is_followed boolean,
        constraint thread_reading_pk primary key (person_id, thread_id),
        constraint thread_reading_person_fk foreign key (person_id) references person (id) on delete cascade,
        constraint thread_reading_thread_fk foreign key (thread_id) references thread (id) on delete cascade)`);
    await runner.query(`create index thread_reading_follower on thread_reading (thread_id) where is_followed`);
    await runner.query(`
      create table thread_stir (
        thread_id uuid not null,
        told_position integer not null,
        constraint thread_stir_pk primary key (thread_id),
        constraint thread_stir_thread_fk foreign key (thread_id) references thread (id) on delete cascade)`);

    await runner.query(`
      create table draft (
        person_id uuid not null,
        subject text not null,
        title text,
        body jsonb not null,
        saved_at timestamptz(3) not null,
        constraint draft_pk primary key (person_id, subject),
        constraint draft_person_fk foreign key (person_id) references person (id) on delete cascade)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table draft, thread_stir, thread_reading, thread_participant, post_mention, post_reaction, post_revision, post, thread`,
    );
  }
}
