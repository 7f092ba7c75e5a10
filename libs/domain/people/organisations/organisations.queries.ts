import type { OrganisationFilter } from './organisations.inputs.js';

/** Every column of an organisation with its profile, from the alias `o`, as the GraphQL type names it. */
export const ORGANISATION_COLUMNS = `
  o.id, o.name, o.type, o.country, o.city, o.about, o.website, o.is_demo as "isDemo", o.added_by_id as "addedById", o.created_at as "createdAt",
  o.verified_at as "verifiedAt", o.verified_by_id as "verifiedById", o.verified_in_id as "verifiedInId",
  o.doubt, o.doubted_at as "doubtedAt", o.doubted_by_id as "doubtedById", o.updated_at as "updatedAt",
  json_build_object('level', o.level, 'size', o.size, 'citiesServed', o.cities_served, 'languages', o.languages, 'themeIds', o.theme_ids,
    'targetGroupIds', o.target_group_ids, 'isNewToField', o.is_new_to_field, 'isMigrantLed', o.is_migrant_led, 'context', o.context) as profile`;

/** What may narrow the register, one letter each for the statement's name; the SQL says where its value goes with `?`. */
const filters = {
  text: ['x', `plain(o.name) like '%' || plain(?) || '%'`],
  types: ['t', `o.type = any(?::text[])`],
  levels: ['l', `o.level = any(?::text[])`],
  countries: ['c', `o.country = any(?::text[])`],
  cities: ['p', `organisation_places(o.city, o.cities_served) && (select array_agg(plain(place)) from unnest(?::text[]) as place)`],
  languages: ['g', `o.languages && ?::text[]`],
  themes: ['h', `o.theme_ids && term_family(?::text[])`],
  targetGroups: ['r', `o.target_group_ids && term_family(?::text[])`],
  newToField: ['n', `o.is_new_to_field`],
  migrantLed: ['m', `o.is_migrant_led`],
  verified: ['v', `o.verified_at is not null`],
} as const;

type Name = keyof typeof filters;
/** Values of the filters that are set; a flag that is set has none. */
type Values = Partial<Record<Name, unknown>>;

/** An empty list, an empty text and `false` narrow nothing. Wildcards that were typed stand for themselves. */
export function organisationFilters(filter: OrganisationFilter): Values {
  const values: Values = {};
  const text = (filter.text ?? '').replaceAll('\0', '').trim().slice(0, 100);
  if (text) values.text = text.replace(/[\\%_]/g, '\\$&');
  for (const name of ['types', 'levels', 'countries', 'languages'] as const) if (filter[name]?.length) values[name] = filter[name];
  for (const name of ['cities', 'themes', 'targetGroups'] as const) {
    const wanted = filter[name]?.map((word) => word.replaceAll('\0', ''));
    if (wanted?.length) values[name] = wanted;
  }
  for (const name of ['newToField', 'migrantLed', 'verified'] as const) if (filter[name]) values[name] = true;
  return values;
}

/** Only filters that are set are in the statement, so that each has the plan that suits it; names and texts are ours alone. */
function narrowed(values: Values, first: number) {
  const set = (Object.keys(filters) as Name[]).filter((name) => values[name] !== undefined);
  const given: unknown[] = [];
  const conditions = set.map((name) => {
    const sql = filters[name][1];
    if (!sql.includes('?')) return sql;
    given.push(values[name]);
    return sql.replace('?', `$${first + given.length - 1}`);
  });
  return { letters: set.map((name) => filters[name][0]).join(''), conditions, given };
}

/** A page by name: one more than asked for. Cursor: the plain name and the id. */
export function organisationsPage(values: Values, limit: number, cursor: (string | number)[] | null) {
  const { letters, conditions, given } = narrowed(values, cursor ? 4 : 2);
  const where = [...(cursor ? ['(plain(o.name), o.id) > ($2, $3::uuid)'] : []), ...conditions];
  return {
    statement: {
      name: `organisations.list.${letters}${cursor ? '.on' : ''}`,
      text: `select ${ORGANISATION_COLUMNS}, plain(o.name) as "sortName" from organisation o
             ${where.length ? `where ${where.join(' and ')}` : ''} order by plain(o.name), o.id limit $1`,
    },
    values: [limit, ...(cursor ?? []), ...given],
  };
}

/** How many there are, by the same conditions. */
export function organisationsCount(values: Values) {
  const { letters, conditions, given } = narrowed(values, 1);
  return {
    statement: {
      name: `organisations.count.${letters}`,
      text: `select count(*)::int as count from organisation o ${conditions.length ? `where ${conditions.join(' and ')}` : ''}`,
    },
    values: given,
  };
}

/** How many there are in each country, by the same conditions. */
export function organisationsCountries(values: Values) {
  const { letters, conditions, given } = narrowed(values, 1);
  return {
    statement: {
      name: `organisations.countries.${letters}`,
      text: `select o.country, count(*)::int as count from organisation o
              where ${['o.country is not null', ...conditions].join(' and ')} group by 1 order by 2 desc, 1`,
    },
    values: given,
  };
}
