import { communityScope } from './community.policy.js';
import { COMMUNITY_COLUMNS, VIEWER_COLUMNS } from './communities.queries.js';
import { CommunityOrder } from './community.enums.js';

/** What may narrow the directory, one letter each for the statement's name; the SQL says where its value goes with `?`. */
const filters = {
  text: [
    't',
    `(community_words(c.name, c.name_local, c.summary, c.charter_domain, c.charter_community, c.charter_practice) @@ beginnings(?)
     or plain(c.name) % plain(?))`,
  ],
  themes: ['h', `c.theme_ids && term_family(?::text[])`],
  levels: ['l', `c.level = any(?::text[])`],
  countries: ['c', `c.countries && ?::text[]`],
  languages: ['g', `c.languages && ?::text[]`],
  kinds: ['k', `c.kind = any(?::text[])`],
  mine: ['m', `c.id = any(?::uuid[])`],
  archived: ['a', `(c.archived_at is not null) = ?::boolean`],
} as const;

/** Which filters there are. */
export type DirectoryFilterName = keyof typeof filters;

const orders: Record<CommunityOrder, { key: string; type: string; direction: 'asc' | 'desc' }> = {
  NAME: { key: 'plain(c.name)', type: 'text', direction: 'asc' },
  ACTIVITY: { key: 'c.last_activity_at', type: 'timestamptz', direction: 'desc' },
  MEMBERS: { key: 'c.member_count', type: 'int', direction: 'desc' },
};

/** Values of the filters that are set, in a fixed order. */
export type DirectoryFilters = Partial<Record<DirectoryFilterName, unknown>>;

const present = (values: DirectoryFilters) => (Object.keys(filters) as DirectoryFilterName[]).filter((name) => values[name] !== undefined);
const letters = (values: DirectoryFilters) =>
  present(values)
    .map((name) => filters[name][0])
    .join('');

/** Only filters that are set are in the statement, so that each has the plan that suits it; names and texts are ours alone. */
const conditions = (values: DirectoryFilters, isSignedIn: string, first: number) => [
  // One's own are all one's own, listed or not.
  values.mine === undefined ? communityScope('c', isSignedIn) : `${isSignedIn}::boolean`,
  'c.merged_into_id is null',
  ...present(values).map((name, index) => filters[name][1].replaceAll('?', `$${first + index}`)),
];

/** A page: one more than asked for. Cursor: the sort key and the id. */
export function directoryPage(
  values: DirectoryFilters,
  order: CommunityOrder,
  viewer: { personId: string | null; isSignedIn: boolean },
  limit: number,
  cursor: (string | number)[] | null,
) {
  const { key, type, direction } = orders[order];
  const where = conditions(values, '$2', 6);
  if (cursor) where.push(`(${key}, c.id) ${direction === 'asc' ? '>' : '<'} ($4::${type}, $5::uuid)`);
  else where.push('$4::text is null and $5::uuid is null');
  return {
    statement: {
      name: `directory.${order}.${letters(values)}${cursor ? '.on' : ''}`,
      text: `select ${COMMUNITY_COLUMNS}, ${VIEWER_COLUMNS}, ${key} as "sortKey" from community c where ${where.join(' and ')}
              order by ${key} ${direction}, c.id ${direction} limit $3`,
    },
    values: [
      viewer.personId,
      viewer.isSignedIn,
      limit,
      cursor?.[0] ?? null,
      cursor?.[1] ?? null,
      ...present(values).map((name) => values[name]),
    ],
  };
}

/** How many there are, by the same conditions. */
export function directoryCount(values: DirectoryFilters, isSignedIn: boolean) {
  return {
    statement: {
      name: `directory.count.${letters(values)}`,
      text: `select count(*)::int as count from community c where ${conditions(values, '$1', 2).join(' and ')}`,
    },
    values: [isSignedIn, ...present(values).map((name) => values[name])],
  };
}

/** How many work in each country, by the same conditions; one of several countries counts in each. */
export function directoryCountries(values: DirectoryFilters, isSignedIn: boolean) {
  return {
    statement: {
      name: `directory.countries.${letters(values)}`,
      text: `select country, count(*)::int as count from community c cross join unnest(c.countries) as country
              where ${conditions(values, '$1', 2).join(' and ')} group by 1 order by 2 desc, 1`,
    },
    values: [isSignedIn, ...present(values).map((name) => values[name])],
  };
}
