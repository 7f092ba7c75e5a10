import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, type Batch, inOrderOf } from '#platform/auth';
import { Database } from '#platform/database';
import { Organisation } from './organisation.entity.js';
import { Person } from './person.entity.js';
import { personPolicy } from './person.policy.js';

/** Reads of people, as others see them. */
@Injectable()
export class People {
  constructor(private readonly database: Database) {}

  /** Base rows by id, unfiltered: names are shown wherever their contributions are. */
  readonly peopleByIds: Batch<string, Person> = async (ids) => {
    const people = await this.database.dataSource.manager.findBy(Person, { id: In([...ids]) });
    return inOrderOf(ids, people);
  };

  /** The organisation shown beside each name: of those who show it to everyone. */
  readonly mainOrganisations: Batch<string, Organisation> = (personIds) =>
    this.organisationsOf(personIds, `coalesce(person.shown->>'ORGANISATION', 'EVERYONE') = 'EVERYONE'`);

  /** The same whatever their owners show: for those who have been found to see it. */
  readonly ownOrganisations: Batch<string, Organisation> = (personIds) => this.organisationsOf(personIds, 'true');

  /** Null when there is no such person, or the actor may not see profiles. */
  async find(actor: Actor, personId: string): Promise<Person | null> {
    const person = isUuid(personId) ? await this.database.dataSource.manager.findOneBy(Person, { id: personId }) : null;
    return person && personPolicy.read(actor, person) ? person : null;
  }

  private async organisationsOf(personIds: readonly string[], shown: string): Promise<(Organisation | null)[]> {
    const rows = await this.database.dataSource.manager
      .createQueryBuilder(Organisation, 'organisation')
      .innerJoin('organisation_seat', 'seat', 'seat.organisation_id = organisation.id and seat.is_main')
      .innerJoin('person', 'person', `person.id = seat.person_id and ${shown}`)
      .addSelect('seat.person_id', 'person_id')
      .where('seat.person_id = any(:personIds)', { personIds: [...personIds] })
      .getRawAndEntities<{ person_id: string; organisation_id: string }>();
    const organisations = new Map(rows.entities.map((organisation) => [organisation.id, organisation]));
    const byPerson = new Map(rows.raw.map((row) => [row.person_id, organisations.get(row.organisation_id) ?? null]));
    return personIds.map((id) => byPerson.get(id) ?? null);
  }
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
