import type { Statement } from '#platform/database';
import type { Searchable } from '#platform/searchables';

/** What an entry says of its source. When it is not the same any more the entry counts for nothing, until it is written anew. */
export const stampOf = (thing: string): string =>
  `hash_record_extended(row(${thing}.community_id, ${thing}.group_id, ${thing}.level, ${thing}.author_id, ${thing}.title, ${thing}.body, ${thing}.language,
    ${thing}.at, ${thing}.theme_ids), 0)`;

/** One at a time: who read a source first must not write its entry last. */
export const IN_TURN: Statement = { name: 'search.in-turn', text: `select pg_advisory_xact_lock(hashtext('search_entry'))` };

/** When it came to the index; of what has no author only the day after, so that the moment does not tell. */
const added = (amount: Searchable['amount']): string =>
  amount === 'FEW' ? 'now()' : `case when s.author_id is null then date_trunc('day', now()) + interval '1 day' else now() end`;

const write = ({ kind, things, amount }: Searchable, which: string, since = added(amount)) => `
  with thing as materialized (select s.* from (${things}) as s where ${which}),
  written as (
    insert into search_entry (kind, id, amount, parent_id, community_id, group_id, level, author_id, language, at, theme_ids, stamp, document, added_at)
    select '${kind}', s.id, '${amount}', s.parent_id, s.community_id, s.group_id, s.level, s.author_id, told.language, s.at, s.theme_ids, ${stampOf('s')},
           search_document(s.title, s.body, told.language), ${since}
      from thing s cross join lateral (select coalesce(s.language, search_language(concat_ws(' ', s.title, s.body))) as language) as told
    on conflict (kind, id) do update set parent_id = excluded.parent_id, community_id = excluded.community_id, group_id = excluded.group_id,
      level = excluded.level, author_id = excluded.author_id, language = excluded.language, at = excluded.at, theme_ids = excluded.theme_ids,
      stamp = excluded.stamp, document = excluded.document
    returning id, document),
  words as (
    insert into search_word (word, documents)
    select word, count(*) from (select word from written, unnest(tsvector_to_array(ts_filter(document, '{a,c}'))) as word) as met
     where length(word) between 2 and 40 and word ~ '[^0-9]' group by word order by word
    on conflict (word) do nothing)`;

/** Writes entries anew from their sources, and takes those away whose source is gone. $1 ids. */
export const refresh = (searchable: Searchable): Statement => ({
  name: `search.refresh.${searchable.kind}`,
  text: `${write(searchable, 's.id = any($1::uuid[])')},
    gone as (delete from search_entry e where e.kind = '${searchable.kind}' and e.id = any($1::uuid[]) and not exists (select from thing s where s.id = e.id))
    select count(*)::int as written from written`,
});

/** The same for the pieces of something that was moved or opened to others, some at a time. $1 their whole, $2 after this id, $3 how many. */
export const refreshPieces = (searchable: Searchable): Statement => ({
  name: `search.refresh-pieces.${searchable.kind}`,
  text: `${write(searchable, `s.id in (select e.id from search_entry e where e.parent_id = $1 and e.kind = '${searchable.kind}' and e.id > $2::uuid order by e.id limit $3)`)}
    select max(e.id::text) as last from (
      select id from search_entry where parent_id = $1 and kind = '${searchable.kind}' and id > $2::uuid order by id limit $3) as e`,
});

/** Entries of a stretch of ids, which is all of them in the end. $1 from (not included), $2 to (included). */
export const rebuild = (searchable: Searchable): Statement => ({
  name: `search.rebuild.${searchable.kind}`,
  text: `${write(searchable, 's.id > $1::uuid and s.id <= $2::uuid', 'least(s.at, now())')} select count(*)::int as written from written`,
});

/** Those of this stretch whose source is gone. */
export const sweep = ({ kind, things }: Searchable): Statement => ({
  name: `search.sweep.${kind}`,
  text: `delete from search_entry e where e.kind = '${kind}' and e.id > $1::uuid and e.id <= $2::uuid and not exists (select from (${things}) as s where s.id = e.id)`,
});

/** Counts the words anew; those that stand nowhere any more are forgotten. */
export const COUNT_WORDS: Statement = {
  name: 'search.count-words',
  text: `
    with counted as materialized (
      select word, ndoc from ts_stat('select ts_filter(document, ''{a,c}'') from search_entry') where length(word) between 2 and 40 and word ~ '[^0-9]'),
    gone as (delete from search_word w where not exists (select from counted where counted.word = w.word))
    insert into search_word (word, documents) select word, ndoc from counted order by word
    on conflict (word) do update set documents = excluded.documents where search_word.documents <> excluded.documents`,
};
