import type { MigrationInterface, QueryRunner } from 'typeorm';

const STEMMERS = { en: 'english', de: 'german', fr: 'french', ar: 'arabic', ru: 'russian' };
const WORD_TYPES = 'asciiword, asciihword, hword_asciipart, word, hword, hword_part';

/** Signs that stand between words. */
const SIGNS = `-_/.,;:@#&+=|<>()[]{}"“”„«»‘’'ʼ…–—·•*~^%$!?\\`;

/** Function words that tell languages of the Latin alphabet apart. */
const TELLING = {
  en: 'the|and|of|to|is|that|for|with|we|what|have|are',
  de: 'der|die|das|und|ist|nicht|wir|mit|für|eine|zu|den|auf|ich',
  fr: 'le|la|les|et|est|des|une|nous|pour|dans|que|du|avec|qui',
};

/** Sources that are changed seldom enough to tell of it in their own transaction; with the columns that matter, or all changes. */
const SOURCES: [table: string, kind: string, columns: string | null, id?: string][] = [
  ['thread', 'THREAD', 'title, level, group_id, community_id, author_id'],
  ['need', 'NEED', 'statement, community_id, group_id'],
  ['session', 'SESSION', 'title, description, place, starts_at, community_id, group_id'],
  ['position', 'POSITION', 'title, addressee, purpose, state, frozen_version_id, published_at, community_id, group_id'],
  ['community', 'COMMUNITY', 'name, name_local, summary, charter_domain, charter_community, charter_practice, theme_ids, merged_into_id'],
  ['community_group', 'GROUP', 'name, purpose, is_hidden, community_id'],
  ['glossary_term', 'WORD', 'term, community_id'],
  ['glossary_definition', 'WORD', null, 'term_id'],
  ['offer', 'OFFER', 'title, details, place, theme_ids, state, audience, community_id'],
  ['organisation', 'ORGANISATION', 'name, city, about, theme_ids'],
  [
    'person',
    'PERSON',
    'name, headline, kept_headline, about, can_help, shown, is_listed, theme_ids, named_at, suspended_at, leaving_at, deleted_at',
  ],
];

/** One index of everything that can be found, the words that stand in it, and the searches that people keep. */
export class SearchEverything1763765000000 implements MigrationInterface {
  name = 'SearchEverything1763765000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.addLanguages(runner);
    await runner.query(`
      create table search_entry (
        kind text not null, id uuid not null, amount text not null, parent_id uuid, community_id uuid, group_id uuid, level text not null, author_id uuid,
        language text, at timestamptz not null, theme_ids text[] not null, stamp bigint not null, document tsvector not null, added_at timestamptz not null,
        constraint search_entry_pk primary key (kind, id))`);
    // A short list of what is not sorted in yet: every search reads all of it.
    await runner.query(`create index search_entry_document on search_entry using gin (document) with (gin_pending_list_limit = 256)`);
    await runner.query(`create index search_entry_few on search_entry using gin (document) where amount = 'FEW'`);
    await runner.query(`create index search_entry_newest on search_entry (amount, community_id, at desc)`);
    await runner.query(`create index search_entry_author on search_entry (author_id, at desc) where author_id is not null`);
    await runner.query(`create index search_entry_parent on search_entry (parent_id) where parent_id is not null`);
    await runner.query(
      `create table search_word (word text collate "C" not null, documents int not null, constraint search_word_pk primary key (word))`,
    );
    await runner.query(`create index search_word_trigrams on search_word using gin (word gin_trgm_ops)`);
    await runner.query(`create table search_index (version int not null, built_at timestamptz)`);
    // A house in which there is something already is read once at its next start.
    await runner.query(`insert into search_index (version) select case when exists (select from community) then 0 else 1 end`);
    await runner.query(`
      create function search_similar(text) returns setof search_word language sql stable strict set pg_trgm.similarity_threshold = 0.2
      as $$ select w.* from public.search_word w where w.word % $1 and length(w.word) between length($1) - 2 and length($1) + 2
             order by public.similarity(w.word, $1) desc, w.documents desc limit 80 $$`);
    await this.addTriggers(runner);
    await runner.query(`
      create table saved_search (
        id uuid not null default gen_random_uuid(), person_id uuid not null, name text not null, text text not null, filter jsonb not null default '{}',
        is_on boolean not null default true, created_at timestamptz(3) not null, seen_at timestamptz(3) not null, told_at timestamptz(3) not null,
        constraint saved_search_pk primary key (id),
        constraint saved_search_person_fk foreign key (person_id) references person (id) on delete cascade)`);
    await runner.query(`create index saved_search_of_person on saved_search (person_id, created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table saved_search`);
    for (const [table] of SOURCES) await runner.query(`drop trigger search_changed on ${table}`);
    await runner.query(`drop trigger search_changed on post`);
    await runner.query(`drop trigger search_changed on document_version`);
    await runner.query(
      `drop function search_post_changed(), search_version_changed(), search_changed(), search_tell(text, uuid), search_similar(text)`,
    );
    await runner.query(`drop table search_index, search_word, search_entry`);
    await runner.query(`drop function search_document(text, text, text), search_config(text), search_language(text), search_text(text)`);
    for (const language of ['simple', ...Object.keys(STEMMERS)]) await runner.query(`drop text search configuration search_${language}`);
  }

  /** Words are compared without accents, as they stand and by their stem where Postgres has a stemmer. */
  private async addLanguages(runner: QueryRunner): Promise<void> {
    for (const [language, stemmer] of Object.entries({ simple: 'simple', ...STEMMERS })) {
      await runner.query(`create text search configuration search_${language} (copy = pg_catalog.${stemmer})`);
      const dictionary = language === 'simple' ? 'simple' : `${stemmer}_stem`;
      await runner.query(`
        alter text search configuration search_${language} alter mapping for ${WORD_TYPES} with public.unaccent, pg_catalog.${dictionary}`);
    }
    // Signs between words are blanks, so that an address or a compound is found by its parts; an apostrophe within a Ukrainian word is nothing.
    await runner.query(`
      create function search_text(text) returns text language sql immutable parallel safe strict
      as $$ select translate(regexp_replace($1, '([бвгґджзйклмнпрстфхцчшщБВГҐДЖЗЙКЛМНПРСТФХЦЧШЩ])[''’ʼ]([яюєїЯЮЄЇ])', '\\1\\2', 'g'),
        '${SIGNS.replace("'", "''")}', repeat(' ', ${SIGNS.length})) $$`);
    const cases = Object.keys(STEMMERS).map((language) => `when '${language}' then 'public.search_${language}'::regconfig`);
    await runner.query(`
      create function search_config(text) returns regconfig language sql immutable parallel safe
      as $$ select case left($1, 2) ${cases.join(' ')} else 'public.search_simple'::regconfig end $$`);
    const count = (words: string) => `regexp_count(s, '\\m(${words})\\M')`;
    await runner.query(`
      create function search_language(text) returns text language sql immutable parallel safe strict
      as $$ select case when s ~ '[ء-ي]{2}' then 'ar' when s ~ '[іїєґ]' then 'uk' when s ~ '[ыэъё]' then 'ru' when s ~ '[а-я]{2}' then 'uk' else
          (select language from (values ('en', ${count(TELLING.en)}), ('de', ${count(TELLING.de)}), ('fr', ${count(TELLING.fr)})) as told (language, words)
            where words > 0 order by words desc, language limit 1) end
        from lower(left($1, 600)) as s $$`);
    // What is in the title before what is below it; a word as it stands before its stem.
    const part = (config: string, text: string, weight: string) =>
      `setweight(to_tsvector(${config}, public.search_text(${text})), '${weight}')`;
    await runner.query(`
      create function search_document(title text, body text, language text) returns tsvector language sql immutable parallel safe
      as $$ select ${part(`'public.search_simple'`, '$1', 'A')} || ${part(`'public.search_simple'`, 'left($2, 60000)', 'C')}
        || case when public.search_config($3) = 'public.search_simple'::regconfig then ''::tsvector
             else ${part('public.search_config($3)', '$1', 'B')} || ${part('public.search_config($3)', 'left($2, 60000)', 'D')} end $$`);
  }

  /** Who changes a source says so in the same transaction, on whatever road. Posts are added too often for that: of new ones their events tell. */
  private async addTriggers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function search_tell(kind text, id uuid) returns void language sql
      as $$ with told as (insert into public.event (name, payload) values ('search.source-changed', jsonb_build_object('kind', $1, 'id', $2)) returning id)
        insert into public.event_waiting (event_id) select id from told $$`);
    await runner.query(`
      create function search_changed() returns trigger language plpgsql
      as $$ begin perform public.search_tell(tg_argv[0], (to_jsonb(coalesce(new, old))->>tg_argv[1])::uuid); return null; end $$`);
    await runner.query(`
      create function search_post_changed() returns trigger language plpgsql
      as $$ begin perform public.search_tell(case new.position when 1 then 'THREAD' else 'POST' end, case new.position when 1 then new.thread_id else new.id end);
        return null; end $$`);
    await runner.query(`
      create function search_version_changed() returns trigger language plpgsql
      as $$ begin perform public.search_tell('POSITION', x.id) from public.position x where x.document_id = new.document_id; return null; end $$`);
    for (const [table, kind, columns, id = 'id'] of SOURCES) {
      // A thread is told of by its event: of an unattributed one that comes later, on purpose.
      const added = table === 'thread' ? '' : 'insert or ';
      await runner.query(`
        create trigger search_changed after ${added}delete or update ${columns ? `of ${columns}` : ''} on ${table}
        for each row execute function search_changed('${kind}', '${id}')`);
    }
    await runner.query(`
      create trigger search_changed after update of text, removed_at, author_id on post for each row execute function search_post_changed()`);
    await runner.query(`
      create trigger search_changed after insert on document_version for each row execute function search_version_changed()`);
  }
}
