import { defaultFieldResolver, type GraphQLField, GraphQLSchema, isObjectType } from 'graphql';

const MARK = Symbol('plain');

/** Resolvers by type and field, in parts as Nest collects them. */
export type OwnResolvers = readonly Record<string, unknown>[];

/**
 * Nest gives every field a resolver, and nearly all of them only read the property of the field's name. Without one, a compiled operation reads the
 * property in place, which is what most of a long list consists of. `own` has what must stay.
 */
export function withoutPlainResolvers(schema: GraphQLSchema, own: OwnResolvers): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const resolvers = Object.assign({}, ...own.map((part) => part[type.name] ?? {})) as Record<string, unknown>;
    for (const [name, field] of Object.entries(type.getFields())) {
      if (!(name in resolvers) && readsItsProperty(name, field)) delete field.resolve;
    }
  }
  return schema;
}

function readsItsProperty(name: string, field: GraphQLField<unknown, unknown>): boolean {
  if (!field.resolve || field.resolve === defaultFieldResolver) return false;
  const ask = field.resolve as (source: object) => unknown;
  try {
    return ask({ [name]: MARK }) === MARK && ask({}) === undefined;
  } catch {
    return false;
  }
}
