import type { Statement } from '#platform/database';
import type { Searchable, SearcherSql } from '#platform/searchables';
import { stampOf } from '../index-keeping/search-index.queries.js';

/**
 * The same for every search: $1 who, $2 signed in, $3 communities, $4 groups, $5 the query or null, $6 kinds, $7 communities asked for, $8 authors, $9 from,
 * $10 until, $11 years, $12 languages, $13 themes, $14 now, $15 words that were read in another way (tsquery texts). Then, for a page: $16 how many,
 * $17 newest first, $18 score and $19 moment and $20 id of the last one seen.
 */
const SEARCHER: SearcherSql = { me: '$1', isSignedIn: '$2', memberOf: '$3', inGroups: '$4' };

/** How a search finds its candidates. */
export type Way =
  /** Few texts have all the words: all of them, by the index of words. */
  | 'WORDS'
  /** Many have them, or nothing but conditions was given: the newest of each community. */
  | 'NEWEST'
  /** The same, of the authors asked for. */
  | 'AUTHORS';

/** No search ranks more than these, whatever it finds; the newest of each sort. */
const MOST = { MANY: 600, SOME: 300, FEW: 300 } as const;
/** So many of the newest are looked through when a word stands in very many. */
const LOOKED_THROUGH = 20_000;
const PLACES_LOOKED_AT = 300;

/** A snippet's hits stand between these two; they are taken out of the text before. */
export const HIT_BEGINS = '\uE000';
export const HIT_ENDS = '\uE001';

const themesOf = (entry: string, community: string) =>
  `case when ${entry}.theme_ids = '{}' then coalesce(${community}.theme_ids, '{}') else ${entry}.theme_ids end`;

const inTime = (entry: string) => `($9::timestamptz is null or ${entry}.at >= $9) and ($10::timestamptz is null or ${entry}.at < $10)`;

/** Conditions, and the one rule of each kind about who reads it. */
const fits = (searchables: readonly Searchable[]) => `
  ($5::tsquery is null or e.document @@ $5::tsquery)
  and ($6::text[] is null or e.kind = any($6)) and ($7::uuid[] is null or e.community_id = any($7) and e.kind <> 'COMMUNITY' or e.kind = 'COMMUNITY' and e.id = any($7))
  and ($8::uuid[] is null or e.author_id = any($8)) and ${inTime('e')}
  and ($11::int[] is null or extract(year from e.at)::int = any($11)) and ($12::text[] is null or e.language = any($12))
  and ($13::text[] is null or ${themesOf('e', 'c')} && term_family($13))
  and case e.kind ${searchables.map(({ kind, scope }) => `when '${kind}' then ${scope('e', 'c', SEARCHER)}`).join('\n    ')} else false end`;

const KEY = 'e.kind, e.id, e.amount, e.at';
const FROM_ALL = 'search_entry e left join community c on c.id = e.community_id';

/** The newest of those that fit, some of each sort. */
const newest = (matched: string) =>
  Object.entries(MOST)
    .map(([amount, most]) => `(select * from ${matched} where amount = '${amount}' order by at desc limit ${most})`)
    .join(' union all ');

function candidates(way: Way, searchables: readonly Searchable[]): string {
  const fitting = fits(searchables);
  if (way === 'WORDS')
    return `matched as materialized (select ${KEY} from ${FROM_ALL} where e.document @@ $5::tsquery and ${fitting}), found as (${newest('matched')})`;
  if (way === 'AUTHORS')
    return `
      matched as materialized (
        select e.* from unnest($8::uuid[]) as author cross join lateral (
          select ${KEY} from (select * from search_entry own where own.author_id = author and ${inTime('own')} order by own.at desc
            limit greatest(100, ${LOOKED_THROUGH} / cardinality($8::uuid[]))) as e left join community c on c.id = e.community_id where ${fitting}) as e),
      found as (${newest('matched')})`;
  const fromPlaces = (amount: 'MANY' | 'SOME') => `
      (select e.* from place cross join lateral (
        select ${KEY} from (select * from search_entry near where near.amount = '${amount}' and near.community_id = place.id and ${inTime('near')}
            order by near.at desc limit greatest(100, ${LOOKED_THROUGH} / place.of)) as e
          join community c on c.id = e.community_id where ${fitting} order by e.at desc limit greatest(5, ${MOST[amount]} / place.of)) as e)`;
  return `
    place as materialized (
      select id, count(*) over () as of from (
        select c.id from community c where (c.id = any($3::uuid[]) or c.visibility = 'PUBLIC') and ($7::uuid[] is null or c.id = any($7))
         order by c.id = any($3::uuid[]) desc, c.last_activity_at desc limit ${PLACES_LOOKED_AT}) as near),
    found as (${fromPlaces('MANY')} union all ${fromPlaces('SOME')} union all
      (select ${KEY} from ${FROM_ALL} where e.amount = 'FEW' and ${fitting} limit ${MOST.FEW}))`;
}

/** What is found counts only while its source is there and says the same. */
const isTrue = (searchables: readonly Searchable[]) =>
  `case e.kind ${searchables.map(({ kind, things }) => `when '${kind}' then exists (select from (${things}) as s where s.id = e.id and ${stampOf('s')} = e.stamp)`).join('\n    ')} else false end`;

/** Close words and titles first, what is older a little lower; the place where one can go on before the single post. */
const SCORE = `
  round((case when $5::tsquery is null then 1 else 0.01 + ts_rank('{0.15, 0.3, 0.45, 1.0}', e.document, $5::tsquery, 1) end
    * (0.6 + 0.4 / (1 + greatest(0, extract(epoch from $14::timestamptz - e.at)) / 31557600))
    * case e.amount when 'MANY' then 1 when 'SOME' then 1.3 else 1.5 end * 1e9)::numeric)::bigint`;

const READABLE = (way: Way, searchables: readonly Searchable[]) => `
  ${candidates(way, searchables)},
  readable as materialized (
    select e.kind, e.id, e.at, e.amount, e.language, e.community_id, e.author_id, e.added_at, ${themesOf('e', 'c')} as theme_ids, ${SCORE} as score, e.document
      from found join search_entry e on e.kind = found.kind and e.id = found.id left join community c on c.id = e.community_id
     where ${isTrue(searchables)})`;

const facet = (name: string, value: string, from = 'readable', limit = 40) => `
  select '${name}' as facet, ${value} as value, count(*)::int as count from ${from} where ${value} is not null group by 2 order by 3 desc, 2 limit ${limit}`;

const FACETS = [
  facet('kinds', 'kind'),
  facet('communities', 'community_id::text'),
  facet('years', 'extract(year from at)::int::text'),
  facet('languages', 'language'),
  facet('themes', 'theme', 'readable, unnest(theme_ids) as theme'),
]
  .map((one) => `(${one})`)
  .join(' union all ');

const SNIPPET = `ts_headline(search_config(x.language), translate(left(s.body, 40000), '${HIT_BEGINS}${HIT_ENDS}', ''), $5::tsquery,
  'StartSel=${HIT_BEGINS}, StopSel=${HIT_ENDS}, MaxFragments=2, MaxWords=22, MinWords=8, FragmentDelimiter=" … "')`;
const TITLE = `ts_headline(search_config(x.language), translate(s.heading, '${HIT_BEGINS}${HIT_ENDS}', ''), $5::tsquery,
  'StartSel=${HIT_BEGINS}, StopSel=${HIT_ENDS}, HighlightAll=true')`;

/** One page, with how many there are of what. */
export const search = (way: Way, searchables: readonly Searchable[]): Statement => ({
  name: `search.find.${way}`,
  text: `
    with ${READABLE(way, searchables)},
    page as materialized (
      select * from readable where $18::bigint is null or $17::boolean and (at, id) < ($19::timestamptz, $20::uuid)
          or not $17::boolean and (score, at, id) < ($18::bigint, $19::timestamptz, $20::uuid)
       order by case when $17::boolean then null else score end desc nulls last, at desc, id desc limit $16),
    hits as (${searchables
      .map(
        ({ kind, things }) => `
      select x.*, s.path, case when $5::tsquery is null then s.heading else ${TITLE} end as title,
             case when $5::tsquery is null then left(s.body, 240) else ${SNIPPET} end as excerpt
        from page x cross join lateral (select * from (${things}) as s where s.id = x.id) as s where x.kind = '${kind}'`,
      )
      .join(' union all ')})
    select (select count(*)::int from readable) as count,
           exists (select from readable group by amount having count(*) >= case amount when 'MANY' then ${MOST.MANY} else ${MOST.SOME} end) as "isMore",
           (select coalesce(json_agg(f), '[]') from (${FACETS}) as f) as facets,
           (select coalesce(array_agg(word), '{}') from unnest($15::text[]) as word where exists (select from readable where document @@ word::tsquery)) as "meant",
           (select coalesce(json_agg(json_build_object('id', h.id, 'kind', h.kind, 'score', h.score, 'at', h.at, 'path', h.path, 'title', h.title, 'excerpt', h.excerpt,
              'language', h.language, 'authorId', h.author_id, 'communityId', h.community_id)
              order by case when $17::boolean then null else h.score end desc nulls last, h.at desc, h.id desc), '[]') from hits h) as hits`,
});

/** How many have come since a moment, for searches that are kept: the parameters of every search, but $15 is the moment. */
export const countFound = (way: Way, searchables: readonly Searchable[]): Statement => ({
  name: `search.count.${way}`,
  text: `with ${READABLE(way, searchables)} select count(*)::int as count from readable where added_at >= $15::timestamptz`,
});

/** People whom one may find, by a part of their name. $1 names, $2 who asks. */
export const AUTHORS: Statement = {
  name: 'search.authors',
  text: `
    select distinct asked.name as asked, p.id from unnest($1::text[]) as asked (name) cross join lateral (
      select id from person where plain(person.name) like '%' || replace(replace(replace(plain(asked.name), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
         and named_at is not null and deleted_at is null order by plain(person.name) <> plain(asked.name), length(person.name), id limit 50) as p`,
};

/** Communities one may know of, by name or by their name in addresses. $1 names, $2 signed in, $3 communities of who asks. */
export const placesNamed = (isReadable: string): Statement => ({
  name: 'search.places',
  text: `
    select asked.name as asked, c.id from unnest($1::text[]) as asked (name) cross join lateral (
      select c.id from community c where (c.slug = asked.name or plain(c.name) like '%' || replace(replace(replace(plain(asked.name), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
         and ${isReadable} order by c.slug <> asked.name, plain(c.name) <> plain(asked.name), c.id limit 50) as c`,
});
