import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf } from '#platform/graphql';
import type { CountryCount } from '../country-count.js';
import type { Organisation } from '../organisation.entity.js';
import { type Person, pictureUrl } from '../person.entity.js';
import type { PeopleFilter } from './listing.inputs.js';
import { listedCountries, listedPage, listingValues } from './listing.queries.js';

type Row = Omit<Person, 'pictureUrl' | 'rename'> & { sortName: string; organisation: Organisation | null };

/** People who chose to be found, for those who are signed in. */
@Injectable()
export class Listing {
  constructor(private readonly database: Database) {}

  /** By name. @throws Unauthenticated for strangers */
  async list(actor: Actor, filter: PeopleFilter, { first = 20, after }: PageArgs): Promise<Page<Person>> {
    const cursor = decodeCursor(after, ['string', 'uuid']);
    const { statement, values } = listedPage(listingValues(filter), first + 1, cursor);
    const rows = actor.signedIn && (await this.database.read<Row>(statement, values));
    const page = pageOf(rows, first, (row) => encodeCursor(row.sortName, row.id), cursor !== null);
    const shown = page.nodes.map((row) => ({ ...row, pictureUrl: pictureUrl(row.pictureFileId) }) as unknown as Person);
    return { ...page, nodes: shown, edges: page.edges.map(({ cursor: at }, index) => ({ cursor: at, node: shown[index] as Person })) };
  }

  /** How many there are in each country of their organisations. */
  async countries(actor: Actor, filter: PeopleFilter): Promise<CountryCount[]> {
    return (await this.counts(actor, filter)).filter(({ country }) => country !== null);
  }

  /** How many there are in all. */
  async count(actor: Actor, filter: PeopleFilter): Promise<number> {
    return (await this.counts(actor, filter)).at(-1)?.count ?? 0;
  }

  private counts(actor: Actor, filter: PeopleFilter): Promise<CountryCount[]> {
    const { statement, values } = listedCountries(listingValues(filter));
    return actor.signedIn && this.database.read<CountryCount>(statement, values);
  }
}
