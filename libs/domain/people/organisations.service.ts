import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor, Batch } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, onConstraint } from '#platform/database';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf } from '#platform/graphql';
import { Organisation } from './organisation.entity.js';
import type { AddOrganisationInput } from './organisations.inputs.js';
import { OrganisationExists } from './people.errors.js';

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
    const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
    return ids.map((id) => byId.get(id) ?? null);
  };

  /** By name; the text may stand anywhere in the name, accents and case do not matter. */
  async list(text: string | undefined, { first = 20, after }: PageArgs): Promise<Page<Organisation>> {
    const query = this.database.dataSource.manager.createQueryBuilder(Organisation, 'organisation');
    const words = (text ?? '').replaceAll('\0', '').trim().slice(0, 100);
    if (words) query.andWhere('plain(organisation.name) like plain(:pattern)', { pattern: `%${words.replace(/[\\%_]/g, '\\$&')}%` });
    const cursor = decodeCursor(after, ['string', 'uuid']);
    if (cursor) query.andWhere('(plain(organisation.name), organisation.id) > (plain(:name), :id)', { name: cursor[0], id: cursor[1] });
    const rows = await query
      .orderBy('plain(organisation.name)')
      .addOrderBy('organisation.id')
      .limit(first + 1)
      .getMany();
    return pageOf(rows, first, (organisation) => encodeCursor(organisation.name, organisation.id));
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
            addedById: actor.personId,
            createdAt: this.clock.now(),
          }),
        ),
      (id) => this.database.dataSource.manager.findOneByOrFail(Organisation, { id }),
    );
  }
}
