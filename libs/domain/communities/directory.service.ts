import { Injectable } from '@nestjs/common';
import type { CountryCount } from '#domain/people';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf } from '#platform/graphql';
import type { CommunityFilter } from './communities.inputs.js';
import type { Community } from './community.entity.js';
import { CommunityOrder } from './community.enums.js';
import { directoryCount, directoryCountries, type DirectoryFilters, directoryPage } from './directory.queries.js';

/** A page of the directory; how many there are in all is counted only when asked for. */
export interface DirectoryPage extends Page<Community> {
  count: () => Promise<number>;
}

const cursorTypes = { NAME: 'string', ACTIVITY: 'date', MEMBERS: 'number' } as const;
type Listed = Community & { sortKey: string | number | Date };

/** All communities that someone may see, narrowed and ordered. */
@Injectable()
export class Directory {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, filter: CommunityFilter, order: CommunityOrder, { first = 20, after }: PageArgs): Promise<DirectoryPage> {
    const filters = filtersOf(actor, filter);
    const cursor = decodeCursor(after, [cursorTypes[order], 'uuid']);
    const viewer = { personId: actor.personIdOrNull, isSignedIn: actor.isSignedIn };
    const { statement, values } = directoryPage(filters, order, viewer, first + 1, cursor);
    const rows = await this.database.read<Listed>(statement, values);
    const keyOf = ({ sortKey }: Listed) => (sortKey instanceof Date ? sortKey.toISOString() : sortKey);
    const page = pageOf(rows, first, (row) => encodeCursor(keyOf(row), row.id), cursor !== null);
    return { ...page, count: () => this.count(actor, filters) };
  }

  /** How many the viewer may see in each country. */
  async countries(actor: Actor, filter: CommunityFilter): Promise<CountryCount[]> {
    const { statement, values } = directoryCountries(filtersOf(actor, filter), actor.isSignedIn);
    return this.database.read<CountryCount>(statement, values);
  }

  private async count(actor: Actor, filters: DirectoryFilters): Promise<number> {
    const { statement, values } = directoryCount(filters, actor.isSignedIn);
    const [row] = await this.database.read<{ count: number }>(statement, values);
    return row?.count ?? 0;
  }
}

/** An empty list, an empty text and `mine: false` narrow nothing. */
function filtersOf(actor: Actor, filter: CommunityFilter): DirectoryFilters {
  const filters: DirectoryFilters = {};
  const text = filter.text?.trim();
  if (text) filters.text = text;
  for (const name of ['themes', 'levels', 'countries', 'languages', 'kinds'] as const) {
    if (filter[name]?.length) filters[name] = filter[name];
  }
  if (filter.mine) filters.mine = actor.communityIds;
  filters.archived = filter.archived ?? false;
  return filters;
}
