import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Organisation, OrganisationType } from './organisation.entity.js';
import { OrganisationSeat } from './organisation-seat.entity.js';
import { Person } from './person.entity.js';

/** What the factories need: the test app, or anything else that has its database. */
export interface WithDatabase {
  database: { dataSource: DataSource };
}

/** A person with a profile. */
export async function buildPerson(app: WithDatabase, overrides: Partial<Person> = {}): Promise<Person> {
  const { manager } = app.database.dataSource;
  const name = overrides.name ?? 'Ada Almeida';
  return manager.save(
    manager.create(Person, {
      email: `${randomUUID()}@example.org`,
      headline: 'Integration officer, Braga',
      languages: ['en', 'pt'],
      timeZone: 'Europe/Lisbon',
      namedAt: new Date('2026-01-01T00:00:00Z'),
      ...overrides,
      name,
    }),
  );
}

/** An organisation with a name of its own. */
export async function buildOrganisation(app: WithDatabase, overrides: Partial<Organisation> = {}): Promise<Organisation> {
  const { manager } = app.database.dataSource;
  return manager.save(
    manager.create(Organisation, {
      name: `Association ${randomUUID().slice(0, 8)}`,
      type: OrganisationType.NGO,
      country: 'PT',
      city: 'Braga',
      ...overrides,
    }),
  );
}

/** Seats a person in an organisation; by default with a mandate to speak for it. */
export async function buildSeat(app: WithDatabase, overrides: Partial<OrganisationSeat> = {}): Promise<OrganisationSeat> {
  const { manager } = app.database.dataSource;
  const personId = overrides.personId ?? (await buildPerson(app)).id;
  const organisationId = overrides.organisationId ?? (await buildOrganisation(app)).id;
  const hasMandate = overrides.hasMandate ?? true;
  return manager.save(
    manager.create(OrganisationSeat, { isConfirmed: hasMandate, isMain: true, ...overrides, hasMandate, personId, organisationId }),
  );
}
