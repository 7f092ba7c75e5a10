import type { DataSource } from 'typeorm';
import { buildPerson } from '../people/testing.js';
import { OfferAudience, OfferDirection, OfferKind } from './exchange.enums.js';
import { Introduction } from './introductions/introduction.entity.js';
import { Offer } from './offers/offer.entity.js';

interface WithDatabase {
  database: { dataSource: DataSource };
}

/** An open offer of a room, for everyone who is signed in. */
export async function buildOffer(app: WithDatabase, overrides: Partial<Offer> = {}): Promise<Offer> {
  const { manager } = app.database.dataSource;
  const personId = overrides.personId ?? (await buildPerson(app)).id;
  return manager.save(
    manager.create(Offer, {
      direction: OfferDirection.OFFER,
      kind: OfferKind.ROOM,
      title: 'A room in the evening',
      details: 'For twelve people, with a kitchen.',
      audience: OfferAudience.SIGNED_IN,
      until: '2099-01-01',
      createdAt: new Date(),
      ...overrides,
      personId,
    }),
  );
}

/** A wish that waits for an answer. */
export async function buildIntroduction(app: WithDatabase, overrides: Partial<Introduction> = {}): Promise<Introduction> {
  const { manager } = app.database.dataSource;
  const askerId = overrides.askerId ?? (await buildPerson(app)).id;
  const personId = overrides.personId ?? (overrides.organisationId ? null : (await buildPerson(app)).id);
  return manager.save(
    manager.create(Introduction, {
      reason: 'We both look for rooms in the evening.',
      askedAt: new Date(),
      ...overrides,
      askerId,
      personId,
    }),
  );
}
