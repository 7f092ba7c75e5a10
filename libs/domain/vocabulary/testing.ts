import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Scheme } from './scheme.entity.js';
import { Term } from './term.entity.js';

interface WithDatabase {
  database: { dataSource: DataSource };
}

/** A scheme; by default of a name of its own. */
export async function buildScheme(app: WithDatabase, overrides: Partial<Scheme> = {}): Promise<Scheme> {
  const { manager } = app.database.dataSource;
  return manager.save(manager.create(Scheme, { id: `scheme-${randomUUID()}`, labels: { en: 'Colours' }, note: null, ...overrides }));
}

/** A word; its scheme is made where it is not there yet. */
export async function buildTerm(app: WithDatabase, overrides: Partial<Term> = {}): Promise<Term> {
  const { manager } = app.database.dataSource;
  const schemeId = overrides.schemeId ?? (await buildScheme(app)).id;
  if (!(await manager.existsBy(Scheme, { id: schemeId }))) await buildScheme(app, { id: schemeId });
  const id = overrides.id ?? `term-${randomUUID()}`;
  return manager.save(manager.create(Term, { id, labels: { en: id }, note: null, ...overrides, schemeId }));
}
