import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Values by `operation.argument` (or the last part of an input's path), then by name alone. */
export type Values = Record<string, unknown>;

export interface Operation {
  name: string;
  kind: 'query' | 'mutation';
  text: string;
  variables: Record<string, unknown>;
}

const BY_SCALAR: Record<string, unknown> = {
  String: 'Words that are long enough to be taken',
  ID: '00000000-0000-4000-8000-000000000000',
  Int: 1,
  Boolean: true,
  DateTime: '2035-06-01T10:00:00Z',
  LocalDateTime: '2035-06-01T10:00',
  TimeZone: 'Europe/Lisbon',
  LanguageTag: 'en',
  CountryCode: 'PT',
  PageSize: 20,
  RichText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words' }] }] },
};

function valueOf(type: GraphQLInputType, name: string, operation: string, values: Values): unknown {
  const known = values[`${operation}.${name}`] ?? values[name];
  if (known !== undefined) return known;
  const named = isNonNullType(type) ? type.ofType : type;
  if (isListType(named)) return [valueOf(named.ofType, name, operation, values)];
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).filter(
      (field) => isNonNullType(field.type) || values[`${operation}.${field.name}`] !== undefined,
    );
    return Object.fromEntries(fields.map((field) => [field.name, valueOf(field.type, field.name, operation, values)]));
  }
  return BY_SCALAR[getNamedType(named).name];
}

/** Everything that can be read from a type without required arguments, so many levels deep. */
function selection(type: GraphQLNamedType, depth: number): string {
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields())
    .filter((field) => field.args.every((argument) => !isNonNullType(argument.type)))
    .map((field) => {
      const inner = getNamedType(field.type);
      if (!isObjectType(inner)) return field.name;
      return depth > 1 ? `${field.name} ${selection(inner, depth - 1)}` : '';
    })
    .filter(Boolean);
  return `{ __typename ${fields.join(' ')} }`;
}

function operationOf(kind: Operation['kind'], field: GraphQLField<unknown, unknown>, values: Values, depth: number): Operation {
  const used = field.args.filter((argument) => isNonNullType(argument.type) || values[`${field.name}.${argument.name}`] !== undefined);
  const declared = used.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const given = used.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const call = `${field.name}${given ? `(${given})` : ''} ${selection(getNamedType(field.type), depth)}`;
  return {
    name: field.name,
    kind,
    text: `${kind} Walk${declared ? `(${declared})` : ''} { ${call} }`,
    variables: Object.fromEntries(used.map((argument) => [argument.name, valueOf(argument.type, argument.name, field.name, values)])),
  };
}

/** A call of each query and mutation of the schema, with arguments that lead to the given things. */
export function everyOperation(schema: GraphQLSchema, values: Values, depth = 2): Operation[] {
  const of = (kind: Operation['kind'], fields: Record<string, GraphQLField<unknown, unknown>> = {}) =>
    Object.values(fields).map((field) => operationOf(kind, field, values, depth));
  return [...of('query', schema.getQueryType()?.getFields()), ...of('mutation', schema.getMutationType()?.getFields())];
}
