import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The vocabulary has versions: every change is kept, and words are retired instead of deleted. */
export class Vocabulary1763756000000 implements MigrationInterface {
  name = 'Vocabulary1763756000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table scheme add column version int not null default 1`);
    await runner.query(`
      alter table term add column retired_at timestamptz, add column successor_id text,
        add constraint term_successor foreign key (successor_id) references term (id),
        add constraint term_successor_of_retired check (successor_id is null or retired_at is not null and successor_id <> id)`);
    await runner.query(`create index term_succeeds on term (successor_id) where successor_id is not null`);
    await runner.query(`
      create table vocabulary_change (
        id uuid not null default gen_random_uuid(), scheme_id text not null, version int not null, kind text not null, term_id text,
        edits jsonb not null, changed_by_id uuid, changed_at timestamptz(3) not null,
        constraint vocabulary_change_pkey primary key (id),
        constraint vocabulary_change_kind check (kind in ('SCHEME_ADDED', 'SCHEME_EDITED', 'TERM_ADDED', 'TERM_EDITED', 'TERM_RETIRED', 'TERM_REVIVED', 'TERMS_ORDERED')),
        constraint vocabulary_change_in_scheme foreign key (scheme_id) references scheme (id),
        constraint vocabulary_change_of_term foreign key (term_id) references term (id),
        constraint vocabulary_change_by foreign key (changed_by_id) references person (id) on delete set null)`);
    await runner.query(`create index vocabulary_change_newest on vocabulary_change (scheme_id, changed_at, id)`);
    // Whoever looks for a word also finds what was described with the words that it took the place of.
    await runner.query(`
      create function term_family(ids text[]) returns text[] language sql stable
      as $$ select array(
              with present as (select coalesce(t.successor_id, t.id) as id from public.term t where t.id = any($1))
              select id from present union select t.id from public.term t join present p on t.successor_id = p.id union select unnest($1)) $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function term_family(text[])`);
    await runner.query(`drop table vocabulary_change`);
    await runner.query(`alter table term drop column successor_id, drop column retired_at`);
    await runner.query(`alter table scheme drop column version`);
  }
}
