import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who want to be found say so, with their themes and what they can help with. */
export class ListedPeople1763756100000 implements MigrationInterface {
  name = 'ListedPeople1763756100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person add column is_listed boolean not null default false, add column theme_ids text[] not null default '{}', add column can_help text`);
    // One function says what is searched, for the index and the query alike.
    await runner.query(`
      create function person_words(name text, headline text, can_help text) returns tsvector language sql immutable parallel safe
      as $$ select to_tsvector('simple', public.plain(concat_ws(' ', $1, $2, $3))) $$`);
    await runner.query(`create index person_listed on person (plain(name), id) where is_listed`);
    await runner.query(`create index person_listed_words on person using gin (person_words(name, headline, can_help)) where is_listed`);
    await runner.query(`create index person_listed_themes on person using gin (theme_ids) where is_listed`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index person_listed_themes, person_listed_words, person_listed`);
    await runner.query(`drop function person_words(text, text, text)`);
    await runner.query(`alter table person drop column can_help, drop column theme_ids, drop column is_listed`);
  }
}
