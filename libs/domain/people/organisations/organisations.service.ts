import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, type Batch, inOrderOf } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, onConstraint } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf, uuid } from '#platform/graphql';
import type { CountryCount } from '../country-count.js';
import { Organisation, OrganisationType } from '../organisation.entity.js';
import { OrganisationExists } from '../people.errors.js';
import { OrganisationProfile } from './organisation-profile.js';
import type { AddOrganisationInput, OrganisationFilter } from './organisations.inputs.js';
import { organisationFilters, organisationsCount, organisationsCountries, organisationsPage } from './organisations.queries.js';

onConstraint('organisation_once', () => new OrganisationExists());

/** The register of organisations: public, and open to additions. */
@Injectable()
export class Organisations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By id; null where there is none. */
  readonly organisationsByIds: Batch<string, Organisation> = async (ids) => {
    const organisations = await this.database.dataSource.manager.findBy(Organisation, { id: In([...ids]) });
    return inOrderOf(ids, organisations);
  };

  /** By name, narrowed. Every page reads about as much, however long the register is. */
  async list(filter: OrganisationFilter, { first = 20, after }: PageArgs): Promise<Page<Organisation>> {
    const cursor = decodeCursor(after, ['string', 'uuid']);
    const { statement, values } = organisationsPage(organisationFilters(filter), first + 1, cursor);
    const rows = await this.database.read<Organisation & { sortName: string }>(statement, values);
    return pageOf(rows, first, (row) => encodeCursor(row.sortName, row.id), cursor !== null);
  }

  async count(filter: OrganisationFilter): Promise<number> {
    const { statement, values } = organisationsCount(organisationFilters(filter));
    const [row] = await this.database.read<{ count: number }>(statement, values);
    return row?.count ?? 0;
  }

  /** How many fit in each country. */
  async countries(filter: OrganisationFilter): Promise<CountryCount[]> {
    const { statement, values } = organisationsCountries(organisationFilters(filter));
    return this.database.read<CountryCount>(statement, values);
  }

  /** @throws NotFound */
  async get(id: string): Promise<Organisation> {
    const organisation = await this.database.dataSource.manager.findOneBy(Organisation, { id: uuid(id) });
    if (!organisation) throw new NotFound();
    return organisation;
  }

  /** Enters an organisation that is not there yet. @throws OrganisationExists */
  async add(actor: Actor, input: AddOrganisationInput): Promise<Organisation> {
    return this.database.once(
      actor,
      input.mutationKey,
      (tx) =>
        tx.save(
          tx.create(Organisation, {
            name: input.name,
            type: input.type,
            country: input.country ?? null,
            city: input.city ?? null,
            profile: Object.assign(new OrganisationProfile(), { isMigrantLed: input.type === OrganisationType.MIGRANT_LED }),
            addedById: actor.personId,
            createdAt: this.clock.now(),
            updatedAt: this.clock.now(),
          }),
        ),
      (id) => this.database.dataSource.manager.findOneByOrFail(Organisation, { id }),
    );
  }
}
