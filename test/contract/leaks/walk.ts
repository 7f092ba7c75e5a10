import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { TestApp } from '../../../apps/api/testing.js';
import { everyOperation, type Operation } from '../every-operation.js';
import type { Things } from './world.js';

/** Each query once for each place that it can be led to. */
export function queriesTo(app: TestApp, places: Pick<Things, 'values'>[]): Operation[] {
  const { schema } = app.get(GraphQLSchemaHost);
  const all = places.flatMap(({ values }) => everyOperation(schema, values).filter(({ kind }) => kind === 'query'));
  return [...new Map(all.map((operation) => [`${operation.name} ${JSON.stringify(operation.variables)}`, operation])).values()];
}

/** The words of canaries that each of these people meets on any query; null is a stranger. */
export async function metBy(
  app: TestApp,
  people: (string | null)[],
  places: Pick<Things, 'values'>[],
  words: string[],
): Promise<Map<string | null, Set<string>>> {
  const queries = queriesTo(app, places);
  const met = new Map<string | null, Set<string>>();
  for (const who of people) {
    const seen = new Set<string>();
    met.set(who, seen);
    const ask = async (query: Operation) => {
      const answer = await app.graphql(query.text, query.variables, who ? { as: who } : {});
      const text = JSON.stringify({ ...answer, variables: null });
      for (const word of words) if (text.includes(word)) seen.add(word);
    };
    for (let from = 0; from < queries.length; from += 8) await Promise.all(queries.slice(from, from + 8).map(ask));
  }
  return met;
}
