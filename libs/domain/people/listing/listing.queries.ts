import type { PeopleFilter } from './listing.inputs.js';

/** What may narrow the list, one letter each for the statement's name; the SQL says where its value goes with `?`. */
const filters = {
  text: ['t', `person_words(p.name, p.headline, p.can_help) @@ beginnings(?)`],
  themes: ['h', `p.theme_ids && term_family(?::text[])`],
  countries: ['c', `o.country = any(?::text[])`],
  languages: ['g', `p.languages && ?::text[]`],
} as const;

type Name = keyof typeof filters;
/** Values of the filters that are set. */
export type ListingValues = Partial<Record<Name, unknown>>;

/** An empty list and an empty text narrow nothing. */
export function listingValues(filter: PeopleFilter): ListingValues {
  const values: ListingValues = {};
  const text = filter.text?.trim();
  if (text) values.text = text;
  for (const name of ['themes', 'countries', 'languages'] as const) if (filter[name]?.length) values[name] = filter[name];
  return values;
}

const FROM = `from person p left join organisation_seat s on s.person_id = p.id and s.is_main left join organisation o on o.id = s.organisation_id`;

const narrowed = (values: ListingValues, first: number) => {
  const set = (Object.keys(filters) as Name[]).filter((name) => values[name] !== undefined);
  return {
    letters: set.map((name) => filters[name][0]).join(''),
    where: ['p.is_listed', ...set.map((name, index) => filters[name][1].replace('?', `$${first + index}`))],
    given: set.map((name) => values[name]),
  };
};

/** A page by name: one more than asked for. Cursor: the plain name and the id. */
export function listedPage(values: ListingValues, limit: number, cursor: (string | number)[] | null) {
  const { letters, where, given } = narrowed(values, cursor ? 4 : 2);
  if (cursor) where.push('(plain(p.name), p.id) > ($2, $3::uuid)');
  return {
    statement: {
      name: `people.listed.${letters}${cursor ? '.on' : ''}`,
      text: `select p.id, p.name, p.headline, p.picture_file_id as "pictureFileId", p.languages, p.time_zone as "timeZone", p.is_demo as "isDemo", p.is_listed as "isListed",
                    p.theme_ids as "themeIds", p.can_help as "canHelp", plain(p.name) as "sortName",
                    case when o.id is not null then json_build_object('id', o.id, 'name', o.name, 'type', o.type, 'country', o.country, 'city', o.city) end as organisation
             ${FROM} where ${where.join(' and ')} order by plain(p.name), p.id limit $1`,
    },
    values: [limit, ...(cursor ?? []), ...given],
  };
}

/** How many there are in each country, and in all (country null). */
export function listedCountries(values: ListingValues) {
  const { letters, where, given } = narrowed(values, 1);
  return {
    statement: {
      name: `people.listed-countries.${letters}`,
      text: `select o.country, count(*)::int as count ${FROM} where ${where.join(' and ')} group by grouping sets ((o.country), ()) order by grouping(o.country), count desc, o.country`,
    },
    values: given,
  };
}
