import type { Statement } from '#platform/database';

const STEMMED = `array['public.search_en', 'public.search_de', 'public.search_fr', 'public.search_ar', 'public.search_ru']::regconfig[]`;
/** Of the languages of the house: a word that is none in one of them need not be there. */
const STOPPED = `array['public.search_en', 'public.search_de', 'public.search_fr', 'public.search_ar']::regconfig[]`;

const lexemes = (configs: string, text: string) =>
  `(select coalesce(array_agg(distinct lexeme), '{}') from unnest(${configs}) as config, unnest(tsvector_to_array(to_tsvector(config, ${text}))) as lexeme)`;

/**
 * What the words of a search mean: as they stand, by their stems, how those go on that are only begun, and in about how many texts they stand.
 * $1 words, $2 beginnings to look up or null, $3 how many letters may follow.
 */
export const WORDS: Statement = {
  name: 'search.words',
  text: `
    select coalesce(plain.lexemes, '{}') as lexemes, ${lexemes(STEMMED, 'asked.text')} as stems,
           exists (select from unnest(${STOPPED}) as config where plain.lexemes <> '{}' and to_tsvector(config, asked.text) = '') as "isStop",
           coalesce(begun.words, '{}') as begun, coalesce(begun.stems, '{}') as "begunStems",
           (coalesce(begun.documents, 0) + coalesce((select sum(w.documents) from search_word w where w.word = any(plain.lexemes || ${lexemes(STEMMED, 'asked.text')})), 0))::int as documents,
           (select greatest(reltuples, 0)::int from pg_class where oid = 'search_entry'::regclass) as "inAll"
      from (select ord, search_text(word) as text, plain(search_text(beginning)) as beginning, more
              from unnest($1::text[], $2::text[], $3::int[]) with ordinality as one (word, beginning, more, ord)) as asked
      cross join lateral (select tsvector_to_array(to_tsvector('public.search_simple', asked.text)) as lexemes) as plain
      left join lateral (
        select array_agg(word) as words, sum(documents)::int as documents, ${lexemes(STEMMED, `string_agg(word, ' ')`)} as stems
          from (select w.word, w.documents from search_word w
                 where w.word >= asked.beginning and w.word < asked.beginning || U&'\\+10FFFF' and length(w.word) <= length(asked.beginning) + asked.more
                 order by w.documents desc, w.word limit 32) as following
      ) as begun on asked.beginning is not null
     order by asked.ord`,
};

/** Known words that look like others, with what they were found for. $1 words. */
export const SIMILAR: Statement = {
  name: 'search.similar-words',
  text: `select asked.word as typed, near.word, near.documents from unnest($1::text[]) as asked (word) cross join lateral search_similar(asked.word) as near`,
};

/** What is known of a word that was asked for. */
export interface WordRow {
  lexemes: string[];
  stems: string[];
  isStop: boolean;
  begun: string[];
  begunStems: string[];
  documents: number;
  inAll: number;
}
